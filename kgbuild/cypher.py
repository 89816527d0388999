"""Find the Cypher statements: one a file, in ``cypher/``, none in Python."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kgbuild.errors import GraphError


def folder() -> Traversable:
    """Return ``cypher/``: inside the package in a wheel, beside it in a checkout."""
    packed = files("kgbuild") / "cypher"
    return packed if packed.is_dir() else Path(__file__).parents[1] / "cypher"


@cache
def text(name: str) -> str:
    """Return the text of one file by its path in ``cypher/``, ``browser/style.grass``.

    Raises:
        GraphError: There is no such file.
    """
    path = folder() / name
    if not path.is_file():
        raise GraphError(f"There is no {name} in cypher/. Is the installation whole?")
    return path.read_text(encoding="utf-8")


def statement(name: str) -> str:
    """Return one statement by its path in ``cypher/`` without suffix, ``load/entities``.

    Raises:
        GraphError: There is no such file.
    """
    return text(f"{name}.cypher")


@cache
def names(part: str) -> tuple[str, ...]:
    """Return the names of the statements in one folder of ``cypher/``, sorted."""
    found = (path.name for path in (folder() / part).iterdir())
    return tuple(sorted(name.removesuffix(".cypher") for name in found if name.endswith(".cypher")))
