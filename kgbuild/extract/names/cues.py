"""What kind of thing a name is by the words right beside it: "lawyer Ann Lee", "Norvane shares"."""

from spacy.tokens import Doc, Token

from kgbuild.extract.names.own_words import told_by_words
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lexicon import (
    NATIONS,
    is_place,
    sex_of_given,
    state,
    state_of_people,
    words,
)
from kgbuild.extract.text.paragraphs import text_in, texts_of, words_of
from kgbuild.extract.text.spans import is_capital
from kgbuild.model import Type

_COURTS = frozenset("Chief Circuit County District Federal High Magistrate State Superior".split())
_JOINED = frozenset({"join", "joined", "joining", "joins"})
_BESIDE = (["outside"], ["inside"], ["onstage"], ["backstage"])
_RUN = frozenset({"led", "headed", "chaired"})
_SPOUSES = (["wife"], ["husband"], ["widow"], ["widower"])
_CLOCKS = frozenset("BST CEST CET EDT EST ET GMT IST PDT PST UTC".split())
_SEVERAL = frozenset(
    """accountants architects auditors bankers brewers brokers builders champions consultants
    contractors engineers hauliers lawyers makers merchants publishers rivals shippers solicitors
    sponsors surveyors traders""".split()
)
"""Right before the name of the one firm or team that they are."""
_ALSO_OF_TEAMS = frozenset("champion colleague counterpart investor rival star trader".split())
_CLOSES = frozenset({",", ".", ";"})
_WHENCE = frozenset({"at", "from", "in", "near", "outside"})


def told(doc: Doc, start: int, end: int) -> Type | None:
    """Return what the words behind or before a name, or its own title, say of it."""
    longer = end - start > 1
    if longer and is_title(doc[start]):
        return Type.PERSON if doc[start + 1].lower_ != "of" else None
    if texts_of(doc)[end : end + 2] == ("-", "based"):
        return Type.PLACE
    if _owns(doc, end):
        return None if longer or state(doc[start].text) else Type.ORGANIZATION
    if _is_run_by(doc, start, end) or _bears(doc, start, end):
        return Type.ORGANIZATION
    return _told_before(doc, start, end) if start else None


def _told_before(doc: Doc, start: int, end: int) -> Type | None:
    before, longer = doc[start - 1], end - start > 1
    if start > 1 and before.lower_ == "of" and doc[start - 2].lower_ in words("place", "of"):
        return Type.PLACE
    if start > 1 and before.text == "," and longer and _is_role(doc[start - 2]):
        return Type.PERSON if end < len(doc) else None
    if _is_explained(doc, start, end):
        return Type.ORGANIZATION
    if _is_home(doc, start, end):
        return Type.PLACE
    word = before.lower_.rstrip(".")
    if is_title(before) or (longer and word in words("person", "roles")):
        return Type.PERSON
    cue = word in words("organization", "cues") and not before.is_title
    return Type.ORGANIZATION if cue else None


def _owns(doc: Doc, end: int) -> bool:
    """Say whether it has what companies have: "Norvane's shareholders"."""
    genitive = end + 1 < len(doc) and doc[end].tag_ == "POS"
    return genitive and doc[end + 1].lower_ in words("organization", "owned")


def _is_run_by(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is told who heads it: "their ally Chega, led by Ann Lee"."""
    if not start or end + 4 > len(doc) or doc[start - 1].tag_ != "NN":
        return False
    comma, run, by = words_of(doc)[end : end + 3]
    return comma == "," and run in _RUN and by == "by" and is_capital(doc[end + 3])


def _is_explained(doc: Doc, start: int, end: int) -> bool:
    """Say whether a noun for a body stands before between commas: "its parent, Norvane, said"."""
    if start < 2 or doc[start - 1].text != "," or text_in(doc, end, end + 1) not in _CLOSES:
        return False
    noun = doc[start - 2]
    known = noun.tag_ == "NN" and noun.lower_ in words("organization", "explained")
    plain = noun.dep_ != "pobj" and noun.i > 0 and doc[noun.i - 1].tag_ not in {"NN", "NNP"}
    return known and plain and sex_of_given(doc[start].text) is None


def _bears(doc: Doc, start: int, end: int) -> bool:
    """Say whether what only companies have follows: Norvane shares, Norvane spokeswoman.

    A national team may have the like, and a people: Wales coach, Danish midfielder.
    """
    if end >= len(doc) or end - start > 2 or not doc[end].is_lower:
        return False
    if doc[end].lower_ not in words("organization", "bearing"):
        return False
    name = text_in(doc, start, end)
    return not (name in NATIONS or is_place(name) or state_of_people(name))


def _is_home(doc: Doc, start: int, end: int) -> bool:
    """Say whether one is from there, not of there: "Ann Lee, 52, from Shell"."""
    if not is_origin(doc, start) or told_by_words(doc, start, end):
        return False
    return doc[start - 2].lower_ == "old" or not encoder.is_sure(doc, start)


def is_origin(doc: Doc, start: int) -> bool:
    """Say whether one of an age is from there: "Ann Lee, 19, from Uvira", "a 24-year-old from".

    Not whence a player came: "signed Max Orr, 24, from Porto".
    """
    if start < 4 or doc[start - 1].lower_ != "from":
        return False
    old = text_in(doc, start - 4, start - 1).lower() == "year-old"
    parted = doc[start - 2].text == "," and doc[start - 4].text == ","
    aged = parted and doc[start - 3].text.isdigit() and len(doc[start - 3]) == 2
    if not (old or aged):
        return False
    sport = words("sport", "words") | words("sport", "hires")
    return sport.isdisjoint(t.lower_ for t in doc)


def is_role_of(doc: Doc, start: int) -> bool:
    """Say whether a common noun for one person stands right before: lawyer Femi Falana."""
    before = doc[start - 1] if start else None
    return before is not None and _is_role(before) and before.lower_ not in _ALSO_OF_TEAMS


def _is_role(token: Token) -> bool:
    """Say whether a common noun says what a person is or does."""
    word = token.lower_
    return token.tag_ == "NN" and (
        word in words("person", "roles")
        or word in words("person", "nominal")
        or word in words("person", "offices")
    )


def is_only_of_persons(doc: Doc, start: int, end: int) -> bool:
    """Say whether only a person has what a name has, or is joined so.

    "Lee, whose wife"; "Ann Lee, whose empire"; "joined Ann Lee outside".
    """
    behind = [t.lower_ for t in doc[end : end + 4]]
    if start and doc[start - 1].lower_ in _WHENCE:
        return False  # "Ann Lee from Oulu, whose husband"
    given = end - start in {2, 3} and sex_of_given(doc[start].text) is not None
    if behind[:2] == [",", "whose"]:
        return (behind[2:3] == ["empire"] and given) or behind[2:3] in _SPOUSES
    firm = text_in(doc, start, end) in words("organization", "personal")
    joined = start > 0 and doc[start - 1].lower_ in _JOINED and given and not firm
    return joined and (behind[:1] in _BESIDE or (behind[:1] == ["at"] and doc[end + 1].is_title))


def is_called_several(doc: Doc, start: int, end: int) -> bool:
    """Say whether one name is of several, as a firm's is: "the solicitors Deacon Wray"."""
    if not start or doc[start - 1].lower_ not in _SEVERAL:
        return False
    behind = [t.text for t in doc[end : end + 2]]
    listed = behind[:1] == [","] and behind[-1].istitle()
    return behind[:1] not in (["and"], ["or"], ["&"]) and not listed


def is_portfolio(doc: Doc, start: int, end: int) -> bool:
    """Say whether a word is part of an office: Commerce Secretary, District Judge."""
    after = doc[end].text if end < len(doc) else ""
    if end - start == 1 and doc[start].text in _COURTS:
        return after in {"Attorney", "Judge", "Magistrate"}
    body = doc[start].is_upper or state(doc[start].text)  # NATO Secretary General
    return end - start == 1 and after in {"Secretary", "Minister"} and not body


def is_clock(doc: Doc, start: int, end: int) -> bool:
    """Say whether it tells by which clock a time is: "0812 GMT"."""
    return text_in(doc, start, end) in _CLOCKS and start > 0 and doc[start - 1].like_num
