"""Where places lie, as far as articles tell: "Springfield, Illinois"."""

from kgbuild import names
from kgbuild.model import Reading, Status, Type
from kgbuild.resolve import gazetteer


def placed(found: Reading) -> dict[int, str]:
    """Return, by number, names with regions of places of which the article says where they lie."""
    wholes: dict[int, set[str]] = {}
    for said in found.statements:
        one, whole = found.referents[said.subject], found.referents[said.object]
        lies = said.relation == "LOCATED_IN" and said.status is Status.ASSERTED
        if lies and one.type is whole.type is Type.PLACE:
            wholes.setdefault(said.subject, set()).add(whole.name)
    full = {
        i: gazetteer.placed(found.referents[i].name, frozenset(whole))
        for i, whole in wholes.items()
    }
    return {i: name for i, name in full.items() if name is not None}


def spotted(name: str, called: tuple[str, ...], joined_by: set[str]) -> tuple[gazetteer.Spot, str]:
    """Return where a place is, and its name, with the region if its articles had to tell.

    ``called`` are all its names, ``joined_by`` the normalised ones of its slots.
    """
    told = joined_by - {names.normalise(Type.PLACE, one) for one in called}
    if not told:
        return gazetteer.spot((names.display(Type.PLACE, name) or name, *called)), name
    where = gazetteer.spot(told)
    return where, gazetteer.full_name(name, where)
