"""Whose family one is, by the nouns beside the names: what a tie of kin must not go against."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from spacy.tokens import Token

from kgbuild.extract.references.referring import persons
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene, differ
from kgbuild.extract.text.subjects import subjects
from kgbuild.model import Form, Type

RELATIONS = frozenset({"SPOUSE_OF", "PARENT_OF", "SIBLING_OF"})
SPOUSES = frozenset("wife husband widow widower partner bride groom fiancé fiancée".split())
CHILDREN = frozenset({"child", "daughter", "son"})
PARENTS = frozenset({"father", "mother", "parent"})
SIBLINGS = frozenset({"brother", "sibling", "sister", "twin"})
_COUSINS = frozenset(
    "uncle aunt cousin nephew niece grandson granddaughter grandfather grandmother".split()
)
NEAR = frozenset({"husband", "widow", "widower", "wife"}) | CHILDREN | PARENTS | SIBLINGS
FAMILY = NEAR | _COUSINS
FAR = _COUSINS | frozenset(
    """grandparent grandchild stepfather stepmother stepson stepdaughter stepbrother stepsister
    godfather godmother""".split()
)
"""Neither wedded, parent nor sibling."""
ALL = NEAR | FAR
_TELLS = {"SPOUSE_OF": SPOUSES, "PARENT_OF": CHILDREN | PARENTS, "SIBLING_OF": SIBLINGS}
_MANY = MappingProxyType(
    {
        **dict.fromkeys(["brothers", "sisters", "siblings", "twins"], "SIBLING_OF"),
        **dict.fromkeys(["sons", "daughters", "children", "parents"], "PARENT_OF"),
    }
)
_YOUNG = frozenset("baby boy girl heir kid triplet".split())
_LEAVES = frozenset({"leave", "survive"})
_OF_BOTH = frozenset({"their", "our"})


def is_anothers(scene: Scene, subject: Anchor, relation: str, object_: Anchor) -> bool:
    """Say whether the noun beside a name says whose family it is, and it is somebody else's.

    "Told the senator's brother, Max Orr": of who told he is none. "Ann Lee, his former student",
    is no child of his; "brothers Max and Bo Orr" are not those of who is named before them.
    """
    for own, other in ((subject, object_), (object_, subject)):
        if relation != "SPOUSE_OF" and _is_called_far(scene, own):
            return True
        noun = _beside(scene, own)
        if noun is None:
            if _is_named_else(scene, own, relation, other):
                return True
        elif lemma(noun) in _TELLS[relation] or _MANY.get(noun.lower_) == relation:
            if _is_of_other(scene, noun, relation, other):
                return True
        elif relation == "SPOUSE_OF":
            if _is_of_whose_kin(noun) and differ(noun.head.head, own):
                return True
        elif _is_of_whose_kin(noun) or (ALL | _YOUNG).isdisjoint(scene.lemmas):
            return any(a.referent == other.referent for a in _owners(scene, noun))
    if relation != "SPOUSE_OF" and any(_is_first_left(scene, a) for a in (subject, object_)):
        return True
    return _is_left_beside(scene, subject, object_) or _are_with_their(scene, subject, object_)


def _is_called_far(scene: Scene, name: Anchor) -> bool:
    """Say whether a noun before a name's title is no near kin: "his uncle, Captain Max Orr"."""
    doc, place = scene.span.doc, name.span.start - 1
    while place > scene.span.start and (
        doc[place].tag_ in {"DT", "JJ", "NN", "HYPH"} or is_title(doc[place])
    ):
        place -= 1
    titled = 0 < place < name.span.start - 1 and doc[place].text == ","
    if not titled or name.form is not Form.NAME or lemma(doc[place - 1]) not in FAR:
        return False
    return all(c.tag_ in {"DT", "PRP$", "JJ"} for c in doc[place - 1].lefts)


def _is_of_whose_kin(noun: Token) -> bool:
    """Say whether it is whose kin is told of: "the sister of Poe's driver, Max Orr"."""
    kin = noun.head.head.lower_
    return noun.head.lower_ == "of" and lemma(noun) in persons() and kin in ALL - SPOUSES


def _is_of_other(scene: Scene, noun: Token, relation: str, other: Anchor) -> bool:
    """Say whether the kin that a noun tells is not the other's."""
    told = _possessors(noun)
    if any(_is_of_joined(scene, token, other) for token in told):
        return False
    if noun.lower_ in _MANY and (relation == "SIBLING_OF" or not told):
        return relation == "SIBLING_OF" and other.span.start < noun.i and not told
    if not told or any(t.lower_ in _OF_BOTH for t in told):
        return False
    owners = list(_owners(scene, noun))
    if not owners:
        return relation != "PARENT_OF"
    return all(a.referent != other.referent for a in owners)


def _is_of_joined(scene: Scene, owner: Token, other: Anchor) -> bool:
    """Say whether "his" is that of who is named right before: "Poe and his wife, Ann"."""
    place = owner.i - 1
    doc = owner.doc
    if owner.tag_ != "PRP$" or place <= scene.span.start or doc[place].lower_ != "and":
        return False
    if text_in(doc, owner.i + 1, owner.i + 2).lower() == "own":
        return False
    named = scene.ends.get(place - 1) or scene.ends.get(place - 2)
    if named is None or named.referent != other.referent:
        return False
    noun = _beside(scene, named)  # "thanked his agent, Max Orr, and his wife"
    return noun is None or all(t.lower_ != owner.lower_ for t in _possessors(noun))


def _is_named_else(scene: Scene, own: Anchor, relation: str, other: Anchor) -> bool:
    """Say whether the one such kin that somebody has is named: "Poe's father Pat and Max Orr"."""
    noun = own.span.root.head
    if own.span.root.dep_ != "poss" or noun.tag_ != "NN" or lemma(noun) not in _TELLS[relation]:
        return False
    place = noun.i + 1
    place += place < scene.span.end and scene.span.doc[place].text == ","
    named = scene.starts.get(place)
    if named is None or named.form is not Form.NAME or scene.type(named) is not Type.PERSON:
        return False
    return named.referent != other.referent and _beside(scene, other) is None


def is_of_owner(subject: int, relation: str, object_: int, read: Iterable[Fact]) -> bool:
    """Say whether one is by a rule the kin of whom "his" means: "Poe met Orr and his son Tom".

    The ends are referents. So is a wife behind a comma: "Poe is a son of Orr, and his wife, Eva".
    """
    if relation == "SIBLING_OF":
        return False
    ends = {subject, object_}
    told = [(f.subject, f.object) for f in read if f.relation == relation and not f.verb]
    return any(
        owner.form is Form.PRONOUN
        and owner.referent not in ends
        and name.referent in ends
        and (relation == "PARENT_OF" or _is_apart(owner))
        for pair in told
        for owner, name in (pair, pair[::-1])
    )


def _is_apart(owner: Anchor) -> bool:
    """Say whether "his" stands behind a comma and "and"."""
    start = owner.span.start
    return text_in(owner.span.doc, max(0, start - 2), start).lower() == ", and"


def are_told(scene: Scene, relation: str, read: Iterable[Fact]) -> bool:
    """Say whether rules read a tie out of every noun of such kin in the sentence.

    Of "Poe, Berg's wife Ann Lee and Max Orr" nobody else is
    anybody's wife.
    """
    nouns = [t for t in scene.tokens if lemma(t) in _TELLS[relation] and t.i not in scene.named]
    ties = len({fact.key for fact in read if fact.relation == relation})
    named = all(t.tag_ == "NN" and t.i and t.nbor(-1).tag_ == "POS" for t in nouns)
    return bool(nouns) and ties >= len(nouns) and named


def _beside(scene: Scene, name: Anchor) -> Token | None:
    """Return the noun right before a name that says what one is: "brother", "her student,".

    Of "brothers Max and Bo Orr" it is that of both; "Max Orr, his brother" has it behind.
    """
    if name.form is not Form.NAME:
        return None
    doc, place = scene.span.doc, name.span.start - 1
    while place > scene.span.start and doc[place].lower_ == "and" and place - 1 in scene.ends:
        place = scene.ends[place - 1].span.start - 1
    several = place != name.span.start - 1
    place -= place > scene.span.start and doc[place].text == ","
    if place >= scene.span.start and (
        doc[place].lower_ in _MANY or (doc[place].tag_ in {"NN", "NNS"} and not several)
    ):
        return doc[place]
    root = name.span.root
    if root.dep_ == "appos" and root.head.tag_ in {"NN", "NNS"}:
        return root.head
    behind = (c for c in root.children if c.dep_ == "appos" and lemma(c) in ALL)
    return next((c for c in behind if any(o.tag_ == "PRP$" for o in c.children)), None)


def _possessors(noun: Token) -> list[Token]:
    """Return whose a noun is: "Poe" of "Poe's brother", of "the brother of Poe"."""
    found = [c for c in noun.children if c.dep_ == "poss"]
    of = (c for c in noun.children if c.lower_ == "of")
    found += [o for prep in of for o in prep.children if o.dep_ == "pobj"]
    return [t for token in found for t in conjuncts(token)]


def _owners(scene: Scene, noun: Token) -> Iterator[Anchor]:
    found = map(scene.resolve, _possessors(noun))
    return (anchor for anchor in found if anchor is not None)


def _is_left_beside(scene: Scene, subject: Anchor, object_: Anchor) -> bool:
    """Say whether neither is who died: "besides his wife, Ann, he leaves a son, Max"."""
    for verb in scene.tokens:
        if verb.pos_ != "VERB" or lemma(verb) not in _LEAVES:
            continue
        left = [*_left(verb)]
        if not any(lemma(t) in FAMILY for t in left):
            continue
        dead = [a for t in subjects(verb).tokens if (a := scene.resolve(t)) is not None]
        ends = {subject.referent, object_.referent}
        if all(a.referent not in ends for a in dead):
            return True
    return False


def _is_first_left(scene: Scene, name: Anchor) -> bool:
    """Say whether a widow or widower is: "is survived by Ann Lee, two sons and a daughter"."""
    doc, place, end = scene.span.doc, name.span.start - 1, name.span.end
    place -= place > scene.span.start and doc[place].lower_ == "by"
    if name.form is not Form.NAME or lemma(doc[place]) not in _LEAVES:
        return False
    noun = next((t for t in doc[end : scene.span.end] if lemma(t) in FAMILY), None)
    if noun is None or (noun.tag_ == "NNS" and doc[noun.i - 1].tag_ == "PRP$"):
        return False  # "by Ann and Max Lee, his children"
    behind = doc[noun.i + 1 : noun.i + 2]
    told = noun.i == end + 2 and doc[noun.i - 1].tag_ != "CD"  # "by Ann Lee, a daughter; Max"
    return not (told and all(t.is_punct for t in behind))


def _left(verb: Token) -> Iterator[Token]:
    """Yield whom one leaves, or is survived by."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield from conjuncts(child)
        elif child.dep_ == "agent" or child.lower_ == "by":
            yield from (t for o in child.children for t in conjuncts(o))


def _are_with_their(scene: Scene, subject: Anchor, object_: Anchor) -> bool:
    """Say whether both came with family of their own: "Poe and Orr left with their wives"."""
    roots = subject.span.root, object_.span.root
    if roots[0] not in conjuncts(roots[1]) and roots[1] not in conjuncts(roots[0]):
        return False
    nouns = (t for t in scene.tokens if t.tag_ == "NNS" and lemma(t) in ALL)
    return any(c.lower_ == "their" for noun in nouns for c in noun.children)
