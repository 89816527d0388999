"""What names beside a post are: what it is for, the seat of a lawmaker, the one who is served."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from kgbuild.extract.names.own_words import is_person_by_first, told_by_words
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lexicon import is_part, sex_of_given, state_of_people, words
from kgbuild.extract.text.paragraphs import text_in, text_of
from kgbuild.extract.text.spans import LONGEST, is_capital
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.model import Type

SEAT = 1.5
"""What a seat weighs as a place: less than two places in the article where it is a party."""
_OF_SUBJECTS = frozenset({"Chair", "Professor", "Professorship", "Fellowship", "Lectureship"})
_PREPOSITIONS = frozenset({"in", "at", "of"})
_HEADS = frozenset({"Bureau", "Department", "Ministry", "Office"})
_LAWMAKERS = frozenset({"MP", "MLA", "TD", "MNA", "MPA", "MSP", "MLC"})
_ADHERENTS = frozenset({"Democrat", "Republican"})
_SENATORS = frozenset({"senator", "congressman", "congresswoman"})
_SITTING = frozenset({"MS", "Senator"})
"""Of other words as well, so that a person's name must follow."""
_SEATED = frozenset(
    """assemblyman assemblywoman congressman congresswoman deputy legislator mla mp rep
    representative sen senator""".split()
)
_OF_DISTRICTS = frozenset({"rep", "sen"})
"""Who is called so sits for a place rather than for a party, where both may be named."""
_SERVES = frozenset({"of", "to", "for"})
_LONGEST_NAME = 3
_TRADES = frozenset("auction design fashion opera production publishing trading".split())
"""Houses of these are firms."""
_HOUSES = frozenset(
    """castle chalet château cottage estate farm farmhouse farmstead hacienda home homestead house
    lodge manor mansion palace ranch residence villa vineyard""".split()
)
_OWNING = frozenset({"'s", "'", "its", "their", "whose"})
_PUBLIC = frozenset(
    """alderman commissioner constable councillor councilman councilwoman detective governor judge
    lawmaker legislator mayor official officer policeman policewoman prosecutor regulator senator
    sheriff""".split()
)
PRIVATE = frozenset(
    """accountant architect attorney banker barrister broker businessman businesswoman dealer
    dentist doctor financier hotelier investor jeweller lawyer merchant notary restaurateur
    solicitor trader trustee""".split()
)
"""They serve no town, nor a state: they are but from there."""
OF_BRANCHES = frozenset({"boss", "chief", "director", "head"})
"""Whoever leads a body or a branch of it may be called so."""
_GOES_ON = frozenset({"-", "'s", "/", "(", "and", "or", "&"})
_ARTICLES = frozenset({"a", "an"})


def subjects(doc: Doc) -> frozenset[int]:
    """Return the tokens that tell what a post is for: Under Secretary of State for Arms Control."""
    if not _named_posts().search(text_of(doc)):
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
        return text_in(doc, place + 1, place + 2).lower() in words("organization", "subjects")
    return is_capital(token) or token.lower_ in {"and", "&", "the"}


def is_subject(doc: Doc, start: int, end: int, type_: Type, told: frozenset[int]) -> bool:
    """Say whether a name is but what a post or a chair is for, or whom a chair is named after."""
    if (
        text_in(doc, end, end + 1) in _OF_SUBJECTS
        and text_in(doc, end + 1, end + 2) in _PREPOSITIONS
    ):
        return type_ is not Type.PLACE
    inside = type_ is Type.ORGANIZATION and doc[start].text not in _HEADS
    return inside and told.issuperset(range(start, end))


def is_party(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is a party's by its words, or an acronym."""
    party = any(t.lower_ in words("organization", "parties") or t.is_upper for t in doc[start:end])
    return party or told_by_words(doc, start, end) is Type.ORGANIZATION


def is_seat(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is whom a lawmaker sits for: "Seme MP Ann Lee", "MP for Bath"."""
    seat = _has_lawmaker(doc, start, end) or (
        sits_for(doc, start, _OF_DISTRICTS) and not encoder.is_sure(doc, start)
    )
    return seat and not is_party(doc, start, end)


def _has_lawmaker(doc: Doc, start: int, end: int) -> bool:
    after = doc[end].text if end < len(doc) else ""
    riding = after == "candidate" and "-" in text_in(doc, start, end)
    if after in _LAWMAKERS or riding or _has_senator(doc, end):
        return True
    if after in _ADHERENTS and without_adherent(doc, start, end + 1) == end:
        return True
    if start < 2 or doc[start - 1].lower_ != "for":
        return False
    before = doc[max(0, start - 4) : start]
    sits = before[-2].text in _LAWMAKERS or before[-2].lower_ in _SENATORS
    return sits or before.text.lower() == "member of parliament for"


def sits_for(doc: Doc, start: int, titles: frozenset[str] = _SEATED) -> bool:
    """Say whether a lawmaker sits for what is named at a token: "Rep. Ann Lee of Sulu"."""
    place = start - 1 - (doc[start - 1].lower_ == "the")
    if place < 1 or doc[place].lower_ not in {"of", "from"}:
        return False
    person = next((e for e in doc.ents if e.end == place and e.label_ == "PERSON"), None)
    if person is None:
        return False
    titled = doc[max(0, person.start - 1)], person[0]
    return any(t.lower_.rstrip(".") in titles for t in titled)


def without_adherent(doc: Doc, start: int, end: int) -> int:
    """Return where a place ends that one of a party is from: "a North Carolina Republican"."""
    one = text_in(doc, end - 1, end) in _ADHERENTS and text_in(doc, end, end + 1) != "Party"
    return end - 1 if one and is_part(text_in(doc, start, end - 1)) else end


def _has_senator(doc: Doc, end: int) -> bool:
    """Say whether a senator's name follows: "Narok Senator Ann Lee", "Bute South MS Ann Lee"."""
    if end >= len(doc) or doc[end].text not in _SITTING:
        return False
    return bool(doc[end : end + 2][-1].ent_type_ == "PERSON")


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
    of_staff = text_in(doc, max(0, start - 4), start - 1).lower() in {"chief of staff"}
    known = noun.lower_ in words("person", "helping") and sex_of_given(name[0].text) is not None
    return of_staff or known


def is_house(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is what somebody's house is called: "at his farm, Haus Linden".

    Not who speaks: "at his home, Ann Lee said".
    """
    if start < 2 or doc[start - 1].text != "," or doc[start - 2].lower_ not in _HOUSES:
        return False
    noun, root = doc[start - 2], doc[start:end].root
    owned = any(c.dep_ == "poss" for c in noun.children)
    firm = any(c.dep_ == "compound" and c.lower_ in _TRADES for c in noun.children)
    speaks = root.dep_ in SUBJECTS or is_person_by_first(doc, start, end)
    alone = end >= len(doc) or doc[end].is_punct or doc[end].tag_ == "IN"
    alone = alone or doc[end - 1].text.endswith(".")  # "Ban Chan La." is one with its full stop
    return owned and alone and noun.dep_ == "pobj" and not (speaks or firm)


def is_ruler(doc: Doc, start: int, end: int) -> bool:
    """Say whether a minister is of the one who rules: "Macron's finance minister"."""
    known = text_in(doc, start, end) in words("person", "rulers")
    return known and text_in(doc, end, end + 1) in _OWNING


def is_holder(doc: Doc, start: int, end: int) -> bool:
    """Say whether who has a post stands right behind its body: Speaker of the Parliament Ann Lee.

    Not where the encoder is sure of something else.
    """
    place = start - 1
    if not start or not 1 < end - start <= _LONGEST_NAME or not doc[place].is_title:
        return False
    if encoder.is_sure(doc, start):
        return False
    while place > max(0, start - LONGEST) and doc[place].is_title and doc[place].lower_ != "of":
        place -= 1
    place -= doc[place].lower_ == "the"
    body = start - 1 > place > 0 and doc[place].lower_ == "of"
    return body and is_title(doc[place - 1]) and all(t.is_title for t in doc[start:end])


def is_successor(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is what a body became: "Acme's successor, Norvik, said"."""
    before = doc[max(0, start - 4) : start]
    if end - start != 1 or len(before) < 4 or before[3].text != "," or before[1].tag_ != "POS":
        return False
    return before[2].lower_ in {"successor", "predecessor"} and before[0].ent_type_ == "ORG"


def tells_where(doc: Doc, start: int, end: int) -> bool:
    """Say whether a town before a post tells only where it is: "a Tangier customs agent".

    Or of which branch: "Acme's former Tallinn chief". Who serves the public may serve the town,
    and who plays may play for its club; a lawyer or banker serves no town.
    """
    if end >= len(doc) or not doc[end].is_lower or doc[end].tag_[:2] not in {"NN", "JJ"}:
        return False
    if any(t.lower_ in PRIVATE for t in doc[end : end + 2]):
        return True
    start = _past_adjectives(doc, start)
    noun = next((t for t in doc[end : end + 4] if t.tag_ == "NN" and t.dep_ != "compound"), None)
    others = _PUBLIC | words("sport", "players") | words("place", "of")
    public = noun is not None and noun.lower_ in others
    return start > 0 and doc[start - 1].lower_ in _ARTICLES | _OWNING and not public


def is_branch(doc: Doc, start: int) -> bool:
    """Say whether a place that begins here is told of as a body's: "Acme's former Senegal"."""
    start = _past_adjectives(doc, start)
    return start > 0 and doc[start - 1].lower_ in _OWNING


def _past_adjectives(doc: Doc, start: int) -> int:
    while start > 1 and doc[start - 1].tag_ == "JJ":
        start -= 1
    return start


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
