"""Find the pairs of entities that may be one, without comparing each with each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgbuild.model import Type
from kgbuild.resolve.alike import keys, likeness

BLOCK = 60
"""Entities that may share a key: one that more share tells too little to compare all of them."""
COMPARED = 40
"""Entities that one is compared with, those that share the rarest keys."""
NAMES = 8
"""Names of an entity that are compared, the shortest."""
LEAST = 0.75


@dataclass(frozen=True, slots=True)
class Known:
    """An entity with the names that it goes by."""

    id: str
    type: Type
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities, the lesser id first, and how alike their names are."""

    likeness: float
    left: str
    right: str


class Index:
    """Entities by what their names can be found by."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = {one.id: one for one in known}
        self._blocks: dict[tuple[Type, str], list[str]] = defaultdict(list)
        for one in self._known.values():
            for key in _keys(one):
                self._blocks[one.type, key].append(one.id)

    def pairs(self, least: float = LEAST) -> Iterator[Pair]:
        """Yield the pairs that are at least so alike, by their first id."""
        for id_ in sorted(self._known):
            for other, alike in self._compared(id_, BLOCK):
                if id_ < other and alike >= least:
                    yield Pair(alike, id_, other)

    def near(self, id_: str, limit: int) -> list[Pair]:
        """Return the pairs of one entity with those most like it, the likest first."""
        found = sorted(self._compared(id_, len(self._known)), key=lambda one: (-one[1], one[0]))
        return [Pair(alike, *sorted((id_, other))) for other, alike in found[:limit]]

    def _compared(self, id_: str, block: int) -> Iterator[tuple[str, float]]:
        ours = self._known[id_]
        shared: Counter[str] = Counter()
        for key in sorted(_keys(ours)):
            members = self._blocks[ours.type, key]
            if len(members) <= block:
                for other in members:
                    shared[other] += 1000 // len(members)
        del shared[id_]
        wanted = sorted(shared, key=lambda other: (-shared[other], other))
        for other in wanted[: COMPARED if block == BLOCK else None]:
            yield other, alike(ours, self._known[other])


def alike(one: Known, other: Known) -> float:
    """Return how alike the names of two entities are, by those most alike."""
    pairs = ((a, b) for a in _compared(one) for b in _compared(other))
    return round(max((likeness(one.type, *sorted(pair)) for pair in pairs), default=0.0), 3)


def _compared(one: Known) -> list[str]:
    return sorted(one.names, key=lambda name: (len(name), name))[:NAMES]


def _keys(one: Known) -> set[str]:
    return {key for name in _compared(one) for key in keys(one.type, name)}
