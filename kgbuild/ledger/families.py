"""Find the full name that a family name leans on where it stands alone in an article.

A family name alone is the one full name of its article (that is found in reading); else the
ledger's only full name with that family name, where both articles speak of another thing
by its full name; else it is its own. A second full name takes all of that back.
"""

from collections.abc import Iterable, Iterator

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
    """Return the family names of the persons among some referents."""
    persons = (one for one in referents if one.type is Type.PERSON)
    return of_keys(names.key(one.type, one.name) for one in persons)


def of_keys(keys: Iterable[str]) -> set[str]:
    """Return the family names among some keys.

    >>> sorted(of_keys(["PERSON:ada aho", "PERSON:berg", "PLACE:oulu"]))
    ['aho', 'berg']
    """
    return {key.removeprefix(_PERSON).split(" ")[-1] for key in keys if key.startswith(_PERSON)}


def is_bare(name: str) -> bool:
    """Say whether a normalised name is a family name alone.

    >>> is_bare("von der leyen"), is_bare("berg"), is_bare("ada berg")
    (True, True, False)
    """
    first, *more = name.split()
    return not more or first in _PARTICLES


def leaning(
    ledger: Ledger, family: str, spoken: frozenset[str]
) -> Iterator[tuple[str, str, str | None]]:
    """Yield (article, family name, the full name it leans on) wherever it stands alone.

    Names are normalised ones. One whose key the user has spoken of leans on none.
    """
    found = sorted(key for (key,) in ledger.db.execute(_OF, (family,)))
    full = [key for key in found if not is_bare(key.removeprefix(_PERSON))]
    for bare in found:
        if bare in full:
            continue
        only = full[0] if len(full) == 1 and bare not in spoken else None
        if only is not None and not only.endswith(f" {bare.removeprefix(_PERSON)}"):
            only = None
        near = _beside(ledger, bare, only) if only else frozenset()
        for article in _bearing(ledger, bare):
            leans = only.removeprefix(_PERSON) if only and article in near else None
            yield article, bare.removeprefix(_PERSON), leans


def _bearing(ledger: Ledger, key: str) -> list[str]:
    query = "SELECT DISTINCT article FROM bearer WHERE key = ? ORDER BY article"
    return [article for (article,) in ledger.db.execute(query, (key,))]


def _beside(ledger: Ledger, bare: str, full: str) -> frozenset[str]:
    """Return the articles with a bare name that share a full name with one of the full name's."""
    bearing, those = frozenset(_bearing(ledger, bare)), frozenset(_bearing(ledger, full))
    shared = {key for article in those for key in _named(ledger, article)} - {bare, full}
    return frozenset(a for a in bearing - those if not shared.isdisjoint(_named(ledger, a)))


def _named(ledger: Ledger, article: str) -> list[str]:
    """Return the keys of what an article names in full: persons and organisations."""
    query = "SELECT key FROM bearer WHERE article = ?"
    keys = (key for (key,) in ledger.db.execute(query, (article,)))
    return [key for key in keys if _is_full(key)]


def _is_full(key: str) -> bool:
    type_, _, name = key.partition(":")
    return type_ == Type.ORGANIZATION.value or (type_ == Type.PERSON.value and not is_bare(name))
