"""The question of what a reference takes up, and what is known when it is asked."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.traits import Traits
from kgbuild.extract.text.discourse import Discourse


@dataclass(frozen=True, slots=True)
class Question:
    """A reference with the things that it can take up, the last mentioned first.

    ``own`` (R,) are clues of the reference, ``each`` (things, C) of the things; ``heads`` are
    the heads of their last mentions.
    """

    reference: Reference
    numbers: tuple[int, ...]
    heads: tuple[Token, ...]
    firsts: tuple[Token, ...]
    own: NDArray[np.float64]
    each: NDArray[np.float64]


Decide = Callable[[Question], tuple[int, float] | None]
"""Answers a question with a thing's number and how probable it is; None: it takes up none."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when a question is asked: the things, their traits, what was mentioned.

    ``after`` are things named later in the sentence, ``speakers`` those who say it, ``datelines``
    places that stand before what is told, ``inside`` what the reference itself names.
    """

    things: Sequence[Cluster]
    traits: Traits
    told: Discourse
    after: Set[int]
    speakers: Set[int]
    datelines: Set[int] = frozenset()
    inside: Set[int] = frozenset()
