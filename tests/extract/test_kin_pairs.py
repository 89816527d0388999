"""What two are to each other by two nouns or a verb, and whether it is so."""

import pytest

from tests.extract.stage import drawn, told

NAMES = "person Ann Lee, person Max Orr"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ann Lee and Max Orr are brother and sister.", "Ann Lee SIBLING_OF Max Orr"),
        ("Ann Lee and Max Orr are husband and wife.", "Ann Lee SPOUSE_OF Max Orr"),
        ("Max Orr and Ann Lee are father and daughter.", "Max Orr PARENT_OF Ann Lee"),
        ("Max Orr and Ann Lee are son and mother.", "Ann Lee PARENT_OF Max Orr"),
        ("Ann Lee and Max Orr are married.", "Ann Lee SPOUSE_OF Max Orr"),
        ("Ann Lee and Max Orr have been married for years.", "Ann Lee SPOUSE_OF Max Orr"),
        ("Ann Lee and Max Orr may be brother and sister.", "possible: Ann Lee SIBLING_OF Max Orr"),
        ("Critics say Ann Lee and Max Orr are married.", "alleged: Ann Lee SPOUSE_OF Max Orr"),
        ("Ann Lee and Max Orr are not married.", "denied: Ann Lee SPOUSE_OF Max Orr"),
        (
            "It is not true that Ann Lee and Max Orr are husband and wife.",
            "denied: Ann Lee SPOUSE_OF Max Orr",
        ),
        (
            "A report that Ann Lee and Max Orr are brother and sister was wrong.",
            "denied: Ann Lee SIBLING_OF Max Orr",
        ),
    ],
)
def test_two_are_kin_by_two_nouns_or_married(text: str, tie: str) -> None:
    assert told(text, NAMES) == {tie}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee and Max Orr are both married.",
        "Ann Lee and Max Orr are husband and mother.",
        "Ann Lee and Max Orr met the brother and sister.",
    ],
)
def test_who_is_both_or_neither_is_not_tied(text: str) -> None:
    assert not [line for line in told(text, NAMES) if "MET_WITH" not in line]


@pytest.mark.model
def test_what_the_nouns_say_of_two_is_told_but_once() -> None:
    text = "Critics said that Ann Lee and Bo Lee are brother and sister."

    assert drawn(text, "SIBLING_OF") == ["alleged: Ann Lee SIBLING_OF Bo Lee"]
