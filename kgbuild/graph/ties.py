"""The edges between entities: what a thing is tied to, who leads it, who is listed."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from kgbuild.graph.build import Graph
from kgbuild.graph.names import named
from kgbuild.projection import Kind, Value
from kgbuild.queries import Answer

LEADING = frozenset({"LEADS", "FOUNDED"})
LISTED_ON = "LISTED_ON"
ENDS = ("subject", "relation", "object", "subjectId", "objectId", "status")
EVIDENCE = ("since", "until", "sentence", "source")
REPORTED = ("firstReported", "lastReported")
TIES = (
    *(*ENDS, "role", "verb", *EVIDENCE),
    *(*REPORTED, "statements", "articles", "confidence"),
)
LEADS = (*ENDS, "role", *EVIDENCE, *REPORTED, "articles", "confidence")
NEW = ("firstReported", *ENDS, "role", "verb", *EVIDENCE, "articles", "confidence")
LISTED = (*ENDS, *EVIDENCE, "articles", "confidence")


class Tie(NamedTuple):
    """An edge between two entities."""

    subject: str
    object: str
    data: Mapping[str, Any]


class Wanted(NamedTuple):
    """Which ties count: those of these statuses, less these relations."""

    statuses: Collection[str]
    hide: Collection[str]

    def holds(self, data: Mapping[str, Any]) -> bool:
        """Say whether an edge's or a statement's properties are wanted."""
        return data["status"] in self.statuses and data["relation"] not in self.hide


def touching(graph: Graph, nodes: Iterable[str]) -> list[Tie]:
    """Return all ties of the entities, of any status, each once."""
    found = {}
    for node in nodes:
        for edges in (graph.out_edges(node, data=True), graph.in_edges(node, data=True)):
            for subject, object_, data in edges:
                if data["kind"] == Kind.EDGE:
                    found[data["id"]] = Tie(subject, object_, data)
    return list(found.values())


def every(graph: Graph, name: str = "") -> list[Tie]:
    """Return all ties, or where a folded name is given those of the entities that bear it."""
    if name:
        return touching(graph, named(graph, name))
    found = (Tie(*edge) for edge in graph.edges(data=True))
    return [tie for tie in found if tie.data["kind"] == Kind.EDGE]


def weight(tie: Tie) -> tuple[int, float]:
    """Return what sorts ties by their evidence, the best first; ties of these break on id."""
    return -tie.data["articles"], -tie.data["confidence"]


def row(graph: Graph, tie: Tie, columns: Iterable[str]) -> dict[str, Value | None]:
    """Return a tie's columns, by name."""
    ends = {
        "subject": graph.nodes[tie.subject]["name"],
        "object": graph.nodes[tie.object]["name"],
        "subjectId": tie.subject,
        "objectId": tie.object,
    }
    return {name: ends[name] if name in ends else tie.data.get(name) for name in columns}


def ties(
    graph: Graph,
    *,
    name: str,
    statuses: list[str],
    hide: list[str],
    confidence: float,
    limit: int,
) -> Answer:
    """Answer ``ties``: what an entity is tied to."""
    wanted = Wanted(statuses, hide)
    found = [
        tie
        for tie in touching(graph, named(graph, name))
        if wanted.holds(tie.data) and tie.data["confidence"] >= confidence
    ]
    found.sort(key=lambda tie: (*weight(tie), tie.data["relation"], tie.data["id"]))
    return [row(graph, tie, TIES) for tie in found[:limit]]


def leads(graph: Graph, *, name: str) -> Answer:
    """Answer ``leads``: who leads, led or founded an organisation or a place."""
    asked = named(graph, name)
    found = [
        tie for tie in touching(graph, asked) if tie.object in asked and tie.data["type"] in LEADING
    ]
    found.sort(key=lambda tie: (tie.data["status"], *weight(tie), tie.data["id"]))
    found.sort(key=lambda tie: str(tie.data["type"]), reverse=True)
    return [row(graph, tie, LEADS) for tie in found]


def listed(graph: Graph, *, name: str) -> Answer:
    """Answer ``listed``: who is on a list, or on any."""
    asked = named(graph, name) if name else None

    def order(tie: Tie) -> tuple[Any, ...]:
        listing = graph.nodes[tie.object]
        since = tie.data.get("since")
        return -listing["articles"], tie.object, since is None, since or "", tie.data["id"]

    found = (Tie(*edge) for edge in graph.in_edges(asked, data=True))
    return [
        row(graph, tie, LISTED)
        for tie in sorted((t for t in found if t.data["type"] == LISTED_ON), key=order)
    ]


def new(
    graph: Graph, *, since: str, name: str, statuses: list[str], hide: list[str], limit: int
) -> Answer:
    """Answer ``new``: the ties that no article before a date reports."""
    wanted = Wanted(statuses, hide)
    found = [
        tie
        for tie in every(graph, name)
        if wanted.holds(tie.data) and (tie.data.get("firstReported") or "") >= since
    ]
    found.sort(key=lambda tie: (-tie.data["articles"], tie.data["id"]))
    found.sort(key=lambda tie: str(tie.data["firstReported"]), reverse=True)
    return [row(graph, tie, NEW) for tie in found[:limit]]
