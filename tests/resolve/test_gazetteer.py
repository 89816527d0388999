import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.resolve.gazetteer import NOWHERE, spot


@pytest.mark.parametrize(
    ("name", "country", "region"),
    [
        ("Taiyuan", "CN", "Shanxi"),
        ("Shanxi", "CN", "Shanxi"),
        ("Shanxi Province", "CN", "Shanxi"),
        ("North China", "CN", None),
        ("Austin", "US", "Texas"),
        ("Washington state", "US", "Washington"),
        ("The Hague", "NL", None),
        ("Kiev", "UA", None),
        ("U.S.", "US", None),
        ("Britain", "GB", None),
        ("Palestine", "PS", None),
        ("Berlin", "DE", "Berlin"),
    ],
)
def test_a_place_lies_in_a_country_and_a_region(
    name: str, country: str, region: str | None
) -> None:
    found = spot([name])

    assert (found.country, found.region) == (country, region)


def test_a_city_that_is_much_larger_than_its_namesakes_is_meant() -> None:
    paris = spot(["Paris"])

    assert (paris.country, paris.geonames) == ("FR", 2988507)
    assert (paris.latitude, paris.longitude) == (48.85341, 2.3488)


def test_a_state_is_meant_rather_than_a_town_of_its_name() -> None:
    assert [spot([name]).country for name in ("Lebanon", "Peru", "Cuba")] == ["LB", "PE", "CU"]


@pytest.mark.parametrize("name", ["Georgia", "Cambridge", "Birmingham", "Victoria", "Red Square"])
def test_where_doubt_is_left_nothing_is_known(name: str) -> None:
    assert spot([name]) == NOWHERE


def test_what_all_places_of_a_name_share_is_known() -> None:
    york = spot(["New York"])

    assert (york.country, york.region, york.geonames) == ("US", "New York", None)
    assert spot(["Springfield"]).country == "US"


def test_names_that_lie_in_two_countries_say_nothing() -> None:
    assert spot(["Paris", "Berlin"]) == NOWHERE


@given(st.lists(st.sampled_from(["Paris", "Texas", "Austin", "US", "Georgia", "x", "中国", ""])))
def test_neither_order_nor_repeats_of_names_matter(names: list[str]) -> None:
    assert spot(names) == spot([*reversed(names), *names])
