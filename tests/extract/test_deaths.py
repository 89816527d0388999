"""The dead hold no office, own nothing, are married to nobody."""

import pytest

from tests.extract.stage import told

NAMES = "person Max Orr, person Ann Lee, firm Acme"


@pytest.mark.model
@pytest.mark.parametrize(
    "death",
    [
        "Max Orr died on Friday.",
        "Max Orr was shot and killed in June.",
        "Friends came to the funeral of Max Orr.",
        "The widow of Max Orr was there.",
        "Max Orr is survived by two sons.",
        "A street is called after the late Max Orr.",
        "Nobody spoke of the death of her husband, Max Orr.",
    ],
)
def test_what_the_dead_were_is_over(death: str) -> None:
    assert told(f"{death} Ann Lee met the chairman of Acme, Max Orr.", NAMES) == {
        "former: Max Orr LEADS Acme",
        "Ann Lee MET_WITH Max Orr",
    }


@pytest.mark.model
@pytest.mark.parametrize(
    "alive",
    [
        "Nobody said that Max Orr had died.",
        "Max Orr fears death.",
        "Max Orr was not killed.",
        "Max Orr arrived late on Friday.",
        "Max Orr survived the flood.",
    ],
)
def test_who_is_not_dead_holds_office(alive: str) -> None:
    assert told(f"{alive} Ann Lee met the chairman of Acme, Max Orr.", NAMES) == {
        "Max Orr LEADS Acme",
        "Ann Lee MET_WITH Max Orr",
    }


@pytest.mark.model
def test_an_office_at_the_time_is_over() -> None:
    assert told("Max Orr, the chairman of Acme at the time, met Ann Lee.", NAMES) == {
        "former: Max Orr LEADS Acme",
        "Max Orr MET_WITH Ann Lee",
    }
