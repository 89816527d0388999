"""Whether one name of an article can be short for another: what the words allow, the text may bar.

The table of bars is below.
"""

import re

from kgbuild.extract.names import families
from kgbuild.extract.names.keys import Keys
from kgbuild.extract.names.short_forms import Key, is_short, is_without_state, takes_up
from kgbuild.extract.text.lexicon import state_of_people, words
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.spans import Name
from kgbuild.model import Type

_HYPHENED = re.compile(r"[^\W\d_]{3,}-[^\W\d_]+$")


def can_be(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether a name can be short for another wherever either stands."""
    if _has_title_of(keys, short, full):
        return True
    return is_short(short, full) and not any(bars(keys, short, full) for bars in _BARS)


def can_take_up(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether a body may be called so once its full name is told: Norvane of Norvane Optics."""
    return (
        takes_up(short, full, sport=keys.sport)
        and not _is_unit(keys, short, full)
        and not _may_be_of_another_state(keys, short, full)
    )


def is_hyphened(keys: Keys, full: Key) -> bool:
    """Say whether one has two family names, joined by a hyphen."""
    return bool(_HYPHENED.search(keys.printed(full)))


def _has_title_of(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether one is called by the title of the full name: "Prince Max Orr", Prince Max."""
    title, *given = short[1]
    if short[0] is not Type.PERSON or title not in words("person", "royal"):
        return False
    before = keys.before(keys.name(full)).lower()
    return len(given) == 1 and full[1][:1] == tuple(given) and before == title


def _may_be_of_another_state(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether it need not be the U.S. one: "Russia's Energy Ministry and the U.S. one"."""
    if not is_without_state(short[1], full[1]):
        return False
    size = len(short[1])
    longer = {key for key in keys.first if key[1][-size:] == short[1] and key != short}
    mentions = (name for name, key in zip(keys.names, keys.each, strict=True) if key == short)
    return len(longer) > 1 or any(_is_owned(keys, name) for name in mentions)


def _is_owned(keys: Keys, name: Name) -> bool:
    before = keys.before(name)
    return before in {"'s", "'"} or state_of_people(before) is not None


def _is_unit(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether the longer name is of what the text calls the other's: "Acme's arm Acme Rail"."""
    return (short[1], full[1]) in keys.units


def _is_kin(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether the full name is of kin of whom the short one means: "Poe's son, Ray Poe"."""
    one, other = keys.name(short), keys.name(full)
    person = short[0] is Type.PERSON and one.paragraph == other.paragraph
    return person and families.is_owner(keys.paragraphs[one.paragraph].doc, one, other)


def _is_another(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether a name is another's without the first word, and yet another person's.

    "Karsten Emil Berg is the son of Emil Berg": and of Ida Hrynko-Bell none is called Bell.
    """
    if short[0] is not Type.PERSON or not _ends(short, full):
        return False
    if len(short[1]) > 1:
        return families.is_kin_of(keys.paragraphs, keys.name(short))
    return is_hyphened(keys, full)


def _is_older_body(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether a body was named before one that ends in its name: "Holcim said Padma Holcim"."""
    if short[0] is not Type.ORGANIZATION or keys.first[full] < keys.first[short]:
        return False
    kind = full[1][0] in words("organization", "heads")  # University of Bonn
    return _ends(short, full) and not kind and not keys.sport


def _is_older_relative(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether one of a family is named before another person who is called so.

    "Her husband Vitaly was there. Minister Vitaly Poe was not."
    """
    if short[0] is not Type.PERSON or keys.first[full] < keys.first[short]:
        return False
    name = keys.name(short)
    doc = keys.paragraphs[name.paragraph].doc
    if not any(t.lower_ in families.KIN for t in doc[max(0, name.start - 2) : name.start]):
        return False
    if _ends(short, full):
        return len(short[1]) == 1  # "his son Max", "Ann Max": his wife
    if full[1][:1] != short[1]:
        return False
    family = families.stem(full[1][-1])
    told = family in doc[name.start].sent.text.lower() or any(
        type_ is Type.PERSON and len(own) > 1 and families.stem(own[-1]) == family
        for type_, own in keys.introduced_before(short, keys.first)
    )
    return not told and not _follows(keys, short, full)


def _ends(short: Key, full: Key) -> bool:
    return full[1][-len(short[1]) :] == short[1]


def _follows(keys: Keys, short: Key, full: Key) -> bool:
    """Say whether the full name begins the next sentence, and nobody says whose it is."""
    one, other = keys.name(short), keys.name(full)
    doc = keys.paragraphs[one.paragraph].doc
    end = doc[one.start].sent.end
    place = (one.paragraph + 1, 0) if end == len(doc) else (one.paragraph, end)
    behind = text_in(keys.paragraphs[other.paragraph].doc, other.end, other.end + 1)
    return place == (other.paragraph, other.start) and behind not in {",", "(", "-", "–"}


_BARS = (_is_older_body, _is_older_relative, _is_another, _is_kin, _is_unit)
"""What in the text rules out that a name is short for another."""
