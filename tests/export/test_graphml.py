"""GraphML, read back by those who know nothing of kgbuild."""

import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import networkx as nx
import pytest
import rustworkx as rx
from hypothesis import given, settings
from lxml import etree

from kgbuild.export import write
from kgbuild.export.columns import EDGE, NODE, edge, node, printable
from kgbuild.model import Status, Type
from kgbuild.projection import Projection
from tests.graph import rows
from tests.graph.rows import HOSTILE, entity, projections

XML = "{http://graphml.graphdrawing.org/xmlns}"


def read_networkx(path: Path) -> tuple[dict[str, Any], list[tuple[str, str, Any]]]:
    read = nx.read_graphml(path, force_multigraph=True)
    assert isinstance(read, nx.MultiDiGraph)
    return {node: read.nodes[node] for node in read}, [
        (source, target, {k: v for k, v in data.items() if k != "id"})
        for source, target, data in read.edges(data=True)
    ]


def read_rustworkx(path: Path) -> tuple[dict[str, Any], list[tuple[str, str, Any]]]:
    [read] = rx.read_graphml(str(path))
    assert isinstance(read, rx.PyDiGraph)
    nodes = {data["id"]: _there(data) for data in read.nodes()}
    ends = {index: read[index]["id"] for index in read.node_indices()}
    edges = [(ends[a], ends[b], _there(data)) for a, b, data in read.weighted_edge_list()]
    return nodes, edges


def _there(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "id" and value is not None}


def expected(projection: Projection) -> tuple[dict[str, Any], list[tuple[str, str, Any]]]:
    nodes = {row.id: node(row) for row in projection.entities}
    return nodes, [(row.subject, row.object, edge(row)) for row in projection.edges]


def sorted_edges(edges: list[tuple[str, str, Any]]) -> list[tuple[str, str, Any]]:
    return sorted(edges, key=lambda row: str(row[2]["edgeId"]))


@settings(max_examples=60, deadline=None)
@given(projection=projections())
def test_all_values_come_back(projection: Projection) -> None:
    with TemporaryDirectory() as folder:
        [path] = write(projection, Path(folder) / "graph.graphml")
        nodes, edges = expected(projection)
        read = read_networkx(path), read_rustworkx(path)

    for read_nodes, read_edges in read:
        assert read_nodes == nodes
        assert sorted_edges(read_edges) == sorted_edges(edges)
        assert attributes(read_edges) == attributes(edges)


def attributes(edges: list[tuple[str, str, Any]]) -> Counter[tuple[str, type]]:
    return Counter((name, type(value)) for *_, data in edges for name, value in data.items())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_comes_back(name: str, tmp_path: Path) -> None:
    [path] = write(Projection(entities=[entity("e0", name)]), tmp_path / "x.graphml")

    for read in (read_networkx, read_rustworkx):
        nodes, _ = read(path)
        assert nodes["e0"]["name"] == printable(name)


def test_an_empty_graph_is_a_graph(tmp_path: Path) -> None:
    [path] = write(Projection(), tmp_path / "x.graphml")

    assert read_networkx(path) == read_rustworkx(path) == ({}, [])


def test_parallel_edges_and_loops_stay_apart(tmp_path: Path) -> None:
    edges = [rows.edge(f"t{i}", "e0", "OWNS", "e0" if i == 3 else "e1") for i in range(4)]
    [path] = write(
        Projection(entities=[entity("e0"), entity("e1")], edges=edges), tmp_path / "x.graphml"
    )

    for read in (read_networkx, read_rustworkx):
        assert [data["edgeId"] for *_, data in sorted_edges(read(path)[1])] == [
            "t0",
            "t1",
            "t2",
            "t3",
        ]


def test_the_file_says_what_gephi_and_neo4j_look_for(tmp_path: Path) -> None:
    denied = rows.edge("t1", "e1", "SPOKE_TO", "e0", status=Status.DENIED, articles=2)
    graph = Projection(entities=[entity("e0"), entity("e1", "Ren", Type.PERSON)], edges=[denied])

    [path] = write(graph, tmp_path / "x.graphml")

    root = etree.parse(path).getroot()
    [element] = root.iter(f"{XML}edge")
    data = {item.get("key"): item.text for item in element}
    assert root.xpath("//*[@id='e1']/@labels") == [":Entity:Person"]
    assert dict(element.attrib) == {
        "id": "e0",
        "source": "e1",
        "target": "e0",
        "label": "denied: SPOKE_TO",
    }
    assert (data["edge-label"], data["edge-type"]) == ("denied: SPOKE_TO", "SPOKE_TO")
    assert (data["edge-weight"], data["edge-articles"]) == ("2.0", "2")


def test_keys_are_declared_once_with_their_types(tmp_path: Path) -> None:
    [path] = write(Projection(), tmp_path / "x.graphml")

    keys = list(etree.parse(path).getroot().iter(f"{XML}key"))
    assert len({key.get("id") for key in keys}) == len(keys) == len(NODE) + len(EDGE)
    assert {key.get("attr.type") for key in keys} == {"string", "long", "double"}


def test_aliases_are_joined(tmp_path: Path) -> None:
    graph = Projection(entities=[entity("e0", "Huawei", aliases=("Hua Wei", "Huawei Co"))])

    [path] = write(graph, tmp_path / "x.graphml")

    assert re.findall(r"node-aliases\">(.*?)<", path.read_text()) == ["Hua Wei | Huawei Co"]
