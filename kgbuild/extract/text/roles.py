"""What nouns of office and kinship tell, and words beside them: the data of offices.toml."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.text.paragraphs import words_of
from kgbuild.extract.words import table
from kgbuild.model import Status, Type

LONGEST = 7  # tokens of one noun: "chairman of the board of directors"
OF_WHOM = frozenset("at for from in of to with".split())
"""Words behind an office that bring whose it is: "head of", "adviser to"."""
_OF_SUBJECTS = frozenset({"minister", "secretary"})
STATUSES = (Status.FORMER, Status.PLANNED, Status.POSSIBLE, Status.ALLEGED, Status.DENIED)


@dataclass(frozen=True, slots=True)
class Role:
    """One row of offices.toml; see its head for the fields."""

    relation: str
    holder: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    words: tuple[str, ...] = ("of",)
    adjective: bool = True
    inverse: bool = False
    else_: str | None = None
    office: bool = False
    cue: tuple[str, ...] = ()
    alone: bool = False
    named: str = ""
    definite: bool = False
    country: bool = False
    trade: bool = False


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one kind that may stand around a noun."""
    return frozenset(table("offices")["word"][kind].split())


def types(names: tuple[str, ...]) -> frozenset[Type]:
    """Return the types that the names in the data mean."""
    return frozenset(map(Type, names))


def status(beside: Iterable[str], otherwise: Status) -> Status:
    """Return what words by a noun make of it: "former", "would-be", "alleged"."""
    said = frozenset(beside)
    return next((s for s in STATUSES if said & words(s.value)), otherwise)


@cache
def of_citizens() -> frozenset[str]:
    """Return the nouns that make a citizen of who has a people's adjective: Austrian singer."""
    rows = (row for row in table("offices")["role"] if row.get("alone"))
    return frozenset(noun for row in rows for noun in row["nouns"])


@cache
def of_heads() -> frozenset[str]:
    """Return the nouns of who leads a body, where nothing narrows them: "head", not "director"."""
    rows = (
        row for row in table("offices")["role"] if row["relation"] == "LEADS" and row.get("else_")
    )
    whole = (row for row in rows if not row.get("definite") and not row.get("named"))
    return frozenset(noun for row in whole for noun in row["nouns"])


@cache
def _roles() -> dict[tuple[str, ...], tuple[Role, ...]]:
    found: dict[tuple[str, ...], tuple[Role, ...]] = {}
    for row in table("offices")["role"]:
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
        names = values.pop("nouns")
        values.setdefault("after", () if values.get("alone") else values["before"])
        for name in names:
            key = tuple(name.replace("-", " - ").split())
            found[key] = (*found.get(key, ()), Role(**values))
    return found


def begins(doc: Doc, place: int, end: int) -> tuple[int, tuple[Role, ...]] | None:
    """Return how many words the longest noun has that begins here, if one does, and its roles."""
    if words_of(doc)[place] not in _beginnings():
        return None
    key, known = _key(doc, place, min(place + LONGEST, end)), _roles()
    sizes = range(len(key), 0, -1)
    return next(((size, known[key[:size]]) for size in sizes if key[:size] in known), None)


@cache
def _beginnings() -> frozenset[str]:
    """Return the first words, and the plurals of such."""
    first = {key[0] for key in _roles()}
    return frozenset(first | {many for many, one in _plurals().items() if one in first})


def _key(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(_form(t) for t in doc[start:end])


def _form(token: Token) -> str:
    """Return the word in small letters, in the singular where a plural may tie, too."""
    word = token.lower_
    one = _plurals().get(word)
    return one if one is not None and token.tag_ == "NNS" else word


@cache
def _plurals() -> dict[str, str]:
    return {**{f"{w}s": w for w in words("plural")}, "allies": "ally", "children": "child"}


def office_ends(sentence: Span) -> list[Token]:
    """Return the words with which an office may end, at which ``office_at`` is worth asking."""
    doc, said = sentence.doc, words_of(sentence.doc)
    return [doc[i] for i in range(sentence.start, sentence.end) if said[i] in _last_words()]


def office_at(token: Token) -> tuple[int, frozenset[Type]]:
    """Return how many words the office has that ends here, 0 if none, and what it may be of."""
    if token.lower_ not in _last_words():
        return 0, frozenset()
    known, key = _roles(), _key(token.doc, max(0, token.i + 1 - LONGEST), token.i + 1)
    for first in range(len(key)):
        rows = known.get(key[first:], ())
        if of := [
            t for row in rows if row.office and not row.trade for t in (*row.before, *row.after)
        ]:
            return len(key) - first, types(tuple(of))
    return 0, frozenset()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(key[-1] for key, rows in _roles().items() if any(r.office for r in rows))


def past_subject(doc: Doc, end: int) -> int:
    """Return where a minister's office ends that ``end`` is behind: "minister of health, said"."""
    if doc[end : end + 1].text != "of" or doc[end - 1].lower_ not in _OF_SUBJECTS:
        return end
    last, subjects = end + 1, words("state")
    while last < len(doc) and doc[last].lower_ in subjects | {"and"}:
        last += 1
    return last if doc[last - 1].lower_ in subjects else end


def text(doc: Doc, start: int, end: int, named: frozenset[int]) -> str:
    """Return the words in small letters, "CEO" and the tokens in ``named`` aside."""
    words = (
        t.text if t.i in named or (t.is_upper and len(t) > 1) else t.lower_ for t in doc[start:end]
    )
    spaces = (t.whitespace_ for t in doc[start:end])
    joined = "".join(w + s for w, s in zip(words, spaces, strict=True))
    return " ".join(joined.split())
