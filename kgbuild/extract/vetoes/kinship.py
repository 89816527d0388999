"""Whether it is of one's family that something is told: "his wife died in Oslo"."""

from collections.abc import Sequence

from spacy.tokens import Token

from kgbuild.extract.references import kin
from kgbuild.extract.references.referring import persons
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import BEFORE_NOUN, SUBJECTS
from kgbuild.extract.text.verbs import VERBAL, verb_above
from kgbuild.model import Form, Type

_FAMILIES = frozenset("family families clan dynasty relatives heirs relations".split())


def acts_on_other(actor: Token, owner: Token) -> bool:
    """Say whether one does something to a person of the other's: "Poe met Berg's wife"."""
    noun = owner.head
    if owner.dep_ != "poss" or noun.dep_ not in {"dobj", "pobj"}:
        return False
    if lemma(noun) not in persons() | kin.NEAR:
        return False
    while actor.dep_ == "appos":
        actor = actor.head  # "The owner, Ann Lee, met"
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    if verb.dep_ == "relcl" and verb.head == actor:
        return any(c.lower_ == "who" and c.dep_ == "nsubj" for c in verb.children)
    return actor.dep_ in SUBJECTS and actor.head == verb and lemma(verb) != "have"


def is_of_kin(fact: Fact) -> bool:
    """Say whether it is one of the family of either end of whom it is told.

    Of a tie of kin only where that one is far: "Poe, a cousin of Max Orr, has a son, Ben".
    """
    ends = fact.subject.span.root, fact.object.span.root
    pairs = (ends, ends[::-1])
    if not any(_is_of_kin(*pair) for pair in pairs):
        return False
    return fact.relation not in kin.RELATIONS or any(_is_of_far_kin(*pair) for pair in pairs)


def _is_of_kin(owner: Token, end: Token) -> bool:
    """Say whether it is one of the family of whom it is told.

    "His wife died in Oslo"; "Ann Lee, wife of Max Lee, was put on the list".
    """
    if owner.dep_ == "pobj" and owner in end.ancestors:
        return False  # "a daughter of Max Lee, once Peru's minister"
    while owner.dep_ == "appos" and owner.head.tag_ == "NN":
        owner = owner.head  # "wife of the billionaire, Max Lee"
    if owner.tag_ == "WP$" and owner.i < end.i and lemma(owner.nbor(1)) in kin.ALL:
        return all(t.text != "," for t in owner.doc[owner.i : end.i])  # whatever the parse
    noun = owner.head
    if owner.dep_ == "pobj" and noun.lower_ == "of":
        return lemma(noun.head) in kin.FAMILY and noun.head not in end.ancestors
    if owner.dep_ != "poss" or noun.dep_ not in SUBJECTS:
        return False
    if noun.head.dep_ == "relcl" and noun.head.head == end:
        return lemma(noun) in kin.FAMILY  # "Acme, which his wife opened"
    verb = verb_above(end)
    of_kin = lemma(noun) in kin.FAMILY or (noun.lower_ == "law" and noun.i > 3)  # "father-in-law"
    return of_kin and verb == noun.head and noun not in end.ancestors


def _is_of_far_kin(owner: Token, end: Token) -> bool:
    """Say whether another is of the family: "Poe, a cousin of Max Orr, has a son, Ben"."""
    noun = owner.head.head
    told = owner.dep_ == "pobj" and owner.head.lower_ == "of" and lemma(noun) in kin.FAR
    return told and noun.head != end


def are_otherwise_kin(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether the nouns between two tell another tie of kin: "her cousin Rima Lee"."""
    nouns = (t for t in path if t.tag_ in {"NN", "NNS"} and lemma(t) in kin.ALL)
    told = sorted(nouns, key=lambda noun: sum(1 for _ in noun.ancestors))
    ends = (fact.subject.span.root, fact.object.span.root)
    owned = {end.head for end in ends if end.dep_ == "poss"}
    if told[1:] and told[-1] in owned and told[-1].head.head == told[-2]:
        return True  # "Ann Lee, the mother of his children"
    return bool(told) and (lemma(told[-1]) in kin.FAR or _is_in_law(told[-1]))


def _is_in_law(noun: Token) -> bool:
    return any(c.lower_ == "law" for t in noun.children if t.lower_ == "in" for c in t.children)


def is_of_family(person: Token, place: Token) -> bool:
    """Say whether one's family is there: "his family flew to Oslo"."""
    noun = person.head
    family = person.dep_ == "poss" and noun.lower_ == "family" and noun.dep_ == "nsubj"
    return family and noun.head in place.ancestors


def is_of_families(scene: Scene, subject: Anchor, object_: Anchor) -> bool:
    """Say whether a name is but that of a family: "the Agnelli family", "relatives of Max Orr"."""
    ends = (subject, object_)
    return any(scene.type(end) is Type.PERSON and _is_a_family(end) for end in ends)


def _is_a_family(end: Anchor) -> bool:
    doc, root = end.span.doc, end.span.root
    behind = doc[end.span.end].lower_ if end.span.end < len(doc) else ""
    if end.form is Form.NAME and behind in _FAMILIES:
        return True
    of = root.dep_ == "pobj" and root.head.lower_ == "of"
    return of and root.head.head.lower_ in _FAMILIES


def is_of_whose_kin(scene: Scene, person: Anchor, other: Anchor) -> bool:
    """Say whether it is told of one's family: "Ann Lee, whose brother Max sits for the Greens"."""
    for token in scene.whose:
        if token.i >= other.span.start or lemma(token.head) not in kin.ALL | {"family"}:
            continue
        whose = scene.heads.get(token.i)
        if whose is not None and whose.referent == person.referent:
            verb = token.head.head
            inside = verb.pos_ in VERBAL and other.span.root in verb.subtree
            return inside and person.span.root not in verb.subtree
    return False


def is_of_kin_of_worker(body: Token) -> bool:
    """Say whether another works there: "the husband of a former Acme employee"."""
    noun = body.head
    if body.dep_ not in BEFORE_NOUN or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    return lemma(noun.head.head) in kin.ALL
