"""When two names have one key, and what a name is looked up by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.model import Type
from kgbuild.names import display, key, normalise
from kgbuild.projection import fold


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        (Type.ORGANIZATION, "Huawei Technologies Co., Ltd.", "Huawei Technologies"),
        (Type.ORGANIZATION, "the Nestlé S.A.", "NESTLE"),
        (Type.ORGANIZATION, "EU", "European Union"),
        (Type.PERSON, "Mr. José García", "Jose Garcia"),
        (Type.PERSON, "Dr. Ada Aho's", "ada aho"),
        (Type.PLACE, "U.S.", "the United States of America"),
        (Type.LISTING, "the Entity List", "ENTITY LIST"),
    ],
)
def test_spelling_aside_two_names_are_one(type_: Type, one: str, other: str) -> None:
    assert key(type_, one) == key(type_, other)


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        (Type.ORGANIZATION, "Bank of China", "Central Bank of China"),
        (Type.ORGANIZATION, "Deutsche Bank", "Deutsche Bahn"),
        (Type.ORGANIZATION, "Huawei", "Huawei Marine"),
        (Type.ORGANIZATION, "China Mobile", "China"),
        (Type.PERSON, "J. K. Rowling", "K. Rowling"),
    ],
)
def test_names_that_are_only_alike_stay_apart(type_: Type, one: str, other: str) -> None:
    assert key(type_, one) != key(type_, other)


def test_types_keep_one_name_apart() -> None:
    assert key(Type.PERSON, "Washington") != key(Type.PLACE, "Washington")


def test_a_state_is_shown_by_its_full_name() -> None:
    assert display(Type.PLACE, "the US") == "United States"
    assert display(Type.PERSON, "US") is None


@given(st.text(min_size=1), st.sampled_from(Type))
def test_a_key_is_never_empty_and_its_own_key(name: str, type_: Type) -> None:
    found = normalise(type_, name)

    assert found
    assert "\n" not in found or name.isspace()


@given(st.text(alphabet="\u0301\u0300\u20dd", min_size=1), st.sampled_from(Type))
def test_a_name_of_accents_alone_has_a_key(name: str, type_: Type) -> None:
    assert normalise(type_, name)


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
