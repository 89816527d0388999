import pytest

from kgbuild.read.dates import dateline, iso_date


@pytest.mark.parametrize(
    "written",
    [
        "2021-02-09",
        " 2021-02-09T23:28:00.000Z ",
        "2021-02-09T00:28:00.123456+14:00",
        "2021-02-09 09:28 PM",
        "20210209",
        "20210209T212800Z",
        "2021/02/09",
        "2021.2.9",
        "Tue, 09 Feb 2021 21:28:00 GMT",
        "Tue, 9 Feb 2021 21:28 +0800 (CST)",
        "Feb. 9, 2021",
        "February 9th, 2021 at 9:28 p.m. EST",
        "TUESDAY 9 FEBRUARY 2021, 10:00 GMT+8",
        "9th of February 2021",
        "9-Feb-2021",
    ],
)
def test_a_date_is_the_day_that_is_written(written: str) -> None:
    assert iso_date(written) == "2021-02-09"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2021",
        "2021-02",
        "February 2021",
        "9 February",
        "Tuesday",
        "yesterday",
        "10",
        "9/2/2021",
        "2021-02-30",
        "2021-13-01",
        "0000-01-01",
        "1612900000",
        "2021-02-09 and later",
    ],
)
def test_what_names_no_single_day_is_no_date(written: str) -> None:
    assert iso_date(written) is None


@pytest.mark.parametrize(
    "line",
    [
        "Published: Feb 09, 2021 09:28 PM",
        "First published on 9 February 2021",
        "Published 9 Feb 2021, updated 10 Feb 2021",
        "Posted on February 9, 2021 by the desk",
        "**Date:** 2021-02-09",
        "9 February 2021",
        "(Feb 9, 2021)",
        "Tuesday, 9 February 2021",
        "By Ann Example, 9 February 2021",
        "Ann Example, Taiyuan | 9 February 2021 | 10:30",
        "9:28 PM EST, Tue February 9, 2021",
        "TAIYUAN, Feb 9, 2021 (Agency) — The firm opened a laboratory.",
        "TAIYUAN (Agency), 9 February 2021 - The firm opened a laboratory.",
        "Last updated: 9 February 2021",
    ],
)
def test_a_dateline_gives_the_day(line: str) -> None:
    assert dateline(f"\nFirm opens lab\n\n{line}\nIt opened it in May 2019.") == "2021-02-09"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Taiyuan, 9 February 2019",
        "The paper was signed on 9 February 2019",
        "The hearing was set for Tuesday, March 3, 2026",
        "TAIYUAN, Feb. 9 (Agency) -- The firm opened a laboratory.",
        "In 2019-02-03 format it is",
        "Published: 31 February 2021",
        "a\nb\nc\nd\nPublished: Feb 9, 2021",
    ],
)
def test_other_dates_near_the_top_are_not_the_articles(line: str) -> None:
    assert dateline(f"Firm opens lab\n{line}") is None


def test_the_day_of_publication_goes_before_that_of_a_change() -> None:
    assert dateline("Updated: Feb 10, 2021\nPublished: Feb 09, 2021") == "2021-02-09"


@pytest.mark.parametrize(
    "piece", ["A1, ", "AAAA,,,----", "9 9 , - ", "1 January, ", "(A", "A./'-,"]
)
def test_odd_lines_take_no_time(piece: str) -> None:
    assert dateline(f"{piece * 2000}\n" * 5) is None
