"""Which articles a change makes join a family name that stands alone with another full name.

"Berg" alone leans on the ledger's only "Tim Berg" (``ledger/families.py`` says when): a second
full name, or the last that goes, may alter that in articles that the change does not speak of.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from kgbuild import names
from kgbuild.ledger import articles, families
from kgbuild.ledger.store import Ledger
from kgbuild.model import Judgement, Referent, Type
from kgbuild.resolve.slots import Slots


@dataclass(slots=True)
class FamilyNames:
    """The family names that a change touches, and what full names they lean on.

    ``waiting`` are those still to be looked at, ``came`` and ``went`` the names of the persons of
    articles that did, the latter by family name, ``asked`` the family names that judgements speak
    of; ``full`` tells by article and family name on which full name that leans.
    """

    ledger: Ledger
    waiting: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    came: set[str] = field(default_factory=set)
    went: dict[str, set[str]] = field(default_factory=dict)
    full: dict[tuple[str, str], str] = field(default_factory=dict)

    def leave(self, referents: Iterable[Referent]) -> None:
        """Note that an article with these referents goes."""
        for name in families.of(referents):
            family = families.family_of(name)
            self.waiting.add(family)
            self.went.setdefault(family, set()).add(name)

    def enter(self, referents: Iterable[Referent]) -> None:
        """Note that an article with these referents comes."""
        persons = families.of(referents)
        self.came |= persons
        self.waiting.update(map(families.family_of, persons))

    def judge(self, said: Iterable[Judgement]) -> None:
        """Note what judgements speak of."""
        persons = families.of_keys(side.key for one in said for side in one.sides)
        self.asked.update(map(families.family_of, persons))
        self.waiting |= self.asked

    def full_name(self, article: str, referent: Referent) -> str | None:
        """Return the full name that a referent's name leans on, if it is a family name."""
        if not self.full or referent.type is not Type.PERSON:
            return None
        return self.full.get((article, names.normalise(referent.type, referent.name)))

    def moved(self, judged: Slots, entered: Collection[str]) -> Iterator[str]:
        """Yield the articles in which a family name leans otherwise now, by ``full_name``.

        Each must leave and enter anew before the next is asked for: what it brings is looked at
        too. ``entered`` are the articles that came so far.
        """
        while self.waiting:
            waiting, self.waiting = sorted(self.waiting), set()
            for family in waiting:
                full, bare = families.borne(self.ledger, family)
                only = full[0] if len(full) == 1 else None
                for name in bare:
                    spoken = names.key(Type.PERSON, name) in judged.spoken
                    fits = only is not None and only.endswith(f" {name}") and not spoken
                    for one in families.alone(self.ledger, name):
                        if self._moves(one, only if fits else None, judged, entered):
                            yield one.article

    def _moves(
        self, one: families.Alone, full: str | None, judged: Slots, entered: Collection[str]
    ) -> bool:
        """Say whether a name that stands alone joins otherwise now: with a full one, or none."""
        filed = articles.keys_of(self.ledger, one.article)
        wanted = judged.of(Type.PERSON, one.name, filed)
        if full is not None:
            leaning = judged.of(Type.PERSON, full, filed)
            if one.article not in entered and not self._stirs(full, leans=one.slot == leaning):
                return False
            if families.shares(self.ledger, one.article, full):
                wanted = leaning
            else:
                full = None
        if wanted == one.slot:
            return False
        self.full.pop((one.article, one.name), None)
        if full is not None:
            self.full[one.article, one.name] = full
        return True

    def _stirs(self, full: str, *, leans: bool) -> bool:
        """Say whether this change may alter whether a name leans on the only full one."""
        family = families.family_of(full)
        went = self.went.get(family, set())
        if family in self.asked:
            return True
        if leans:
            return full in went
        return full in self.came or any(not families.is_bare(name) for name in went)
