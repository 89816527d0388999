"""The commands that measure: how good the readings are on gold, what was left unread."""

import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgbuild.cli.session import Session, json_option, lines, plain, talk

if TYPE_CHECKING:
    from kgbuild.evaluate.coverage import Coverage
    from kgbuild.evaluate.figures import Figure
    from kgbuild.evaluate.score import Score
    from kgbuild.extract.pipeline import Reader
    from kgbuild.ledger.articles import Unread

_FIRST = (
    "entities",
    "names",
    "pronouns",
    "nominals",
    "relations",
    "statements",
    "status",
    "forbidden",
)


@click.command()
@click.argument("article", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every stretch, with its words.")
@json_option
@click.pass_obj
def coverage(session: Session, article: tuple[str, ...], *, every: bool, as_json: bool) -> None:
    """Say what of the articles, or of each ARTICLE, was not read, and why.

    An ARTICLE is named as for remove. What a web page's menus and adverts held is not known
    here: only an article's own text is.
    """
    from kgbuild import build
    from kgbuild.evaluate.coverage import Coverage
    from kgbuild.ledger import articles

    total = Coverage()
    with session.ledger() as ledger, ledger.snapshot():
        wanted = [build.find(ledger, name) for name in article] or None
        mark = build.fresh(ledger)
        for found in articles.unread(ledger, wanted):
            total.add(found.key, found.article, found.gaps, is_fresh=found.fingerprint == mark)
            if every:
                _gaps(found, as_json=as_json)
    _warn(total)
    if as_json:
        lines(total.rows())
    elif total.articles:
        _coverage(total)


def _gaps(found: "Unread", *, as_json: bool) -> None:
    for gap in found.gaps:
        words = " ".join(found.article.text[gap.start : gap.end].split())
        if as_json:
            lines([{"row": "gap", "article": found.key, **asdict(gap), "words": words}])
        else:
            click.echo(plain(f"{found.article.title}  ({found.key})  {gap.reason}: {words}"))


def _warn(total: "Coverage") -> None:
    if not total.articles:
        talk("The ledger holds no article. Read some with: kgbuild ingest PATH")
    if total.stale:
        named = ", ".join(total.old) + (", ..." if total.stale > len(total.old) else "")
        talk(
            f"{total.stale:,} of {total.articles:,} articles were read by another version, model "
            f"or ontology: {named}. Run: kgbuild rebuild"
        )


def _coverage(total: "Coverage") -> None:
    from kgbuild.model import Reason

    size = f"{total.articles:,} articles, {total.characters:,} characters"
    click.echo(f"{size}, {total.prose:.1%} of them prose\n")
    click.echo(f"{'':14}{'stretches':>12}{'of the text':>14}")
    for reason in Reason:
        click.echo(f"{reason:14}{total.counts[reason]:>12,}{total.share(reason):>14.1%}")
    if total.worst:
        click.echo("\nMost sentences that name two things and gave no tie:")
    for one in total.worst:
        click.echo(plain(f"{one.sentences:>6}  {one.title}  ({one.article})"))


@click.command("eval")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="Also what went wrong, with its sentence.")
@click.option("--model", metavar="PACKAGE", help="The spaCy package that parses.")
@click.option(
    "--ontology", type=click.Path(path_type=Path), help="A file that extends the relations."
)
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave out below.")
@json_option
def eval_(
    gold: tuple[Path, ...],
    model: str | None,
    ontology: Path | None,
    min_confidence: float,
    *,
    errors: bool,
    as_json: bool,
) -> None:
    """Score what kgbuild reads in the texts of GOLD files, each by itself.

    Prints precision, recall and F1 of entities, names, references, relations and statements, with
    95 % bootstrap intervals. gold/README.md describes the format.
    """
    from kgbuild.extract.fingerprint import DEFAULT_MODEL
    from kgbuild.extract.workers import Settings, load_reader

    extension = ontology.read_text(encoding="utf-8") if ontology else None
    reader = load_reader(Settings(model or DEFAULT_MODEL, extension))
    failed = False
    for path in gold:
        scores, broken = _scored(path, reader, min_confidence)
        failed |= broken or not scores
        if scores:
            _report(path, scores, errors=errors, as_json=as_json)
        else:
            talk(f"{path} holds no gold item. See gold/README.md for the format.")
    sys.exit(1 if failed else 0)


def _scored(path: Path, reader: "Reader", least: float) -> "tuple[list[Score], bool]":
    from kgbuild.evaluate import gold
    from kgbuild.evaluate.compare import compare
    from kgbuild.model import Article

    scores, broken = [], False
    for item in gold.items(path):
        if isinstance(item, gold.Broken):
            broken = True
            talk(f"{path}, line {item.line} is no gold item: {item.reason}. See gold/README.md.")
            continue
        reading = reader.read(Article("", item.text, item.published))
        sure = tuple(s for s in reading.statements if s.confidence >= least)
        scores.append(compare(item, replace(reading, statements=sure), reader.ontology))
    return scores, broken


def _report(path: Path, scores: "list[Score]", *, errors: bool, as_json: bool) -> None:
    from kgbuild.evaluate.figures import calibration_error, figures, reliability

    drawn = [one for score in scores for one in score.drawn]
    bins = reliability(drawn)
    if as_json:
        name = path.name
        lines({"row": "figure", "gold": name, **asdict(f)} for f in figures(scores))
        lines({"row": "confidence", "file": name, **asdict(b)} for b in bins)
        if errors:
            lines(
                {"row": "error", "file": name, "item": s.item, **asdict(w)}
                for s in scores
                for w in s.wrong
            )
        return
    if errors:
        for score in scores:
            for wrong in score.wrong:
                click.echo(plain(f"{score.item} {wrong.mark} {wrong.what}"))
                if wrong.sentence:
                    click.echo(plain(f"      {' '.join(wrong.sentence.split())}"))
        click.echo()
    click.echo(plain(f"{path}: {len(scores)} items"))
    click.echo(f"{'':24}{'P':>6}{'R':>6}{'F1':>6}   {'95 %':11}{'gold':>6}{'found':>6}{'right':>6}")
    for figure in sorted(figures(scores), key=_rank):
        click.echo(_row(figure))
    for one in bins:
        click.echo(
            f"{f'confidence {one.low:.1f}-{one.high:.1f}':24}{one.right:>6.2f} right of {one.count}"
        )
    click.echo(f"{'calibration error':24}{calibration_error(bins):>6.3f}")


def _rank(figure: "Figure") -> tuple[int, str]:
    first = figure.name.split()[0]
    return (_FIRST.index(first) if first in _FIRST else len(_FIRST)), figure.name


def _row(figure: "Figure") -> str:
    cells = [figure.precision, figure.recall, figure.f1]
    shown = "".join("      " if value is None else f"{value:>6.2f}" for value in cells)
    spread = "" if figure.low is None else f"{figure.low:.2f}-{figure.high:.2f}"
    return (
        f"{figure.name:24}{shown}   {spread:11}{figure.gold:>6}{figure.found:>6}{figure.right:>6}"
    )
