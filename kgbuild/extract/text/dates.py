"""When: the dates a sentence names, as ISO dates to the year, month or day.

Nothing is taken from a clock: "on Tuesday" counts from the article's own date, and
without one it is no date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from spacy.tokens import Span, Token

from kgbuild.extract.text.paragraphs import text_of

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
_DATE = re.compile(rf"{_LEAD}\b(?:{_ONE})", re.IGNORECASE)
_RANGE = re.compile(
    rf"\b(?:from|between)\s+(?P<since>{_PLAIN})\s+(?:to|until|till|and)\s+(?P<until>{_PLAIN})",
    re.IGNORECASE,
)
_DATED = frozenset({"in", "since", "until", "till"})
_NOT = re.compile(r"\b(?:not|rather than|instead of)\s+$")
_FROM = re.compile(r"\b(?:from|effective|starting|beginning)\s+(?:from\s+|on\s+)?", re.IGNORECASE)
_STOP = re.compile(r"[,;:()]|\s[–—-]\s|\b(?:who|whom|whose|which)\b")
_THAT_YEAR = re.compile(r"\s+(?:of\s+)?(?:that|the\s+same)\s+year\b", re.IGNORECASE)
_LATER = re.compile(
    r"\s+(a|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)\s+years?\s+"
    r"(later|after(?:wards)?|earlier|before)\b(?!\s+\w)",
    re.IGNORECASE,
)
_NUMERALS = "a one two three four five six seven eight nine ten".split()
_VAGUE = frozenset({"before", "after", "by", "next"})


@dataclass(frozen=True, slots=True)
class When:
    """A date in a sentence: which characters of it, and since and until when it says."""

    start: int
    end: int
    since: str | None = None
    until: str | None = None


def near(word: Token, span: Span, published: str | None, *, ahead: bool = False) -> When | None:
    """Return the one date of the sentence that goes with a word, if there is just one.

    A date goes with the verb that it hangs on; ``ahead`` reads "on Friday" as the next.
    """
    text = text_of(span)
    found = [w for w in _all(text, published, ahead=ahead) if _goes_with(w, word, span)]
    place = word.idx - span.start_char  # "head of Acme until 2019, joined": not until then
    dates = [w for w in found if w.since or (w.until and (w.start > place or not w.start))]
    if word.tag_ in {"VBZ", "VBP"} and not ahead:  # "today owns Beta": since when is not said
        dates = [w for w in dates if not _is_today(text[w.start : w.end])]
    return dates[0] if len(dates) == 1 else _joined(dates)


def shifted(when: When, text: str, place: int) -> When:
    """Return the date as what stands behind a place of the sentence counts from it.

    >>> text = "It was sanctioned by Canada in 2021 and by Japan a year later."
    >>> shifted(When(31, 35, "2021"), text, 48).since
    '2022'
    """
    match = _LATER.match(text, place)
    if match is None or when.since is None or when.start > place:
        return when
    number, way = match[1].lower(), match[2].lower()
    years = int(number) if number.isdigit() else max(1, _NUMERALS.index(number))
    back = way in {"earlier", "before"}
    return replace(when, since=str(int(when.since[:4]) + (-years if back else years)))


def _is_today(text: str) -> bool:
    return text.strip().lower() == "today"


def was_ahead(verb: Token) -> bool:
    """Say whether a deed was yet to be done at a time gone by: "was due to meet her on Friday"."""
    above = verb.head
    if verb.dep_ != "xcomp":
        return False
    beside = (above, *above.children, *((above.head,) if above.dep_ == "acomp" else ()))
    return any(t.lower_ in {"was", "were"} for t in beside)


def nearer(one: When | None, other: When | None, published: str | None) -> When | None:
    """Return the one whose day is nearer to the article's, the first where that is not certain.

    >>> nearer(When(0, 1, "2024-05-16"), When(0, 1, "2024-05-09"), "2024-05-10").since
    '2024-05-09'
    """
    base = _parsed(published)
    first, second = (_parsed(w.since) if w else None for w in (one, other))
    if base is None or first is None or second is None:
        return one
    return other if abs(second - base) < abs(first - base) else one


def behind(place: int, span: Span, published: str | None) -> When | None:
    """Return the one date between a code point of the document and the next comma or clause.

    So an office in apposition is dated: "governor of Kano from 2003 to 2011, was held".
    """
    low = place - span.start_char
    text = text_of(span)
    stop = _STOP.search(text, low)
    high = stop.start() if stop else len(text)
    dates = [w for w in _all(text, published, ahead=False) if low <= w.start < high]
    return dates[0] if len(dates) == 1 else None


def to_come(verb: Token, span: Span, published: str | None, *, anywhere: bool = False) -> bool:
    """Say whether a day that goes with the verb is after the article's, none before it.

    ``anywhere`` takes any day behind the verb if none hangs on it.
    """
    if published is None:
        return False
    dates = _all(text_of(span), published, ahead=True)
    found = [w for w in dates if _goes_with(w, verb, span)]
    if not found and anywhere:
        found = [w for w in dates if w.start > verb.idx - span.start_char]
    after = [w for w in found if w.start > verb.idx - span.start_char]
    days = [w.since for w in after or found if w.since]
    return bool(days) and all(day > published[: len(day)] for day in days)


def starts_later(span: Span, published: str | None) -> bool:
    """Say whether the sentence names a day after the article's from which it is so."""
    text = text_of(span)
    if published is None or not _hint(text):
        return False
    begins = (_value(f"in {text[m.end() :]}", published, ahead=True) for m in _FROM.finditer(text))
    return any(day is not None and day > published[: len(day)] for day in begins)


@lru_cache(maxsize=64)
def _all(text: str, published: str | None, *, ahead: bool) -> tuple[When, ...]:
    """Return the dates of a sentence, which every tie in it asks for."""
    return tuple(find(text, published, ahead=ahead)) if _hint(text) else ()


def find(text: str, published: str | None, *, ahead: bool = False) -> Iterator[When]:
    """Yield the dates that a sentence names, as far as they are certain.

    >>> [(w.since, w.until) for w in find("It ran from May 2001 to 2010.", None)]
    [('2001-05', '2010')]
    >>> [(w.since, w.until) for w in find("He left on Tuesday.", "2021-02-10")]
    [('2021-02-09', None)]
    """
    taken = 0
    for match in _RANGE.finditer(text):
        since, until = (_value(match[k], published, ahead=ahead) for k in ("since", "until"))
        if since and until:
            yield When(match.start(), match.end(), since, until)
            taken = match.end()
    for match in _DATE.finditer(text, taken):
        lead = (match["lead"] or "").lower()
        value = _iso(match, published, ahead=ahead)
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


def _hint(text: str) -> bool:
    """Say cheaply whether a date is worth looking for."""
    return any(c.isdigit() for c in text) or bool(_WORDS.search(text))


_WORDS = re.compile(rf"\b(?:{_MONTH}|{'|'.join(DAYS)}|today|yesterday|last|this)\b", re.IGNORECASE)


def _value(text: str, published: str | None, *, ahead: bool) -> str | None:
    match = _DATE.match(text)
    return _iso(match, published, ahead=ahead) if match else None


def _iso(match: re.Match[str], published: str | None, *, ahead: bool) -> str | None:
    if match["iso"]:
        return _checked(*map(int, match["iso"].split("-")))
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    month = match["m1"] or match["m2"] or match["m3"] or match["m4"]
    day = match["d1"] or match["d2"]
    number = _NUMBER[month[:3].lower()] if month else None
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
    base = _parsed(published)
    if base is None:
        return None
    if word := match["day"]:
        return _of_day(word.lower(), base, ahead=ahead)
    if unit := match["unit"]:
        which, length = unit.lower().split()
        return _of_unit(which, length, base)
    # A bare "May" may be the verb or a name: only "in May", "until May" and "on May 5" are dates.
    if month is None or (day is None and (match["lead"] or "").lower() not in _DATED):
        return None
    if not match[0][-1:].strip():
        return None
    return _nearest_year(base, month, day, ahead=ahead)


def _parsed(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _of_day(word: str, base: date, *, ahead: bool) -> str:
    if word in {"today", "yesterday"}:
        return (base - timedelta(days=word == "yesterday")).isoformat()
    back = (base.weekday() - DAYS.index(word)) % 7
    if ahead:
        return (base + timedelta(days=(7 - back) % 7)).isoformat()
    return (base - timedelta(days=back)).isoformat()


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


def _goes_with(when: When, word: Token, span: Span) -> bool:
    """Say whether the date's words hang on the verb, by way of nouns and prepositions."""
    tokens = span.char_span(when.start, when.end, alignment_mode="expand")
    token = tokens.root if tokens is not None else None
    for _ in range(6):
        if token is None or token.i == word.i:
            return token is not None
        if token.pos_ in {"VERB", "AUX"} or token.dep_ == "ROOT":
            return False
        token = token.head
    return False


def _joined(dates: list[When]) -> When | None:
    """Put "since 2001" and "until 2010" of one verb together; two of a kind are no date."""
    since = [w for w in dates if w.since and not w.until]
    until = [w for w in dates if w.until and not w.since]
    if len(dates) == 2 and len(since) == len(until) == 1:
        return When(dates[0].start, dates[1].end, since[0].since, until[0].until)
    return None
