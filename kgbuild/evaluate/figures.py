"""Sum the scores of items into precision, recall and F1, with bootstrap intervals.

The intervals are percentiles over 1,000 resamples of the items (Efron 1979), by a fixed seed:
they say how far the figure may move with other items of the same kind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kgbuild.evaluate.score import Drawn, Score

RESAMPLES, SEED = 1000, 17
EDGES = (0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
SHARES = ("status", "forbidden")
"""Figures that are a share or a count, not precision and recall."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its counts; ``low`` and ``high`` bound F1, or the share, at 95 %."""

    name: str
    precision: float | None
    recall: float | None
    f1: float | None
    gold: int
    found: int
    right: int
    low: float | None
    high: float | None


def figures(scores: Sequence[Score]) -> Iterator[Figure]:
    """Yield every figure that the items tell anything of, by name."""
    names = sorted({name for score in scores for name, _ in score.counts})
    picks = np.random.default_rng(SEED).integers(0, max(1, len(scores)), (RESAMPLES, len(scores)))
    for name in names:
        columns = {k: _column(scores, name, k) for k in ("gold", "found", "right", "hit")}
        if not any(column.any() for column in columns.values()):
            continue
        yield _figure(name, columns, picks)


def _column(scores: Sequence[Score], name: str, kind: str) -> Array:
    if kind == "hit":  # recall's own count, where one finding may hit several gold ones
        own = any((name, "hit") in score.counts for score in scores)
        kind = "hit" if own else "right"
    return np.array([score.counts[name, kind] for score in scores], float)


def _figure(name: str, columns: dict[str, Array], picks: NDArray[np.int64]) -> Figure:
    gold, found, right = (int(columns[k].sum()) for k in ("gold", "found", "right"))
    if name == "forbidden":
        return Figure(name, None, None, None, gold, found, right, None, None)
    share = name.split()[0] in SHARES
    resampled = {kind: column[picks].sum(axis=1) for kind, column in columns.items()}
    spread = _precision(resampled) if share else _f1(resampled)
    whole = {kind: np.array([column.sum()]) for kind, column in columns.items()}
    low, high = (round(float(q), 4) for q in np.percentile(spread, (2.5, 97.5)))
    precision = round(float(_precision(whole)[0]), 4)
    recall = None if share else round(float(_recall(whole)[0]), 4)
    f1 = None if share else round(float(_f1(whole)[0]), 4)
    return Figure(name, precision, recall, f1, gold, found, right, low, high)


def _precision(of: dict[str, Array]) -> Array:
    return of["right"] / np.maximum(of["found"], 1)


def _recall(of: dict[str, Array]) -> Array:
    return of["hit"] / np.maximum(of["gold"], 1)


def _f1(of: dict[str, Array]) -> Array:
    precision, recall = _precision(of), _recall(of)
    return 2 * precision * recall / np.maximum(precision + recall, 1e-12)


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements whose confidence lies in ``low`` to ``high``, and how many are right."""

    low: float
    high: float
    count: int
    mean: float
    right: float


def reliability(drawn: Sequence[Drawn]) -> list[Bin]:
    """Return the share of right statements (tie and status) by bins of confidence."""
    bins = []
    for low, high in pairwise(EDGES):
        inside = [d for d in drawn if low <= d.confidence < high]
        if inside:
            mean = sum(d.confidence for d in inside) / len(inside)
            right = sum(d.status_right for d in inside) / len(inside)
            bins.append(Bin(low, min(high, 1.0), len(inside), round(mean, 3), round(right, 3)))
    return bins


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: the mean gap of confidence and truth."""
    total = sum(b.count for b in bins)
    return round(sum(b.count * abs(b.mean - b.right) for b in bins) / max(1, total), 3)
