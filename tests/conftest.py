"""Fixtures that tests in more than one folder use."""

from tests.neo4j.plugin import driver, empty_neo4j, neo4j

__all__ = ["driver", "empty_neo4j", "neo4j"]
