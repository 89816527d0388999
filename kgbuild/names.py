"""When two names are the same: a name's key, and what does not count in it.

Only spelling is set aside here: case, accents, punctuation, legal forms, honorifics,
the usual short names of states. Everything fuzzier is for a person to judge.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from kgbuild.model import Type
from kgbuild.projection import fold

# Legal forms by the GLEIF's ISO 20275 list, those that news prints; only at a name's end.
LEGAL_FORMS = frozenset(
    """ab ag aktiengesellschaft as asa berhad bhd bv co company corp corporation cv gmbh inc
    incorporated kg kgaa kk limited llc llp lp ltd mbh nv oao ojsc oy oyj pao pjsc plc pte pty
    sa sab sae sarl sas se spa srl zao""".split()
)
_BOUND_FORMS = ("and", "&")  # "Marks and Co": what a form leans on goes with it

HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon sheikh sheikha
    madam madame monsieur herr frau""".split()
)

STATES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "United States": ("us", "usa", "united states of america", "america"),
        "United Kingdom": ("uk", "britain", "great britain"),
        "United Arab Emirates": ("uae",),
        "China": ("prc", "peoples republic of china", "mainland china"),
        "Russia": ("russian federation",),
        "South Korea": ("republic of korea",),
        "North Korea": ("dprk", "democratic peoples republic of korea"),
        "Netherlands": ("holland",),
        "Democratic Republic of the Congo": ("drc", "dr congo"),
        "Ivory Coast": ("cote divoire",),
        "Czech Republic": ("czechia",),
        "Myanmar": ("burma",),
        "Turkey": ("turkiye",),
    }
)
"""States by the name they are shown by, with other names news uses, folded."""

BODIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"European Union": ("eu",), "United Nations": ("un", "uno")}
)

_CANONICAL = {
    (type_, other): name
    for type_, table in ((Type.PLACE, STATES), (Type.ORGANIZATION, BODIES))
    for name, others in table.items()
    for other in (fold(name), *others)
}
_DOTS = re.compile(r"(?<!\w)(?:\w\.){2,}(?:\w(?!\w))?")
_POSSESSIVE = re.compile(r"['’]s?$")
_APOSTROPHE = re.compile(r"['’`´]")
_OTHER = re.compile(r"[^\w&+]+|_+")


@lru_cache(maxsize=100_000)
def normalise(type_: Type, name: str) -> str:
    """Return the part of a name that counts; never empty where the name is not.

    >>> normalise(Type.ORGANIZATION, "Huawei Technologies Co., Ltd.")
    'huawei technologies'
    >>> normalise(Type.PERSON, "Mr. José García's")
    'jose garcia'
    >>> normalise(Type.PLACE, "the U.S.")
    'united states'
    """
    words = _words(name)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if type_ is Type.ORGANIZATION:
        words = _without_forms(words)
    if type_ is Type.PERSON:
        words = _without_honorifics(words)
    plain = " ".join(words) or fold(name) or " ".join(name.split()) or name
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
def display(type_: Type, name: str) -> str | None:
    """Return the name that a state or body is shown by, if it is one that has short names.

    >>> display(Type.PLACE, "US")
    'United States'
    """
    return _CANONICAL.get((type_, " ".join(_words(name)).removeprefix("the ")))


def _words(name: str) -> list[str]:
    folded = _POSSESSIVE.sub("", fold(name))
    folded = _DOTS.sub(lambda match: match[0].replace(".", ""), folded)
    return _OTHER.sub(" ", _APOSTROPHE.sub("", folded)).split()


def _without_forms(words: list[str]) -> list[str]:
    end = len(words)
    while end > 1 and words[end - 1] in LEGAL_FORMS:
        end -= 1
        if end > 1 and words[end - 1] in _BOUND_FORMS:
            end -= 1
    return words[:end]


def _without_honorifics(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and words[start] in HONORIFICS:
        start += 1
    return words[start:]
