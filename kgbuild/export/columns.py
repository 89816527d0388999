"""What GraphML and CSV say of an entity and of an edge, under which names."""

import re
from collections.abc import Mapping

from kgbuild.model import FACTUAL
from kgbuild.projection import EdgeRow, EntityRow, Value

Scalar = str | int | float

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 file can hold, escaped or not."""

NODE: Mapping[str, type[Scalar]] = {
    "label": str,
    "name": str,
    "type": str,
    "aliases": str,
    "mentions": int,
    "articles": int,
    "country": str,
    "region": str,
    "geonames": int,
    "latitude": float,
    "longitude": float,
}
EDGE: Mapping[str, type[Scalar]] = {
    "label": str,
    "type": str,
    "status": str,
    "weight": float,
    "role": str,
    "verb": str,
    "since": str,
    "until": str,
    "sentence": str,
    "source": str,
    "firstReported": str,
    "lastReported": str,
    "statements": int,
    "articles": int,
    "confidence": float,
    "edgeId": str,
}


def printable(text: str) -> str:
    r"""Return the text with what no XML can hold replaced.

    >>> printable("a\x00b")
    'a\ufffdb'
    """
    return ILLEGAL.sub("\ufffd", text)


def label(row: EdgeRow) -> str:
    """Return how an edge is drawn: only a fact is drawn as the plain relation."""
    return row.relation if row.status in FACTUAL else f"{row.status}: {row.relation}"


def node(row: EntityRow) -> dict[str, Scalar]:
    """Return an entity's values, in the order of ``NODE``, absent ones left out."""
    joined = " | ".join(row.aliases)
    values = {**row.properties(), "label": row.name, "aliases": joined}
    return _present(values, NODE)


def edge(row: EdgeRow) -> dict[str, Scalar]:
    """Return an edge's values, in the order of ``EDGE``, absent ones left out.

    ``type`` is the relation, ``weight`` the number of articles, ``edgeId`` the edge's id in
    Neo4j and JSON.
    """
    values = {
        **row.properties(),
        "label": label(row),
        "type": row.relation,
        "weight": float(row.articles),
        "edgeId": row.id,
    }
    return _present(values, EDGE)


def _present(values: Mapping[str, Value], columns: Mapping[str, type[Scalar]]) -> dict[str, Scalar]:
    found = ((name, values.get(name, "")) for name in columns)
    return {
        name: printable(value) if isinstance(value, str) else value
        for name, value in found
        if value != "" and not isinstance(value, list)
    }
