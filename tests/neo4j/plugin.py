"""Fixtures that give a test a Neo4j. ``NEO4J_URI`` plays no part: it may hold a user's graph."""

import os
from collections.abc import Iterator

import pytest
from neo4j import Driver, GraphDatabase

from tests.neo4j.server import PASSWORD, Address, Server

EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


@pytest.fixture(scope="session")
def neo4j() -> Iterator[Address]:
    """Give the address of a running Neo4j, the same one to all tests."""
    uri = os.environ.get("KGBUILD_TEST_NEO4J_URI")
    if uri:
        yield Address(uri, os.environ.get("KGBUILD_TEST_NEO4J_PASSWORD", PASSWORD))
    else:
        with Server() as server:
            yield server.address


@pytest.fixture(scope="session")
def driver(neo4j: Address) -> Iterator[Driver]:
    """Give a bare driver, to look at the database past kgbuild."""
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.user, neo4j.password)) as opened:
        opened.verify_connectivity()
        yield opened


@pytest.fixture
def empty_neo4j(neo4j: Address, driver: Driver) -> Address:
    """Give the address of a running Neo4j whose database has no nodes."""
    empty(neo4j, driver)
    return neo4j


def empty(neo4j: Address, driver: Driver) -> None:
    """Delete every node that a former test left."""
    with driver.session(database=neo4j.database) as session:
        session.run(EMPTY).consume()
