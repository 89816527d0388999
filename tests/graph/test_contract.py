"""Neo4j and NetworkX give the same rows, in the same order, to every named query."""

from collections.abc import Callable, Iterator
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from neo4j import Driver

from kgbuild.changes import Changes
from kgbuild.folding import fold
from kgbuild.graph import Graph, ask, graph
from kgbuild.model import Status, Type
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import load
from kgbuild.projection import MentionRow, Projection, Value
from kgbuild.queries import Answer, names
from kgbuild.queries import load as query
from tests.graph.rows import HOSTILE, article, edge, entity, projections, statement
from tests.neo4j.plugin import EMPTY
from tests.neo4j.server import Address

pytestmark = pytest.mark.neo4j

Question = tuple[str, dict[str, Value]]
Load = Callable[[Projection], Connection]
ALL = ",".join(Status)
NAMED = (
    *("find", "ties", "comentions", "leads", "listed", "timeline", "untied", "ownership"),
    *("exposure", "disputed", "planned", "single"),
)


@pytest.fixture(scope="module")
def online(neo4j: Address, driver: Driver) -> Iterator[Load]:
    """Give what loads a projection into an empty Neo4j and returns the connection to it."""
    with (
        Connection(neo4j.uri, neo4j.user, neo4j.password, neo4j.database) as connection,
        driver.session(database=neo4j.database) as session,
    ):

        def loaded(projection: Projection) -> Connection:
            session.run(EMPTY).consume()
            load(connection, Changes("contract", 0, 1, projection))
            return connection

        yield loaded


def assert_same(online: Load, projection: Projection) -> None:
    connection = online(projection)
    offline = graph(projection)

    for name, given_ in questions(projection):
        bound = query(name).bind(given_)
        found = connection.read(query(name).text, bound, timeout=30)
        rows = ask(offline, name, bound)
        assert repr(found) == repr(rows), (name, given_)


def questions(projection: Projection) -> Iterator[Question]:
    """Yield every query, with its defaults and without, on some of the entities."""
    borne = {name for row in projection.entities for name in (row.name, *row.aliases)}
    some = sorted(name for name in borne if fold(name))[:2]
    asked = [*some, *sorted(row.id for row in projection.entities)[:1], "nobody"]
    for name in asked:
        for one in NAMED:
            yield one, {"name": name}
        yield "ties", {"name": name, "statuses": ALL, "hide": "OWNS", "limit": "3"}
        yield "timeline", {"name": name, "statuses": "denied,asserted", "hide": ""}
        yield "comentions", {"name": name, "limit": "1"}
        yield "evidence", {"a": name}
        yield "sources", {"a": name}
        yield "new", {"since": "2019-05", "name": name, "statuses": ALL, "limit": "2"}
        yield "untied", {"name": name, "hide": ""}
        yield "ownership", {"name": name, "longest": "1"}
        yield "exposure", {"name": name, "steps": "3", "statuses": ALL, "limit": "2"}
    for a, b in product(asked, asked[1:3]):
        yield "evidence", {"a": a, "b": b}
        yield "sources", {"a": a, "b": b, "statuses": "denied,asserted"}
        for one in ("path", "paths", "common"):
            yield one, {"a": a, "b": b}
        for one in ("paths", "common"):
            yield one, {"a": a, "b": b, "statuses": ALL, "hide": "", "limit": "20"}
        yield "path", {"a": a, "b": b, "longest": "2", "statuses": ALL, "hide": ""}
    for one in ("listed", "top", "exposure", "disputed", "planned", "single"):
        yield one, {}
    yield "disputed", {"statuses": ALL, "limit": "2"}
    yield "single", {"statuses": ALL, "hide": "", "limit": "3"}
    yield "new", {"since": "2019"}
    yield "busiest", {"since": "2019-05", "until": "2019"}
    yield "busiest", {"since": "2019", "type": "person", "statuses": ALL, "hide": "", "limit": "2"}
    yield "top", {"type": "person", "statuses": ALL, "hide": "", "limit": "2"}


@settings(max_examples=20, deadline=None)
@given(projection=projections())
def test_any_graph_gives_the_same_rows(online: Load, projection: Projection) -> None:
    assert_same(online, projection)


def test_an_empty_graph_gives_no_rows(online: Load) -> None:
    assert_same(online, Projection())


def test_every_query_is_asked() -> None:
    assert {name for name, _ in questions(Projection(entities=[entity("e0")]))} == set(names())


def test_the_best_of_many_shortest_chains_is_the_same(online: Load) -> None:
    layers = [["e0"], ["e9", "e5", "e7"], ["e6", "e8", "e4"], ["e1"], ["e2"]]
    steps = [pair for one, two in pairwise(layers) for pair in product(one, two)]
    ties = [
        edge(f"t{i:02}{j}", *((a, "OWNS", b) if i % 2 else (b, "OWNS", a)), confidence=j / 4)
        for i, (a, b) in enumerate(steps)
        for j in range(2)
    ]
    short = edge("t99", "e0", "OWNS", "e1", status=Status.DENIED)
    hidden = edge("t98", "e0", "RELATED_TO", "e1", verb="met")
    everyone = [entity(f"e{i}", "The same" if i in {3, 9} else None) for i in range(10)]
    sign_post = [MentionRow(f"e{i}", "a0", 1) for i in (0, 2)]
    world = Projection([article("a0")], everyone, sign_post, (), [*ties, short, hidden])

    assert_same(online, world)

    offline = graph(world)
    assert len(asked(offline, b="e2")) == 2 * 4
    assert len(asked(offline, b="the same")) == 2 * 1
    assert asked(offline, b="e2", longest="3") == []


def asked(offline: Graph, **given_: str) -> Answer:
    return ask(offline, "path", query("path").bind({"a": "e0", **given_}))


@pytest.mark.parametrize("name", [*HOSTILE, "™", "ᏣᎳᎩ", "ẞ İ ΣΑΣ ς"])
def test_a_name_of_any_letters_is_found_in_both(online: Load, name: str) -> None:
    named = Projection(
        articles=[article("a0", url="", publisher=name)],
        entities=[entity("e0", name, Type.PERSON, aliases=(name,)), entity("e1")],
        mentions=[MentionRow("e0", "a0", 1), MentionRow("e1", "a0", 1)],
        statements=[statement("s0", "e1", "OWNS", "e0", speaker="e0", sentence=name)],
        edges=[edge("t0", "e1", "OWNS", "e0", sentence=name)],
    )

    assert_same(online, named)

    found = ask(graph(named), "find", query("find").bind({"name": name}))
    assert [row["id"] for row in found] == ["e0"]
