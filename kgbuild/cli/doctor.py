"""The command that checks what kgbuild stands on, and says the mend of each fault."""

import sys
from collections.abc import Callable

import click

from kgbuild.cli.session import Session, talk
from kgbuild.errors import KgbuildError, LedgerError


@click.command()
@click.pass_obj
def doctor(session: Session) -> None:
    """Check the model, the ledger and Neo4j; say how to mend what is wrong."""
    faults = 0
    for name, check in (("model", _model), ("ledger", _ledger), ("Neo4j", _neo4j)):
        fault, line = _outcome(check, session)
        faults += fault
        click.echo(f"{'WRONG' if fault else 'ok':<6} {name:<7} {line}")
    if faults:
        talk("Mend what is marked WRONG, then run kgbuild doctor again.")
    sys.exit(1 if faults else 0)


def _outcome(check: Callable[[Session], str], session: Session) -> tuple[bool, str]:
    try:
        return False, check(session)
    except KgbuildError as error:
        return True, str(error)


def _model(session: Session) -> str:
    from kgbuild.build import DEFAULT_MODEL, settings_of
    from kgbuild.extract.workers import Settings, load_reader
    from kgbuild.model import Article

    settings = Settings(DEFAULT_MODEL)
    if session.db.is_file():
        with session.ledger() as ledger:
            settings = settings_of(ledger)
    found = load_reader(settings).read(Article("", "Ada Lovelace was born in London."))
    names = ", ".join(f"{one.name} ({one.type})" for one in found.referents)
    return (
        f"{settings.model} reads: {names or 'nothing in a plain sentence; is it an English one?'}"
    )


def _ledger(session: Session) -> str:
    from kgbuild import build
    from kgbuild.ledger import rows

    if not session.db.is_file():
        return f"{session.db} is not there yet; kgbuild ingest makes it"
    with session.ledger() as ledger:
        ledger.check()
        behind = build.lag(ledger)
        counts = rows.counts(ledger)
    if behind:
        raise LedgerError(
            f"{session.db} was made by another version, model or ontology. Run: kgbuild rebuild"
        )
    return f"{session.db} holds " + ", ".join(f"{n:,} {kind} rows" for kind, n in counts.items())


def _neo4j(session: Session) -> str:
    from kgbuild.neo4j_.state import state

    if session.uri is None:
        return "none named; set NEO4J_URI and NEO4J_PASSWORD to use one"
    with session.connect() as connection:
        there = state(connection)
    if there is None:
        return f"{session.uri} answers and holds no graph yet; kgbuild load brings it"
    if session.db.is_file():
        with session.ledger() as ledger:
            if (there.graph, there.revision) != (ledger.graph, ledger.revision):
                return f"{session.uri} answers, but is not up to date; run kgbuild load"
    return f"{session.uri} answers and is up to date (revision {there.revision})"
