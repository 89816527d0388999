from dataclasses import replace

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.truth import confidence
from kgbuild.extract.truth.confidence import Evidence
from kgbuild.model import Form

SHARES = st.floats(0, 1)


def fact(rule: str = "title", form: Form = Form.NAME) -> Fact:
    doc = spacy.blank("en")("Acme chief Poe")
    ends = Anchor(0, doc[2:3], 0, form), Anchor(0, doc[0:1], 1, Form.NAME)
    return Fact(ends[0], "LEADS", ends[1], doc[1], rule)


def test_a_tie_that_rule_and_model_see_is_surer_than_one_that_the_model_doubts() -> None:
    assert confidence.of(fact(), Evidence(0.95)) > confidence.of(fact(), Evidence(0.03))


def test_a_likelier_tie_of_the_model_alone_is_surer() -> None:
    likely, unlikely = Evidence(0.97), Evidence(0.4)

    assert confidence.of(fact("model"), likely) > confidence.of(fact("model"), unlikely)


def test_a_status_that_the_model_would_give_too_is_surer() -> None:
    agreed, doubted = Evidence(0.9, stands=0.95), Evidence(0.9, stands=0.1)

    assert confidence.of(fact(), agreed) > confidence.of(fact(), doubted)


def test_a_tie_is_less_sure_beside_a_likelier_one_of_the_same_subject() -> None:
    alone, outdone = Evidence(0.6), Evidence(0.6, other_object=0.99)

    assert confidence.of(fact("model"), alone) > confidence.of(fact("model"), outdone)


def test_an_end_that_is_no_name_is_no_surer() -> None:
    by_name, by_pronoun = fact(), fact(form=Form.PRONOUN)

    assert confidence.of(by_pronoun, Evidence(0.9)) <= confidence.of(by_name, Evidence(0.9))


def test_a_tie_of_a_doubtful_description_is_less_sure() -> None:
    plain = fact(form=Form.NOMINAL)
    doubtful = replace(plain, subject=replace(plain.subject, sure=0.5))

    assert confidence.of(plain, Evidence(0.9)) > confidence.of(doubtful, Evidence(0.9))


def test_who_tells_a_clause_is_less_surely_tied_to_what_stands_in_it() -> None:
    near = fact("model")

    assert confidence.of(near, Evidence(0.9)) > confidence.of(
        replace(near, apart=True), Evidence(0.9)
    )


def test_any_verb_between_two_names_keeps_its_own_value() -> None:
    assert confidence.of(replace(fact("svo"), confidence=0.4), Evidence()) == 0.4


@pytest.mark.parametrize("told", [None, 0.0, 0.5, 1.0])
def test_a_confidence_is_a_share_of_two_decimals(told: float | None) -> None:
    for rule in ("title", "model"):
        for form in Form:
            found = confidence.of(fact(rule, form), Evidence(told), weakened=True)

            assert 0 < found < 1
            assert found == round(found, 2)


def test_what_was_fitted_has_a_weight_for_each_feature() -> None:
    known = confidence.weights()

    assert len(known.features) == len(confidence.FEATURES)
    assert 0.3 <= known.drawn <= 0.9


@given(
    told=st.floats(0.01, 0.99), stands=SHARES, other_object=SHARES, other_subject=SHARES,
    weakened=st.booleans(), quiet=st.booleans(),
    relation=st.sampled_from(sorted(confidence.weights().relations)),
)  # fmt: skip
def test_what_is_not_drawn_at_best_is_drawn_with_no_other_status(
    told: float, stands: float, other_object: float, other_subject: float,
    *, weakened: bool, quiet: bool, relation: str,
) -> None:  # fmt: skip
    one = replace(fact("model"), relation=relation, confidence=told)
    evidence = Evidence(told, stands, other_object, other_subject)
    value = confidence.of(one, evidence, weakened=weakened, quiet=quiet)

    if confidence.weights().draws(relation, value, plain=False):
        assert confidence.may_be_drawn(one, replace(evidence, stands=1.0), quiet=quiet)
