"""What the user is shown of two entities that may be one, and what tells for or against it."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from kgbuild.ledger.store import Ledger

_OTHERS = """SELECT DISTINCT entity FROM row_mention JOIN row_entity ON id = entity
             WHERE type IN ('PERSON', 'ORGANIZATION') AND article = ?"""


def entities(ledger: Ledger) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield every entity: its id, its type, its names."""
    rows = ledger.db.execute("SELECT id, type, name, aliases FROM row_entity ORDER BY id")
    for id_, type_, name, aliases in rows:
        yield id_, type_, (name, *json.loads(aliases))


def articles_of(ledger: Ledger, entity: str) -> tuple[str, ...]:
    """Return the ids of the articles that speak of an entity, sorted."""
    query = "SELECT article FROM row_mention WHERE entity = ? ORDER BY article"
    return tuple(article for (article,) in ledger.db.execute(query, (entity,)))


def beside(ledger: Ledger, entity: str, most: int = 200) -> tuple[str, ...]:
    """Return what articles name together with an entity, by id, ``most`` articles looked at."""
    query = """SELECT DISTINCT o.entity FROM row_mention o WHERE o.entity <> :id AND o.article IN
               (SELECT article FROM row_mention WHERE entity = :id ORDER BY article LIMIT :most)
               ORDER BY 1"""
    rows = ledger.db.execute(query, {"id": entity, "most": most})
    return tuple(other for (other,) in rows)


def told_twice(
    ledger: Ledger, relations: Sequence[str]
) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Yield who has two objects of a relation by two articles: entity, relation, the articles."""
    query = """SELECT subject, relation, object, min(article) FROM row_statement
               WHERE relation IN (SELECT value FROM json_each(?))
               AND status IN ('asserted', 'former') GROUP BY 1, 2, 3 ORDER BY 1, 2, 4"""
    rows = ledger.db.execute(query, (json.dumps(relations),)).fetchall()
    for (entity, relation), group in groupby(rows, key=lambda row: (row[0], row[1])):
        told = sorted({article for *_, article in group})
        if len(told) > 1:
            yield entity, relation, (told[0], told[1])


def in_common(ledger: Ledger, entity: str, told: tuple[str, str]) -> bool:
    """Say whether two articles name a person or organisation in common beside an entity."""
    first, second = ({id_ for (id_,) in ledger.db.execute(_OTHERS, (one,))} for one in told)
    return bool((first & second) - {entity})


def shown(ledger: Ledger, entity: str) -> tuple[str, str, tuple[str, ...], int]:
    """Return an entity's name, type, other names and number of articles."""
    query = "SELECT name, type, aliases, articles FROM row_entity WHERE id = ?"
    name, type_, aliases, count = ledger.db.execute(query, (entity,)).fetchone()
    return name, type_, tuple(json.loads(aliases)), count


def sentences(ledger: Ledger, entity: str, article: str | None, limit: int) -> tuple[str, ...]:
    """Return sentences that say something of an entity, in one article or in any, the surest."""
    query = """SELECT sentence FROM row_statement WHERE (subject = :id OR object = :id)
               AND (:article IS NULL OR article = :article)
               GROUP BY sentence ORDER BY max(confidence) DESC, min(id) LIMIT :limit"""
    rows = ledger.db.execute(query, {"id": entity, "article": article, "limit": limit})
    return tuple(sentence for (sentence,) in rows)
