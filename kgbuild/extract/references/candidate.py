"""A description and a thing that it might take up: what the bars against that are asked of."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.traits import Traits
from kgbuild.extract.text.discourse import Thread


@dataclass(frozen=True, slots=True)
class Candidate:
    """A description with one thing: its mentions so far and what was told of it."""

    asked: Reference
    thread: Thread
    thing: Cluster
    traits: Traits

    @property
    def noun(self) -> Token:
        """The head of the description."""
        return self.asked.head

    @property
    def word(self) -> str:
        """The same in small letters."""
        return self.asked.head.lower_

    @property
    def nouns(self) -> Mapping[str, None]:
        """What the thing was called."""
        return self.traits.nouns.get(self.thread.number, {})

    @property
    def told(self) -> Set[str]:
        """What it was called, with the words before that: "a rocket maker"."""
        return self.traits.words.get(self.thread.number, set())
