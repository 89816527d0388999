"""What kind of thing a name is by its own words: "Ann Lee", "Bank of Bath", "Oleh B."."""

import re

from spacy.tokens import Doc, Token

from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lexicon import (
    is_given,
    is_place,
    is_town,
    sex_of_given,
    state_by_capital,
    state_of_people,
    words,
)
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.model import Type

_INITIAL = re.compile(r"[^\W\d_]\.")
_SIDES = frozenset({"left", "right", "west"})
"""Of a river; the South Bank may be a bank."""
ADHERENTS = frozenset({"democrat", "democrats"})
"""Who is one may be told as persons are, "a Christian Democrat who", and bears a party's name."""


def told_by_words(doc: Doc, start: int, end: int) -> Type | None:
    """Return what a name of several words is by its own first or last one."""
    name = text_in(doc, start, end)
    if name.removeprefix("the ") in words("organization", "names"):
        return Type.ORGANIZATION
    if is_place(name) or (end - start > 1 and state_by_capital(name)):
        return Type.PLACE
    if end - start < 2:
        return Type.ORGANIZATION if is_acronym(doc, start, end) else None
    if end - start == 2 and _INITIAL.fullmatch(doc[end - 1].text) and doc[start].is_title:
        return Type.PERSON  # as courts name the accused: "Oleh B."
    if is_title(doc[start]) and doc[start + 1].lower_ == "of":
        return None  # Secretary of State
    riverside = end - start == 2 and doc[start].lower_ in _SIDES and _last(doc, end) == "bank"
    if not riverside and _is_body(doc, start, end):
        return Type.ORGANIZATION
    return Type.PLACE if riverside or _is_place(doc, start, end) else None


def is_acronym(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is of three to six capitals and nothing else: "BMW"."""
    word = doc[start].text
    return end - start == 1 and word.isupper() and word.isalpha() and 3 <= len(word) <= 6


def _last(doc: Doc, end: int) -> str:
    return doc[end - 1].lower_.rstrip(".,")


def _is_body(doc: Doc, start: int, end: int) -> bool:
    """Say whether it begins or ends as bodies' names do: "Bank of Bath", "Lee Holdings"."""
    heads = words("organization", "heads")
    first, last = doc[start].lower_, _last(doc, end)
    if last in heads or last in words("organization", "trades") or last in ADHERENTS:
        return True
    headed = first in heads and doc[start + 1].lower_ in {"of", "for"}
    return headed or first in words("organization", "first")


def _is_place(doc: Doc, start: int, end: int) -> bool:
    """Say whether it ends as places' names do, or as a quarter in which a body has its seat."""
    last = _last(doc, end)
    quarter = last in words("place", "quarters") and start > 1 and doc[start - 1].text == ","
    seat = quarter and doc[start - 2].ent_type_ == "ORG"
    return seat or last in words("place", "heads")


def is_person_by_first(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name begins as persons' do: with an honorific or a common given name."""
    name = text_in(doc, start, end)
    if name in words("organization", "personal") or any(t.is_lower for t in doc[start:end]):
        return False
    start += bool(state_of_people(doc[start].text))
    if not 2 <= end - start <= 4:
        return False
    given = is_given(doc[start].lower_.rstrip("."))
    called = given and end - start <= 3 and doc[end - 1].is_alpha
    return called or _is_honorific(doc[start])


def is_called_like_person(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is a rarer given name and one or two others: "Nevzat Salim"."""
    name = doc[start:end]
    if not 2 <= len(name) <= 3 or name.text in words("organization", "personal"):
        return False
    plain = all(t.is_title and t.text.replace("-", "").isalpha() for t in name)
    first, last = name[0], name[-1].lower_
    if not plain or sex_of_given(first.text) is None or is_town(first.text):
        return False
    others = words("organization", "parties") | words("place", "heads") | {"fort"}
    if not others.isdisjoint(t.lower_ for t in name) or last in words("place", "taken_up"):
        return False
    return state_of_people(first.text) is None


def is_titled(doc: Doc, start: int, end: int) -> bool:
    """Say whether a given name stands behind an honorific: "Cr Bob Moss"."""
    titled = end - start > 2 and _is_honorific(doc[start])
    return titled and sex_of_given(doc[start + 1].text) is not None


def _is_honorific(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in words("person", "honorifics") and word != "st"
