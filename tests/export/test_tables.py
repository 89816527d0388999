"""CSV of the entity layer, safe to open in a spreadsheet."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from kgbuild.export import columns, write
from kgbuild.export.tables import FORMULA
from kgbuild.model import Status
from kgbuild.projection import Projection
from tests.graph import rows
from tests.graph.rows import entity, projections


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def bare(cell: str) -> str:
    safe = cell.startswith("'") and cell.lstrip("'").startswith(FORMULA)
    return cell[1:] if safe else cell


@settings(max_examples=60, deadline=None)
@given(projection=projections())
def test_all_values_come_back(projection: Projection) -> None:
    with TemporaryDirectory() as folder:
        nodes, edges = (read(path) for path in write(projection, Path(folder) / "x.csv"))

    for row, entity_ in zip(nodes, projection.entities, strict=True):
        values = {**columns.node(entity_), "id": entity_.id}
        assert {name: bare(cell) for name, cell in row.items()} == {
            name: str(values.get(name, "")) for name in row
        }
    for row, tie in zip(edges, projection.edges, strict=True):
        values = columns.edge(tie)
        ends = {"id": tie.id, "source": tie.subject, "target": tie.object}
        values |= {"relation": values["type"], "reference": values["source"]} | ends
        assert {name: bare(cell) for name, cell in row.items()} == {
            name: str(values.get(name, "")) for name in row
        }


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"])
def test_no_cell_is_a_formula(name: str, tmp_path: Path) -> None:
    nodes, _ = write(Projection(entities=[entity("e0", name)]), tmp_path / "x.csv")

    [row] = read(nodes)
    assert row["label"] == f"'{name}"


def test_two_files_with_plain_heads(tmp_path: Path) -> None:
    denied = rows.edge("t0", "e0", "OWNS", "e1", status=Status.DENIED)
    graph = Projection(entities=[entity("e0"), entity("e1")], edges=[denied])

    nodes, edges = write(graph, tmp_path / "x.csv")

    assert (nodes.name, edges.name) == ("x-nodes.csv", "x-edges.csv")
    assert nodes.read_bytes().startswith(b"id,label,type,aliases,mentions,articles,country,")
    assert edges.read_bytes().startswith(b"id,source,target,label,relation,status,weight,role,")
    [row] = read(edges)
    assert (row["label"], row["relation"]) == ("denied: OWNS", "OWNS")
