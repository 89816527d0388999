from collections.abc import Iterator
from pathlib import Path

import pytest

from kgbuild.ledger.store import Ledger
from tests.law.test_derived_rows import scratch


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """A new ledger."""
    with scratch() as folder, Ledger(Path(folder, "x"), create=True) as made:
        yield made
