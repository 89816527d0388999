"""Bring the graph in a Neo4j up to date with the ledger's rows, writing only differences.

A node ``KgbuildLedger`` says which ledger's graph it is, as of which revision. That is
written last, so that a load that broke off is simply run again. A load that begins takes
over from one that still runs; the older one's next batch is refused.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields, replace
from functools import partial
from itertools import chain
from typing import TypeVar

from neo4j import ManagedTransaction

from kgbuild import cypher, ontology
from kgbuild.changes import Changes
from kgbuild.errors import Neo4jError
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.elements import Element, dump, element, gone
from kgbuild.neo4j_.state import SCHEMA, State, check, state
from kgbuild.neo4j_.steps import BATCH, Step, removals, upserts
from kgbuild.projection import Projection, Row

R = TypeVar("R", bound=Row)


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
        constrain(connection)  # a graph that was imported has none
        return Counts()
    loading = _Load(
        connection, changes, progress or (lambda _: None), held is not None and held.constrained
    )
    check(connection, changes, held)
    known = ontology.load().relations if relations is None else relations
    if changes.since:
        return loading.difference(chain(upserts(changes.rows, known), removals(changes.gone)))
    fresh = loading.begin()
    seen: set[Element] = set()
    rows = changes.rows if fresh else _noted(changes.rows, seen)
    counts = loading.write(_together(upserts(rows, known)))
    if not fresh:
        old = (gone(found) for found, _ in dump(connection) if found not in seen)
        counts += loading.write(_together(removals([one for one in old if one is not None])))
    loading.end()
    return counts


def constrain(connection: Connection) -> None:
    """Make the constraints of ``cypher/schema/`` that the database lacks.

    Raises:
        Neo4jError: The server refuses or went away.
    """
    there = {
        row["name"] for row in connection.read(cypher.statement("load/schema"), {}, timeout=10)
    }
    for name in cypher.names("schema"):
        if f"kgbuild_{name}" not in there:
            connection.write(partial(_run, name=f"schema/{name}"))


@dataclass(frozen=True, slots=True)
class _Load:
    """One load, told by its token from every other."""

    connection: Connection
    changes: Changes
    progress: Callable[[int], None]
    constrained: bool
    token: str = field(default_factory=lambda: secrets.token_hex(8))

    def begin(self) -> bool:
        """Claim the database; return whether it held nothing of kgbuild."""
        constrain(self.connection)
        return self.connection.write(self._claim)

    def difference(self, steps: Iterable[Step]) -> Counts:
        """Write what came and went; all at once where it is little, for each commit takes time."""
        groups = _together(steps)
        first, second = next(groups, []), next(groups, None)
        if second is None:
            if not self.constrained:
                constrain(self.connection)
            total = self.connection.write(partial(self._at_once, steps=first))
            self.progress(_rows(first))
        else:
            self.begin()
            total = self.write(chain([first, second], groups))
            self.end()
        return total

    def write(self, groups: Iterable[list[Step]]) -> Counts:
        """Take the steps, a transaction for each group."""
        total = Counts()
        for group in groups:
            total += self.connection.write(partial(self._take, steps=group))
            self.progress(_rows(group))
        return total

    def end(self) -> None:
        """Say that the graph is now as of the changes' revision."""
        self.connection.write(self._finish)

    def _claim(self, tx: ManagedTransaction) -> bool:
        values = {"graph": self.changes.graph, "schema": SCHEMA, "token": self.token}
        result = tx.run(cypher.statement("load/claim"), values)
        held = State(**result.single(strict=True).data())
        fresh = result.consume().counters.nodes_created > 0
        if not fresh:
            check(self.connection, self.changes, held)
        if self.changes.since == 0:
            _run(tx, name="load/reset")
        return fresh

    def _at_once(self, tx: ManagedTransaction, steps: list[Step]) -> Counts:
        self._claim(tx)  # which takes the lock, too
        total = _done(tx, steps)
        self._settle(tx)
        return total

    def _take(self, tx: ManagedTransaction, steps: list[Step]) -> Counts:
        self._lock(tx)
        return _done(tx, steps)

    def _finish(self, tx: ManagedTransaction) -> None:
        self._lock(tx)
        self._settle(tx)

    def _settle(self, tx: ManagedTransaction) -> None:
        _run(tx, name="load/finish", revision=self.changes.revision, schema=SCHEMA)

    def _lock(self, tx: ManagedTransaction) -> None:
        held = tx.run(cypher.statement("load/lock")).single()
        if held is None or held["token"] != self.token:
            raise Neo4jError("Another kgbuild load has taken over this one. Let that one end.")


def _done(tx: ManagedTransaction, steps: list[Step]) -> Counts:
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


def _run(tx: ManagedTransaction, *, name: str, **values: object) -> None:
    tx.run(cypher.statement(name), values).consume()


def _rows(steps: Iterable[Step]) -> int:
    return sum(step.size for step in steps)


def _together(steps: Iterable[Step]) -> Iterator[list[Step]]:
    held: list[Step] = []
    for step in steps:
        if held and _rows(held) + step.size > BATCH:
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
