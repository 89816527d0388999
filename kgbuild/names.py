"""When two names are the same: a name's key, and what does not count in it.

Only spelling is set aside here: case, accents, punctuation, and what ``names.toml`` lists:
legal forms, honorifics, the usual short names of states. Everything fuzzier is for a person
to judge.
"""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from kgbuild import folding
from kgbuild.folding import fold
from kgbuild.model import Type

_TABLE = tomllib.loads((files("kgbuild") / "names.toml").read_text(encoding="utf-8"))
LEGAL_FORMS = frozenset(_TABLE["legal_forms"]["short"].split())
_BEFORE = frozenset(_TABLE["legal_forms"]["before"].split())
_LONG_FORMS = tuple(form.split() for form in _TABLE["legal_forms"]["long"])
_HONORIFICS = frozenset(_TABLE["persons"]["honorifics"].split())
_BEHIND = frozenset(_TABLE["persons"]["behind"].split())
_SUFFIXES = _BEHIND | frozenset(_TABLE["persons"]["suffixes"].split())
_ONE_SPELLING: dict[str, str] = _TABLE["one_spelling"]
_FIRST_OF_BODIES: dict[str, str] = _TABLE["first_of_bodies"]
_FIRST_OF_PLACES: dict[str, str] = _TABLE["first_of_places"]
_CANONICAL: dict[tuple[Type, str], str] = {
    (Type.PLACE, f"{style} {fold(name)}"): name
    for style, states in _TABLE["official"].items()
    for name in states.split()
} | {
    (type_, other): name
    for type_ in (Type.PLACE, Type.ORGANIZATION)
    for name, others in _TABLE[type_].items()
    for other in (fold(name), *others)
}
"""The name that a state or body is shown by, by its type and each of its names, folded."""
_NICKNAME = re.compile(r"""(?<=\w)\s+["“”«'‘](?=\w)([^"“”«»'‘’]*\w)["“”»'’]\s+(?=\w)""")
_TURNS = 4
"""A name is set straight again until nothing changes; two turns do for all but the absurd."""


@lru_cache(maxsize=100_000)
def normalise(type_: Type, name: str) -> str:
    """Return the part of a name that counts; never empty where the name is not.

    >>> normalise(Type.ORGANIZATION, "Huawei Technologies Co., Ltd.")
    'huawei technologies'
    >>> normalise(Type.PERSON, "García, José, PhD")
    'jose garcia'
    >>> normalise(Type.ORGANIZATION, "the U.S. Department of State")
    'united states state department'
    """
    for _ in range(_TURNS):
        before, name = name, _straight(type_, name)
        if name == before:
            break
    return name


def nickname(name: str) -> str | None:
    """Return the nickname within a person's name.

    >>> nickname("Joaquín 'El Chapo' Guzmán"), nickname("Sean O'Brien")
    ('El Chapo', None)
    """
    found = _NICKNAME.search(name)
    return found[1] if found else None


def _straight(type_: Type, name: str) -> str:
    if type_ is Type.PERSON:
        name = _NICKNAME.sub(" ", name)
        name = _given_first(name) if "," in name else name
    words = folding.words(name)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if type_ in (Type.ORGANIZATION, Type.LISTING):
        words = _of_a_body(words, forms=type_ is Type.ORGANIZATION)
    elif type_ is Type.PERSON:
        words = _without_honorifics(words)
    elif len(words) > 1:
        words = [_FIRST_OF_PLACES.get(words[0], words[0]), *words[1:]]
    plain = " ".join(words) or fold(name) or " ".join(name.split()) or "?"
    canonical = _CANONICAL.get((type_, plain))
    return fold(canonical) if canonical else plain


def key(type_: Type, name: str) -> str:
    """Return what a referent is joined by: type and normalised name.

    >>> key(Type.LISTING, "the Entity List")
    'LISTING:entity list'
    """
    return f"{type_.value}:{normalise(type_, name)}"


def type_of(key: str) -> Type:
    """Return the type that a key starts with."""
    return Type(key.partition(":")[0])


@lru_cache(maxsize=100_000)
def name_of(key: str) -> str:
    """Return the normalised name in a key.

    >>> name_of("PLACE:paris texas")
    'paris texas'
    """
    return key.partition(":")[2]


def display(type_: Type, name: str) -> str | None:
    """Return the name that a state or body is shown by, if it is one that has short names.

    >>> display(Type.PLACE, "US")
    'United States'
    """
    return _CANONICAL.get((type_, " ".join(folding.words(name)).removeprefix("the ")))


def _given_first(name: str) -> str:
    """Return "Family, Given" the other way round; what follows a second comma is kept behind."""
    family, given, *more = (part.strip() for part in name.split(","))
    if not given or not family or set(folding.words(given)) <= _SUFFIXES:
        return name.replace(",", " ")
    return " ".join((given, family, *more))


def _of_a_body(words: list[str], *, forms: bool) -> list[str]:
    found = [part for word in words for part in word.replace("&", " and ").split()]
    found = [_ONE_SPELLING.get(word, word) for word in found]
    if forms:
        found = _without_forms(found)
    found = [word for word in found if word != "the"] or found
    if len(found) > 1:
        found = [*_FIRST_OF_BODIES.get(found[0], found[0]).split(), *found[1:]]
    return _office_last(found)


def _office_last(words: list[str]) -> list[str]:
    """Return "department of state" as "state department", what stands before it kept there."""
    for office in ("department", "ministry"):
        if office in words and words[words.index(office) + 1 :][:1] == ["of"]:
            at = words.index(office)
            if words[at + 2 :]:
                return [*words[:at], *words[at + 2 :], office]
    return words


def _without_forms(words: list[str]) -> list[str]:
    left = words
    while (shorter := _without_form(left)) != left:
        left = shorter
    return left


def _without_form(words: list[str]) -> list[str]:
    for form in _LONG_FORMS:
        if len(words) > len(form):
            if words[-len(form) :] == form:
                return words[: -len(form)]
            if words[: len(form)] == form:
                return words[len(form) :]
    if len(words) > 1 and words[-1] in LEGAL_FORMS:
        bound = len(words) > 2 and words[-2] == "and"  # "Marks and Co": it goes with its form
        return words[: -2 if bound else -1]
    return words[1:] if len(words) > 1 and words[0] in _BEFORE else words


def _without_honorifics(words: list[str]) -> list[str]:
    start, end = 0, len(words)
    while start < end - 1 and words[start] in _HONORIFICS:
        start += 1
    while end - 1 > start and words[end - 1] in _BEHIND:
        end -= 1
    return words[start:end]
