"""Articles under their keys, and their readings: the greater part of the ledger's truth."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Gap, Reading, Source, gaps


@dataclass(frozen=True, slots=True)
class Filed:
    """A current article as ``articles`` lists it."""

    key: str
    given: str | None
    article: str
    title: str
    published: str | None
    publisher: str | None
    url: str | None
    language: str
    statements: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A current article with what of it was left unread; ``fingerprint`` tells by what."""

    key: str
    fingerprint: str
    article: Article
    gaps: tuple[Gap, ...]


def article_of(ledger: Ledger, key: str) -> str | None:
    """Return the id of the article that a key points to now."""
    row = ledger.db.execute("SELECT article FROM source WHERE key = ?", (key,)).fetchone()
    return row and str(row[0])


def keys_of(ledger: Ledger, article: str) -> tuple[str, ...]:
    """Return the keys that point to an article now, sorted."""
    rows = ledger.db.execute("SELECT key FROM source WHERE article = ? ORDER BY key", (article,))
    return tuple(key for (key,) in rows)


def article(ledger: Ledger, id_: str) -> Article:
    """Return an article by its id."""
    columns = "title, text, published, publisher, url, language"
    row = ledger.db.execute(f"SELECT {columns} FROM article WHERE id = ?", (id_,)).fetchone()  # noqa: S608
    return Article(*row)


def reading(ledger: Ledger, article: str) -> Reading:
    """Return what an article says."""
    row = ledger.db.execute("SELECT data FROM reading WHERE article = ?", (article,)).fetchone()
    return Reading.from_json(row[0])


def unread(ledger: Ledger, wanted: Sequence[str] | None = None) -> Iterator[Unread]:
    """Yield the current articles with their gaps, by key: all, each once, or the keys wanted."""
    first = "NOT EXISTS (SELECT 1 FROM source o WHERE o.article = s.article AND o.key < s.key)"
    chosen = first if wanted is None else "key IN (SELECT value FROM json_each(:keys))"
    rows = ledger.db.execute(
        f"""SELECT key, fingerprint, json_extract(data, '$[2]'),
                   title, text, published, publisher, url, language
            FROM source s JOIN article a ON a.id = s.article JOIN reading r ON r.article = a.id
            WHERE {chosen} ORDER BY key""",  # noqa: S608
        {"keys": json.dumps(wanted)},
    )
    for key, mark, found, *fields in rows:  # of the reading, SQLite parses what is asked for
        yield Unread(key, mark, Article(*fields), gaps(json.loads(found or "[]")))


def is_fresh(ledger: Ledger, article: str, fingerprint: str) -> bool:
    """Say whether an article was read by just this model, ontology and program."""
    query = "SELECT 1 FROM reading WHERE article = ? AND fingerprint = ?"
    return ledger.db.execute(query, (article, fingerprint)).fetchone() is not None


def stale(ledger: Ledger, fingerprint: str) -> tuple[str, ...]:
    """Return the ids of the current articles that were read by anything else, sorted."""
    query = """SELECT article FROM reading
               WHERE fingerprint <> ? AND article IN (SELECT article FROM source)
               ORDER BY article"""
    return tuple(id_ for (id_,) in ledger.db.execute(query, (fingerprint,)))


def file_(ledger: Ledger, source: Source) -> str | None:
    """Point a key to an article; return the id of the one that it pointed to."""
    before = article_of(ledger, source.key)
    row = (source.article.id, *astuple(source.article))
    ledger.db.execute("INSERT OR IGNORE INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    ledger.db.execute(
        "INSERT OR IGNORE INTO version VALUES (?, ?)", (source.key, source.article.id)
    )
    ledger.db.execute(
        "INSERT OR REPLACE INTO source VALUES (?, ?, ?)",
        (source.key, source.article.id, source.given),
    )
    return before


def keep_reading(ledger: Ledger, article: str, fingerprint: str, found: Reading) -> None:
    """Keep what an article says, and by which fingerprint it was read."""
    row = (article, fingerprint, found.to_json())
    ledger.db.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", row)


def called(ledger: Ledger, wanted: str) -> Iterator[tuple[str, ...]]:
    """Yield the keys of the current articles called so: by key, by given id, by id or file name."""
    for where in ("key = :wanted", "given = :wanted", f"article = :wanted OR {_FILE} = :wanted"):
        query = f"SELECT key FROM source WHERE {where} ORDER BY key"  # noqa: S608
        yield tuple(key for (key,) in ledger.db.execute(query, {"wanted": wanted}))


def forget(ledger: Ledger, key: str) -> None:
    """Take a key away, with every version that no other key has had."""
    ledger.db.execute("DELETE FROM source WHERE key = ?", (key,))
    ledger.db.execute("DELETE FROM version WHERE key = ?", (key,))


def purge(ledger: Ledger, article: str) -> None:
    """Take an article and its reading away if no key has ever had it."""
    unfiled = "NOT EXISTS (SELECT 1 FROM version WHERE article = :id)"
    ledger.db.execute(f"DELETE FROM article WHERE id = :id AND {unfiled}", {"id": article})  # noqa: S608
    ledger.db.execute(f"DELETE FROM reading WHERE article = :id AND {unfiled}", {"id": article})  # noqa: S608


def versions(ledger: Ledger, key: str) -> tuple[str, ...]:
    """Return the ids of all articles that a key has ever pointed to, sorted."""
    rows = ledger.db.execute("SELECT article FROM version WHERE key = ? ORDER BY article", (key,))
    return tuple(id_ for (id_,) in rows)


def current(ledger: Ledger) -> tuple[str, ...]:
    """Return the ids of all current articles, sorted."""
    rows = ledger.db.execute("SELECT DISTINCT article FROM source ORDER BY article")
    return tuple(id_ for (id_,) in rows)


def filed(ledger: Ledger) -> Iterator[Filed]:
    """Yield the current articles with their keys, by key."""
    rows = ledger.db.execute(
        """SELECT key, given, a.id, title, published, publisher, url, language,
                  (SELECT count(*) FROM row_statement s WHERE s.article = a.id)
           FROM source JOIN article a ON a.id = source.article ORDER BY key"""
    )
    return (Filed(*row) for row in rows)


_KEY = "rtrim(key, '/')"
_FILE = f"substr({_KEY}, length(rtrim({_KEY}, replace({_KEY}, '/', ''))) + 1)"
"""A key's last part; the index source_file of schema.sql stands on these very words."""
