"""Ties that the text tells as over, and what no word on the way makes less than so."""

import pytest

from tests.extract.stage import told


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ann Lee, Peru's president, removed her aide, Acme chairman Max Orr.", "LEADS Acme"),
        ("Voters threw out Max Orr, the mayor of Lima, on Sunday.", "Max Orr LEADS Lima"),
        ("The director of Acme, Ann Lee, bowed out on Friday.", "Ann Lee LEADS Acme"),
        ("Ann Lee, spokeswoman for Acme, has handed in her notice.", "Ann Lee WORKS_FOR"),
        ("Max Orr, the mayor of Lima, was shot dead on Friday.", "Max Orr LEADS Lima"),
        ("Max Orr, the mayor of Lima, was beaten to death on Friday.", "Max Orr LEADS Lima"),
        ("Max Orr, the mayor of Lima, passed away on Friday.", "Max Orr LEADS Lima"),
        ("Max Orr, chairman of Acme until his heart gave out, loved cats.", "Orr LEADS Acme"),
        ("Among the dead was Max Orr, the chairman of Acme.", "Max Orr LEADS Acme"),
        ("Among those who died was Max Orr, the chairman of Acme.", "Max Orr LEADS Acme"),
        ("Bo Berg was tried for the murder of Max Orr, the mayor of Lima.", "Max Orr LEADS Lima"),
        ("Police named the victim as Max Orr, the mayor of Lima.", "Max Orr LEADS Lima"),
        ("Ann Lee was married to Max Orr from 1961 until their divorce.", "Ann Lee SPOUSE_OF Max"),
        ("Ann Lee married Max Orr in 2012 and divorced him in 2017.", "Ann Lee SPOUSE_OF Max"),
        ("Acme had its head office in Lima.", "Acme HEADQUARTERED_IN Lima"),
        ("Originally based in Lima, Acme moved in 2002.", "Acme HEADQUARTERED_IN Lima"),
        ("Ann Lee belonged to the Beta Group until she was named a judge.", "Lee MEMBER_OF Beta"),
        ("Max Orr, the governor of Lima under the old regime, spoke.", "Max Orr LEADS Lima"),
        ("Max Orr, head of Acme until this week, spoke.", "Max Orr LEADS Acme"),
        ("Beta Group sold its subsidiary Acme to a rival in 2019.", "Acme SUBSIDIARY_OF Beta"),
        ("The presenter Ann Lee left Acme in May, Acme said.", "Ann Lee WORKS_FOR Acme"),
        ("Max Orr, chairman of Acme and now the head of a bank, spoke.", "Max Orr LEADS Acme"),
    ],
)
def test_it_is_over(text: str, tie: str) -> None:
    said = [one for one in told(text, _NAMES) if tie in one]

    assert said
    assert all(one.startswith("former: ") for one in said), said


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr, the mayor of Lima, was sentenced to death on Friday.", "Max Orr LEADS Lima"),
        ("Police foiled a plot for the murder of Max Orr, the mayor of Lima.", "Orr LEADS Lima"),
        ("Peru's president, Ann Lee, tendered her resignation on Friday.", "Ann Lee LEADS Peru"),
        ("It was Ann Lee who in 2019 founded Acme.", "Ann Lee FOUNDED Acme"),
        ("Ann Lee, who was one of three engineers to start Acme, said so.", "Ann Lee FOUNDED Acme"),
        ("Ann Lee had a hand in founding Acme.", "Ann Lee FOUNDED Acme"),
        (
            "Max Orr will leave unless Peru lifts the sanctions it imposed on Acme.",
            "Peru SANCTIONED",
        ),
    ],
)
def test_it_is_so_yet(text: str, tie: str) -> None:
    said = [one for one in told(text, _NAMES) if tie in one]

    assert said
    assert all(": " not in one for one in said), said


@pytest.mark.model
def test_what_is_denied_may_stand_behind_a_day() -> None:
    said = told("Ann Lee denied on Tuesday having met Max Orr.", _NAMES)

    assert said == {"denied: Ann Lee MET_WITH Max Orr"}


_NAMES = (
    "person Ann Lee, person Max Orr, person Bo Berg, firm Acme, firm Beta Group|its, "
    "place Lima, place Peru|it"
)
