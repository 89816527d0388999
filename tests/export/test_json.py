"""JSON is the whole graph, and networkx reads it."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx
from hypothesis import given, settings

from kgbuild.export import write
from kgbuild.graph import graph
from kgbuild.projection import Projection
from tests.graph.rows import edge, entity, projections


@settings(max_examples=60, deadline=None)
@given(projection=projections())
def test_networkx_reads_the_whole_graph(projection: Projection) -> None:
    with TemporaryDirectory() as folder:
        [path] = write(projection, Path(folder) / "x.json")
        data = json.loads(path.read_text(encoding="utf-8"))

    read = nx.node_link_graph(data, edges="edges")

    assert isinstance(read, nx.MultiDiGraph)
    whole = graph(projection)
    assert {n: {"id": n, **d} for n, d in read.nodes(data=True)} == {
        n: whole.nodes[n] for n in whole
    }
    assert sorted(read.edges(keys=True)) == sorted(whole.edges(keys=True))
    for start, end, key, values in read.edges(keys=True, data=True):
        named = {"source" if name == "reference" else name: v for name, v in values.items()}
        assert named == whole.edges[start, end, key]


def test_lines_are_sorted_and_plain(tmp_path: Path) -> None:
    ties = [edge("t1", "e0", "OWNS", "e0"), edge("t0", "e0", "OWNS", "e0", sentence="Ünï")]

    [path] = write(Projection(entities=[entity("e0")], edges=ties), tmp_path / "x.json")

    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 6
    assert '"sentence": "Ünï"' in lines[4]
    assert list(json.loads(lines[4].rstrip(","))) == sorted(json.loads(lines[4].rstrip(",")))
