"""Which names are joined as one thing's: those told to be, then each short form to one longer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kgbuild.extract.names import families, short_for
from kgbuild.extract.names.keys import Keys
from kgbuild.extract.names.short_forms import Key, father_name, initials, is_of_sex, sex_of_title
from kgbuild.model import Type, unique

MOST_NEAR = 100
"""A name that begins or ends like more others than this is short for none of them."""
_FORMS = ("company",), ("corporation",)
"""Legal forms by which alone a firm may be called; a key leaves them out."""


class Groups:
    """The names by what they are thought to name; only grows together."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._of: dict[Key, Key] = {key: key for key in keys.each}

    def join(self, full: int, short: int) -> None:
        """Let two names, by their places, mean one thing."""
        self._of[self._root(self._keys.each[short])] = self._root(self._keys.each[full])

    def _root(self, key: Key) -> Key:
        while self._of[key] != key:
            key = self._of[key]
        return key

    def _roots(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        return tuple(dict.fromkeys(map(self._root, keys)))

    def join_short_forms(self) -> None:
        """Let each short form mean the one longer name of its type that it can be short for."""
        longer = _by_ends(self._of)
        for short in sorted(self._of, key=lambda key: len(key[1])):
            if self._of[short] != short:
                continue
            type_, few = short
            near = [k for end in (few[0], few[-1]) for k in longer.get((type_, end), ())]
            full = self._full(short, near)
            if len(full) == 1 and full[0] != short:
                self._of[short] = full[0]

    def _full(self, short: Key, near: Sequence[Key]) -> tuple[Key, ...]:
        """Return what a name can be short for, of those that begin or end alike."""
        full = self._roots(key for key in near if short_for.can_be(self._keys, short, key))
        if short[0] is Type.PERSON:
            full = self._hyphened_before(short, near) or full
            return self._whom(short, full) if len(full) > 1 else full
        if not full and short[1] in _FORMS:
            full = self._of_form(short)
        return full or self._keys.introduced_before(
            short,
            self._roots(key for key in near if short_for.can_take_up(self._keys, short, key)),
        )

    def _of_form(self, short: Key) -> tuple[Key, ...]:
        """Return the firms named before that "the Corporation" may be, by their legal form."""
        ending = f" {short[1][0]}"
        formed = (
            key
            for key in self._of
            if key[0] is Type.ORGANIZATION and key != short
            if self._keys.printed(key).lower().endswith(ending)
        )
        return self._keys.introduced_before(short, self._roots(formed))

    def _hyphened_before(self, short: Key, near: Sequence[Key]) -> tuple[Key, ...]:
        """Return who is called by the last of two family names, before others have it alone.

        "Max Mwangi-Orr died. Orr's sister, Ann Orr, wept."
        """
        namesakes = [key for key in near if key != short and key[1][-1:] == short[1]]
        hyphened = [key for key in namesakes if short_for.is_hyphened(self._keys, key)]
        others = (key for key in namesakes if key not in hyphened)
        if len(hyphened) == len(namesakes) or self._keys.introduced_before(short, others):
            return ()
        return self._keys.introduced_before(short, self._roots(hyphened))

    def _whom(self, short: Key, full: Sequence[Key]) -> tuple[Key, ...]:
        """Return the one of a family who came first, unless the next came in one sentence.

        "Ms Lee" is none whose given name is a man's. Of two in one sentence it is the one whose kin
        the other is told to be there.
        """
        keys = self._keys
        sex = sex_of_title(keys.before(keys.name(short)))
        fit = (key for key in full if sex is None or is_of_sex(key, sex))
        ordered = sorted(keys.introduced_before(short, fit), key=lambda key: keys.first[key])
        places = [keys.sentence(key) for key in ordered[:3]]
        if len(set(places[:2])) == len(places[:2]):
            return tuple(ordered[:1])
        first, second = (keys.name(key) for key in ordered[:2])
        one = places[2:] != places[:1] and families.is_told_of(keys.paragraphs, first, second)
        return tuple(ordered[:1]) if one else tuple(ordered)

    def places(self) -> Iterator[tuple[int, ...]]:
        """Yield the places of the names of each thing, in the order of first mention."""
        found: dict[Key, list[int]] = defaultdict(list)
        for i, key in enumerate(self._keys.each):
            found[self._root(key)].append(i)
        return (tuple(group) for group in found.values())


def _by_ends(keys: Iterable[Key]) -> dict[tuple[Type, str], list[Key]]:
    """Return the keys by each end of theirs and by their initials; what is too common left out."""
    found: dict[tuple[Type, str], list[Key]] = defaultdict(list)
    for key in keys:
        type_, words = key
        second = words[1:3] if type_ is Type.ORGANIZATION else ()
        if type_ is Type.PERSON:
            second = father_name(words)
        for end in unique((words[0], *second, words[-1], initials(words))):
            found[type_, end].append(key)
    return {end: near for end, near in found.items() if len(near) <= MOST_NEAR}
