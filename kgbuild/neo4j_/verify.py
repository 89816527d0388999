"""Compare a Neo4j with the ledger's rows, node for node and property for property."""

from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.elements import Content, Element, dump, expected
from kgbuild.projection import Projection

SHOWN = 50
"""Differences that are told, at most."""
WIDTH = 60
"""Characters of a value that are shown."""


def verify(connection: Connection, projection: Projection) -> list[str]:
    """Return what differs, a line each, sorted; nothing if all is the same.

    Holds the graph of the Neo4j in memory, and goes through the rows once.

    Raises:
        Neo4jError: The server went away.
    """
    found: dict[Element, Content] = {}
    lines = []
    for element, content in dump(connection):
        if element in found:
            lines.append(f"{_named(element)}: is there more than once")
        found[element] = content
    for element, content in expected(projection):
        lines.extend(_compare(element, content, found.pop(element, None)))
    lines.extend(f"{_named(element)}: is in Neo4j only" for element in found)
    more = [f"and {len(lines) - SHOWN:,} more"] if len(lines) > SHOWN else []
    return sorted(lines)[:SHOWN] + more


def _compare(element: Element, content: Content, found: Content | None) -> list[str]:
    if found is None:
        return [f"{_named(element)}: is not in Neo4j"]
    return [
        f"{_named(element)}: {name} is {_short(found.get(name))} in Neo4j, not "
        f"{_short(content.get(name))}"
        for name in sorted(content.keys() | found.keys())
        if content.get(name) != found.get(name)
    ]


def _named(element: Element) -> str:
    return " ".join(element)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
