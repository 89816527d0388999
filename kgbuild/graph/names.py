"""Look entities up by name."""

from kgbuild.graph.build import Graph
from kgbuild.projection import Kind
from kgbuild.queries import Answer


def entities(graph: Graph) -> list[str]:
    """Return the ids of all entities."""
    return [node for node, data in graph.nodes(data=True) if data["kind"] == Kind.ENTITY]


def named(graph: Graph, name: str) -> set[str]:
    """Return the ids of the entities with this folded name, or this id."""
    forms = {name, name.lower()}
    return {
        node
        for node in entities(graph)
        if node == name or not forms.isdisjoint(graph.nodes[node]["search"])
    }


def find(graph: Graph, *, name: str) -> Answer:
    """Answer ``find``: the entities that bear a name."""
    rows = (graph.nodes[node] for node in named(graph, name))
    columns = ("id", "name", "type", "aliases", "mentions", "articles", "country", "region")
    return [
        {column: row.get(column) for column in columns}
        for row in sorted(rows, key=lambda row: (-row["mentions"], row["id"]))
    ]
