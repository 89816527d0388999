"""When two names have one key, and what a name is looked up by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.folding import fold
from kgbuild.model import Type
from kgbuild.names import display, key, normalise


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
        (Type.ORGANIZATION, "OOO Severstroy", "Severstroy Limited Liability Company"),
        (Type.ORGANIZATION, "Hartwig & Sons GmbH & Co. KG", "Hartwig and Sons"),
        (Type.ORGANIZATION, "Labour Organisation", "Labor Organization"),
        (Type.ORGANIZATION, "U.S. Department of Commerce", "US Commerce Department"),
        (Type.ORGANIZATION, "the Ministry of the Interior", "Interior Ministry"),
        (Type.ORGANIZATION, "UN Security Council", "United Nations Security Council"),
        (Type.PERSON, "Aho, Ada", "Ada Aho"),
        (Type.PERSON, "AHO, Dr. Ada, PhD", "Ada Aho"),
        (Type.PERSON, "Kim Il-sol", "Kim Il Sol"),
        (Type.PERSON, "President Ada Aho", "Ada Aho"),
        (Type.PERSON, 'Ada "the Fox" Aho', "Ada Aho"),
        (Type.PERSON, "Ada ‘Adi’ Aho", "Ada Aho"),
        (Type.PLACE, "St. Petersburg", "Saint Petersburg"),
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
        (Type.ORGANIZATION, "Huawei", "Huawei Technologies"),
        (Type.ORGANIZATION, "Commerce Department", "US Commerce Department"),
        (Type.PERSON, "George W. Bush", "George Bush"),
        (Type.PERSON, "J. Biden", "Joe Biden"),
        (Type.PERSON, "Biden", "Joe Biden"),
        (Type.PERSON, "Martin Lind", "Martin Lind, Jr."),
        (Type.PERSON, "Sean O'Brien", "Sean Brien"),
        (Type.PLACE, "Washington", "United States"),
        (Type.PLACE, "Georgia", "Georgia State"),
        (Type.PLACE, "Congo", "Democratic Republic of the Congo"),
        (Type.PLACE, "South Korea", "North Korea"),
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
    assert "\n" not in found
    assert normalise(type_, found) == found


@pytest.mark.parametrize("name", ["x", "任正非", "محمد", "é" * 10_000, "the the the band", "Co Co"])
def test_a_name_of_any_script_and_length_is_its_own_key(name: str) -> None:
    for type_ in Type:
        assert normalise(type_, normalise(type_, name)) == normalise(type_, name) != ""


@given(st.text(alphabet="\u0301\u0300\u20dd", min_size=1), st.sampled_from(Type))
def test_a_name_of_accents_alone_has_a_key(name: str, type_: Type) -> None:
    assert normalise(type_, name)


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
