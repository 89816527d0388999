"""Ask the learned relation model about the mentions of one sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from spacy.tokens import Token

from kgbuild.extract import encoder, weights
from kgbuild.extract.encoder import Window
from kgbuild.extract.facts import LASTING, Fact
from kgbuild.extract.lemma import lemma
from kgbuild.extract.paragraphs import Anchor
from kgbuild.extract.scene import Scene
from kgbuild.extract.tags import TYPES
from kgbuild.model import Form, Status
from kgbuild.ontology import Ontology

MOST_PAIRS = 600
"""Pairs of a sentence that are asked about, the nearest first: their number is quadratic."""
RULE = "model"
LIKELY = 0.9
LEAST = 0.02
_FORMS = (Form.NAME, Form.NOMINAL, Form.PRONOUN)
_BESIDE = frozenset(
    {frozenset({"FOUNDED", "LEADS"}), frozenset({"FOUNDED", "OWNS"}), frozenset({"LEADS", "OWNS"})}
)
"""A pair may well have both; else the model adds no tie to a pair that a rule has tied."""
_ONE_OBJECT = frozenset({"HEADQUARTERED_IN", "BORN_IN", "DIED_IN", "CAPITAL_OF", "LEADS"})
_ONE_SUBJECT = frozenset({"LEADS", "CAPITAL_OF", "PARENT_OF", "PLAYS_FOR", "WORKS_FOR"})
"""A subject, an object has one of these in a sentence: where a rule has found it, no other."""
_FORMER = frozenset("former ex erstwhile onetime then-".split())
_PAST = frozenset("be work serve play live lead head run own belong captain coach".split())

Key = tuple[int, str, int]
"""Subject, relation, object; the ends as referents."""


@dataclass(frozen=True, slots=True)
class Score:
    """How probable the model holds it that two mentions of a sentence stand in a relation."""

    subject: Anchor
    relation: str
    object: Anchor
    probability: float

    @property
    def key(self) -> Key:
        """The tie that the score speaks of."""
        return self.subject.referent, self.relation, self.object.referent


def ask(scene: Scene, ontology: Ontology) -> Mapping[Key, Score]:
    """Return what the model holds for possible, of each tie the likeliest pair of mentions.

    Only relations whose types fit the ends are asked for. Empty where the encoder read nothing.
    """
    best: dict[Key, Score] = {}
    for score in _scores(scene, ontology):
        if score.key not in best or score.probability > best[score.key].probability:
            best[score.key] = score
    return best


def relations() -> Sequence[str]:
    """Return the relations that the model knows."""
    known: list[str] = weights.about()["relations"]
    return known


def facts(told: Mapping[Key, Score], known: Sequence[Fact]) -> Iterator[Fact]:
    """Yield what the model holds for so and no rule has found."""
    least: dict[str, float] = weights.about().get("thresholds", {})
    for (_, relation, _), score in told.items():
        if score.probability >= least.get(relation, LIKELY) and _is_new(score.key, known):
            yield _fact(score)


def _is_new(key: Key, known: Sequence[Fact]) -> bool:
    """Say whether a tie goes with what the rules have found in the sentence."""
    subject, relation, object_ = key
    for fact in known:
        ends = fact.subject.referent, fact.object.referent
        if set(ends) == {subject, object_} and {fact.relation, relation} not in _BESIDE:
            return False
        if fact.relation == relation:
            if relation in _ONE_OBJECT and ends[0] == subject:
                return False
            if relation in _ONE_SUBJECT and ends[1] == object_:
                return False
    return True


def _scores(scene: Scene, ontology: Ontology) -> Iterator[Score]:
    window = _window(scene)
    if window is None:
        return
    anchors = [a for a in scene.anchors if _on(a, window).any()]
    pairs = _pairs(anchors, scene, ontology)
    if not pairs:
        return
    # The model was written for two pairs or more.
    ends = np.array(pairs if len(pairs) > 1 else pairs * 2, np.int64)
    probable = _run(window, anchors, scene, ends)
    names = relations()
    for (s, o), row in zip(pairs, probable, strict=False):
        subject, object_ = anchors[s], anchors[o]
        for place in np.flatnonzero(row >= LEAST):
            known = ontology.relations.get(names[int(place)])
            if known and known.enabled and known.fits(scene.type(subject), scene.type(object_)):
                yield Score(subject, known.name, object_, round(float(row[place]), 4))


def _window(scene: Scene) -> Window | None:
    """Return the window that holds the sentence's beginning."""
    start = scene.span.start_char
    found = (w for w in encoder.windows(scene.span.doc) if w.start <= start < w.end)
    return next(found, None)


def _on(anchor: Anchor, window: Window) -> NDArray[np.bool_]:
    spans = window.pieces.spans
    return (spans[:, 0] < anchor.span.end_char) & (spans[:, 1] > anchor.span.start_char)


def _pairs(anchors: Sequence[Anchor], scene: Scene, ontology: Ontology) -> list[tuple[int, int]]:
    """Return the pairs of mentions that some relation may tie, the nearest if too many."""
    kinds = [scene.type(anchor) for anchor in anchors]
    fitting = {
        (a, b)
        for a in set(kinds)
        for b in set(kinds)
        if any(r.fits(a, b) for r in ontology.relations.values())
    }
    found = [
        (i, j)
        for i, j in permutations(range(len(anchors)), 2)
        if anchors[i].referent != anchors[j].referent and (kinds[i], kinds[j]) in fitting
    ]
    if len(found) > MOST_PAIRS:
        found = sorted(found, key=lambda p: (abs(p[0] - p[1]), p))[:MOST_PAIRS]
    return sorted(found)


def _run(
    window: Window, anchors: Sequence[Anchor], scene: Scene, ends: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return probabilities (pairs, relations)."""
    on = np.stack([_on(anchor, window) for anchor in anchors])
    inside = (on / on.sum(axis=1, keepdims=True)).astype(np.float32)
    kinds = [TYPES.index(scene.type(a).value) * len(_FORMS) + _FORMS.index(a.form) for a in anchors]
    given = {
        "vectors": window.vectors,
        "inside": inside,
        "first": on.argmax(axis=1).astype(np.int64),
        "kind": np.array(kinds, np.int64),
        "ends": ends,
    }
    (raw,) = _session(weights.FOLDER).run(None, given)
    found: NDArray[np.float64] = 1 / (1 + np.exp(-raw.astype(np.float64)))
    return found


@cache
def _session(folder: Path) -> ort.InferenceSession:
    return encoder.session(folder / "relations.onnx")


def _fact(score: Score) -> Fact:
    subject, object_ = score.subject.span.root, score.object.span.root
    path = _path(subject, object_)
    verb = next((t for t in path if t.pos_ in {"VERB", "AUX"}), None)
    lasting = score.relation in LASTING
    former = any(c.lower_ in _FORMER for t in path for c in t.children) or any(
        t.nbor(-1).lower_ in _FORMER for t in (subject, object_) if t.i > t.sent.start
    )
    return Fact(
        score.subject,
        score.relation,
        score.object,
        word=verb or object_,
        rule=RULE,
        verb=verb,
        status=Status.FORMER if former and lasting else Status.ASSERTED,
        state=lasting and verb is not None and verb.tag_ == "VBD" and lemma(verb) in _PAST,
        confidence=score.probability,
    )


def _path(subject: Token, object_: Token) -> list[Token]:
    """Return the words between two in the tree: up from the object, then down to the subject."""
    above = [subject, *subject.ancestors]
    ups = [object_, *object_.ancestors]
    meeting = next((t for t in ups if t in above), None)
    if meeting is None:
        return []
    between = [*ups[: ups.index(meeting)], meeting, *reversed(above[: above.index(meeting)])]
    return [t for t in between if t not in (subject, object_)]
