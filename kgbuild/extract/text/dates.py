"""The dates that a sentence names, as ISO dates to the year, month or day.

Nothing is taken from a clock: "on Tuesday" counts from the article's own date, and
without one it is no date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = tuple(
    """january february march april may june july august september october november
    december""".split()
)
_NUMBER = {name[:3]: i for i, name in enumerate(MONTHS, start=1)}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th)?"

_ONE = (
    rf"(?P<iso>{_YEAR}-\d\d-\d\d)"
    rf"|(?P<d1>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?(?P<m1>{_MONTH})(?:,?\s+(?P<y1>{_YEAR}))?"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}}){_ORDINAL}(?!\d)(?:,?\s+(?P<y2>{_YEAR}))?"
    rf"|(?P<m3>{_MONTH}),?\s+(?:of\s+)?(?P<y3>{_YEAR})"
    rf"|(?<![$€£¥.,\d])(?P<y4>{_YEAR})(?![\w%]|\s+(?:people|million|billion|dollars|workers|men|troops))"
    rf"|(?P<day>today|yesterday|{'|'.join(DAYS)})"
    rf"|(?P<unit>(?:last|this)\s+(?:month|year))"
    rf"|(?P<m4>{_MONTH})(?=[\s,.;)]|$)"
)
_PLAIN = re.sub(r"\?P<\w+>", "?:", _ONE)
_LEAD = (
    r"\b(?P<lead>since|until|till|from|between|in|on|during|as of|of|dated|late|early|mid|last|next"
    r"|before|after|by)?[\s-]*(?:(?:late|early|mid|the|on)[\s-]+)*"
)
_DATE = re.compile(rf"{_LEAD}\b(?:{_ONE})")
_RANGE = re.compile(
    rf"\b(?:from|between)\s+(?P<since>{_PLAIN})\s+(?:to|until|till|and)\s+(?P<until>{_PLAIN})"
)
_DATED = frozenset({"in", "since", "until", "till"})
_NOT = re.compile(r"\b(?:not|rather than|instead of)\s+$")
_THAT_YEAR = re.compile(r"\s+(?:of\s+)?(?:that|the\s+same)\s+year\b", re.IGNORECASE)
_MAY = re.compile(rf"\d|\b(?:{_MONTH}|{'|'.join(DAYS)}|today|yesterday|last|this)\b")
_VAGUE = frozenset({"before", "after", "by", "next"})


@dataclass(frozen=True, slots=True)
class When:
    """A date in a sentence: which characters of it, and since and until when it says."""

    start: int
    end: int
    since: str | None = None
    until: str | None = None


def find(text: str, published: str | None, *, ahead: bool = False) -> Iterator[When]:
    """Yield the dates that a sentence names, as far as they are certain.

    >>> [(w.since, w.until) for w in find("It ran from May 2001 to 2010.", None)]
    [('2001-05', '2010')]
    >>> [(w.since, w.until) for w in find("He left on Tuesday.", "2021-02-10")]
    [('2021-02-09', None)]
    """
    taken, small = 0, _small(text)
    for match in _RANGE.finditer(small):
        since, until = (iso(match[k], published, ahead=ahead) for k in ("since", "until"))
        if since and until:
            yield When(match.start(), match.end(), since, until)
            taken = match.end()
    for match in _DATE.finditer(small, taken):
        lead = match["lead"] or ""
        value = _of_match(match, published, ahead=ahead)
        if value is None or lead in _VAGUE or (lead == "last" and match["day"]):
            continue
        if _NOT.search(text, 0, match.start()):  # "in March 2016, not in April 2018"
            continue
        if _THAT_YEAR.match(text, match.end()):  # "in October of that year"
            value = _in_that_year(value, text[: match.start()])
            if value is None:
                continue
        if lead in {"until", "till"}:
            yield When(match.start(), match.end(), until=value)
        else:
            yield When(match.start(), match.end(), since=value)


def _in_that_year(value: str, before: str) -> str | None:
    """Return a date in the last year that is named before it, if one is."""
    years = re.findall(rf"\b{_YEAR}\b", before)
    return years[-1] + value[4:] if years else None


def may_name(text: str) -> bool:
    """Say cheaply whether a date is worth looking for."""
    return _MAY.search(_small(text)) is not None


def _small(text: str) -> str:
    """Return the text in small letters, one for one: to ignore case takes thrice as long."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower()[:1] for c in text)


def iso(text: str, published: str | None, *, ahead: bool) -> str | None:
    """Return the date that a text begins with, if it does."""
    match = _DATE.match(_small(text))
    return _of_match(match, published, ahead=ahead) if match else None


def _of_match(match: re.Match[str], published: str | None, *, ahead: bool) -> str | None:
    if match["iso"]:
        return _checked(*map(int, match["iso"].split("-")))
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    month = match["m1"] or match["m2"] or match["m3"] or match["m4"]
    day = match["d1"] or match["d2"]
    number = _NUMBER[month[:3]] if month else None
    if year:
        return _checked(int(year), number, int(day) if day else None)
    return _relative(match, number, int(day) if day else None, published, ahead=ahead)


def _checked(year: int, month: int | None = None, day: int | None = None) -> str | None:
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole[: 10 if day else 7 if month else 4]


def _relative(
    match: re.Match[str], month: int | None, day: int | None, published: str | None, *, ahead: bool
) -> str | None:
    base = day_of(published)
    if base is None:
        return None
    if word := match["day"]:
        return _of_day(word, base, ahead=ahead)
    if unit := match["unit"]:
        which, length = unit.split()
        return _of_unit(which, length, base)
    # A bare "May" may be the verb or a name: only "in May", "until May" and "on May 5" are dates.
    if month is None or (day is None and match["lead"] not in _DATED):
        return None
    if not match[0][-1:].strip():
        return None
    return _nearest_year(base, month, day, ahead=ahead)


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO date or time, if it is one."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _of_day(word: str, base: date, *, ahead: bool) -> str:
    if word in {"today", "yesterday"}:
        return (base - timedelta(days=word == "yesterday")).isoformat()
    back = (base.weekday() - DAYS.index(word)) % 7
    return (base + timedelta(days=-back % 7 if ahead else -back)).isoformat()


def _of_unit(which: str, length: str, base: date) -> str:
    if length == "year":
        return str(base.year - (which == "last"))
    first = base.replace(day=1)
    return (first - timedelta(days=1) if which == "last" else first).isoformat()[:7]


def _nearest_year(base: date, month: int, day: int | None, *, ahead: bool) -> str | None:
    """Return the last such day up to the base, or the next from it."""
    later = (month, day or base.day) > (base.month, base.day)
    shift = (0 if later else (month, day) != (base.month, None)) if ahead else -later
    return _checked(base.year + int(shift), month, day)
