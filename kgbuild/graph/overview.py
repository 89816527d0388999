"""What stands out: who is mentioned with whom, who has the most ties."""

from collections import Counter

from kgbuild.graph.build import Graph
from kgbuild.graph.names import entities, named
from kgbuild.graph.ties import Wanted, touching
from kgbuild.projection import Kind
from kgbuild.queries import Answer


def comentions(graph: Graph, *, name: str, limit: int) -> Answer:
    """Answer ``comentions``: what an entity is mentioned together with."""
    asked = named(graph, name)
    articles = {
        article
        for _, article, data in graph.out_edges(asked, data=True)
        if data["kind"] == Kind.MENTION
    }
    shared = Counter(
        entity
        for entity, _, data in graph.in_edges(articles, data=True)
        if data["kind"] == Kind.MENTION and entity not in asked
    )
    return [
        {
            "name": graph.nodes[entity]["name"],
            "type": graph.nodes[entity]["type"],
            "articles": count,
            "id": entity,
        }
        for entity, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
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
