"""CSV (RFC 4180, UTF-8) of the entities and their edges.

A relation stands under ``relation`` and what it was reported in under ``reference``: Gephi
takes a column ``type`` for the direction, and ``source`` is where the edge begins. A text
that a spreadsheet would run as a formula gets an apostrophe in front, and so does one that
begins with apostrophes before such a text: taking one off gives every text back.
"""

import csv
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from typing import BinaryIO

from kgbuild.export.columns import EDGE, NODE, Scalar, edge, node
from kgbuild.projection import Projection

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
RENAMED = {"type": "relation", "source": "reference"}
NODE_COLUMNS = ("id", *(name for name in NODE if name != "name"))
EDGE_COLUMNS = (
    *("id", "source", "target"),
    *(RENAMED.get(name, name) for name in EDGE if name != "edgeId"),
)


def write_nodes(projection: Projection, out: BinaryIO) -> None:
    """Write one line for each entity; ``label`` is its name."""
    rows = sorted(projection.entities, key=lambda row: row.id)
    _write(out, NODE_COLUMNS, ({"id": row.id, **node(row)} for row in rows))


def write_edges(projection: Projection, out: BinaryIO) -> None:
    """Write one line for each edge, of every status."""
    rows = sorted(projection.edges, key=lambda row: row.id)
    _write(
        out,
        EDGE_COLUMNS,
        (
            {
                **{RENAMED.get(name, name): value for name, value in edge(row).items()},
                "id": row.id,
                "source": row.subject,
                "target": row.object,
            }
            for row in rows
        ),
    )


def _write(out: BinaryIO, columns: Iterable[str], rows: Iterable[Mapping[str, Scalar]]) -> None:
    columns = tuple(columns)
    text = TextIOWrapper(out, encoding="utf-8", newline="")
    table = csv.writer(text)
    table.writerow(columns)
    for row in rows:
        table.writerow(_safe(row.get(column, "")) for column in columns)
    text.detach()


def _safe(value: Scalar) -> Scalar:
    if isinstance(value, str) and value.lstrip("'").startswith(FORMULA):
        return f"'{value}"
    return value
