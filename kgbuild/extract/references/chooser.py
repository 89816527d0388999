"""Choose what a reference takes up: a small learned scorer over clues and the encoder's vectors.

A layer reads each thing (its clues, the encoder's vectors of the reference and of its last and
first mention, each brought down to a few numbers, and their products), another reads the reference
alone for "none of them"; the greatest probability is taken where it is great enough.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from kgbuild.errors import ModelError
from kgbuild.extract.neural import encoder, weights
from kgbuild.extract.references.clues import Question
from kgbuild.model import Form

FILE = "references.npz"
WIDTH = 384
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of each network that was trained, and the least probability taken by form."""

    nets: tuple[Mapping[str, Floats], ...]
    least: Mapping[Form, float]

    def __call__(self, question: Question) -> tuple[int, float] | None:
        """Return the number of the thing that is meant and how probable, None where none is."""
        vectors = vectors_of(question)
        told = sum(probabilities(net, question.own, question.each, vectors) for net in self.nets)
        # Rounded, so that a last digit decides nothing; of equals the last mentioned is taken.
        chances = np.round(np.asarray(told) / len(self.nets), 4)
        best = int(chances[1:].argmax())
        sure = (
            chances[1 + best] >= self.least[question.reference.form]
            and chances[1 + best] > chances[0]
        )
        return (question.numbers[best], float(chances[1 + best])) if sure else None


def probabilities(net: Mapping[str, Floats], own: Floats, each: Floats, vectors: Floats) -> Floats:
    """Return (1 + things,): how probable it is that none is meant, and each of the things."""
    count = len(each)
    reference = np.tanh(vectors[0] @ net["reference"])
    last = np.tanh(vectors[1 : count + 1] @ net["last"])
    first = np.tanh(vectors[count + 1 :] @ net["first"])
    alone = np.concatenate([own, reference])
    rows = np.concatenate(
        [np.tile(alone, (count, 1)), each, last, reference * last, first, reference * first], axis=1
    )
    none = np.tanh(alone @ net["none_in"] + net["none_bias"]) @ net["none_out"] + net["offset"]
    scores = (np.tanh(rows @ net["each_in"] + net["each_bias"]) @ net["each_out"])[:, 0]
    raw = np.concatenate([none, scores])
    powers = np.exp(raw - raw.max())
    found: Floats = powers / powers.sum()
    return found


def vectors_of(question: Question) -> Floats:
    """Return (1 + 2 things, WIDTH): of the reference, each thing's last, each's first mention."""
    heads = (question.reference.head, *question.heads, *question.firsts)
    return np.stack([_vector(head) for head in heads]).astype(np.float64)


def _vector(token: Token) -> NDArray[np.float32]:
    """Return the vector of a word's first piece; zeros where no encoder read it."""
    window = encoder.window_at(token.doc, token.idx)
    if window is None:
        return np.zeros(WIDTH, np.float32)
    place = int(np.searchsorted(window.pieces.spans[1:-1, 0], token.idx, side="right"))
    vector: NDArray[np.float32] = window.vectors[max(1, place)]
    return vector


@cache
def load(folder: Path = weights.FOLDER) -> Scorer:
    """Return the scorer of a weights folder.

    Raises:
        ModelError: The file is missing or damaged.
    """
    try:
        with np.load(folder / FILE) as file:
            parts = {name: file[name].astype(np.float64) for name in file.files}
        count = int(parts["nets"])
        nets = ({k[2:]: v for k, v in parts.items() if k.startswith(f"{n}_")} for n in range(count))
        least = {Form.PRONOUN: parts["least"][0], Form.NOMINAL: parts["least"][1]}
        return Scorer(tuple(nets), {form: float(share) for form, share in least.items()})
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"The learned weights lack {FILE}: {error}. {weights.MEND}") from error
