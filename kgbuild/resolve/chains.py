"""Find the chain of judgements that a new one would contradict."""

from collections import defaultdict
from collections.abc import Iterable

from kgbuild.model import Judgement, Side, Verdict

Links = dict[Side, list[Judgement]]


class Chains:
    """Judgements on pairs, by their sides; two judged the same must not come to be different."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._links: dict[Verdict, Links] = {verdict: defaultdict(list) for verdict in Verdict}
        for one in judgements:
            self.add(one)

    def add(self, judgement: Judgement) -> None:
        """Take a judgement in."""
        if judgement.right is not None:
            for side in judgement.sides:
                self._links[judgement.verdict][side].append(judgement)

    def against(self, new: Judgement) -> tuple[Judgement, ...]:
        """Return the judgements that together forbid a new one, in their order along the chain.

        >>> a, b, c = Side("PERSON:a"), Side("PERSON:b"), Side("PERSON:c")
        >>> known = Chains([Judgement(Verdict.SAME, a, b), Judgement(Verdict.DIFFERENT, b, c)])
        >>> [one.verdict.value for one in known.against(Judgement(Verdict.SAME, a, c))]
        ['same', 'different']
        """
        if new.right is None:
            return ()
        if new.verdict is Verdict.DIFFERENT:
            return self._path(self._reached(new.left), new.right)
        if new.verdict is Verdict.SAME:
            return self._forbidding(new.left, new.right)
        return ()

    def _forbidding(self, left: Side, right: Side) -> tuple[Judgement, ...]:
        ours, theirs = self._reached(left), self._reached(right)
        for side in ours:
            for apart in self._links[Verdict.DIFFERENT].get(side, ()):
                other = _other(apart, side)
                if other in theirs:
                    back = self._path(theirs, other)[::-1]
                    return (*self._path(ours, side), apart, *back)
        return ()

    def _reached(self, start: Side) -> dict[Side, Judgement | None]:
        """Return what judged sameness leads to, each side with the judgement that led there."""
        found: dict[Side, Judgement | None] = {start: None}
        queue = [start]
        for side in queue:
            for one in sorted(self._links[Verdict.SAME].get(side, ())):
                if (other := _other(one, side)) not in found:
                    found[other] = one
                    queue.append(other)
        return found

    def _path(self, reached: dict[Side, Judgement | None], end: Side) -> tuple[Judgement, ...]:
        path: list[Judgement] = []
        while (one := reached.get(end)) is not None:
            path.append(one)
            end = _other(one, end)
        return tuple(reversed(path))


def _other(judgement: Judgement, side: Side) -> Side:
    left, right = judgement.sides
    return right if side == left else left
