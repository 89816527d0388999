"""What words near two names tell is not drawn of them, or not as so."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Ann Lee was born in Graz, Austria, where she still lives. She said so on Monday.",
            "Ann Lee BORN_IN Austria",
        ),
        (
            "Ann Lee has a house in Hove, in southern England, where she lives, she said Monday.",
            "LIVES_IN England",
        ),
        (
            "Norvane Group is based in Hull, England. She said so on Monday.",
            "Norvane Group HEADQUARTERED_IN England",
        ),
        ("Ann Lee lives in Lima and runs Acme Capital.", "Acme Capital HEADQUARTERED_IN"),
        ("Hamas denied it, said Ann Lee, the Doha-based head of its bureau.", "Hamas HEADQ"),
        ("Acting U.S. Attorney Ann Lee announced the charges.", "Ann Lee WORKS_FOR United States"),
        (
            "Berg is the fifth arrival after Ben Lee, Joe Poe and the former Bayern pair Max Orr "
            "and Bo Dahl.",
            "Joe Poe PLAYS_FOR",
        ),
        ("Max Orr is a surgeon; his sister Grace sits in the Senate for the Greens.", "Orr MEMBER"),
        ("Poe backed Max Orr, prompting lawmakers from the Greens to leave.", "Max Orr MEMBER_OF"),
        (
            "Norvik Media, whose other titles include the Hull Courier, was taken private in 2020 "
            "by Acme Capital, a New York hedge fund founded by Max Orr.",
            "FOUNDED Norvik",
        ),
        ("She thanks Ann Lee, who supervised her thesis at Lund University.", "Lee EDUCATED_AT"),
        ("Ann Lee arrived from Washington on Sunday.", "Ann Lee VISITED Washington"),
        ("Ann Lee flew into the Red Sea port of Aqaba on Tuesday.", "VISITED Red Sea"),
        (
            "Its other investors are the state-owned Norvik Corporation and the US firm Novavale.",
            "Norvik Corporation HEADQUARTERED_IN",
        ),
        (
            "Robert Orr, who had brought her to Temple University, threatened to have her "
            "deported.",
            "Robert Orr EDUCATED_AT",
        ),
        ("Documents obtained by Radio One Ltd from Acme Trust show it.", "Acme Trust SUPPLIES"),
    ],
)
def test_what_stands_near_is_not_drawn(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ann Lee, the Israeli head of Acme Corp, left.", "Ann Lee LEADS Acme Corp"),
        ("Ann Lee was born in Graz, Austria.", "Ann Lee BORN_IN Graz"),
        ("Bo Berg and Acme Group, a lender owned by Max Orr, will merge.", "Max Orr OWNS Acme"),
        ("Max Orr, who trains the runners of IF Norvik, held the watch.", "Max Orr PLAYS_FOR"),
        ("The trade minister of Peru, Ann Lee, left.", "Ann Lee WORKS_FOR Peru"),
        (
            "The deal, signed in 2018 when Ann Lee visited Hobart, gave it access.",
            "Ann Lee VISITED Hobart",
        ),
        (
            "She said the sale would allow Acme Corp to repay debt it took on when it bought "
            "Beta Group.",
            "Acme Corp ACQUIRED Beta Group",
        ),
        ("Acme Corp walked away from talks to buy Beta Group.", "denied: Acme Corp ACQUIRED Beta"),
        (
            "In a story published on Monday, the paper erroneously reported that Ann Lee was the "
            "sister of Max Orr.",
            "denied: Ann Lee SIBLING_OF Max Orr",
        ),
        ("Ann Lee asked why Max Orr had joined the Green Party.", "Max Orr MEMBER_OF Green Party"),
        ("Detectives do not think Max Orr visited Lima.", "denied: Max Orr VISITED Lima"),
        ("She is not: Ann Lee has never worked for Acme Corp.", "denied: Ann Lee WORKS_FOR Acme"),
        ("Ann Lee is to join Acme Corp as treasurer, Radio One can reveal.", "planned: Ann Lee W"),
        (
            "Ann Lee said Acme Corp would open an office in Lima this year as planned.",
            "planned: Acme Corp OPERATES_IN Lima",
        ),
        ("Acme Corp answered that it would sue Beta Group.", "planned: Acme Corp SUED Beta Group"),
        ("Ann Lee had been due to visit Iran in May.", "denied: Ann Lee VISITED Iran"),
        (
            "Ann Lee was born in Graz in 1991, was raised in Linz, and sings.",
            "Ann Lee BORN_IN Graz",
        ),
        (
            "Acme & Quarry, of Nashville, Tennessee, agreed in January to buy Morrow for $3.1 "
            "billion from private equity firm Poe Capital.",
            "planned: Acme & Quarry ACQUIRED Morrow",
        ),
        ("She is a niece of the late Danish painter Max Orr.", "Max Orr CITIZEN_OF Denmark"),
    ],
)
def test_what_is_told_is_drawn_as_it_is_told(text: str, tie: str) -> None:
    told = tie if ": " in tie else f"asserted: {tie}"
    assert any(found.startswith(told) for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Sanctions hit Max Orr, whom it regards as the leader of the Norvik Cartel.", "LEADS"),
        ("Ann Lee runs Acme Corp, if the activists are to be believed.", "Ann Lee LEADS Acme"),
        (
            "Acme Corp and Beta Group signed a letter of intent to set up a joint venture.",
            "PARTNERED_WITH",
        ),
    ],
)
def test_what_is_but_held_or_meant_is_no_fact(text: str, tie: str) -> None:
    assert not any(tie in found and found.startswith("asserted") for found in ties(text))
