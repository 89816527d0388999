"""Names of firms that end as a genitive does: Sotheby's, Moody's, Lloyd's of London."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import Paragraph, text_in
from kgbuild.extract.text.spans import Name
from kgbuild.extract.text.tagsets import FINITE
from kgbuild.model import Type

LONGEST = 3
"""Tokens of such a name before its "'s"."""
_CLOSED = frozenset({",", ".", ";", ":", ")", "-RRB-"})
_LINKS = frozenset({"to", "in", "at", "for", "by", "from", "with", "of"})


def whole(paragraphs: Sequence[Paragraph], names: Iterable[Name]) -> list[Name]:
    """Return the names, those of such firms with their "'s".

    A firm's name is such a one if somewhere nothing that it could own follows, "Acme's, which",
    and it nowhere stands without; of the known ones the latter is enough.
    """
    names = list(names)
    found, bare = set[str](), set[str]()
    known = words("organization", "possessive")
    for name in names:
        doc = paragraphs[name.paragraph].doc
        printed = text_in(doc, name.start, name.end)
        if text_in(doc, name.end, name.end + 1) != "'s":
            bare.add(printed)
            bare.update(printed.split() if name.type is Type.PERSON else printed.split()[:1])
        elif printed in known or (name.type is Type.ORGANIZATION and _owns_nothing(doc, name.end)):
            found.add(printed)
    found -= bare
    if not found:
        return names
    full = [_with_ending(paragraphs[name.paragraph].doc, name, found) for name in names]
    longer = [(n.paragraph, n.start, n.end) for n, old in zip(full, names, strict=True) if n != old]
    return [n for n in full if not any(p == n.paragraph and s < n.start < e for p, s, e in longer)]


def _owns_nothing(doc: Doc, place: int) -> bool:
    """Say whether no noun can follow the genitive at a token."""
    if place + 1 >= len(doc):
        return True
    behind = doc[place + 1]
    return behind.tag_ in FINITE or behind.text in _CLOSED or behind.lower_ in _LINKS


def _with_ending(doc: Doc, name: Name, found: set[str]) -> Name:
    printed = text_in(doc, name.start, name.end)
    if printed not in found or name.end - name.start > LONGEST:
        return name
    end = name.end + 1
    if text_in(doc, name.end, end) != "'s":
        return name
    if printed == "Lloyd" and text_in(doc, end, end + 2) == "of London":
        end += 2
    return replace(name, end=end, type=Type.ORGANIZATION, weight=max(name.weight, 2.0))
