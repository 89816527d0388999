"""Read a date of publication as it is written; the clock and the locale play no part."""

import re
from datetime import date
from itertools import islice

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NUMBERS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    r"(?P<date>"
    r"\d{4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}"
    rf"|{_WEEKDAY}(?:{_MONTHS})\.?\s+{_DAY},?\s+\d{{4}}"
    rf"|{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?(?:{_MONTHS})\.?,?[\s-]+\d{{4}}"
    r")(?!\d)"
)
_ZONE = r"(?:\s*(?:(?-i:Z|[A-Z]{2,5}|\([A-Z]{2,5}\))|(?:UTC|GMT)?\s*[+-]\d{1,2}:?(?:\d{2})?))*"
_CLOCK = rf"\d{{1,2}}[:.h]?\d{{2}}(?:[:.]?\d{{2}}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?{_ZONE}"
_TIME = rf"(?:(?:T|[\s,|·-]+(?:at\s+)?){_CLOCK})?"
_WHOLE = re.compile(rf"{_DATE}{_TIME}", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")

_LABEL = r"(?:first\s+)?(?:published|posted|publication date|date|dated|issued)\b"
_NAME = r"(?-i:(?:and|of|for|in|at|the|[ap]\.?m\.?|[^\sa-z]\S*[,|]?) )"  # a word of a byline
_BYLINE = (
    r"(?!(?:photo|file|image|picture|updated|last)\b)"
    rf"(?:by {_NAME}{{1,12}}|{_NAME}{{1,12}}(?<=[,|:·•–—-] ))"
)
_CITY = r"(?-i:[A-Z][A-Z .,'/-]{2,60}?)(?:\([^()]{1,40}\))?"
_LINES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_LABEL}(?:\s+(?:on|at))?\s*[:|–—-]?\s*{_DATE}.{{0,80}}",
        rf"(?:{_BYLINE})?{_DATE}{_TIME}",
        rf"{_CITY}[\s,(]+{_DATE}\)?.{{0,40}}?\s[-–—]+\s.*",
        rf"(?:last\s+)?(?:updated|modified)(?:\s+(?:on|at))?\s*[:|–—-]?\s*{_DATE}{_TIME}",
    )
)


def iso_date(written: str) -> str | None:
    """Return the day that an ISO 8601, RFC 2822 or plainly written date names.

    The day stays as it is written, whatever the time zone. A partial date, one that leaves
    open which number is the month, and one that no calendar has give ``None``.

    >>> iso_date("Tue, 09 Feb 2021 23:28:00 -0500"), iso_date("2021-02-30")
    ('2021-02-09', None)
    """
    written = written.strip()
    if compact := _COMPACT.fullmatch(written):
        return _day(*compact.groups())
    match = _WHOLE.fullmatch(written)
    return _day(*_parts(match["date"])) if match else None


def dateline(text: str) -> str | None:
    r"""Return the day that one of the first five lines with words gives as the publication's.

    >>> dateline("Firm opens lab\nPublished: Feb 09, 2021 09:28 PM")
    '2021-02-09'
    """
    rows = (
        " ".join(line.replace("*", "").split())[:200].strip("()[]_# ")
        for line in text[:20_000].split("\n")
    )
    lines = tuple(islice(filter(None, rows), 5))
    for pattern in _LINES:
        for line in lines:
            if (match := pattern.fullmatch(line)) and (day := _day(*_parts(match["date"]))):
                return day
    return None


def _parts(written: str) -> tuple[str, str, str]:
    """Return year, month and day; the month as a number or by its first three letters."""
    if written[:4].isdigit():
        year, month, day = re.split("[-/.]", written)
        return year, month, day
    month = re.search(rf"\b(?:{_MONTHS})\b", written, re.IGNORECASE)
    day, year = re.findall(r"\d+", written)
    return year, month[0][:3].lower() if month else "", day


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(_NUMBERS.get(month, month)), int(day)).isoformat()
    except ValueError:
        return None
