"""Who bears which name: the derived tables that the graph's rows are made from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from kgbuild import names
from kgbuild.ledger.store import Ledger
from kgbuild.model import Referent, Verdict
from kgbuild.resolve.join import Pair
from kgbuild.resolve.slots import Slots


def enter(
    ledger: Ledger, article: str, slots: Sequence[str], referents: Sequence[Referent]
) -> None:
    """Enter an article's referents, each under its slot, and what the article equates."""
    keys = (names.key(referent.type, referent.name) for referent in referents)
    rows = [(article, i, *both) for i, both in enumerate(zip(keys, slots, strict=True))]
    ledger.db.executemany("INSERT INTO bearer VALUES (?, ?, ?, ?)", rows)
    equated = {(names.key(r.type, name), article) for r in referents for name in r.equated}
    ledger.db.executemany("INSERT INTO equated VALUES (?, ?)", sorted(equated))
    query = """INSERT INTO name VALUES (?, ?, ?, ?) ON CONFLICT (slot, name)
               DO UPDATE SET best = best + excluded.best, uses = uses + excluded.uses"""
    ledger.db.executemany(query, _names(slots, referents))


def equate(ledger: Ledger, article: str, pairs: Iterable[Pair]) -> None:
    """Enter which slots an article itself puts on a par."""
    rows = [(*sorted(pair), article) for pair in pairs]
    ledger.db.executemany("INSERT OR IGNORE INTO equation VALUES (?, ?, ?)", rows)


def leave(ledger: Ledger, article: str, referents: Sequence[Referent]) -> tuple[str, ...]:
    """Take an article's referents out again; return every slot that this touches."""
    query = "SELECT slot FROM bearer WHERE article = ? ORDER BY referent"
    slots = [one for (one,) in ledger.db.execute(query, (article,))]
    query = 'SELECT "left", "right" FROM equation WHERE article = ?'
    equated = [*chain.from_iterable(ledger.db.execute(query, (article,)))]
    ledger.db.execute("DELETE FROM bearer WHERE article = ?", (article,))
    ledger.db.execute("DELETE FROM equation WHERE article = ?", (article,))
    ledger.db.execute("DELETE FROM equated WHERE article = ?", (article,))
    rows = [(best, uses, one, name) for one, name, best, uses in _names(slots, referents)]
    query = "UPDATE name SET best = best - ?, uses = uses - ? WHERE slot = ? AND name = ?"
    ledger.db.executemany(query, rows)
    query = "DELETE FROM name WHERE slot = ? AND name = ? AND uses <= 0"
    ledger.db.executemany(query, [(one, name) for _, _, one, name in rows])
    return tuple(sorted({*slots, *equated}))


def clear(ledger: Ledger) -> None:
    """Empty the index, to be made anew."""
    for table in ("bearer", "equation", "equated", "name", "member", "spelling"):
        ledger.db.execute(f"DELETE FROM {table}")  # noqa: S608


def region(ledger: Ledger, start: str, judged: Slots) -> tuple[set[str], list[Pair]]:
    """Return the slots that joins can reach from one, and the automatic joins among them."""
    found, automatic, open_ = {start}, [], [start]
    while open_:
        one = open_.pop()
        joined = [*_linked(ledger, one), *judged.beside(one)]
        automatic += [(one, other) for other in joined]
        fresh = {*joined, *_judged(ledger, one, Verdict.SAME)} - found
        found |= fresh
        open_ += fresh
    return found, automatic


def judged(ledger: Ledger, slots: Iterable[str], verdict: Verdict) -> list[Pair]:
    """Return the judged pairs with a side among some slots."""
    return [(one, other) for one in slots for other in _judged(ledger, one, verdict)]


def borne(ledger: Ledger, slots: Iterable[str]) -> tuple[str, ...]:
    """Return those of some slots that a current article bears, sorted."""
    query = "SELECT 1 FROM bearer WHERE slot = ? LIMIT 1"
    return tuple(s for s in sorted(slots) if ledger.db.execute(query, (s,)).fetchone())


def bearers(ledger: Ledger, slot: str) -> tuple[str, ...]:
    """Return the ids of the articles that bear a slot, sorted."""
    query = "SELECT DISTINCT article FROM bearer WHERE slot = ? ORDER BY article"
    return tuple(article for (article,) in ledger.db.execute(query, (slot,)))


def reading(ledger: Ledger, key: str) -> tuple[str, ...]:
    """Return the ids of the articles that a key was read in, or is equated in, sorted."""
    query = """SELECT article FROM bearer WHERE key = :key
               UNION SELECT article FROM equated WHERE key = :key ORDER BY article"""
    return tuple(article for (article,) in ledger.db.execute(query, {"key": key}))


def entities_in(ledger: Ledger, article: str) -> tuple[str | None, ...]:
    """Return the entity that each referent of an article is, None where it was dropped."""
    query = """SELECT entity FROM bearer LEFT JOIN member USING (slot)
               WHERE article = ? ORDER BY referent"""
    return tuple(entity for (entity,) in ledger.db.execute(query, (article,)))


def entity_of(ledger: Ledger, slot: str) -> str | None:
    """Return the entity that a slot belongs to."""
    row = ledger.db.execute("SELECT entity FROM member WHERE slot = ?", (slot,)).fetchone()
    return row and str(row[0])


def assign(ledger: Ledger, slot: str, entity: str | None) -> None:
    """Say which entity a slot belongs to, or that it belongs to none."""
    if entity is None:
        ledger.db.execute("DELETE FROM member WHERE slot = ?", (slot,))
    else:
        ledger.db.execute("INSERT OR REPLACE INTO member VALUES (?, ?)", (slot, entity))


def slots_of(ledger: Ledger, entity: str) -> tuple[str, ...]:
    """Return an entity's slots, sorted."""
    query = "SELECT slot FROM member WHERE entity = ? ORDER BY slot"
    return tuple(slot for (slot,) in ledger.db.execute(query, (entity,)))


def names_under(ledger: Ledger, slot: str) -> tuple[str, ...]:
    """Return the names that a slot goes by, sorted."""
    query = "SELECT name FROM name WHERE slot = ? ORDER BY name"
    return tuple(name for (name,) in ledger.db.execute(query, (slot,)))


def borne_in(ledger: Ledger, article: str, entity: str) -> tuple[tuple[str, str], ...]:
    """Return what an entity goes by in an article: pairs of key and slot, sorted."""
    query = """SELECT DISTINCT key, slot FROM bearer JOIN member USING (slot)
               WHERE article = ? AND entity = ? ORDER BY 1, 2"""
    return tuple(ledger.db.execute(query, (article, entity)))


def read_as(ledger: Ledger, slot: str) -> tuple[str, ...]:
    """Return the keys, as they were read, that a slot has, sorted."""
    query = "SELECT DISTINCT key FROM bearer WHERE slot = ? ORDER BY key"
    return tuple(key for (key,) in ledger.db.execute(query, (slot,)))


def names_of(ledger: Ledger, entity: str) -> list[tuple[str, int, int]]:
    """Return an entity's names, each with how many referents have it as best name, and at all."""
    query = """SELECT name, sum(best), sum(uses) FROM member JOIN name USING (slot)
               WHERE entity = ? GROUP BY name ORDER BY name"""
    return ledger.db.execute(query, (entity,)).fetchall()


def spell(ledger: Ledger, entity: str, folded: Sequence[str]) -> None:
    """Enter the folded names, sorted, that an entity is looked up by, in place of earlier ones."""
    query = "SELECT folded FROM spelling WHERE entity = ? ORDER BY folded"
    if [one for (one,) in ledger.db.execute(query, (entity,))] != [*folded]:
        ledger.db.execute("DELETE FROM spelling WHERE entity = ?", (entity,))
        rows = [(one, entity) for one in folded]
        ledger.db.executemany("INSERT INTO spelling VALUES (?, ?)", rows)


def all_names(ledger: Ledger) -> list[tuple[str, str]]:
    """Return every (folded name, entity) of the graph, sorted."""
    return ledger.db.execute("SELECT folded, entity FROM spelling ORDER BY 1, 2").fetchall()


def _names(slots: Sequence[str], referents: Sequence[Referent]) -> list[tuple[str, str, int, int]]:
    best = Counter((one, referent.name) for one, referent in zip(slots, referents, strict=True))
    uses = Counter(
        (one, name)
        for one, referent in zip(slots, referents, strict=True)
        for name in referent.names
    )
    return [(*pair, best[pair], count) for pair, count in sorted(uses.items())]


def _linked(ledger: Ledger, slot: str) -> list[str]:
    query = """SELECT "right" FROM equation WHERE "left" = :slot
               UNION SELECT "left" FROM equation WHERE "right" = :slot"""
    return [other for (other,) in ledger.db.execute(query, {"slot": slot})]


def _judged(ledger: Ledger, slot: str, verdict: Verdict) -> list[str]:
    query = """SELECT "right" FROM judgement WHERE verdict = :verdict AND "left" = :slot
               UNION SELECT "left" FROM judgement WHERE verdict = :verdict AND "right" = :slot"""
    return [
        other for (other,) in ledger.db.execute(query, {"verdict": verdict.value, "slot": slot})
    ]
