"""Whose children those are who are told by both parents."""

import pytest

from tests.extract.stage import ties

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee married Bob Roe in 2001. The couple have two children, Ida and Otto.",
        "Ann Lee is married to Bob Roe. Their twins, Ida and Otto, were born in Oslo.",
        "Ann Lee is married to Bob Roe. They have a daughter, Ida, 12, and a son, Otto.",
    ],
)
def test_both_are_the_parents_of_each(text: str) -> None:
    parents = {t for t in ties(text) if "PARENT_OF" in t}

    assert parents == {
        f"asserted: {parent} PARENT_OF {child}"
        for parent in ("Ann Lee", "Bob Roe")
        for child in ("Ida", "Otto")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee is married to Bob Roe. The couple have no children.",
        "Ann Lee met Bob Roe. Their children, Ida and Otto, did not come.",
    ],
)
def test_where_no_couple_is_told_nobody_is_their_parent(text: str) -> None:
    assert not [t for t in ties(text) if "PARENT_OF" in t]


def test_who_never_married_are_no_couple() -> None:
    text = "Ann Lee has never been married to Bob Roe. Their children, Ida and Otto, did not come."

    assert not [t for t in ties(text) if t.startswith("asserted") and "PARENT_OF" in t]
