"""When an office is held, by the words before it: "Ann Lee, until May a judge", "now head of"."""

import re

from spacy.tokens import Doc

from kgbuild.extract.text.tagsets import DASHES

_LONGEST = 8
"""Tokens between the comma behind a name and the office."""
_TIMES = re.compile(r"long|now|presently|currently|today", re.IGNORECASE)
_BYGONE = re.compile(
    r"(?:un)?till? (?:now|then|recently|lately|(?:last |this |the |early |late )?\w+(?: \d{4})?)"
    r"|at (?:one|the|that) time|in (?:his|her) (?:youth|day|time)|back then"
    r"|formerly|previously|once|then|hitherto|lately",
    re.IGNORECASE,
)
_PARTS = DASHES | {",", "("}


def comma_before(doc: Doc, place: int, first: int) -> int | None:
    """Return the comma, or the dash, that parts a name from an office, words of time aside."""
    comma = _comma(doc, place, first)
    if comma is None or comma == place:
        return comma
    said = doc[comma + 1 : place + 1].text
    return comma if _TIMES.fullmatch(said) or _BYGONE.fullmatch(said) else None


def is_bygone(doc: Doc, start: int, first: int) -> bool:
    """Say whether words before an office put it behind: "until May a judge", "once the coach"."""
    place = start - 1 - (doc[start - 1].tag_ == "DT") if start > first else first
    comma = _comma(doc, place, first)
    if comma is None:
        return False
    ends = [place + 1, *(i for i in range(place, comma, -1) if doc[i].tag_ in {"DT", "NNP"})]
    return any(_BYGONE.fullmatch(doc[comma + 1 : i].text) for i in ends)


def _comma(doc: Doc, place: int, first: int) -> int | None:
    least = max(first, place - _LONGEST)
    return next((i for i in range(place, least, -1) if doc[i].text in _PARTS), None)
