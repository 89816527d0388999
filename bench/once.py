"""One load in a process of its own: ``python -m bench.once HOW ARTICLES URI PASSWORD``.

Prints the seconds that the writing alone took. ``HOW`` is ``own``, ``hand`` (batches through the
bare driver), or ``graphrag``, the KG writer of neo4j-graphrag, for which that package must be
installed beside the driver. Only the driver and the standard library are needed besides: so the
same loads can be run in an environment with the driver's Rust extension.
"""

import asyncio
import sys
from collections.abc import Callable
from typing import Any

from neo4j import Driver, GraphDatabase

from bench.loading import by_hand, seconds
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import load
from kgbuild.projection import Projection
from tests.neo4j.rows import large


def main() -> None:
    """Make the rows, write them, print the seconds."""
    how, articles, uri, password = sys.argv[1:]
    graph = large(int(articles))
    if how == "own":
        with Connection(uri, "neo4j", password, None) as connection:
            took = seconds(lambda: load(connection, graph.changes()))
    else:
        with GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
            if how == "hand":
                took = seconds(lambda: by_hand(driver, graph.projection))
            else:
                took = seconds(_graphrag(driver, graph.projection))
    sys.stdout.write(f"{took}\n")


def _graphrag(driver: Driver, rows: Projection) -> Callable[[], object]:
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    nodes, ties = [], []

    def tie(start: str, end: str, kind: str, **properties: Any) -> None:
        ties.append(
            Neo4jRelationship(
                start_node_id=start, end_node_id=end, type=kind, properties=properties
            )
        )

    for article in rows.articles:
        nodes.append(Neo4jNode(id=article.id, label="Article", properties=_held(article)))
    for entity in rows.entities:
        nodes.append(Neo4jNode(id=entity.id, label=entity.type.label, properties=_held(entity)))
    for said in rows.statements:
        nodes.append(Neo4jNode(id=said.id, label="Statement", properties=_held(said)))
        tie(said.id, said.subject, "SUBJECT")
        tie(said.id, said.object, "OBJECT")
        tie(said.id, said.article, "STATED_IN")
        if said.speaker:
            tie(said.id, said.speaker, "SAID_BY")
    for mention in rows.mentions:
        tie(mention.entity, mention.article, "MENTIONED_IN", **_held(mention))
    for edge in rows.edges:
        tie(edge.subject, edge.object, edge.kind, **_held(edge))
    graph = Neo4jGraph(nodes=nodes, relationships=ties)
    writer = Neo4jWriter(driver)

    def work() -> None:
        done = asyncio.run(writer.run(graph))
        if done.status != "SUCCESS":
            raise RuntimeError(str(done.metadata))

    return work


def _held(row: Any) -> dict[str, Any]:
    """Return the properties that are there; its own check of types refuses None."""
    return {name: value for name, value in row.properties().items() if value is not None}


if __name__ == "__main__":
    main()
