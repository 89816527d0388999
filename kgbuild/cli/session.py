"""What every command needs: the ledger, Neo4j where one is named, a way to talk."""

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kgbuild.answers import Answers
    from kgbuild.ledger.store import Ledger
    from kgbuild.neo4j_.connection import Connection

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


@dataclass(frozen=True, slots=True)
class Session:
    """Where the ledger is, and how to reach Neo4j; ``password`` is never shown."""

    db: Path
    uri: str | None
    user: str
    password: str | None = field(repr=False)
    database: str | None

    @classmethod
    def from_environment(cls, db: str, uri: str | None) -> "Session":
        """Return the session of this call; nothing else reads the environment."""
        get = os.environ.get
        user, database = get("NEO4J_USERNAME") or "neo4j", get("NEO4J_DATABASE") or None
        password = get("NEO4J_PASSWORD")
        if password is None and uri:
            password = _written(get("NEO4J_PASSWORD_FILE"))
        return cls(Path(db), uri or None, user, password, database)

    def ledger(self, *, create: bool = False) -> "Ledger":
        """Open the ledger."""
        from kgbuild.ledger.store import Ledger

        return Ledger(self.db, create=create)

    def connect(self) -> "Connection":
        """Connect to the Neo4j that is named."""
        from kgbuild.errors import Neo4jError
        from kgbuild.neo4j_.connection import Connection

        if self.uri is None:
            raise Neo4jError("No Neo4j is named. Set NEO4J_URI, or say kgbuild --neo4j URI load.")
        password = _typed(self.user, self.uri) if self.password is None else self.password
        return Connection(self.uri, self.user, password, self.database)

    def answers(self) -> "Answers":
        """Return what to ask: Neo4j where one is named, else the ledger, and say which."""
        from kgbuild.answers import Offline, Online

        if self.uri is None:
            ledger = self.ledger()
            talk(f"Answered offline from {self.db}; set NEO4J_URI to ask Neo4j.")
            self._warn_if_stale(ledger)
            return Offline(ledger)
        connection = self.connect()
        self._warn_if_behind(connection)
        return Online(connection)

    def _warn_if_stale(self, ledger: "Ledger") -> None:
        from kgbuild import build

        if build.lag(ledger):
            talk("Another version, model or ontology has made this graph. Run: kgbuild rebuild")

    def _warn_if_behind(self, connection: "Connection") -> None:
        from kgbuild.neo4j_.state import state

        if not self.db.is_file():
            return
        with self.ledger() as ledger:
            there = state(connection)
            if there is None or (there.graph, there.revision) != (ledger.graph, ledger.revision):
                talk(f"Neo4j does not hold {self.db} as it is now. Bring it up with: kgbuild load")


def _written(file: str | None) -> str | None:
    """Return the password that a file holds in its first line."""
    from kgbuild.errors import Neo4jError

    if not file:
        return None
    try:
        return (Path(file).read_text(encoding="utf-8").splitlines() or [""])[0]
    except (OSError, ValueError) as error:
        raise Neo4jError(f"NEO4J_PASSWORD_FILE names {file}, which can't be read.") from error


@cache
def _typed(user: str, uri: str) -> str | None:
    """Ask a person at a terminal for the password, once in a run."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    asked: str = click.prompt(
        f"Password of {user} at {uri}", default="", show_default=False, hide_input=True, err=True
    )
    return asked


def moving(stack: ExitStack) -> Callable[[str], None]:
    """Return what shows a line that moves on a terminal until the stack closes, else nothing."""
    if not sys.stderr.isatty():
        return lambda line: None
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    bar = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = bar.add_task("")
    return lambda line: bar.update(task, description=line)


def talk(line: str) -> None:
    """Say something that is no result: on stderr."""
    click.echo(plain(line), err=True)


def plain(text: str) -> str:
    r"""Return the text fit for a terminal: what would steer it is replaced.

    >>> plain("a\x1b[2Jb") == "a\ufffd[2Jb"
    True
    """
    steers = ("Cc", "Cf", "Zl", "Zp", "Cs")
    return "".join("\ufffd" if unicodedata.category(c) in steers and c != "\n" else c for c in text)


def lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as JSON lines, absent values left out."""
    for row in rows:
        found = {name: value for name, value in row.items() if value is not None}
        click.echo(json.dumps(found, ensure_ascii=False))
