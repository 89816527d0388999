"""Clauses under a denial or a suspicion that the parser lost: "suspects that" read as a noun."""

from spacy.tokens import Span, Token

from kgbuild.extract.text.paragraphs import words_of
from kgbuild.model import Status

_DENY = frozenset("deny denies denied denying".split())
_ALLEGE = frozenset("allege alleges alleged alleging suspected".split())
_NOUNS = frozenset("suspects claims".split())
"""Also what some are called, or what is said: they are verbs behind a name."""
_VERBS = _DENY | _ALLEGE | _NOUNS
_NOR = frozenset({"nor", "neither"})
_IS = frozenset("is are was were".split())
_BETWEEN = frozenset({",", "too", "also", "again", "however", "repeatedly", "yesterday"})
_ENDS = frozenset({";", "but", "while", "although", "though"})
_BELIEVE = frozenset(
    """allege alleged alleges believe believed believes claim claimed claims suspect suspected
    suspects think thinks""".split()
)
_HELPERS = frozenset({"advmod", "aux", "auxpass"})
FARTHEST_COMMA = 10
FARTHEST = 4
"""Tokens between the verb and its "that": "denied, too, that"."""


def lost(sentence: Span, place: int) -> Status | None:
    """Return what a verb makes of the words from a token on, if its clause was lost.

    It was where the "that" behind it is parsed as no conjunction.
    """
    if _VERBS.isdisjoint(words_of(sentence.doc)[sentence.start : place]):
        return None
    for token in reversed(sentence[: max(0, place - sentence.start)]):
        if token.lower_ in _ENDS:
            return None
        status = _status(token)
        if status is None:
            continue
        that = _that(token)
        if that is not None and that.i < place:
            known = that.dep_ == "mark" and that.head.dep_ != "relcl" and token.pos_ == "VERB"
            return None if known else status
    return None


def is_inserted(verb: Token) -> bool:
    """Say whether one but believes it, by commas: "who, police suspect, had met her"."""
    doc, place = verb.doc, verb.i - 1
    while place > 0 and doc[place].dep_ in _HELPERS and doc[place].head == verb:
        place -= 1
    if place < 1 or doc[place].text != "," or doc[place - 1].lower_ not in _BELIEVE:
        return False
    first = verb.sent.start
    near = doc[max(first, place - FARTHEST_COMMA) : place - 1]
    return place > first and any(t.text == "," for t in near)


def is_inverted(sentence: Span) -> bool:
    """Say whether it begins with a denial of what one is: "Nor is Ann Lee the owner of Acme"."""
    if _NOR.isdisjoint(words_of(sentence.doc)[sentence.start : sentence.end]):
        return False
    words = [t.lower_ for t in sentence if t.is_alpha][:2]
    whole = not any(t.text in {":", ";"} for t in sentence)
    return len(words) > 1 and words[0] in _NOR and words[1] in _IS and whole


def _status(token: Token) -> Status | None:
    if token.lower_ in _DENY:
        return Status.DENIED
    named = token.i > token.sent.start and token.nbor(-1).tag_ in {"NNP", "NNPS", "-RRB-"}
    alleges = token.lower_ in _ALLEGE or (token.lower_ in _NOUNS and named)
    return Status.ALLEGED if alleges else None


def _that(verb: Token) -> Token | None:
    for token in verb.doc[verb.i + 1 : verb.i + 1 + FARTHEST]:
        if token.lower_ == "that":
            return token
        if token.lower_ not in _BETWEEN:
            return None
    return None
