"""Names that a text says are one thing's: "X, also known as Y", "X (né Y)", "X, formerly Y"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from kgbuild import names as spelling
from kgbuild.extract.names import alias_phrases, birth_names, tickers
from kgbuild.extract.text.lexicon import is_place, state
from kgbuild.extract.text.paragraphs import Paragraph, text_in, text_of, vocabulary
from kgbuild.extract.text.spans import Name, printed
from kgbuild.extract.text.tagsets import QUOTES
from kgbuild.model import Type

LONGEST = 5
"""Tokens of an alias in quotes that nobody took for a name."""
_INNER_BRACKET = re.compile(r"(.+ )\(([A-Z]\w+)\) (.+)")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_POSSESSIVES = frozenset({"'s", "'"})


def typed(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> list[Name]:
    """Return the names, a person's alias a person's: Jimmy Chérizard, known as Barbecue.

    And a body's a body's: the United Indigenous Party, known as Bersatu.
    """
    persons, bodies = set[str](), set[str]()
    for left, right in pairwise(names):
        doc = paragraphs[left.paragraph].doc
        if left.paragraph != right.paragraph:
            continue
        if left.type is not Type.PERSON:
            between = text_of(doc)[doc[left.end].idx : doc[right.start].idx]
            if right.type is Type.PERSON and alias_phrases.is_of_person(between):
                persons.add(text_in(doc, left.start, left.end))
            elif _is_of_body(doc, left, right):
                bodies.add(text_in(doc, right.start, right.end))
            continue
        if right.type is Type.PERSON or _is_born(doc, right):
            continue
        if _in_another_script(doc, left).start == right.start or _equates(doc, left, right):
            persons.add(text_in(doc, right.start, right.end))
    types = dict.fromkeys(bodies, Type.ORGANIZATION) | dict.fromkeys(persons, Type.PERSON)
    if not types:
        return list(names)
    return [
        replace(n, type=types.get(text_in(paragraphs[n.paragraph].doc, n.start, n.end), n.type))
        for n in names
    ]


def _is_of_body(doc: Doc, body: Name, name: Name) -> bool:
    """Say whether a name that was taken for a person's or a town's is another of a body's."""
    if body.type is not Type.ORGANIZATION or name.type not in {Type.PERSON, Type.PLACE}:
        return False
    return not is_place(text_in(doc, name.start, name.end)) and _equates(doc, body, name)


def pairs(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield the places of two names that the text calls one thing by, the usual name first."""
    for i, (left, right) in enumerate(pairwise(names)):
        if left.paragraph == right.paragraph and left.type is right.type:
            doc = paragraphs[left.paragraph].doc
            if _is_bracketed(doc, left, right):
                yield i, i + 1
            elif _equates(doc, left, right):
                yield from ((i, j) for j in _listed(doc, names, i + 1))
    yield from _with_parts(paragraphs, names)
    yield from birth_names.pairs(paragraphs, names)
    yield from tickers.pairs(paragraphs, names)


def _listed(doc: Doc, names: Sequence[Name], i: int) -> Iterator[int]:
    """Yield an alias and the one joined to it: "who goes by Victor Grinko and Vik Green"."""
    yield i
    if i + 1 == len(names) or names[i + 1].paragraph != names[i].paragraph:
        return
    one, other = names[i], names[i + 1]
    between = text_in(doc, one.end, other.start)
    if between in {"and", "or"} and {one.type, other.type} == {Type.PERSON}:
        yield i + 1


def untagged(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Name]:
    """Yield aliases in quotes that were not found as names themselves: alias "Barbecue"."""
    taken = {(n.paragraph, i) for n in names for i in range(n.start, n.end)}
    for name in names:
        doc = paragraphs[name.paragraph].doc
        if QUOTES.isdisjoint(vocabulary(doc)):
            continue
        last = min(len(doc), name.end + 12)
        start = next((i for i in range(name.end, last) if doc[i].text in QUOTES), None)
        end = next((i for i in range((start or last) + 1, last) if doc[i].text in QUOTES), None)
        if start is None or end is None or not alias_phrases.equate(doc, name, start + 1, end):
            continue
        inner = range(start + 1, end)
        free = all((name.paragraph, i) not in taken for i in range(name.end, end + 1))
        if free and 0 < len(inner) <= LONGEST and any(doc[i].is_title for i in inner):
            yield Name(name.paragraph, start + 1, inner.stop, name.type)
    for name in names:
        doc = paragraphs[name.paragraph].doc
        inner = _in_another_script(doc, name)
        if inner and all((name.paragraph, i) not in taken for i in inner):
            yield Name(name.paragraph, inner.start, inner.stop, name.type)


def _in_another_script(doc: Doc, name: Name) -> range:
    """Return the tokens of the name in brackets behind it in letters of another script."""
    if text_in(doc, name.end, name.end + 1) != "(":
        return range(0)
    start = end = name.end + 1
    while end < len(doc) and doc[end].is_alpha and not _LATIN.search(doc[end].text):
        end += 1
    closed = end < len(doc) and doc[end].text in {")", ",", ";"}
    return range(start, end) if closed and end - start <= LONGEST else range(0)


def _is_born(doc: Doc, name: Name) -> bool:
    """Say whether "born" stands before: a place may follow, "Ann Lee, born Lima 1950"."""
    return doc[max(0, name.start - 1)].lower_ == "born"


def _equates(doc: Doc, left: Name, right: Name) -> bool:
    behind = text_in(doc, right.end, right.end + 1)
    if behind in _POSSESSIVES and doc[right.start - 1].text not in QUOTES:
        return False  # "Ann Lee, formerly Acme's head"
    if left.type is Type.PLACE and state(text_in(doc, right.start, right.end)):
        return False
    if behind == "of" and doc[right.start - 1].lower_ == "the":
        return False  # "known as the Messi of Leeds"
    return alias_phrases.equate(doc, left, right.start, right.end)


def _is_bracketed(doc: Doc, left: Name, right: Name) -> bool:
    """Say whether the name stands in brackets in another script or the other way round."""
    inner = _in_another_script(doc, left)
    if inner and inner.start == right.start:
        return True
    between = doc[left.end : right.start]
    if left.type is not Type.PERSON or not between or between[0].text != "(":
        return False
    here, there = (_key(doc, name).split() for name in (left, right))
    return len(here) > 1 and sorted(here) == sorted(there)


def _with_parts(
    paragraphs: Sequence[Paragraph], names: Sequence[Name]
) -> Iterator[tuple[int, int]]:
    """Yield each name with those that are what its quotes or brackets set off, or leave."""
    places: dict[tuple[Type, str], list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        places[name.type, _key(paragraphs[name.paragraph].doc, name)].append(i)
    for i, name in enumerate(names):
        for part in _parts(name.type, printed(paragraphs[name.paragraph].doc, name)):
            yield from ((i, j) for j in places[name.type, spelling.normalise(name.type, part)])


def _parts(type_: Type, name: str) -> Iterator[str]:
    """Yield what else one may be called whose name has a nickname, or letters in brackets.

    Of "the Justice and Development (AK) Party", the "AK Party" and "Justice and Development Party".
    """
    nickname = spelling.nickname(name) if type_ is Type.PERSON else None
    if nickname:
        yield nickname
    if bracket := _INNER_BRACKET.fullmatch(name):
        yield from (bracket.expand(r"\1\3"), bracket.expand(r"\2 \3"))


def _key(doc: Doc, name: Name) -> str:
    return spelling.normalise(name.type, printed(doc, name))
