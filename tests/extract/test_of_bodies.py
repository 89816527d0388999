"""Ties of bodies and places that one sentence tells in words of its own."""

import pytest

from tests.extract.stage import told

NAMES = (
    "firm Acme|the company, firm Beta, firm Gamma, firm Zug Union, firm Congress, "
    "place Lima, place Peru, place Chad, person Ann Lee"
)


def _told(text: str) -> set[str]:
    return told(text, ", ".join(n for n in NAMES.split(", ") if _is_in(n, text)))


def _is_in(row: str, text: str) -> bool:
    return any(name in text for name in row.split(" ", 1)[1].split("|"))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("In Lima, where Acme sells its output, it rained.", "Acme OPERATES_IN Lima"),
        ("She flew to Lima, Peru, where Acme has three plants.", "Acme OPERATES_IN Lima"),
        ("She flew to Lima, in Peru, where Acme runs a mill.", "Acme OPERATES_IN Lima"),
        ("Born in Lima, where Acme has its headquarters, she left.", "Acme HEADQUARTERED_IN Lima"),
        ("She flew to Lima, where the group Acme is based.", "Acme HEADQUARTERED_IN Lima"),
        ("She flew to Lima, where Acme will build a mill.", "planned: Acme OPERATES_IN Lima"),
        ("Acme's portfolio includes Beta and Gamma.", "Acme OWNS Gamma"),
        ("Acme paid $3 billion for Beta in May.", "Acme ACQUIRED Beta"),
        ("Acme has agreed to pay 70 million euros for Beta.", "planned: Acme ACQUIRED Beta"),
        ("Acme is considering an offer for Beta.", "possible: Acme ACQUIRED Beta"),
        ("Acme mulls a bid for Beta, sources said.", "possible: Acme ACQUIRED Beta"),
        ("Acme will not bid for Beta.", "denied: Acme ACQUIRED Beta"),
        ("Acme has offered 48 million euros for Beta.", "possible: Acme ACQUIRED Beta"),
        ("A sale of Beta to Acme came to nothing.", "denied: Acme ACQUIRED Beta"),
        ("Gamma is negotiating the sale of Beta to Acme.", "possible: Acme ACQUIRED Beta"),
        ("Gamma completed the sale of Beta to Acme.", "Acme ACQUIRED Beta"),
        ("Beta's sale to Acme fell through.", "denied: Acme ACQUIRED Beta"),
        ("Beta is the property of Acme.", "Acme OWNS Beta"),
        ("Beta was the property of Ann Lee.", "former: Ann Lee OWNS Beta"),
        ("Beta has been in the hands of Acme since 2017.", "Acme OWNS Beta"),
        (
            "Beta will belong 51 percent to Acme and 49 percent to Gamma.",
            "planned: Gamma OWNS Beta",
        ),
        ("Acme put 300 million kronor into Beta.", "Acme INVESTED_IN Beta"),
        ("Acme is to buy into Beta.", "planned: Acme INVESTED_IN Beta"),
        ("Acme is building the dam with Beta.", "Acme PARTNERED_WITH Beta"),
        ("Acme plans to develop the field with Beta.", "planned: Acme PARTNERED_WITH Beta"),
        ("Acme's joint venture with Beta is in Lima.", "Acme PARTNERED_WITH Beta"),
        ("Acme has had an exchange agreement with Beta.", "Acme PARTNERED_WITH Beta"),
        ("Acme is to sell most of the power to Beta.", "planned: Acme SUPPLIES Beta"),
        ("Acme's slaughterhouse on the island of Lima was spared.", "Acme OPERATES_IN Lima"),
        ("Zug Union, at war with Chad since 2011, praised it.", "Zug Union FIGHTS Chad"),
        ("Zug Union was at war with Chad.", "former: Zug Union FIGHTS Chad"),
        ("They hid Zug Union, with which Chad is at war.", "Chad FIGHTS Zug Union"),
    ],
)
def test_a_tie_of_bodies_is_read(text: str, tie: str) -> None:
    assert tie in _told(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "She lives in Lima, where Acme has booked a hotel.",
        "She lives in Lima, where Acme once grew rice.",
        "Acme paid $90 million for a quarter of Beta.",
        "Acme pays $95m for Beta's antibody.",
        "Ann Lee launched a bid for Congress.",
        "Acme prepared an offer of help for Beta.",
        "Acme is building a factory with money from Beta.",
        "Acme has promised to leave its joint venture with Beta.",
        "Ann Lee is in the hands of Acme.",
        "Acme sold a third of its shares to Beta.",
        "She travelled to Lima, where Acme has made her a member.",
        "It was told of since the sale of Beta to Acme in May.",
    ],
)
def test_other_words_tell_no_such_tie(text: str) -> None:
    assert not any(" RELATED_TO " not in tie for tie in _told(text))
