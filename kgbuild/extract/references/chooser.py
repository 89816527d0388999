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
from kgbuild.extract.references.question import Question
from kgbuild.model import Form

FILE = "references.npz"
WIDTH = 384
_VECTORS = "kgbuild_vectors"
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of the networks that were trained, and the least probability taken by form.

    Each of the ``nets`` has the same of every network, (networks, inputs, outputs).
    """

    nets: Mapping[str, Floats]
    least: Mapping[Form, float]

    def __call__(self, question: Question) -> tuple[int, float] | None:
        """Return the number of the thing that is meant and how probable, None where none is."""
        vectors = vectors_of(question)
        told = probabilities(self.nets, question.own, question.each, vectors)
        # Rounded, so that a last digit decides nothing; of equals the last mentioned is taken.
        chances = (told.sum(axis=0) / len(told)).round(4)
        best = int(chances[1:].argmax())
        sure = (
            chances[1 + best] >= self.least[question.reference.form]
            and chances[1 + best] > chances[0]
        )
        return (question.numbers[best], float(chances[1 + best])) if sure else None


def probabilities(nets: Mapping[str, Floats], own: Floats, each: Floats, vectors: Floats) -> Floats:
    """Return (networks, 1 + things): how probable it is that none is meant, and each thing."""
    count, size = len(each), len(nets["offset"])
    reference = np.tanh(vectors[:1] @ nets["reference"])
    last = np.tanh(vectors[1 : count + 1] @ nets["last"])
    first = np.tanh(vectors[count + 1 :] @ nets["first"])
    alone = _beside(size, 1, own, reference)
    rows = _beside(size, count, alone, each, last, reference * last, first, reference * first)
    none = np.tanh(alone @ nets["none_in"] + nets["none_bias"]) @ nets["none_out"] + nets["offset"]
    scores = np.tanh(rows @ nets["each_in"] + nets["each_bias"]) @ nets["each_out"]
    raw = np.concatenate([none, scores], axis=1)[:, :, 0]
    powers = np.exp(raw - raw.max(axis=1, keepdims=True))
    found: Floats = powers / powers.sum(axis=1, keepdims=True)
    return found


def _beside(size: int, count: int, *parts: Floats) -> Floats:
    """Return (size, count, numbers): the parts side by side, each repeated where it has but one."""
    rows = np.empty((size, count, sum(part.shape[-1] for part in parts)))
    start = 0
    for part in parts:
        end = start + part.shape[-1]
        rows[:, :, start:end] = part
        start = end
    return rows


def vectors_of(question: Question) -> Floats:
    """Return (1 + 2 things, WIDTH): of the reference, each thing's last, each's first mention."""
    heads = (question.reference.head, *question.heads, *question.firsts)
    return np.array([_vector(head) for head in heads], np.float64)


def _vector(token: Token) -> NDArray[np.float32]:
    """Return the vector of a word's first piece; one thing's heads are asked for many times."""
    known: dict[int, NDArray[np.float32]] = token.doc.user_data.setdefault(_VECTORS, {})
    if token.i not in known:
        known[token.i] = _first_piece(token)
    return known[token.i]


def _first_piece(token: Token) -> NDArray[np.float32]:
    """Return the same from the encoder's window; zeros where none has it."""
    window = encoder.window_at(token.doc, token.idx)
    if window is None:
        return np.zeros(WIDTH, np.float32)
    place = int(window.pieces.spans[1:-1, 0].searchsorted(token.idx, side="right"))
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
        nets = {
            name[2:]: np.stack([np.atleast_2d(parts[f"{n}_{name[2:]}"]) for n in range(count)])
            for name in parts
            if name.startswith("0_")
        }
        least = {Form.PRONOUN: parts["least"][0], Form.NOMINAL: parts["least"][1]}
        return Scorer(nets, {form: float(share) for form, share in least.items()})
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"The learned weights lack {FILE}: {error}. {weights.MEND}") from error
