"""What one gold item adds to the figures: counts, the statements judged, what went wrong.

Figures are named ``entities``, ``entities PERSON``, ``names``, ``pronouns``, ``nominals``,
``relations``, ``relations LEADS``, ``statements``; for each ``gold``, ``found`` and ``right`` are
counted, and ``hit`` where one finding may be right of several gold ones.
"""

from collections import Counter
from dataclasses import dataclass, field

from kgbuild.evaluate.gold import Item
from kgbuild.model import Statement, Status


@dataclass(frozen=True, slots=True)
class Drawn:
    """One statement of a reading, judged by the gold."""

    item: str
    relation: str
    rule: str
    confidence: float
    status: Status
    right: bool
    status_right: bool
    forbidden: bool

    @classmethod
    def of(
        cls, item: Item, said: Statement, *, right: bool, status_right: bool, forbidden: bool
    ) -> "Drawn":
        """Return a statement of an item's reading with what the gold says of it."""
        about = (item.id, said.relation, said.rule, said.confidence, said.status)
        return cls(*about, right, status_right, forbidden)


@dataclass(frozen=True, slots=True)
class Wrong:
    """One difference. ``mark`` is - missed, + false, ~ of another status, ! forbidden."""

    mark: str
    what: str
    sentence: str = ""


@dataclass(slots=True)
class Score:
    """What one item adds to each figure."""

    item: str
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    drawn: list[Drawn] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)

    def add(self, figure: str, kind: str = "", **counts: int) -> None:
        """Add ``gold``, ``found`` and so on to a figure, and to its kind: "relations LEADS"."""
        for name in (figure, f"{figure} {kind}") if kind else (figure,):
            for what, count in counts.items():
                self.counts[name, what] += count
