"""What the words between two leave of a tie that only the model sees: a table, below."""

from collections.abc import Callable, Container, Sequence
from itertools import islice

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Score, between
from kgbuild.extract.references import kin
from kgbuild.extract.relations.predicates import CLIMBED
from kgbuild.extract.text.facts import LASTING, OFFICES, SEATS
from kgbuild.extract.text.governors import turn
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.times import ONCE
from kgbuild.extract.text.vocabulary import LABELS, VISITS
from kgbuild.model import Status

_RISES = frozenset({"come", "rise", "emerge", "progress"})
_YOUTH = frozenset({"rank", "academy", "youth", "system"})
_BEFORE = frozenset({"for", "before", "ahead"})
_COURTS = frozenset("chase court covet link monitor pursue sound track want woo".split())
_SEEKS = frozenset(
    """apply audition ballot bid campaign candidate compete contender contest election favourite
    favorite frontrunner hopeful interview nominee race run running shortlist stand vote""".split()
)
_RACES = frozenset("compete contest race run stand".split())
"""What a player does for a club: "competes for Genk"."""
_OPENINGS = frozenset("building construction launch opening start".split())
_BETROTHED = frozenset("fiancé fiancée fiance fiancee engaged engagement betrothed".split())
_Hedge = Callable[[Score, Sequence[Token]], bool]


def left_by(score: Score, path: Sequence[Token]) -> Status:
    """Return what the words on the path between two leave of their tie."""
    for relations, hedges, status in _HEDGES:
        if (relations is None or score.relation in relations) and hedges(score, path):
            return status
    return _opened(score.object.span.root) if score.relation in SEATS else Status.ASSERTED


def _opened(place: Token) -> Status:
    """Return what becomes of a seat that is to open: "put off the opening of its plant in"."""
    above = islice(place.ancestors, CLIMBED)
    opened = next((t for t in above if lemma(t) in _OPENINGS and t.head.pos_ == "VERB"), None)
    return turn(opened.head) if opened is not None else Status.ASSERTED


def _has_played(_: Score, path: Sequence[Token]) -> bool:
    """Say whether one was there as a youth, or lent: "came through the ranks", "from a loan"."""
    rose = any(lemma(t) in _RISES for t in path) and any(lemma(t) in _YOUTH for t in path)
    return rose or any(lemma(t) == "loan" and t.head.lower_ == "from" for t in path)


def _is_for_visit(score: Score, path: Sequence[Token]) -> bool:
    """Say whether they are on the way to it: "flew to Oulu for a meeting with Berg"."""
    return score.relation not in LASTING and any(
        t.head.lower_ in _BEFORE and lemma(t) in VISITS for t in path
    )


def _are_betrothed(score: Score, _: Sequence[Token]) -> bool:
    """Say whether they are yet to marry: "Poe and his fiancée, Ann Lee,"."""
    return any(t.lower_ in _BETROTHED for t in between(score.subject, score.object))


def _is_sought(score: Score, path: Sequence[Token]) -> bool:
    """Say whether one but wants an office: "came second in the vote for president of Peru".

    Who plays for a team may do so in "her run for Kenya".
    """
    plays = score.relation == "PLAYS_FOR"
    seeks = _SEEKS - _RACES if plays else _SEEKS
    sought = (t for t in path if t.lower_ == "for" and lemma(t.head) in seeks)
    return any(not plays or score.object.span.root.head != t for t in sought)


def _is_called(_: Score, path: Sequence[Token]) -> bool:
    """Say whether it is what someone calls it: "called her Poe's wife", "regarded as"."""
    return any(
        (t.dep_ == "oprd" and lemma(t.head) in LABELS)
        or (t.lower_ == "as" and lemma(t.head) == "regard")
        for t in path
    )


def _any(asks: Callable[[Token], bool]) -> _Hedge:
    """Ask it of each word on the path."""
    return lambda _, path: any(map(asks, path))


def _any_child(asks: Callable[[Token], bool]) -> _Hedge:
    """Ask it of each word that hangs on one of the path."""
    return lambda _, path: any(asks(c) for t in path for c in t.children)


_HEDGES: tuple[tuple[Container[str] | None, _Hedge, Status], ...] = (
    ({"PLAYS_FOR"}, _has_played, Status.FORMER),
    (None, _is_for_visit, Status.PLANNED),
    # "was on his way to Oulu"
    ({"VISITED"}, _any(lambda t: t.lower_ == "to" and t.head.lower_ == "way"), Status.PLANNED),
    ({"SPOUSE_OF"}, _are_betrothed, Status.PLANNED),
    # "Ann Lee, previously married to Poe"
    (
        {"SPOUSE_OF"},
        _any_child(lambda c: c.lower_ in ONCE and c.head.lower_ == "married"),
        Status.FORMER,
    ),
    (OFFICES | {"PLAYS_FOR"}, _is_sought, Status.POSSIBLE),
    # "was mistaken for Poe's wife", "is like a sister to Poe"
    (None, _any(lambda t: t.lower_ == "mistaken"), Status.DENIED),
    (kin.RELATIONS, _any(lambda t: t.lower_ == "like" and t.dep_ == "prep"), Status.DENIED),
    # "is tried for the attempted murder of Poe", "a warrant for her arrest"
    ({"KILLED"}, _any_child(lambda c: c.lower_ == "attempted"), Status.DENIED),
    ({"ARRESTED"}, _any(lambda t: lemma(t) == "warrant"), Status.POSSIBLE),
    # "has been linked with Porto", "a Porto target"
    ({"PLAYS_FOR"}, _any(lambda t: t.pos_ == "VERB" and lemma(t) in _COURTS), Status.POSSIBLE),
    ({"PLAYS_FOR", "ACQUIRED", "OWNS"}, _any(lambda t: lemma(t) == "target"), Status.POSSIBLE),
    (None, _is_called, Status.ALLEGED),
)
"""By relation, or for any; the first that speaks counts."""
