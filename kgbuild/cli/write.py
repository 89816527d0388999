"""The commands that change the ledger, and the list of what it holds."""

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from kgbuild.cli.session import Session, json_option, lines, moving, plain, talk

if TYPE_CHECKING:
    from collections.abc import Callable

    from kgbuild.ingest import Report
    from kgbuild.ledger.store import Ledger


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes."
)
@click.option("--model", metavar="PACKAGE", help="The spaCy model; kept in the ledger.")
@click.option("--ontology", metavar="FILE", help="Relation types of your own, TOML; kept too.")
@json_option
@click.pass_obj
def ingest(
    session: Session,
    paths: tuple[str, ...],
    workers: int,
    model: str | None,
    ontology: str | None,
    *,
    as_json: bool,
) -> None:
    """Read articles into the graph: files, folders, or - for standard input.

    .txt .md .html .pdf .jsonl (id, title, text, published, url, publisher). What is
    there already is passed over, what changed is replaced.
    """
    from pathlib import Path

    from kgbuild import build
    from kgbuild.ontology import read_extension
    from kgbuild.read import read

    extension = read_extension(Path(ontology)) if ontology else None
    with session.ledger(create=True) as ledger, ExitStack() as stack:
        build.settle(ledger, model, extension)
        report = build.ingest(
            ledger,
            read(paths, base=ledger.folder),
            workers=workers,
            progress=_bar(stack),
        )
        stack.close()
        _report(ledger, report, as_json=as_json)
        close(session, ledger)
    sys.exit(1 if report.failures else 0)


@click.command()
@click.argument("article")
@click.pass_obj
def remove(session: Session, article: str) -> None:
    """Take an ARTICLE out, every version of it: by url, id, path, or file name."""
    from kgbuild import build

    with session.ledger() as ledger:
        talk(f"Removed {build.remove(ledger, article)}.")
        close(session, ledger)


@click.command()
@click.option("--workers", type=click.IntRange(1, 64), default=1, help="Processes.")
@click.pass_obj
def rebuild(session: Session, workers: int) -> None:
    """Make the graph anew from the ledger; read again what an older version had read."""
    from kgbuild import build
    from kgbuild.ledger import rows

    with session.ledger() as ledger:
        again = build.rebuild(ledger, workers=workers)
        there = rows.counts(ledger)
        counted = ", ".join(f"{count:,} {kind} rows" for kind, count in there.items())
        talk(f"Rebuilt {counted}; read {again:,} articles again.")
        close(session, ledger)


@click.command()
@json_option
@click.pass_obj
def articles(session: Session, *, as_json: bool) -> None:
    """List the articles in the graph."""
    from dataclasses import asdict

    from kgbuild.ledger import articles as filed

    with session.ledger() as ledger:
        for row in filed.filed(ledger):
            if as_json:
                lines([asdict(row)])
                continue
            unread = "" if row.language == "en" else f"  not read: language {row.language}"
            dated = row.published or "no date   "
            click.echo(plain(f"{dated}  {row.title}  ({row.key}){unread}"))


def _bar(stack: ExitStack) -> "Callable[[Report], None]":
    """Return what shows how far the reading is."""
    bar = moving(stack)

    def show(report: "Report") -> None:
        done = report.new + report.replaced + report.reread
        speed = report.words / report.seconds if report.seconds else 0
        bar(f"{done:,} articles read, {speed:,.0f} words a second")

    return show


def _report(ledger: "Ledger", report: "Report", *, as_json: bool) -> None:
    from kgbuild.ledger import rows
    from kgbuild.projection import Kind

    for failure in report.failures:
        talk(f"{failure.input}: {failure.reason}")
    counts = rows.counts(ledger)
    table = {
        "new": report.new,
        "same": report.same,
        "replaced": report.replaced,
        "readAgain": report.reread,
        "failed": len(report.failures),
        "notEnglish": report.unread,
        "articles": counts[Kind.ARTICLE],
        "entities": counts[Kind.ENTITY],
        "statements": counts[Kind.STATEMENT],
        "wordsPerSecond": round(report.words / report.seconds) if report.seconds else 0,
    }
    if as_json:
        lines([table])
        return
    for name, value in table.items():
        click.echo(f"{LABELS[name]:<28}{value:>9,}")


LABELS = {
    "new": "articles new",
    "same": "articles same",
    "replaced": "articles replaced",
    "readAgain": "articles read again",
    "failed": "inputs failed",
    "notEnglish": "not English, kept unread",
    "articles": "articles in the graph",
    "entities": "entities",
    "statements": "statements",
    "wordsPerSecond": "words a second",
}


def close(session: Session, ledger: "Ledger") -> None:
    """End what changed the ledger: name what no longer applies, bring Neo4j up to date."""
    from kgbuild import judge

    if wanting := len(judge.orphans(ledger)):
        talk(f"{wanting} of your judgements apply to nothing now. See: kgbuild judgements")
    if session.uri is not None:
        from kgbuild.cli.out import bring_up

        bring_up(session, ledger)
