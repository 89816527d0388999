"""A city is one thing with its namesakes unless its article says in which region it lies."""

import pytest

from kgbuild.derive.change import rebuild
from kgbuild.judge import act, undo
from kgbuild.ledger.store import Ledger
from kgbuild.model import (
    Article,
    Judgement,
    Mention,
    Reading,
    Referent,
    Side,
    Source,
    Statement,
    Status,
    Type,
    Verdict,
)
from tests.law.readings import Told
from tests.law.test_derived_rows import ONTOLOGY, dump, keep


def article(key: str, city: str, *wholes: str, status: Status = Status.ASSERTED) -> Told:
    """Return an article that says in what a city lies."""
    found = tuple(Referent(name, Type.PLACE, (Mention(0, 3),), (name,)) for name in (city, *wholes))
    claims = tuple(
        Statement(0, "LOCATED_IN", i, 0, 13, status, confidence=0.9, rule="drawn")
        for i, _ in enumerate(wholes, 1)
    )
    return Told(Source(key, Article(key, "One sentence.")), Reading(found, claims))


def shown(ledger: Ledger) -> list[tuple[str, int, str | None]]:
    """Return each place that has a namesake: its name, articles and region, sorted."""
    query = """SELECT name, articles, region FROM row_entity
               WHERE name LIKE 'Paris%' OR name LIKE 'Cambridge%' ORDER BY 1, 2"""
    return list(ledger.db.execute(query))


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0)])
def test_a_city_is_told_from_its_namesake_by_what_its_article_says(
    ledger: Ledger, order: tuple[int, ...]
) -> None:
    told = (
        article("a", "Paris", "Texas"),
        article("b", "Paris"),
        article("c", "Paris", "United States", "Texas"),
        article("d", "Paris", "France"),
    )
    for number in order:
        keep(ledger, told[number])

    assert shown(ledger) == [("Paris", 2, None), ("Paris, Texas", 2, "Texas")]


def test_a_city_that_no_name_alone_tells_gets_its_id_from_the_article(ledger: Ledger) -> None:
    keep(ledger, article("us", "Cambridge", "Massachusetts"))
    keep(ledger, article("uk", "Cambridge", "England"))
    keep(ledger, article("somewhere", "Cambridge"))

    assert shown(ledger) == [
        ("Cambridge", 1, None),
        ("Cambridge, England", 1, "England"),
        ("Cambridge, Massachusetts", 1, "Massachusetts"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        article("a", "Paris", "Texas", status=Status.DENIED),
        article("a", "Paris", "Texas", "France"),
        article("a", "Paris", "Oulu"),
    ],
    ids=["denied", "both", "no such city there"],
)
def test_what_leaves_a_doubt_tells_nothing(ledger: Ledger, told: Told) -> None:
    keep(ledger, told)

    assert shown(ledger) == [("Paris", 1, None)]


def test_a_judgement_on_such_a_city_holds_and_can_be_undone(ledger: Ledger) -> None:
    for key in ("a", "b"):
        keep(ledger, article(key, "Paris", "Texas"))
    keep(ledger, article("c", "Paris"))
    before = dump(ledger)
    side = Side("PLACE:paris texas")

    for said in (
        Judgement(Verdict.SAME, side, Side("PLACE:paris")),
        Judgement(Verdict.RETYPE, side, value=Type.ORGANIZATION.value),
        Judgement(Verdict.DROP, side),
    ):
        act(ledger, [said])
        changed = dump(ledger)
        with ledger.transaction():
            rebuild(ledger, ONTOLOGY)
        assert changed == dump(ledger) != before
        undo(ledger)
        assert dump(ledger) == before
