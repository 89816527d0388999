"""Which ledger's graph a Neo4j holds, and whether another may be loaded into it."""

from dataclasses import dataclass, field

from kgbuild import cypher
from kgbuild.changes import Changes
from kgbuild.errors import Neo4jError
from kgbuild.neo4j_.connection import Connection

SCHEMA = 1
"""The version of the graph's schema. A graph of an older one is loaded anew."""


@dataclass(frozen=True, slots=True)
class State:
    """Which ledger's graph a database holds; revision 0 means that it is not whole.

    ``constrained`` says that a load has made the constraints; a graph that was imported has none.
    """

    graph: str
    revision: int
    schema: int
    constrained: bool = field(default=False, compare=False)


def state(connection: Connection) -> State | None:
    """Return what the database holds, None if no ledger was ever loaded into it.

    Raises:
        Neo4jError: The server went away.
    """
    rows = connection.read(cypher.statement("load/state"), {}, timeout=10)
    return State(**rows[0]) if rows else None


def since(connection: Connection, graph: str) -> int:
    """Return after which revision the changes are wanted; 0 asks for the whole graph."""
    held = state(connection)
    if held is None or held.graph != graph or held.schema != SCHEMA:
        return 0
    return held.revision


def check(connection: Connection, changes: Changes, held: State | None) -> None:
    """Refuse a database that holds something else, before anything is written.

    Raises:
        Neo4jError: It does.
    """
    problem = None
    if held is None:
        [row] = connection.read(cypher.statement("load/strangers"), {}, timeout=10)
        if row["nodes"]:
            problem = "has Article, Entity or Statement nodes of another program"
    elif held.graph != changes.graph:
        problem = "holds the graph of another ledger"
    elif held.schema > SCHEMA:
        raise Neo4jError("Neo4j holds the graph of a newer kgbuild. Update this one.")
    elif changes.since:
        _check_revision(changes, held)
    if problem:
        name = connection.database or "Neo4j"
        raise Neo4jError(
            f"{name} at {connection.uri} {problem}. Nothing was written. Name another "
            "server or database, or empty it: MATCH (n) DETACH DELETE n"
        )


def _check_revision(changes: Changes, held: State) -> None:
    if held.revision > changes.revision:
        raise Neo4jError(
            f"Neo4j holds revision {held.revision} of this ledger, which is at "
            f"{changes.revision}. If it was brought back from a copy: kgbuild load --again"
        )
    if held.revision < changes.since or held.schema != SCHEMA:
        raise ValueError(f"changes since {changes.since} do not follow {held}")
