"""Which verb tells a tie that only the model sees, so that its truth hangs on that verb."""

from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.text.facts import LASTING, SEATS, TITULAR
from kgbuild.extract.text.governors import turn
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.verbs import VERBAL
from kgbuild.extract.text.vocabulary import WE
from kgbuild.extract.truth.status import judge
from kgbuild.extract.vetoes.founders import FOUNDS, RUNS
from kgbuild.model import FACTUAL, Status

CLIMBED = 5
"""Heads between a word and the verb: "a lawsuit by Acme against Beta is"."""
_EVENTS = frozenset(
    "ACQUIRED ARRESTED CHARGED MET_WITH PARTNERED_WITH SANCTIONED SPOKE_TO SUED VISITED".split()
)
_PREPOSITIONS = frozenset({"according", "following", "including", "regarding"})
"""Verbs to the parser."""
_IS = frozenset({"be", "remain", "stay"})
_HELMS = frozenset({"chair", "charge", "command", "helm"})
_MADE = TITULAR | {"OWNS"}
"""What somebody may be made by a verb: "rumour made him a shareholder of"."""
_MAKES = frozenset({"make", "name", "appoint", "elect", "choose"})
_SETTLES = frozenset(
    """build establish have keep locate move open place put relocate relocation shift
    transfer""".split()
)


def telling(scene: Scene, score: Score, path: Sequence[Token]) -> tuple[Token | None, bool]:
    """Return the verb that a tie hangs on, if one does, and whether one end stands above it.

    ``path`` are the words between the two in the tree, from the object's end.
    """
    verb = _between(path, lasting=score.relation in LASTING)
    if verb is None:
        return _above(scene, score, path), False
    apart = _is_apart(scene, score, verb)
    if score.relation == "LEADS":
        verb = _runs(verb)
    aside = _in_passing(scene, score, apart=apart) or _is_before(score, verb)
    return None if aside else verb, apart


def _between(path: Sequence[Token], *, lasting: bool) -> Token | None:
    """Return the verb that tells a tie: the one by the object.

    Of a lasting tie it is the one by the subject, where that makes it less: "sold it to Acme, a
    firm said to be held by his wife".
    """
    verbs = [t for t in path if t.pos_ in VERBAL and t.lower_ not in _PREPOSITIONS]
    less = lasting and len(verbs) > 1 and judge(verbs[-1]).status not in FACTUAL
    if less and judge(verbs[0]).status in FACTUAL:
        return verbs[-1]
    return verbs[0] if verbs else None


def _is_apart(scene: Scene, score: Score, verb: Token) -> bool:
    """Say whether one end stands above a clause that has a subject of its own, and only there.

    "Berg said Acme had no plans": that says little of Berg and Acme.
    """
    own = subjects(verb).tokens
    if not own or score.subject.span.root.dep_ not in {"nsubj", "appos"}:
        return False
    mine = (a.span.root for a in scene.anchors if a.referent == score.subject.referent)
    return not any(t in own or t == verb or verb.is_ancestor(t) for t in mine)


def _runs(verb: Token) -> Token:
    """Return what a founder then does with it: "founded Acme and is still in charge there"."""
    later = (c for c in verb.children if c.dep_ == "conj" and lemma(verb) in FOUNDS)
    return next((c for c in later if lemma(c) in RUNS or _is_at_head(c)), verb)


def _is_at_head(verb: Token) -> bool:
    posts = (o for c in verb.children if c.dep_ == "prep" for o in c.children)
    return lemma(verb) in _IS and any(o.lower_ in _HELMS for o in posts)


def _in_passing(scene: Scene, score: Score, *, apart: bool) -> bool:
    """Say whether the verb speaks of something else than the tie.

    One who tells what "we" did tells in passing whose head he is: "We did not sell it, he said".
    Where a place is does not hang on what happens there.
    """
    if score.relation == "LOCATED_IN":
        return scene.type(score.subject) is scene.type(score.object)
    return apart and score.object.span.text.lower() in WE


def _is_before(score: Score, verb: Token) -> bool:
    """Say whether a clause tells more of whose office was told: "Poe, head of Acme, whom she met".

    Its verb says nothing of that.
    """
    who = score.subject.span.root
    more = verb.dep_ == "relcl" and who.tag_ == "WP" and who.head == verb
    return more and score.object.span.root not in verb.subtree


def _above(scene: Scene, score: Score, path: Sequence[Token]) -> Token | None:
    """Return the verb above two that none parts: "made Poe head of Acme", "their talks failed"."""
    relation, subject, object_ = score.relation, score.subject.span.root, score.object.span.root
    if relation in _MADE:
        return _maker([*path, subject, object_])
    if relation in SEATS:
        return _settles(scene, score.subject, object_)
    if relation in _EVENTS:
        return _befalls(_top(path) or _higher(subject, object_))
    if relation == "FIGHTS":
        return _wages(_higher(object_, subject))
    return _undoes(_top(path) or object_) if relation == "SPOUSE_OF" else None


def _top(words: Sequence[Token]) -> Token | None:
    """Return the first of some words that hangs on none of them."""
    return next((t for t in words if t.head not in words), None)


def _higher(one: Token, other: Token) -> Token:
    """Return the second of two words where the first hangs on it, else the first."""
    return other if other in one.ancestors else one


def _maker(words: Sequence[Token]) -> Token | None:
    """Return the verb by which one gets an office: "promised to make Poe trade minister"."""
    top = _top(words)
    if top is None or top.dep_ not in {"dobj", "oprd", "ccomp"}:
        return None
    return top.head if lemma(top.head) in _MAKES else None


def _settles(scene: Scene, subject: Anchor, place: Token) -> Token | None:
    """Return the verb by which one gets a seat: "has not moved its seat to Oslo".

    Of "is weighing a move of its seat to Oslo" it is the one above.
    """
    own = subject.span.root
    noun = own.head
    moved = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    verb = moved.head
    if own.tag_ != "PRP$" or moved.dep_ != "dobj" or place.head.lower_ == "from":
        return None
    if lemma(verb if moved is noun else moved) not in _SETTLES:
        return None
    doers = [a for t in subjects(verb).tokens if (a := scene.resolve(t)) is not None]
    same = any(a.referent == subject.referent for a in doers)
    return verb if same or not doers else None


def _befalls(top: Token) -> Token | None:
    """Return the verb that tells what became of it: "talks between Acme and Beta collapsed"."""
    noun = top
    for above in islice(top.ancestors, CLIMBED):
        if above.pos_ in VERBAL:
            return above if noun.tag_ in {"NN", "NNS"} else None
        if above.pos_ not in {"ADP", "NOUN", "PROPN"}:
            return None
        noun = noun if above.pos_ == "ADP" else above
    return None


def _wages(top: Token) -> Token | None:
    """Return the verb that a war hangs on: "nobody wants a war between Mali and Chad"."""
    if top.dep_ == "nsubj" and lemma(top.head) == "be":
        return top.head  # "Mali and Chad are not at war"
    noun = next((t for t in top.ancestors if lemma(t) == "war"), None)
    if noun is None or any(c.dep_ in {"det", "poss"} and c.lower_ != "a" for c in noun.children):
        return None  # "the war": there is one
    return _befalls(top)


def _undoes(top: Token) -> Token | None:
    """Return the verb that leaves no marriage: "denied a marriage"; but "his wife denied it"."""
    verb = _befalls(top) if top.dep_ != "nsubj" else None
    return verb if verb is not None and turn(verb) is Status.DENIED else None
