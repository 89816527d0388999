"""Whether another than an end does what is told, or is so: "Berg condemned it, as did Max Orr"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.references.disjoint import explained
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.tagsets import PAST
from kgbuild.extract.text.verbs import VERBAL
from kgbuild.extract.vetoes import tellings
from kgbuild.model import Form, Type

_TALKS = frozenset({"MET_WITH", "SPOKE_TO"})
_STANDS_IN = frozenset({"be", "do", "have"})
"""For another verb: "Poe had backed her, and so had Berg"."""
_VEHICLES = frozenset(
    "aircraft boat bus convoy drone helicopter jet missile plane rocket ship tanker vessel".split()
)
_TIED = frozenset(
    """affiliated aligned allied armed backed close connected funded linked loyal sponsored
    supported tied trained""".split()
)
_SHAPES = PAST | {"JJ"}
_CLIMBED = 4


def is_done_by_another(scene: Scene, doer: Anchor, relation: str, other: Anchor) -> bool:
    """Say whether the verb that has the one for its object has another for its subject.

    "His aunt has not applied, Poe told Radio One": his aunt did not tell it. Nor does "France
    condemned it, as did the Union" or "held by Acme, years after Poe was charged by a court".
    """
    suffers, does = tellings.head(other.span.root), tellings.head(doer.span.root)
    if suffers.dep_ == "nsubj" and lemma(suffers.head) in _STANDS_IN and does in suffers.head.sent:
        return suffers.head.dep_ == "advcl" and does not in suffers.head.subtree
    if suffers.dep_ == "nsubjpass":
        by = any(c.dep_ == "agent" for c in suffers.head.children)
        return by and does not in suffers.head.subtree
    verb = verb_of(suffers)
    own = [c for c in verb.children if c.dep_ == "nsubj"] if verb is not None else []
    if not own or verb in {verb_of(does), does.head}:
        return False
    if does.dep_ == "nsubj" and lemma(does.head) in _STANDS_IN:
        return False
    doers = [scene.resolve(t) for token in own for t in conjuncts(token)]
    inside = (
        scene.heads.get(t.i)
        for token in own
        for t in _phrase(token)
        if not (relation in _TALKS and t.dep_ == "poss")  # "his son told N1"
    )
    if any(a is not None and a.referent == doer.referent for a in (*doers, *inside)):
        return False
    unnamed = relation in _TALKS and own[0].tag_ in {"NN", "NNS"}
    unnamed = unnamed or (relation == "VISITED" and lemma(own[0]) in _VEHICLES)
    return unnamed or any(a is not None for a in doers)


def is_so_of_another(scene: Scene, score: Score) -> bool:
    """Say whether a verb with a named subject tells it: "Poe, shot by Max Orr, born in Bar"."""
    object_ = score.object.span.root
    played = score.relation == "PLAYS_FOR" and object_.dep_ == "pobj"
    predicate = played and object_.head.head.dep_ == "attr"  # "was a striker for Senegal"
    verb = object_.head.head.head if predicate else verb_of(object_)
    if verb is None or (score.relation == "BORN_IN" and lemma(verb) != "bear"):
        return False
    if score.relation == "WORKS_FOR" and verb.dep_ != "relcl":
        return False
    tokens = [t for token in subjects(verb).tokens for t in conjuncts(token)]
    # "the actor, a 30-year-old"
    tokens = [t.head if t.dep_ == "appos" and t.tag_ == "JJ" else t for t in tokens]
    told = [a for t in tokens if (a := scene.resolve(t)) is not None]
    mine = any(a.referent == score.subject.referent for a in told)
    persons = [a for a in told if scene.type(a) is Type.PERSON]
    named = any(a.form is Form.NAME for a in persons)
    before = {i for t in tokens if t.tag_ == "PRP" for i in explained(t)}
    return not mine and (named or (bool(persons) and score.subject.span.root.i in before))


def is_but_whose(end: Anchor, other: Anchor) -> bool:
    """Say whether a name only tells of what kind another is: "blamed Serbia-backed gangs".

    So does "gangs loyal to Serbia"; but the deed itself is told in "the US-sanctioned banker Poe".
    """
    doc, after, root = end.span.doc, end.span.end, end.span.root
    shape = root.head.head if root.dep_ == "pobj" else None
    if shape is None or shape.lower_ not in _TIED or shape.dep_ not in {"acl", "amod", "relcl"}:
        if after + 1 >= len(doc) or doc[after].tag_ != "HYPH":
            return False
        shape = doc[after + 1]
    return shape.tag_ in _SHAPES and other.span.root not in _phrase(shape.head)


def _phrase(noun: Token) -> Iterator[Token]:
    """Yield a noun with what belongs to it, the clauses that tell more of it left out."""
    yield noun
    for child in noun.children:
        if child.dep_ != "relcl":
            yield from _phrase(child)


def verb_of(noun: Token) -> Token | None:
    """Return the verb that a noun is an object of: "told Acme", "brought a suit against Acme"."""
    for _ in range(_CLIMBED):
        if noun.dep_ in {"dobj", "dative"} and noun.head.pos_ in VERBAL:
            return noun.head
        if noun.dep_ == "pobj":
            above = noun.head.head
            if above.pos_ in VERBAL:
                return above
            if noun.head.lower_ not in {"against", "on"} or any(map(_tells_whose, above.children)):
                return None
            noun = above
        elif noun.dep_ in {"conj", "appos"}:
            noun = noun.head
        else:
            return None
    return None


def _tells_whose(child: Token) -> bool:
    """Say whether a word by a noun says whose it is: "the suit filed by Ann Lee against"."""
    return child.dep_ in {"poss", "acl", "relcl"} or child.lower_ in {"by", "of"}
