"""The graph's rows as the ledger keeps them: written where they differ, read as asked.

Every write that changes something carries the revision of its transaction; a row that
goes leaves a note in ``gone``, so that a store loaded earlier can follow.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from kgbuild.changes import Changes, Gone
from kgbuild.ledger import tables
from kgbuild.ledger.store import Ledger
from kgbuild.projection import (
    ArticleRow,
    EdgeRow,
    EntityRow,
    Kind,
    MentionRow,
    Projection,
    Row,
    StatementRow,
)

Stored = EntityRow | MentionRow | StatementRow | EdgeRow
R = TypeVar("R", bound=Row)


def put(ledger: Ledger, row: Stored, revision: int) -> bool:
    """Write a row unless it stands there already; say whether anything changed."""
    given = (*tables.values(row), revision)
    changed = ledger.db.execute(tables.UPSERT[type(row)], given).rowcount > 0
    if changed:
        _unforget(ledger, _gone(row))
    return changed


def put_article(ledger: Ledger, id_: str, revision: int) -> bool:
    """Put an article into the graph; say whether it was not there."""
    query = "INSERT OR IGNORE INTO row_article VALUES (?, ?)"
    changed = ledger.db.execute(query, (id_, revision)).rowcount > 0
    if changed:
        _unforget(ledger, Gone(Kind.ARTICLE, id_))
    return changed


def drop(ledger: Ledger, row: Row, revision: int) -> None:
    """Take a row out of the graph and note that it is gone."""
    gone = _gone(row)
    if isinstance(row, MentionRow):
        query = "DELETE FROM row_mention WHERE article = ? AND entity = ?"
        ledger.db.execute(query, (gone.id, gone.start))
    else:
        ledger.db.execute(f"DELETE FROM row_{gone.kind} WHERE id = ?", (gone.id,))  # noqa: S608
    ledger.db.execute(
        "INSERT OR REPLACE INTO gone VALUES (?, ?, ?, ?, ?)",
        (gone.kind.value, gone.id, gone.start or "", gone.type, revision),
    )


def get(ledger: Ledger, kind: type[R], where: str, *values: object, **named: object) -> Iterator[R]:
    """Yield the rows of one kind for which an SQL condition of ours holds, sorted by id.

    ``where`` is never made from input; what comes from outside goes into ``values``, or
    into ``named`` where the condition says ``:name``.
    """
    given = named or values
    rows = ledger.db.execute(f"{tables.SELECT[kind]} WHERE {where} ORDER BY 1, 2", given)
    make = tables.MAKERS[kind]
    return (make(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class _Rows(Iterable[R]):
    """Rows that are read from the ledger each time they are gone through."""

    ledger: Ledger
    kind: type[R]
    since: int

    def __iter__(self) -> Iterator[R]:
        return get(self.ledger, self.kind, "r.revision > ?", self.since)


def projection(ledger: Ledger, since: int = 0) -> Projection:
    """Return the graph's rows, or those that changed after a revision, not held in memory."""
    return Projection(
        articles=_Rows(ledger, ArticleRow, since),
        entities=_Rows(ledger, EntityRow, since),
        mentions=_Rows(ledger, MentionRow, since),
        statements=_Rows(ledger, StatementRow, since),
        edges=_Rows(ledger, EdgeRow, since),
    )


def changes(ledger: Ledger, since: int) -> Changes:
    """Return what came and went after a revision."""
    query = "SELECT kind, id, start, type FROM gone WHERE revision > ? ORDER BY kind, id, start"
    gone = (
        Gone(Kind(kind), id_, start or None, type_)
        for kind, id_, start, type_ in ledger.db.execute(query, (since,))
    )
    return Changes(ledger.graph, since, ledger.revision, projection(ledger, since), gone)


def named(ledger: Ledger, folded: str) -> tuple[str, ...]:
    """Return the ids of the entities that go by a folded name, or have it as id, sorted."""
    query = """SELECT entity FROM spelling WHERE folded = :name
               UNION SELECT id FROM row_entity WHERE id = :name ORDER BY 1"""
    return tuple(id_ for (id_,) in ledger.db.execute(query, {"name": folded}))


def said_by(ledger: Ledger, article: str) -> list[MentionRow | StatementRow]:
    """Return the mentions and statements of one article."""
    where = "r.article = ?"
    return [*get(ledger, MentionRow, where, article), *get(ledger, StatementRow, where, article)]


def article(ledger: Ledger, id_: str) -> ArticleRow | None:
    """Return an article's row, if it is in the graph."""
    return next(get(ledger, ArticleRow, "r.id = ?", id_), None)


def articles_beside(ledger: Ledger) -> list[str]:
    """Return the ids of the articles in the graph that no key points to, sorted."""
    query = """SELECT id FROM row_article WHERE id NOT IN (SELECT article FROM source)
               ORDER BY id"""
    return [id_ for (id_,) in ledger.db.execute(query)]


def counts(ledger: Ledger) -> dict[Kind, int]:
    """Return how many rows of each kind the graph has."""
    tables = {kind: f"SELECT count(*) FROM row_{kind}" for kind in Kind}  # noqa: S608
    return {kind: int(ledger.db.execute(query).fetchone()[0]) for kind, query in tables.items()}


def _unforget(ledger: Ledger, gone: Gone) -> None:
    query = "DELETE FROM gone WHERE kind = ? AND id = ? AND start = ?"
    ledger.db.execute(query, (gone.kind.value, gone.id, gone.start or ""))


def _gone(row: Row) -> Gone:
    kind = tables.KINDS[type(row)]
    if isinstance(row, MentionRow):
        return Gone(kind, row.article, row.entity)
    if isinstance(row, EdgeRow):
        return Gone(kind, row.id, row.subject, row.kind)
    assert isinstance(row, ArticleRow | EntityRow | StatementRow)  # noqa: S101
    return Gone(kind, row.id)
