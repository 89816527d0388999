"""Fixtures that tests in more than one folder use."""

from hypothesis import settings

from tests.neo4j.plugin import driver, empty_neo4j, neo4j

__all__ = ["driver", "empty_neo4j", "neo4j"]

# A busy machine is no failure; how fast kgbuild is, bench/ measures.
settings.register_profile("kgbuild", deadline=None)
settings.load_profile("kgbuild")
