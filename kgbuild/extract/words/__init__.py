"""Words as data: one TOML table a file, read by the modules that its head names."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table of the file ``name.toml`` in this folder; it is not to be changed."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
