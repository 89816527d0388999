"""How far ties reach: to the listed, to what two share, to owners and owned."""

from collections.abc import Iterator

from kgbuild.graph.build import Graph
from kgbuild.graph.names import named
from kgbuild.graph.ties import ENDS, EVIDENCE, LISTED_ON, Tie, Wanted, every, row, touching, weight
from kgbuild.model import Status, Type
from kgbuild.projection import Value
from kgbuild.queries import Answer

PARTIES = frozenset({Type.PERSON, Type.ORGANIZATION})
STEPS = 3
"""The most steps of ``exposure``."""
OWNING = frozenset({"OWNS", "ACQUIRED", "SUBSIDIARY_OF"})
LEVELS = 6
"""The most steps of ``ownership`` in either direction."""
OWNERSHIP = ("level", *ENDS, *EVIDENCE, "articles", "confidence")


def exposure(
    graph: Graph, *, name: str, steps: int, statuses: list[str], hide: list[str], limit: int
) -> Answer:
    """Answer ``exposure``: who is tied, within a few steps, to somebody on a list."""
    lists = named(graph, name) if name else None
    listed = {
        tie.subject
        for tie in every(graph)
        if tie.data["type"] == LISTED_ON
        and tie.data["status"] == Status.ASSERTED
        and (lists is None or tie.object in lists)
    }
    wanted, longest = Wanted(statuses, hide), min(steps, STEPS)
    chains = [
        chain
        for one in listed
        for chain in _nearest(graph, one, wanted, longest)
        if chain[-1] not in listed
    ]
    chains.sort(key=lambda c: (len(c), -graph.nodes[c[-1]]["articles"], c[-1], c[0]))
    return [_exposed(graph, chain) for chain in chains[:limit]]


def _nearest(graph: Graph, start: str, wanted: Wanted, steps: int) -> Iterator[tuple[str, ...]]:
    """Yield to each party in reach the first of its shortest chains."""
    seen = {start}
    rim: dict[str, tuple[str, ...]] = {start: (start,)}
    for _ in range(steps):
        further: dict[str, tuple[str, ...]] = {}
        for tie in touching(graph, rim):
            for here, there in ((tie.subject, tie.object), (tie.object, tie.subject)):
                party = graph.nodes[there]["type"] in PARTIES
                if here in rim and there not in seen and party and wanted.holds(tie.data):
                    chain = (*rim[here], there)
                    further[there] = min(further.get(there, chain), chain)
        seen |= further.keys()
        rim = further
        yield from further.values()


def _exposed(graph: Graph, chain: tuple[str, ...]) -> dict[str, Value | None]:
    start, *between, party = chain
    return {
        "name": graph.nodes[party]["name"],
        "type": graph.nodes[party]["type"],
        "steps": len(chain) - 1,
        "through": [graph.nodes[node]["name"] for node in between],
        "listed": graph.nodes[start]["name"],
        "id": party,
        "listedId": start,
    }


def common(
    graph: Graph, *, a: str, b: str, statuses: list[str], hide: list[str], limit: int
) -> Answer:
    """Answer ``common``: what two entities are both tied to."""
    these, those = named(graph, a), named(graph, b)
    wanted = Wanted(statuses, hide)
    left, right = (_beyond(graph, asked, these | those, wanted) for asked in (these, those))
    shared = [(left[node], right[node], node) for node in left.keys() & right.keys()]
    shared.sort(key=lambda one: (weight(one[0][0])[0] + weight(one[1][0])[0], one[2]))
    return [
        {
            "name": graph.nodes[node]["name"],
            "type": graph.nodes[node]["type"],
            **_side("A", mine),
            **_side("B", others),
            "id": node,
        }
        for mine, others, node in shared[:limit]
    ]


def _beyond(
    graph: Graph, asked: set[str], without: set[str], wanted: Wanted
) -> dict[str, list[Tie]]:
    """Return what some entities are tied to, each with the ties, the best first."""
    found: dict[str, list[Tie]] = {}
    for tie in touching(graph, asked):
        other = tie.object if tie.subject in asked else tie.subject
        if other not in without and wanted.holds(tie.data):
            found.setdefault(other, []).append(tie)
    for ties in found.values():
        ties.sort(key=lambda tie: (*weight(tie), tie.data["id"]))
    return found


def _side(letter: str, ties: list[Tie]) -> dict[str, Value | None]:
    best = ties[0].data
    columns = ("relation", "status", "sentence", "source")
    return {
        f"ties{letter}": len(ties),
        **{f"{column}{letter}": best.get(column) for column in columns},
    }


def ownership(graph: Graph, *, name: str, longest: int) -> Answer:
    """Answer ``ownership``: who owns an entity, and what it owns, level by level."""
    asked = named(graph, name)
    found = [
        (level * direction, tie)
        for direction in (1, -1)
        for level, tie in _levels(graph, asked, direction, min(longest, LEVELS))
    ]
    found.sort(key=lambda pair: (-pair[0], -pair[1].data["articles"], pair[1].data["id"]))
    return [{"level": level, **row(graph, tie, OWNERSHIP[1:])} for level, tie in found]


def _levels(
    graph: Graph, start: set[str], direction: int, longest: int
) -> Iterator[tuple[int, Tie]]:
    """Yield each tie on the way up (1) or down (-1), with how many steps away it is."""
    seen, rim = {*start}, {*start}
    for level in range(1, longest + 1):
        further = set()
        for tie in touching(graph, rim):
            owned, owner = _owned(tie)
            here, there = (owned, owner) if direction == 1 else (owner, owned)
            if tie.data["type"] in OWNING and here in rim:
                yield level, tie
                further.add(there)
        rim = further - seen
        seen |= further


def _owned(tie: Tie) -> tuple[str, str]:
    """Return what is owned by a tie of ownership, and by whom."""
    under = tie.data["type"] == "SUBSIDIARY_OF"
    return (tie.subject, tie.object) if under else (tie.object, tie.subject)
