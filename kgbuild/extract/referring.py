"""Find the words that may take up a thing named before: pronouns, definite descriptions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from kgbuild.extract.lexicon import words
from kgbuild.model import Form, Type

_PERSON = frozenset({Type.PERSON})
_THING = frozenset({Type.ORGANIZATION, Type.PLACE, Type.LISTING})
_HERE = frozenset({Type.ORGANIZATION, Type.PLACE})
_ANY = _PERSON | _THING
_PRONOUNS = {
    "he": ("he", _PERSON), "she": ("he", _PERSON),
    "him": ("him", _PERSON), "his": ("his", _PERSON), "hers": ("his", _PERSON),
    "himself": ("self", _PERSON), "herself": ("self", _PERSON), "itself": ("self", _THING),
    "it": ("it", _THING), "its": ("its", _THING),
    "they": ("they", _ANY), "them": ("they", _ANY), "their": ("their", _ANY),
    "i": ("i", _PERSON), "me": ("i", _PERSON), "myself": ("i", _PERSON), "my": ("my", _PERSON),
    "we": ("we", _HERE), "us": ("we", _HERE), "our": ("our", _HERE),
}  # fmt: skip
_FIRST = frozenset({"i", "my", "we", "our"})
KINDS = (
    "he him his self it its they their i my we our".split()
    + "aged person company body place listing".split()
)
_OTHER = frozenset(
    """other another new rival first second third same parent target former foreign previous old
    next ex late local each every any no""".split()
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that may take something up: their head, what ``kind`` they are of, what they can mean.

    ``sex`` is told by "he" and "she" and their like.
    """

    paragraph: int
    span: Span
    head: Token
    form: Form
    kind: str
    types: frozenset[Type]
    sex: str | None = None

    @property
    def is_first_person(self) -> bool:
        """Whether it means who speaks, who may be named only after what is said."""
        return self.kind in _FIRST


def reference(paragraph: int, token: Token, *, quoted: bool) -> Reference | None:
    """Return the reference that a word heads, if it may be any."""
    if token.tag_ in {"PRP", "PRP$"}:
        return _pronoun(paragraph, token, quoted=quoted)
    if token.lower_ == "old" and _is_age(token):
        span = token.doc[token.i - 5 : token.i + 1]
        return Reference(paragraph, span, token, Form.NOMINAL, "aged", _PERSON)
    if token.tag_ in {"NN", "NNP"}:
        found = _kind(token)
        if found is not None and _is_definite(token):
            return Reference(paragraph, phrase(token), token, Form.NOMINAL, *found)
    return None


def _pronoun(paragraph: int, token: Token, *, quoted: bool) -> Reference | None:
    found = _PRONOUNS.get(token.lower_)
    if token.lower_ == "her":
        found = ("his" if token.tag_ == "PRP$" else "him"), _PERSON
    if found is None or (found[0] in _FIRST and not quoted) or token.dep_ == "expl":
        return None
    sex = next((s for s in ("male", "female") if token.lower_ in words("person", s)), None)
    span = token.doc[token.i : token.i + 1]
    return Reference(paragraph, span, token, Form.PRONOUN, *found, sex)


def _kind(token: Token) -> tuple[str, frozenset[Type]] | None:
    """Return what a noun can describe: its first kind, and the types of all its kinds."""
    found = kinds().get(token.lower_)
    if found is None and token.i > 3 and token.left_edge.i < token.i - 3 and _has_age(token):
        return "aged", _PERSON
    return found


@cache
def kinds() -> dict[str, tuple[str, frozenset[Type]]]:
    """Return by noun its first kind, and the types of all its kinds."""
    lists = (
        ("company", Type.ORGANIZATION, words("organization", "companies")),
        ("person", Type.PERSON, words("person", "nominal") | words("person", "others")),
        ("body", Type.ORGANIZATION, words("organization", "bodies")),
        ("place", Type.PLACE, words("place", "taken_up")),
        ("listing", Type.LISTING, words("listing", "heads")),
    )
    made: dict[str, tuple[str, frozenset[Type]]] = {}
    for kind, type_, nouns in lists:
        for noun in nouns:
            first, types = made.get(noun, (kind, frozenset()))
            made[noun] = first, types | {type_}
    return made


def phrase(token: Token) -> Span:
    """Return the noun with what stands before it: "the Chinese tech giant"."""
    start = min((t.i for t in token.lefts), default=token.i)
    return token.doc[start : token.i + 1]


def _has_age(token: Token) -> bool:
    """Say whether "46-year-old" stands before a noun."""
    before: Iterator[str] = (t.lower_ for t in token.doc[token.left_edge.i : token.i])
    return "old" in before and "year" in {t.lower_ for t in token.doc[token.left_edge.i : token.i]}


def _is_age(token: Token) -> bool:
    """Say whether a word ends "the 46-year-old", with no name after it."""
    start = token.i - 5
    if start < 0 or [t.lower_ for t in token.doc[start + 2 : token.i]] != ["-", "year", "-"]:
        return False
    follows = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    named = follows is not None and follows.tag_ in {"NN", "NNP", "NNS"}
    return token.doc[start].lower_ == "the" and not named


def _is_definite(token: Token) -> bool:
    """Say whether a noun heads a description of one known thing, and no name follows it."""
    if token.dep_ in {"compound", "nmod", "amod"}:
        return False
    definite = False
    for child in token.children:
        if child.dep_ == "det":
            definite = child.lower_ in {"the", "this"}
        elif (
            child.dep_ in {"relcl", "acl", "appos"}
            or child.lower_ in _OTHER
            or (child.dep_ == "prep" and child.lower_ in {"of", "for"})
        ):
            return False
    return definite
