"""Which things a text names, what kind each is, and where its name begins and ends."""

import pytest

from kgbuild.model import Article, Form
from tests.extract.stage import reader, ties


def names(text: str) -> list[str]:
    """Return each thing's type and names as printed: ``ORGANIZATION The Nation``."""
    reading = reader().read(Article("", text, "2021-02-09"))
    return [
        f"{thing.type} {text[mention.start : mention.end]}"
        for thing in reading.referents
        for mention in thing.mentions
        if mention.form is Form.NAME
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("He told The Nation so.", "ORGANIZATION The Nation", id="article"),
        pytest.param("He told The Associated Press so.", "ORGANIZATION Associated Press", id="AP"),
        pytest.param("The Chadian army fired.", "ORGANIZATION Chadian army", id="army"),
        pytest.param("A South Korean navy ship left.", "ORGANIZATION South Korean navy", id="navy"),
        pytest.param(
            "Police suspect the Orsi-Beltrami clan.", "ORGANIZATION Orsi-Beltrami clan", id="clan"
        ),
        pytest.param(
            "She talked to Gintarė Voverienė by phone.",
            "PERSON Gintarė Voverienė",
            id="rare given name",
        ),
        pytest.param("President Saïd Ali Mlaili left.", "PERSON Saïd Ali Mlaili", id="one person"),
        pytest.param("Tan Sri Wong Thau Kiat left.", "PERSON Wong Thau Kiat", id="two-word title"),
        pytest.param("Ann Lee from Njoro, whose husband left, won.", "PLACE Njoro", id="whence"),
        pytest.param("Bute South MS Ann Lee said so.", "PLACE Bute South", id="seat"),
        pytest.param("Rīgas Zaķi have left the league.", "ORGANIZATION Rīgas Zaķi", id="plural"),
        pytest.param(
            "It hired the solicitors Jasper Pell, who left.", "ORGANIZATION Jasper Pell", id="firm"
        ),
        pytest.param("A ferry bound for Jolo sank.", "PLACE Jolo", id="where one goes"),
        pytest.param("Lundwater plc rose by a tenth.", "ORGANIZATION Lundwater plc", id="form"),
        pytest.param(
            "Lima, 13 Jul (EFE).- Max Orr left Peru.", "ORGANIZATION EFE", id="Spanish dateline"
        ),
    ],
)
def test_a_name_is_read_whole_and_for_what_it_is(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Shares in Acme Corp fell at 0812 GMT and rose.", id="clock"),
        pytest.param("Ann Lee called on Latin American nations to act.", id="part of the world"),
    ],
)
def test_what_is_no_thing_makes_none(text: str) -> None:
    assert not any("GMT" in name or "American" in name for name in names(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Max Orr won 30 caps for Peru. He lives in Peru.", "Peru"),
        ("Max Orr was capped 12 times by Estonia. Estonia joined in 2004.", "Estonia"),
        ("She swam for Hungary. Hungary borders Austria.", "Hungary"),
        ("Ghana international Max Orr flew home to Ghana.", "Ghana"),
        ("Max Orr, a striker, scored a goal for Chad in the cup. He was born in Chad.", "Chad"),
    ],
)
def test_a_national_team_is_named_beside_its_state(text: str, name: str) -> None:
    found = names(text)

    assert {f"ORGANIZATION {name}", f"PLACE {name}"} <= {*found}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr, a former Dutch international, left.", "former: Max Orr PLAYS_FOR Netherlands"),
        ("Ghana international Max Orr scored.", "asserted: Max Orr PLAYS_FOR Ghana"),
        ("Max Orr, 44, a Portuguese, left.", "asserted: Max Orr CITIZEN_OF Portugal"),
        ("Max Orr, a 58-year-old Belgian who left, won.", "asserted: Max Orr CITIZEN_OF Belgium"),
        ("The jury's head, the Austrian Ida Obi-Klein, left.", "Ida Obi-Klein CITIZEN_OF Austria"),
        ("Ana Berg is a Sri Lankan cricketer.", "asserted: Ana Berg CITIZEN_OF Sri Lanka"),
    ],
)
def test_whose_a_player_or_citizen_is_stands_beside_the_name(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Max Orr ran for Peru's presidency.",
        "Ann Lee, a coach driver, set out for Italy.",
        "Max Orr had a word for Spain: no.",
    ],
)
def test_a_state_is_no_team_where_nobody_plays(text: str) -> None:
    assert not any(name.startswith("ORGANIZATION") for name in names(text))
