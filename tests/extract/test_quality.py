"""Hold the extraction to what it reached on the development items, a little below."""

from pathlib import Path

import pytest

from kgbuild import ontology
from kgbuild.evaluate import figures, gold
from kgbuild.evaluate.compare import compare
from kgbuild.evaluate.score import Score
from kgbuild.model import Article, Status
from tests.extract.stage import reader

DEV = Path(__file__).parents[2] / "gold" / "dev.jsonl"


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return [
        compare(item, reader().read(Article("", item.text, item.published)), ontology.load())
        for item in gold.items(DEV)
        if isinstance(item, gold.Item)
    ]


@pytest.fixture(scope="module")
def found(scores: list[Score]) -> dict[str, figures.Figure]:
    return {figure.name: figure for figure in figures.figures(scores)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("figure", "precision", "f1"),
    [
        ("entities", 0.86, 0.87),
        ("names", 0.86, 0.87),
        ("pronouns", 0.85, 0.65),
        ("relations", 0.84, 0.62),
        ("statements", 0.78, 0.57),
    ],
)
def test_what_is_read_is_as_good_as_it_was(
    found: dict[str, figures.Figure], figure: str, precision: float, f1: float
) -> None:
    assert (found[figure].precision or 0) >= precision
    assert (found[figure].f1 or 0) >= f1


@pytest.mark.model
def test_hardly_anything_denied_or_planned_is_drawn_as_a_fact(scores: list[Score]) -> None:
    forbidden = [w.what for s in scores for w in s.wrong if w.mark == "!"]
    drawn = sum(len(s.drawn) for s in scores)

    assert len(forbidden) <= drawn / 150, forbidden


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("Ren Zhengfei founded Huawei in Shenzhen in 1987.", ("LEADS", "Huawei")),
        ("Donald Trump spoke to Xi Jinping about ZTE by telephone.", ("SPOKE_TO", "ZTE")),
        ("The lawyers of Nordhavn plan a suit against Kestrel Oil.", ("SUED", "Kestrel Oil")),
        ("Meinrad Ohri met Bekzat Sarsenov's wife on Monday.", ("SPOUSE_OF", "Meinrad Ohri")),
        (
            "The trustee, Meinrad Ohri, met Sara Sarsenova twice and Bekzat Sarsenov not once.",
            ("MET_WITH", "Bekzat Sarsenov"),
        ),
        (
            "He moved the stake to Seagrape, a firm said to be controlled by Larisa Rasulova.",
            ("OWNS", "Seagrape"),
        ),
        (
            "Fiona Henshaw sued the paper. It had called her Julian Harcastle's wife.",
            ("SPOUSE_OF", "Fiona Henshaw"),
        ),
    ],
)
def test_what_the_model_may_guess_is_not_told_as_so(text: str, guess: tuple[str, str]) -> None:
    found = reader().read(Article("", text))

    facts = [
        (s.relation, found.referents[end].name)
        for s in found.statements
        for end in (s.subject, s.object)
        if s.status is Status.ASSERTED
    ]
    assert guess not in facts
