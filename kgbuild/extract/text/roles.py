"""Find nouns of office and kinship with the words around them: the data of offices.toml."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.text import governors
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in, words_of
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import RULERS
from kgbuild.extract.words import table
from kgbuild.model import Status, Type

LONGEST = 7  # tokens of one noun: "chairman of the board of directors"
_NOUNS = "role nouns"
_WIDOWED = frozenset({"widow", "widower"})
OF_WHOM = frozenset("at for from in of to with".split())
"""Words behind an office that bring whose it is: "head of", "adviser to"."""
_FOLLOWED = RULERS | {"husband", "wife"}
"""The first of them was followed by a second."""
_OF_SUBJECTS = frozenset({"minister", "secretary"})
MOST_WORDS = 5  # before it, and of what it is the head of
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


@dataclass(frozen=True, slots=True)
class Noun:
    """A role noun ``doc[noun:end]`` with the words before it that narrow it, from ``start``."""

    start: int
    noun: int
    end: int
    roles: tuple[Role, ...]
    status: Status
    words: tuple[str, ...]
    plural: bool = False

    @property
    def head(self) -> int:
        """The token that the parse hangs the noun by."""
        return self.end - 1


def nouns(scene: Scene) -> Sequence[Noun]:
    """Return the sentence's role nouns from left to right."""
    if _NOUNS not in scene.worked:
        scene.worked[_NOUNS] = tuple(_nouns(scene))
    found: tuple[Noun, ...] = scene.worked[_NOUNS]
    return found


def _nouns(scene: Scene) -> Iterator[Noun]:
    doc, place = scene.span.doc, scene.span.start
    said = words_of(doc)
    while place < scene.span.end:
        begins = said[place] in _beginnings() and place not in scene.named
        size = _size(doc, place, scene.span.end) if begins else 0
        if size and (found := _noun(scene, place, place + size)):
            yield found
        place += size or 1


def text(doc: Doc, start: int, end: int, named: frozenset[int]) -> str:
    """Return the words in small letters, "CEO" and the tokens in ``named`` aside."""
    words = (
        t.text if t.i in named or (t.is_upper and len(t) > 1) else t.lower_ for t in doc[start:end]
    )
    spaces = (t.whitespace_ for t in doc[start:end])
    joined = "".join(w + s for w, s in zip(words, spaces, strict=True))
    return " ".join(joined.split())


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one kind that may stand around a noun."""
    return frozenset(table("offices")["word"][kind].split())


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


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key[0] for key in _roles())


@cache
def _beginnings() -> frozenset[str]:
    """Return the first words, and the plurals of such."""
    return _first_words() | {many for many, one in _plurals().items() if one in _first_words()}


def _size(doc: Doc, place: int, end: int) -> int:
    if _form(doc[place]) not in _first_words():
        return 0
    key, known = _key(doc, place, min(place + LONGEST, end)), _roles()
    return next((size for size in range(len(key), 0, -1) if key[:size] in known), 0)


def _key(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(_form(t) for t in doc[start:end])


def _form(token: Token) -> str:
    """Return the word in small letters, in the singular where a plural may tie, too."""
    word = token.lower_
    one = _plurals().get(word)
    return one if one is not None and token.tag_ == "NNS" else word


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


def past_subject(doc: Doc, end: int) -> int:
    """Return where a minister's office ends that ``end`` is behind: "minister of health, said"."""
    if doc[end : end + 1].text != "of" or doc[end - 1].lower_ not in _OF_SUBJECTS:
        return end
    last, subjects = end + 1, words("state")
    while last < len(doc) and doc[last].lower_ in subjects | {"and"}:
        last += 1
    return last if doc[last - 1].lower_ in subjects else end


@cache
def _last_words() -> frozenset[str]:
    return frozenset(key[-1] for key, rows in _roles().items() if any(r.office for r in rows))


@cache
def _plurals() -> dict[str, str]:
    return {**{f"{w}s": w for w in words("plural")}, "allies": "ally", "children": "child"}


def _noun(scene: Scene, start: int, end: int) -> Noun | None:
    doc = scene.span.doc
    if doc[end - 1].tag_[0] in "VI" or _goes_on(scene, end):
        return None
    roles = _roles()[_key(doc, start, end)]
    before: list[str] = []
    first, made = start, Status.FORMER if doc[start].lower_ in _WIDOWED else Status.ASSERTED
    while first > scene.span.start and len(before) < MOST_WORDS:
        token = doc[first - 1]
        if first - 1 in scene.ends or first - 1 in scene.named or not _qualifies(token):
            break
        first -= 1
        before.append(token.lower_)
        made = status([token.lower_], made)
    if before.count("-") and before[-1] == "-":
        return None
    if text_in(doc, max(scene.span.start, first - 2), first).lower() == ", no":
        made = Status.DENIED  # "Russia, no member of OPEC"
    made = _feigned(doc[end - 1]) or made
    if before[:1] == ["first"] and doc[start].lower_ in _FOLLOWED and made is Status.ASSERTED:
        made = Status.FORMER  # "Kenya's first president, Ann Lee"
    if made is Status.ASSERTED and _is_wanted(scene, first, end):
        made = Status.POSSIBLE
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in words("planned"):
        end, made = end + 2, Status.PLANNED
    plural = doc[end - 1].tag_ == "NNS"
    return Noun(first, start, end, roles, made, tuple(w for w in before if w != "-"), plural)


def _feigned(noun: Token) -> Status | None:
    """Return what an office is that one only plays.

    "Posing as the chief of Acme", "introduced himself as the mayor of Lima".
    """
    above = noun.head
    if noun.dep_ == "dobj":
        return Status.DENIED if lemma(above) in governors.words("governor", "feigned") else None
    if above.lower_ != "as" or above.head.pos_ != "VERB":
        return None
    verb = above.head
    if f"{lemma(verb)}_as" in governors.words("governor", "feigned"):
        return Status.DENIED
    oneself = any(c.dep_ == "dobj" and c.lower_.endswith("self") for c in verb.children)
    calls = oneself and lemma(verb) in governors.words("governor", "calls_oneself")
    return Status.ALLEGED if calls else None


def _is_wanted(scene: Scene, start: int, end: int) -> bool:
    """Say whether it is not held yet: "candidate for mayor of Lima", "would-be owner of Acme"."""
    doc, low = scene.span.doc, scene.span.start
    if start - low >= 3 and text_in(doc, start - 3, start).lower() == "would-be":
        return True
    place = start - 1
    while place > low and doc[place].tag_ == "DT":
        place -= 1
    sought = place >= low and doc[place].lower_ == "for" and doc[end - 1].is_lower
    return sought and end not in scene.starts


def _goes_on(scene: Scene, end: int) -> bool:
    """Say whether the noun only begins a longer one: "CEO pay", "president's office"."""
    if end >= scene.span.end or end in scene.starts:
        return False
    token = scene.span.doc[end]
    return token.tag_ in {"NN", "NNS", "POS"} or (token.text == "-" and _compound(scene, end))


def _compound(scene: Scene, end: int) -> bool:
    doc = scene.span.doc
    return end + 1 < len(doc) and doc[end + 1].lower_ not in words("planned")


def _qualifies(token: Token) -> bool:
    if token.text == "-":
        return True
    if token.tag_ == "RB":
        return token.lower_ in words("former")
    if token.tag_ in {"VBN", "VBG"}:  # not in "Torino sacked coach Max Orr"
        return token.dep_ == "amod" and all(c.dep_ != "nsubj" for c in token.children)
    if token.tag_ == "NNS":
        return token.lower_ in words("state")  # "sports minister"
    return token.tag_ in {"JJ", "JJR", "JJS", "NN", "NNP", "AFX"} and token.is_alpha


def types(names: tuple[str, ...]) -> frozenset[Type]:
    """Return the types that the names in the data mean."""
    return frozenset(map(Type, names))
