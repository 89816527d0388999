"""What stands out: who is mentioned with whom, who has the most ties."""

from collections import Counter

from kgbuild.graph.build import Graph
from kgbuild.graph.names import entities, named
from kgbuild.graph.ties import Wanted, touching
from kgbuild.projection import Kind
from kgbuild.queries import Answer


def comentions(graph: Graph, *, name: str, limit: int) -> Answer:
    """Answer ``comentions``: what an entity is mentioned together with."""
    return _shared(graph, named(graph, name), set())[:limit]


def untied(graph: Graph, *, name: str, hide: list[str], limit: int) -> Answer:
    """Answer ``untied``: what an entity is mentioned with and yet not tied to."""
    asked = named(graph, name)
    counted = (tie for tie in touching(graph, asked) if tie.data["relation"] not in hide)
    tied = {end for tie in counted for end in (tie.subject, tie.object)}
    return _shared(graph, asked, tied)[:limit]


def _shared(graph: Graph, asked: set[str], without: set[str]) -> Answer:
    """Return what is mentioned in the same articles, by how many, less some entities."""
    articles = {
        article
        for _, article, data in graph.out_edges(asked, data=True)
        if data["kind"] == Kind.MENTION
    }
    shared = Counter(
        entity
        for entity, _, data in graph.in_edges(articles, data=True)
        if data["kind"] == Kind.MENTION and entity not in asked | without
    )
    return [
        {
            "name": graph.nodes[entity]["name"],
            "type": graph.nodes[entity]["type"],
            "articles": count,
            "id": entity,
        }
        for entity, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def top(graph: Graph, *, type: str, statuses: list[str], hide: list[str], limit: int) -> Answer:
    """Answer ``top``: the entities with the most ties."""
    wanted = Wanted(statuses, hide)
    rows: Answer = [
        {
            "name": data["name"],
            "type": data["type"],
            "ties": sum(wanted.holds(tie.data) for tie in touching(graph, [node])),
            "articles": data["articles"],
            "mentions": data["mentions"],
            "id": node,
        }
        for node, data in ((node, graph.nodes[node]) for node in entities(graph))
        if type.upper() in {"", data["type"]}
    ]
    rows.sort(key=lambda row: (-int(str(row["ties"])), -int(str(row["articles"])), str(row["id"])))
    return rows[:limit]


def busiest(
    graph: Graph,
    *,
    since: str,
    until: str,
    type: str,
    statuses: list[str],
    hide: list[str],
    limit: int,
) -> Answer:
    """Answer ``busiest``: who has the most ties that were reported in a period."""
    wanted = Wanted(statuses, hide)
    ties: dict[str, set[tuple[str, ...]]] = {}
    statements: Counter[str] = Counter()
    for node, data in graph.nodes(data=True):
        if data["kind"] != Kind.STATEMENT or not wanted.holds(data):
            continue
        if not _within(data.get("published"), since, until):
            continue
        ends = {edge["type"]: end for _, end, edge in graph.out_edges(node, data=True)}
        pair = ends["SUBJECT"], ends["OBJECT"]
        for entity in set(pair):
            ties.setdefault(entity, set()).add((*pair, data["relation"], data["status"]))
            statements[entity] += 1
    found = [node for node in ties if type.upper() in {"", graph.nodes[node]["type"]}]
    found.sort(key=lambda node: (-len(ties[node]), -statements[node], node))
    return [
        {
            "name": graph.nodes[node]["name"],
            "type": graph.nodes[node]["type"],
            "ties": len(ties[node]),
            "statements": statements[node],
            "id": node,
        }
        for node in found[:limit]
    ]


def _within(date: str | None, since: str, until: str) -> bool:
    """Say whether a date lies in a period; ``until`` may be a year or month, taken whole."""
    return date is not None and date >= since and (not until or date[: len(until)] <= until)
