"""The user's word stays: it holds whatever is ingested, and can be undone and carried over."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild import judge
from kgbuild.derive.change import rebuild
from kgbuild.errors import JudgementError
from kgbuild.ledger import index
from kgbuild.ledger import judgements as said_in
from kgbuild.ledger.store import Ledger
from kgbuild.model import (
    Article,
    Judgement,
    Mention,
    Reading,
    Referent,
    Side,
    Source,
    Type,
    Verdict,
)
from kgbuild.ontology import load as load_ontology
from kgbuild.resolve.text import written
from tests.law.readings import Told, judgements, told
from tests.law.test_derived_rows import consistent, dump, keep, scratch


def give(ledger: Ledger, said: list[Judgement]) -> list[int]:
    """Give judgements one by one; return the numbers of those that were taken."""
    numbers = []
    for one in said:
        before = dump(ledger), said_in.all_(ledger)
        try:
            numbers.append(judge.act(ledger, [one]).number)
        except JudgementError:
            assert (dump(ledger), said_in.all_(ledger)) == before
    return numbers


def assert_the_word_holds(ledger: Ledger) -> None:
    for one in said_in.all_(ledger, Verdict.SAME, Verdict.DIFFERENT):
        ends = [index.entity_of(ledger, side.slot) for side in one.sides]
        if None not in ends:
            assert (ends[0] == ends[1]) == (one.verdict is Verdict.SAME)
    for one in said_in.all_(ledger, Verdict.DROP):
        assert index.entity_of(ledger, one.left.slot) is None
    for one in said_in.all_(ledger, Verdict.RETYPE):
        if one.left.article is None:
            borne = ledger.db.execute("SELECT slot FROM bearer WHERE key = ?", (one.left.key,))
            alone = {s.left for s in said_in.all_(ledger, Verdict.RETYPE) if s.left.article}
            if not any(side.key == one.left.key for side in alone):
                assert all(slot.startswith(f"{one.value}:") for (slot,) in borne)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(told, min_size=1, max_size=4),
    st.lists(judgements, max_size=5),
    st.lists(told, max_size=3),
)
def test_what_was_judged_holds_in_every_later_article(
    first: list[Told], said: list[Judgement], later: list[Told]
) -> None:
    steps = consistent([*first, *later])
    with scratch() as folder, Ledger(Path(folder, "x"), create=True) as ledger:
        for step in steps[: len(first)]:
            keep(ledger, step)
        give(ledger, said)
        assert_the_word_holds(ledger)

        for step in steps[len(first) :]:
            keep(ledger, step)

        assert_the_word_holds(ledger)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(told, min_size=1, max_size=4),
    st.lists(judgements, max_size=5),
    st.randoms(use_true_random=False),
)
def test_undoing_all_in_any_order_leaves_no_trace(
    steps: list[Told], said: list[Judgement], random: object
) -> None:
    with scratch() as folder, Ledger(Path(folder, "x"), create=True) as ledger:
        for step in consistent(steps):
            keep(ledger, step)
        before = dump(ledger)
        for one in said:
            one_value = one.verdict in (Verdict.RENAME, Verdict.RETYPE)
            if not one_value and one.verdict is not Verdict.UNSURE:  # these replace others
                give(ledger, [one])
        numbers = [*range(1, len(said_in.all_(ledger)) + 1)]
        random.shuffle(numbers)  # type: ignore[attr-defined]

        for number in numbers:
            judge.undo(ledger, number)

        assert dump(ledger) == before
        assert said_in.all_(ledger) == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(told, min_size=1, max_size=4), st.lists(judgements, max_size=6))
def test_undoing_the_last_again_and_again_leaves_no_trace(
    steps: list[Told], said: list[Judgement]
) -> None:
    with scratch() as folder, Ledger(Path(folder, "x"), create=True) as ledger:
        for step in consistent(steps):
            keep(ledger, step)
        states = [dump(ledger)]
        for one in said:
            if give(ledger, [one]):
                states.append(dump(ledger))

        for state in reversed(states[:-1]):
            judge.undo(ledger)
            assert dump(ledger) == state

        assert said_in.all_(ledger) == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(told, min_size=1, max_size=4), st.lists(judgements, max_size=6))
def test_the_text_carries_the_word_to_another_ledger(
    steps: list[Told], said: list[Judgement]
) -> None:
    with scratch() as folder, Ledger(Path(folder, "x"), create=True) as ledger:
        for step in consistent(steps):
            keep(ledger, step)
        give(ledger, said)
        text, live = written(said_in.all_(ledger)), dump(ledger)
    with scratch() as folder, Ledger(Path(folder, "y"), create=True) as ledger:
        _, faults = judge.read_in(ledger, text.splitlines())
        for step in consistent(steps):
            keep(ledger, step)

        assert faults == []
        assert written(said_in.all_(ledger)) == text
        assert dump(ledger) == live
        assert judge.read_in(ledger, text.splitlines()) == (None, [])


def test_a_new_type_reaches_an_article_that_only_puts_the_name_on_a_par() -> None:
    def firm(name: str, *others: str) -> Referent:
        return Referent(name, Type.ORGANIZATION, (Mention(0, 3),), (name, *others), others)

    with scratch() as folder, Ledger(Path(folder, "x"), create=True) as ledger:
        for key, one in (("a", firm("Borealis Labs")), ("b", firm("BL", "Borealis Labs"))):
            keep(ledger, Told(Source(key, Article(key, "It is so.")), Reading((one,))))

        give(
            ledger, [Judgement(Verdict.RETYPE, Side("ORGANIZATION:borealis labs"), value="LISTING")]
        )
        before = dump(ledger)
        with ledger.transaction():
            rebuild(ledger, load_ontology())

        assert dump(ledger) == before
