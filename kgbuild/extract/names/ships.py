"""Names of ships and storms, which are none of a body, place or person: "the ferry Haldis"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_town
from kgbuild.extract.text.paragraphs import Paragraph, text_in, text_of
from kgbuild.extract.text.spans import Name
from kgbuild.extract.text.tagsets import PROPER
from kgbuild.model import Type

_SHIPS = frozenset(
    """barge bulker coaster corvette cruiser cutter destroyer dredger ferry freighter frigate
    galleon gunboat icebreaker lifeboat liner minesweeper paddle-steamer schooner ship sloop
    steamer steamship submarine tanker trawler tug tugboat vessel warship whaler yacht""".split()
)
_STORMS = frozenset({"Cyclone", "Hurricane", "Storm", "Typhoon"})
_STORM = re.compile("|".join(sorted(_STORMS)))
_SORTS = frozenset({"super", "the", "tropical"})
_MEASURES = frozenset("foot ft meter metre ton tonne".split())
_MARKS = frozenset({"HMS", "MV", "USS"})
_PARTS = frozenset({"compound", "nmod"})


def without(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> list[Name]:
    """Return the names but for those of ships, told as such where they are or elsewhere."""
    ships = {
        text_in(paragraphs[name.paragraph].doc, name.start, name.end)
        for name in names
        if _is_one(paragraphs[name.paragraph].doc, name)
    }
    others = ships | {storm for paragraph in paragraphs for storm in _storms(paragraph.doc)}
    if not others:
        return list(names)
    return [n for n in names if text_in(paragraphs[n.paragraph].doc, n.start, n.end) not in others]


def _storms(doc: Doc) -> Iterator[str]:
    """Yield what storms are called: "Hurricane Ida", "Tropical Storm Ida"; a team is none."""
    if _STORM.search(text_of(doc)) is None:
        return
    for kind in doc[:-1]:
        called = doc[kind.i + 1]
        if kind.text in _STORMS and called.is_title and called.tag_ in PROPER:
            before = doc[kind.i - 1] if kind.i and not kind.is_sent_start else None
            person = kind.ent_type_ == called.ent_type_ == "PERSON"  # the designer Storm Berg
            team = before is not None and before.is_title and before.lower_ not in _SORTS
            if not (team or person or is_title(called)):
                yield called.text


def _is_one(doc: Doc, name: Name) -> bool:
    """Say whether a name is a ship's; a town that bears it too is left alone."""
    if name.type not in {Type.ORGANIZATION, Type.PLACE} or not name.start:
        return False
    span = doc[name.start : name.end]
    if is_town(text_of(span)):
        return False
    if span[0].text in _MARKS or doc[name.start - 1].text in _MARKS:
        return True
    capsized = span.root.dep_ == "nsubj" and lemma(span.root.head) == "capsize"
    return capsized or any(_tells_one(c) for c in span.root.children) or _is_called_one(doc, name)


def _tells_one(noun: Token) -> bool:
    """Say whether a noun behind a name says that it is a ship: "the Haldis, a trawler"."""
    one = any(c.dep_ == "det" for c in noun.children)
    return noun.dep_ == "appos" and lemma(noun) in _SHIPS and one


def _is_called_one(doc: Doc, name: Name) -> bool:
    """Say whether a noun for a ship or its size stands before: not in "the ship Acme bought"."""
    root, before = doc[name.start : name.end].root, doc[name.start - 1]
    bound = before.dep_ in _PARTS and before.head == root
    bound = bound or (before.dep_ == root.dep_ == "nsubj" and before.head == root.head)
    if root.dep_ == "appos" and lemma(root.head) in _SHIPS:
        return root.head.head.lower_ != "of"  # "a cargo ship, the Haldis", but "owner of the ship"
    if not bound:
        return False
    sized = before.lower_ in _MEASURES and doc[name.start - 2].text == "-"
    return sized or before.lower_ in _SHIPS
