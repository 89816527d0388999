"""Offices that are told by another's office, or by the state that an article is about."""

import pytest

from tests.extract.stage import ties, told

LARIN = "Russian Foreign Minister Oleg Larin"
CABINET = """Jordan's prime minister, Samir Haddadin, reshuffled his cabinet on Thursday.

{others}Foreign Minister Nasser Qatawneh stays.
"""


@pytest.mark.model
def test_a_counterpart_has_the_same_office_elsewhere() -> None:
    line = "asserted: Wu Jin WORKS_FOR China foreign minister"

    assert line in ties(f"{LARIN} met his Chinese counterpart, Wu Jin, in Beijing.")
    assert line in ties(f"{LARIN} was in Beijing. His Chinese counterpart, Wu Jin, met him.")
    assert line not in ties("Oleg Larin of Russia met his Chinese counterpart, Wu Jin.")


def test_a_predecessor_held_the_office_and_a_successor_holds_it() -> None:
    names = "firm Acme, person Joan Poe|her, person Max Orr"

    assert "former: Max Orr LEADS Acme" in told(
        "Joan Poe, the chief executive of Acme, praised her predecessor, Max Orr.", names
    )
    assert "Max Orr LEADS Acme" in told(
        "Joan Poe, the former chief executive of Acme, praised her successor, Max Orr.", names
    )


def test_who_is_succeeded_held_the_office() -> None:
    names = "firm Acme, person Joan Poe, person Max Orr"

    assert told("Joan Poe succeeded Max Orr as chief executive of Acme.", names) == {
        "Joan Poe LEADS Acme",
        "former: Max Orr LEADS Acme",
    }
    assert "Max Orr LEADS Acme" in told(
        "Joan Poe will succeed Max Orr as chief executive of Acme.", names
    )


@pytest.mark.model
def test_a_bare_office_is_of_the_only_state_that_is_told_of() -> None:
    line = "asserted: Nasser Qatawneh WORKS_FOR Jordan foreign minister"

    assert line in ties(CABINET.format(others=""))
    assert line in ties(CABINET.format(others="Faris Nowar was Jordan's ambassador to Qatar. "))
    assert line in ties(CABINET.format(others="He had been to Egypt. "))


@pytest.mark.model
def test_her_party_is_the_one_that_stands_beside_her_name() -> None:
    text = """Ilze Ozola, chairwoman of the Amber Alliance, will form a government.

Peter Kalnins, the leader of the Harvest Party, gave up. Ozola founded her party in 2016.
"""
    found = ties(text)

    assert "asserted: Ilze Ozola FOUNDED Amber Alliance" in found
    assert not any("Ozola FOUNDED Harvest Party" in tie for tie in found)


@pytest.mark.model
def test_a_hospital_is_no_charity() -> None:
    text = """The Shire Valley Hospital took in patients after Doctors of the River left Nsanje.

The charity, whose seat is in Geneva, gave no reason.
"""

    assert not any("Hospital" in tie and "Geneva" in tie for tie in ties(text))
