"""Ties of two ends that no one sentence names are gathered from what was told before."""

import pytest

from tests.extract.stage import ties

PUMPS = "Norvane Corp, a Leeds maker of pumps, has issued a warning. "
CABINET = "OSLO, Norway (AP) — Norway's government lost a vote on Monday. "


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ann Lee, who took over as chief executive in 2019, said so.", "asserted: Ann Lee LEADS"),
        ("Max Orr, chief executive for eight years, will stay.", "asserted: Max Orr LEADS"),
        ("Max Orr, chief executive at the time, said so.", "former: Max Orr LEADS"),
        ("Max Orr, acting chief executive since then, said so.", "asserted: Max Orr LEADS"),
        ("Ann Lee is to become chairman in May.", "planned: Ann Lee LEADS"),
        ("The new chairman will be Ann Lee, a lawyer.", "planned: Ann Lee LEADS"),
        ("The chief executive is Ann Lee.", "asserted: Ann Lee LEADS"),
    ],
)
def test_an_office_is_of_the_firm_told_of_whenever_it_is_held(text: str, tie: str) -> None:
    assert any(found.startswith(f"{tie} Norvane Corp") for found in ties(PUMPS + text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ida Holm was named minister of health.", "Ida Holm WORKS_FOR Norway minister of health"),
        ("Ola Nord, minister of energy for six years, left.", "Ola Nord WORKS_FOR Norway minister"),
    ],
)
def test_a_minister_of_something_is_of_the_state_told_of(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(CABINET + text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ann Lee was named chief executive in place of Max Orr.", "former: Max Orr LEADS"),
        ("Max Orr, chief executive since 2012, leaves. Ann Lee will replace him.", "planned: Ann"),
        ("Max Orr stepped down as chairman. Ann Lee has succeeded him.", "asserted: Ann Lee LEADS"),
        ("Chief executive Max Orr resigned. He will be succeeded by Ann Lee.", "planned: Ann Lee"),
        (
            "Chief executive Max Orr resigned. Ann Lee took over from him.",
            "asserted: Ann Lee LEADS",
        ),
        ("Former chief executive Max Orr left. His successor, Ann Lee, stays.", "asserted: Ann Le"),
    ],
)
def test_who_follows_in_an_office_of_the_firm_told_of_holds_it(text: str, tie: str) -> None:
    assert any(found.startswith(tie) and "Norvane Corp" in found for found in ties(PUMPS + text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Orr Fund, with 9 per cent of the shares, is against it.", "Orr Fund OWNS"),
        ("A third of the shares belong to Acme Capital.", "Acme Capital OWNS"),
        (
            "Since 2019 a fifth of the shares have been in the hands of Beta Group.",
            "Beta Group OWNS",
        ),
        ("Ann Lee holds 60 per cent, and Acme Capital owns the rest.", "Acme Capital OWNS"),
        ("The board, chaired by Ann Lee, agreed on Monday.", "Ann Lee LEADS"),
        ("Bo Berg chairs the supervisory board.", "Bo Berg LEADS"),
    ],
)
def test_shares_and_boards_are_of_the_firm_told_of(text: str, tie: str) -> None:
    assert any(f"{tie} Norvane Corp" in found for found in ties(PUMPS + text))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The remaining 15 per cent is held by Nakara Group.",
        "Nakara Group has the other 40 per cent.",
        "Another 15 per cent is in the hands of Nakara Group.",
        "The remaining shares belong to Nakara Group.",
        "The rest was sold to Nakara Group.",
    ],
)
def test_the_other_part_is_of_what_the_sentence_before_tells_a_part_of(text: str) -> None:
    assert "asserted: Nakara Group OWNS Okavare Mining" in ties(
        f"Tarka Resources owns 60 per cent of Okavare Mining. {text}"
    )


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Its rival Zeta Corp, with 30 per cent of the market, is not.",
        "Ann Lee, with 12 per cent more votes, won.",
        "Beta Corp has 22 per cent fewer shops.",
    ],
)
def test_a_part_of_something_else_is_no_share(text: str) -> None:
    assert not any(" OWNS " in found for found in ties(PUMPS + text))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The round was led by Acme Capital.",
        "Acme Capital led the investment.",
        "Beta Ventures and Acme Capital also invested.",
        "Existing investors Beta Ventures and Acme Capital also participated.",
        "Beta Ventures also put in money, as did Acme Capital.",
        "Other investors include Beta Ventures and Acme Capital.",
        "Beta Ventures led the round, with participation from Acme Capital.",
    ],
)
def test_who_takes_part_in_the_round_told_of_invests(text: str) -> None:
    assert "asserted: Acme Capital INVESTED_IN Norvane" in ties(
        f"Norvane, a Leeds startup, has raised $11 million. {text}"
    )


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    ["The round of talks was led by Max Orr.", "Acme Capital also invested in Zeta Corp."],
)
def test_who_takes_part_in_something_else_invests_in_no_firm_told_of(text: str) -> None:
    assert not any(
        "INVESTED_IN Norvane" in found
        for found in ties(f"Norvane, a Leeds startup, has raised $11 million. {text}")
    )
