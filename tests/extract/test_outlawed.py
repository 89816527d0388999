"""Who holds whom for terrorists."""

import pytest

from tests.extract.stage import ties

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "The Red Front, which is classified as a terrorist organization by Peru, denied it.",
        "Peru lists the Red Front as a terrorist organization.",
        "Peru declared the Red Front a terrorist group.",
        "Chile and Peru, which have listed the Red Front as a terrorist group, said so.",
        "The Red Front, which Peru and Chile list as a terrorist group, struck in Lima.",
        "The Red Front is considered a terrorist organisation by Peru and Chile.",
    ],
)
def test_who_lists_a_group_as_terrorist_has_sanctioned_it(text: str) -> None:
    assert "asserted: Peru SANCTIONED Red Front" in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee called the Red Front a terrorist group.",
        "Peru does not consider the Red Front a terrorist group.",
        "Chile asked Peru to declare the Red Front a terrorist organization.",
        "Peru fought terrorist groups beside the Red Front.",
    ],
)
def test_who_but_calls_it_so_or_does_not_has_not(text: str) -> None:
    assert not any("asserted" in line and "SANCTIONED" in line for line in ties(text))
