"""What neo4j-admin imports is what a load writes."""

import os
import subprocess
from functools import partial
from pathlib import Path

import pytest

from kgbuild.changes import Changes
from kgbuild.errors import GraphError
from kgbuild.model import Type
from kgbuild.neo4j_ import bulk
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import Counts, load
from kgbuild.neo4j_.state import State, state
from kgbuild.neo4j_.verify import verify
from tests.neo4j.rows import Graph, entity, hostile, large, small
from tests.neo4j.server import Server, java

pytestmark = pytest.mark.neo4j


def imported(folder: Path, home: Path) -> None:
    """Run the command that a user is told, against a server that isn't running."""
    arguments = bulk.COMMAND.split()[1:]
    command = [*java(), "org.neo4j.server.startup.Neo4jAdminCommand", *arguments]
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("graph", [hostile(), large(40)], ids=["hostile", "large"])
def test_an_import_and_a_load_give_the_same_graph(tmp_path: Path, graph: Graph) -> None:
    bulk.write(graph.changes(revision=7), tmp_path)

    with (
        Server(before=partial(imported, tmp_path)) as server,
        Connection(server.address.uri, "neo4j", server.address.password, None) as connection,
    ):
        differences = verify(connection, graph.projection)
        held = state(connection)
        after = load(connection, Changes("ours", 7, 7, Graph().projection))
        constraints = connection.read("SHOW CONSTRAINTS", {}, timeout=10)
        again = load(connection, graph.changes(revision=8))

        assert differences == []
        assert held == State("ours", 7, 1)
        assert (after, len(constraints)) == (Counts(), 4)
        assert (again.nodes_created, again.relationships_created) == (0, 0)
        assert verify(connection, graph.projection) == []


def test_the_same_graph_gives_the_same_bytes_and_replaces_what_was_there(tmp_path: Path) -> None:
    first = {file: file.read_bytes() for file in bulk.write(small().changes(), tmp_path)}
    bulk.write(large(3).changes(), tmp_path)
    second = {file: file.read_bytes() for file in bulk.write(small().changes(), tmp_path)}

    assert first == second
    assert sorted(first) == sorted(tmp_path.iterdir())


def test_a_name_with_the_character_between_names_is_refused_and_nothing_is_left(
    tmp_path: Path,
) -> None:
    graph = Graph(entities=(entity(1, "Bo\x1fBerg", Type.PERSON),))

    with pytest.raises(GraphError, match=r"holds the character U\+001F.*kgbuild load"):
        bulk.write(graph.changes(), tmp_path / "bulk")

    assert not (tmp_path / "bulk").exists()


def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"Can't write .*nowhere"):
        bulk.write(small().changes(), tmp_path / "nowhere" / "bulk")
