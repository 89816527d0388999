"""What an entity's and an edge's row sum up of the mentions and statements in the graph."""

from typing import Any

from kgbuild.ledger.store import Ledger
from kgbuild.model import Status

_SUMS = """SELECT count(*) AS statements, count(DISTINCT article) AS articles,
                  min(published) AS first_reported, max(published) AS last_reported,
                  min(since) AS since, max(until) AS until, max(confidence) AS confidence
           FROM row_statement"""
_BEST = "SELECT article, sentence FROM row_statement"
_BEST_FIRST = "ORDER BY confidence DESC, published IS NULL, published, id LIMIT 1"


def mention_counts(ledger: Ledger, entity: str) -> tuple[int, int]:
    """Return how often an entity is mentioned, and in how many articles."""
    query = "SELECT coalesce(sum(mentions), 0), count(*) FROM row_mention WHERE entity = ?"
    mentions, articles = ledger.db.execute(query, (entity,)).fetchone()
    return mentions, articles


def of_tie(ledger: Ledger, tie: tuple[str, str, str, Status]) -> dict[str, Any] | None:
    """Return what an edge says of all statements of one tie, or None if there are none."""
    subject, relation, object_, status = tie
    where = "subject = ? AND object = ? AND relation = ? AND status = ?"
    values = (subject, object_, relation, status.value)
    found = ledger.db.execute(f"{_SUMS} WHERE {where}", values)
    sums = dict(zip((name for name, *_ in found.description), found.fetchone(), strict=True))
    if sums["statements"] == 0:
        return None
    article, sentence = ledger.db.execute(f"{_BEST} WHERE {where} {_BEST_FIRST}", values).fetchone()
    query = "SELECT coalesce(url, title) FROM article WHERE id = ?"
    source = ledger.db.execute(query, (article,)).fetchone()[0]
    query = f"SELECT DISTINCT role, verb FROM row_statement WHERE {where}"  # noqa: S608
    roles, verbs = zip(*ledger.db.execute(query, values), strict=True)
    several = {"role": _several(roles), "verb": _several(verbs)}
    return {**sums, **several, "sentence": sentence, "source": source}


def _several(found: tuple[str | None, ...]) -> str | None:
    """Return the different values as one: "chief executive | founder"."""
    return " | ".join(sorted({value for value in found if value})) or None
