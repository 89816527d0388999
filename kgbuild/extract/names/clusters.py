"""Put the names of one article together that name one thing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kgbuild import names as spelling
from kgbuild.extract.names import acronyms, aliases, capitals, families, stems, teams
from kgbuild.extract.names.short_forms import (
    Key,
    father_name,
    initials,
    is_of_sex,
    is_short,
    is_without_state,
    sex_of_title,
    takes_up,
)
from kgbuild.extract.text import lexicon
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Paragraph, text_in
from kgbuild.extract.text.spans import Name, printed
from kgbuild.model import Type, unique

MOST_NEAR = 100
"""A name that begins or ends like more others than this is short for none of them."""

_FORMS = frozenset({"company", "corporation"})
"""Legal forms by which alone a firm may be called; a key leaves them out."""
_HYPHENED = re.compile(r"[^\W\d_]{3,}-[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Names of one type that mean one thing: each name, and what it is best called."""

    type: Type
    names: tuple[Name, ...]
    name: str
    printed: tuple[str, ...]
    equated: tuple[str, ...] = ()


def clusters(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> tuple[Cluster, ...]:
    """Return what the names name, in the order of first mention."""
    names = acronyms.typed(paragraphs, aliases.typed(paragraphs, names))
    more = (*acronyms.untagged(paragraphs, names), *aliases.untagged(paragraphs, names))
    names = sorted([*names, *more], key=lambda n: (n.paragraph, n.start))
    words = [_words(paragraphs, name) for name in names]
    words = families.told(paragraphs, names, stems.apart(paragraphs, names, words))
    names, words = capitals.meant(paragraphs, names, words)
    chosen = _Groups(paragraphs, names, words)
    pairs = [*acronyms.pairs(paragraphs, names), *aliases.pairs(paragraphs, names)]
    told = frozenset(_printed(paragraphs, names[short]) for _, short in pairs)
    for full, short in [*pairs, *acronyms.alone(paragraphs, names, told)]:
        chosen.join(full, short)
    chosen.join_short_forms()
    short_forms = frozenset(short for _, short in pairs)
    return tuple(_cluster(paragraphs, names, group, short_forms) for group in chosen.groups())


def _words(paragraphs: Sequence[Paragraph], name: Name) -> tuple[str, ...]:
    return tuple(spelling.normalise(name.type, _printed(paragraphs, name)).split())


def _printed(paragraphs: Sequence[Paragraph], name: Name) -> str:
    return printed(paragraphs[name.paragraph].doc, name)


class _Groups:
    """The names by what they are thought to name; only grows together."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        names: Sequence[Name],
        words: Sequence[tuple[str, ...]],
    ) -> None:
        self._paragraphs, self._names, self._words = paragraphs, names, words
        self._of: dict[Key, Key] = {}
        for name, own in zip(names, words, strict=True):
            self._of.setdefault((name.type, own), (name.type, own))
        self._first = self._first_in_body()
        self._units = stems.units(paragraphs, names, words)

    def _first_in_body(self) -> dict[Key, int]:
        """Return where each name first comes; one that only a headline has comes last."""
        first: dict[Key, int] = {}
        pairs = list(enumerate(zip(self._names, self._words, strict=True)))
        for i, (name, own) in pairs:
            if self._paragraphs[name.paragraph].kind is not Kind.HEADLINE:
                first.setdefault((name.type, own), i)
        for i, (name, own) in pairs:
            first.setdefault((name.type, own), len(pairs) + i)
        return first

    def _root(self, i: int) -> Key:
        return self._find((self._names[i].type, self._words[i]))

    @cached_property
    def _sport(self) -> bool:
        return teams.is_sport(self._paragraphs)

    def _find(self, key: Key) -> Key:
        while self._of[key] != key:
            key = self._of[key]
        return key

    def join(self, full: int, short: int) -> None:
        """Let two names, by their places, mean one thing."""
        self._of[self._root(short)] = self._root(full)

    def join_short_forms(self) -> None:
        """Let each short form mean the one longer name of its type that it can be short for."""
        longer = _index(self._of)
        for short in sorted(self._of, key=lambda key: len(key[1])):
            if self._of[short] != short:
                continue
            type_, few = short
            near = [k for end in (few[0], few[-1]) for k in longer.get((type_, end), ())]
            fit = [k for k in near if self._can_be(short, k)]
            full = _unique_keys(map(self._find, fit))
            if type_ is Type.PERSON:
                full = self._hyphened_before(short, near) or full
            if not full and len(few) == 1 and few[0] in _FORMS:
                full = self._of_form(short)
            if not full:
                full = _unique_keys(
                    self._find(key)
                    for key in near
                    if takes_up(short, key, sport=self._sport)
                    and (short[1], key[1]) not in self._units
                    and not self._may_be_of_another_state(short, key)
                )
                full = self._introduced_before(short, full)
            elif len(full) > 1 and type_ is Type.PERSON:
                full = self._the_first(self._introduced_before(short, self._of_sex(short, full)))
            if len(full) == 1 and full[0] != short:
                self._of[short] = full[0]

    def _of_form(self, short: Key) -> tuple[Key, ...]:
        """Return the firms named before that "the Corporation" may be, by their legal form."""
        ending = f" {short[1][0]}"
        firms = (key for key in self._of if key[0] is Type.ORGANIZATION and key != short)
        formed = (
            self._find(key)
            for key in firms
            if _printed(self._paragraphs, self._first_name(key)).lower().endswith(ending)
        )
        return self._introduced_before(short, _unique_keys(formed))

    def _can_be(self, short: Key, full: Key) -> bool:
        if self._has_title_of(short, full):
            return True
        return is_short(short, full) and not (
            self._is_too_early(short, full)
            or self._is_another(short, full)
            or self._is_kin(short, full)
            or (short[1], full[1]) in self._units
        )

    def _has_title_of(self, short: Key, full: Key) -> bool:
        """Say whether one is called by the title of the full name: "Prince Max Orr", Prince Max."""
        title, *given = short[1]
        if short[0] is not Type.PERSON or title not in lexicon.words("person", "royal"):
            return False
        name = self._first_name(full)
        before = self._paragraphs[name.paragraph].doc[: name.start][-1:].text.lower()
        return len(given) == 1 and full[1][:1] == tuple(given) and before == title

    def _may_be_of_another_state(self, short: Key, full: Key) -> bool:
        """Say whether it need not be the U.S. one: "Russia's Energy Ministry and the U.S. one"."""
        if not is_without_state(short[1], full[1]):
            return False
        size = len(short[1])
        longer = {key for key in self._of if key[1][-size:] == short[1] and key != short}
        return len(longer) > 1 or any(
            (name.type, own) == short and self._is_owned(name)
            for name, own in zip(self._names, self._words, strict=True)
        )

    def _is_owned(self, name: Name) -> bool:
        before = self._paragraphs[name.paragraph].doc[: name.start][-1:].text
        return before in {"'s", "'"} or lexicon.state_of_people(before) is not None

    def _is_kin(self, short: Key, full: Key) -> bool:
        """Say whether the full name is of kin of whom the short one means: "Poe's son, Ray Poe"."""
        one, other = self._first_name(short), self._first_name(full)
        person = short[0] is Type.PERSON and one.paragraph == other.paragraph
        return person and families.is_owner(self._paragraphs[one.paragraph].doc, one, other)

    def _hyphened_before(self, short: Key, near: Sequence[Key]) -> tuple[Key, ...]:
        """Return who is called by the last of two family names, before others have it alone.

        "Max Mwangi-Orr died. Orr's sister, Ann Orr, wept."
        """
        namesakes = [key for key in near if key != short and key[1][-1:] == short[1]]
        hyphened = _unique_keys(self._find(k) for k in namesakes if self._is_hyphened(k))
        others = tuple(k for k in namesakes if not self._is_hyphened(k))
        if not others or self._introduced_before(short, others):
            return ()
        return self._introduced_before(short, hyphened)

    def _is_too_early(self, short: Key, full: Key) -> bool:
        """Say whether one of a family is named before another person who is called so.

        "Her husband Vitaly was there. Minister Vitaly Poe was not."
        """
        ends = full[1][-len(short[1]) :] == short[1]
        if short[0] is Type.ORGANIZATION and ends and self._first[short] < self._first[full]:
            kind = full[1][0] in lexicon.words("organization", "heads")  # University of Bonn
            return not kind and not self._sport  # "Holcim said Padma Holcim"
        if short[0] is not Type.PERSON or self._first[full] < self._first[short]:
            return False
        name = self._first_name(short)
        doc = self._paragraphs[name.paragraph].doc
        kin = any(t.lower_ in families.KIN for t in doc[max(0, name.start - 2) : name.start])
        if ends or full[1][:1] != short[1]:
            return ends and kin and len(short[1]) == 1  # "his son Max", "Ann Max": his wife
        family = families.stem(full[1][-1])
        told = family in doc[name.start].sent.text.lower() or any(
            type_ is Type.PERSON and len(own) > 1 and families.stem(own[-1]) == family
            for type_, own in self._introduced_before(short, tuple(self._of))
        )
        return kin and not told and not self._follows(short, full)

    def _follows(self, short: Key, full: Key) -> bool:
        """Say whether the full name begins the next sentence, and nobody says whose it is."""
        one, other = self._first_name(short), self._first_name(full)
        doc = self._paragraphs[other.paragraph].doc
        end = self._paragraphs[one.paragraph].doc[one.start].sent.end
        place = (one.paragraph, end)
        if end == len(self._paragraphs[one.paragraph].doc):
            place = (one.paragraph + 1, 0)
        bare = text_in(doc, other.end, other.end + 1) not in {",", "(", "-", "–"}
        return place == (other.paragraph, other.start) and bare

    def _is_another(self, short: Key, full: Key) -> bool:
        """Say whether a name is another's without the first word, and yet another person's.

        "Karsten Emil Berg is the son of Emil Berg": and of Ida Hrynko-Bell none is called Bell.
        """
        few, many = short[1], full[1]
        if short[0] is not Type.PERSON or many[-len(few) :] != few:
            return False
        if len(few) > 1:
            return families.is_kin_of(self._paragraphs, self._first_name(short))
        return self._is_hyphened(full)

    def _is_hyphened(self, full: Key) -> bool:
        return bool(_HYPHENED.search(_printed(self._paragraphs, self._first_name(full))))

    def _first_name(self, key: Key) -> Name:
        return self._names[self._first[key] % len(self._names)]

    def _introduced_before(self, short: Key, full: tuple[Key, ...]) -> tuple[Key, ...]:
        """Return those of the full names that came before the short one first did."""
        return tuple(key for key in full if self._first[key] < self._first[short])

    def _of_sex(self, short: Key, full: tuple[Key, ...]) -> tuple[Key, ...]:
        """Return those of the full names that "Ms Lee" can mean, by their given names."""
        name = self._first_name(short)
        before = self._paragraphs[name.paragraph].doc[name.start - 1].text if name.start else ""
        sex = sex_of_title(before)
        return tuple(key for key in full if sex is None or is_of_sex(key, sex))

    def _the_first(self, full: tuple[Key, ...]) -> tuple[Key, ...]:
        """Return the one of a family who came first, unless the next came in one sentence.

        Of two in one it is the one whose kin the other is told to be there.
        """
        ordered = sorted(full, key=lambda key: self._first[key])
        places = [self._sentence(key) for key in ordered[:3]]
        if len(set(places[:2])) == len(places[:2]):
            return tuple(ordered[:1])
        first, second, *_ = (self._first_name(key) for key in ordered[:3])
        one = places[2:] != places[:1] and families.is_told_of(self._paragraphs, first, second)
        return tuple(ordered[:1]) if one else tuple(ordered)

    def _sentence(self, key: Key) -> tuple[int, int]:
        name = self._first_name(key)
        return name.paragraph, self._paragraphs[name.paragraph].doc[name.start].sent.start

    def groups(self) -> Iterator[tuple[int, ...]]:
        """Yield the places of the names of each thing, in the order of first mention."""
        found: dict[Key, list[int]] = defaultdict(list)
        for i in range(len(self._names)):
            found[self._root(i)].append(i)
        return (tuple(group) for group in found.values())


def _index(keys: Iterable[Key]) -> dict[tuple[Type, str], list[Key]]:
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


def _unique_keys(keys: Iterable[Key]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(keys))


def _cluster(
    paragraphs: Sequence[Paragraph],
    names: Sequence[Name],
    group: tuple[int, ...],
    short_forms: frozenset[int],
) -> Cluster:
    members = tuple(names[i] for i in group)
    type_ = members[0].type
    spelt = [_printed(paragraphs, n) for n in members]
    brackets = {spelt[j] for j, i in enumerate(group) if i in short_forms}
    name = _best(type_, [p for p in spelt if p not in brackets] or spelt)
    shown = _without_capitals(unique(p for p in spelt if not capitals.is_for(p, name, type_)))
    if name not in shown:
        shown = (name, *shown)
    equated = tuple(
        p
        for p in shown
        if p in brackets and p != name and (type_ is not Type.PERSON or " " in p)  # no bare "Boy"
    )
    return Cluster(type_, members, name, shown, equated)


def _best(type_: Type, printed: Sequence[str]) -> str:
    """Return the fullest name of a person, a state's usual name, else the most frequent name."""
    states = map(lexicon.state, printed) if type_ is Type.PLACE else ()
    if state := next(filter(None, states), None):
        return state
    times = Counter(printed)
    order = {name: i for i, name in reversed(list(enumerate(printed)))}
    mixed = [name for name in order if not _shouts(name)] or list(order)
    if type_ is Type.PERSON:
        return min(mixed, key=lambda n: (-_size(n), -len(n.split()), -times[n], order[n]))
    display = next((d for n in mixed if (d := spelling.display(type_, n))), None)
    full = [name for name in mixed if not name.isupper()] or mixed
    full = [name for name in full if not _is_bare(name, full)]
    return display or min(full, key=lambda n: (-times[n], order[n]))


def _is_bare(name: str, names: Sequence[str]) -> bool:
    """Say whether a body's name is but the kind that ends a longer one: "the Forum"."""
    kind = name.lower() in lexicon.words("organization", "heads")
    return kind and any(longer.endswith(f" {name}") for longer in names)


def _size(name: str) -> int:
    """Return of how many words a person's name is, a royal title aside."""
    first, *rest = name.lower().split()
    return len(rest) + (first not in lexicon.words("person", "royal"))


def _shouts(name: str) -> bool:
    return name.isupper() and (len(name) > 5 or " " in name)


def _without_capitals(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names without those in capitals that stand there in usual case too."""
    usual = {name.casefold() for name in names if not _shouts(name)}
    return tuple(name for name in names if not _shouts(name) or name.casefold() not in usual)
