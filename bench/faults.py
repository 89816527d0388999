"""Loads that are killed at random points, the client or the server, and then run again."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.loading import connect, empty
from bench.run import Row
from kgbuild.errors import Neo4jError
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import load
from kgbuild.neo4j_.state import State, since, state
from kgbuild.neo4j_.verify import verify
from tests.neo4j.rows import Graph, large
from tests.neo4j.server import Server
from tests.neo4j.test_crash import killed

ROUNDS = int(os.environ.get("KGBUILD_BENCH_KILLS", "50"))
ARTICLES = 90
BATCHES = 14
"""So many batches a load of the articles takes where 100 rows make one."""


def faults(_: Path) -> Iterator[Row]:
    """Kill so many loads, every second time with the server, and look at what is there after."""
    draw, whole, larger = Random(1), large(ARTICLES), large(400)
    right: dict[str, list[bool]] = {"client": [], "server": []}
    with Server() as server:
        for number in range(ROUNDS):
            which = ("client", "server")[number % 2]
            with connect(server.address) as driver:
                empty(driver)
            if which == "client":
                where = draw.choice(("after", "inside"))
                killed(server.address, draw.randint(1, BATCHES - 1), ARTICLES, where)
            else:
                _kill(server, larger, draw.randint(1, 5))
            right[which].append(_is_right(server, larger if which == "server" else whole))
    for which, rounds in right.items():
        yield Row(
            f"loads of which the {which} was killed, right after the next",
            f"{sum(rounds)} of {len(rounds)}",
            "all",
            "SIGKILL after or inside a random batch; every property compared",
        )


def _kill(server: Server, graph: Graph, batch: int) -> None:
    """Load, and kill the server when a batch is there."""
    to, left = server.address, [batch]

    def count(_: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            server.stop()

    try:
        with Connection(to.uri, to.user, to.password, to.database) as connection:
            load(connection, graph.changes(), progress=count)
    except Neo4jError:
        pass
    finally:
        server.stop()
        server.start()


def _is_right(server: Server, graph: Graph) -> bool:
    to = server.address
    with Connection(to.uri, to.user, to.password, to.database) as connection:
        load(connection, graph.changes(revision=2, since=since(connection, "ours")))
        whole = state(connection) == State("ours", 2, 1)
        return whole and verify(connection, graph.projection) == []
