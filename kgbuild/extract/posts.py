"""What names beside a post are: what it is for, the seat of a lawmaker, the one who is served."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from kgbuild.extract import encoder
from kgbuild.extract.fills import told_by_words
from kgbuild.extract.lexicon import sex_of_given, state_of_people, words
from kgbuild.extract.spans import LONGEST, is_capital, is_title
from kgbuild.model import Type

SEAT = 1.5
"""What a seat weighs as a place: less than two places in the article where it is a party."""
_OF_SUBJECTS = frozenset({"Chair", "Professor", "Professorship", "Fellowship", "Lectureship"})
_PREPOSITIONS = frozenset({"in", "at", "of"})
_HEADS = frozenset({"Bureau", "Department", "Ministry", "Office"})
_LAWMAKERS = frozenset({"MP", "MLA", "TD", "MNA", "MPA", "MSP", "MLC"})
_SENATORS = frozenset({"senator", "congressman", "congresswoman"})
_SERVES = frozenset({"of", "to", "for"})
_LONGEST_NAME = 3
_OWNING = frozenset({"'s", "'", "its", "their", "whose"})
_PUBLIC = frozenset(
    """alderman commissioner constable councillor councilman councilwoman detective governor judge
    lawmaker legislator mayor official officer policeman prosecutor senator sheriff""".split()
)
_GOES_ON = frozenset({"-", "'s", "/", "(", "and", "or", "&"})
_ARTICLES = frozenset({"a", "an"})


def subjects(doc: Doc) -> frozenset[int]:
    """Return the tokens that tell what a post is for: Under Secretary of State for Arms Control."""
    if not _named_posts().search(doc.text):
        return frozenset()
    posts = words("person", "subjects_of")
    heads = (token for token in doc if token.lower_ in posts and token.is_title)
    return frozenset(i for token in heads for i in _subject(doc, token))


@cache
def _named_posts() -> re.Pattern[str]:
    return re.compile("|".join(sorted(word.title() for word in words("person", "subjects_of"))))


def _subject(doc: Doc, token: Token) -> Iterator[int]:
    if token.text == "Representative" and doc[max(0, token.i - 1)].text not in {"High", "Special"}:
        return
    preposition = next((t for t in doc[token.i + 1 : token.i + 6] if t.lower_ == "for"), None)
    if token.text == "Professor":
        preposition = next((t for t in doc[token.i + 1 : token.i + 2] if t.lower_ == "of"), None)
    if preposition is None or not all(
        is_capital(t) or t.lower_ in {"of", "the"} for t in doc[token.i + 1 : preposition.i]
    ):
        return
    end = preposition.i + 1
    while end < len(doc) and _goes_on(doc, end):
        end += 1
    yield from range(token.i + 1, end)


def _goes_on(doc: Doc, place: int) -> bool:
    """Say whether a post's subject goes on at a token, rather than the name of who has it begins.

    A comma parts its pieces only before a word for a subject.
    """
    token = doc[place]
    if token.ent_type_ == "PERSON" and token.ent_iob_ == "B":
        return False
    if token.text == ",":
        return doc[place + 1 : place + 2].text.lower() in words("organization", "subjects")
    return is_capital(token) or token.lower_ in {"and", "&", "the"}


def is_subject(doc: Doc, start: int, end: int, type_: Type, told: frozenset[int]) -> bool:
    """Say whether a name is but what a post or a chair is for, or whom a chair is named after."""
    if doc[end : end + 1].text in _OF_SUBJECTS and doc[end + 1 : end + 2].text in _PREPOSITIONS:
        return type_ is not Type.PLACE
    inside = type_ is Type.ORGANIZATION and doc[start].text not in _HEADS
    return inside and told.issuperset(range(start, end))


def is_party(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is a party's by its words, or an acronym."""
    party = any(t.lower_ in words("organization", "parties") or t.is_upper for t in doc[start:end])
    return party or told_by_words(doc, start, end) is Type.ORGANIZATION


def is_seat(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is whom a lawmaker sits for: "Seme MP Ann Lee", "MP for Bath"."""
    return _has_lawmaker(doc, start, end) and not is_party(doc, start, end)


def _has_lawmaker(doc: Doc, start: int, end: int) -> bool:
    if doc[end : end + 1].text in _LAWMAKERS:
        return True
    before = doc[max(0, start - 4) : start]
    if len(before) < 2 or before[-1].lower_ != "for":
        return False
    sits = before[-2].text in _LAWMAKERS or before[-2].lower_ in _SENATORS
    return sits or before.text.lower() == "member of parliament for"


def is_served(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name like a person's is of whom one serves: "a confidant of Bola Orji"."""
    name = doc[start:end]
    if not 1 < len(name) <= _LONGEST_NAME or start < 2 or doc[start - 1].lower_ not in _SERVES:
        return False
    if not all(t.is_title and t.text.replace("-", "").isalpha() for t in name):
        return False
    if name.text in words("organization", "personal") or state_of_people(name[0].text):
        return False
    noun = doc[start - 2]
    if noun.lower_ in words("person", "serving"):
        return True
    of_staff = doc[max(0, start - 4) : start - 1].text.lower() in {"chief of staff"}
    known = noun.lower_ in words("person", "helping") and sex_of_given(name[0].text) is not None
    return of_staff or known


def is_holder(doc: Doc, start: int, end: int) -> bool:
    """Say whether who has a post stands right behind its body: Speaker of the Parliament Ann Lee.

    Not where the encoder is sure of something else.
    """
    name = doc[start:end]
    if not start or not 1 < len(name) <= _LONGEST_NAME or encoder.is_sure(name):
        return False
    place = start - 1
    if not doc[place].is_title:
        return False
    while place > max(0, start - LONGEST) and doc[place].is_title and doc[place].lower_ != "of":
        place -= 1
    place -= doc[place].lower_ == "the"
    body = start - 1 > place > 0 and doc[place].lower_ == "of"
    return body and is_title(doc[place - 1]) and all(t.is_title for t in name)


def is_successor(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is what a body became: "Acme's successor, Norvik, said"."""
    before = doc[max(0, start - 4) : start]
    if end - start != 1 or len(before) < 4 or before[3].text != "," or before[1].tag_ != "POS":
        return False
    return before[2].lower_ in {"successor", "predecessor"} and before[0].ent_type_ == "ORG"


def tells_where(doc: Doc, start: int, end: int) -> bool:
    """Say whether a town before a post tells only where it is: "a Tangier customs agent".

    Or of which branch: "Acme's former Tallinn chief". Who serves the public may serve the town,
    and who plays may play for its club.
    """
    if end >= len(doc) or not doc[end].is_lower or doc[end].tag_[:2] not in {"NN", "JJ"}:
        return False
    while start > 1 and doc[start - 1].tag_ == "JJ":
        start -= 1
    noun = next((t for t in doc[end : end + 4] if t.tag_ == "NN" and t.dep_ != "compound"), None)
    public = noun is not None and noun.lower_ in _PUBLIC | words("sport", "players")
    return start > 0 and doc[start - 1].lower_ in _ARTICLES | _OWNING and not public


def is_of_a_kind(doc: Doc, start: int, end: int) -> bool:
    """Say whether an acronym tells of what kind a thing is: "Acme, a GOCC based in Pasig".

    Not where a noun follows: "a BBC reporter".
    """
    last = doc[end - 1]
    if not start or doc[start - 1].lower_ not in _ARTICLES or not last.text.isalpha():
        return False
    if not last.is_upper or len(last) < 3 or last.text in words("organization", "names"):
        return False
    after = doc[end] if end < len(doc) else None
    return after is None or not (after.text in _GOES_ON or after.tag_[:2] in {"NN", "JJ"})
