"""Join names into entities: the user's word first, then what articles equate.

A *slot* is what is joined: a referent key, or a key in one article where a judgement
speaks of that article alone. The result depends on the sets given, never on their order.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

Pair = tuple[str, str]


def join(
    slots: Iterable[str],
    automatic: Collection[Pair],
    same: Collection[Pair] = (),
    different: Collection[Pair] = (),
) -> tuple[tuple[str, ...], ...]:
    """Return the entities, each as its sorted slots, sorted.

    Judged ``same`` pairs are joined first, then ``automatic`` ones, each in sorted
    order; a join that would put two slots judged ``different`` together is skipped.

    >>> join("abc", [("a", "b"), ("b", "c")], different=[("a", "c")])
    (('a', 'b'), ('c',))
    """
    groups = _Groups(different)
    for pairs in (same, automatic):
        for left, right in sorted(tuple(sorted(pair)) for pair in pairs):
            groups.unite(left, right)
    found = defaultdict(list)
    for one in sorted(set(slots)):
        found[groups.root(one)].append(one)
    return tuple(sorted(tuple(group) for group in found.values()))


class _Groups:
    """Disjoint sets that know which of them must stay apart."""

    def __init__(self, different: Iterable[Pair]) -> None:
        self._parent: dict[str, str] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for left, right in different:
            self._apart[left].add(right)
            self._apart[right].add(left)

    def root(self, slot: str) -> str:
        while (parent := self._parent.get(slot, slot)) != slot:
            self._parent[slot] = slot = self._parent.get(parent, parent)
        return slot

    def unite(self, left: str, right: str) -> None:
        keep, lose = sorted((self.root(left), self.root(right)))
        if keep == lose or any(self.root(other) == keep for other in self._apart[lose]):
            return
        self._parent[lose] = keep
        self._apart[keep] |= self._apart[lose]
