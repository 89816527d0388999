"""Who gave up or lost an office by the sentence: "The chief of Acme, Ann Lee, has resigned".

A title beside the name of who has left is a former one.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import OFFICES, POSTS, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import PAST, SUBJECTS
from kgbuild.extract.text.times import is_time
from kgbuild.extract.text.vocabulary import COACHES, DISMISSES, FOLLOWS, RESIGNS
from kgbuild.extract.truth.confidence import MODEL
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Status, Type

_PARTINGS = "partings"
_IS_SENT = DISMISSES | {f"{verb} out" for verb in ("force", "kick", "push", "throw", "vote")}
_GIVES_UP = MappingProxyType(
    {
        **dict.fromkeys(["hand in", "tender", "submit"], frozenset({"notice", "resignation"})),
        **dict.fromkeys(
            ["give up", "lose", "relinquish", "vacate"],
            frozenset("job office position post presidency seat".split()),
        ),
    }
)
"""With whose own as its object it says that one goes: "handed in her notice"."""
_WAITS = frozenset({"hand in", "tender", "submit"})
"""A head of government who does so still is it: so five of seven in our training items."""
_ELSEWHERE = frozenset({"as", "at", "for", "in", "on"})
"""Before another office than that of whom one follows: "replaced Mayor Poe as party leader"."""


@dataclass(frozen=True, slots=True)
class _Departure:
    """By which verb somebody went, and as what and from where if the sentence says so."""

    verb: str
    office: str | None
    whence: Set[int]


def ended(facts: Iterable[Fact], scene: Scene, said: Sequence[Clause]) -> Iterator[Fact]:
    """Yield the facts, what is told in passing as over where the sentence has just ended it."""
    for fact in facts:
        alone = fact.rule == MODEL and fact.verb is not None
        told = fact.verb is None or (alone and judge(fact.verb).status in FACTUAL)
        passing = told and fact.status is Status.ASSERTED
        if passing and _is_ended(fact, scene, said, alone=alone):
            yield replace(fact, status=Status.FORMER, ends=alone)
        else:
            yield fact


def _is_ended(fact: Fact, scene: Scene, said: Sequence[Clause], *, alone: bool) -> bool:
    if _PARTINGS not in scene.worked:
        scene.worked[_PARTINGS] = dict(_gone(scene, said)), frozenset(_sold(scene, said))
    gone, sold = scene.worked[_PARTINGS]
    went = gone.get(fact.subject.referent)
    left = went is not None and _is_left(fact, went, alone=alone)
    return left or _is_sold(fact, sold) or _is_followed(fact, scene)


def _is_left(fact: Fact, went: _Departure, *, alone: bool) -> bool:
    """Say whether it is an office that its holder has left; ``alone`` the model reads it."""
    if fact.relation not in POSTS or not _is_that(fact, went.office):
        return False
    if alone and went.whence - {fact.object.referent}:
        return False
    if fact.relation == "PLAYS_FOR":
        return went.verb != "dismiss" or _coaches(fact)
    return fact.relation != "LEADS" or went.verb not in _WAITS


def _is_sold(fact: Fact, sold: Set[tuple[int, int]]) -> bool:
    """Say whether it is owned by who has sold it."""
    subject, relation, object_ = fact.key
    if relation == "SUBSIDIARY_OF":
        return (object_, subject) in sold
    return relation == "OWNS" and (subject, object_) in sold


def told_over(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, what is told in passing as over where a verb of the sentence ends it.

    So in "The presenter Ann Lee left Radio One in May".
    """
    ends = ((f.key, f.verb) for f in facts if f.ends and f.verb is not None)
    gone = {key for key, verb in ends if judge(verb).status in FACTUAL}
    return [
        replace(fact, status=Status.FORMER)
        if fact.verb is None
        and fact.status is Status.ASSERTED
        and fact.key in gone
        # "signed Max Orr, on loan from Genk": Genk's he is yet
        and fact.word.lower_ != "loan"
        else fact
        for fact in facts
    ]


def over(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield as told in passing the offices that a verb tells to be over: "was its head"."""
    for fact in facts:
        if fact.verb is not None and fact.relation in OFFICES and (fact.state or fact.ends):
            standing = judge(fact.verb)
            if standing.status is Status.ASSERTED and standing.speaker is None:
                yield replace(fact, verb=None, status=Status.FORMER, ends=False)


def told(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the offices that are told in passing, or by who is named to them or leaves them.

    Who is to leave holds it yet.
    """
    for fact in facts:
        status = judge(fact.verb).status if fact.verb is not None else None
        if status is None:
            yield fact
        elif status in FACTUAL and not fact.state:
            status = Status.FORMER if fact.ends else fact.status
            yield replace(fact, verb=None, status=status, ends=False)
        elif status is Status.PLANNED and fact.ends:
            yield replace(fact, verb=None, ends=False)


def left(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the offices of bodies left unsaid that somebody has left or leaves."""
    unsaid = (fact for fact in facts if fact.unsaid)
    yield from told(fact for fact in unsaid if fact.ends or fact.status is Status.FORMER)


def is_elsewhere(said: Clause) -> bool:
    """Say whether one follows another in something else than the office that is told of him."""
    return any(word in _ELSEWHERE and not is_time(o) for word, o in said.prepositions())


def _coaches(fact: Fact) -> bool:
    """Say whether it is told of a coach, who is not sent off but dismissed."""
    return lemma(fact.word) in COACHES or lemma(fact.subject.span.root.head) in COACHES


def _is_that(fact: Fact, office: str | None) -> bool:
    """Say whether it is the office given up: "party leader Berg resigned as minister"."""
    return office is None or fact.role is None or fact.role.split()[-1].lower() == office


def _is_followed(fact: Fact, scene: Scene) -> bool:
    """Say whether it tells of one's time and who came next: "Under Poe, ...; his successor"."""
    holder = fact.subject.span.root
    holder = holder.head if holder.dep_ == "appos" else holder  # "the president, Max Poe"
    if fact.relation != "LEADS" or holder.head.lower_ != "under":
        return False
    nouns = (t for t in scene.tokens if t.lower_ == "successor" and t.dep_ in SUBJECTS)
    whose = (scene.resolve(c) for t in nouns for c in t.children if c.dep_ == "poss")
    return any(a is not None and a.referent == fact.subject.referent for a in whose)


def _sold(scene: Scene, said: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Yield who sold what."""
    for one in said:
        if one.key in {"sell", "sell off"} and judge(one.governor).status in FACTUAL:
            doers = [a for t in one.doers if (a := scene.resolve(t)) is not None]
            sold = [a for t in one.targets if (a := scene.resolve(t)) is not None]
            yield from ((a.referent, b.referent) for a in doers for b in sold)


def _whence(scene: Scene, said: Clause) -> frozenset[int]:
    """Return what one is told to leave: "resigned as head of Acme", "was removed from Acme"."""
    nouns = [o for word, o in said.prepositions() if word in {"as", "from", "of"}]
    nouns += [o for noun in nouns for prep in noun.children for o in prep.children]
    return frozenset(a.referent for o in nouns if (a := scene.resolve(o)) is not None)


def _gone(scene: Scene, said: Sequence[Clause]) -> Iterator[tuple[int, _Departure]]:
    """Yield who went, and how."""
    for one in said:
        follows = one.key in FOLLOWS and one.verb.tag_ in PAST and not is_elsewhere(one)
        sent = one.key in _IS_SENT or follows
        goes = one.key in RESIGNS or _gives_up(one)
        who = one.doers if goes else one.targets if sent else ()
        if who and judge(one.governor).status in FACTUAL:
            office = next((lemma(o) for word, o in one.prepositions() if word == "as"), None)
            for token in who:
                first = scene.resolve(token)
                named = conjuncts(first.span.root) if first is not None else ()
                for anchor in map(scene.resolve, named):
                    if anchor is not None and scene.type(anchor) is Type.PERSON:
                        yield anchor.referent, _Departure(one.key, office, _whence(scene, one))


def _gives_up(said: Clause) -> bool:
    """Say whether somebody gives up an office of his: "tendered his resignation"."""
    nouns = _GIVES_UP.get(said.key)
    return nouns is not None and any(
        lemma(t) in nouns and any(c.tag_ == "PRP$" for c in t.children) for t in said.targets
    )
