"""Say what a name in an article is joined by, as far as the user's word changes it.

A *slot* is what is joined: a referent key, or that key in one article alone where a
judgement speaks of it there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgbuild import names
from kgbuild.model import Judgement, Side, Type, Verdict


@dataclass(frozen=True, slots=True)
class Slots:
    """What judgements say of single names: their type, and in which articles they stand alone.

    ``spoken`` are the keys of which they say anything at all.
    """

    types: Mapping[str, Type]
    alone: Mapping[str, tuple[str, ...]]
    spoken: frozenset[str] = frozenset()

    @classmethod
    def judged(cls, judgements: Iterable[Judgement]) -> "Slots":
        """Return what some judgements say; of two types for one name, the first in order."""
        types: dict[str, Type] = {}
        alone: dict[str, set[str]] = defaultdict(set)
        spoken: set[str] = set()
        for one in judgements:
            if one.verdict is not Verdict.UNSURE:
                spoken.update(side.key for side in one.sides)
            if one.verdict is Verdict.RETYPE:
                slot = one.left.slot
                types[slot] = min(types.get(slot, Type(one.value)), Type(one.value))
            elif one.verdict is not Verdict.UNSURE:
                for side in one.sides:
                    if side.article is not None:
                        alone[side.key].add(side.article)
        apart = {key: tuple(sorted(found)) for key, found in alone.items()}
        return cls(types, apart, frozenset(spoken))

    def of(self, type_: Type, name: str, filed: Iterable[str]) -> str:
        """Return the slot of a name in an article, which is filed under some keys.

        >>> Slots({"PERSON:huawei": Type.ORGANIZATION}, {}).of(Type.PERSON, "Huawei", ["a.txt"])
        'ORGANIZATION:huawei'
        """
        key = names.key(type_, name)
        if self.types:
            here = [self.types[s] for a in filed if (s := Side(key, a).slot) in self.types]
            key = names.key(here[0] if here else self.types.get(key, type_), name)
        alone = self.alone.get(key, ())
        return Side(key, next((article for article in filed if article in alone), None)).slot

    def beside(self, slot: str) -> list[str]:
        """Return the slots that are one thing with a slot unless judged apart: its key's others."""
        side = Side.of(slot)
        if side.article is not None:
            return [side.key]
        return [Side(side.key, article).slot for article in self.alone.get(side.key, ())]
