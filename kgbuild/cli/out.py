"""The commands that bring the graph elsewhere: to a file, to Neo4j."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgbuild.cli.session import Session, moving, talk

if TYPE_CHECKING:
    from kgbuild.ledger.store import Ledger


BULK = "neo4j-import"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave out ties below."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice([BULK]),
    help="FILE is then a folder, for neo4j-admin to import.",
)
@click.pass_obj
def export(session: Session, file: Path, min_confidence: float, format_: str | None) -> None:
    """Write the graph to FILE: .graphml, .json, or .csv (two files, nodes and edges)."""
    from kgbuild.export import write
    from kgbuild.ledger import rows
    from kgbuild.projection import surer

    if format_ == BULK:
        if min_confidence:
            raise click.UsageError(f"--min-confidence goes with a file; {BULK} writes all.")
        _bulk(session, file)
        return
    with session.ledger() as ledger, ledger.snapshot():
        for made in write(surer(rows.projection(ledger), min_confidence), file):
            talk(f"Wrote {made}.")


@click.command()
@click.option("--verify", is_flag=True, help="Compare all that Neo4j holds with the ledger.")
@click.option("--again", is_flag=True, help="Send the whole graph, whatever Neo4j holds of it.")
@click.option("--dry-run", is_flag=True, help="Only say what would be sent and removed.")
@click.pass_obj
def load(session: Session, *, verify: bool, again: bool, dry_run: bool) -> None:
    """Bring Neo4j up to date with the ledger: only what changed is sent."""
    with session.ledger() as ledger:
        if dry_run:
            _say(session, ledger, again=again)
            return
        bring_up(session, ledger, again=again)
        if verify:
            _verify(session, ledger)


def bring_up(session: Session, ledger: "Ledger", *, again: bool = False) -> None:
    """Send to Neo4j what changed since it was last brought up."""
    from kgbuild import build, ontology
    from kgbuild.ledger import rows
    from kgbuild.neo4j_.load import load
    from kgbuild.neo4j_.state import since

    build.mend(ledger)
    known = ontology.load(build.settings_of(ledger).extension).relations
    with session.connect() as connection, ledger.snapshot(), ExitStack() as stack:
        changes = rows.changes(ledger, 0 if again else since(connection, ledger.graph))
        progress = _progress(moving(stack))
        counts = load(connection, changes, relations=known, progress=progress)
    talk(f"Neo4j holds {session.db} as of revision {changes.revision}: {counts}.")


def _progress(show: Callable[[str], None]) -> Callable[[int], None]:
    """Return what adds up the rows that were sent and shows how many they are."""
    done = 0

    def told(rows: int) -> None:
        nonlocal done
        done += rows
        show(f"{done:,} rows sent")

    return told


def _say(session: Session, ledger: "Ledger", *, again: bool) -> None:
    from kgbuild.ledger import rows
    from kgbuild.neo4j_.plan import plan
    from kgbuild.neo4j_.state import since

    with session.connect() as connection, ledger.snapshot():
        changes = rows.changes(ledger, 0 if again else since(connection, ledger.graph))
        click.echo(f"Revision {changes.revision}: {plan(connection, changes)}.")


def _bulk(session: Session, folder: Path) -> None:
    from kgbuild.ledger import rows
    from kgbuild.neo4j_ import bulk

    with session.ledger() as ledger, ledger.snapshot():
        for made in bulk.write(rows.changes(ledger, 0), folder):
            talk(f"Wrote {made}.")
    talk(f"Stop Neo4j, run in that folder: {bulk.COMMAND}")
    talk("Then start it and say once: kgbuild load")


def _verify(session: Session, ledger: "Ledger") -> None:
    from kgbuild.errors import Neo4jError
    from kgbuild.ledger import rows
    from kgbuild.neo4j_.verify import verify

    with session.connect() as connection, ledger.snapshot():
        differences = verify(connection, rows.projection(ledger))
    for line in differences:
        talk(line)
    if differences:
        raise Neo4jError("Neo4j and the ledger differ. Mend it with: kgbuild load --again")
    talk("Neo4j holds just what the ledger holds.")
