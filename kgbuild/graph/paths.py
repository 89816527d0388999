"""Chains of ties between two entities."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kgbuild.graph.build import Graph
from kgbuild.graph.names import named
from kgbuild.graph.ties import ENDS, EVIDENCE, Tie, Wanted, row, touching, weight
from kgbuild.queries import Answer

PATH = (*ENDS, "role", "verb", *EVIDENCE, "articles", "confidence")
Chain = tuple[str, ...]
REACH = 3
"""The most steps of ``paths``: further out there are more chains than can be weighed."""


def path(
    graph: Graph, *, a: str, b: str, longest: int, statuses: list[str], hide: list[str]
) -> Answer:
    """Answer ``path``: the shortest chain, of several the one whose ids come first.

    Only factual ties that aren't hidden are walked, in either direction. Where a name
    means several entities, the best chain over all pairs is taken.
    """
    walk = _Walk(graph, Wanted(statuses, hide))
    starts = named(graph, a)
    chains = (chain for end in named(graph, b) for chain in walk.chains(starts, end, longest))
    best = min(chains, key=lambda chain: (len(chain), chain), default=())
    return [
        {"step": step, **row(graph, tie, PATH)}
        for step, (here, there) in enumerate(pairwise(best), 1)
        for tie in walk.between(here, there)
    ]


def paths(
    graph: Graph, *, a: str, b: str, statuses: list[str], hide: list[str], limit: int
) -> Answer:
    """Answer ``paths``: the best-evidenced chains, each as good as its weakest step."""
    walk = _Walk(graph, Wanted(statuses, hide))
    starts = named(graph, a)
    chains = (chain for end in named(graph, b) for chain in walk.simple(starts, end))
    weighed = sorted(_weighed(chain, walk) for chain in set(chains))
    return [
        {"chain": number, "step": step, **row(graph, tie, PATH)}
        for number, found in enumerate(weighed[:limit], 1)
        for step, tie in enumerate(map(walk.best, found.chain, found.chain[1:]), 1)
    ]


class _Weighed(NamedTuple):
    """A chain by the order in which it is shown."""

    articles: int
    confidence: float
    steps: int
    chain: Chain


def _weighed(chain: Chain, walk: "_Walk") -> _Weighed:
    weights = [weight(walk.best(here, there)) for here, there in pairwise(chain)]
    articles, confidence = (max(of_each) for of_each in zip(*weights, strict=True))
    return _Weighed(int(articles), confidence, len(weights), chain)


class _Walk:
    """The graph as seen by one who follows only the wanted ties."""

    def __init__(self, graph: Graph, wanted: Wanted) -> None:
        self._graph = graph
        self._wanted = wanted
        self._known: dict[str, set[str]] = {}
        self._best: dict[tuple[str, str], Tie] = {}

    def chains(self, starts: set[str], end: str, longest: int) -> Iterator[Chain]:
        """Yield the first of the shortest chains to the end from each start that has one."""
        distance = self._distances(end, starts, longest)
        for start in starts & distance.keys() - {end}:
            chain = [start]
            while chain[-1] != end:
                left = distance[chain[-1]] - 1
                onward = self._neighbours(chain[-1])
                chain.append(min(node for node in onward if distance.get(node) == left))
            yield tuple(chain)

    def simple(self, starts: set[str], end: str) -> Iterator[Chain]:
        """Yield the chains of up to ``REACH`` steps that meet no node twice."""
        distance = self._distances(end, None, REACH)
        open_: list[Chain] = [(start,) for start in starts - {end}]
        while open_:
            chain = open_.pop()
            for node in self._neighbours(chain[-1]) - {*chain}:
                if node == end:
                    yield (*chain, node)
                elif len(chain) + distance.get(node, REACH) <= REACH:
                    open_.append((*chain, node))

    def best(self, here: str, there: str) -> Tie:
        """Return the tie of a step that most articles report."""
        if (here, there) not in self._best:
            ties = self.between(here, there)
            self._best[here, there] = min(ties, key=lambda tie: (*weight(tie), tie.data["id"]))
        return self._best[here, there]

    def between(self, here: str, there: str) -> list[Tie]:
        """Return the ties of a step, the surest first."""
        ends = {here, there}
        ties = (tie for tie in self._ties(here) if {tie.subject, tie.object} == ends)
        return sorted(ties, key=lambda tie: (-tie.data["confidence"], tie.data["id"]))

    def _distances(self, end: str, starts: set[str] | None, longest: int) -> dict[str, int]:
        """Return how many steps nodes are from the end, until all starts, if any, are reached."""
        distance = {end: 0}
        rim = {end}
        for steps in range(1, longest + 1):
            rim = {node for near in rim for node in self._neighbours(near)} - distance.keys()
            distance |= dict.fromkeys(rim, steps)
            if not rim or (starts is not None and starts <= distance.keys()):
                break
        return distance

    def _neighbours(self, node: str) -> set[str]:
        if node not in self._known:
            ends = {end for tie in self._ties(node) for end in (tie.subject, tie.object)}
            self._known[node] = ends - {node}
        return self._known[node]

    def _ties(self, node: str) -> list[Tie]:
        return [tie for tie in touching(self._graph, [node]) if self._wanted.holds(tie.data)]
