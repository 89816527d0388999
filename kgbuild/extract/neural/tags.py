"""Turn the encoder's tag scores into names: the best sequence that BIO allows."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kgbuild.extract.neural.pieces import Pieces

TYPES = ("PERSON", "ORGANIZATION", "PLACE", "LISTING")
TAGS = ("O", *(f"{letter}-{kind}" for kind in TYPES for letter in "BI"))
_FORBIDDEN = -1e6


def _moves() -> NDArray[np.float64]:
    """Return (tags, tags), 0 where the second may follow the first."""
    table = np.zeros((len(TAGS), len(TAGS)))
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            if after.startswith("I-") and before[2:] != after[2:]:
                table[i, j] = _FORBIDDEN
    return table


_MOVES = _moves()


def spans(scores: NDArray[np.floating], cut: Pieces) -> Iterator[tuple[int, int, str, float]]:
    """Yield names as start, end, type and the probability of the least sure word.

    ``scores`` is (N, tags), before softmax; start and end are code points of the window.
    A word is tagged by its first piece.
    """
    starts = np.flatnonzero(cut.first)
    if not len(starts):
        return
    ends = np.append(starts[1:], len(cut.first))
    raw = scores[starts].astype(np.float64)
    raw -= raw.max(axis=1, keepdims=True)
    log = raw - np.log(np.exp(raw).sum(axis=1, keepdims=True))
    best = _best(log)
    likely = log[np.arange(len(best)), best].tolist()
    path = best.tolist()
    word = 0
    while word < len(path):
        tag = path[word]
        if tag == 0:
            word += 1
            continue
        last = word
        while last + 1 < len(path) and path[last + 1] == tag + 1:
            last += 1
        until = ends[last]
        while until > starts[last] + 1 and cut.spans[until - 1, 1] == 0:  # [SEP]
            until -= 1
        sure = float(np.exp(min(likely[word : last + 1])))
        yield int(cut.spans[starts[word], 0]), int(cut.spans[until - 1, 1]), TAGS[tag][2:], sure
        word = last + 1


def _best(log: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the likeliest allowed sequence of tags of words (W, tags), by Viterbi."""
    likeliest: NDArray[np.int64] = log.argmax(axis=1)
    if not _MOVES[np.append(0, likeliest[:-1]), likeliest].any():  # mostly that is allowed
        return likeliest
    first = log[0] + np.where([t.startswith("I-") for t in TAGS], _FORBIDDEN, 0.0)
    score, back = first, np.zeros(log.shape, np.int64)
    for word in range(1, len(log)):
        ways = score[:, None] + _MOVES
        back[word] = ways.argmax(axis=0)
        score = ways[back[word], np.arange(len(TAGS))] + log[word]
    path = np.zeros(len(log), np.int64)
    path[-1] = score.argmax()
    for word in range(len(log) - 1, 0, -1):
        path[word - 1] = back[word, path[word]]
    return path
