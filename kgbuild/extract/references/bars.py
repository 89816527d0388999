"""What a description does not take up, whatever the scorer holds for likely: "the army" no M23.

The bars are tables below, one for persons and one for bodies.
"""

from collections.abc import Callable

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references import body_kinds, callings, passing
from kgbuild.extract.references.candidate import Candidate
from kgbuild.extract.references.likeness import people_of
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.traits import Traits
from kgbuild.extract.text.discourse import Thread
from kgbuild.extract.text.lexicon import state, state_of_people, state_of_region, words
from kgbuild.model import Form, Type

Bar = Callable[[Candidate], bool]
_OF_WORLD = frozenset("african asian european global international world".split())


def fits(asked: Reference, thread: Thread, thing: Cluster, traits: Traits) -> bool:
    """Say whether a thing can be what a description takes up; a pronoun may take up any."""
    if asked.form is not Form.NOMINAL or asked.holder is not None:
        return True
    candidate = Candidate(asked, thread, thing, traits)
    bars = _BARS.get(thing.type, ())
    return not (_is_of_other_state(candidate) or any(bar(candidate) for bar in bars))


def _is_of_other_state(candidate: Candidate) -> bool:
    """Say whether a thing is of another state than "the Hungarian minister", or of the world."""
    mine, thing = people_of(candidate.asked), candidate.thing
    if mine is None:
        return False
    its = candidate.traits.peoples.get(candidate.thread.number, frozenset[str]())
    if thing.type is Type.ORGANIZATION:
        parts = {part for name in thing.printed for part in name.split()}
        its = its | {found for part in parts if (found := state(part) or state_of_people(part))}
        company = candidate.word in words("organization", "companies")
        if not (its or company) and not _OF_WORLD.isdisjoint(part.lower() for part in parts):
            return True
    elif candidate.word == "state" and (of := state_of_region(thing.name)):
        its = its | {of}  # California is not "the French state"
    return bool(its) and mine not in its


_BARS: dict[Type, tuple[Bar, ...]] = {
    Type.PERSON: (callings.is_none_such,),
    Type.ORGANIZATION: (
        body_kinds.is_elsewhere,
        body_kinds.is_of_other_field,
        body_kinds.is_of_region,
        body_kinds.is_central_bank_owned,
        body_kinds.is_whole,
        body_kinds.is_of_other_task,
        passing.employs_analysts,
        passing.is_but_wished,
        body_kinds.is_of_other_kind,
        passing.passes_on,
    ),
}
