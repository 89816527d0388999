"""Find the proper names in parsed paragraphs, and what kind of thing each names.

The model's named entities are the base. Rules trim them, fill what the model left out
where a word beside or in the name tells its kind, and hold one article to one opinion.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kgbuild.extract.names import (
    agree,
    bracketed,
    brands,
    fills,
    full_names,
    head_nouns,
    joins,
    nations,
    partisans,
    recognised,
    ships,
    teams,
)
from kgbuild.extract.names.votes import LIKELY
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.lexicon import is_place
from kgbuild.extract.text.paragraphs import Paragraph, text_in
from kgbuild.extract.text.spans import Name
from kgbuild.model import Type

_CALLED_PLAINLY = frozenset({"Associated Press", "Canadian Press"})
"""News agencies whose name is as often told without its article as with it."""


def find(paragraphs: Sequence[Paragraph]) -> tuple[Name, ...]:
    """Return the proper names in the order of the text; no two share a token."""
    found: list[Name] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is Kind.PLACE:
            agency = paragraphs[index + 1 : index + 2]
            sure = bool(agency) and agency[0].kind is Kind.AGENCY
            found.extend(_dateline(paragraph.doc, index, sure=sure))
        elif paragraph.kind is Kind.AGENCY:
            found.append(Name(index, 0, len(paragraph.doc), Type.ORGANIZATION, LIKELY))
        else:
            found.extend(_in_prose(paragraph, index))
    found = ships.without(paragraphs, brands.whole(paragraphs, found))
    found = [*nations.find(paragraphs, [*teams.find(paragraphs, found)])]
    agreed = agree.agreed(paragraphs, sorted(found, key=_place))
    return tuple(_with_article(paragraphs[name.paragraph], name) for name in agreed)


def _in_prose(paragraph: Paragraph, index: int) -> list[Name]:
    """Return the names of a paragraph; what is plain from their words, the model has no say in."""
    doc = paragraph.doc
    plain = (*head_nouns.find(doc, index), *partisans.find(doc, index))
    names = _apart([*plain, *recognised.find(doc, index)])
    names = bracketed.with_towns(doc, full_names.with_nicknames(doc, names))
    names = bracketed.told(doc, joins.whole(doc, names))
    if paragraph.kind is Kind.ENTRY:
        names = joins.entry(doc, index, names)
    return full_names.unbroken(doc, [*names, *fills.find(doc, index, names)])


def _dateline(doc: Doc, index: int, *, sure: bool) -> Iterator[Name]:
    """Yield the places of a dateline: between its commas and slashes.

    A name in capitals, with no agency behind it, may as well be a firm's: "NESTLE - Nestle has".
    """
    start = 0
    sure = sure or any(t.text == "," for t in doc) or is_place(doc.text.title())
    for end in range(len(doc) + 1):
        if end == len(doc) or doc[end].text in {",", "/"}:
            if start < end:
                yield Name(index, start, end, Type.PLACE, LIKELY if sure else 0.5)
            start = end + 1


def _with_article(paragraph: Paragraph, name: Name) -> Name:
    """Return a body's name with its article, where that has a capital: "told The Nation"."""
    doc, article = paragraph.doc, name.start - 1
    if name.type is not Type.ORGANIZATION or article < 1 or doc[article].text != "The":
        return name
    inside = paragraph.kind is not Kind.HEADLINE and doc[article - 1].text.islower()
    plain = text_in(doc, name.start, name.end) in _CALLED_PLAINLY
    return replace(name, start=article) if inside and not plain else name


def _apart(names: list[Name]) -> list[Name]:
    """Return the names without those that share a token with one before them in the list."""
    taken: set[int] = set()
    kept = []
    for name in names:
        tokens = range(name.start, name.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(name)
    return kept


def _place(name: Name) -> tuple[int, int]:
    return name.paragraph, name.start
