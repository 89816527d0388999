"""What all articles together say of an entity, and of a tie: their rows."""

from dataclasses import astuple

from kgbuild import names
from kgbuild.derive.places import spotted
from kgbuild.ledger import families, index, judgements, sums
from kgbuild.ledger.store import Ledger
from kgbuild.model import Side, Status, Type, content_id
from kgbuild.projection import EdgeRow, EntityRow, StatementRow
from kgbuild.resolve.gazetteer import NOWHERE

Tie = tuple[str, str, str, Status]
"""What makes an edge: subject, relation, object, status."""


def tie(row: StatementRow | EdgeRow) -> Tie:
    """Return the tie that a row speaks of."""
    return row.subject, row.relation, row.object, row.status


def edge(ledger: Ledger, tie: Tie) -> EdgeRow | None:
    """Return the row of all statements of a tie, if there are any and it has two ends."""
    subject, relation, object_, status = tie
    told = sums.of_tie(ledger, tie)
    if subject == object_ or told is None:
        return None
    return EdgeRow(content_id(*tie), subject, relation, object_, status, **told)


def entity(ledger: Ledger, id_: str, counts: tuple[int, int]) -> EntityRow | None:
    """Return an entity's row, if any article names it; ``counts`` of mentions and articles."""
    counted = index.names_of(ledger, id_)
    if not counted:
        return None
    keys = [Side.of(slot).key for slot in index.slots_of(ledger, id_)]
    type_ = names.type_of(keys[0])
    quiet = {name.casefold() for name, _, _ in counted if not name.isupper()}  # no headline's
    spoken = [row for row in counted if not row[0].isupper() or row[0].casefold() not in quiet]
    name = min(spoken, key=lambda row: (_is_family(type_, row[0]), *_rank(row)))[0]
    called = tuple(other for other, _, _ in spoken)
    where = NOWHERE
    if type_ is Type.PLACE:
        where, name = spotted(name, called, {names.name_of(key) for key in keys})
    name = judgements.name_of(ledger, id_) or names.display(type_, name) or name
    aliases = tuple(other for other in called if other.casefold() != name.casefold())
    return EntityRow(id_, type_, name, aliases, *counts, *astuple(where))


def _is_family(type_: Type, name: str) -> bool:
    """Say whether a name is a person's family name alone: shown only for want of a full one."""
    return type_ is Type.PERSON and families.is_bare(names.normalise(type_, name))


def _rank(row: tuple[str, int, int]) -> tuple[int, int, int, str]:
    name, best, uses = row
    return -best, -uses, -len(name), name
