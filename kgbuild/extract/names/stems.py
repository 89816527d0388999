"""Firms of one stem that are two: Novak Holding AG and its trader, Novak SA."""

from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import pairwise

from spacy.tokens import Span

from kgbuild import names as spelling
from kgbuild.extract.text.paragraphs import Paragraph, text_in, words_of
from kgbuild.extract.text.spans import Name
from kgbuild.extract.text.tagsets import BEFORE_NOUN, FINITE
from kgbuild.extract.text.vocabulary import UNITS
from kgbuild.model import Type

Words = tuple[str, ...]

_ONE_FORM = {
    "limited": "ltd",
    "incorporated": "inc",
    "corporation": "corp",
    "company": "co",
    "aktiengesellschaft": "ag",
}
_MERE = frozenset(
    "enterprises group holding holdings industries international technologies technology".split()
)
"""What may be left out even of a name with its legal form: Acme Inc. for Acme Holdings Inc."""
_CALLED = frozenset({",", "(", "-", "–", "is", "was"})
_OWNERS, _OWNED = 5, 4
"""Tokens from "of" to the owner's name, "an arm of Oslo's Acme"; behind it, "Acme's rail unit"."""
FARTHEST = 6
"""Tokens behind a firm's name and a comma in which it may be called a unit."""


def apart(
    paragraphs: Sequence[Paragraph], names: Sequence[Name], words: Sequence[Words]
) -> list[Words]:
    """Return the words of the names, those of a firm's namesake with its legal form.

    They are two where each has a legal form, and another or a name that is more than "Holding"
    longer, or where one is called the other's unit: "its
    Cyprus unit, Ostrava Ltd". The stem alone is left to the one with the longer name.
    """
    forms = [_forms(paragraphs, name) if name.type is Type.ORGANIZATION else () for name in names]
    printed: dict[Words, set[str]] = defaultdict(set)
    units: set[Words] = set()
    for name, own, form in zip(names, words, forms, strict=True):
        if name.type is Type.ORGANIZATION:
            printed[own].update(form)
            if _is_unit(paragraphs, name):
                units.add(own)
    longer = defaultdict(set)
    for full in printed:
        for size in range(1, len(full)):
            longer[full[:size]].add(full)
    two = {
        stem
        for stem in printed
        if printed[stem]
        and any(_are_two(stem, full, printed, units) for full in longer.get(stem, ()))
    }
    return [
        (*own, f"({' '.join(form)})") if form and own in two else own
        for name, own, form in zip(names, words, forms, strict=True)
    ]


def _are_two(stem: Words, full: Words, printed: dict[Words, set[str]], units: set[Words]) -> bool:
    differ = printed[full].isdisjoint(printed[stem]) or not _MERE.issuperset(full[len(stem) :])
    return (bool(printed[full]) and differ) or not units.isdisjoint({stem, full})


def _forms(paragraphs: Sequence[Paragraph], name: Name) -> Words:
    """Return the legal forms that end a name: ("co", "ltd") of "Acme Co., Ltd."."""
    found: list[str] = []
    for token in reversed(paragraphs[name.paragraph].doc[name.start + 1 : name.end]):
        word = "".join(c for c in token.lower_ if c.isalnum())
        if word and word not in spelling.LEGAL_FORMS:
            break
        if word:
            found.insert(0, _ONE_FORM.get(word, word))
    return tuple(found)


def _is_unit(paragraphs: Sequence[Paragraph], name: Name) -> bool:
    """Say whether a firm is called a unit right before or behind its name."""
    doc = paragraphs[name.paragraph].doc
    told = words_of(doc)[max(0, name.start - 3) : name.start]
    before = [word for word in told if word not in {",", "company", "firm"}]
    if UNITS.intersection(before[-1:]):
        return True
    if text_in(doc, name.end, name.end + 1) != ",":
        return False
    for token in doc[name.end + 1 : name.end + FARTHEST]:
        if token.is_punct or (token.tag_[:2] == "VB" and token.dep_ not in BEFORE_NOUN):
            return False
        if token.lower_ in UNITS:
            return True
    return False


def units(
    paragraphs: Sequence[Paragraph], names: Sequence[Name], words: Sequence[Words]
) -> Set[tuple[Words, Words]]:
    """Return whose units firms are called, by the words of both: the owner's, the unit's.

    "Acme Rail, the train arm of Acme", "Acme's unit Acme Rail", "Acme sold its unit Acme Rail".
    """
    found: set[tuple[Words, Words]] = set()
    firms = [(n, own) for n, own in zip(names, words, strict=True) if n.type is Type.ORGANIZATION]
    for (left, one), (right, other) in pairwise(firms):
        doc = paragraphs[left.paragraph].doc
        if left.paragraph != right.paragraph or doc[left.start].sent != doc[right.start].sent:
            continue
        between = doc[left.end : right.start]
        if _is_of(between) or _is_owner(doc[right.start - 1 : right.end + _OWNED]):
            found.add((other, one))
        elif _is_called_unit(between):
            found.add((one, other))
    return found


def _is_of(between: Span) -> bool:
    """Say whether what stands between two names calls the first something of the other.

    "Acme Rail, the train arm of Norway's Acme", "Acme Rail is a part of Acme".
    """
    first, *rest = [t.lower_ for t in between] or [""]
    of = next((t.i for t in reversed(between) if t.lower_ in {"of", "by"}), None)
    if first not in _CALLED or "," in rest or of is None or between.end - of > _OWNERS:
        return False
    return all(t.tag_ not in FINITE for t in between.doc[of : between.end])


def _is_called_unit(between: Span) -> bool:
    """Say whether the words before a name call it a unit: "Acme's train arm, Acme Rail"."""
    words = [t.lower_ for t in between if t.text != ","]
    return not UNITS.isdisjoint(words[-1:])


def _is_owner(behind: Span) -> bool:
    """Say whether a comma and a name's "'s" call the one before it a unit: ", Acme's train arm"."""
    words = [t.lower_ for t in behind]
    return words[0] == "," and "'s" in words and not UNITS.isdisjoint(words)
