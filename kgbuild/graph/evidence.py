"""The statements: each sentence that says something of an entity, and who says it."""

from collections.abc import Iterable, Iterator
from typing import Any

from kgbuild.graph.build import Graph
from kgbuild.graph.names import named
from kgbuild.graph.ties import Wanted
from kgbuild.projection import Value
from kgbuild.queries import Answer

EVIDENCE = (
    *("sentence", "source", "published", "publisher", "relation", "subject", "object"),
    *("status", "role", "verb", "since", "until", "speaker", "confidence", "rule"),
)
TIMELINE = (
    *("date", "subject", "relation", "object", "status", "role", "verb", "since", "until"),
    *("sentence", "source", "published", "publisher", "speaker", "confidence"),
)


def evidence(graph: Graph, *, a: str, b: str, statuses: list[str]) -> Answer:
    """Answer ``evidence``: every statement on ``a``, or on ``a`` and ``b``."""
    return _rows(graph, _about(graph, a, b, statuses), "published", EVIDENCE)


def sources(graph: Graph, *, a: str, b: str, statuses: list[str]) -> Answer:
    """Answer ``sources``: the publishers and speakers behind what ``evidence`` tells."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for statement in sorted(_about(graph, a, b, statuses)):
        ends = _ends(graph, statement)
        publisher = graph.nodes[ends["STATED_IN"]].get("publisher")
        group = publisher, ends.get("SAID_BY"), graph.nodes[statement]["status"]
        groups.setdefault(group, []).append(statement)
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[1][0]))
    return [_voice(graph, group, said) for group, said in ordered]


def _voice(graph: Graph, group: tuple[Any, ...], said: list[str]) -> dict[str, Value | None]:
    publisher, speaker, status = group
    dates = [graph.nodes[one]["published"] for one in said if "published" in graph.nodes[one]]
    return {
        "publisher": publisher,
        "speaker": graph.nodes[speaker]["name"] if speaker else None,
        "status": status,
        "statements": len(said),
        "articles": len({_ends(graph, one)["STATED_IN"] for one in said}),
        "firstReported": min(dates, default=None),
        "lastReported": max(dates, default=None),
        "speakerId": speaker,
    }


def _about(graph: Graph, a: str, b: str, statuses: list[str]) -> set[str]:
    """Return the statements of some statuses on ``a``, or on ``a`` and ``b``."""
    right = named(graph, b) if b else None
    return {
        statement
        for statement, _, other in _statements(graph, named(graph, a))
        if graph.nodes[statement]["status"] in statuses and (right is None or other in right)
    }


def timeline(graph: Graph, *, name: str, statuses: list[str], hide: list[str]) -> Answer:
    """Answer ``timeline``: what is said of an entity, by date."""
    wanted = Wanted(statuses, hide)
    found = {
        statement
        for statement, _, _ in _statements(graph, named(graph, name))
        if wanted.holds(graph.nodes[statement])
    }
    return _rows(graph, found, "date", TIMELINE)


def _statements(graph: Graph, entities: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield each statement on the entities, with that entity and the other."""
    across = {"SUBJECT": "OBJECT", "OBJECT": "SUBJECT"}
    for entity in entities:
        for statement, _, data in graph.in_edges(entity, data=True):
            other = _ends(graph, statement).get(across.get(data["type"], ""))
            if other is not None:
                yield statement, entity, other


def _ends(graph: Graph, statement: str) -> dict[str, str]:
    return {data["type"]: end for _, end, data in graph.out_edges(statement, data=True)}


def _rows(graph: Graph, found: Iterable[str], date: str, columns: Iterable[str]) -> Answer:
    rows = [(_row(graph, statement), statement) for statement in found]
    rows.sort(key=lambda pair: (pair[0][date] is None, pair[0][date] or "", pair[1]))
    return [{name: row[name] for name in columns} for row, _ in rows]


def _row(graph: Graph, statement: str) -> dict[str, Value | None]:
    ends = _ends(graph, statement)
    data = graph.nodes[statement]
    article: dict[str, Any] = graph.nodes[ends["STATED_IN"]] if "STATED_IN" in ends else {}
    said = {
        role.lower(): graph.nodes[end]["name"] for role, end in ends.items() if role != "STATED_IN"
    }
    return {
        **dict.fromkeys((*EVIDENCE, *TIMELINE)),
        **data,
        "subject": said["subject"],
        "object": said["object"],
        "speaker": said.get("said_by"),
        "source": article.get("url") or article.get("title"),
        "publisher": article.get("publisher"),
        "date": data.get("since", data.get("published")),
    }
