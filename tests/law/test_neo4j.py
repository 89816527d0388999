"""What Neo4j holds after any history of ingests, removals and loads is what the ledger holds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import Driver

from kgbuild import build
from kgbuild.ledger import rows
from kgbuild.ledger.store import Ledger
from kgbuild.model import Source
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import Counts, load
from kgbuild.neo4j_.state import since
from kgbuild.neo4j_.verify import verify
from tests.law import world
from tests.neo4j.plugin import EMPTY
from tests.neo4j.server import Address

pytestmark = pytest.mark.neo4j

steps = st.lists(st.one_of(world.sources(min_size=1, max_size=2), st.sampled_from(world.KEYS)))


def bring_up(connection: Connection, ledger: Ledger) -> Counts:
    return load(connection, rows.changes(ledger, since(connection, ledger.graph)))


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(world.sources(min_size=1, max_size=4), steps)
def test_neo4j_follows_the_ledger(
    neo4j: Address, driver: Driver, first: list[Source], then: list[list[Source] | str]
) -> None:
    with driver.session() as session:
        session.run(EMPTY).consume()
    access = (neo4j.uri, neo4j.user, neo4j.password, None)
    with world.ledger() as ledger, Connection(*access) as connection:
        for step in (first, *then):
            if not isinstance(step, str):
                build.ingest(ledger, step)
            elif ledger.db.execute("SELECT 1 FROM source WHERE key = ?", (step,)).fetchone():
                build.remove(ledger, step)
            bring_up(connection, ledger)

            assert verify(connection, rows.projection(ledger)) == []

        assert bring_up(connection, ledger) == Counts()
