"""Bring the graph in a Neo4j up to date with the ledger's rows, writing only differences.

A node ``KgbuildLedger`` says which ledger's graph it is, as of which revision. That is
written last, so that a load that broke off is simply run again. A load that begins takes
over from one that still runs; the older one's next batch is refused.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields, replace
from functools import partial
from typing import TypeVar

from neo4j import ManagedTransaction

from kgbuild import cypher, ontology
from kgbuild.errors import Neo4jError
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.elements import Element, dump, element, gone
from kgbuild.neo4j_.steps import BATCH, Step, removals, upserts
from kgbuild.projection import Changes, Projection, Row

SCHEMA = 1
"""The version of the graph's schema. A graph of an older one is loaded anew."""

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class State:
    """Which ledger's graph a database holds; revision 0 means that it is not whole."""

    graph: str
    revision: int
    schema: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What a load wrote, by the server's own count."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    properties_set: int = 0
    labels_added: int = 0
    labels_removed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        mine, others = asdict(self), asdict(other)
        return Counts(**{name: mine[name] + others[name] for name in mine})

    def __str__(self) -> str:
        """Say it in words.

        >>> str(Counts(nodes_created=1, properties_set=4)), str(Counts())
        ('nodes created 1, properties set 4', 'nothing to write')
        """
        counts = {name.replace("_", " "): count for name, count in asdict(self).items()}
        return ", ".join(f"{name} {n:,}" for name, n in counts.items() if n) or "nothing to write"


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


def load(
    connection: Connection,
    changes: Changes,
    *,
    relations: Collection[str] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Counts:
    """Write what came and went into a Neo4j, and return what that took.

    With ``changes.since`` 0 the rows are the whole graph: what else is there of an earlier
    load goes. ``relations`` are those of the ledger's ontology, by default the built-in one.
    ``progress`` is told how many rows each batch brought.

    Raises:
        Neo4jError: The database holds something else, or the server refuses or went away.
    """
    held = state(connection)
    settled = State(changes.graph, changes.revision, SCHEMA)
    if held == settled and changes.since == changes.revision > 0:
        return Counts()
    loading = _Load(connection, changes, progress or (lambda _: None))
    loading.check(held)
    fresh = loading.begin()
    seen: set[Element] = set()
    rows = changes.rows if fresh or changes.since else _noted(changes.rows, seen)
    known = ontology.load().relations if relations is None else relations
    counts = loading.write(upserts(rows, known))
    if changes.since:
        counts += loading.write(removals(changes.gone))
    elif not fresh:
        old = (gone(found) for found, _ in dump(connection) if found not in seen)
        counts += loading.write(removals([one for one in old if one is not None]))
    loading.end()
    return counts


@dataclass(frozen=True, slots=True)
class _Load:
    """One load, told by its token from every other."""

    connection: Connection
    changes: Changes
    progress: Callable[[int], None]
    token: str = field(default_factory=lambda: secrets.token_hex(8))

    def check(self, held: State | None) -> None:
        """Refuse a database that holds something else, before anything is written."""
        problem = None
        if held is None:
            [row] = self.connection.read(cypher.statement("load/strangers"), {}, timeout=10)
            if row["nodes"]:
                problem = "has Article, Entity or Statement nodes of another program"
        elif held.graph != self.changes.graph:
            problem = "holds the graph of another ledger"
        elif held.schema > SCHEMA:
            raise Neo4jError("Neo4j holds the graph of a newer kgbuild. Update this one.")
        elif self.changes.since:
            self._check_revision(held)
        if problem:
            name = self.connection.database or "Neo4j"
            raise Neo4jError(
                f"{name} at {self.connection.uri} {problem}. Nothing was written. Name another "
                "server or database, or empty it: MATCH (n) DETACH DELETE n"
            )

    def begin(self) -> bool:
        """Claim the database; return whether it held nothing of kgbuild."""
        for name in cypher.names("schema"):
            self.connection.write(partial(_run, name=f"schema/{name}"))
        return self.connection.write(self._claim)

    def write(self, steps: Iterable[Step]) -> Counts:
        """Take the steps, small ones together in one transaction."""
        total = Counts()
        for together in _together(steps):
            total += self.connection.write(partial(self._take, steps=together))
            self.progress(sum(len(step.rows) for step in together))
        return total

    def end(self) -> None:
        """Say that the graph is now as of the changes' revision."""
        self.connection.write(self._finish)

    def _check_revision(self, held: State) -> None:
        if held.revision > self.changes.revision:
            raise Neo4jError(
                f"Neo4j holds revision {held.revision} of this ledger, which is at "
                f"{self.changes.revision}. If it was brought back from a copy: kgbuild load --again"
            )
        if held.revision < self.changes.since or held.schema != SCHEMA:
            raise ValueError(f"changes since {self.changes.since} do not follow {held}")

    def _claim(self, tx: ManagedTransaction) -> bool:
        values = {"graph": self.changes.graph, "schema": SCHEMA, "token": self.token}
        result = tx.run(cypher.statement("load/claim"), values)
        held = State(**result.single(strict=True).data())
        fresh = result.consume().counters.nodes_created > 0
        if not fresh:
            self.check(held)
        if self.changes.since == 0:
            _run(tx, name="load/reset")
        return fresh

    def _take(self, tx: ManagedTransaction, steps: list[Step]) -> Counts:
        self._lock(tx)
        total = Counts()
        for step in steps:
            result = tx.run(step.text, rows=step.rows)
            done = sum(record["done"] for record in result)
            if step.strict and done < len(step.rows):
                raise Neo4jError(
                    "Neo4j lacks nodes that kgbuild wrote: was the graph changed by hand? "
                    "Mend it with: kgbuild load --again"
                )
            counters = result.consume().counters
            total += Counts(**{f.name: getattr(counters, f.name) for f in fields(Counts)})
        return total

    def _finish(self, tx: ManagedTransaction) -> None:
        self._lock(tx)
        _run(tx, name="load/finish", revision=self.changes.revision, schema=SCHEMA)

    def _lock(self, tx: ManagedTransaction) -> None:
        held = tx.run(cypher.statement("load/lock")).single()
        if held is None or held["token"] != self.token:
            raise Neo4jError("Another kgbuild load has taken over this one. Let that one end.")


def _run(tx: ManagedTransaction, *, name: str, **values: object) -> None:
    tx.run(cypher.statement(name), values).consume()


def _together(steps: Iterable[Step]) -> Iterator[list[Step]]:
    held: list[Step] = []
    for step in steps:
        if held and sum(len(one.rows) for one in held) + len(step.rows) > BATCH:
            yield held
            held = []
        held.append(step)
    if held:
        yield held


def _noted(rows: Projection, seen: set[Element]) -> Projection:
    """Return the rows; each that is gone through is noted."""

    def note(some: Iterable[R]) -> Iterator[R]:
        for row in some:
            seen.add(element(row))
            yield row

    return replace(
        rows,
        articles=note(rows.articles),
        entities=note(rows.entities),
        mentions=note(rows.mentions),
        statements=note(rows.statements),
        edges=note(rows.edges),
    )
