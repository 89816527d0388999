"""Short names that are told right behind the full one: "the Red Cross (RC)", "Acme Bank, AB,"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from kgbuild.extract import aliases, lexicon
from kgbuild.extract.paragraphs import Paragraph
from kgbuild.extract.short_forms import is_acronym, is_introduced
from kgbuild.extract.spans import Name, text
from kgbuild.model import Type

LONGEST_MARK = 3
_BETWEEN = frozenset({"(", '("', ", or", "or", ", known as", "known as", ", also known as"})


def pairs(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places: a full name and the short one in brackets after it."""
    foreign = _foreign(paragraphs, names)
    for i, (left, right) in enumerate(pairwise(names)):
        if left.paragraph != right.paragraph or left.type is not right.type:
            continue
        doc = paragraphs[left.paragraph].doc
        short = doc[right.start : right.end].text
        between = doc[left.end : right.start].text
        introduced = is_introduced(short, doc[left.start : left.end].text)
        set_off = between in _BETWEEN or (
            between == "," and left.end - left.start > 1 and _is_aside(doc, right)
        )
        if (short in foreign and _opens(between)) or (introduced and set_off):
            yield i, i + 1


def _is_aside(doc: Doc, name: Name) -> bool:
    """Say whether an acronym stands between commas, and in no list: "Ostmark Bahn, OB, said"."""
    behind = doc[name.end : name.end + 2]
    closed = behind.text[:1] in {",", ".", ")"} and name.end - name.start == 1
    listed = len(behind) > 1 and (behind[1].tag_ in {"CC", "NNP"} or behind[1].text == "&")
    return closed and not listed and doc[name.start].is_upper


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
        short = doc[name.start : name.end].text
        if not is_acronym(short):
            continue
        opened = name.start and doc[name.start - 1].text == "("
        if not opened or (len(short) > LONGEST_MARK and short not in aliases.EXCHANGES):
            alone.add(short)
        if not opened:
            continue
        before = names[place - 1] if place else None
        if before is not None and before.paragraph == name.paragraph:
            body = doc[before.start : before.end]
            if len(body) > 1 and _opens(doc[before.end : name.start].text):
                bodies[short].add(body.text)
                if short not in aliases.EXCHANGES and _tells_kind(body):
                    alone.add(short)
    return frozenset(short for short in alone if len(bodies[short]) == 1)


def _tells_kind(body: Span) -> bool:
    """Say whether a word of a name says which body it is: Congo River Alliance."""
    return any(t.lower_ in lexicon.words("organization", "bodies") for t in (body[0], body[-1]))


def _opens(between: str) -> bool:
    """Say whether a bracket is opened behind a name, at most its kind between: "party ("."""
    kind = between.removesuffix("(").strip()
    return between.endswith("(") and (not kind or kind in lexicon.words("organization", "bodies"))


def untagged(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Name]:
    """Yield acronyms in brackets after a name that were not found as names themselves."""
    taken = {(n.paragraph, i) for n in names for i in range(n.start, n.end)}
    for name in names:
        doc: Doc = paragraphs[name.paragraph].doc
        at = name.end + 1
        if at + 1 >= len(doc) or doc[name.end].text != "(" or doc[at + 1].text != ")":
            continue
        if (name.paragraph, at) in taken or name.type is Type.PERSON or not doc[at].text.isupper():
            continue
        if is_introduced(doc[at].text, text(doc[name.start : name.end])):
            yield Name(name.paragraph, at, at + 1, name.type)
