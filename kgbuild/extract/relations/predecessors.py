"""Whom somebody follows in an office, and who had or gets it by that: "She succeeded Max Orr"."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.relations.departures import is_elsewhere
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.facts import OFFICES, PLAIN, POSTS, UNSAID, Fact
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import APPOINTS, FOLLOWS
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Status, Type

_TAKES_OVER = "take over"
_SUCCEEDS = FOLLOWS | {_TAKES_OVER}
_NOW = frozenset({"VBP", "VBZ"})
_AIMS = frozenset({"acl", "advcl", "xcomp"})


def of(said: Clause) -> tuple[Token, ...]:
    """Return whom somebody follows by a verb."""
    if said.key == _TAKES_OVER:
        return said.after("from", (), deep=False)
    if said.key == "take" and any(t.lower_ == "place" for t in said.targets):
        return said.after("of", said.targets, deep=False)  # "took the place of Max Orr"
    return said.targets if said.key in FOLLOWS else ()


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


def _followed(fact: Fact) -> Iterator[Token]:
    """Yield whom one follows in an office that a verb says: "named its chief, replacing Poe"."""
    said = clause(fact.verb) if fact.verb is not None else None
    if said is None or fact.rule not in {f"verb:{said.key}", UNSAID}:
        return
    if said.key in _SUCCEEDS:
        yield from of(said)
    elif said.key in APPOINTS | {"become"}:
        yield from _in_whose_place(said.verb)
        for child in said.verb.children:
            told = child.dep_ in {"advcl", "xcomp"} and child.tag_ in {"VB", "VBG"}
            if told and not is_elsewhere(clause(child)):
                yield from of(clause(child))


def _in_whose_place(verb: Token) -> Iterator[Token]:
    """Yield whose place somebody takes: "was named its chief in place of Max Orr"."""
    places = (t for t in verb.subtree if t.lower_ == "place" and t.head.lower_ == "in")
    yield from (o for t in places for of in t.children if of.lower_ == "of" for o in of.children)


def inherited(
    facts: Sequence[Fact], earlier: Sequence[Fact], scene: Scene, said: Sequence[Clause]
) -> Iterator[Fact]:
    """Yield the offices of those who follow somebody in them: "will succeed Mayor Bo Berg".

    Of whom the sentence names none it is the one that is told ``earlier``: "He will be succeeded".
    """
    known = {fact.key for fact in facts}
    for one in said:
        if one.key not in _SUCCEEDS or is_elsewhere(one):
            continue
        before = {a.referent for t in of(one) if (a := scene.resolve(t)) is not None}
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
