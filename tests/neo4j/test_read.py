"""A user's Cypher reads the graph, within a time and a number of rows, and does nothing else."""

import json
import time

import pytest
from neo4j import Driver

from kgbuild.errors import GraphError
from kgbuild.neo4j_.connection import Answer, Connection

pytestmark = pytest.mark.neo4j

WRITES = """
CREATE (n:X)
MERGE (n:X {a: 1})
MATCH (n) SET n.name = 'changed'
MATCH (n) SET n:Changed
MATCH (n) REMOVE n.name
MATCH (n) DETACH DELETE n
MATCH (n) RETURN n UNION CREATE (n:X) RETURN n
CALL () { CREATE (n:X) }
MATCH (n) CALL (n) { SET n.name = 'changed' } IN TRANSACTIONS
FOREACH (x IN [1] | CREATE (:X))
LOAD CSV FROM 'file:///etc/passwd' AS line CREATE (:X)
CALL db.createLabel('X')
CALL db.createProperty('x')
CREATE INDEX x FOR (n:X) ON (n.a)
CREATE CONSTRAINT x FOR (n:X) REQUIRE n.a IS UNIQUE
CREATE FULLTEXT INDEX x FOR (n:X) ON EACH [n.a]
DROP CONSTRAINT x IF EXISTS
CREATE USER x SET PASSWORD 'abcdefgh'
ALTER USER neo4j SET PASSWORD 'abcdefgh'
ALTER CURRENT USER SET PASSWORD FROM 'only-for-tests' TO 'abcdefgh'
CYPHER runtime=slotted CREATE (n:X)
PROFILE CREATE (n:X)
/* RETURN */ CREATE (n:X)
MATCH (n) RETURN n; CREATE (n:X)
""".strip().splitlines()

OTHER = """
LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line
LOAD CSV FROM 'http://127.0.0.1:9/' AS line RETURN line
CALL () { LOAD CSV FROM 'http://127.0.0.1:9/' AS line RETURN line } RETURN line
CYPHER 5 LOAD CSV FROM 'http://127.0.0.1:9/' AS line RETURN line
TERMINATE TRANSACTIONS 'neo4j-transaction-1'
CALL dbms.killConnection('bolt-0')
CALL dbms.listConfig()
SHOW USERS
USE system MATCH (n) RETURN n
""".strip().splitlines()


def ask(connection: Connection, text: str, timeout: float = 10, limit: int | None = 100) -> Answer:
    return connection.ask(text, {}, timeout=timeout, limit=limit)


def refusal(connection: Connection, text: str) -> str:
    with pytest.raises(GraphError) as caught:
        ask(connection, text)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("text", WRITES)
def test_nothing_is_written(connection: Connection, driver: Driver, text: str) -> None:
    driver.execute_query("CREATE (:Thing {name: 'kept'})")
    shape = "SHOW INDEXES YIELD name RETURN collect(name) AS names"
    indexes = driver.execute_query(shape).records[0]["names"]

    refusal(connection, text)
    with pytest.raises(GraphError):
        connection.read(text, {}, timeout=10)

    nodes = driver.execute_query("MATCH (n) RETURN labels(n) AS labels, n.name AS name").records
    assert [node.data() for node in nodes] == [{"labels": ["Thing"], "name": "kept"}]
    assert driver.execute_query(shape).records[0]["names"] == indexes


@pytest.mark.parametrize("text", OTHER)
def test_nothing_but_the_graph_is_reached(connection: Connection, text: str) -> None:
    refusal(connection, text)


def test_why_a_write_is_refused_is_said(connection: Connection) -> None:
    assert refusal(connection, "CREATE (n)") == (
        "The query would write, and kgbuild only reads the graph. Reword it."
    )


def test_an_error_is_told_with_its_place_in_the_users_own_text(connection: Connection) -> None:
    assert refusal(connection, "MATCH (n) RETURN m").endswith("not defined (line 1, column 18)")
    assert refusal(connection, "MATCH (n)\nRETURN m").endswith("not defined (line 2, column 8)")
    assert refusal(connection, "RETURN $x").endswith("Expected parameter(s): x")
    assert refusal(connection, "RETURN 1 / 0").endswith("/ by zero")
    assert "Unicode" in refusal(connection, "RETURN '\udcff'")


def test_a_query_without_end_is_stopped(connection: Connection) -> None:
    begun = time.monotonic()

    with pytest.raises(GraphError, match=r"longer than 1 s"):
        ask(connection, "UNWIND range(1, 10000000000) AS x RETURN count(x % 7)", timeout=1)

    assert time.monotonic() - begun < 10
    assert ask(connection, "RETURN 1 AS x").rows == [{"x": 1}]


@pytest.mark.parametrize(("limit", "cut"), [(2, True), (3, False), (4, False), (None, False)])
def test_rows_are_cut_and_that_is_told(
    connection: Connection, limit: int | None, *, cut: bool
) -> None:
    answer = ask(connection, "UNWIND [1, 2, 3] AS x RETURN x", limit=limit)

    assert answer.cut == cut
    assert len(answer.rows) == min(3, limit or 3)


def test_a_long_answer_that_is_cut_does_not_take_long(connection: Connection) -> None:
    answer = ask(connection, "UNWIND range(1, 1000000000) AS x RETURN x", limit=5, timeout=30)

    assert answer == Answer([{"x": n} for n in range(1, 6)], cut=True)


def test_every_value_is_plain_json(connection: Connection, driver: Driver) -> None:
    driver.execute_query(
        "CREATE (:A:B {id: 'a', tags: ['x'], on: date('2021-02-09')})<-[:R {n: 1}]-(:C {id: 'c'})"
    )
    text = """
        MATCH path = (a:A)<-[r]-(c) RETURN a, r, path, datetime('2021-02-09T01:02:03Z') AS at,
        duration('P1D') AS long, time('01:02Z') AS time, point({x: 1, y: 2}) AS where,
        [1, 2.5, null, true, {deep: date('2021-02-09')}] AS list, 0.0 / 0.0 AS nan
        """

    [row] = ask(connection, text).rows

    a = {"labels": ["A", "B"], "properties": {"id": "a", "on": "2021-02-09", "tags": ["x"]}}
    c = {"labels": ["C"], "properties": {"id": "c"}}
    r = {"type": "R", "start": "c", "end": "a", "properties": {"n": 1}}
    assert json.loads(json.dumps(row, allow_nan=False)) == row
    assert row["a"] == a
    assert row["path"] == [a, r, c]
    assert row["list"] == [1, 2.5, None, True, {"deep": "2021-02-09"}]
    assert (row["at"], row["long"], row["time"], row["where"], row["nan"]) == (
        "2021-02-09T01:02:03.000000000+00:00",
        "P1D",
        "01:02:00.000000000+00:00",
        [1.0, 2.0],
        None,
    )


def test_parameters_go_in_as_values(connection: Connection) -> None:
    name = "x`}) DETACH DELETE n //"

    rows = connection.read("RETURN $name AS name", {"name": name}, timeout=10)

    assert rows == [{"name": name}]
