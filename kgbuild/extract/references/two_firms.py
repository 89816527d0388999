"""Which of two firms of a deal "the company" is not: "Acme will buy Beta. The paint maker"."""

from collections.abc import Set

from kgbuild.extract.references.deals import holder
from kgbuild.extract.references.likeness import people_of
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.so_far import SoFar
from kgbuild.extract.references.traits import described, name_words

_HELD = 2
"""So many sentences long the company that one buys or holds is not the one itself."""
_DEAL = 3
"""So many sentences long it is not told which of two the lender or the paint maker is."""
_ANY_FIRM = frozenset("business company conglomerate firm giant group".split())


class Holders:
    """Who buys or holds a company that is described, and in what sentence that is told."""

    def __init__(self, so_far: SoFar) -> None:
        self._so_far = so_far
        self._told: dict[int, int] = {}

    def of(self, asked: Reference) -> int | None:
        """Return who buys or holds, now or just before, the company that is described.

        "Lakes holds 5% of the drugmaker. The company": that is not Lakes.
        """
        if asked.kind != "company":
            return None
        now, found = self._so_far.told.sentence, holder(asked.head)
        if found is not None and found.i in self._so_far.at:
            self._told = {self._so_far.at[found.i]: now}
        return next((n for n, sentence in self._told.items() if sentence >= now - _HELD), None)

    def forget(self) -> None:
        """Forget them, since a company was told that is meant from now on."""
        self._told.clear()


def may_be_bought(asked: Reference, number: int, inside: Set[int], so_far: SoFar) -> bool:
    """Say whether a trade or town may be that of the firm bought, not of who buys it.

    "Acme has agreed to buy Beta. The Oslo paint maker will keep its chairman": of Acme nothing
    tells that it makes paint. ``inside`` are things that the description names.
    """
    word, said = asked.head.lower_, {*described(asked.head)}
    since = so_far.told.sentence - so_far.buyers.get(number, -_DEAL - 1)
    if asked.kind != "company" or since > _DEAL or (len(said) == 1 and word in _ANY_FIRM):
        return False
    if any(t.number in inside and len(t.seen) > 1 for t in so_far.told.threads()):
        return False
    traits = so_far.traits
    told = name_words(so_far.things[number]) | traits.words.get(number, set())
    called = word in traits.nouns.get(number, {})
    return not called and said.isdisjoint(told) and people_of(asked) is None
