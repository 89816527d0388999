"""Scores are what a reader with a pencil would count."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gold.markup import MarkupError, parse
from kgbuild import ontology
from kgbuild.evaluate import figures, gold, score
from kgbuild.evaluate.compare import compare
from kgbuild.model import Form, Mention, Reading, Referent, Statement, Status, Type

SOURCE = """id: mill
published: 2023-03-14
topic: business

lind = ORGANIZATION Lind Timber
ann = PERSON Ann Lee
oulu = PLACE Oulu

TEXT
[Ann Lee|ann] leads [Lind Timber|lind] of [Oulu|oulu].
[She|ann] may see [Oulu|oulu], [Lind|lind] said.
STATEMENTS
ann LEADS lind role="head" since=2019
lind HEADQUARTERED_IN oulu
ann VISITED oulu denied speaker=lind
"""
ITEM = gold.item(parse(SOURCE))
ONTOLOGY = ontology.load()


def perfect(item: gold.Item) -> Reading:
    """Return the reading that the gold itself would give."""
    clusters = sorted(
        item.types, key=lambda c: min(m.start for m in item.mentions if m.cluster == c)
    )
    place = {cluster: number for number, cluster in enumerate(clusters)}
    referents = tuple(
        Referent(
            sorted(item.names[c])[0], item.types[c],
            tuple(Mention(m.start, m.end, m.form) for m in item.mentions if m.cluster == c),
            tuple(sorted(item.names[c])),
        )
        for c in clusters
    )  # fmt: skip
    statements = tuple(
        Statement(
            place[c.subject], c.relation, place[c.object], 0, 10, c.status or Status.ASSERTED,
            None if c.speaker is None else place[c.speaker], c.role, None, c.since, None, 0.9,
        )
        for c in item.claims
    )  # fmt: skip
    return Reading(referents, statements)


def measured(reading: Reading, item: gold.Item = ITEM) -> dict[str, figures.Figure]:
    found = figures.figures([compare(item, reading, ONTOLOGY)])
    return {figure.name: figure for figure in found}


def of_(figure: figures.Figure) -> tuple[int, int, int]:
    return figure.gold, figure.found, figure.right


def test_the_gold_scored_against_itself_is_perfect() -> None:
    found = measured(perfect(ITEM))

    assert {f.precision for f in found.values() if f.name != "forbidden"} == {1.0}
    assert {f.recall for f in found.values() if f.recall is not None} == {1.0}
    assert of_(found["entities"]) == (3, 3, 3)
    assert of_(found["names"]) == (5, 5, 5)
    assert of_(found["pronouns"]) == (1, 1, 1)
    assert of_(found["statements"]) == (3, 3, 3)


def test_a_denied_tie_drawn_as_a_fact_is_forbidden() -> None:
    whole = perfect(ITEM)
    plain = replace(whole.statements[2], status=Status.ASSERTED)

    compared = compare(ITEM, replace(whole, statements=(*whole.statements[:2], plain)), ONTOLOGY)

    assert [w.mark for w in compared.wrong] == ["!"]
    assert compared.counts["forbidden", "found"] == 1
    assert compared.counts["relations", "right"] == 3
    assert compared.counts["statements", "right"] == 2


def test_a_tie_that_is_not_in_the_gold_costs_precision() -> None:
    whole = perfect(ITEM)
    false = replace(whole.statements[0], relation="FOUNDED")

    found = measured(replace(whole, statements=(*whole.statements, false)))

    assert of_(found["relations"]) == (3, 4, 3)
    assert of_(found["relations FOUNDED"]) == (0, 1, 0)


def test_an_entity_of_another_type_is_missed_and_false() -> None:
    whole = perfect(ITEM)
    changed = tuple(
        replace(r, type=Type.PERSON) if r.name == "Oulu" else r for r in whole.referents
    )

    found = measured(Reading(changed))

    assert of_(found["entities"]) == (3, 3, 2)
    assert of_(found["entities PLACE"]) == (1, 0, 0)


def test_one_thing_found_twice_is_right_once() -> None:
    whole = perfect(ITEM)
    again = replace(whole.referents[0], mentions=(Mention(0, 3),))

    found = measured(Reading((*whole.referents, again)))

    assert of_(found["entities"]) == (3, 4, 3)


def test_only_relations_that_a_passage_is_annotated_for_can_be_false() -> None:
    text = "Ann Lee leads Lind. Ann Lee was born in Oulu."
    row = {
        "id": "kn", "text": text, "entities_exhaustive": False,
        "passages": [{"start": 0, "end": 19, "exhaustive": ["LEADS", "FOUNDED"]}],
        "entities": [{"start": 0, "end": 7, "type": "PERSON"},
                     {"start": 14, "end": 18, "type": "ORGANIZATION"}],
        "relations": [{"type": "LEADS", "head": [0, 7], "tail": [14, 18]}],
    }  # fmt: skip
    ann = Referent("Ann Lee", Type.PERSON, (Mention(0, 7), Mention(20, 27)), ("Ann Lee",))
    lind = Referent("Lind", Type.ORGANIZATION, (Mention(14, 18),), ("Lind",))
    oulu = Referent("Oulu", Type.PLACE, (Mention(40, 44),), ("Oulu",))
    said = [
        Statement(0, relation, place, start, start + 9)
        for relation, place, start in (
            ("LEADS", 1, 0), ("FOUNDED", 1, 0), ("OWNS", 1, 0), ("BORN_IN", 2, 20),
        )
    ]  # fmt: skip

    found = measured(Reading((ann, lind, oulu), tuple(said)), gold.item(row))

    assert of_(found["relations"]) == (1, 2, 1)


@given(st.sets(st.integers(0, 2)), st.sets(st.integers(0, 2)))
def test_dropping_what_is_right_lowers_recall_alone(ties: set[int], names: set[int]) -> None:
    whole = perfect(ITEM)
    kept = tuple(s for i, s in enumerate(whole.statements) if i not in ties)
    thinner = tuple(
        replace(r, mentions=tuple(m for m in r.mentions if m.form is Form.NAME))
        if i in names
        else r
        for i, r in enumerate(whole.referents)
    )

    found = measured(Reading(thinner, kept))

    assert found["relations"].right == found["relations"].found == 3 - len(ties)
    assert all(f.precision in (0.0, 1.0) for f in found.values() if f.precision is not None)


def test_intervals_are_the_same_every_time_and_hold_the_figure() -> None:
    whole = perfect(ITEM)
    half = replace(whole, statements=whole.statements[:1])
    scores = [compare(ITEM, r, ONTOLOGY) for r in (whole, half, whole, half)]

    first, second = ({f.name: f for f in figures.figures(scores)} for _ in range(2))

    assert first == second
    one = first["relations"]
    assert one.low is not None
    assert one.f1 is not None
    assert one.high is not None
    assert one.low <= one.f1 <= one.high < 1.01


def test_confidence_is_held_against_what_was_right() -> None:
    drawn = [
        score.Drawn("i", "LEADS", "r", c, Status.ASSERTED, ok, ok, forbidden=False)
        for c, ok in [(0.95, True), (0.95, True), (0.92, False), (0.55, True)]
    ]

    bins = figures.reliability(drawn)

    assert [(b.count, b.right) for b in bins] == [(1, 1.0), (3, 0.667)]
    assert figures.calibration_error(bins) == pytest.approx(
        (1 * abs(0.55 - 1) + 3 * abs(0.94 - 0.667)) / 4, abs=0.001
    )


def test_lines_that_are_no_items_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    good = json.dumps(parse(SOURCE))
    path.write_text(f'{good}\n{{"id": 1}}\nno json\n\n{good}\n', encoding="utf-8")

    found: Sequence[gold.Item | gold.Broken] = [*gold.items(path)]

    assert [type(one).__name__ for one in found] == ["Item", "Broken", "Broken", "Item"]
    assert [one.line for one in found if isinstance(one, gold.Broken)] == [2, 3]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("see [Oulu|oulu]", "see [Oulu|olu]", "no entity is declared as olu"),
        ("ann LEADS lind", "ann LEADZ lind", "no such relation"),
        ("ann LEADS lind", "oulu LEADS lind", "does not tie these types"),
        ("since=2019", "since=May", "no ISO date"),
        ("[Ann Lee|ann]", "[Ann [Lee|ann]", "can't be read near"),
        ("published: 2023-03-14", "published: March", "needs id, published"),
    ],
)
def test_markup_that_breaks_the_guide_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises((MarkupError, ValueError), match=message):
        parse(SOURCE.replace(old, new))


@pytest.mark.parametrize("part", ["train", "dev", "test"])
def test_the_published_benchmark_is_what_its_markup_says(part: str) -> None:
    folder = Path(__file__).parents[2] / "gold"
    made = [
        parse(path.read_text(encoding="utf-8"))
        for path in sorted((folder / "items" / part).glob("*.txt"))
    ]

    lines = (folder / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()

    assert [json.loads(line) for line in lines] == made
    assert len({row["id"] for row in made}) == len(made)
