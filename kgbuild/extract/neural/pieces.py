"""Cut text into the word pieces that the encoder knows, with what lower-casing hides.

The vocabulary is lower-cased, yet case tells names from words: each piece carries the
shape of the word that it is part of. Training and reading share this module.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]
SHAPES = ("other", "lower", "Title", "UPPER", "miXed", "X", "digits", "punctuation")


@dataclass(frozen=True, slots=True)
class Pieces:
    """One window of text as N pieces, [CLS] and [SEP] among them.

    ``ids`` and ``shapes`` are (N,); ``spans`` is (N, 2), code points of the window, (0, 0) for
    the two marks; ``first`` (N,) is true where a word begins.
    """

    ids: Ints
    shapes: Ints
    spans: Ints
    first: NDArray[np.bool_]


def load_tokenizer(path: Path) -> Tokenizer:
    """Return the tokenizer of a file, with nothing cut and nothing padded."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Return the pieces of a text."""
    coded = tokenizer.encode(text)
    words = np.array([-1 if word is None else word for word in coded.word_ids], np.int64)
    spans = np.array(coded.offsets, np.int64).reshape(-1, 2)
    within, parted = words >= 0, words[1:] != words[:-1]
    first, last = within.copy(), within.copy()
    first[1:] &= parted
    last[:-1] &= parted
    bounds = zip(spans[first, 0].tolist(), spans[last, 1].tolist(), strict=True)
    looks = np.array([0, *(shape(text[start:end]) for start, end in bounds)], np.int64)
    shapes = np.where(within, looks[first.cumsum()], 0)
    return Pieces(np.array(coded.ids, np.int64), shapes, spans, first)


@lru_cache(maxsize=1 << 14)
def shape(word: str) -> int:
    """Return the place of a word's shape in ``SHAPES``.

    >>> [SHAPES[shape(w)] for w in ("Huawei", "US", "iPhone", "said", "A", "5G", ",")]
    ['Title', 'UPPER', 'miXed', 'lower', 'X', 'digits', 'punctuation']
    """
    if not any(c.isalnum() for c in word):
        return 7
    if any(c.isdigit() for c in word):
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 5 if len(word) == 1 else 3
    if word.istitle():
        return 2
    return 4 if any(c.isupper() for c in word) else 0


def part(whole: Pieces, start: int, end: int) -> Pieces:
    """Return the pieces ``start`` to ``end`` between the two marks, offsets kept."""
    if start == 1 and end == len(whole.ids) - 1:
        return whole
    inner = slice(start, end)
    return Pieces(
        np.concatenate([whole.ids[:1], whole.ids[inner], whole.ids[-1:]]),
        np.concatenate([whole.shapes[:1], whole.shapes[inner], whole.shapes[-1:]]),
        np.concatenate([whole.spans[:1], whole.spans[inner], whole.spans[-1:]]),
        np.concatenate([whole.first[:1], whole.first[inner], whole.first[-1:]]),
    )
