"""Meetings that a noun tells: "after talks between Lee and Orr", "flew in for talks with Orr"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.modality import own
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.prepositions import brought
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.verbs import VERBAL, is_passive, verb_above
from kgbuild.extract.text.vocabulary import CALLS, MEETINGS
from kgbuild.extract.truth.standing import OPEN
from kgbuild.model import Status, Type
from kgbuild.ontology import Ontology

RULE, RELATION = "encounter", "MET_WITH"
_FAR = CALLS | {"online", "virtual"}
_PAST = frozenset("after at during following since".split())
"""What one does then tells that the meeting was, or is at the same time."""
_TAKEN_PART = frozenset("attend conclude cut end finish leave".split())
_MOVES = frozenset(
    "arrive be come drive due expect fly go head journey land return sail stop travel visit".split()
)
"""One does it to meet somebody; who "was in Oslo for talks" has met him."""
_DROPPED = frozenset("call cancel decline refuse rule scrap shun snub".split())


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who met whom by the nouns of a sentence."""
    relation = ontology.enabled(RELATION)
    if relation is None or scene.lemmas.isdisjoint(MEETINGS):
        return
    for noun in scene.tokens:
        if noun.tag_ not in {"NN", "NNS"} or lemma(noun) not in MEETINGS or _is_far(noun):
            continue
        for one, other, verb, status in _pairs(scene, noun):
            persons = scene.type(one) is scene.type(other) is Type.PERSON
            if persons and one.referent != other.referent:
                yield Fact(one, RELATION, other, noun, RULE, verb=verb, status=status)


def _is_far(noun: Token) -> bool:
    """Say whether they but talk: "after video talks with Orr"."""
    return any(c.lower_ in _FAR for c in noun.children)


def _pairs(scene: Scene, noun: Token) -> Iterator[tuple[Anchor, Anchor, Token | None, Status]]:
    """Yield two who meet, the verb that it hangs on, and what that makes of it."""
    with_ = _brought(scene, noun, "with")
    if noun.dep_ == "pobj" and noun.head.lower_ in _PAST:
        verb = verb_above(noun)
        status = _then(verb)
        both = _brought(scene, noun, "between")
        if len(both) == 2:
            yield both[0], both[1], None, status
        doers = _doers(scene, noun, noun.head.head) if with_ else []
        yield from ((one, other, None, status) for one in doers for other in with_)
    elif noun.dep_ == "pobj" and noun.head.lower_ == "for" and with_:
        verb = _moved(noun.head.head)
        doers = _doers(scene, noun, verb) if verb is not None else []
        status = Status.ASSERTED if verb is not None and verb.lower_ == "was" else Status.PLANNED
        yield from ((one, other, verb, status) for one in doers for other in with_)
    elif noun.dep_ == "dobj" and with_ and (made := _made(noun.head)) is not None:
        verb = None if made in OPEN else noun.head
        doers = _doers(scene, noun, noun.head)
        yield from ((one, other, verb, made) for one in doers for other in with_)


def _then(verb: Token | None) -> Status:
    """Return what becomes of a meeting after which somebody "will speak"; or else it was."""
    said = own(verb) if verb is not None else Status.ASSERTED
    return said if said in OPEN else Status.ASSERTED


def _made(verb: Token) -> Status | None:
    """Return what a verb makes of a meeting that is its object, if it is known."""
    if lemma(verb) in _DROPPED:
        return Status.POSSIBLE if negated(verb) else Status.DENIED
    return Status.ASSERTED if lemma(verb) in _TAKEN_PART else None


def _moved(word: Token) -> Token | None:
    """Return the verb by which one goes, or is to go, somewhere; "due" hangs on its "is"."""
    while word.dep_ == "pobj" or word.dep_ == "prep":
        word = word.head  # "for an hour of talks", "arrived in Oslo for talks"
    if lemma(word) == "expect" and not is_passive(word):
        return None
    verb = word.head if word.dep_ == "acomp" else word
    return verb if verb.pos_ in VERBAL and lemma(word) in _MOVES else None


def _doers(scene: Scene, noun: Token, verb: Token) -> list[Anchor]:
    """Return whose meeting it is: "his talks", or who does something then."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners or verb.pos_ not in VERBAL:
        return [scene.heads[c.i] for c in owners if c.i in scene.heads]
    found = (scene.resolve(t) for t in subjects(verb).tokens)
    return [a for a in found if a is not None]


def _brought(scene: Scene, noun: Token, word: str) -> list[Anchor]:
    """Return what a preposition of a noun brings: "between Lee and Orr"."""
    return [a for t in brought(noun, word) if (a := scene.resolve(t)) is not None]
