"""Who gave up or lost an office by the sentence: a title beside the name is then a former one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kgbuild.extract.clauses import Clause, clause
from kgbuild.extract.facts import OFFICES, Fact
from kgbuild.extract.lemma import lemma
from kgbuild.extract.scene import Scene
from kgbuild.extract.status import judge
from kgbuild.model import FACTUAL, Status, Type

_GOES = frozenset({"resign", "quit", "step down", "stand down", "step aside", "retire"})
_IS_SENT = frozenset({"fire", "sack", "oust", "dismiss", "depose", "topple"})
_FOLLOWS = frozenset({"verb:succeed", "verb:replace"})


def ended(facts: Iterable[Fact], scene: Scene, said: Sequence[Clause]) -> Iterator[Fact]:
    """Yield the facts, an office told in passing as former where its holder has just left."""
    gone = dict(_gone(scene, said))
    for fact in facts:
        passing = fact.verb is None and fact.status is Status.ASSERTED
        if (
            passing
            and fact.relation in OFFICES
            and fact.subject.referent in gone
            and _is_that(fact, gone[fact.subject.referent])
        ):
            yield replace(fact, status=Status.FORMER)
        else:
            yield fact


def replaced(facts: Iterable[Fact], scene: Scene) -> Iterator[Fact]:
    """Yield the facts, and who held before the office in which someone follows them.

    "She succeeded Gunnar Hardeland as chief executive of Acme": he was it. Who will be succeeded
    still is, and so is whom somebody refused to succeed.
    """
    for fact in facts:
        yield fact
        if fact.verb is None or fact.rule not in _FOLLOWS or fact.relation not in OFFICES:
            continue
        status = judge(fact.verb).status
        if status is Status.ALLEGED:
            continue
        stands = Status.FORMER if status in FACTUAL else Status.ASSERTED
        for token in clause(fact.verb).targets:
            anchor = scene.resolve(token)
            if anchor is not None and scene.type(anchor) is Type.PERSON:
                ends = stands is Status.FORMER
                word = fact.word if ends else token  # the verb's date is when he ends
                yield replace(fact, subject=anchor, word=word, verb=None, status=stands, ends=ends)


def _is_that(fact: Fact, office: str | None) -> bool:
    """Say whether it is the office given up: "party leader Berg resigned as minister"."""
    return office is None or fact.role is None or fact.role.split()[-1].lower() == office


def _gone(scene: Scene, said: Sequence[Clause]) -> Iterator[tuple[int, str | None]]:
    """Yield who went, and as what if the sentence says so."""
    for one in said:
        who = one.doers if one.key in _GOES else one.targets if one.key in _IS_SENT else ()
        if who and judge(one.governor).status in FACTUAL:
            office = next((lemma(o) for word, o in one.prepositions() if word == "as"), None)
            for token in who:
                anchor = scene.resolve(token)
                if anchor is not None and scene.type(anchor) is Type.PERSON:
                    yield anchor.referent, office
