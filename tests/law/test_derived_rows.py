"""The rows kept up to date step by step are those that a build from nothing gives."""

from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild import build, ontology
from kgbuild.derive.change import Change
from kgbuild.ledger import judgements as said_in
from kgbuild.ledger import rows
from kgbuild.ledger.store import Ledger
from kgbuild.model import Judgement
from kgbuild.projection import Projection
from tests.law.readings import Told, judgements, told

ONTOLOGY = ontology.load()


def keep(ledger: Ledger, one: Told) -> None:
    """File an article with its reading, as an ingest does, the reading given."""
    with ledger.transaction():
        change = Change(ledger, ONTOLOGY)
        change.file_(one.source, "f", one.reading)
        change.finish()


def judge(ledger: Ledger, *said: Judgement, back: tuple[Judgement, ...] = ()) -> None:
    """Write judgements down, or take them back, in a transaction of their own."""
    build.mend(ledger)
    with ledger.transaction():
        build.judge(ledger, said, back)


def dump(ledger: Ledger) -> list[list[tuple[object, ...]]]:
    """Return all rows of the graph."""
    found: Projection = rows.projection(ledger)
    kinds: tuple[Iterable[object], ...] = (
        found.articles,
        found.entities,
        found.mentions,
        found.statements,
        found.edges,
    )
    return [[astuple(row) for row in kind] for kind in kinds]  # type: ignore[call-overload]


def scratch() -> "TemporaryDirectory[str]":
    """Return a folder, in memory where there is one: a history is hundreds of transactions."""
    memory = Path("/dev/shm")
    return TemporaryDirectory(dir=memory if memory.is_dir() else None)


def consistent(steps: list[Told]) -> list[Told]:
    """Return the steps with one reading an article: a reading is a function of its article."""
    first: dict[str, Told] = {}
    for step in steps:
        first.setdefault(step.source.article.id, step)
    return [Told(s.source, first[s.source.article.id].reading) for s in steps]


Step = Told | Judgement | str


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(told, told, judgements, st.sampled_from(["a", "b"])), max_size=10),
    st.randoms(use_true_random=False),
)
def test_any_history_ends_in_the_rows_of_its_last_state(steps: list[Step], random: object) -> None:
    fixed = iter(consistent([s for s in steps if isinstance(s, Told)]))
    history: list[Step] = [next(fixed) if isinstance(s, Told) else s for s in steps]
    with scratch() as folder, Ledger(Path(folder, "x"), create=True) as ledger:
        current: dict[str, Told] = {}
        for step in history:
            if isinstance(step, Told):
                keep(ledger, step)
                current[step.source.key] = step
            elif isinstance(step, Judgement):
                judge(ledger, step)
            elif step in current:
                build.remove(ledger, step)
                del current[step]
        live = dump(ledger)
        said = said_in.all_(ledger)
        revision = ledger.revision

        build._derive_anew(ledger)

        assert dump(ledger) == live
        assert ledger.revision == revision
    with scratch() as folder, Ledger(Path(folder, "y"), create=True) as ledger:
        for judgement in reversed(said):
            judge(ledger, judgement)
        order = sorted(current)
        random.shuffle(order)  # type: ignore[attr-defined]
        for key in order:
            keep(ledger, current[key])
        assert dump(ledger) == live


@settings(max_examples=60, deadline=None)
@given(st.lists(told, min_size=1, max_size=5), st.lists(judgements, max_size=3))
def test_taking_judgements_back_leaves_no_trace(steps: list[Told], said: list[Judgement]) -> None:
    with scratch() as folder, Ledger(Path(folder, "x"), create=True) as ledger:
        for step in consistent(steps):
            keep(ledger, step)
        before = dump(ledger)

        for judgement in said:
            judge(ledger, judgement)
        for judgement in said:
            judge(ledger, back=(judgement,))

        assert dump(ledger) == before
        assert said_in.all_(ledger) == ()
