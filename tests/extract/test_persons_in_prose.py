"""Ties of persons as papers tell them, whatever the parser or a verb of another sense does."""

import pytest

from tests.extract.stage import ties, told


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names", "line"),
    [
        pytest.param(
            "Ann Lee, 48, was born in Lima, studied at the University of Oulu and teaches.",
            "person Ann Lee, place Lima, firm University of Oulu",
            "Ann Lee EDUCATED_AT University of Oulu",
            id="a participle to the parser",
        ),
        pytest.param(
            "Max Orr, who kept a shop, was murdered at his home in Lima on Monday.",
            "person Max Orr|who|his, place Lima",
            "Max Orr DIED_IN Lima",
            id="murdered at home",
        ),
        pytest.param(
            "Max Orr, until December Peru's high commissioner in Canberra, has joined the board.",
            "person Max Orr, place Peru, place Canberra",
            "former: Max Orr WORKS_FOR Peru",
            id="until December",
        ),
        pytest.param(
            "Bo Berg, at that time a lecturer at Lund University, wrote it.",
            "person Bo Berg, firm Lund University",
            "former: Bo Berg WORKS_FOR Lund University",
            id="at that time",
        ),
        pytest.param(
            "Ann Lee, formerly an engineer at Norvane, spoke.",
            "person Ann Lee, firm Norvane",
            "former: Ann Lee WORKS_FOR Norvane",
            id="formerly an",
        ),
        pytest.param(
            "Max Orr, now a midfielder with Genk, spoke.",
            "person Max Orr, firm Genk",
            "Max Orr PLAYS_FOR Genk",
            id="now a",
        ),
        pytest.param(
            "She is a daughter of Max Orr, at one time Peru's transport minister.",
            "person Max Orr, place Peru",
            "former: Max Orr WORKS_FOR Peru",
            id="at one time",
        ),
        pytest.param(
            "Genk have hired Bo Berg as coach in place of Max Orr.",
            "firm Genk, person Bo Berg, person Max Orr",
            "former: Max Orr PLAYS_FOR Genk",
            id="in place of",
        ),
        pytest.param(
            "Max Orr swapped Genk for Porto.",
            "person Max Orr, firm Genk, firm Porto",
            "Max Orr PLAYS_FOR Porto",
            id="swapped for",
        ),
        pytest.param(
            "The striker Max Orr was sold to Porto in July.",
            "person Max Orr, firm Porto",
            "Max Orr PLAYS_FOR Porto",
            id="sold to",
        ),
        pytest.param(
            "Ann Lee ran for governor on the ticket of the Nova Alliance.",
            "person Ann Lee, firm Nova Alliance",
            "former: Ann Lee MEMBER_OF Nova Alliance",
            id="on the ticket of",
        ),
        pytest.param(
            "Ann Lee may quit the Nova Party.",
            "person Ann Lee, firm Nova Party",
            "Ann Lee MEMBER_OF Nova Party",
            id="who may quit is in it",
        ),
        pytest.param(
            "Ann Lee, a Nova Party member of the Senate, left.",
            "person Ann Lee, firm Nova Party, firm Senate",
            "Ann Lee MEMBER_OF Nova Party",
            id="a party's member of a house",
        ),
        pytest.param(
            "Max Orr will not resign as mayor of Lima.",
            "person Max Orr, place Lima",
            "Max Orr LEADS Lima",
            id="who does not resign holds it",
        ),
    ],
)
def test_rules_read_it(text: str, names: str, line: str) -> None:
    assert line in told(text, names)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            'Norvane Foods lost money. "We sought it for years," said Ann Lee, managing director.',
            "Ann Lee LEADS Norvane Foods",
        ),
        ("Lena Voss studied at Lund University and worked in Oslo.", "EDUCATED_AT"),
        ("Ann Perrott opened a bakery, Crust & Co, in 2014.", "FOUNDED Crust & Co"),
        ("Ida Moe lives in Accra and advises the Bank of Ghana.", "WORKS_FOR Bank of Ghana"),
        ("Sara Lim used to run for the club Magereza AC.", "PLAYS_FOR Magereza AC"),
        ("Maria Orsen gave up Russian citizenship in 2020.", "former: Maria Orsen CITIZEN_OF"),
        ("Tamta Beridze was born in Kutaisi, was raised in Antwerp, and sings.", "BORN_IN Kutaisi"),
    ],
)
def test_a_verb_that_may_hedge_else_does_not_here(text: str, line: str) -> None:
    found = ties(text)

    assert any(line in one for one in found)
    assert not any(one.startswith(("possible", "planned", "denied")) for one in found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Norvane was set up by allies of the late president, Max Orr.", "Orr FOUNDED"),
        ("Bo Berg may have left Acme Corp.", "Berg WORKS_FOR"),
        ("Max Orr carries a fake Cypriot passport.", "Orr CITIZEN_OF"),
    ],
)
def test_what_is_not_said_is_not_drawn(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))
