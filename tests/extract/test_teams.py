"""Towns' names that are clubs'."""

import pytest

from kgbuild.model import Type
from tests.extract.stage import named

pytestmark = pytest.mark.model


def types(text: str, name: str) -> set[Type]:
    return {type_ for found, type_ in named(text) if found == name}


SPORT = "The captain scored twice for the club, and the coach praised the goalkeeper."


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("Tuzla beat Zenica on Saturday.", "Tuzla"),
        ("The winger had two seasons at Odense.", "Odense"),
        ("The winger is on loan from Vejle.", "Vejle"),
        ("Karviná 27, Dunkirk 29", "Dunkirk"),
        ("It was their first win over Genk.", "Genk"),
    ],
)
def test_a_town_that_plays_is_a_club_in_an_article_on_sport(text: str, club: str) -> None:
    assert types(f"It was a late goal.\n\n{SPORT}\n\n{text} The rest is history.", club) == {
        Type.ORGANIZATION
    }


def test_a_town_is_a_town_in_an_article_on_sport() -> None:
    text = f"It was a late goal.\n\n{SPORT}\n\nThe match was played in Odense on Saturday."

    assert types(text, "Odense") == {Type.PLACE}


def test_elsewhere_a_town_that_loses_is_a_town() -> None:
    text = "It is over.\n\nOdense may lose its brewery, which was built in Odense in 1890."

    assert types(text, "Odense") == {Type.PLACE}
