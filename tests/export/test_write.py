"""What holds for every format: the same bytes, whole files, clear refusals."""

from dataclasses import fields
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild.errors import GraphError
from kgbuild.export import SUFFIXES, write
from kgbuild.projection import Projection
from tests.graph.rows import entity, projections

ONE = Projection(entities=[entity("e0")])


def written(projection: Projection, suffix: str) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        return {
            path.name: path.read_bytes() for path in write(projection, Path(folder) / f"x{suffix}")
        }


@settings(max_examples=30, deadline=None)
@given(projection=projections(), order=st.randoms(use_true_random=False))
def test_the_same_rows_in_any_order_give_the_same_bytes(
    projection: Projection, order: Random
) -> None:
    parts = {f.name: list(getattr(projection, f.name)) for f in fields(Projection)}
    for part in parts.values():
        order.shuffle(part)

    for suffix in SUFFIXES:
        once = Projection(**{name: iter(part) for name, part in parts.items()})
        assert written(once, suffix) == written(projection, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_was_there_is_replaced_and_nothing_else_is_left(
    suffix: str, tmp_path: Path
) -> None:
    made = write(Projection(), tmp_path / f"x{suffix}")

    again = write(ONE, tmp_path / f"x{suffix}")

    assert made == again
    assert set(tmp_path.iterdir()) == set(made)
    assert any(b"Name e0" in path.read_bytes() for path in made)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_write_that_breaks_leaves_the_old_file(suffix: str, tmp_path: Path) -> None:
    made = write(ONE, tmp_path / f"x{suffix}")
    before = {path: path.read_bytes() for path in made}

    with pytest.raises(AttributeError):
        write(Projection(entities=[None]), tmp_path / f"x{suffix}")  # type: ignore[list-item]

    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "x.json").symlink_to(tmp_path / "far" / "y.json")

    write(ONE, tmp_path / "x.json")

    assert b"Name e0" in (tmp_path / "far" / "y.json").read_bytes()
    assert (tmp_path / "x.json").is_symlink()


@pytest.mark.parametrize("name", ["x.gml", "x", ".json", "x.json.gz"])
def test_an_unknown_suffix_gets_the_list(name: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"End it in \.csv, \.graphml, \.json\."):
        write(ONE, tmp_path / name)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("folder", ["gone", "file"])
def test_a_folder_that_takes_no_file_is_named(suffix: str, folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(GraphError, match=rf"^Can't write .*x\{suffix}: .*directory\.$"):
        write(ONE, tmp_path / folder / f"x{suffix}")


def test_a_folder_of_that_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "x.json").mkdir()

    with pytest.raises(GraphError, match=r"Can't write .*x\.json: Is a directory\."):
        write(ONE, tmp_path / "x.json")

    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]
