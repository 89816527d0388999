"""Put the names of one article together that name one thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from kgbuild import names as spelling
from kgbuild.extract.names import acronyms, aliases, canonical, capitals, families, stems
from kgbuild.extract.names.groups import Groups
from kgbuild.extract.names.keys import Keys
from kgbuild.extract.text.paragraphs import Paragraph
from kgbuild.extract.text.spans import Name, printed_in
from kgbuild.model import Type, unique


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
    groups = Groups(Keys(paragraphs, names, words))
    pairs = [*acronyms.pairs(paragraphs, names), *aliases.pairs(paragraphs, names)]
    told = frozenset(printed_in(paragraphs, names[short]) for _, short in pairs)
    for full, short in [*pairs, *acronyms.alone(paragraphs, names, told)]:
        groups.join(full, short)
    groups.join_short_forms()
    short_forms = frozenset(short for _, short in pairs)
    return tuple(_cluster(paragraphs, names, group, short_forms) for group in groups.places())


def _words(paragraphs: Sequence[Paragraph], name: Name) -> tuple[str, ...]:
    return tuple(spelling.normalise(name.type, printed_in(paragraphs, name)).split())


def _cluster(
    paragraphs: Sequence[Paragraph],
    names: Sequence[Name],
    group: tuple[int, ...],
    short_forms: frozenset[int],
) -> Cluster:
    members = tuple(names[i] for i in group)
    type_ = members[0].type
    spelt = [printed_in(paragraphs, n) for n in members]
    brackets = {p for i, p in zip(group, spelt, strict=True) if i in short_forms}
    name = canonical.best(type_, [p for p in spelt if p not in brackets] or spelt)
    shown = canonical.without_capitals(
        unique(p for p in spelt if not capitals.is_for(p, name, type_))
    )
    if name not in shown:
        shown = (name, *shown)
    equated = tuple(
        p
        for p in shown
        if p in brackets and p != name and (type_ is not Type.PERSON or " " in p)  # no bare "Boy"
    )
    return Cluster(type_, members, name, shown, equated)
