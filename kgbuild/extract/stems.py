"""Firms of one stem that are two: Novak Holding AG and its trader, Novak SA."""

from collections import defaultdict
from collections.abc import Sequence

from kgbuild import names as spelling
from kgbuild.extract.paragraphs import Paragraph
from kgbuild.extract.spans import Name
from kgbuild.model import Type

Words = tuple[str, ...]

_UNITS = frozenset(
    """affiliate arm branch division parent offshoot sister subsidiary successor unit""".split()
)
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
    forms = [_forms(paragraphs, name) for name in names]
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
        (*own, f"({' '.join(form)})")
        if form and own in two and name.type is Type.ORGANIZATION
        else own
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
    before = [t.lower_ for t in doc[max(0, name.start - 3) : name.start]]
    before = [word for word in before if word not in {",", "company", "firm"}]
    if _UNITS.intersection(before[-1:]):
        return True
    behind = doc[name.end : name.end + FARTHEST]
    if not behind or behind[0].text != ",":
        return False
    for token in behind[1:]:
        if token.is_punct or token.tag_[:2] == "VB":
            return False
        if token.lower_ in _UNITS:
            return True
    return False
