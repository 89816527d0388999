"""Who gave up or lost an office by the sentence, and who follows there.

A title beside the name of who has left is a former one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Token

from kgbuild.extract.text import dates
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.facts import OFFICES, PLAIN, POSTS, UNSAID, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.scene import Scene, conjuncts
from kgbuild.extract.text.spans import PAST
from kgbuild.extract.text.vocabulary import APPOINTS, COACHES, DISMISSES, FOLLOWS, RESIGNS
from kgbuild.extract.truth.confidence import MODEL
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Status, Type

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
_TAKES_OVER = "take over"
_NOW = frozenset({"VBP", "VBZ"})
_AIMS = frozenset({"acl", "advcl", "xcomp"})
_TIMES = frozenset("basis day month spring summer autumn fall week winter year".split()) | {
    *dates.DAYS,
    *dates.MONTHS,
}
_ELSEWHERE = frozenset({"as", "at", "for", "in", "on"})
"""Before another office than that of whom one follows: "replaced Mayor Poe as party leader"."""


def ended(facts: Iterable[Fact], scene: Scene, said: Sequence[Clause]) -> Iterator[Fact]:
    """Yield the facts, an office told in passing as former where its holder has just left."""
    gone, sold = dict(_gone(scene, said)), frozenset(_sold(scene, said))
    for fact in facts:
        alone = fact.rule == MODEL and fact.verb is not None
        told = fact.verb is None or (alone and judge(fact.verb).status in FACTUAL)
        passing = told and fact.status is Status.ASSERTED
        went = gone.get(fact.subject.referent)
        left = (
            fact.relation in POSTS
            and went is not None
            and _is_that(fact, went[1])
            and not (alone and went[2] - {fact.object.referent})
            and not (fact.relation == "PLAYS_FOR" and went[0] == "dismiss" and not _coaches(fact))
            and not (fact.relation == "LEADS" and went[0] in _WAITS)
        )
        owned = fact.relation == "OWNS" and fact.key[::2] in sold
        owned = owned or (fact.relation == "SUBSIDIARY_OF" and fact.key[::-2] in sold)
        if passing and (left or owned or _is_followed(fact, scene)):
            yield replace(fact, status=Status.FORMER, ends=alone)
        else:
            yield fact


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


def replaced(facts: Iterable[Fact], scene: Scene) -> Iterator[Fact]:
    """Yield the facts, and who held before the office in which someone follows them.

    "She succeeded Gunnar Hardeland as chief executive of Acme": he was it. Who will be succeeded
    still is, and so is whom somebody refused to succeed.
    """
    for fact in facts:
        yield fact
        if fact.verb is None or fact.ends or fact.relation not in POSTS:
            continue
        status = judge(fact.verb).status
        if status is Status.ALLEGED:
            continue
        stands = Status.FORMER if status in FACTUAL else Status.ASSERTED
        for token in _followed(fact):
            anchor = scene.resolve(token)
            if anchor is not None and scene.type(anchor) is Type.PERSON:
                ends = stands is Status.FORMER
                word = fact.word if ends else token  # the verb's date is when he ends
                yield replace(fact, subject=anchor, word=word, verb=None, status=stands, ends=ends)


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


def _followed(fact: Fact) -> Iterator[Token]:
    """Yield whom one follows in an office that a verb says: "named its chief, replacing Poe"."""
    said = clause(fact.verb) if fact.verb is not None else None
    if said is None or fact.rule not in {f"verb:{said.key}", UNSAID}:
        return
    if said.key in FOLLOWS | {_TAKES_OVER}:
        yield from predecessors(said)
    elif said.key in APPOINTS | {"become"}:
        yield from _in_whose_place(said.verb)
        for child in said.verb.children:
            told_of = child.dep_ in {"advcl", "xcomp"} and child.tag_ in {"VB", "VBG"}
            if told_of and not is_elsewhere(clause(child)):
                yield from predecessors(clause(child))


def _in_whose_place(verb: Token) -> Iterator[Token]:
    """Yield whose place somebody takes: "was named its chief in place of Max Orr"."""
    places = (t for t in verb.subtree if t.lower_ == "place" and t.head.lower_ == "in")
    yield from (o for t in places for of in t.children if of.lower_ == "of" for o in of.children)


def predecessors(said: Clause) -> tuple[Token, ...]:
    """Return whom somebody follows by a verb."""
    if said.key == _TAKES_OVER:
        return said.after("from", (), deep=False)
    if said.key == "take" and any(t.lower_ == "place" for t in said.targets):
        return said.after("of", said.targets, deep=False)  # "took the place of Max Orr"
    return said.targets if said.key in FOLLOWS else ()


def inherited(
    facts: Sequence[Fact], earlier: Sequence[Fact], scene: Scene, said: Sequence[Clause]
) -> Iterator[Fact]:
    """Yield the offices of those who follow somebody in them: "will succeed Mayor Bo Berg".

    Of whom the sentence names none it is the one that is told ``earlier``: "He will be succeeded".
    """
    known = {fact.key for fact in facts}
    for one in said:
        if one.key not in FOLLOWS | {_TAKES_OVER} or is_elsewhere(one):
            continue
        before = {a.referent for t in predecessors(one) if (a := scene.resolve(t)) is not None}
        new = (*one.doers, *one.after("with", (), deep=False))
        after = [a for t in new if (a := scene.resolve(t)) is not None]
        for fact in (*facts, *_only(earlier, before - {f.subject.referent for f in facts})):
            if fact.subject.referent in before and _is_left(fact, one):
                for anchor in (a for a in after if scene.type(a) is Type.PERSON):
                    taken = replace(
                        fact, subject=anchor, word=one.verb,
                        rule=fact.rule if fact.unsaid else f"verb:{one.key}",
                        verb=one.governor, status=Status.ASSERTED, ends=False,
                        confidence=fact.confidence if fact.unsaid else PLAIN,
                        implied=fact.unsaid or fact in earlier,
                    )  # fmt: skip
                    if taken.key not in known:
                        yield taken


def _only(earlier: Iterable[Fact], persons: Set[int]) -> Iterator[Fact]:
    """Yield the office of each person of whom but one is told."""
    held = {f.key: f for f in earlier if f.relation in OFFICES and f.subject.referent in persons}
    many = Counter(person for person, _, _ in held)
    yield from (fact for fact in held.values() if many[fact.subject.referent] == 1)


def is_elsewhere(said: Clause) -> bool:
    """Say whether one follows another in something else than the office that is told of him."""
    return any(word in _ELSEWHERE and not is_time(o) for word, o in said.prepositions())


def is_time(noun: Token) -> bool:
    """Say whether a noun means a time: "in May", "since last summer"."""
    said = noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text
    named = noun.lower_ in _TIMES or lemma(noun) in _TIMES
    return named or noun.tag_ == "CD" or any(dates.find(said, None))


def _is_left(fact: Fact, said: Clause) -> bool:
    """Say whether it is an office told in passing that another takes: no more, if that is done.

    Who "will be succeeded" may have left already.
    """
    if fact.relation not in OFFICES:
        return False
    status = judge(said.governor).status
    bygone = status in FACTUAL
    meant = said.verb.dep_ in _AIMS and not (bygone or status is Status.PLANNED)
    if fact.unsaid and (meant or said.verb.tag_ in _NOW):
        return False  # "She succeeds him", when she is sworn in; "his choice to succeed him"
    if fact.verb is not None:
        return fact.ends
    if any(c.lower_ in {"a", "an"} for c in fact.word.children):
        return False  # "succeeds Bo Berg, a former mayor of Lima"
    if fact.status is Status.FORMER:
        return bygone or said.subjects.passive
    return fact.status is Status.ASSERTED and (fact.rule == "title" or not bygone)


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
    nouns = (t for t in scene.span if t.lower_ == "successor" and t.dep_ in {"nsubj", "nsubjpass"})
    whose = (scene.resolve(c) for t in nouns for c in t.children if c.dep_ == "poss")
    return any(a is not None and a.referent == fact.subject.referent for a in whose)


def _sold(scene: Scene, said: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Yield who sold what."""
    for one in said:
        if one.key in {"sell", "sell off"} and judge(one.governor).status in FACTUAL:
            doers = [a for t in one.doers if (a := scene.resolve(t)) is not None]
            sold = [a for t in one.targets if (a := scene.resolve(t)) is not None]
            yield from ((a.referent, b.referent) for a in doers for b in sold)


def _gone(
    scene: Scene, said: Sequence[Clause]
) -> Iterator[tuple[int, tuple[str, str | None, Set[int]]]]:
    """Yield who went, by which verb, and as what and from where if the sentence says so."""
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
                        yield anchor.referent, (one.key, office, _whence(scene, one))


def _whence(scene: Scene, said: Clause) -> frozenset[int]:
    """Return what one is told to leave: "resigned as head of Acme", "was removed from Acme"."""
    nouns = [o for word, o in said.prepositions() if word in {"as", "from", "of"}]
    nouns += [o for noun in nouns for prep in noun.children for o in prep.children]
    return frozenset(a.referent for o in nouns if (a := scene.resolve(o)) is not None)


def _gives_up(said: Clause) -> bool:
    """Say whether somebody gives up an office of his: "tendered his resignation"."""
    nouns = _GIVES_UP.get(said.key)
    objects = said.targets if nouns is not None else ()
    return any(
        lemma(t) in (nouns or ()) and any(c.tag_ == "PRP$" for c in t.children) for t in objects
    )
