"""The commands that ask the graph."""

import sys
from typing import TYPE_CHECKING, Any

import click

from kgbuild.cli.session import Session, json_option, lines, plain, talk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ALL = "asserted,former,planned,possible,alleged,denied"
PLAIN = "asserted,former"
COMENTIONS = 10
WIDTH = 160
"""Columns of a table that goes elsewhere than to a terminal."""
HIDDEN = frozenset({"subjectId", "objectId"})
ROWS = 1000
"""The most rows that Cypher of the user gets."""


@click.command()
@click.argument("name")
@click.option("--type", "type_", metavar="TYPE", help="person, organization, place or listing.")
@click.option("--all", "every", is_flag=True, help="Also planned, possible, alleged, denied, open.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Ties.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Of a tie.")
@json_option
@click.pass_obj
def show(
    session: Session,
    name: str,
    type_: str | None,
    limit: int,
    min_confidence: float,
    *,
    every: bool,
    as_json: bool,
) -> None:
    """Show what NAME is tied to, each tie with its sentence, source, date and status."""
    from kgbuild.answers import entity

    with session.answers() as answers:
        found = entity(answers, name, type_)
        shown = (
            {"statuses": ALL, "hide": ""}
            if every
            else {"statuses": PLAIN, "hide": _hidden(session)}
        )
        asked = {"limit": str(limit), "confidence": str(min_confidence)}
        ties = answers.ask("ties", name=found["id"], **asked, **shown)
        beside = answers.ask("comentions", name=found["id"], limit=str(COMENTIONS))
    if as_json:
        lines([{"row": "entity", **found}])
        lines({"row": "tie", **row} for row in ties)
        lines({"row": "comention", **row} for row in beside)
        return
    _head(found)
    _ties(ties)
    if beside:
        names = ", ".join(f"{row['name']} ({row['articles']})" for row in beside)
        click.echo(plain(f"\nMentioned with: {names}"))


@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--longest", type=click.IntRange(1, 12), default=6, show_default=True, help="Steps.")
@json_option
@click.pass_obj
def path(session: Session, a: str, b: str, longest: int, *, as_json: bool) -> None:
    """Show the shortest chain of ties from A to B, each step with its sentence."""
    from kgbuild.answers import entity

    with session.answers() as answers:
        ends = [entity(answers, name)["id"] for name in (a, b)]
        rows = answers.ask("path", a=ends[0], b=ends[1], longest=str(longest))
    if as_json:
        lines(rows)
    elif rows:
        _ties(rows)
    else:
        talk(f"No chain of ties leads from {a} to {b} in {longest} steps.")


@click.command()
@click.argument("query")
@click.option("-p", "given", metavar="NAME=VALUE", multiple=True, help="A parameter.")
@click.option("--timeout", type=click.FloatRange(0.1), default=30.0, help="Seconds, for Cypher.")
@click.option("--limit", type=click.IntRange(1), default=ROWS, help="Rows, for Cypher.")
@json_option
@click.pass_obj
def query(
    session: Session,
    query: str,
    given: tuple[str, ...],
    timeout: float,
    limit: int,
    *,
    as_json: bool,
) -> None:
    """Ask a named QUERY, or Cypher of your own, which may only read."""
    import re

    parameters = _parameters(given)
    if re.fullmatch(r"[a-z-]+", query):
        with session.answers() as answers:
            rows = answers.ask(query, **parameters)
    else:
        rows = _cypher(session, query, parameters, timeout, limit)
    if as_json:
        lines(rows)
    else:
        _table(rows)


def _hidden(session: Session) -> str:
    """Return the relations that plain views leave out, by the ledger's ontology where it is."""
    from kgbuild import build, ontology

    extension = None
    if session.db.is_file():
        with session.ledger() as ledger:
            extension = build.settings_of(ledger).extension
    return ",".join(ontology.load(extension).hidden)


def _cypher(
    session: Session, text: str, parameters: dict[str, str], timeout: float, limit: int
) -> list[dict[str, Any]]:
    from kgbuild import queries
    from kgbuild.errors import GraphError

    if session.uri is None:
        raise GraphError(
            "Cypher of your own needs Neo4j: set NEO4J_URI. Without it there are the queries "
            f"{', '.join(queries.names())}."
        )
    with session.connect() as connection:
        answer = connection.ask(text, parameters, timeout=timeout, limit=limit)
    if answer.cut:
        talk(f"Cut after {limit:,} rows; ask for more with --limit.")
    return list(answer.rows)


def _parameters(given: tuple[str, ...]) -> dict[str, str]:
    from kgbuild.errors import GraphError

    for one in given:
        if "=" not in one:
            raise GraphError(f"-p {one!r} says no value. Write it as -p name=value.")
    return dict(one.split("=", 1) for one in given)


def _head(found: "Mapping[str, Any]") -> None:
    click.echo(
        plain(
            f"{found['name']}  {found['type']}  {found['mentions']} mentions in "
            f"{found['articles']} articles  {found['id']}"
        )
    )
    if found["aliases"]:
        click.echo(plain(f"Also: {', '.join(found['aliases'])}"))
    if found["country"]:
        where = [one for one in (found["region"], found["country"]) if one]
        click.echo(plain(f"In: {', '.join(where)}"))


def _ties(rows: "Iterable[Mapping[str, Any]]") -> None:
    for row in rows:
        status = "" if row["status"] == "asserted" else f"{row['status']}: "
        what = row.get("verb") or row["relation"]
        more = [row.get("role"), *(f"{d} {row[d]}" for d in ("since", "until") if row.get(d))]
        detail = ", ".join(one for one in more if one)
        click.echo()
        click.secho(
            plain(f"{status}{row['subject']} {what} {row['object']}")
            + (plain(f" ({detail})") if detail else ""),
            bold=True,
        )
        click.echo(plain(f'  "{row["sentence"]}"'))
        dates = sorted({d for d in (row.get("firstReported"), row.get("lastReported")) if d})
        count = f"{row['articles']} articles" if row["articles"] > 1 else ""
        source = [row["source"], " to ".join(dates), count, f"confidence {row['confidence']}"]
        click.echo(plain(f"  {' · '.join(one for one in source if one)}"))


def _table(rows: "list[dict[str, Any]]") -> None:
    """Print rows as a table; ids beside names are left to ``--json``."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        talk("No rows.")
        return
    filled = [name for name in rows[0] if any(row.get(name) is not None for row in rows)]
    columns = [n for n in filled if n not in HIDDEN] or filled
    table = Table(box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(_cell(row.get(name)))) for name in columns))
    Console(width=None if sys.stdout.isatty() else WIDTH).print(table)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
