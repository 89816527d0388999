"""Make judgements of the user's word on names: merge, split, rename, retype, drop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kgbuild import build, names
from kgbuild.answers import Offline, entity
from kgbuild.errors import JudgementError
from kgbuild.folding import fold
from kgbuild.judge import act
from kgbuild.ledger import articles, index, judgements
from kgbuild.ledger.judgements import Action
from kgbuild.ledger.store import Ledger
from kgbuild.model import Judgement, Side, Type, Verdict, unique
from kgbuild.resolve.text import new_name, type_named

T = TypeVar("T")

SPLIT = "Tell two of one name apart by article: kgbuild split NAME --article ARTICLE"


@dataclass(frozen=True, slots=True)
class Meant:
    """An entity that the user named, with its slots; ``slot`` is the one that the name is."""

    id: str
    name: str
    type: str
    slots: tuple[str, ...]
    slot: str


def meant(ledger: Ledger, name: str, type_: str | None = None) -> Meant:
    """Return the one entity that a name means.

    Raises:
        GraphError: None or several have it.
    """
    found = entity(Offline(ledger), name, type_)
    slots = index.slots_of(ledger, found["id"])
    key, folded = names.key(Type(found["type"]), name), fold(name)
    named = [
        *(slot for slot in slots if Side.of(slot).key == key),
        *(s for s in slots if folded in {fold(n) for n in index.names_under(ledger, s)}),
    ]
    return Meant(found["id"], found["name"], found["type"], slots, [*named, slots[0]][0])


def merge(ledger: Ledger, a: str, b: str, type_: str | None = None) -> Action:
    """Judge that two names are one thing."""
    left, right = meant(ledger, a, type_), meant(ledger, b, type_)
    if left.slot == right.slot:
        raise JudgementError(f"{a!r} and {b!r} are one name to kgbuild, so one thing already.")
    if left.type != right.type:
        raise JudgementError(
            f"{left.name!r} is a {left.type}, {right.name!r} a {right.type}. Where one has a wrong "
            "type, say kgbuild retype first; then merge them."
        )
    return act(ledger, [Judgement(Verdict.SAME, Side.of(left.slot), Side.of(right.slot))])


def split_names(ledger: Ledger, a: str, b: str, type_: str | None = None) -> Action:
    """Judge that two names that were joined are two things."""
    left, right = meant(ledger, a, type_), meant(ledger, b, type_)
    if left.slot == right.slot:
        raise JudgementError(f"{a!r} and {b!r} are one name to kgbuild. {SPLIT}")
    return act(ledger, [Judgement(Verdict.DIFFERENT, Side.of(left.slot), Side.of(right.slot))])


def split(ledger: Ledger, name: str, wanted: Sequence[str], type_: str | None = None) -> Action:
    """Judge that a name means in some articles one other thing than elsewhere."""
    found = meant(ledger, name, type_)
    here: list[Side] = []
    for one in wanted:
        here += _sides_in(ledger, found, one)
    here = sorted(set(here))
    rest = [Side.of(slot) for slot in found.slots if Side.of(slot) not in here]
    if not any(_is_borne_beside(ledger, side, here) for side in rest):
        raise JudgementError(f"Only there is {name!r} spoken of: nothing is left to split it from.")
    said = [Judgement(Verdict.DIFFERENT, one, other) for one in here for other in rest]
    said += [Judgement(Verdict.SAME, here[0], other) for other in here[1:]]
    return act(ledger, said)


def rename(ledger: Ledger, name: str, new: str, type_: str | None = None) -> Action:
    """Judge by what name an entity is shown."""
    found, shown = meant(ledger, name, type_), _given(new_name, new)
    said = Judgement(Verdict.RENAME, Side.of(found.slot), value=shown)
    there = judgements.all_(ledger, Verdict.RENAME)
    return act(ledger, [said], [one for one in there if one.left.slot in found.slots])


def retype(
    ledger: Ledger, name: str, new: str, article: str | None = None, type_: str | None = None
) -> Action:
    """Judge of what type a name is, in one article or in all."""
    found, wanted = meant(ledger, name, type_), _given(type_named, new)
    if article is not None:
        key = build.find(ledger, article)
        id_ = articles.article_of(ledger, key) or ""
        sides = [Side(read, key) for read, _ in index.borne_in(ledger, id_, found.id)]
        _refuse_none(sides, found, article)
    else:
        pairs = ((slot, read) for slot in found.slots for read in index.read_as(ledger, slot))
        sides = [Side(read, Side.of(slot).article) for slot, read in pairs]
    kinds = {side: side.key.partition(":")[0] for side in sorted(set(sides))}
    there = judgements.all_(ledger, Verdict.RETYPE)
    said = [
        Judgement(Verdict.RETYPE, side, value=wanted.value)
        for side, kind in kinds.items()
        if kind != wanted.value or article is not None
    ]
    return act(ledger, said, [one for one in there if one.left in kinds])


def drop(ledger: Ledger, name: str, article: str | None = None, type_: str | None = None) -> Action:
    """Judge that what is called so is no entity, in one article or in all."""
    found = meant(ledger, name, type_)
    sides = [Side.of(slot) for slot in found.slots]
    if article is not None:
        sides = _sides_in(ledger, found, article)
    return act(ledger, [Judgement(Verdict.DROP, side) for side in sides])


def _sides_in(ledger: Ledger, found: Meant, article: str) -> list[Side]:
    """Return what an entity goes by in an article, each as a side for that article alone."""
    key = build.find(ledger, article)
    id_ = articles.article_of(ledger, key) or ""
    slots = unique(slot for _, slot in index.borne_in(ledger, id_, found.id))
    sides = (Side.of(slot) for slot in slots)
    made = [Side(side.key, side.article or key) for side in sides]
    return _refuse_none(made, found, article)


def _refuse_none(sides: list[Side], found: Meant, article: str) -> list[Side]:
    if not sides:
        raise JudgementError(f"{article!r} does not speak of {found.name!r}.")
    return sides


def _is_borne_beside(ledger: Ledger, side: Side, here: Sequence[Side]) -> bool:
    """Say whether a side is borne by an article that ``here`` does not name."""
    named = {articles.article_of(ledger, one.article) for one in here if one.article}
    return any(article not in named for article in index.bearers(ledger, side.slot))


def _given(check: Callable[[str], T], text: str) -> T:
    try:
        return check(text)
    except ValueError as error:
        raise JudgementError(f"{error}.") from None
