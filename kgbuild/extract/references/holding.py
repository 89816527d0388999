"""What a verb tells of somebody and a body that is left unsaid: "joined the board", "owns 40%"."""

from dataclasses import dataclass

from spacy.tokens import Token

from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.verbs import VERBAL
from kgbuild.extract.text.vocabulary import STAYS

SITS = frozenset("remain serve sit stay".split())
"""On a board."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a verb tells of somebody and a body: a tie, and whether it ends or was."""

    relation: str
    said: Clause
    ends: bool = False
    suffers: bool = False
    owners: tuple[Token, ...] = ()

    @property
    def persons(self) -> tuple[Token, ...]:
        """The words for whom it is told of."""
        return self.owners or (self.said.targets if self.suffers else self.said.doers)

    @property
    def governor(self) -> Token | None:
        """The verb, if there is one: none in "Acme, with 9 per cent, agreed"."""
        return self.said.governor if self.said.verb.pos_ in VERBAL else None

    @property
    def state(self) -> bool:
        """Whether it is over, since told in the past: "sat on the board", but "kept a third"."""
        told = self.relation != "WORKS_FOR" or lemma(self.said.verb) in SITS | {"have", "hold"}
        return told and self.said.past and lemma(self.said.verb) not in STAYS
