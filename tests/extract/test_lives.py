"""Lives in brackets, by the rules and by the real model's names."""

import pytest

from kgbuild.model import Type
from tests.extract.stage import named, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "Ann Lee (Oulu, 1911 - Uppsala, Sweden, 1987) was a painter.",
            "person Ann Lee, place Oulu, place Uppsala, place Sweden",
            {"Ann Lee BORN_IN Oulu", "Ann Lee DIED_IN Uppsala", "Uppsala LOCATED_IN Sweden"},
        ),
        (
            "Ann Lee (14 February 1941, Vidin – 2 May 2013, Sofia) was a painter.",
            "person Ann Lee, place Vidin, place Sofia",
            {"Ann Lee BORN_IN Vidin", "Ann Lee DIED_IN Sofia"},
        ),
        (
            "Ann Lee (born 4 March 1994, Oulu) paints.",
            "person Ann Lee, place Oulu",
            {"Ann Lee BORN_IN Oulu"},
        ),
        (
            "Ann Lee (Berlin 2003, London 2010 – Paris 2012) won three titles.",
            "person Ann Lee, place Berlin, place London, place Paris",
            set[str](),
        ),
        ("Ann Lee (Oulu) paints.", "person Ann Lee, place Oulu", set[str]()),
    ],
)
def test_a_bracket_tells_where_one_was_born_and_died(
    text: str, names: str, expected: set[str]
) -> None:
    assert told(text, names) == expected


def test_what_a_life_begins_and_ends_in_is_a_place() -> None:
    found = named("Anders Hjelmtun (Haapsalu 1827 – Tranquebar 1881) was a Danish missionary.")

    assert found == [
        ("Anders Hjelmtun", Type.PERSON), ("Haapsalu", Type.PLACE), ("Tranquebar", Type.PLACE),
    ]  # fmt: skip


def test_a_name_at_birth_is_no_place() -> None:
    found = dict(named("Boris Poe (born Anatol Lee, 1950) and Max Roe (1950–2001) led it."))

    assert found["Anatol Lee"] is Type.PERSON
