from dataclasses import replace

import pytest
import spacy

from kgbuild.extract import confidence
from kgbuild.extract.facts import Fact
from kgbuild.extract.paragraphs import Anchor
from kgbuild.model import Form


def fact(rule: str = "title", form: Form = Form.NAME) -> Fact:
    doc = spacy.blank("en")("Acme chief Poe")
    ends = Anchor(0, doc[2:3], 0, form), Anchor(0, doc[0:1], 1, Form.NAME)
    return Fact(ends[0], "LEADS", ends[1], doc[1], rule)


def test_a_tie_that_rule_and_model_see_is_surer_than_one_that_the_model_doubts() -> None:
    assert confidence.of(fact(), 0.95) > confidence.of(fact(), 0.03)


def test_a_likelier_tie_of_the_model_alone_is_surer() -> None:
    assert confidence.of(fact("model"), 0.97) > confidence.of(fact("model"), 0.4)


def test_a_surer_rule_is_surer() -> None:
    assert confidence.of(replace(fact(), confidence=0.95), 0.5) > confidence.of(
        replace(fact(), confidence=0.5), 0.5
    )


def test_any_verb_between_two_names_keeps_its_own_value() -> None:
    assert confidence.of(replace(fact("svo"), confidence=0.4), None) == 0.4


@pytest.mark.parametrize("told", [None, 0.0, 0.5, 1.0])
def test_a_confidence_is_a_share_of_two_decimals(told: float | None) -> None:
    for rule in ("title", "model"):
        for form in Form:
            found = confidence.of(fact(rule, form), told, weakened=True)

            assert 0 < found < 1
            assert found == round(found, 2)


def test_what_was_fitted_has_a_weight_for_each_feature() -> None:
    known = confidence.weights()

    assert len(known.features) == len(confidence.FEATURES)
    assert 0.3 <= known.drawn <= 0.9
