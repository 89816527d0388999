"""How a kind of row stands in its table: the SQL that reads and writes it, made of its fields."""

import json
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from kgbuild.model import Status, Type
from kgbuild.projection import (
    ArticleRow,
    EdgeRow,
    EntityRow,
    Kind,
    MentionRow,
    Row,
    StatementRow,
)

KINDS: dict[type[Row], Kind] = {
    ArticleRow: Kind.ARTICLE,
    EntityRow: Kind.ENTITY,
    MentionRow: Kind.MENTION,
    StatementRow: Kind.STATEMENT,
    EdgeRow: Kind.EDGE,
}
_READ: dict[str, Callable[[str], object]] = {
    "type": Type,
    "status": Status,
    "aliases": lambda kept: tuple(json.loads(kept)),
}
"""What makes a value of the text that SQLite keeps, by field."""


def values(row: Row) -> list[Any]:
    """Return a row's values as SQLite keeps them, in the order of its fields."""
    found = _VALUES[type(row)](row)
    return [json.dumps(value) if isinstance(value, tuple) else value for value in found]


def _fields(kind: type[Row]) -> list[str]:
    return [field.name for field in fields(kind)]  # type: ignore[arg-type]


def _select(kind: type[Row]) -> str:
    if kind is ArticleRow:
        columns = "r.id, a.title, a.url, a.published, a.publisher, a.language"
        return f"SELECT {columns} FROM row_article r JOIN article a ON a.id = r.id"  # noqa: S608
    columns = ", ".join(f'r."{name}"' for name in _fields(kind))
    return f"SELECT {columns} FROM row_{KINDS[kind]} r"  # noqa: S608


def _upsert(kind: type[Row]) -> str:
    columns = [f'"{name}"' for name in _fields(kind)]
    key = '"entity", "article"' if kind is MentionRow else '"id"'
    new = ", ".join(f"excluded.{name}" for name in columns)
    return (
        f"INSERT INTO row_{KINDS[kind]} AS r ({', '.join(columns)}, revision) "  # noqa: S608
        f"VALUES ({', '.join('?' * (len(columns) + 1))}) ON CONFLICT ({key}) DO UPDATE SET "
        f"({', '.join(columns)}, revision) = ({new}, excluded.revision) "
        f"WHERE ({', '.join(f'r.{name}' for name in columns)}) IS NOT ({new})"
    )


def _maker(kind: type[Row]) -> Callable[..., Any]:
    read = [(place, _READ[name]) for place, name in enumerate(_fields(kind)) if name in _READ]

    def make(*kept: Any) -> Row:
        found = [*kept]
        for place, convert in read:
            found[place] = convert(found[place])
        return kind(*found)

    return make if read else kind


_VALUES = {kind: attrgetter(*_fields(kind)) for kind in KINDS}
SELECT = {kind: _select(kind) for kind in KINDS}
"""The statement, still without a condition, that reads rows ``r`` of a kind."""
MAKERS = {kind: _maker(kind) for kind in KINDS}
"""What makes a row of a kind of the values that ``SELECT`` yields."""
UPSERT = {kind: _upsert(kind) for kind in KINDS if kind is not ArticleRow}
"""The statement that writes a row only where its values differ."""
