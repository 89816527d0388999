import pytest

from kgbuild.extract.text import dates
from tests.extract.stage import read

TUESDAY = "2021-02-09"


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("in May 2019", "2019-05", None),
        ("on 9 February 2021", "2021-02-09", None),
        ("on February 9, 2021", "2021-02-09", None),
        ("on Feb. 9th, 2021", "2021-02-09", None),
        ("in 2019", "2019", None),
        ("since 1987", "1987", None),
        ("until 2018", None, "2018"),
        ("from 2001 to 2010", "2001", "2010"),
        ("between May 2001 and June 2003", "2001-05", "2003-06"),
        ("on Tuesday", "2021-02-09", None),
        ("on Friday", "2021-02-05", None),
        ("yesterday", "2021-02-08", None),
        ("last month", "2021-01", None),
        ("last year", "2020", None),
        ("in March", "2020-03", None),
        ("on January 5", "2021-01-05", None),
        ("in March 2016, not in April 2018", "2016-03", None),
        ("until June", None, "2020-06"),
    ],
)
def test_a_date_is_read_as_far_as_it_goes(text: str, since: str, until: str) -> None:
    (found,) = dates.find(f"It ran {text}.", TUESDAY)

    assert (found.since, found.until) == (since, until)


@pytest.mark.parametrize(
    "text",
    [
        "last week",
        "next Tuesday",
        "before 2010",
        "by 2030",
        "after May 2001",
        "the 1990s",
        "30 February 2020",
        "1,500 people",
        "$2000",
        "it may rain",
        "on page 1999x",
    ],
)
def test_what_is_vague_is_no_date(text: str) -> None:
    assert list(dates.find(f"It ran {text}.", TUESDAY)) == []


@pytest.mark.parametrize("text", ["on Tuesday", "yesterday", "last year", "in March"])
def test_nothing_is_taken_from_a_clock(text: str) -> None:
    assert list(dates.find(f"It ran {text}.", None)) == []


def test_a_day_to_come_is_the_next_one() -> None:
    (found,) = dates.find("It runs on Friday.", TUESDAY, ahead=True)

    assert found.since == "2021-02-12"


@pytest.mark.model
def test_a_date_goes_with_its_own_verb() -> None:
    text = "Acme sued Beta in 2019 after Beta acquired Gamma in 2017."
    _, found = read(text, "firm Acme, firm Beta, firm Gamma")

    assert {s.relation: s.since for s in found} == {"SUED": "2019", "ACQUIRED": "2017"}
