"""JSON of the whole graph, as ``networkx.node_link_graph(data, edges="edges")`` reads it.

An edge's ``source`` is the node where it begins; what it was reported in, ``source`` in
Neo4j, stands under ``reference``.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from kgbuild.graph import Graph, graph
from kgbuild.projection import Projection


def write(projection: Projection, out: BinaryIO) -> None:
    """Write all nodes, then all edges, one a line, sorted."""
    whole = graph(projection)
    out.write(b'{"directed": true, "graph": {}, "multigraph": true,\n"nodes": [')
    _write(out, _nodes(whole))
    out.write(b'],\n"edges": [')
    _write(out, _edges(whole))
    out.write(b"]}\n")


def _nodes(whole: Graph) -> Iterator[dict[str, Any]]:
    nodes = ((data["kind"], node, data) for node, data in whole.nodes(data=True))
    for _, node, data in sorted(nodes, key=lambda row: row[:2]):
        yield {**data, "id": node}


def _edges(whole: Graph) -> Iterator[dict[str, Any]]:
    edges = ((data["kind"], *ends, data) for *ends, data in whole.edges(keys=True, data=True))
    for _, source, target, key, data in sorted(edges, key=lambda row: row[:4]):
        named = {"reference" if name == "source" else name: data[name] for name in data}
        yield {**named, "source": source, "target": target, "key": key}


def _write(out: BinaryIO, rows: Iterable[dict[str, Any]]) -> None:
    for number, row in enumerate(rows):
        line = json.dumps(row, ensure_ascii=False, allow_nan=False, sort_keys=True)
        out.write((",\n" if number else "\n").encode() + line.encode())
