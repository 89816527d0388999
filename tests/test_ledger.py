"""A ledger of an earlier format becomes one of this format, with nothing lost."""

from pathlib import Path

from kgbuild.ledger.store import FORMAT, Ledger

ADDED = ("source_given", "source_file", "bearer_family")


def schema(ledger: Ledger) -> list[tuple[str, str]]:
    """Return what the file is made of, sorted."""
    return sorted(ledger.db.execute("SELECT name, sql FROM sqlite_master WHERE sql <> ''"))


def test_a_ledger_of_format_3_is_what_a_new_one_is(tmp_path: Path) -> None:
    with Ledger(tmp_path / "new.db", create=True) as ledger:
        new = schema(ledger)
        for name in ADDED:
            ledger.db.execute(f"DROP INDEX {name}")
        ledger.set("derived", "rows of long ago")
        ledger.db.execute("PRAGMA user_version = 3")

    with Ledger(tmp_path / "new.db") as ledger:
        assert schema(ledger) == new
        assert ledger.setting("derived") is None
        assert ledger.db.execute("PRAGMA user_version").fetchone() == (FORMAT,)
