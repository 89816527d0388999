"""Write the graph as the files that ``neo4j-admin database import full`` takes.

What comes of them is what ``load`` would have written, property for property, with the node
that says which ledger's graph it is, so that the next ``load`` goes on from there. Only the
constraints are left to that: the import makes none in a Community server.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kgbuild.changes import Changes
from kgbuild.errors import GraphError
from kgbuild.export import write_whole
from kgbuild.neo4j_.state import SCHEMA
from kgbuild.neo4j_.steps import ends
from kgbuild.projection import (
    ArticleRow,
    EdgeRow,
    EntityRow,
    MentionRow,
    Projection,
    Row,
    StatementRow,
    Value,
    camel,
)

Line = Iterable[Value | None]
Table = tuple[list[str], Iterable[Line]]
"""The names of the columns, and the lines, which are made as they are gone through."""

BETWEEN = "\x1f"
"""Stands between the parts of a list. A name that holds it is refused."""
KINDS = {
    **dict.fromkeys(("mentions", "articles", "statements", "start", "end", "geonames"), ":long"),
    **dict.fromkeys(("aliases", "search"), ":string[]"),
    **dict.fromkeys(("confidence", "latitude", "longitude"), ":double"),
}
"""What a property holds, where that is not text."""
DERIVED: Mapping[type[Row], tuple[str, ...]] = {ArticleRow: ("name",), EntityRow: ("search",)}
"""Properties that are no fields of a row."""

COMMAND = "neo4j-admin database import full @arguments.txt neo4j"
"""What a user runs in the folder, the server stopped and its database empty."""
ARGUMENTS = """\
--nodes=KgbuildLedger=ledger.csv
--nodes=Article=articles.csv
--nodes=entities.csv
--nodes=Statement=statements.csv
--relationships=mentions.csv
--relationships=about.csv
--relationships=stated.csv
--relationships=ties.csv
--array-delimiter=U+001F
--multiline-fields=true
"""


def write(changes: Changes, folder: Path) -> tuple[Path, ...]:
    """Write a whole graph into a folder, which is made if need be; return the files.

    Raises:
        GraphError: A file can't be written, or a name holds what stands between names.
    """
    files: dict[Path, Callable[[BinaryIO], object]] = {
        folder / name: partial(_write, table) for name, table in sorted(_tables(changes).items())
    }
    files[folder / "arguments.txt"] = lambda out: out.write(ARGUMENTS.encode())
    made = not folder.exists()
    with suppress(OSError):  # to write into it says what is wrong
        folder.mkdir(exist_ok=True)
    try:
        write_whole(folder, files)
    except GraphError:
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise
    return tuple(files)


def _tables(changes: Changes) -> dict[str, Table]:
    rows = changes.rows
    return {
        "ledger.csv": _ledger(changes),
        "articles.csv": (_node(ArticleRow, "Article"), _nodes(rows.articles)),
        "entities.csv": ([":LABEL", *_node(EntityRow, "Entity")], _entities(rows)),
        "statements.csv": (_node(StatementRow, "Statement"), _nodes(rows.statements)),
        "mentions.csv": (_edge("Entity", "Article", MentionRow), _mentions(rows)),
        "about.csv": (_edge("Statement", "Entity"), _about(rows)),
        "stated.csv": (_edge("Statement", "Article"), _stated(rows)),
        "ties.csv": (_edge("Entity", "Entity", EdgeRow), _ties(rows)),
    }


def _node(kind: type[Row], group: str) -> list[str]:
    id_, *others = _columns(kind)
    return [f"{id_}:ID({group})", *others]


def _edge(start: str, end: str, kind: type[Row] | None = None) -> list[str]:
    own = [] if kind is None else _columns(kind)
    return [f":START_ID({start})", f":END_ID({end})", ":TYPE", *own]


def _columns(kind: type[Row]) -> list[str]:
    return [name + KINDS.get(name, "") for name in _names(kind)]


def _names(kind: type[Row]) -> list[str]:
    own = [camel(field.name) for field in fields(kind) if field.name not in kind.ENDS]  # type: ignore[arg-type]
    return [*own, *DERIVED.get(kind, ())]


def _ledger(changes: Changes) -> Table:
    header = ["id:ID(Ledger)", "name", "graph", "revision:long", "schema:long"]
    return header, [("kgbuild", "kgbuild", changes.graph, changes.revision, SCHEMA)]


def _values(row: Row) -> list[Value | None]:
    properties = row.properties()
    return [properties.get(name) for name in _names(type(row))]


def _nodes(rows: Iterable[Row]) -> Iterator[Line]:
    return map(_values, rows)


def _entities(rows: Projection) -> Iterator[Line]:
    for row in rows.entities:
        if any(BETWEEN in name for name in (row.name, *row.aliases)):
            raise GraphError(
                f"The name {row.name!r} holds the character U+001F, which neo4j-admin would take "
                "for the end of a name. Rename it, or use: kgbuild load"
            )
        yield [["Entity", row.type.label], *_values(row)]


def _mentions(rows: Projection) -> Iterator[Line]:
    for row in rows.mentions:
        yield [row.entity, row.article, "MENTIONED_IN", *_values(row)]


def _about(rows: Projection) -> Iterator[Line]:
    for row in rows.statements:
        found = ends(row)
        del found["STATED_IN"]
        yield from ((row.id, end, type_) for type_, end in found.items())


def _stated(rows: Projection) -> Iterator[Line]:
    return ((row.id, row.article, "STATED_IN") for row in rows.statements)


def _ties(rows: Projection) -> Iterator[Line]:
    for row in rows.edges:
        yield [row.subject, row.object, row.kind, *_values(row)]


def _write(table: Table, out: BinaryIO) -> None:
    header, lines = table
    out.write(",".join(header).encode() + b"\n")
    for line in lines:
        out.write(",".join(map(_cell, line)).encode() + b"\n")


def _cell(value: Value | None) -> str:
    """Return a value as the import reads it: nothing is absent, quotes round nothing are not.

    >>> _cell(None), _cell(""), _cell(2), _cell('a "b" c')
    ('', '""', '2', '"a ""b"" c"')
    """
    if value is None:
        return ""
    if isinstance(value, list):
        value = BETWEEN.join(value)
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else str(value)
