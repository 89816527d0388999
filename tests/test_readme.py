"""The README says what is so."""

import pytest

from tests.session import README, commands, replayed, session, settled


@pytest.mark.model
def test_the_session_prints_what_the_readme_shows() -> None:
    block = session(README.read_text(encoding="utf-8"))

    assert len(commands(block)) >= 3
    assert settled(replayed(block)) == settled(block)
