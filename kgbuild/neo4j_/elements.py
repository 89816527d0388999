"""The graph element by element, as the rows have it and as a Neo4j holds it."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from kgbuild import cypher
from kgbuild.changes import Gone
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.steps import ends
from kgbuild.projection import (
    ArticleRow,
    EdgeRow,
    EntityRow,
    Kind,
    MentionRow,
    Projection,
    Row,
    StatementRow,
)

Element = tuple[str, ...]
"""A node, by its label and id, or an edge, by its type, id if it has one, and ends."""
Content = dict[str, Any]
"""The properties, and for an entity its other labels under ``:labels``."""

NODES = {"Article": Kind.ARTICLE, "Entity": Kind.ENTITY, "Statement": Kind.STATEMENT}
PARTS = frozenset({"SUBJECT", "OBJECT", "SAID_BY", "STATED_IN"})
"""Edges that belong to a statement and come and go with it."""


def element(row: Row) -> Element:
    """Return the element that a row stands for; of a statement, the node."""
    match row:
        case ArticleRow():
            return ("Article", row.id)
        case EntityRow():
            return ("Entity", row.id)
        case StatementRow():
            return ("Statement", row.id)
        case MentionRow():
            return ("MENTIONED_IN", row.entity, row.article)
        case EdgeRow():
            return (row.kind, row.id, row.subject, row.object)
    raise TypeError(f"{row!r} is no row of the graph")


def expected(projection: Projection) -> Iterator[tuple[Element, Content]]:
    """Yield every element that the rows stand for."""
    for row in chain(projection.articles, projection.mentions, projection.edges):
        yield element(row), row.properties()
    for entity in projection.entities:
        yield element(entity), {**entity.properties(), ":labels": [entity.type.label]}
    for statement in projection.statements:
        yield element(statement), statement.properties()
        for type_, end in ends(statement).items():
            yield (type_, statement.id, end), {}


def dump(connection: Connection) -> Iterator[tuple[Element, Content]]:
    """Yield every element that kgbuild wrote into a Neo4j, as it is there now.

    Raises:
        Neo4jError: The server went away or refuses.
    """
    for row in connection.stream(cypher.statement("load/dump-nodes")):
        labels, properties = list(row["labels"]), row["properties"]
        label = next(label for label in NODES if label in labels)
        labels.remove(label)
        if labels or label == "Entity":
            properties[":labels"] = sorted(labels)
        yield (label, str(properties.get("id"))), properties
    for row in connection.stream(cypher.statement("load/dump-edges")):
        type_, start, end, properties = row["type"], row["start"], row["end"], row["properties"]
        own = () if type_ in PARTS or type_ == "MENTIONED_IN" else (str(properties["id"]),)
        yield (type_, *own, str(start), str(end)), properties


def gone(found: Element) -> Gone | None:
    """Return what says that an element is no more; None if it goes with its statement."""
    label, first, *rest = found
    if label in NODES:
        return Gone(NODES[label], first)
    if label == "MENTIONED_IN":
        return Gone(Kind.MENTION, rest[0], first)
    if label in PARTS:
        return None
    return Gone(Kind.EDGE, first, rest[0], label)
