"""Find a sentence's nouns of office and kinship, with what the words before them make of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.roles import Role, begins, status, words
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.status_words import words as status_words
from kgbuild.extract.text.vocabulary import HEADS_OF_STATE
from kgbuild.model import Status

_NOUNS = "role nouns"
_WIDOWED = frozenset({"widow", "widower"})
_FOLLOWED = HEADS_OF_STATE | {"husband", "wife"}
"""The first of them was followed by a second."""
MOST_WORDS = 5  # before it, and of what it is the head of


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


def find(scene: Scene) -> Sequence[Noun]:
    """Return the sentence's role nouns from left to right."""
    if _NOUNS not in scene.worked:
        scene.worked[_NOUNS] = tuple(_find(scene))
    found: tuple[Noun, ...] = scene.worked[_NOUNS]
    return found


def _find(scene: Scene) -> Iterator[Noun]:
    place, end = scene.span.start, scene.span.end
    while place < end:
        known = () if place in scene.named else begins(scene.span.doc, place, end)
        size, found = known or (1, ())
        if found and (noun := _noun(scene, place, place + size, found)):
            yield noun
        place += size


def _noun(scene: Scene, start: int, end: int, roles: tuple[Role, ...]) -> Noun | None:
    doc = scene.span.doc
    if doc[end - 1].tag_[0] in "VI" or _goes_on(scene, end):
        return None
    before = tuple(_narrowing(scene, start))
    if before[-1:] == ("-",):
        return None
    made = _status(scene, start, end, before)
    if _is_to_be(doc, end):
        end, made = end + 2, Status.PLANNED
    narrows = tuple(word for word in before if word != "-")
    return Noun(start - len(before), start, end, roles, made, narrows, doc[end - 1].tag_ == "NNS")


def _narrowing(scene: Scene, start: int) -> Iterator[str]:
    """Yield the words that narrow a noun, the nearest first: "deputy", "former"."""
    for place in range(start - 1, max(scene.span.start, start - MOST_WORDS) - 1, -1):
        token = scene.span.doc[place]
        if place in scene.ends or place in scene.named or not _qualifies(token):
            return
        yield token.lower_


def _status(scene: Scene, start: int, end: int, before: Sequence[str]) -> Status:
    """Return what a noun is by the words before it, the farthest of which counts."""
    doc, first = scene.span.doc, start - len(before)
    made = Status.FORMER if doc[start].lower_ in _WIDOWED else Status.ASSERTED
    for word in before:
        made = status([word], made)
    if text_in(doc, max(scene.span.start, first - 2), first).lower() == ", no":
        made = Status.DENIED  # "Russia, no member of OPEC"
    made = _feigned(doc[end - 1]) or made
    if made is not Status.ASSERTED:
        return made
    if before[:1] == ("first",) and doc[start].lower_ in _FOLLOWED:
        return Status.FORMER  # "Kenya's first president, Ann Lee"
    return Status.POSSIBLE if _is_wanted(scene, first, end) else made


def _is_to_be(doc: Doc, end: int) -> bool:
    """Say whether the office is yet to be taken: "president-elect"."""
    hyphened = end + 1 < len(doc) and doc[end].text == "-"
    return hyphened and doc[end + 1].lower_ in words("planned")


def _feigned(noun: Token) -> Status | None:
    """Return what an office is that one only plays.

    "Posing as the chief of Acme", "introduced himself as the mayor of Lima".
    """
    above = noun.head
    if noun.dep_ == "dobj":
        return Status.DENIED if lemma(above) in status_words("governor", "feigned") else None
    if above.lower_ != "as" or above.head.pos_ != "VERB":
        return None
    verb = above.head
    if f"{lemma(verb)}_as" in status_words("governor", "feigned"):
        return Status.DENIED
    oneself = any(c.dep_ == "dobj" and c.lower_.endswith("self") for c in verb.children)
    calls = oneself and lemma(verb) in status_words("governor", "calls_oneself")
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
    doc = scene.span.doc
    hyphened = doc[end].text == "-" and end + 1 < len(doc) and not _is_to_be(doc, end)
    return doc[end].tag_ in {"NN", "NNS", "POS"} or hyphened


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
