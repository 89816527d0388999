"""Open a ledger, and change it in transactions that are whole or not at all."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import Self

from kgbuild.errors import LedgerError

FORMAT = 4
"""The version of ``schema.sql``; a ledger of a later one is refused."""

APPLICATION = 0x6B676275  # "kgbu": tells a ledger from any other SQLite file
PATIENCE = 60.0
"""Seconds to wait for another process's transaction."""


class Ledger(AbstractContextManager["Ledger"]):
    """One SQLite file: the articles, their readings, the judgements, the graph's rows."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the ledger, made first if ``create`` and it is not there.

        Raises:
            LedgerError: There is none, it is no ledger, or a newer kgbuild made it.
        """
        self.path = path
        there = path.exists() and (path.stat().st_size > 0 or not path.is_file())
        if not there and not create:
            raise LedgerError(
                f"There is no ledger at {path}. Make one with: kgbuild --db {path} ingest PATH"
            )
        try:
            if not there:
                _make(path)
            self.db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        except sqlite3.DatabaseError as error:
            raise LedgerError(_reason(path, error)) from error
        try:
            self._open()
        except sqlite3.DatabaseError as error:
            self.db.close()
            raise LedgerError(_reason(path, error)) from error
        except LedgerError:
            self.db.close()
            raise

    def __exit__(self, *exc: object) -> None:
        self.db.close()

    def __enter__(self) -> Self:
        return self

    @property
    def folder(self) -> Path:
        """The folder that article keys are relative to."""
        return self.path.absolute().parent

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do the block's changes as one: all of them, or none.

        Raises:
            LedgerError: Another process holds the ledger for too long, or the disk is full.
        """
        try:
            self.db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise LedgerError(_reason(self.path, error)) from error
        try:
            yield
            self.db.execute("COMMIT")
        except sqlite3.OperationalError as error:
            self._roll_back()
            raise LedgerError(_reason(self.path, error)) from error
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read in the block from one state, whatever other processes write meanwhile."""
        self.db.execute("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def check(self) -> None:
        """Check that the file is sound.

        Raises:
            LedgerError: It is damaged.
        """
        try:
            found = self.db.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise LedgerError(_reason(self.path, error)) from error
        if found != "ok":
            raise LedgerError(_reason(self.path, sqlite3.DatabaseError(f"malformed: {found}")))

    def setting(self, name: str) -> str | None:
        """Return what the ledger has set under a name."""
        row = self.db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return row and str(row[0])

    def set(self, name: str, value: str | None) -> None:
        """Set a value under a name, or take it away."""
        if value is None:
            self.db.execute("DELETE FROM setting WHERE name = ?", (name,))
        else:
            self.db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    @property
    def revision(self) -> int:
        """How many transactions have changed the graph's rows so far."""
        return int(self.setting("revision") or 0)

    @property
    def graph(self) -> str:
        """The ledger's own id, drawn when it was made; no part of any comparison."""
        return self.setting("graph") or ""

    def _roll_back(self) -> None:
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")

    def _open(self) -> None:
        self.db.execute("PRAGMA foreign_keys = OFF")
        application, version = (
            int(self.db.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("application_id", "user_version")
        )
        if application == APPLICATION:
            if version > FORMAT:
                raise LedgerError(
                    f"{self.path} was made by a newer kgbuild (format {version}, this one knows "
                    f"{FORMAT}). Update kgbuild."
                )
        else:
            raise LedgerError(f"{self.path} is a database, but no kgbuild ledger. Name another.")
        self.db.execute("PRAGMA synchronous = FULL")
        if version < FORMAT:
            self._migrate()
        self.db.execute("PRAGMA cache_size = -65536")

    def _migrate(self) -> None:
        """Bring a ledger of an earlier format up to this one, unless another process has."""
        with self.transaction():
            version = int(self.db.execute("PRAGMA user_version").fetchone()[0])
            for later in range(version + 1, FORMAT + 1):
                for statement in _script(f"migrate_{later}").split(";\n"):
                    self.db.execute(statement)
            self.db.execute(f"PRAGMA user_version = {FORMAT}")


def _script(name: str) -> str:
    """Return a file of SQL statements, each of which ends its line."""
    return (files("kgbuild.ledger") / f"{name}.sql").read_text("utf-8")


def _make(path: Path) -> None:
    """Make an empty ledger beside its place and move it there whole, unless one came first."""
    draft = path.with_name(f"{path.name}-{secrets.token_hex(4)}")
    try:
        db = sqlite3.connect(draft, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.executescript(_script("schema"))
            db.execute("INSERT INTO setting VALUES ('graph', ?)", (secrets.token_hex(12),))
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {FORMAT}")
        finally:
            db.close()
        if path.exists() and path.stat().st_size == 0:
            path.unlink()  # made to hold the place; no ledger is ever empty
        with suppress(FileExistsError):  # another process was quicker: its ledger stands
            path.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)


def _reason(path: Path, error: sqlite3.DatabaseError) -> str:
    text = str(error)
    if "not a database" in text:
        return f"{path} is no kgbuild ledger. Name another file with --db."
    if "locked" in text or "busy" in text:
        return f"{path} is held by another kgbuild. Wait until that is done, then run this again."
    if "malformed" in text:
        return f"{path} is damaged ({text}). Restore it from a copy, or ingest anew into another."
    return f"The ledger {path} can't be used: {text}. Is its folder there, writable, not full?"
