"""What a stage hands on goes through the ledger unchanged."""

import pytest
from hypothesis import given

from kgbuild.model import Article, Mention, Reading, Referent, Type, content_id
from tests.law.readings import readings


@given(readings())
def test_a_reading_survives_the_ledger(reading: Reading) -> None:
    assert Reading.from_json(reading.to_json()) == reading


def test_an_article_of_another_text_has_another_id() -> None:
    assert Article("T", "One.").id != Article("T", "Two.").id
    assert Article("T", "One.").id == Article("T", "One.").id


def test_parts_of_an_id_do_not_run_together() -> None:
    assert content_id("ab", "c") != content_id("a", "bc")


def test_an_empty_span_is_no_mention() -> None:
    with pytest.raises(ValueError, match="no span"):
        Mention(3, 3)


def test_a_referent_goes_by_its_own_name() -> None:
    with pytest.raises(ValueError, match="not in"):
        Referent("Ada", Type.PERSON, (), ("Bo",))
