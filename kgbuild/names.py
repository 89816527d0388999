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
    """ab ag aktiengesellschaft ao as asa berhad bhd bv cjsc co company corp corporation cv gmbh inc
    incorporated jsc kg kgaa kk limited llc llp lp ltd mbh nv oao ojsc ooo oy oyj pao pjsc plc pte
    pty sa sab sae sarl sas se spa srl doo sro zao""".split()
)
_BEFORE = frozenset("cjsc jsc oao ojsc ooo pao pjsc zao".split())
"""Forms that stand before a name too, as they do in Russian."""
_LONG_FORMS = tuple(
    tuple(form.split())
    for form in (
        "gesellschaft mit beschrankter haftung",
        "limited liability company",
        "public limited company",
        "open joint stock company",
        "closed joint stock company",
        "public joint stock company",
        "joint stock company",
        "societe anonyme",
        "sp z oo",
    )
)
_BOUND_FORMS = ("and", "&")  # "Marks and Co": what a form leans on goes with it

HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon sheikh sheikha
    shaikh madam madame monsieur herr frau president chancellor ambassador senator sen congressman
    congresswoman cllr coun gov gen col capt lt sgt maj supt engr barr atty alhaji hajiya hajia
    mallam shri smt datuk datin dato""".split()
)
_AFTER = frozenset("phd md esq qc kc obe cbe mbe".split())
"""What stands behind a person's name and is none; "Jr" is part of it."""
_SUFFIXES = _AFTER | frozenset("jr sr ii iii iv".split())

_ONE_SPELLING = {
    "organisation": "organization",
    "organisations": "organizations",
    "labour": "labor",
    "defence": "defense",
    "centre": "center",
    "theatre": "theater",
    "programme": "program",
    "intl": "international",
    "dept": "department",
    "assn": "association",
    "univ": "university",
    "govt": "government",
}
_FIRST = {"us": "united states", "usa": "united states", "uk": "united kingdom"} | {
    "eu": "european union",
    "un": "united nations",
}
"""What a body's name may begin with in short: "US Department of State"."""
_FIRST_OF_PLACES = {"st": "saint", "mt": "mount", "ft": "fort"}

STATES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "United States": ("us", "usa", "united states of america", "america"),
        "United Kingdom": ("uk", "britain", "great britain"),
        "United Arab Emirates": ("uae",),
        "China": ("prc", "peoples republic of china", "mainland china"),
        "Russia": ("russian federation",),
        "Germany": ("federal republic of germany",),
        "Iran": ("islamic republic of iran",),
        "Saudi Arabia": ("ksa", "kingdom of saudi arabia"),
        "Syria": ("syrian arab republic",),
        "Vietnam": ("socialist republic of vietnam",),
        "South Korea": ("republic of korea",),
        "North Korea": ("dprk", "democratic peoples republic of korea"),
        "Netherlands": ("holland",),
        "Democratic Republic of the Congo": (
            "drc",
            "dr congo",
            "democratic republic of congo",
        ),
        "Bosnia and Herzegovina": ("bosnia", "bosnia herzegovina"),
        "Cape Verde": ("cabo verde",),
        "East Timor": ("timor leste",),
        "Eswatini": ("swaziland",),
        "Ivory Coast": ("cote divoire",),
        "Czech Republic": ("czechia",),
        "Myanmar": ("burma",),
        "Turkey": ("turkiye",),
        "Trinidad and Tobago": ("trinidad",),
        "Saint Lucia": ("st lucia",),
        "Saint Kitts and Nevis": ("st kitts and nevis", "st kitts"),
        "Saint Vincent and the Grenadines": ("st vincent and the grenadines",),
        "São Tomé and Príncipe": (),
    }
)
"""States by the name they are shown by, with other names news uses, folded."""

BODIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "European Union": ("eu",),
        "United Nations": ("un", "uno"),
        "Federal Reserve": ("fed", "united states federal reserve", "federal reserve system"),
        "Islamic State": (
            "isis",
            "isil",
            "daesh",
            "islamic state group",
            "islamic state of iraq and syria",
            "islamic state of iraq and levant",
        ),
    }
)

_OFFICIAL = {
    "republic of": """Albania Angola Armenia Austria Azerbaijan Belarus Botswana Bulgaria Cameroon
    Chad Chile Colombia Croatia Cuba Cyprus Ecuador Estonia Finland Ghana Guatemala Guinea Haiti
    Honduras Hungary Iceland India Indonesia Iraq Italy Kazakhstan Kenya Latvia Liberia Lithuania
    Malawi Maldives Mali Malta Mauritius Moldova Mozambique Namibia Nicaragua Panama Paraguay Peru
    Philippines Poland Rwanda Senegal Serbia Singapore Slovenia Sudan Tajikistan Tunisia Turkey
    Türkiye Uganda Uzbekistan Vanuatu Yemen Zambia Zimbabwe""",
    "kingdom of": """Bahrain Belgium Bhutan Cambodia Denmark Eswatini Lesotho Morocco Norway Spain
    Sweden Thailand Tonga""",
    "state of": "Eritrea Israel Kuwait Libya Qatar",
    "sultanate of": "Oman",
    "principality of": "Andorra Liechtenstein Monaco",
    "federal republic of": "Nigeria Somalia",
    "islamic republic of": "Mauritania Pakistan",
    "bolivarian republic of": "Venezuela",
    "hashemite kingdom of": "Jordan",
    "grand duchy of": "Luxembourg",
}
"""How registers and treaties begin a state's name. Ireland, China, Korea and Congo name others."""

_CANONICAL = {
    (Type.PLACE, f"{style} {fold(name)}"): {"Türkiye": "Turkey"}.get(name, name)
    for style, states in _OFFICIAL.items()
    for name in states.split()
} | {
    (type_, other): name
    for type_, table in ((Type.PLACE, STATES), (Type.ORGANIZATION, BODIES))
    for name, others in table.items()
    for other in (fold(name), *others)
}
_DOTS = re.compile(r"(?<!\w)(?:\w\.){2,}(?:\w(?!\w))?")
_POSSESSIVE = re.compile(r"['’]s?$")
_APOSTROPHE = re.compile(r"['’`´]")
_NICKNAME = re.compile(r"""(?<=\w)\s+["“”«'‘](?=\w)([^"“”«»'‘’]*\w)["“”»'’]\s+(?=\w)""")
_OTHER = re.compile(r"[^\w&+]+|_+")


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
    words = _words(name)
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
    return _CANONICAL.get((type_, " ".join(_words(name)).removeprefix("the ")))


def _words(name: str) -> list[str]:
    folded = _POSSESSIVE.sub("", fold(name))
    folded = _DOTS.sub(lambda match: match[0].replace(".", ""), folded)
    return _OTHER.sub(" ", _APOSTROPHE.sub("", folded)).split()


def _given_first(name: str) -> str:
    """Return "Family, Given" the other way round; what follows a second comma is kept behind."""
    family, given, *more = (part.strip() for part in name.split(","))
    if not given or not family or set(_words(given)) <= _SUFFIXES:
        return name.replace(",", " ")
    return " ".join((given, family, *more))


def _of_a_body(words: list[str], *, forms: bool) -> list[str]:
    found = [part for word in words for part in word.replace("&", " and ").split()]
    found = [_ONE_SPELLING.get(word, word) for word in found]
    if forms:
        found = _without_forms(found)
    found = [word for word in found if word != "the"] or found
    if len(found) > 1:
        found = [*_FIRST.get(found[0], found[0]).split(), *found[1:]]
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
            if tuple(words[-len(form) :]) == form:
                return words[: -len(form)]
            if tuple(words[: len(form)]) == form:
                return words[len(form) :]
    if len(words) > 1 and words[-1] in LEGAL_FORMS:
        bound = len(words) > 2 and words[-2] in _BOUND_FORMS
        return words[: -2 if bound else -1]
    return words[1:] if len(words) > 1 and words[0] in _BEFORE else words


def _without_honorifics(words: list[str]) -> list[str]:
    start, end = 0, len(words)
    while start < end - 1 and words[start] in HONORIFICS:
        start += 1
    while end - 1 > start and words[end - 1] in _AFTER:
        end -= 1
    return words[start:end]
