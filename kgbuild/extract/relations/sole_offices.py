"""Offices that one alone holds, or states alone have, by all that the article says.

"President Poe called Xi Jinping, the president of China": Poe is not that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgbuild.extract.references.traits import SAME_OFFICE
from kgbuild.extract.text import roles
from kgbuild.extract.text.facts import OFFICES, UNSAID
from kgbuild.extract.text.lexicon import is_nation, state_by_capital
from kgbuild.extract.truth.confidence import MODEL
from kgbuild.model import FACTUAL, Referent, Statement, Status, Type

_SAME = {
    **SAME_OFFICE,
    **dict.fromkeys(["chancellor", "taoiseach"], "prime minister"),
    **dict.fromkeys(["king", "queen", "emperor", "emir", "sultan", "head of state"], "president"),
    "governor": "mayor",
    "chief": "ceo",
    **dict.fromkeys(["chair", "chairwoman"], "chairman"),
}
"""Offices that are one and the same, or of which a body has one."""


def without_rivals(found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements without offices that are somebody else's by the article.

    "President Poe called Xi Jinping, the president of China": Poe is not. Of two who are both
    gathered to hold one, the likelier does; one who is denied to join a body holds none there, nor
    does one who is told to have held it.
    """
    held: dict[tuple[str, int], tuple[bool, float, int]] = {}
    said = [s for s in found if s.rule != UNSAID]
    unsure = {(s.subject, s.object) for s in said if s.status not in FACTUAL}
    over = {(s.subject, _office(s)) for s in said if s.status is Status.FORMER}
    for one in found:
        if one.status is Status.ASSERTED and (office := _office(one)) is not None:
            rank = one.rule != UNSAID, one.confidence, one.subject
            held[office] = max(rank, held.get(office, rank))
    for one in found:
        gathered = one.rule == UNSAID and one.status is Status.ASSERTED
        office = _office(one) if gathered else None
        is_over = office is not None and (one.subject, office) in over
        if gathered and (is_over or (one.subject, one.object) in unsure):
            continue
        if office is None or held[office][2] == one.subject:
            yield one


def of_states(found: Sequence[Statement], referents: Sequence[Referent]) -> Iterator[Statement]:
    """Yield the statements, an office that only states have as the state's: "Manila's president".

    Where the article does not name the state, or no rule reads it, nothing is left of it.
    """
    states = {r.name: n for n, r in enumerate(referents) if r.type is Type.PLACE}
    known = {(s.subject, s.object, s.start) for s in found if s.relation in OFFICES}
    for one in found:
        name = referents[one.object].name
        of_state = (one.role or "").rpartition(" ")[2] in roles.words("of_states")
        ruled = state_by_capital(name) if of_state and one.relation in OFFICES else None
        if ruled is None or is_nation(name) or referents[one.object].type is not Type.PLACE:
            yield one
            continue
        held = (one.subject, states.get(ruled, -1), one.start)
        if ruled in states and one.rule != MODEL and held not in known:
            yield replace(one, object=states[ruled])


def _office(one: Statement) -> tuple[str, int] | None:
    """Return an office that only one holds at a time, and of what: president, finance minister."""
    role = _SAME.get(one.role or "", one.role or "")
    sole = one.relation == "LEADS" or role.endswith((" minister", " secretary"))
    return (role, one.object) if role and sole and one.relation in OFFICES else None
