"""The commands by which the user puts the graph right, and what they leave behind."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgbuild.cli.session import Session, json_option, lines, plain, talk
from kgbuild.cli.write import close

if TYPE_CHECKING:
    from kgbuild.ledger.judgements import Action
    from kgbuild.ledger.store import Ledger

type_option = click.option(
    "--type", "type_", metavar="TYPE", help="Of the name, where two types of thing have it."
)
article_option = click.option(
    "--article", metavar="ARTICLE", help="Only there: by url, id, path, or file name."
)


@click.command()
@click.argument("a")
@click.argument("b")
@type_option
@click.pass_obj
def merge(session: Session, a: str, b: str, type_: str | None) -> None:
    """Judge that A and B are one thing, now and in every article to come."""
    from kgbuild import curate

    _do(session, lambda ledger: curate.merge(ledger, a, b, type_))


@click.command()
@click.argument("a")
@click.argument("b", required=False)
@click.option("--article", multiple=True, help="Where A is another: by url, id, path, file name.")
@type_option
@click.pass_obj
def split(
    session: Session, a: str, b: str | None, article: tuple[str, ...], type_: str | None
) -> None:
    """Judge that A and B, which were joined, are two; or that A is another in an ARTICLE.

    Of several --article, all speak of one and the same other.
    """
    from kgbuild import curate

    if (b is None) == (not article):
        raise click.UsageError("Say either a second name or --article.")
    if b is not None:
        _do(session, lambda ledger: curate.split_names(ledger, a, b, type_))
    else:
        _do(session, lambda ledger: curate.split(ledger, a, article, type_))


@click.command()
@click.argument("name")
@click.argument("new")
@type_option
@click.pass_obj
def rename(session: Session, name: str, new: str, type_: str | None) -> None:
    """Show what is called NAME under the name NEW; it is still found by the others."""
    from kgbuild import curate

    _do(session, lambda ledger: curate.rename(ledger, name, new, type_))


@click.command()
@click.argument("name")
@click.argument("new", metavar="TYPE")
@article_option
@type_option
@click.pass_obj
def retype(session: Session, name: str, new: str, article: str | None, type_: str | None) -> None:
    """Judge that NAME is a person, an organization, a place or a listing."""
    from kgbuild import curate

    _do(session, lambda ledger: curate.retype(ledger, name, new, article, type_))


@click.command()
@click.argument("name")
@article_option
@type_option
@click.pass_obj
def drop(session: Session, name: str, article: str | None, type_: str | None) -> None:
    """Judge that NAME is no entity: it leaves the graph, with every tie of it."""
    from kgbuild import curate

    _do(session, lambda ledger: curate.drop(ledger, name, article, type_))


@click.command()
@click.argument("number", type=click.IntRange(1), required=False)
@click.pass_obj
def undo(session: Session, number: int | None) -> None:
    """Take back the last of your judgements, or the one with a NUMBER."""
    from kgbuild import judge

    with session.ledger() as ledger:
        _told(judge.undo(ledger, number), kept="back", gone="again")
        close(session, ledger)


@click.command()
@click.option("--export", "out", metavar="FILE", help="Write them as text; - is standard output.")
@click.option("--import", "into", metavar="FILE", help="Read them from a text; - is stdin.")
@json_option
@click.pass_obj
def judgements(session: Session, out: str | None, into: str | None, *, as_json: bool) -> None:
    """List your judgements, with their numbers and what no longer applies.

    The text that --export writes is sorted, one judgement a line, and fit for git.
    """
    if into is not None:
        _read_in(session, into)
    elif out is not None:
        _write(session, out)
    else:
        _list(session, as_json=as_json)


def _do(session: Session, act: "Callable[[Ledger], Action]") -> None:
    with session.ledger() as ledger:
        action = act(ledger)
        _told(action, kept="judged", gone="instead of")
        talk(f"Take it back with: kgbuild undo {action.number}")
        close(session, ledger)


def _told(action: "Action", *, kept: str, gone: str) -> None:
    from kgbuild.resolve.text import line

    for word, some in ((kept, action.said), (gone, action.back)):
        for one in some:
            click.echo(plain(f"{word}: {line(one)}"))


def _read_in(session: Session, file: str) -> None:
    from kgbuild import judge
    from kgbuild.errors import JudgementError

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise JudgementError(f"{file} can't be read: {error.strerror}. Name another.") from error
    text = data.decode("utf-8-sig", errors="surrogateescape")
    with session.ledger(create=True) as ledger:
        action, faults = judge.read_in(ledger, text.split("\n"))
        talk(f"New judgements: {len(action.said) if action else 0}.")
        for fault in faults:
            talk(f"{file} {fault}")
        if action:
            talk(f"Take them back with: kgbuild undo {action.number}")
            close(session, ledger)
    sys.exit(1 if faults else 0)


def _write(session: Session, file: str) -> None:
    from kgbuild.export import write_whole
    from kgbuild.ledger import judgements as said
    from kgbuild.resolve.text import written

    with session.ledger() as ledger:
        text = written(said.all_(ledger))
    if file == "-":
        click.echo(text, nl=False)
    else:
        path = Path(file)
        write_whole(path, {path: lambda to: to.write(text.encode())})
        talk(f"Wrote {file}.")


def _list(session: Session, *, as_json: bool) -> None:
    from kgbuild import judge
    from kgbuild.ledger import judgements as said
    from kgbuild.resolve.text import line

    with session.ledger() as ledger, ledger.snapshot():
        wanting = dict(judge.orphans(ledger))
        for one in said.all_(ledger):
            number, missing = said.number(ledger, one), wanting.get(one, ())
            if as_json:
                row = {"number": number, "judgement": line(one), "applies": not missing}
                lines([row])
                continue
            why = f"   no article has {', '.join(side.key for side in missing)}" if missing else ""
            click.echo(plain(f"{number or '':>5}  {line(one)}{why}"))
    if wanting:
        talk(f"{len(wanting)} apply to nothing now; they are kept and apply again when they can.")
