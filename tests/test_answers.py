"""Which entity a name means, and what is said where it means none or several."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kgbuild.answers import Offline, entity
from kgbuild.errors import GraphError
from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Mention, Reading, Referent, Source, Type
from tests.law.readings import Told
from tests.law.test_derived_rows import keep


@pytest.fixture
def answers(tmp_path: Path) -> Iterator[Offline]:
    """Give a graph with a state and a person of one name, and a bank with an accent."""
    named = (
        ("Georgia", Type.PLACE),
        ("Georgia", Type.PERSON),
        ("Société Générale", Type.ORGANIZATION),
    )
    found = tuple(
        Referent(name, type_, (Mention(i, i + 3),), (name,))
        for i, (name, type_) in enumerate(named)
    )
    with Ledger(tmp_path / "x.db", create=True) as ledger:
        keep(ledger, Told(Source("a", Article("T", "A text.")), Reading(found)))
        yield Offline(ledger)


def test_a_name_is_found_without_case_and_accents(answers: Offline) -> None:
    assert entity(answers, "societe GENERALE")["name"] == "Société Générale"


def test_an_ambiguous_name_lists_what_it_can_mean(answers: Offline) -> None:
    with pytest.raises(GraphError, match="means 2 entities") as raised:
        entity(answers, "Georgia")

    assert "PERSON" in str(raised.value)
    assert "PLACE" in str(raised.value)


def test_a_type_or_an_id_says_which_is_meant(answers: Offline) -> None:
    place = entity(answers, "Georgia", "place")

    assert place["type"] == "PLACE"
    assert entity(answers, place["id"]) == place


def test_a_name_near_to_one_that_is_there_suggests_it(answers: Offline) -> None:
    with pytest.raises(GraphError, match="Did you mean Société Générale"):
        entity(answers, "Societe Generals")


def test_a_name_near_to_nothing_says_where_to_look(answers: Offline) -> None:
    with pytest.raises(GraphError, match="kgbuild query top"):
        entity(answers, "qqqqqq")
