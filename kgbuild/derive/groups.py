"""Which names are one entity now, as far as a change touches them."""

from collections.abc import Collection, Iterable, Iterator

from kgbuild import names
from kgbuild.ledger import articles, index, judgements
from kgbuild.ledger.store import Ledger
from kgbuild.model import Side, Verdict, content_id
from kgbuild.resolve.join import Pair, join
from kgbuild.resolve.slots import Slots

Entity = str | None
"""An entity's id; None where a slot belongs to none."""


def regroup(
    ledger: Ledger, judged: Slots, touched: Iterable[str]
) -> Iterator[tuple[str, Entity, Entity]]:
    """Join the touched slots anew; yield each that this reaches, its entity before and after."""
    done: set[str] = set()
    for one in sorted(touched):
        if one not in done:
            reached, automatic = index.region(ledger, one, judged)
            done |= reached
            now = _entities(ledger, reached, automatic)
            for slot in sorted(reached):
                before, after = index.entity_of(ledger, slot), now.get(slot)
                if before != after:
                    index.assign(ledger, slot, after)
                yield slot, before, after


def _entities(ledger: Ledger, slots: set[str], automatic: Collection[Pair]) -> dict[str, str]:
    """Return the entity that each of some slots belongs to, but for those that none bears."""
    borne = index.borne(ledger, slots - judgements.dropped(ledger, slots))
    if not borne:
        return {}
    same = index.judged(ledger, slots, Verdict.SAME)
    different = index.judged(ledger, slots, Verdict.DIFFERENT)
    groups = join(borne, automatic, same, different)
    return {one: _id(ledger, group[0]) for group in groups for one in group}


def _id(ledger: Ledger, least: str) -> str:
    """Return the id that an entity has by its least slot; a path never goes into it."""
    side = Side.of(least)
    filed = () if side.article is None else (articles.article_of(ledger, side.article),)
    return content_id(names.type_of(side.key).value, side.key, *filed)
