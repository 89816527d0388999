"""The command that asks the user which names are one thing."""

import sys
from itertools import islice
from typing import TYPE_CHECKING

import click

from kgbuild.cli.session import Session, json_option, lines, plain, talk
from kgbuild.cli.write import close

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgbuild.ledger.store import Ledger
    from kgbuild.review import Question, View

ANSWERS = {"y": "same", "n": "different", "u": "unsure", "s": "", "q": ""}
PROMPT = "One thing? y yes, n no, u unsure, s skip, q quit"


@click.command()
@click.argument("name", required=False)
@click.option("--type", "type_", metavar="TYPE", help="person, organization, place or listing.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Questions.")
@json_option
@click.pass_obj
def review(
    session: Session, name: str | None, type_: str | None, limit: int, *, as_json: bool
) -> None:
    """Ask which names are one thing, or what may be one with NAME, the most telling first.

    Each answer is kept at once; a later review goes on from there. With --json nothing is asked:
    each line holds the question and its three judgements, fit for kgbuild judgements --import.
    """
    with session.ledger() as ledger:
        found = islice(_questions(ledger, name, type_), limit)
        if as_json:
            lines(_row(question) for question in found)
            return
        given = _ask(ledger, list(found))
        if given:
            close(session, ledger)


def _questions(ledger: "Ledger", name: str | None, type_: str | None) -> "Iterator[Question]":
    from kgbuild import build
    from kgbuild.curate import meant
    from kgbuild.review import questions

    build.mend(ledger)
    about = None if name is None else meant(ledger, name, type_).id
    wanted = questions(ledger, about)
    return (one for one in wanted if type_ is None or one.left.type == type_.upper())


def _ask(ledger: "Ledger", questions: "list[Question]") -> int:
    """Go through the questions; return how many were answered."""
    from kgbuild import judge
    from kgbuild.errors import JudgementError

    given = 0
    for number, question in enumerate(questions, 1):
        _show(question, f"{number} of {len(questions)}")
        answer = _answer()
        if answer == "q":
            break
        if not ANSWERS[answer]:
            continue
        try:
            judge.act(ledger, [getattr(question, ANSWERS[answer])])
            given += 1
        except JudgementError as error:  # an earlier answer has settled it
            talk(str(error))
    talk(f"{given} answered. Take the last back with: kgbuild undo" if given else "None answered.")
    return given


def _answer() -> str:
    """Return what the user types; at the end of the input, that is to quit."""
    while True:
        click.echo(f"{PROMPT}: ", nl=False, err=True)
        typed = sys.stdin.readline()
        if not typed:
            return "q"
        if typed.strip().lower() in ANSWERS:
            return typed.strip().lower()


def _show(question: "Question", count: str) -> None:
    click.secho(plain(f"\n{count}  {question.why}"), bold=True)
    for mark, view in (("A", question.left), ("B", question.right)):
        more = f"  also {', '.join(view.aliases)}" if view.aliases else ""
        where = f"in {view.article}" if view.article else f"{view.articles} articles"
        click.echo(plain(f"{mark}  {view.name}  {view.type}  {where}{more}"))
        for sentence in view.says:
            click.echo(plain(f"     {sentence}"))


def _row(question: "Question") -> dict[str, object]:
    from kgbuild.resolve.text import line

    return {
        "why": question.why,
        "score": question.score,
        "left": _side(question.left),
        "right": _side(question.right),
        **{word: line(getattr(question, word)) for word in ("same", "different", "unsure")},
    }


def _side(view: "View") -> dict[str, object]:
    from dataclasses import asdict

    return {name: value for name, value in asdict(view).items() if value is not None}
