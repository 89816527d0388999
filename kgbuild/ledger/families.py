"""Find the full name that a family name leans on where it stands alone in an article.

A family name alone is the one full name of its article (that is found in reading); else the
ledger's only full name with that family name, where both articles speak of another thing
by its full name; else it is its own. A second full name takes all of that back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kgbuild import names
from kgbuild.ledger.store import Ledger
from kgbuild.model import Referent, Type

_PERSON = f"{Type.PERSON.value}:"
_PARTICLES = frozenset(
    "al bin da de del della den der di dos du el la le st ten ter van von".split()
)
"""What a family name may begin with."""
# The last word of a key; the index bearer_family of schema.sql stands on these very words.
_FAMILY = "substr(key, length(rtrim(key, replace(replace(key, ' ', ''), ':', ''))) + 1)"
_OF = f"SELECT DISTINCT key FROM bearer WHERE {_FAMILY} = ? AND key GLOB 'PERSON:*'"  # noqa: S608


def of(referents: Iterable[Referent]) -> set[str]:
    """Return the normalised names of the persons among some referents."""
    persons = (one for one in referents if one.type is Type.PERSON)
    return {names.normalise(one.type, one.name) for one in persons}


def of_keys(keys: Iterable[str]) -> set[str]:
    """Return the normalised names of the persons among some keys.

    >>> sorted(of_keys(["PERSON:ada aho", "PERSON:berg", "PLACE:oulu"]))
    ['ada aho', 'berg']
    """
    return {names.name_of(key) for key in keys if key.startswith(_PERSON)}


def is_bare(name: str) -> bool:
    """Say whether a normalised name is a family name alone.

    >>> is_bare("von der leyen"), is_bare("berg"), is_bare("ada berg")
    (True, True, False)
    """
    first, *more = name.split()
    return not more or first in _PARTICLES


def family_of(name: str) -> str:
    """Return the family name of a normalised name.

    >>> family_of("ursula von der leyen")
    'leyen'
    """
    return name.split(" ")[-1]


@dataclass(frozen=True, slots=True)
class Alone:
    """A family name that an article bears alone: normalised, with the slot that it has now."""

    article: str
    name: str
    slot: str


def borne(ledger: Ledger, family: str) -> tuple[list[str], list[str]]:
    """Return the full and the bare names, normalised, that articles bear with a family name."""
    keys = sorted(key for (key,) in ledger.db.execute(_OF, (family,)))
    found = [names.name_of(key) for key in keys]
    return [n for n in found if not is_bare(n)], [n for n in found if is_bare(n)]


def alone(ledger: Ledger, name: str) -> list[Alone]:
    """Return where a bare name stands, by article."""
    query = "SELECT DISTINCT article, slot FROM bearer WHERE key = ? ORDER BY article, slot"
    rows = ledger.db.execute(query, (names.key(Type.PERSON, name),))
    return [Alone(article, name, slot) for article, slot in rows]


def shares(ledger: Ledger, article: str, full: str) -> bool:
    """Say whether an article names in full what one with a full name does, but not that name."""
    person = names.key(Type.PERSON, full)
    named = {key for (key,) in ledger.db.execute(_KEYS, (article,)) if _is_full(key)}
    if person in named:
        return False
    return any(ledger.db.execute(_BESIDE, (key, person)).fetchone() for key in sorted(named))


_KEYS = "SELECT key FROM bearer WHERE article = ?"
_BESIDE = """SELECT 1 FROM bearer b CROSS JOIN bearer f ON f.article = b.article
             WHERE b.key = ? AND f.key = ? LIMIT 1"""


def _is_full(key: str) -> bool:
    type_, _, name = key.partition(":")
    return type_ == Type.ORGANIZATION.value or (type_ == Type.PERSON.value and not is_bare(name))
