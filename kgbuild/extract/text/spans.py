"""A name as the tokens of a paragraph: as printed, its capitals, its nickname."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.text.paragraphs import Paragraph, text_in, text_of
from kgbuild.extract.text.tagsets import QUOTES
from kgbuild.model import Type

LONGEST = 12
PARTICLES = frozenset(
    """abu al ben bin bint da das de del della den der di do dos du el ibn la le ten ter van ve von
    wa""".split()
)
"""Small words inside the names of persons, and no names themselves."""


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``start`` to ``end`` of a paragraph that name something.

    ``weight`` says how sure its type is: 1 by the model, more by a word beside or in it. No other
    mention has a say in a type that is ``settled``: Peru is a team here, and a state there.
    """

    paragraph: int
    start: int
    end: int
    type: Type
    weight: float = 1.0
    settled: bool = False


def text(span: Span) -> str:
    """Return the name as printed, a line break in it as a space."""
    return " ".join(text_of(span).split())


def printed(doc: Doc, name: Name) -> str:
    """Return the same of a name of the document."""
    return " ".join(text_in(doc, name.start, name.end).split())


def printed_in(paragraphs: Sequence[Paragraph], name: Name) -> str:
    """Return the same of a name in one of an article's paragraphs."""
    return printed(paragraphs[name.paragraph].doc, name)


def is_capital(token: Token) -> bool:
    """Say whether a word is written as names are, or in mixed case as iPhone is."""
    return token.is_title or any(c.isupper() for c in token.text)


def nicknamed(doc: Doc, start: int, end: int) -> range:
    """Return the tokens of the nickname and its quotes within a person's name."""
    opened = next((i for i in range(start + 1, end) if doc[i].text in QUOTES), end)
    closed = next((i for i in range(opened + 2, end - 1) if doc[i].text in QUOTES), None)
    return range(0) if closed is None else range(opened, closed + 1)
