"""What becomes of a load when the server or the way to it fails: one line, then all is right."""

import resource
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random

import pytest
from neo4j import Driver

from kgbuild.errors import Neo4jError
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import load
from kgbuild.neo4j_.state import State, since, state
from kgbuild.neo4j_.verify import verify
from tests.neo4j.plugin import empty
from tests.neo4j.proxy import Proxy
from tests.neo4j.rows import Graph, large, small
from tests.neo4j.server import Address, Server

pytestmark = pytest.mark.neo4j

GRAPH = large(300)
LOST = "no longer answers. Nothing is lost: start it again, then kgbuild load."


@pytest.fixture(scope="module")
def whole(neo4j: Address, driver: Driver) -> int:
    """Return how many bytes a load of the graph sends."""
    empty(neo4j, driver)
    with Proxy(neo4j) as way, through(way, neo4j) as connection:
        load(connection, GRAPH.changes(graph="measured"))
        return way.sent


@pytest.fixture
def own() -> Iterator[Server]:
    """Start a server that a test may kill."""
    with Server() as server:
        yield server


def through(way: Proxy, to: Address) -> Connection:
    return Connection(way.uri, to.user, to.password, to.database)


def check_right(to: Address, graph: Graph) -> None:
    """Load what is still to be loaded, and compare all of it."""
    with Connection(to.uri, to.user, to.password, to.database) as connection:
        load(connection, graph.changes(revision=2, since=since(connection, "ours")))

        assert verify(connection, graph.projection) == []
        assert state(connection) == State("ours", 2, 1)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.95])
def test_a_network_that_is_cut_is_told_in_a_line(
    whole: int, empty_neo4j: Address, part: float
) -> None:
    with (
        Proxy(empty_neo4j, cut=int(whole * part)) as way,
        through(way, empty_neo4j) as connection,
        pytest.raises(Neo4jError) as caught,
    ):
        load(connection, GRAPH.changes())

    assert str(caught.value) == f"Neo4j at {way.uri} {LOST}"
    check_right(empty_neo4j, GRAPH)


def test_a_network_that_was_cut_for_a_moment_is_no_matter(whole: int, empty_neo4j: Address) -> None:
    with (
        Proxy(empty_neo4j, cut=whole // 2, heals=True) as way,
        through(way, empty_neo4j) as connection,
    ):
        load(connection, GRAPH.changes())

        assert way.cuts == 1
        assert verify(connection, GRAPH.projection) == []


def test_a_server_that_falls_silent_is_told_in_a_line(whole: int) -> None:
    # Above what a server just started takes for its first answer on a busy machine.
    patience = "server.bolt.connection_keep_alive=15s\nserver.bolt.connection_keep_alive_probes=1\n"
    with Server(settings=patience) as server:
        to = server.address
        with (
            Proxy(to, cut=whole // 2, mute=True) as way,
            through(way, to) as connection,
            pytest.raises(Neo4jError) as caught,
        ):
            load(connection, GRAPH.changes())

        assert str(caught.value) == f"Neo4j at {way.uri} {LOST}"
        check_right(to, GRAPH)


def test_a_clock_that_jumps_is_no_matter(
    empty_neo4j: Address, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    jumps = Random(7)
    true = time.time
    monkeypatch.setattr(time, "time", lambda: true() + jumps.uniform(-1e6, 1e6))

    load(connection, GRAPH.changes())
    load(connection, small().changes(revision=2, since=0))

    assert verify(connection, small().projection) == []
    assert state(connection) == State("ours", 2, 1)


def test_a_load_that_loses_a_deadlock_is_tried_again(
    empty_neo4j: Address,
    connection: Connection,
    driver: Driver,
    caplog: pytest.LogCaptureFixture,
) -> None:
    old = small()
    new = replace(old, entities=tuple(replace(e, name=f"New {e.name}") for e in old.entities))
    load(connection, old.changes())
    with driver.session() as session, ThreadPoolExecutor(1) as pool:
        other = session.begin_transaction()
        # The last that the load comes to; and much more than that load holds, so that it gives way.
        last = max(e.id for e in new.entities)
        other.run("MATCH (e:Entity {id: $id}) SET e.held = true", id=last).consume()
        other.run("UNWIND range(1, 2000) AS i CREATE (:Other {i: i})").consume()
        ours = pool.submit(load, connection, new.changes(revision=2, since=1))
        while not _waits(driver):
            time.sleep(0.05)
        other.run("MATCH (l:KgbuildLedger) SET l.lock = true").consume()
        other.rollback()
        ours.result()

    assert "DeadlockDetected" in caplog.text
    assert verify(connection, new.projection) == []


def _waits(driver: Driver) -> bool:
    """Say whether some transaction waits for a lock."""
    found, _, _ = driver.execute_query("SHOW TRANSACTIONS YIELD status RETURN status")
    return any(row["status"].startswith("Blocked") for row in found)


def test_a_server_that_is_killed_and_one_that_only_reads(own: Server) -> None:
    to = own.address

    def kill(rows: int) -> None:
        own.stop()

    with (
        Connection(to.uri, to.user, to.password, to.database) as connection,
        pytest.raises(Neo4jError) as killed,
    ):
        load(connection, GRAPH.changes(), progress=kill)
    own.start()
    check_right(to, GRAPH)

    own.stop()
    own.start("server.databases.read_only=neo4j\n")
    with (
        Connection(to.uri, to.user, to.password, to.database) as connection,
        pytest.raises(Neo4jError, match=r"refuses: .*read.only") as refused,
    ):
        load(connection, small().changes(revision=3))

    assert str(killed.value) == f"Neo4j at {to.uri} {LOST}"
    assert "\n" not in str(refused.value)


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="Linux alone limits a running program")
def test_a_server_that_can_write_no_more_is_told_in_a_line(own: Server) -> None:
    to = own.address
    with Connection(to.uri, to.user, to.password, to.database) as connection:
        load(connection, small().changes())
        own.limit_files(300_000)  # to the server what a full disk is: writing fails

        with pytest.raises(Neo4jError) as caught:
            load(connection, GRAPH.changes(revision=2))
    own.stop()
    own.start()

    assert str(caught.value).startswith(f"Neo4j at {to.uri} fails: ")
    assert str(caught.value).endswith("Mend that, start it again, then kgbuild load.")
    assert "\n" not in str(caught.value)
    check_right(to, GRAPH)


@pytest.mark.parametrize("part", [0.6, 0.98])
def test_a_small_change_is_there_whole_or_not_at_all(
    empty_neo4j: Address, connection: Connection, part: float
) -> None:
    old = small()
    new = replace(old, entities=tuple(replace(e, name=f"New {e.name}") for e in old.entities))
    load(connection, old.changes())
    with Proxy(empty_neo4j) as way, through(way, empty_neo4j) as measured:
        load(measured, new.changes(revision=2, since=1))
        sent = way.sent
    load(connection, old.changes(revision=3, since=2))

    with (
        Proxy(empty_neo4j, cut=int(sent * part)) as way,
        pytest.raises(Neo4jError),
        through(way, empty_neo4j) as cut_off,
    ):
        load(cut_off, new.changes(revision=4, since=3))

    revision = since(connection, "ours")
    assert verify(connection, (old if revision == 3 else new).projection) == []
    load(connection, new.changes(revision=4, since=revision))
    assert verify(connection, new.projection) == []
