"""The titles before a person's name, and the letters behind it: "Queen Elizabeth", "Lee, QC"."""

from functools import cache

from spacy.tokens import Doc, Token

from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import text_in

HONOURS = frozenset({"QC", "KC", "SC", "MP", "MSP", "OBE", "CBE", "MBE", "PhD", "MD", "SAN"})
"""Letters behind a name: "Ann Lee, QC"."""


def is_title(token: Token) -> bool:
    """Say whether a word is an honorific, a rank or an office."""
    return token.lower_.rstrip(".") in _titles()


@cache
def _titles() -> frozenset[str]:
    return words("person", "honorifics") | words("person", "ranks") | words("person", "offices")


def without_titles(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins after the titles before it.

    A sole first name keeps a royal one: Queen Elizabeth, Pope Francis.
    """
    first = start
    while first < end - 1 and (size := _title_size(doc, first)):
        first = min(first + size, end - 1)
    royal = first > start and doc[first - 1].lower_ in words("person", "royal")
    return first - 1 if royal and end - first == 1 else first


def _title_size(doc: Doc, place: int) -> int:
    """Return how many tokens of a title, or of marks beside one, stand here."""
    if text_in(doc, place, place + 2).lower() in words("person", "double"):
        return 2
    personal = doc[place].lower_ in words("person", "personal")
    return int(is_title(doc[place]) or personal or doc[place].is_punct)


def with_royal(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a sole first name with the royal title before it."""
    royal = (
        start > 0 and doc[start - 1].is_title and doc[start - 1].lower_ in words("person", "royal")
    )
    return (start - 1 if royal and end - start == 1 else start), end
