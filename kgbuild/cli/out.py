"""The commands that bring the graph elsewhere: to a file, to Neo4j."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgbuild.cli.session import Session, talk

if TYPE_CHECKING:
    from kgbuild.ledger.store import Ledger


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave out ties below."
)
@click.pass_obj
def export(session: Session, file: Path, min_confidence: float) -> None:
    """Write the graph to FILE: .graphml, .json, or .csv (two files, nodes and edges)."""
    from kgbuild.export import write
    from kgbuild.ledger import rows
    from kgbuild.projection import surer

    with session.ledger() as ledger, ledger.snapshot():
        for made in write(surer(rows.projection(ledger), min_confidence), file):
            talk(f"Wrote {made}.")


@click.command()
@click.option("--verify", is_flag=True, help="Compare all that Neo4j holds with the ledger.")
@click.option("--again", is_flag=True, help="Send the whole graph, whatever Neo4j holds of it.")
@click.pass_obj
def load(session: Session, *, verify: bool, again: bool) -> None:
    """Bring Neo4j up to date with the ledger: only what changed is sent."""
    with session.ledger() as ledger:
        bring_up(session, ledger, again=again)
        if verify:
            _verify(session, ledger)


def bring_up(session: Session, ledger: "Ledger", *, again: bool = False) -> None:
    """Send to Neo4j what changed since it was last brought up."""
    from kgbuild import build, ontology
    from kgbuild.ledger import rows
    from kgbuild.neo4j_.load import load, since

    build.mend(ledger)
    known = ontology.load(build.settings_of(ledger).extension).relations
    with session.connect() as connection, ledger.snapshot():
        changes = rows.changes(ledger, 0 if again else since(connection, ledger.graph))
        counts = load(connection, changes, relations=known)
    talk(f"Neo4j holds {session.db} as of revision {changes.revision}: {counts}.")


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
