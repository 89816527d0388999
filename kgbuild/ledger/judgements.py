"""The user's word, and the actions by which it was given: kept, looked up, taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kgbuild.ledger.store import Ledger
from kgbuild.model import Judgement, Side, Verdict


@dataclass(frozen=True, slots=True)
class Action:
    """What one command of the user wrote down and what it took back, under a number."""

    number: int
    said: tuple[Judgement, ...]
    back: tuple[Judgement, ...]


def keep(ledger: Ledger, judgement: Judgement) -> None:
    """Write a judgement down."""
    ledger.db.execute("INSERT OR IGNORE INTO judgement VALUES (?, ?, ?)", judgement.row)


def forget(ledger: Ledger, judgement: Judgement) -> None:
    """Take a judgement back."""
    query = 'DELETE FROM judgement WHERE verdict = ? AND "left" = ? AND "right" = ?'
    ledger.db.execute(query, judgement.row)


def all_(ledger: Ledger, *verdicts: Verdict) -> tuple[Judgement, ...]:
    """Return the judgements, of some verdicts or of all, sorted."""
    rows = ledger.db.execute("SELECT * FROM judgement ORDER BY 1, 2, 3")
    return tuple(Judgement.of(*row) for row in rows if not verdicts or row[0] in verdicts)


def dropped(ledger: Ledger, slots: Iterable[str]) -> set[str]:
    """Return those of some slots that are judged to be no entity."""
    query = "SELECT 1 FROM judgement WHERE verdict = 'drop' AND \"left\" = ?"
    return {slot for slot in slots if ledger.db.execute(query, (slot,)).fetchone()}


def name_of(ledger: Ledger, entity: str) -> str | None:
    """Return the name that the user gave an entity; of several, that of its first slot."""
    query = """SELECT "right" FROM member JOIN judgement ON "left" = slot
               WHERE verdict = 'rename' AND entity = ? ORDER BY "left", "right" LIMIT 1"""
    row = ledger.db.execute(query, (entity,)).fetchone()
    return row and str(row[0])


def unborne(ledger: Ledger, judgement: Judgement) -> tuple[Side, ...]:
    """Return the sides that no current article bears: for want of them it changes nothing."""
    if judgement.verdict is Verdict.RETYPE:
        query = """SELECT 1 FROM bearer WHERE key = :key AND (:article IS NULL
                   OR article = (SELECT article FROM source WHERE source.key = :article))"""
    else:
        query = "SELECT 1 FROM bearer WHERE slot = :slot"
    return tuple(
        side
        for side in judgement.sides
        if not ledger.db.execute(
            f"{query} LIMIT 1", {"slot": side.slot, "key": side.key, "article": side.article}
        ).fetchone()
    )


def log(ledger: Ledger, said: Sequence[Judgement], back: Sequence[Judgement]) -> int:
    """Note an action; return its number."""
    row = ledger.db.execute("SELECT coalesce(max(number), 0) + 1 FROM action").fetchone()
    rows = [(row[0], 1, *one.row) for one in said] + [(row[0], 0, *one.row) for one in back]
    ledger.db.executemany("INSERT OR IGNORE INTO action VALUES (?, ?, ?, ?, ?)", rows)
    return int(row[0])


def action(ledger: Ledger, number: int | None) -> Action | None:
    """Return an action by its number, or the last."""
    query = "SELECT * FROM action WHERE number = coalesce(?, (SELECT max(number) FROM action))"
    rows = ledger.db.execute(f"{query} ORDER BY 1, 2, 3, 4, 5", (number,)).fetchall()
    if not rows:
        return None
    said, back = (tuple(Judgement.of(*r[2:]) for r in rows if r[1] == kept) for kept in (1, 0))
    return Action(int(rows[0][0]), said, back)


def unlog(ledger: Ledger, number: int) -> None:
    """Take the note of an action away."""
    ledger.db.execute("DELETE FROM action WHERE number = ?", (number,))


def number(ledger: Ledger, judgement: Judgement) -> int | None:
    """Return the number of the action that last gave a judgement."""
    query = """SELECT max(number) FROM action
               WHERE kept AND verdict = ? AND "left" = ? AND "right" = ?"""
    found = ledger.db.execute(query, judgement.row).fetchone()[0]
    return None if found is None else int(found)
