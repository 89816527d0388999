"""Turn what the driver returns into plain JSON values."""

import math
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: Any) -> Any:
    """Return a value of Cypher as JSON has it.

    A node becomes ``{labels, properties}``; a relationship ``{type, properties}``, with the
    ids of its ``start`` and ``end`` where it came in a path or with them; a path the list of
    its nodes and relationships. Dates and durations become ISO text, a point its coordinates,
    bytes hexadecimal text, and what is no number (NaN) None.
    """
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else None
        case list():
            return [plain(item) for item in value]
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case Node():
            return {"labels": sorted(value.labels), "properties": _properties(value)}
        case Relationship():
            return {"type": value.type, **_ends(value), "properties": _properties(value)}
        case Path():
            return _path(value)
        case Date() | DateTime() | Time() | Duration():
            return value.iso_format()
        case Point():
            return list(value)
        case bytes() | bytearray():
            return value.hex()
    return str(value)


def _properties(entity: Node | Relationship) -> dict[str, Any]:
    return {key: plain(value) for key, value in sorted(entity.items())}


def _ends(value: Relationship) -> dict[str, Any]:
    ends = {"start": value.start_node, "end": value.end_node}
    ids = {end: plain(node.get("id")) for end, node in ends.items() if node is not None}
    return {end: id_ for end, id_ in ids.items() if id_ is not None}


def _path(path: Path) -> list[Any]:
    steps = zip(path.relationships, path.nodes[1:], strict=True)
    parts = [path.nodes[0], *(part for step in steps for part in step)]
    return [plain(part) for part in parts]
