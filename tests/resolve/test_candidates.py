"""What may be one thing is found and ranked; what is only alike in part comes after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.model import Type
from kgbuild.resolve.alike import keys, likeness
from kgbuild.resolve.candidates import Index, Known

PERSON, BODY = Type.PERSON, Type.ORGANIZATION


@given(st.text(), st.text(), st.sampled_from(Type))
def test_likeness_is_a_share_and_does_not_depend_on_the_order(
    one: str, other: str, type_: Type
) -> None:
    assert 0 <= likeness(type_, one, other) <= 1
    assert likeness(type_, one, other) == likeness(type_, other, one)


@pytest.mark.parametrize(
    ("type_", "name", "nearer", "further"),
    [
        (PERSON, "Olaf Scholz", "Olaf Scholze", "Otto Schulz"),
        (PERSON, "Vladimir Putin", "Владимир Путин", "Vladislav Surkov"),
        (PERSON, "Jose Garcia", "J. Garcia", "Jose Gomez"),
        (PERSON, "Mary Ann Smith", "Mary Smith", "Mary Smith-Jones Carter"),
        (BODY, "Huawei Technologies", "Huawei Technology", "Huawei Marine"),
        (BODY, "Bank of China", "Bank China", "Central Bank of China"),
        (BODY, "Deutsche Bank", "Deutsche Bank Group", "Deutsche Bahn"),
        (BODY, "International Monetary Fund", "IMF", "International Trade Fund"),
        (BODY, "TSMC", "T.S.M.C.", "SMIC"),
    ],
)
def test_what_is_likelier_one_ranks_first(
    type_: Type, name: str, nearer: str, further: str
) -> None:
    assert likeness(type_, name, nearer) > likeness(type_, name, further)


@pytest.mark.parametrize("name", ["x", "任正非", "محمد بن سلمان", "é" * 10_000, "?!", "\u202e"])
def test_a_name_of_any_script_and_length_can_be_found(name: str) -> None:
    assert likeness(PERSON, name, name) == 1.0
    assert all(keys(PERSON, name))


def test_an_index_finds_the_pairs_and_what_is_near_one() -> None:
    known = [
        Known("1", PERSON, ("Olaf Scholz",)),
        Known("2", PERSON, ("Scholze, Olaf",)),
        Known("3", BODY, ("Olaf Scholz",)),
        Known("4", PERSON, ("Ada Aho",)),
    ]

    pairs = [*Index(known).pairs()]

    assert [(pair.left, pair.right) for pair in pairs] == [("1", "2")]
    assert [(pair.left, pair.right) for pair in Index(known).near("2", 5)][:1] == [("1", "2")]


def test_a_name_that_hundreds_share_is_not_compared_with_all_of_them() -> None:
    known = [Known(f"{i:04}", PERSON, (f"{chr(97 + i % 26)}{i} Smith",)) for i in range(500)]

    assert sum(1 for _ in Index(known).pairs(0.0)) < 500 * 60
