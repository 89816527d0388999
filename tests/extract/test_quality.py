"""Hold the extraction to what it reached on the development items, a little below."""

from pathlib import Path

import pytest

from kgbuild import ontology
from kgbuild.evaluate import figures, gold, score
from kgbuild.extract import pipeline
from kgbuild.model import Article

DEV = Path(__file__).parents[2] / "gold" / "dev.jsonl"


@pytest.fixture(scope="module")
def scores() -> list[score.Score]:
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ontology.load())
    return [
        score.compare(item, reader.read(Article("", item.text, item.published)), reader.ontology)
        for item in gold.items(DEV)
        if isinstance(item, gold.Item)
    ]


@pytest.fixture(scope="module")
def found(scores: list[score.Score]) -> dict[str, figures.Figure]:
    return {figure.name: figure for figure in figures.figures(scores)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("figure", "precision", "f1"),
    [
        ("entities", 0.86, 0.87),
        ("names", 0.86, 0.87),
        ("pronouns", 0.85, 0.65),
        ("relations", 0.75, 0.60),
        ("statements", 0.70, 0.55),
    ],
)
def test_what_is_read_is_as_good_as_it_was(
    found: dict[str, figures.Figure], figure: str, precision: float, f1: float
) -> None:
    assert (found[figure].precision or 0) >= precision
    assert (found[figure].f1 or 0) >= f1


@pytest.mark.model
def test_hardly_anything_denied_or_planned_is_drawn_as_a_fact(scores: list[score.Score]) -> None:
    forbidden = [w.what for s in scores for w in s.wrong if w.mark == "!"]
    drawn = sum(len(s.drawn) for s in scores)

    assert len(forbidden) <= drawn / 200, forbidden
