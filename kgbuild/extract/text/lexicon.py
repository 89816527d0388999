"""Words that tell a name's kind, and states by the adjectives of their people: as data."""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from kgbuild import names
from kgbuild.extract.words import table
from kgbuild.model import Type

_FILES_OF_THEIR_OWN = frozenset({"given", "sexes"})
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "þ": "th", "æ": "ae", "ß": "ss"}
)

NATIONS = frozenset({"England", "Northern Ireland", "Scotland", "Wales"})
"""No states, and yet one is a Scot, and they have teams."""


@cache
def words(section: str, name: str) -> frozenset[str]:
    """Return one list of the data: split at bars where it has any, else at spaces."""
    text: str = table(section if section in _FILES_OF_THEIR_OWN else "words")[section][name]
    return frozenset(w.strip() for w in (text.split("|") if "|" in text else text.split()))


@lru_cache(maxsize=1 << 14)
def state(name: str) -> str | None:
    """Return the state that a name means, by the name it is shown by.

    >>> state("U.S."), state("Dutch"), state("Netherlands")
    ('United States', None, 'Netherlands')
    """
    plain = name.removeprefix("the ").removeprefix("The ")
    return plain if plain in _states() else names.display(Type.PLACE, plain)


def is_nation(name: str) -> bool:
    """Say whether one may be a citizen of it, or play for it: a state, or England.

    >>> is_nation("Scotland"), is_nation("Lagos")
    (True, False)
    """
    return name in NATIONS or state(name) is not None


def is_place(name: str) -> bool:
    """Say whether the name is a state's or a great city's.

    >>> is_place("Lagos"), is_place("Biden")
    (True, False)
    """
    return state(name) is not None or name in words("place", "cities")


def is_town(name: str) -> bool:
    """Say whether the name is a state's, a great city's, a capital's or a region's.

    >>> is_town("Dili"), is_town("Zhejiang"), is_town("Biden")
    (True, True, False)
    """
    return is_place(name) or plain(name) in _capitals() or name in _regions()


def is_land(name: str) -> bool:
    """Say whether the name is a state's or a region's, which has towns in it.

    >>> is_land("Texas"), is_land("Peru"), is_land("Oslo")
    (True, True, False)
    """
    return state(name) is not None or name in _regions()


def state_of_people(word: str) -> str | None:
    """Return the state whose people or things are called by the word.

    >>> state_of_people("Dutch"), state_of_people("Americans"), state_of_people("Huawei")
    ('Netherlands', 'United States', None)
    """
    return _peoples().get(word)


@cache
def sex_of_given(name: str) -> str | None:
    """Return the sex of nearly all who bear a given name, accents and case aside.

    >>> sex_of_given("Andrés"), sex_of_given("Ilmārs"), sex_of_given("Kim")
    ('male', 'male', None)
    """
    word = plain(name)
    known = [
        sex
        for sex in ("male", "female")
        if word in words("given", sex) or word in words("sexes", sex)
    ]
    return known[0] if len(known) == 1 else None


def sex_of_noun(word: str) -> str | None:
    """Return the sex of whom a pronoun, a title or a noun means.

    >>> sex_of_noun("sister"), sex_of_noun("he"), sex_of_noun("teacher")
    ('female', 'male', None)
    """
    return next((sex for sex in ("male", "female") if word in words("person", sex)), None)


@cache
def is_given(name: str) -> bool:
    """Say whether a word is a given name that is common in the news.

    >>> is_given("Andrés"), is_given("Summer")
    (True, False)
    """
    return any(plain(name) in words("given", sex) for sex in ("male", "female"))


def plain(name: str) -> str:
    """Return a name in small letters without accents.

    >>> plain("Łukasz"), plain("Þór"), plain("Inês")
    ('lukasz', 'thor', 'ines')
    """
    if name.isascii():
        return name.lower()
    spelt = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return "".join(c for c in spelt if not unicodedata.combining(c))


def state_by_capital(city: str) -> str | None:
    """Return the state whose capital a city is.

    >>> state_by_capital("BRASÍLIA"), state_by_capital("Lagos")
    ('Brazil', None)
    """
    return _capitals().get(plain(city))


def is_city(name: str) -> bool:
    """Say whether the name is a great city's or a capital's, and no state's.

    >>> is_city("Milan"), is_city("Singapore")
    (True, False)
    """
    great = name in words("place", "cities") or state_by_capital(name) is not None
    return great and state(name) is None


def is_part(name: str) -> bool:
    """Say whether the name is a great city's or that of a part of a state.

    >>> is_part("North Carolina"), is_part("Chicago"), is_part("Sweden")
    (True, True, False)
    """
    return name in _regions() or is_city(name) or name == "New York"


def is_institution(name: str) -> bool:
    """Say whether a body's name tells what it is, as those of one state's own do.

    >>> is_institution("University of Oslo"), is_institution("Lukoil")
    (True, False)
    """
    kinds = words("organization", "government") | words("organization", "bodies")
    return not kinds.isdisjoint(name.lower().split())


def is_agency(printed: str, name: str) -> bool:
    """Say whether a body is called by an acronym, and is known for an agency by that or in full.

    >>> is_agency("FBI", "FBI"), is_agency("FDA", "Food and Drug Administration")
    (True, True)
    >>> is_agency("HSBC", "HSBC"), is_agency("FBK", "Fox Bank")
    (False, False)
    """
    kinds = words("organization", "government") - {"nations", "party", "union"}
    whole = name != printed and name.lower().split()[-1] in kinds
    known = printed.lower() in words("organization", "agencies")
    return printed[:1].isupper() and " " not in printed and (known or whole)


def is_central_bank(name: str) -> bool:
    """Say whether a body's name is that of a state's bank, which nobody has shares in.

    >>> is_central_bank("Central Bank of Kenya"), is_central_bank("Bank of China")
    (True, False)
    """
    parts = set(name.lower().split())
    central = not parts.isdisjoint({"central", "reserve", "federal"})
    return (central and not parts.isdisjoint({"bank", "reserve"})) or "bundesbank" in parts


def is_party(names: Iterable[str]) -> bool:
    """Say whether a body is a party by the words of one of its names.

    >>> is_party(["NPP", "New Peoples Party"]), is_party(["National Bank"])
    (True, False)
    """
    said = {word for name in names for word in name.lower().split()}
    return not said.isdisjoint(words("organization", "of_parties"))


def is_force(name: str) -> bool:
    """Say whether a body's name is an army's, a police's or the like, whose captains play nothing.

    >>> is_force("Royal Navy"), is_force("LAPD"), is_force("Police FC")
    (True, True, False)
    """
    last = name.split()[-1]
    return last.lower() in words("organization", "forces") or (len(last) < 6 and last[-2:] == "PD")


def is_league(name: str) -> bool:
    """Say whether a body's name says that it has members.

    >>> is_league("Alliance of Free Farmers"), is_league("Alliance Bank")
    (True, False)
    """
    leagues, parts = words("organization", "leagues"), name.lower().split()
    of = next((i for i, word in enumerate(parts) if word in {"of", "for"}), len(parts))
    return parts[-1] in leagues or (of > 0 and parts[of - 1] in leagues)


@cache
def starts_of_people() -> frozenset[str]:
    """Return the first words of those that ``state_of_people`` knows."""
    return frozenset(word.partition(" ")[0] for word in _peoples())


@cache
def _states() -> frozenset[str]:
    return frozenset(table("countries"))


@cache
def _capitals() -> dict[str, str]:
    return {plain(city): state for state, city in table("capitals").items()}


@cache
def _regions() -> frozenset[str]:
    return frozenset(name for found in table("regions").values() for name in found)


def state_of_region(name: str) -> str | None:
    """Return the state that a region is a part of.

    >>> state_of_region("California"), state_of_region("Lyon")
    ('United States', None)
    """
    of = next((of for of, found in table("regions").items() if name in found), None)
    return None if of is None else names.display(Type.PLACE, of)


@cache
def _peoples() -> dict[str, str]:
    pairs = [(w, state) for state, found in table("countries").items() for w in found]
    return {**{f"{word}s": state for word, state in pairs}, **dict(pairs)}
