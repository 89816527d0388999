"""The tests' own server: there, guarded, empty at the start of each test."""

import pytest
from neo4j import Driver

from tests.neo4j.server import Address, version

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize("turn", ["first", "second"])
def test_each_test_finds_an_empty_database(empty_neo4j: Address, driver: Driver, turn: str) -> None:
    records, summary, _ = driver.execute_query("CREATE (n:Left {by: $turn}) RETURN n", turn=turn)

    found, _, _ = driver.execute_query("MATCH (n) RETURN n.by AS by")

    assert len(records) == summary.counters.nodes_created == 1
    assert [record["by"] for record in found] == [turn]


def test_the_server_is_of_the_version_that_the_pom_names(neo4j: Address, driver: Driver) -> None:
    [row], _, _ = driver.execute_query("CALL dbms.components() YIELD versions, edition")

    assert row["versions"] == [version()]
    assert row["edition"] == "community"


def test_the_server_asks_for_a_password(neo4j: Address, driver: Driver) -> None:
    assert driver.verify_authentication(("neo4j", neo4j.password))
    assert not driver.verify_authentication(("neo4j", "wrong-password"))


@pytest.mark.parametrize("uri", ["neo4j+s://abc.databases.neo4j.io", "bolt://192.0.2.1:7687"])
def test_no_test_empties_a_database_elsewhere(uri: str) -> None:
    with pytest.raises(ValueError, match="not this machine"):
        Address(uri, "secret")
