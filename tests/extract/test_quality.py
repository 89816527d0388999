"""Hold the extraction to what it reached on the development items, a little below."""

import pytest

from tests.extract.score import GOLD, Score, items, score


@pytest.fixture(scope="module")
def dev() -> Score:
    return score(GOLD / "dev.jsonl")


@pytest.mark.model
def test_entities_are_found_with_their_types_and_names(dev: Score) -> None:
    precision, _, mean = dev.f1("entity")

    assert precision >= 0.92
    assert mean >= 0.93


@pytest.mark.model
def test_ties_are_right_with_their_status(dev: Score) -> None:
    precision, recall, _ = dev.f1("tie")

    assert precision >= 0.88
    assert recall >= 0.65


@pytest.mark.model
def test_nothing_denied_or_planned_is_drawn_as_a_fact(dev: Score) -> None:
    assert dev.forbidden == 0, [line for line in dev.lines if " ! " in line]


@pytest.mark.parametrize("part", ["dev", "test"])
def test_gold_ties_have_gold_ends(part: str) -> None:
    for item in items(GOLD / f"{part}.jsonl"):
        names = {entity["name"] for entity in item["entities"]}

        assert all({s["subject"], s["object"]} <= names for s in item["statements"]), item["id"]
