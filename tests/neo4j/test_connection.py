"""What is wrong with a Neo4j is said in one line, soon, and never with the password."""

import socket
import time
from collections.abc import Iterator

import pytest

from kgbuild.errors import Neo4jError
from kgbuild.neo4j_.connection import Connection
from tests.neo4j.server import Address, free_ports

pytestmark = pytest.mark.neo4j

SECRET = "never-to-be-shown"


@pytest.fixture
def mute() -> Iterator[int]:
    """Give a port that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def refusal(uri: str, user: str, password: str | None, database: str | None) -> str:
    """Return the line that is said, having checked what holds of each."""
    begun = time.monotonic()
    with pytest.raises(Neo4jError) as caught:
        Connection(uri, user, password, database)
    line = str(caught.value)
    assert time.monotonic() - begun < 5
    assert "\n" not in line
    assert SECRET not in line
    return line


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_closed_port(scheme: str) -> None:
    [port] = free_ports(1)
    uri = f"{scheme}://127.0.0.1:{port}"

    assert refusal(uri, "neo4j", SECRET, None) == (
        f"No Neo4j answers at {uri}. Start it with docker compose up, or leave NEO4J_URI unset "
        "to work offline."
    )


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_host_that_no_one_knows(scheme: str) -> None:
    assert "No Neo4j answers" in refusal(f"{scheme}://neo4j.invalid:7687", "neo4j", SECRET, None)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_port_that_says_nothing(mute: int, scheme: str) -> None:
    assert "No Neo4j answers" in refusal(f"{scheme}://127.0.0.1:{mute}", "neo4j", SECRET, None)


def test_a_wrong_password(neo4j: Address) -> None:
    line = refusal(neo4j.uri, "neo4j", SECRET, neo4j.database)

    assert line == f"Neo4j at {neo4j.uri} refuses user 'neo4j': set NEO4J_PASSWORD."


@pytest.mark.parametrize("password", [None, ""])
def test_no_password(neo4j: Address, password: str | None) -> None:
    line = refusal(neo4j.uri, "neo4j", password, neo4j.database)

    assert line == f"Neo4j at {neo4j.uri} asks for a password: set NEO4J_PASSWORD."


def test_too_many_wrong_passwords(neo4j: Address) -> None:
    with Connection(neo4j.uri, neo4j.user, neo4j.password, None):
        pass  # sets the server's count of wrong ones back

    said = [refusal(neo4j.uri, neo4j.user, SECRET, None) for _ in range(4)]

    time.sleep(2)  # the tests' server locks for one second
    assert said[0].endswith("refuses user 'neo4j': set NEO4J_PASSWORD.")
    assert "too many wrong passwords" in said[-1]
    with Connection(neo4j.uri, neo4j.user, neo4j.password, None):
        pass


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_unknown_database(neo4j: Address, scheme: str) -> None:
    uri = neo4j.uri.replace("bolt", scheme)

    assert refusal(uri, neo4j.user, neo4j.password, "news") == (
        f"Neo4j at {uri} has no database 'news': set NEO4J_DATABASE, or leave it unset."
    )


@pytest.mark.parametrize(
    "uri",
    ["", "localhost:7687", "http://localhost:7474", "bolt://", "bolt://host:port", "bolt://h:0"],
)
def test_what_is_no_address(uri: str) -> None:
    assert "is no address of a Neo4j" in refusal(uri, "neo4j", SECRET, None)


@pytest.mark.parametrize(
    "uri", [f"bolt://neo4j:{SECRET}@localhost", f"http://:{SECRET}@h", f"bolt://u:{SECRET}@h:x"]
)
def test_a_password_in_an_address_is_not_shown(uri: str) -> None:
    refusal(uri, "neo4j", None, None)


def test_a_query_in_an_address_is_refused_where_it_means_nothing() -> None:
    assert "Leave it out" in refusal("bolt://localhost?policy=x", "neo4j", SECRET, None)


def test_encryption_that_the_server_does_not_speak(neo4j: Address) -> None:
    uri = neo4j.uri.replace("bolt", "bolt+s")

    assert "No Neo4j answers" in refusal(uri, neo4j.user, neo4j.password, None)


@pytest.mark.parametrize("database", ["neo4j", None])
def test_a_connection_that_is_let_in_answers(neo4j: Address, database: str | None) -> None:
    with Connection(neo4j.uri, neo4j.user, neo4j.password, database) as connection:
        assert connection.read("RETURN $x AS x", {"x": 1}, timeout=10) == [{"x": 1}]
    connection.close()
