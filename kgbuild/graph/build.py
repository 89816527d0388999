"""Rows to a NetworkX graph: the same nodes, edges and properties as in Neo4j."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import networkx as nx

from kgbuild.projection import Kind, Projection, StatementRow

Graph: TypeAlias = "nx.MultiDiGraph[str]"
"""Nodes have ``kind`` (article, entity, statement); edges ``kind`` (edge, mention,
statement) and ``type``, their type in Neo4j."""


def graph(projection: Projection) -> Graph:
    """Return the graph of a projection, or of the part of one that a question needs.

    An edge between entities has its own id as key, the others their type. An edge whose
    end isn't in the part is left out.
    """
    made: Graph = nx.MultiDiGraph()
    for kind, rows in (
        (Kind.ARTICLE, projection.articles),
        (Kind.ENTITY, projection.entities),
    ):
        made.add_nodes_from((row.id, {"kind": kind.value, **row.properties()}) for row in rows)
    for statement in projection.statements:
        made.add_node(statement.id, kind=Kind.STATEMENT.value, **statement.properties())
        _connect(made, _roles(statement))
    _connect(made, _edges(projection))
    return made


Connection: TypeAlias = tuple[str, str, str, dict[str, Any]]


def _connect(made: Graph, connections: Iterable[Connection]) -> None:
    for start, end, key, data in connections:
        if start in made and end in made:
            made.add_edge(start, end, key, **data)


def _roles(row: StatementRow) -> Iterator[Connection]:
    ends = {
        "SUBJECT": row.subject,
        "OBJECT": row.object,
        "SAID_BY": row.speaker,
        "STATED_IN": row.article,
    }
    for role, end in ends.items():
        if end is not None:
            yield row.id, end, role, {"kind": Kind.STATEMENT.value, "type": role}


def _edges(projection: Projection) -> Iterator[Connection]:
    for mention in projection.mentions:
        data = {"kind": Kind.MENTION.value, "type": "MENTIONED_IN", **mention.properties()}
        yield mention.entity, mention.article, "MENTIONED_IN", data
    for edge in projection.edges:
        data = {"kind": Kind.EDGE.value, "type": edge.kind, **edge.properties()}
        yield edge.subject, edge.object, edge.id, data
