"""Judgements as text: what is written is read again, what is no judgement says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild import names
from kgbuild.model import Judgement, Side, Type, Verdict
from kgbuild.resolve.text import line, parsed, written
from tests.law.readings import judgements

HUAWEI = Side("ORGANIZATION:huawei")
HOSTILE = ("x", "Ж" * 10_000, "محمد بن سلمان", "任正非", "e\u0301a", "\u202eevil", 'a" and "b')


@given(judgements)
def test_what_is_written_is_read_again(judgement: Judgement) -> None:
    assert parsed(line(judgement)) == judgement


@given(st.text(min_size=1), st.none() | st.text(min_size=1).filter(lambda key: "\n" not in key))
def test_any_name_and_any_path_are_read_again(name: str, article: str | None) -> None:
    judgement = Judgement(Verdict.DROP, Side(names.key(Type.PERSON, name), article))

    assert parsed(line(judgement)) == judgement
    assert "\n" not in line(judgement)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_any_script_and_length_are_read_again(name: str) -> None:
    judgement = Judgement(Verdict.SAME, HUAWEI, Side(names.key(Type.ORGANIZATION, name), name))

    assert parsed(line(judgement)) == judgement


@given(st.lists(judgements, unique=True))
def test_a_text_does_not_depend_on_the_order(said: list[Judgement]) -> None:
    assert written(said) == written(reversed(said))
    assert [parsed(one) for one in written(said).splitlines() if parsed(one)] == sorted(
        said, key=line
    )


def test_a_name_written_by_hand_is_normalised() -> None:
    one = parsed('drop "organization:Huawei Technologies Co., Ltd."')

    assert one == Judgement(Verdict.DROP, Side("ORGANIZATION:huawei technologies"))


@pytest.mark.parametrize("text", ["", "   ", "# a comment", "\t# another"])
def test_empty_lines_and_comments_tell_nothing(text: str) -> None:
    assert parsed(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<<<<<<< ours", "is none of same"),
        ('same "PERSON:a"', "'and' is missing"),
        ('same "PERSON:a" and', "a text in"),
        ('same "PERSON:a" and "PERSON:a"', "one and the same"),
        ('drop "PERSON:a" in', "a text in"),
        ('drop "PERSON:a" "PERSON:b"', "more than a judgement"),
        ('drop "PERSON:"', "TYPE:name"),
        ('drop "a"', "TYPE:name"),
        ('drop "ROBOT:a"', "is no type"),
        ("drop PERSON:a", "a text in"),
        ('drop "PERSON:a', "a text in"),
        ('rename "PERSON:a" to ""', "is empty"),
        ('rename "PERSON:a" to " "', "no name that can be shown"),
        ('rename "PERSON:a" to "\\u0007"', "no name that can be shown"),
        ('rename "PERSON:a" to "\\ud800"', "a text in"),
        ('retype "PERSON:a" to "ROBOT"', "is no type"),
        ('drop "PERSON:\\x"', "a text in"),
    ],
)
def test_a_broken_line_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parsed(text)
