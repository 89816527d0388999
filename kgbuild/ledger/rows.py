"""The graph's rows as the ledger keeps them: written where they differ, read as asked.

Every write that changes something carries the revision of its transaction; a row that
goes leaves a note in ``gone``, so that a store loaded earlier can follow.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, get_args

from kgbuild.ledger.store import Ledger
from kgbuild.model import Status, Type
from kgbuild.projection import (
    ArticleRow,
    Changes,
    EdgeRow,
    EntityRow,
    Gone,
    Kind,
    MentionRow,
    Projection,
    Row,
    StatementRow,
)

Stored = EntityRow | MentionRow | StatementRow | EdgeRow
R = TypeVar("R", bound=Row)

_KINDS: dict[type[Row], Kind] = {
    ArticleRow: Kind.ARTICLE,
    EntityRow: Kind.ENTITY,
    MentionRow: Kind.MENTION,
    StatementRow: Kind.STATEMENT,
    EdgeRow: Kind.EDGE,
}


def put(ledger: Ledger, row: Stored, revision: int) -> bool:
    """Write a row unless it stands there already; say whether anything changed."""
    values = (json.dumps(v) if isinstance(v, tuple) else v for v in _VALUES[type(row)](row))
    changed = ledger.db.execute(_UPSERT[type(row)], (*values, revision)).rowcount > 0
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
    rows = ledger.db.execute(f"{_SELECT[kind]} WHERE {where} ORDER BY 1, 2", given)
    make = _MAKERS.get(kind, kind)
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


def mention_counts(ledger: Ledger, entity: str) -> tuple[int, int]:
    """Return how often an entity is mentioned, and in how many articles."""
    query = "SELECT coalesce(sum(mentions), 0), count(*) FROM row_mention WHERE entity = ?"
    mentions, articles = ledger.db.execute(query, (entity,)).fetchone()
    return mentions, articles


def sums(ledger: Ledger, tie: tuple[str, str, str, Status]) -> dict[str, Any] | None:
    """Return what an edge says of all statements of one tie, or None if there are none."""
    subject, relation, object_, status = tie
    where = "subject = ? AND object = ? AND relation = ? AND status = ?"
    values = (subject, object_, relation, status.value)
    row = ledger.db.execute(f"{_SUMS} WHERE {where}", values).fetchone()
    if row[0] == 0:
        return None
    article, sentence = ledger.db.execute(f"{_BEST} WHERE {where} {_BEST_FIRST}", values).fetchone()
    query = "SELECT coalesce(url, title) FROM article WHERE id = ?"
    source = ledger.db.execute(query, (article,)).fetchone()[0]
    query = f"SELECT DISTINCT role, verb FROM row_statement WHERE {where}"  # noqa: S608
    both = ledger.db.execute(query, values).fetchall()
    found = dict(zip(_SUMMED, row, strict=True))
    several = {
        name: " | ".join(sorted({pair[place] or "" for pair in both} - {""})) or None
        for place, name in enumerate(("role", "verb"))
    }
    return {**found, **several, "sentence": sentence, "source": source}


def counts(ledger: Ledger) -> dict[Kind, int]:
    """Return how many rows of each kind the graph has."""
    tables = {kind: f"SELECT count(*) FROM row_{kind}" for kind in Kind}  # noqa: S608
    return {kind: int(ledger.db.execute(query).fetchone()[0]) for kind, query in tables.items()}


def _unforget(ledger: Ledger, gone: Gone) -> None:
    query = "DELETE FROM gone WHERE kind = ? AND id = ? AND start = ?"
    ledger.db.execute(query, (gone.kind.value, gone.id, gone.start or ""))


def _gone(row: Row) -> Gone:
    kind = _KINDS[type(row)]
    if isinstance(row, MentionRow):
        return Gone(kind, row.article, row.entity)
    if isinstance(row, EdgeRow):
        return Gone(kind, row.id, row.subject, row.kind)
    assert isinstance(row, ArticleRow | EntityRow | StatementRow)  # noqa: S101
    return Gone(kind, row.id)


def _columns(kind: type[Row]) -> tuple[str, ...]:
    return tuple(f'"{field.name}"' for field in fields(kind))  # type: ignore[arg-type]


def _select(kind: type[Row]) -> str:
    if kind is ArticleRow:
        columns = "r.id, a.title, a.url, a.published, a.publisher, a.language"
        return f"SELECT {columns} FROM row_article r JOIN article a ON a.id = r.id"  # noqa: S608
    columns = ", ".join(f"r.{name}" for name in _columns(kind))
    return f"SELECT {columns} FROM row_{_KINDS[kind]} r"  # noqa: S608


def _upsert(kind: type[Row]) -> str:
    """Return the statement that writes a row only where its values differ."""
    columns = _columns(kind)
    key = '"entity", "article"' if kind is MentionRow else '"id"'
    new = ", ".join(f"excluded.{name}" for name in columns)
    return (
        f"INSERT INTO row_{_KINDS[kind]} AS r ({', '.join(columns)}, revision) "  # noqa: S608
        f"VALUES ({', '.join('?' * (len(columns) + 1))}) ON CONFLICT ({key}) DO UPDATE SET "
        f"({', '.join(columns)}, revision) = ({new}, excluded.revision) "
        f"WHERE ({', '.join(f'r.{name}' for name in columns)}) IS NOT ({new})"
    )


_SUMMED = (
    "statements",
    "articles",
    "first_reported",
    "last_reported",
    "since",
    "until",
    "confidence",
)
_SUMS = """SELECT count(*), count(DISTINCT article), min(published), max(published), min(since),
                  max(until), max(confidence) FROM row_statement"""
_BEST = "SELECT article, sentence FROM row_statement"
_BEST_FIRST = "ORDER BY confidence DESC, published IS NULL, published, id LIMIT 1"
_SELECT = {kind: _select(kind) for kind in _KINDS}
_UPSERT = {kind: _upsert(kind) for kind in get_args(Stored)}
_VALUES = {kind: attrgetter(*(one.name for one in fields(kind))) for kind in get_args(Stored)}


def _entity(id_: str, type_: str, name: str, aliases: str, *more: Any) -> EntityRow:
    return EntityRow(id_, Type(type_), name, tuple(json.loads(aliases)), *more)


def _with_status(kind: type[Any]) -> Any:
    place = [field.name for field in fields(kind)].index("status")

    def make(*values: Any) -> Any:
        return kind(*values[:place], Status(values[place]), *values[place + 1 :])

    return make


_MAKERS: dict[Any, Any] = {
    EntityRow: _entity,
    StatementRow: _with_status(StatementRow),
    EdgeRow: _with_status(EdgeRow),
}
