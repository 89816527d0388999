"""Which of the dates that a sentence names is a word's, and what is still to come by them."""

import re
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Span, Token

from kgbuild.extract.text.dates import When, day_of, find, iso, may_name
from kgbuild.extract.text.paragraphs import text_of

_FROM = re.compile(r"\b(?:from|effective|starting|beginning)\s+(?:from\s+|on\s+)?", re.IGNORECASE)
_STOP = re.compile(r"[,;:()]|\s[–—-]\s|\b(?:who|whom|whose|which)\b")
_NUMERALS = "a one two three four five six seven eight nine ten".split()
_LATER = re.compile(
    rf"\s+({'|'.join(_NUMERALS)}|\d\d?)\s+years?\s+"
    r"(later|after(?:wards)?|earlier|before)\b(?!\s+\w)",
    re.IGNORECASE,
)


def near(word: Token, span: Span, published: str | None, *, ahead: bool = False) -> When | None:
    """Return the one date of the sentence that goes with a word, if there is just one.

    A date goes with the verb that it hangs on; ``ahead`` reads "on Friday" as the next.
    """
    text = text_of(span)
    found = [w for w in _dates(text, published, ahead=ahead) if _goes_with(w, word, span)]
    place = word.idx - span.start_char  # "head of Acme until 2019, joined": not until then
    dates = [w for w in found if w.since or (w.until and (w.start > place or not w.start))]
    if word.tag_ in {"VBZ", "VBP"} and not ahead:  # "today owns Beta": since when is not said
        dates = [w for w in dates if text[w.start : w.end].strip().lower() != "today"]
    return dates[0] if len(dates) == 1 else _joined(dates)


def behind(place: int, span: Span, published: str | None) -> When | None:
    """Return the one date between a code point of the document and the next comma or clause.

    So an office in apposition is dated: "governor of Kano from 2003 to 2011, was held".
    """
    low = place - span.start_char
    text = text_of(span)
    stop = _STOP.search(text, low)
    high = stop.start() if stop else len(text)
    dates = [w for w in _dates(text, published, ahead=False) if low <= w.start < high]
    return dates[0] if len(dates) == 1 else None


def nearer(one: When | None, other: When | None, published: str | None) -> When | None:
    """Return the one whose day is nearer to the article's, the first where that is not certain.

    >>> nearer(When(0, 1, "2024-05-16"), When(0, 1, "2024-05-09"), "2024-05-10").since
    '2024-05-09'
    """
    base = day_of(published)
    first, second = (day_of(w.since) if w else None for w in (one, other))
    if base is None or first is None or second is None:
        return one
    return other if abs(second - base) < abs(first - base) else one


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


def was_ahead(verb: Token) -> bool:
    """Say whether a deed was yet to be done at a time gone by: "was due to meet her on Friday"."""
    above = verb.head
    if verb.dep_ != "xcomp":
        return False
    beside = (above, *above.children, *((above.head,) if above.dep_ == "acomp" else ()))
    return any(t.lower_ in {"was", "were"} for t in beside)


def to_come(verb: Token, span: Span, published: str | None, *, anywhere: bool = False) -> bool:
    """Say whether a day that goes with the verb is after the article's, none before it.

    ``anywhere`` takes any day behind the verb if none hangs on it.
    """
    if published is None:
        return False
    dates = _dates(text_of(span), published, ahead=True)
    found = [w for w in dates if _goes_with(w, verb, span)]
    if not found and anywhere:
        found = [w for w in dates if w.start > verb.idx - span.start_char]
    after = [w for w in found if w.start > verb.idx - span.start_char]
    days = [w.since for w in after or found if w.since]
    return bool(days) and all(day > published[: len(day)] for day in days)


def starts_later(span: Span, published: str | None) -> bool:
    """Say whether the sentence names a day after the article's from which it is so."""
    text = text_of(span)
    if published is None or not may_name(text):
        return False
    begins = (iso(f"in {text[m.end() :]}", published, ahead=True) for m in _FROM.finditer(text))
    return any(day is not None and day > published[: len(day)] for day in begins)


@lru_cache(maxsize=64)
def _dates(text: str, published: str | None, *, ahead: bool) -> tuple[When, ...]:
    """Return the dates of a sentence, which every tie in it asks for."""
    return tuple(find(text, published, ahead=ahead)) if may_name(text) else ()


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
