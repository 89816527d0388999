"""What rows depend on besides readings and judgements, as one word."""

import hashlib
from functools import cache
from pathlib import Path

from kgbuild.ontology import Ontology

_PARTS = (
    *("derive/*.py", "folding.py", "model.py", "names.py", "names.toml", "projection.py"),
    *("resolve/gazetteer.*", "resolve/join.py", "resolve/slots.py"),
    *("ledger/families.py", "ledger/index.py", "ledger/judgements.py"),
    *("ledger/rows.py", "ledger/sums.py", "ledger/tables.py"),
)
"""The files that make rows from readings."""


def fingerprint(ontology: Ontology) -> str:
    """Return the fingerprint of rows made with the ontology by this program."""
    return f"{_program()} {ontology.fingerprint}"


@cache
def _program() -> str:
    package = Path(__file__).parents[1]
    found = hashlib.sha256()
    for path in (path for part in _PARTS for path in sorted(package.glob(part))):
        found.update(path.read_bytes())
    return found.hexdigest()[:24]
