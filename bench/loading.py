"""``load`` against hand-written batches of the same rows through the bare driver."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, LiteralString

from neo4j import Driver, GraphDatabase, ManagedTransaction

from bench import corpus
from bench.run import KGBUILD, Row, timed
from kgbuild.changes import Changes
from kgbuild.ledger import rows
from kgbuild.ledger.store import Ledger
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import load
from kgbuild.projection import Projection
from tests.neo4j.server import Address, Server

BATCH = 2000
ROUNDS = 5
EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
NODE = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.properties"
EDGE = """UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})
MERGE (a)-[r:{type}{key}]->(b) SET r = row.properties"""


def loading(folder: Path) -> Iterator[Row]:
    """Load the graph of 2,000 articles into an empty, warmed-up server, in turn."""
    db = folder / "load.db"
    timed([*KGBUILD, "--db", str(db), "ingest", str(corpus.write(folder / "l.jsonl", 2000, 60))])
    with Ledger(db) as ledger:
        whole = rows.projection(ledger)
        held = Projection(*([*kind] for kind in _kinds(whole)))
        changes = Changes(ledger.graph, 0, ledger.revision, held)
    count = sum(len([*kind]) for kind in _kinds(held)) + 3 * len([*held.statements])
    ratios, ours = [], []
    with Server() as server, connect(server.address) as driver:
        for number in range(ROUNDS + 2):
            floor = _taken(driver, lambda: by_hand(driver, held))
            own = _taken(driver, lambda: _load(server.address, changes))
            if number > 1:  # a server just started is several times slower
                ratios.append(floor / own)
                ours.append(own)
        again = seconds(lambda: _load(server.address, changes, ledger_revision=True))
    yield Row(
        "`load`, rows a second, against hand-written UNWIND batches",
        f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})",
        "≥ 0.8",
        f"{count:,} nodes and edges, {ROUNDS} pairs in turn on a warmed-up server; "
        f"{count / median(ours):,.0f} a second",
    )
    yield Row("a second `load`", f"{again:.2f} s", "nothing written", "connection included")


def _kinds(found: Projection) -> tuple[Any, ...]:
    return found.articles, found.entities, found.mentions, found.statements, found.edges


def connect(address: Address) -> Driver:
    """Return a bare driver."""
    return GraphDatabase.driver(address.uri, auth=(address.user, address.password))


def _taken(driver: Driver, work: Callable[[], None]) -> float:
    empty(driver)
    return seconds(work)


def empty(driver: Driver) -> None:
    """Delete every node."""
    with driver.session() as session:
        session.run(EMPTY).consume()


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _load(address: Address, changes: Changes, *, ledger_revision: bool = False) -> None:
    with Connection(address.uri, address.user, address.password, None) as connection:
        if ledger_revision:
            changes = Changes(changes.graph, changes.revision, changes.revision, Projection())
        load(connection, changes)


def by_hand(driver: Driver, held: Projection) -> None:
    """Write the same nodes and edges the plain way: MERGE in batches, a query a kind."""
    for label in ("Entity", "Article", "Statement"):
        name = f"bench_{label.lower()}"
        constraint = (
            f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        )
        driver.execute_query(constraint)
    _nodes(driver, "Article", held.articles)
    for type_ in sorted({row.type for row in held.entities}):
        some = [row for row in held.entities if row.type is type_]
        _nodes(driver, f"Entity:{type_.label}", some)
    _nodes(driver, "Statement", held.statements)
    edges: dict[tuple[str, str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for mention in held.mentions:
        row = {"start": mention.entity, "end": mention.article, "properties": mention.properties()}
        edges["Entity", "Article", "MENTIONED_IN", ""].append(row)
    for said in held.statements:
        for type_name, end, label in (
            ("SUBJECT", said.subject, "Entity"),
            ("OBJECT", said.object, "Entity"),
            ("STATED_IN", said.article, "Article"),
            ("SAID_BY", said.speaker, "Entity"),
        ):
            if end:
                row = {"start": said.id, "end": end, "properties": {}}
                edges["Statement", label, type_name, ""].append(row)
    for edge in held.edges:
        row = {"start": edge.subject, "end": edge.object, "properties": edge.properties()}
        edges["Entity", "Entity", edge.kind, " {id: row.properties.id}"].append(row)
    for (start, end, type_name, key), batch in edges.items():
        text = EDGE.format(start=start, end=end, type=type_name, key=key)
        _write(driver, text, iter(batch))


def _nodes(driver: Driver, label: str, some: Any) -> None:
    made = ({"id": row.id, "properties": row.properties()} for row in some)
    _write(driver, NODE.format(label=label), made)


def _write(driver: Driver, text: LiteralString, made: Iterator[dict[str, Any]]) -> None:
    with driver.session() as session:
        while batch := [*islice(made, BATCH)]:
            session.execute_write(_run, text, batch)


def _run(transaction: ManagedTransaction, text: LiteralString, batch: list[dict[str, Any]]) -> None:
    transaction.run(text, rows=batch).consume()
