"""A load that broke off, or met another one, is simply run again."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from neo4j import Driver

from kgbuild.errors import Neo4jError
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import Counts, load
from kgbuild.neo4j_.state import State, since, state
from kgbuild.neo4j_.verify import verify
from tests.neo4j.rows import Graph, large, small
from tests.neo4j.server import Address

pytestmark = pytest.mark.neo4j

KILLED = """
import os, signal, sys
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_ import load, steps
from tests.neo4j.rows import large

uri, password, batches, articles = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
load.BATCH = steps.BATCH = 100
steps.batches.__defaults__ = (100,)
left = [batches]

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def count(rows=0):
    left[0] -= 1
    if left[0] == 0:
        die()

take = load._Load._take
def take_and_count(self, tx, steps):
    counts = take(self, tx, steps)
    count()
    return counts

where = sys.argv[5]
if where == "inside":
    load._Load._take = take_and_count
if where == "before the end":
    load._Load.end = lambda self: die()
with Connection(uri, "neo4j", password, "neo4j") as connection:
    revision = 1 if articles == 90 else 2
    progress = count if where == "after" else None
    load.load(connection, large(articles).changes(revision=revision), progress=progress)
"""


def killed(to: Address, batches: int, articles: int, where: str = "after") -> None:
    """Load in a process that is killed after so many batches, or inside the last of them."""
    command = [sys.executable, "-c", KILLED, to.uri, to.password]
    command += [str(batches), str(articles), where]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


POINTS = [(1, "after"), (4, "after"), (6, "inside"), (13, "after"), (14, "inside")]
END = (0, "before the end")


@pytest.mark.parametrize(("batches", "where"), [*POINTS, END])
def test_a_first_load_that_was_killed(
    empty_neo4j: Address, connection: Connection, batches: int, where: str
) -> None:
    graph = large(90)
    killed(empty_neo4j, batches, 90, where)
    broken = state(connection)

    load(connection, graph.changes(revision=1, since=since(connection, "ours")))

    assert broken == State("ours", 0, 1)
    assert verify(connection, graph.projection) == []
    assert state(connection) == State("ours", 1, 1)


def test_a_killed_load_of_what_is_no_longer_so(
    empty_neo4j: Address, connection: Connection
) -> None:
    killed(empty_neo4j, 9, 90)

    load(connection, small().changes(revision=2, since=since(connection, "ours")))

    assert verify(connection, small().projection) == []


@pytest.mark.parametrize(("batches", "where"), [(2, "after"), (5, "inside"), END])
def test_a_later_load_that_was_killed(
    empty_neo4j: Address, connection: Connection, batches: int, where: str
) -> None:
    load(connection, small().changes())
    killed(empty_neo4j, batches, 60, where)

    load(connection, large(60).changes(revision=2, since=0))

    assert verify(connection, large(60).projection) == []


def test_a_batch_that_fails_writes_nothing_of_itself(
    connection: Connection, driver: Driver
) -> None:
    graph = small()
    nodes = Graph(graph.articles, graph.entities)
    load(connection, nodes.changes())
    driver.execute_query("MATCH (e:Entity {name: 'Huawei'}) DETACH DELETE e")

    more = Graph(mentions=graph.mentions, statements=graph.statements)
    with pytest.raises(Neo4jError, match="changed by hand"):
        load(connection, more.changes(revision=2, since=1))

    [row], _, _ = driver.execute_query("MATCH ()-[r]->() RETURN count(r) AS edges")
    assert row["edges"] == 0
    assert state(connection) == State("ours", 1, 1)


def test_a_load_that_another_took_over_from_stops(
    empty_neo4j: Address, connection: Connection
) -> None:
    to, graph = empty_neo4j, large(200)

    def other(rows: int) -> None:
        with Connection(to.uri, to.user, to.password, to.database) as second:
            load(second, small().changes(revision=5))

    with pytest.raises(Neo4jError, match="taken over"):
        load(connection, graph.changes(revision=4), progress=other)

    assert verify(connection, small().projection) == []
    assert state(connection) == State("ours", 5, 1)


def test_two_loads_at_once_leave_one_graph(empty_neo4j: Address) -> None:
    to, graph = empty_neo4j, large(80)

    def run(_: int) -> Counts | Neo4jError:
        try:
            with Connection(to.uri, to.user, to.password, to.database) as one:
                return load(one, graph.changes())
        except Neo4jError as error:
            return error

    with ThreadPoolExecutor(3) as pool:
        ends = list(pool.map(run, range(3)))

    lines = {str(end) for end in ends if isinstance(end, Neo4jError)}
    assert any(isinstance(end, Counts) for end in ends), lines
    assert all("taken over" in line for line in lines)
    with Connection(to.uri, to.user, to.password, to.database) as connection:
        assert verify(connection, graph.projection) == []
