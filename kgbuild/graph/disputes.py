"""What stands on weak legs: disputed, only planned, from one source alone."""

from typing import Any

from kgbuild.graph.build import Graph
from kgbuild.graph.names import named
from kgbuild.graph.ties import ENDS, Tie, Wanted, every, row
from kgbuild.model import Status
from kgbuild.projection import Kind, Value
from kgbuild.queries import Answer

SAID = (*ENDS, "articles", "firstReported", "sentence", "source")
PLAN = (*ENDS[:-1], "since", "firstReported", "sentence", "source")
SINGLE = ("articles", "firstReported", "sentence", "source", "confidence")
OUTCOMES = (Status.ASSERTED, Status.FORMER, Status.DENIED)
Claim = tuple[str, str, str, str]
"""Subject, relation, object, status."""


def disputed(graph: Graph, *, name: str, statuses: list[str], limit: int) -> Answer:
    """Answer ``disputed``: what one article says and another denies."""
    found = [
        (tie, denied)
        for denied in every(graph, name)
        if denied.data["type"] == Status.DENIED.upper()
        for tie in _alike(graph, denied)
        if tie.data["status"] in statuses and tie.data["id"] != denied.data["id"]
    ]
    found.sort(key=lambda pair: (-sum(one.data["articles"] for one in pair), *_ids(*pair)))
    shown = {name: f"denied{name.capitalize()}" for name in ("articles", "sentence", "source")}
    shown["firstReported"] = "deniedReported"
    return [
        row(graph, tie, SAID) | {shown[one]: denied.data.get(one) for one in SAID if one in shown}
        for tie, denied in found[:limit]
    ]


def planned(graph: Graph, *, name: str, limit: int) -> Answer:
    """Answer ``planned``: what was planned, and what became of it."""
    found: list[tuple[Tie, Tie | None]] = []
    for plan in every(graph, name):
        if plan.data["type"] == Status.PLANNED.upper():
            came = [tie for tie in _alike(graph, plan) if tie.data["status"] in OUTCOMES]
            found += [(plan, tie) for tie in came] or [(plan, None)]

    def order(pair: tuple[Tie, Tie | None]) -> tuple[Any, ...]:
        plan, tie = pair
        date = plan.data.get("firstReported")
        return date is None, date or "", plan.data["id"], tie.data["id"] if tie else ""

    return [
        row(graph, plan, PLAN) | _outcome(tie.data if tie else {})
        for plan, tie in sorted(found, key=order)[:limit]
    ]


def _outcome(data: Any) -> dict[str, Value | None]:
    return {
        "outcome": data.get("status"),
        "outcomeSince": data.get("since"),
        "outcomeReported": data.get("firstReported"),
        "outcomeSentence": data.get("sentence"),
        "outcomeSource": data.get("source"),
    }


def single(graph: Graph, *, name: str, statuses: list[str], hide: list[str], limit: int) -> Answer:
    """Answer ``single``: the ties that one publisher, or one article, alone reports."""
    wanted = Wanted(statuses, hide)
    asked = named(graph, name) if name else None
    found = [
        (tie, publisher)
        for claim, publisher in _lone(graph, wanted)
        if asked is None or claim[0] in asked or claim[2] in asked
        for tie in _between(graph, claim)
    ]
    found.sort(key=lambda pair: (-pair[0].data["confidence"], pair[0].data["id"]))
    return [
        {**row(graph, tie, ENDS), "publisher": publisher, **row(graph, tie, SINGLE)}
        for tie, publisher in found[:limit]
    ]


def _lone(graph: Graph, wanted: Wanted) -> list[tuple[Claim, str | None]]:
    """Return the claims of one source, with its publisher where one is named."""
    sources: dict[Claim, set[tuple[str, str | None]]] = {}
    for node, data in graph.nodes(data=True):
        if data["kind"] != Kind.STATEMENT or not wanted.holds(data):
            continue
        ends = {edge["type"]: end for _, end, edge in graph.out_edges(node, data=True)}
        claim = (ends["SUBJECT"], data["relation"], ends["OBJECT"], data["status"])
        publisher = graph.nodes[ends["STATED_IN"]].get("publisher")
        source = ends["STATED_IN"] if publisher is None else publisher
        sources.setdefault(claim, set()).add((source, publisher))
    return [
        (claim, max((one for _, one in of if one is not None), default=None))
        for claim, of in sources.items()
        if len({source for source, _ in of}) == 1
    ]


def _between(graph: Graph, claim: Claim) -> list[Tie]:
    subject, relation, object_, status = claim
    return [
        tie
        for tie in _across(graph, subject, object_)
        if (tie.data["relation"], tie.data["status"]) == (relation, status)
    ]


def _alike(graph: Graph, tie: Tie) -> list[Tie]:
    """Return the ties of the same subject, relation and object, itself among them."""
    same = tie.data["relation"]
    found = _across(graph, tie.subject, tie.object)
    return [one for one in found if one.data["relation"] == same]


def _across(graph: Graph, subject: str, object_: str) -> list[Tie]:
    edges = (graph.get_edge_data(subject, object_) or {}).values()
    return [Tie(subject, object_, data) for data in edges if data["kind"] == Kind.EDGE]


def _ids(*ties: Tie) -> tuple[str, ...]:
    return tuple(tie.data["id"] for tie in ties)
