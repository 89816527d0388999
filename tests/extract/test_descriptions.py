"""Whom or what a description means, by what the text said of them before."""

import pytest

from tests.extract.stage import described, ties

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Ann Lee left Oslo with her husband, Max Orr. Her husband works for Acme Bank.",
            "Max Orr",
            "Her husband",
        ),
        (
            "Pavel Ruda was sued by Tom Brak. His sister Olga is a nurse. Brak met Ruda's sister.",
            "Olga",
            "Ruda's sister",
        ),
        (
            "Elin Dahl, widow of the shipowner Karl Dahl, left. Her husband was born in Riga.",
            "Karl Dahl",
            "Her husband",
        ),
        (
            "Ivo Stark is married to the singer Mara Klein. His wife was born in Vienna.",
            "Mara Klein",
            "His wife",
        ),
        (
            'Kim Berg met his daughter, the violinist Ida Berg. "My father left," said Ida Berg.',
            "Kim Berg",
            "My father",
        ),
    ],
)
def test_kin_is_who_was_said_to_be_that_kin(text: str, name: str, words: str) -> None:
    assert words in described(text, name)


def test_kin_is_nobody_where_several_are_such() -> None:
    text = "Max Orr met his brother Jim Orr. His brother Tom Orr stayed. Orr's brother lives on."

    assert "Orr's brother" not in described(text, "Jim Orr") + described(text, "Tom Orr")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Ann Lee, director of the Kanu Space Agency, praised Orsa Rockets on Monday. Her "
            "agency has put no money in Orsa.",
            "Kanu Space Agency",
            "Her agency",
        ),
        (
            "Elena Ruiz, the secretary general of the Andes Union, left. She blamed nobody. Her "
            "organisation has its seat in Quito. Peru left the Rio Group.",
            "Andes Union",
            "Her organisation",
        ),
    ],
)
def test_her_firm_is_the_one_that_she_leads(text: str, name: str, words: str) -> None:
    assert words in described(text, name)


def test_a_word_that_brackets_define_means_the_body_before_them() -> None:
    text = 'Orlen Foods plc (the "Issuer") cans tuna. The Issuer was founded by Ann Lee in 1971.'

    assert "asserted: Ann Lee FOUNDED Orlen Foods plc" in ties(text)
