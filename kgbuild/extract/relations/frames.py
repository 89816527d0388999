"""Ties that a verb says: one small matcher for the table of frames.toml."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from spacy.tokens import Token

from kgbuild.extract.relations import fillers, organs, reciprocals, restrictions, verb_senses
from kgbuild.extract.relations.valency import Frame, frames_of
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.facts import BYGONE, Fact
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.times import is_bygone
from kgbuild.extract.text.verbs import VERBAL, is_participle
from kgbuild.ontology import Ontology, Relation

MOST_PAIRS = 60  # of one verb


def find(scene: Scene, clauses: Sequence[Clause], ontology: Ontology) -> Iterator[Fact]:
    """Yield the ties that the sentence's verbs say by some frame."""
    for said in clauses:
        for frame in frames_of(said.key):
            relation = ontology.enabled(frame.relation)
            if relation is not None:
                yield from _match(scene, said, frame, relation)


def clauses(scene: Scene) -> tuple[Clause, ...]:
    """Return the sentence's verbs with their arguments."""
    return tuple(clause(t) for t in scene.tokens if _governs(t))


def may_say(said: Clause, relation: str) -> bool:
    """Say whether a verb, with the nouns it has, says a relation of some who need not be named."""
    return any(
        verb_senses.nouns(said, frame)
        if frame.nouns or frame.by_list
        else not frame.cue and any(t.tag_ == "NNS" for t in said.targets)
        for frame in _saying(said, relation)
    )


def doers(scene: Scene, said: Clause, relation: str) -> Iterator[Anchor]:
    """Yield who does what a verb says, a state for its police, if it is a tie of the relation."""
    saying = _saying(said, relation)
    frame = next((f for f in saying if not f.under or verb_senses.nouns(said, f)), None)
    found = (organs.meant(scene, t, frame) for t in said.doers) if frame is not None else ()
    yield from (a for a in found if a is not None)


def _saying(said: Clause, relation: str) -> Iterator[Frame]:
    """Yield the frames by which a verb says a relation, and not its end."""
    yield from (f for f in frames_of(said.key) if f.relation == relation and not f.ends)


def _governs(token: Token) -> bool:
    if token.pos_ not in VERBAL:
        return is_participle(token)
    return token.dep_ not in {"aux", "auxpass", "amod", "compound"}


def _match(scene: Scene, said: Clause, frame: Frame, relation: Relation) -> Iterator[Fact]:
    nouns = verb_senses.nouns(said, frame)
    if nouns is None or verb_senses.is_other(scene, said, frame):
        return
    subjects = fillers.of(scene, said, frame, frame.subject, nouns)
    if not (subjects or frame.together):
        return
    objects = fillers.of(scene, said, frame, frame.object, nouns)
    pairs: Iterable[tuple[Anchor, Anchor]] = product(subjects, objects)
    if frame.together:
        pairs = reciprocals.pairs(scene, said, frame, subjects, objects)
    for subject, object_ in islice(pairs, MOST_PAIRS):
        if restrictions.allow(scene, frame, relation, subject, object_):
            yield Fact(
                subject,
                frame.relation,
                object_,
                said.verb,
                f"verb:{said.key}",
                verb=said.governor,
                ends=frame.ends,
                state=_is_over(said, frame),
                status=frame.status,
                # The model takes what was ordered for what is done.
                implied=bool(frame.by_list) or frame.ahead,
            )


def _is_over(said: Clause, frame: Frame) -> bool:
    """Say whether it is told as a state that is no more: "led Acme", "once married to"."""
    return (
        (frame.state and said.past)
        or (frame.relation in BYGONE and is_bygone(said.governor))
        or (frame.relation == "LIVES_IN" and _was_there(said.verb))
    )


def _was_there(verb: Token) -> bool:
    """Say whether it tells what one then did there: "moved to Oslo, where she ran a bakery"."""
    told = (t for right in verb.rights for t in right.subtree if t.dep_ == "relcl")
    return any(c.lower_ == "where" for t in told if t.tag_ == "VBD" for c in t.children)
