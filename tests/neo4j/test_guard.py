"""What a load refuses, and what verify finds."""

import pytest
from neo4j import Driver

from kgbuild.errors import Neo4jError
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import load
from kgbuild.neo4j_.state import State, since, state
from kgbuild.neo4j_.steps import edge_statement
from kgbuild.neo4j_.verify import verify
from tests.neo4j.rows import Graph, large, small

pytestmark = pytest.mark.neo4j


def test_another_ledgers_graph_is_left_alone(connection: Connection) -> None:
    load(connection, small().changes(graph="theirs"))

    with pytest.raises(Neo4jError, match="holds the graph of another ledger") as caught:
        load(connection, large(2).changes(graph="ours"))

    assert "\n" not in str(caught.value)
    assert verify(connection, small().projection) == []
    assert since(connection, "ours") == 0


def test_another_programs_nodes_are_left_alone(connection: Connection, driver: Driver) -> None:
    driver.execute_query("CREATE (:Article {id: 1})")

    with pytest.raises(Neo4jError, match="of another program"):
        load(connection, small().changes())

    [row], _, _ = driver.execute_query("MATCH (n) RETURN count(n) AS nodes")
    assert row["nodes"] == 1


def test_a_newer_schema_is_refused_and_an_older_one_loaded_anew(
    connection: Connection, driver: Driver
) -> None:
    load(connection, small().changes())
    driver.execute_query("MATCH (k:KgbuildLedger) SET k.schema = 2")

    with pytest.raises(Neo4jError, match="newer kgbuild"):
        load(connection, small().changes(revision=2, since=1))

    driver.execute_query("MATCH (k:KgbuildLedger) SET k.schema = 0")
    assert since(connection, "ours") == 0


def test_a_ledger_brought_back_from_a_copy_is_noticed(connection: Connection) -> None:
    load(connection, large(10).changes(revision=9))

    with pytest.raises(Neo4jError, match="brought back from a copy"):
        load(connection, small().changes(revision=8, since=5))
    load(connection, small().changes(revision=8))

    assert verify(connection, small().projection) == []
    assert state(connection) == State("ours", 8, 1)


def test_a_graph_that_lost_nodes_is_not_loaded_on(connection: Connection, driver: Driver) -> None:
    graph = small()
    load(connection, graph.changes())
    driver.execute_query("MATCH (e:Entity {name: 'Huawei'}) DETACH DELETE e")

    with pytest.raises(Neo4jError, match="changed by hand"):
        load(connection, Graph(edges=graph.edges).changes(revision=2, since=1))
    load(connection, graph.changes(revision=2))

    assert verify(connection, graph.projection) == []


@pytest.mark.parametrize("relation", ["owns", "OWNS`]->() //", "NOT_KNOWN", "MENTIONED_IN", ""])
def test_only_a_known_relation_enters_a_statement(relation: str) -> None:
    with pytest.raises(ValueError, match="no relation of the ontology"):
        edge_statement(relation, {"OWNS", "OWNS`]->() //", ""} - {relation})


def test_a_name_that_is_not_plain_is_refused_even_if_listed() -> None:
    with pytest.raises(ValueError, match="no relation"):
        edge_statement("OWNS`]->() //", {"OWNS`]->() //"})


def test_verify_tells_each_difference(connection: Connection, driver: Driver) -> None:
    graph = small()
    load(connection, graph.changes())
    driver.execute_query("""
        MATCH (e:Entity {name: 'Huawei'}) SET e.name = 'Hua Wei', e:Person
        WITH e MATCH (e)-[r:LISTED_ON]->() DELETE r
        WITH DISTINCT e MATCH (s:Statement {status: 'former'})-[:SUBJECT]->(p)
        CREATE (s)-[:SUBJECT]->(p), (:Article {id: 'stray'})
        """)

    lines = verify(connection, graph.projection)

    huawei, listed, former = graph.entities[1], graph.edges[1], graph.statements[4]
    assert lines == sorted(
        [
            "Article stray: is in Neo4j only",
            f"Entity {huawei.id}: :labels is ['Organization', 'Person'] in Neo4j, "
            "not ['Organization']",
            f"Entity {huawei.id}: name is 'Hua Wei' in Neo4j, not 'Huawei'",
            f"LISTED_ON {listed.id} {listed.subject} {listed.object}: is not in Neo4j",
            f"SUBJECT {former.id} {former.subject}: is there more than once",
        ]
    )


def test_verify_does_not_tell_without_end(connection: Connection) -> None:
    lines = verify(connection, large(50).projection)

    assert len(lines) == 51
    assert lines[-1].startswith("and ")
