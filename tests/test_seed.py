"""What must come out of the founding article, and what must not."""

from functools import cache
from pathlib import Path

import pytest

from kgbuild import ontology
from kgbuild.extract import pipeline
from kgbuild.model import FACTUAL, Article, Form, Reading, Statement, Type

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "huawei-ceo-welcomes-call.txt"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not SEED.is_file(), reason="the founding article is kept outside"),
]

ENTITIES = {
    ("Ren Zhengfei", Type.PERSON),
    ("Joe Biden", Type.PERSON),
    ("Jiang Junmu", Type.PERSON),
    ("Huawei", Type.ORGANIZATION),
    ("Global Time", Type.ORGANIZATION),
    ("Xinsheng Shequ", Type.ORGANIZATION),
    ("Biden administration", Type.ORGANIZATION),
    ("Taiyuan", Type.PLACE),
    ("Shanxi Province", Type.PLACE),
    ("North China", Type.PLACE),
    ("China", Type.PLACE),
    ("United States", Type.PLACE),
    ("Entity List", Type.LISTING),
}
TIES = {
    "Ren Zhengfei LEADS Huawei",
    "Ren Zhengfei FOUNDED Huawei",
    "Huawei LISTED_ON Entity List",
    "Huawei OPERATES_IN Taiyuan",
    "Taiyuan LOCATED_IN Shanxi Province",
    "Taiyuan LOCATED_IN North China",
    "Shanxi Province LOCATED_IN North China",
    "Jiang Junmu SPOKE_TO Global Time",
    "Joe Biden LEADS United States",
    "United States SANCTIONED Huawei",
}


@cache
def reading() -> tuple[Article, Reading]:
    text = SEED.read_text(encoding="utf-8")
    article = Article(text.partition("\n")[0], text, "2021-02-09")
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ontology.load())
    return article, reader.read(article)


def line(statement: Statement) -> str:
    referents = reading()[1].referents
    ends = referents[statement.subject].name, referents[statement.object].name
    return f"{ends[0]} {statement.relation} {ends[1]}"


def called(name: str) -> set[str]:
    """Return every way in which the article refers to the thing of that name."""
    article, found = reading()
    [referent] = [r for r in found.referents if r.name == name]
    return {article.text[m.start : m.end] for m in referent.mentions}


def test_each_person_body_and_place_is_one_node_of_the_right_type() -> None:
    assert {(r.name, r.type) for r in reading()[1].referents} == ENTITIES
    assert len(reading()[1].referents) == len(ENTITIES)


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("Ren Zhengfei", {"Ren", "the CEO"}),
        ("Joe Biden", {"Biden"}),
        ("Jiang Junmu", {"Jiang"}),
        ("Huawei", {"the firm", "the company", "the Chinese tech giant"}),
        ("United States", {"US"}),
    ],
)
def test_a_thing_is_known_by_all_its_names(name: str, ways: set[str]) -> None:
    assert ways <= called(name)


def test_the_facts_are_drawn_and_nothing_else() -> None:
    facts = [s for s in reading()[1].statements if s.status in FACTUAL]

    assert {line(s) for s in facts if s.relation != "RELATED_TO"} == TIES


def test_offices_and_dates_are_kept() -> None:
    found = reading()[1].statements
    leads = max(
        (s for s in found if line(s) == "Ren Zhengfei LEADS Huawei"), key=lambda s: s.confidence
    )
    [listed] = [s for s in found if line(s) == "Huawei LISTED_ON Entity List"]

    assert leads.role == "CEO"
    assert listed.since == "2019-05"


def test_the_hoped_for_call_is_no_fact() -> None:
    contact = {"SPOKE_TO", "MET_WITH"}
    found = [s for s in reading()[1].statements if s.relation in contact]

    assert not [s for s in found if "Joe Biden" in line(s) and s.status in FACTUAL]


def test_the_caption_names_no_body() -> None:
    names = {name for r in reading()[1].referents for name in r.names}

    assert not any("Photo" in name for name in names)
    assert {m.form for r in reading()[1].referents for m in r.mentions} == set(Form)
