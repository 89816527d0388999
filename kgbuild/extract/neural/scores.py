"""Ask the learned relation model about the mentions of an article's sentences.

One run a window of the encoder: every mention in it is marked, and each pair of mentions of
one sentence gets a probability for every relation and, in case that they are tied, for
every status.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, permutations, product
from operator import itemgetter
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from spacy.tokens import Span

from kgbuild.extract.neural import encoder, weights
from kgbuild.extract.neural.encoder import Window
from kgbuild.extract.neural.tags import TYPES
from kgbuild.extract.text.paragraphs import Anchor, text_of
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth.confidence import Evidence
from kgbuild.model import FACTUAL, Form, Status, Type
from kgbuild.ontology import Ontology, Relation

MOST_PAIRS = 600
"""Pairs of a sentence that are asked about, the nearest first: their number is quadratic."""
LEAST = 0.02
_NEITHER = 0.5
_REFLEXIVE = frozenset("himself herself itself themselves".split())
"""They stand beside the name that they mean, far from the words that tell."""
_LINKS = frozenset({"CCONJ", "PUNCT", "DET", "PROPN", "NOUN", "ADJ", "PART"})
_FORMS = (Form.NAME, Form.NOMINAL, Form.PRONOUN)

Floats = NDArray[np.float64]
Key = tuple[int, str, int]
"""Subject, relation, object; the ends as referents."""


@dataclass(frozen=True, slots=True)
class Score:
    """How probable the model holds it that two mentions of a sentence stand in a relation.

    ``stands`` holds the probability of each status, in case that they do.
    """

    subject: Anchor
    relation: str
    object: Anchor
    probability: float
    stands: Mapping[Status, float]

    @property
    def key(self) -> Key:
        """The tie that the score speaks of."""
        return self.subject.referent, self.relation, self.object.referent


Told = Mapping[Key, Score]
"""What the model holds for possible in a sentence, of each tie the likeliest pair of mentions."""


def relations() -> Sequence[str]:
    """Return the relations that the model knows."""
    known: list[str] = weights.about()["relations"]
    return known


def evidence(told: Told, key: Key, status: Status, *, alone: bool) -> Evidence:
    """Return what the model says of one tie of a sentence, claimed with a status.

    ``alone`` says that no rule reads it.
    """
    subject, relation, object_ = key
    if not told or relation not in relations():
        return Evidence()
    found = told.get(key)
    objects, subjects = [0.0], [0.0]
    for (doer, tie, target), one in told.items():
        if tie == relation and (doer, target) != (subject, object_):
            if doer == subject:
                if not (found and _in_list(one.object, found.object)):
                    objects.append(one.probability)
            elif target == object_ and not (found and _in_list(one.subject, found.subject)):
                subjects.append(one.probability)
    return Evidence(
        found.probability if found else LEAST,
        _agreement(found.stands, status, alone=alone) if found else _NEITHER,
        max(objects),
        max(subjects),
    )


def at_best(told: Told, score: Score) -> Evidence:
    """Return what the model says of a tie that no rule reads, if its likeliest status is told."""
    likeliest = max(score.stands, key=score.stands.__getitem__)
    return without_status(evidence(told, score.key, likeliest, alone=True))


def without_status(one: Evidence) -> Evidence:
    """Return the same of one of two ties of a pair: the model knows one status for both."""
    return replace(one, stands=max(one.stands, _NEITHER))


def either_way(told: Told, key: Key) -> Told:
    """Return the same, where the model may take one end of a tie for the other."""
    subject, relation, object_ = key
    one, other = told.get(key), told.get((object_, relation, subject))
    if other is None or (one is not None and one.probability >= other.probability):
        return told
    turned = replace(other, subject=other.object, object=other.subject)
    rest = {k: s for k, s in told.items() if k != other.key}
    return {**rest, key: turned}


def between(one: Anchor, other: Anchor) -> Span:
    """Return the words between two mentions of a sentence, whichever is first."""
    first, last = sorted((one.span, other.span), key=lambda span: (span.start, span.end))
    return first.doc[first.end : last.start]


def _in_list(one: Anchor, other: Anchor) -> bool:
    """Say whether two are named side by side, and so are no rivals: "at Acme, Beta and Gamma"."""
    links = between(one, other)
    return all(t.pos_ in _LINKS for t in links) and any(t.pos_ in {"CCONJ", "PUNCT"} for t in links)


def _agreement(stands: Mapping[Status, float], status: Status, *, alone: bool) -> float:
    """Return the probability of a status; where a rule reads that it is none, of no fact."""
    exact = alone or status in FACTUAL
    return stands.get(status, LEAST) if exact else 1 - sum(stands[s] for s in FACTUAL)


def ask(scenes: Sequence[Scene], ontology: Ontology) -> list[Told]:
    """Return what the model says of each sentence; nothing where the encoder read nothing.

    Only relations whose types fit the ends are asked for.
    """
    found: list[Told] = [{} for _ in scenes]
    known = [ontology.enabled(name) for name in relations()]
    fitting = frozenset(
        ends
        for ends in product(Type, Type)
        if any(r.fits(*ends) for r in ontology.relations.values())
    )
    placed = [
        (window, n)
        for n, scene in enumerate(scenes)
        if (window := encoder.window_at(scene.span.doc, scene.span.start_char))
    ]
    for _, group in groupby(placed, key=lambda pair: id(pair[0])):
        windows, numbers = zip(*group, strict=True)
        told = _of_window(windows[0], [scenes[n] for n in numbers], known, fitting)
        for n, one in zip(numbers, told, strict=True):
            found[n] = one
    return found


def _of_window(
    window: Window,
    scenes: Sequence[Scene],
    known: Sequence[Relation | None],
    fitting: Set[tuple[Type, Type]],
) -> Iterator[Told]:
    on = _on([a for scene in scenes for a in scene.anchors], window)
    inside: NDArray[np.bool_] = np.logical_or.reduce(on, axis=1)
    held = iter(inside.tolist())
    anchors = [[a for a in scene.anchors if next(held)] for scene in scenes]
    pairs = [_pairs(a, s, fitting) for a, s in zip(anchors, scenes, strict=True)]
    if not any(pairs):
        yield from ({} for _ in scenes)
        return
    firsts = np.cumsum([0, *(len(group) for group in anchors)])
    ends = [
        (s + first, o + first) for first, own in zip(firsts, pairs, strict=False) for s, o in own
    ]
    marked = [a for group in anchors for a in group]
    ties, stands = _run(window, marked, on[inside], scenes[0], ends)
    last = 0
    for scene, group, own in zip(scenes, anchors, pairs, strict=True):
        mine = slice(last, last + len(own))
        last += len(own)
        yield _best(_scores(scene, group, own, ties[mine], stands[mine], known))


def _best(scores: Iterator[Score]) -> Told:
    best: dict[Key, Score] = {}
    for score in scores:
        old = best.get(key := score.key)
        if old is None or score.probability > old.probability:
            best[key] = score
    return best


def _scores(
    scene: Scene,
    anchors: Sequence[Anchor],
    pairs: Sequence[tuple[int, int]],
    ties: Floats,
    stands: Floats,
    known: Sequence[Relation | None],
) -> Iterator[Score]:
    standings = stands.round(3)
    found = (ties >= LEAST).nonzero()
    likely = zip(*(places.tolist() for places in found), ties[found].tolist(), strict=True)
    for number, row in groupby(likely, key=itemgetter(0)):
        subject, object_ = (anchors[end] for end in pairs[number])
        types = scene.type(subject), scene.type(object_)
        standing = dict(zip(_statuses(), standings[number].tolist(), strict=True))
        for _, place, probability in row:
            relation = known[place]
            if relation and relation.fits(*types):
                yield Score(subject, relation.name, object_, round(probability, 3), standing)


@cache
def _statuses() -> tuple[Status, ...]:
    return tuple(Status(name) for name in weights.about()["statuses"])


def _on(anchors: Sequence[Anchor], window: Window) -> NDArray[np.bool_]:
    """Return (anchors, pieces), true where a piece is a mention's."""
    starts, ends = window.pieces.spans.T
    places = [(a.span.start_char, a.span.end_char) for a in anchors]
    lows, highs = np.array(places, np.int64).reshape(-1, 2, 1).transpose(1, 0, 2)
    on: NDArray[np.bool_] = (starts < highs) & (ends > lows)
    return on


def _pairs(
    anchors: Sequence[Anchor], scene: Scene, fitting: Set[tuple[Type, Type]]
) -> list[tuple[int, int]]:
    """Return the pairs of mentions that some relation may tie, the nearest if too many."""
    kinds = [scene.type(anchor) for anchor in anchors]
    asked = [i for i, a in enumerate(anchors) if text_of(a.span).lower() not in _REFLEXIVE]
    found = [
        (i, j)
        for i, j in permutations(asked, 2)
        if anchors[i].referent != anchors[j].referent and (kinds[i], kinds[j]) in fitting
    ]
    if len(found) > MOST_PAIRS:
        found = sorted(found, key=lambda p: (abs(p[0] - p[1]), p))[:MOST_PAIRS]
    return sorted(found)


def _run(
    window: Window,
    marked: Sequence[Anchor],
    on: NDArray[np.bool_],
    scene: Scene,
    ends: Sequence[tuple[int, int]],
) -> tuple[Floats, Floats]:
    """Return probabilities (pairs, relations) and (pairs, statuses)."""
    inside = (on / on.sum(axis=1, keepdims=True)).astype(np.float32)
    kinds = [TYPES.index(scene.type(a).value) * len(_FORMS) + _FORMS.index(a.form) for a in marked]
    given = {
        "vectors": window.vectors,
        "inside": inside,
        "first": on.argmax(axis=1).astype(np.int64),
        "kind": np.array(kinds, np.int64),
        # The model was written for two pairs or more.
        "ends": np.array([*ends, ends[0]], np.int64),
    }
    ties, stands = (raw.astype(np.float64) for raw in _session(weights.FOLDER).run(None, given))
    odds = np.exp(stands - stands.max(axis=1, keepdims=True))
    return 1 / (1 + np.exp(-ties)), odds / odds.sum(axis=1, keepdims=True)


@cache
def _session(folder: Path) -> ort.InferenceSession:
    return encoder.session(folder / "relations.onnx")
