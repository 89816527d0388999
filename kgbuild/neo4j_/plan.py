"""Say what a load would do, without doing it."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from kgbuild.changes import Changes
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.elements import Element, dump, element, gone
from kgbuild.neo4j_.state import check, state
from kgbuild.projection import Kind, Row

NAMES = {
    Kind.ARTICLE: "articles",
    Kind.ENTITY: "entities",
    Kind.MENTION: "mentions",
    Kind.STATEMENT: "statements",
    Kind.EDGE: "ties",
}


def plan(connection: Connection, changes: Changes) -> str:
    """Return in a line what would be sent and what removed.

    Of what is sent only that is written which differs from what the database holds.

    Raises:
        Neo4jError: The load would be refused, or the server went away.
    """
    check(connection, changes, state(connection))
    seen: set[Element] = set()
    sent: Counter[str] = Counter()
    rows = changes.rows
    tables: dict[Kind, Iterable[Row]] = {
        Kind.ARTICLE: rows.articles,
        Kind.ENTITY: rows.entities,
        Kind.MENTION: rows.mentions,
        Kind.STATEMENT: rows.statements,
        Kind.EDGE: rows.edges,
    }
    for kind, found in tables.items():
        before = len(seen)
        seen.update(map(element, found))
        sent[NAMES[kind]] = len(seen) - before
    old = () if changes.since else (gone(one) for one, _ in dump(connection) if one not in seen)
    going = chain(changes.gone if changes.since else (), old)
    removed = Counter(NAMES[one.kind] for one in going if one is not None)
    return f"would send {_counted(sent)}; would remove {_counted(removed)}"


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{n} {counts[n]:,}" for n in NAMES.values() if counts[n]) or "nothing"
