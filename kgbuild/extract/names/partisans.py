"""Parties by the word for one of them, put to a name: "Ann Lee, a Democrat,", "Tory Max Orr"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kgbuild.extract.names.votes import SURE
from kgbuild.extract.text.lexicon import sex_of_given, state_of_people
from kgbuild.extract.text.paragraphs import vocabulary
from kgbuild.extract.text.spans import Name, is_capital
from kgbuild.extract.text.tagsets import PROPER
from kgbuild.model import Type

PARTISANS = frozenset(
    "Communist Conservative Democrat Democratic Green Republican Socialist Tory".split()
)
"""Called so, one bears a party's name: "Ann Lee, a Republican,", "Republican Senator Ann Lee"."""
_ADHERENT = frozenset(map(str.lower, PARTISANS))
_OF_PARTISANS = frozenset({"Christian", "Free", "Liberal", "Social"})
SEATED = frozenset(
    """congressman congresswoman gov gov. governor mayor mp rep rep. representative sen sen.
    senator""".split()
)
"""Between the party and the name of who sits for it."""
_SITTING = frozenset("lawmaker mep mp politician senator".split())
_GOES_ON = frozenset({"who", "from", "on", "whose", "and", ")"})


def find(doc: Doc, index: int) -> Iterator[Name]:
    """Yield parties by the word for one of them, put to a name."""
    if _ADHERENT.isdisjoint(vocabulary(doc)):
        return
    for token in doc[:-1]:
        if token.text not in PARTISANS:
            continue
        start = token.i - (token.i > 0 and doc[token.i - 1].text in _OF_PARTISANS)
        if _is_one(doc, start, token.i + 1) or _is_seated(doc, token.i + 1):
            yield Name(index, start, token.i + 1, Type.ORGANIZATION, SURE)


def _is_one(doc: Doc, start: int, end: int) -> bool:
    """Say whether somebody is told to be one: "Ann Lee, a Democrat,", "a Socialist who"."""
    start -= start > 1 and state_of_people(doc[start - 1].text) is not None  # a Belgian Green
    before = doc[max(0, start - 2) : start]
    put = len(before) == 2 and before[0].text == "," and before[1].lower_ in {"a", "an"}
    return put and (doc[end].lower_ in _GOES_ON or doc[end].is_punct) and doc[end].text != "-"


def _is_seated(doc: Doc, place: int) -> bool:
    """Say whether a title or a given name follows: "Republican Rep. Max Orr", "Tory Ann Lee".

    Of the Greens alone a noun is enough, "the Green lawmaker": no other word is a colour.
    """
    titled = place
    while titled + 1 < len(doc) and doc[titled].lower_ in SEATED and doc[titled].is_title:
        titled += 1
    if titled > place:
        return is_capital(doc[titled])
    if doc[place - 1].text == "Green":
        return doc[place].lower_ in _SITTING
    return sex_of_given(doc[place].text) is not None and doc[place].tag_ in PROPER
