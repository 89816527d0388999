"""A connection of kgbuild's own, to an empty database."""

from collections.abc import Iterator

import pytest

from kgbuild.neo4j_.connection import Connection
from tests.neo4j.server import Address


@pytest.fixture
def connection(empty_neo4j: Address) -> Iterator[Connection]:
    """Connect to a database that has no nodes."""
    to = empty_neo4j
    with Connection(to.uri, to.user, to.password, to.database) as opened:
        yield opened
