"""What one article costs a Neo4j that holds few or many."""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from bench.run import Row
from kgbuild.changes import Changes, Gone
from kgbuild.neo4j_ import bulk
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import load
from kgbuild.projection import Kind
from tests.neo4j.rows import Graph, edge, large
from tests.neo4j.server import Server
from tests.neo4j.test_bulk import imported

SIZES = (1_000, 20_000)
ROUNDS = 30
WARM = 10
"""Rounds that don't count: a server just started is several times slower."""


def difference(folder: Path) -> Iterator[Row]:
    """Take articles out of an imported graph and put them back, one at a time."""
    for articles in SIZES:
        whole = large(articles)
        bulk.write(whole.changes(), folder)
        gone, back = [], []
        with (
            Server("2g", before=partial(imported, folder)) as server,
            Connection(server.address.uri, "neo4j", server.address.password, None) as connection,
        ):
            load(connection, Changes("ours", 1, 1, Graph().projection))
            for number in range(WARM + ROUNDS):
                part, revision = _part(whole, number), 2 * number + 1
                less = Changes("ours", revision, revision + 1, Graph().projection, _gone(part))
                gone.append(_milliseconds(connection, less))
                back.append(_milliseconds(connection, part.changes(revision + 2, revision + 1)))
        note = f"load alone, connection open; medians of {ROUNDS}"
        counted = f"a graph of {articles:,} articles"
        yield Row(f"one article out of {counted}", f"{median(gone[WARM:]):.0f} ms", "≤ 50 ms", note)
        yield Row(f"one article into {counted}", f"{median(back[WARM:]):.0f} ms", "≤ 1 s", note)


def _part(whole: Graph, number: int) -> Graph:
    """Return what stands on one article alone."""
    where = whole.articles[number]
    said = tuple(row for row in whole.statements if row.article == where.id)
    mentions = tuple(row for row in whole.mentions if row.article == where.id)
    return Graph((where,), (), mentions, said, tuple({e.id: e for e in map(edge, said)}.values()))


def _gone(part: Graph) -> list[Gone]:
    [where] = part.articles
    return [
        *(Gone(Kind.EDGE, row.id, row.subject, row.kind) for row in part.edges),
        *(Gone(Kind.MENTION, where.id, row.entity) for row in part.mentions),
        *(Gone(Kind.STATEMENT, row.id) for row in part.statements),
        Gone(Kind.ARTICLE, where.id),
    ]


def _milliseconds(connection: Connection, changes: Changes) -> float:
    start = time.perf_counter()
    load(connection, changes)
    return 1000 * (time.perf_counter() - start)
