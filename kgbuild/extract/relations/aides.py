"""For whom those work who serve one with an office: "her spokesman", "his deputy, Ann Lee"."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from kgbuild.extract.relations.appointments import governed, named_for
from kgbuild.extract.relations.appositions import after, before
from kgbuild.extract.relations.holders import PERSON, Holder
from kgbuild.extract.relations.phrases import body_after, body_before
from kgbuild.extract.relations.titles import title, was
from kgbuild.extract.text import role_nouns
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import OFFICES, PLAIN, Fact
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.role_nouns import Noun
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Status, Type

_HOLDS = frozenset({Status.ASSERTED})
_AIDES = frozenset(
    """deputy spokesman spokeswoman spokesperson chief_of_staff adviser advisor aide
    press_secretary secretary""".split()
)
"""Whose they are, they serve where that one does."""
_OF_FIRMS = frozenset(
    """cfo chief_financial_officer chief_operating_officer coo finance_chief finance_director
    treasurer vice-chair vice-chairman vice_chair vice_chairman""".split()
)
"""So do these, where that one leads a body."""
_OF_STATE = frozenset(
    """minister ambassador envoy special_envoy foreign_minister attorney_general
    national_security_adviser national_security_advisor secretary_of_state vice_president
    vice-president deputy_prime_minister""".split()
)
"""So do these, where that one leads a state."""
_SERVES = _AIDES | _OF_FIRMS | _OF_STATE
_PARTS = frozenset(part for office in _SERVES for part in office.split("_"))


def find(facts: Iterable[Fact], earlier: Iterable[Fact], scene: Scene) -> Iterator[Fact]:
    """Yield for whom those work who serve one with an office: "his deputy, Ann Lee"."""
    if scene.lemmas.isdisjoint(_PARTS):
        return
    for noun in role_nouns.find(scene):
        word = "_".join(text_in(scene.span.doc, noun.noun, noun.end).lower().split())
        found = _serves(scene, noun) if word in _SERVES and not noun.plural else None
        if found is None:
            continue
        owner, holder = found
        office = only_office(owner, _HOLDS, facts, earlier)
        if office is None or holder.anchor.referent == owner.referent:
            continue
        state = scene.type(office.object) is Type.PLACE
        if word in _AIDES or (
            office.relation == "LEADS" and word in (_OF_STATE if state else _OF_FIRMS)
        ):
            yield replace(
                office,
                subject=holder.anchor,
                relation="WORKS_FOR",
                word=holder.verb or scene.span.doc[noun.head],
                rule=holder.rule,
                verb=holder.verb,
                status=noun.status,
                state=was(holder),
                role=title(scene, noun, noun.end),
                confidence=PLAIN,
                implied=True,
            )


def _serves(scene: Scene, noun: Noun) -> tuple[Anchor, Holder] | None:
    """Return whom one serves, and who does: "her spokesman, Max Orr", "named him as envoy"."""
    head = scene.span.doc[noun.head]
    owner, back = body_before(scene, noun.start), body_after(scene, noun.end)
    if back is not None and back.word not in {"to", "in"}:
        return None
    if owner is None:
        holder = governed(scene, head, PERSON)
        return _appointed(scene, holder) if holder is not None and holder.body is None else None
    if scene.type(owner.anchor) is not Type.PERSON:
        return None
    end = back.end if back is not None else noun.end
    holder = (
        named_for(scene, owner.start, head, PERSON)
        or after(scene, end, PERSON, definite=True)
        or before(scene, owner.start, end, head, PERSON)
        or governed(scene, head, PERSON)
    )
    return (owner.anchor, holder) if holder is not None and not holder.ends else None


def _appointed(scene: Scene, holder: Holder) -> tuple[Anchor, Holder] | None:
    """Return who appoints somebody to an office that is of no body by its words."""
    verb = holder.verb
    if verb is None or holder.ends or holder.lasts:
        return None
    doers = [a for t in clause(verb).doers if (a := scene.resolve(t)) is not None]
    if len(doers) != 1 or doers[0].referent == holder.anchor.referent:
        return None
    return (doers[0], holder) if scene.type(doers[0]) is Type.PERSON else None


def only_office(owner: Anchor, stands: Container[Status], *told: Iterable[Fact]) -> Fact | None:
    """Return the one office of a person, by the first facts that tell of but one."""
    for facts in told:
        found = {
            fact.key: fact
            for fact in facts
            if fact.relation in OFFICES
            and fact.subject.referent == owner.referent
            and fact.status in stands
        }
        if len(found) == 1:
            return next(iter(found.values()))
    return None
