"""Acronyms of a full name: told right behind it, "the Red Cross (RC)", or its first letters."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Span

from kgbuild import names as spelling
from kgbuild.extract.names import tickers
from kgbuild.extract.names.short_forms import is_acronym, is_introduced
from kgbuild.extract.text import lexicon
from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.paragraphs import Paragraph, text_in, texts_of
from kgbuild.extract.text.spans import Name, printed, printed_in
from kgbuild.model import Type

LONGEST_MARK = 3
SHORTEST = 3
"""Letters of an acronym that is told by its letters alone."""
_SMALL = frozenset("& a and for in la of on the to".split())
_BETWEEN = frozenset({"(", '("', ", or", "or", ", known as", "known as", ", also known as"})
_ASIDES = frozenset({",", ", the"})


def pairs(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places: a full name and the short one in brackets after it."""
    foreign = _foreign(paragraphs, names)
    for i, (left, right) in enumerate(pairwise(names)):
        if left.paragraph != right.paragraph or left.type is not right.type:
            continue
        doc = paragraphs[left.paragraph].doc
        short = text_in(doc, right.start, right.end)
        between = text_in(doc, left.end, right.start)
        introduced = is_introduced(short, text_in(doc, left.start, left.end))
        set_off = between in _BETWEEN or (
            between in _ASIDES and left.end - left.start > 1 and _is_aside(doc, right)
        )
        opened = short in foreign and _opens(between)
        told = between == ", or" and _is_first_told(paragraphs, names, i + 1)
        aside = between == ", the" and is_acronym(short) and _is_apposed(doc, left, right)
        if opened or (introduced and set_off) or told or aside:
            yield i, i + 1


def _is_first_told(paragraphs: Sequence[Paragraph], names: Sequence[Name], i: int) -> bool:
    """Say whether ", or" tells letters of another tongue: "the Kurdistan Workers' Party, or PKK".

    They stand between commas and were not named before; "the Red Cross, the UN, or ICRC" is a list.
    """
    full, name = names[i - 1], names[i]
    doc = paragraphs[name.paragraph].doc
    short = text_in(doc, name.start, name.end)
    if not is_acronym(short) or short.lower() in lexicon.words("organization", "government"):
        return False
    listed = text_in(doc, max(0, full.start - 2), full.start).startswith(",")
    several = full.end - full.start > 1 and full.type is Type.ORGANIZATION
    before = any(printed_in(paragraphs, other) == short for other in names[:i])
    closed = text_in(doc, name.end, name.end + 1) in {",", ".", ")", ";"}
    return several and closed and not (listed or before)


def _is_aside(doc: Doc, name: Name) -> bool:
    """Say whether an acronym stands between commas, and in no list: "Ostmark Bahn, OB, said"."""
    behind = doc[name.end : name.end + 2]
    closed = behind.text[:1] in {",", ".", ")"} and name.end - name.start == 1
    listed = len(behind) > 1 and (behind[1].tag_ in {"CC", "NNP"} or behind[1].text == "&")
    return closed and not listed and doc[name.start].is_upper


def _is_apposed(doc: Doc, left: Name, right: Name) -> bool:
    """Say whether letters between commas are another tongue's: "the Tax Service, the FNS, said"."""
    one, other = doc[left.start : left.end].root, doc[right.start : right.end].root
    behind = doc[right.end : right.end + 2]
    closed = behind.text[:1] in {",", "."} and behind[-1].tag_[:2] not in {"DT", "NN", "CC"}
    return closed and left.end - left.start > 1 and other.dep_ == "appos" and other.head == one


def _foreign(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> frozenset[str]:
    """Return acronyms of another tongue: "the Swedish Post and Telecom Authority (PTS)".

    They stand in brackets after one body alone, and elsewhere without, or the body's name tells
    its kind: a country's or a stock's mark, "(ENG)", does not. Longer ones, "(SWAPO)", are no
    such mark.
    """
    bodies: dict[str, set[str]] = defaultdict(set)
    alone: set[str] = set()
    for place, name in enumerate(names):
        doc = paragraphs[name.paragraph].doc
        short = text_in(doc, name.start, name.end)
        if not is_acronym(short):
            continue
        opened = name.start and doc[name.start - 1].text == "("
        if not opened or (len(short) > LONGEST_MARK and short not in tickers.EXCHANGES):
            alone.add(short)
        if not opened:
            continue
        before = names[place - 1] if place else None
        if before is not None and before.paragraph == name.paragraph:
            body = doc[before.start : before.end]
            tells = _tells_kind(body)
            if _stands_before(short, body):
                continue
            if (len(body) > 1 or tells) and _opens(text_in(doc, before.end, name.start)):
                bodies[short].add(body.text)
                if short not in tickers.EXCHANGES and tells:
                    alone.add(short)
    return frozenset(short for short in alone if len(bodies[short]) == 1)


def _stands_before(short: str, body: Span) -> bool:
    """Say whether the letters are their own name: "the FBI, New York Field Office (FBI)"."""
    doc = body.doc
    before = [t for t in doc[body.sent.start : body.start] if t.text == short]
    return any(doc[max(0, t.i - 1)].text != "(" for t in before)


def _tells_kind(body: Span) -> bool:
    """Say whether a word of a name says which body it is: Congo River Alliance, Socialists."""
    kinds = lexicon.words("organization", "bodies") | lexicon.words("organization", "parties")
    return any({t.lower_, t.lower_.removesuffix("s")} & kinds for t in (body[0], body[-1]))


def _opens(between: str) -> bool:
    """Say whether a bracket is opened behind a name, at most its kind between: "party ("."""
    kind = between.removesuffix("(").strip()
    return between.endswith("(") and (not kind or kind in lexicon.words("organization", "bodies"))


def untagged(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Name]:
    """Yield acronyms in brackets after a name, or of a body, that were not found as names."""
    taken = {(n.paragraph, i) for n in names for i in range(n.start, n.end)}
    full = _full(paragraphs, names)
    for index, paragraph in enumerate(paragraphs):
        for i, short in enumerate(texts_of(paragraph.doc) if full else ()):
            if not short[0].isupper() or (index, i) in taken:
                continue
            if _body(short, full) is None or is_title(paragraph.doc[i]):
                continue
            yield Name(index, i, i + 1, Type.ORGANIZATION)
            taken.add((index, i))
    for name in names:
        doc: Doc = paragraphs[name.paragraph].doc
        at = name.end + 1
        if at + 1 >= len(doc) or doc[name.end].text != "(" or doc[at + 1].text != ")":
            continue
        if (name.paragraph, at) in taken or name.type is Type.PERSON or not doc[at].text.isupper():
            continue
        if is_introduced(doc[at].text, printed(doc, name)):
            yield Name(name.paragraph, at, at + 1, name.type)


def typed(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> list[Name]:
    """Return the names, a body's where they are the first letters of one body's: BOJ."""
    full = _full(paragraphs, names)
    return [
        replace(name, type=Type.ORGANIZATION)
        if name.type in {Type.PERSON, Type.PLACE}
        and _body(printed_in(paragraphs, name), full) is not None
        else name
        for name in names
    ]


def alone(
    paragraphs: Sequence[Paragraph], names: Sequence[Name], told: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield the places of a full name and of each acronym of its first letters, wherever it is.

    It is none of those that are told right behind a name, and fits one body alone.
    """
    full = _full(paragraphs, names)
    for i, name in enumerate(names):
        short = printed_in(paragraphs, name)
        if name.type is Type.ORGANIZATION and short not in told:
            place = _body(short, full)
            if place is not None:
                yield place, i


def _full(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> dict[str, tuple[int, str]]:
    """Return where each body of several words is first named, and how, by its normal name."""
    found: dict[str, tuple[int, str]] = {}
    for i, name in enumerate(names):
        printed = printed_in(paragraphs, name)
        if name.type is Type.ORGANIZATION and len(printed.split()) > 1:
            key = spelling.normalise(name.type, printed)
            found.setdefault(key, (i, printed))
    return found


def _body(short: str, full: dict[str, tuple[int, str]]) -> int | None:
    """Return the place of the one body that the letters fit, with its state if it is ever named."""
    if not full or len(short) < SHORTEST or not is_acronym(short):
        return None  # nearly every word: the bodies need not be asked
    fit = [key for key, (_, printed) in full.items() if fits(short, printed)]
    fit = [key for key in fit if not any(other.endswith(f" {key}") for other in fit)]
    return full[fit[0]][0] if len(fit) == 1 else None


def fits(short: str, full: str) -> bool:
    """Say whether an acronym is of the first letters of a name: BoJ of the Bank of Japan."""
    told = len(short) >= SHORTEST and is_acronym(short)
    return told and letters(full).fullmatch(short.upper()) is not None


@cache
def letters(full: str) -> re.Pattern[str]:
    """Return what an acronym of a name is: the first letter of each word, of small ones or none.

    Its legal form may be left out, and its state. UN and the like come whole.

    >>> [bool(letters("U.S. Oil and Gas Corp.").fullmatch(s)) for s in ("OGC", "USOAG", "OG", "UG")]
    [True, True, True, False]
    """
    words = re.sub(r"[’']s?(?= )|[,.()]", "", full.replace("U.S.", "US")).replace("-", " ").split()
    return re.compile("".join(_letter(words, i) for i in range(len(words))))


def _letter(words: Sequence[str], place: int) -> str:
    word = words[place]
    whole = word.isupper() and len(word) < len("UNESCO")
    letter = f"(?:{re.escape(word)}|{re.escape(word[0])})" if whole else re.escape(word[0].upper())
    behind = words[place:]
    state = lexicon.state(word) or lexicon.state_of_people(word)
    left_out = (
        word.lower() in _SMALL
        or (place == 0 and state)
        or (place and all(w.lower() in spelling.LEGAL_FORMS for w in behind))
    )
    return f"{letter}?" if left_out else letter
