"""Whom somebody follows in an office that another sentence tells: "She takes over from Max Orr"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.relations import predecessors
from kgbuild.extract.relations.departures import is_elsewhere
from kgbuild.extract.text import dating
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.facts import OFFICES, PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import PAST
from kgbuild.extract.text.vocabulary import APPOINTS, COACHES, FOLLOWS, RESIGNS
from kgbuild.extract.truth.confidence import MODEL
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Statement, Status, Type

_STARTS = APPOINTS | FOLLOWS | {"become", "make", "take over"}
"""By such a verb one gets the office in which one follows somebody."""
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})
_GOES = RESIGNS | frozenset("die dismiss fire join leave lose move oust remove sack".split())
_STANDS = frozenset({Status.ASSERTED, Status.FORMER, Status.PLANNED})
_LIKELY = 0.6
"""So probable must an office be that the model alone reads, to tell of another's."""
_STAYS = frozenset({"has", "have", "is", "will"})
"""Who still holds it: "who has run it since", "who is retiring"."""


def taken(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the offices that persons hold, or are to get."""
    for fact in facts:
        coach = fact.relation == "PLAYS_FOR" and (fact.role or "").split(" ")[-1] in COACHES
        if (fact.relation not in OFFICES and not coach) or fact.ends or fact.state:
            continue
        status = judge(fact.verb).status if fact.verb is not None else Status.ASSERTED
        if fact.status in {Status.ASSERTED, Status.PLANNED} and (
            status in FACTUAL or status is Status.PLANNED
        ):
            yield fact


def drawn(statements: Iterable[Statement], scene: Scene) -> Iterator[Fact]:
    """Yield the offices that the model alone reads, as what tells of others' offices."""
    at = {anchor.referent: anchor for anchor in reversed(scene.anchors)}
    for one in statements:
        office = one.relation in OFFICES or (
            one.relation == "PLAYS_FOR" and not scene.lemmas.isdisjoint(COACHES)
        )
        if office and one.rule == MODEL and one.confidence >= _LIKELY and one.status in _STANDS:
            subject, object_ = at[one.subject], at[one.object]
            yield Fact(
                subject, one.relation, object_, subject.span.root, MODEL,
                status=one.status, role=one.role, confidence=one.confidence,
            )  # fmt: skip


def told(held: Sequence[Fact], others: Iterable[Fact]) -> list[Fact]:
    """Return the offices plainly held, and, of those of whom none is, what is gathered."""
    known = {fact.subject.referent for fact in held if fact.relation in OFFICES}
    gathered = (fact for fact in others if fact.unsaid or fact.rule == MODEL)
    return [*held, *(fact for fact in gathered if fact.subject.referent not in known)]


def preceded(
    facts: Sequence[Fact],
    earlier: Sequence[Fact],
    scene: Scene,
    said: Sequence[Clause],
    published: str | None,
) -> Iterator[Fact]:
    """Yield the offices of those whom somebody follows, by the one that is told of who follows.

    ``facts`` are the offices of the sentence, ``earlier`` those taken in the sentences before.
    """
    known = {fact.key[::2] for fact in facts}
    for one in said:
        gone = _persons(scene, predecessors.of(one))
        status = judge(one.governor).status if gone else Status.ALLEGED
        if not (status in FACTUAL or status in _AHEAD):
            continue
        new = _persons(scene, one.after("with", (), deep=False) or one.doers)
        here = () if one.subjects.passive else facts  # "was replaced by Orr, once a minister"
        held = (*taken(here), *(f for f in earlier if f.status is not Status.FORMER))
        if status not in FACTUAL or one.verb.tag_ not in PAST:
            held = tuple(f for f in held if _is_got(f))  # "the finance chief succeeds him"
        for office in _offices(held, new, one):
            for before in gone:
                if (before.referent, office.object.referent) not in known and before not in new:
                    yield _left(office, before, one, ahead=_is_ahead(one, before, published))


def _is_got(office: Fact) -> bool:
    """Say whether it is told how somebody gets it, and not by the way that one has it."""
    if office.rule.removeprefix("verb:") in _STARTS:
        return True
    if office.status is Status.PLANNED:
        return True
    return office.verb is not None and judge(office.verb).status is Status.PLANNED


def _persons(scene: Scene, tokens: Iterable[Token]) -> list[Anchor]:
    found = (scene.resolve(token) for token in tokens)
    return [a for a in found if a is not None and scene.type(a) is Type.PERSON]


def _offices(told: Iterable[Fact], new: Sequence[Anchor], one: Clause) -> Iterator[Fact]:
    """Yield the office in which each of some follows, if it is plain which of theirs it is."""
    as_ = [lemma(o) for word, o in one.prepositions() if word == "as"]
    if is_elsewhere(one) and not as_:
        return
    followers = {anchor.referent for anchor in new}
    held = {f.key: f for f in told if f.subject.referent in followers}
    for number in sorted(followers):
        own = [f for f in held.values() if f.subject.referent == number]
        if as_:
            own = [f for f in own if (f.role or "").rpartition(" ")[2] in as_]
        if len({f.object.referent for f in own}) > 1:
            own = [f for f in own if _is_got(f)]
        if len({f.object.referent for f in own}) == 1:
            yield own[0]


def _left(office: Fact, before: Anchor, one: Clause, *, ahead: bool) -> Fact:
    """Return the office as that of who had it before, and has it yet if that is to come."""
    return replace(
        office,
        subject=before,
        word=before.span.root if ahead else one.verb,
        rule=office.rule if office.unsaid else f"verb:{one.key}",
        verb=None,
        status=Status.ASSERTED if ahead else Status.FORMER,
        ends=not ahead,
        implied=True,
        confidence=office.confidence if office.unsaid else PLAIN,
    )


def _is_ahead(one: Clause, before: Anchor, published: str | None) -> bool:
    """Say whether somebody is yet to be followed: "succeeds Max Orr, who is retiring, in May"."""
    told = [c for c in before.span.root.children if c.dep_ == "relcl"]
    if any(clause(c).key in _GOES and not _lasts(c) for c in told):
        return False
    if judge(one.governor).status in _AHEAD:
        return True
    verb = one.verb
    if verb.tag_ not in {"VBZ", "VBP", "VBG"}:
        return False
    if dating.to_come(verb, verb.sent, published):
        return True
    return any(map(_lasts, told))


def _lasts(verb: Token) -> bool:
    """Say whether one does what a clause tells yet: "who has run it since", no "who has left"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    since = any(c.lower_ in {"since", "for"} for c in verb.children)
    return not helpers.isdisjoint(_STAYS) and (since or helpers.isdisjoint({"has", "have"}))
