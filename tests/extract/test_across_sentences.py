"""What no sentence ties is told by two of them."""

import pytest

from tests.extract.stage import drawn

STARTS = "Ann Lee became chief executive of Acme Corp on Monday. "
NAMES = "Acme Corp has named Ann Lee as chief executive from July 1. "


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        STARTS + "She replaces Max Orr, who has moved to Beta Bank.",
        STARTS + "She takes over from Max Orr.",
        STARTS + "She takes the place of Max Orr, who stepped down in April.",
        "Acme Corp named Ann Lee as its chief executive. Lee took over in May from Max Orr.",
        "Acme Corp is ill. The chief executive, Ann Lee, who succeeded Max Orr in May, said so.",
        "Ann Lee heads Acme Corp. Max Orr, her predecessor as chief executive, was there.",
    ],
)
def test_whom_somebody_follows_in_an_office_held_it(text: str) -> None:
    [tie] = drawn(text, "Max Orr LEADS Acme Corp")

    assert "former" in tie


@pytest.mark.model
def test_who_is_yet_to_be_followed_holds_the_office() -> None:
    [tie] = drawn(NAMES + "She succeeds Max Orr, who is retiring.", "Max Orr LEADS Acme Corp")

    assert "asserted" in tie


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, the finance chief of Acme Corp, said so. Lee will succeed Max Orr in May.",
        "Ann Lee, a curator at Acme Corp, succeeds Max Orr.",
        STARTS + "She did not replace Max Orr.",
    ],
)
def test_one_does_not_follow_in_the_office_that_one_has(text: str) -> None:
    assert not drawn(text, "Max Orr LEADS Acme Corp") + drawn(text, "Max Orr WORKS_FOR Acme Corp")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr left as head of Acme Corp. His replacement, Ann Lee, is ill.", "Ann Lee LEADS"),
        ("Ann Lee heads Acme Corp. Her finance chief, Max Orr, is ill.", "Max Orr WORKS_FOR Acme"),
    ],
)
def test_an_office_is_told_by_that_of_another(text: str, tie: str) -> None:
    assert drawn(text, tie)


RAISED = "Acme Corp said on Monday that it had raised $30 million. "


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Max Orr, a partner at Beta Capital, will join the board.", "planned"),
        ("Max Orr, who sits on the board, said so.", "asserted"),
        ("Max Orr left the supervisory board in May.", "former"),
        ("Max Orr was elected to the board.", "asserted"),
        ("Max Orr has stepped down from the board.", "former"),
    ],
)
def test_the_board_is_that_of_the_firm_that_all_is_about(sentence: str, status: str) -> None:
    found = drawn(RAISED + sentence, "Max Orr WORKS_FOR Acme Corp")

    assert found
    assert all(status in tie for tie in found)


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Max Orr, who holds a third of the shares, is against it.",
        "Max Orr, the second-largest shareholder, is against it.",
        "The majority owner, Max Orr, is against it.",
        "The sole shareholder is Max Orr, a banker.",
        "Max Orr keeps 15% of the stock.",
    ],
)
def test_shares_are_those_of_the_firm_that_all_is_about(sentence: str) -> None:
    assert drawn("Acme Corp said it would cut jobs. " + sentence, "Max Orr OWNS Acme Corp")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        RAISED + "Max Orr, who sits on the school board, said so.",
        RAISED + "Max Orr has 40% of the market.",
        "The Forum Party lost. Max Orr has 40 percent.",
        "Acme Corp will buy Beta Group. Max Orr, who holds a third of the shares, is for it.",
    ],
)
def test_other_boards_and_shares_are_of_no_firm(text: str) -> None:
    assert not drawn(text, "Max Orr WORKS_FOR") + drawn(text, "Max Orr OWNS")


@pytest.mark.model
def test_a_captain_is_the_teams_that_all_is_about() -> None:
    text = "Luton Town lost the match. Captain Bo Berg was sent off. The coach, Max Orr, wept."

    assert drawn(text, "Bo Berg PLAYS_FOR Luton Town")
    assert drawn(text, "Max Orr PLAYS_FOR Luton Town")


@pytest.mark.model
def test_a_captain_beside_another_team_may_be_its() -> None:
    text = "Luton Town lost the match to Brentside. Former captain Bo Berg wept."

    assert not drawn(text, "Bo Berg PLAYS_FOR")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ann Lee is married to the banker Max Orr. The couple live in Lausanne.", "asserted"),
        ("Ann Lee married Max Orr in 2015. They lived in Lausanne until 2020.", "former"),
        ("Ann Lee is married to Max Orr. The couple moved to Lausanne in 2020.", "asserted"),
    ],
)
def test_both_of_a_couple_live_where_they_do(text: str, status: str) -> None:
    for person in ("Ann Lee", "Max Orr"):
        [tie] = drawn(text, f"{person} LIVES_IN Lausanne")
        assert status in tie


@pytest.mark.model
def test_they_are_no_couple_that_was_not_told_of_just_now() -> None:
    text = "Ann Lee is married to Max Orr. The students were there, too. Both live in Lausanne."

    assert not drawn(text, "LIVES_IN")
