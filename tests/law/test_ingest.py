"""The law, over the real stages: the graph depends on the current articles alone."""

import os
import signal
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild import build
from kgbuild.extract import workers
from kgbuild.ledger import rows
from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Source
from tests.law import world


@settings(max_examples=40, deadline=None)
@given(world.sources(max_size=5), st.randoms(use_true_random=False), st.integers(0, 5))
def test_order_and_batches_do_not_matter(found: list[Source], random: object, cut: int) -> None:
    shuffled = [*found]
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    with world.ledger() as ledger:
        build.ingest(ledger, shuffled[:cut])
        build.ingest(ledger, shuffled[cut:])

        assert world.exports(ledger) == world.built(found)


@settings(max_examples=25, deadline=None)
@given(world.sources(max_size=4))
def test_ingesting_twice_changes_nothing(found: list[Source]) -> None:
    with world.ledger() as ledger:
        build.ingest(ledger, found)
        before, revision = world.exports(ledger), ledger.revision

        report = build.ingest(ledger, found)

        assert (report.same, report.new, report.replaced) == (len(found), 0, 0)
        assert world.exports(ledger) == before
        assert ledger.revision == revision


@settings(max_examples=25, deadline=None)
@given(world.sources(min_size=1, max_size=5), st.data())
def test_removing_leaves_what_never_was(found: list[Source], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(found))
    with world.ledger() as ledger:
        build.ingest(ledger, found)

        build.remove(ledger, gone.key)

        assert world.exports(ledger) == world.built(s for s in found if s is not gone)


@settings(max_examples=25, deadline=None)
@given(world.sources(min_size=1, max_size=4), world.articles, st.data())
def test_replacing_is_removing_and_adding(
    found: list[Source], article: Article, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(found) - 1))
    new = Source(found[place].key, article)
    with world.ledger() as ledger:
        build.ingest(ledger, found)

        build.ingest(ledger, [new])

        assert world.exports(ledger) == world.built([*found[:place], new, *found[place + 1 :]])


@settings(max_examples=25, deadline=None)
@given(world.sources(max_size=5), world.sources(max_size=3))
def test_a_rebuild_changes_no_row(first: list[Source], second: list[Source]) -> None:
    with world.ledger() as ledger:
        build.ingest(ledger, first)
        build.ingest(ledger, second)
        before, revision = world.exports(ledger), ledger.revision

        build.rebuild(ledger)

        assert world.exports(ledger) == before
        assert ledger.revision == revision


@settings(max_examples=4, deadline=None)
@given(world.sources(min_size=3, max_size=6))
def test_the_number_of_processes_does_not_matter(found: list[Source]) -> None:
    assert world.built(found, workers=2) == world.built(found)


def test_the_last_of_a_runs_articles_with_one_key_wins() -> None:
    first = Source("a", Article("First", "Ada Aho met Bo Berg."))
    last = Source("a", Article("First", "Cy Cole visited Oulu."))
    with world.ledger() as ledger:
        build.ingest(ledger, [last])

        build.ingest(ledger, [first, last], workers=2)

        assert world.exports(ledger) == world.built([last])


KILLED = [
    Source("a", Article("First", "Ada Aho founded Borealis Labs. Ada Aho met Bo Berg.")),
    Source("b", Article("Second", "Bo Berg leads Delta Works (DW). Borealis Labs acquired DW.")),
    Source("c", Article("Third", "Echo Bank sued Borealis Labs.", "2020-01-05")),
    Source("a", Article("First", "Ada Aho did not meet Cy Cole. Cy Cole may meet Ada Aho.")),
]


def test_a_run_killed_anywhere_and_run_again_ends_in_the_same_graph(tmp_path: Path) -> None:
    whole = world.built(KILLED)
    reader = workers.load_reader(workers.Settings("kgbuild_toy"))
    steps = _steps(tmp_path / "count.db")
    assert steps > 100

    for number, step in enumerate(range(1, steps, max(1, steps // 60))):
        path = tmp_path / f"{number}.db"
        with Ledger(path, create=True) as ledger:
            build.settle(ledger, "kgbuild_toy")

        status = _in_a_fork(path, step)

        assert os.WIFSIGNALED(status)
        assert os.WTERMSIG(status) == signal.SIGKILL
        with Ledger(path) as ledger:
            ledger.check()
            build.ingest(ledger, KILLED)
            assert world.exports(ledger) == whole, f"killed at statement {step}"
    assert reader


def _steps(path: Path) -> int:
    """Return how many SQL statements the ingest takes."""
    seen: list[str] = []
    with Ledger(path, create=True) as ledger:
        build.settle(ledger, "kgbuild_toy")
        ledger.db.set_trace_callback(seen.append)
        build.ingest(ledger, KILLED)
        ledger.db.set_trace_callback(None)
    return len(seen)


def _in_a_fork(path: Path, step: int) -> int:
    """Ingest in a child that is killed before its n-th SQL statement; return its status."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of libraries, all idle
        child = os.fork()
    if child == 0:
        left = [step]

        def count(_: str) -> None:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        with Ledger(path) as ledger:
            ledger.db.set_trace_callback(count)
            build.ingest(ledger, KILLED)
        os._exit(0)
    return os.waitpid(child, 0)[1]


@pytest.mark.model
def test_the_law_holds_with_the_real_model() -> None:
    model = build.DEFAULT_MODEL
    found = [
        Source("a", Article("A", "Ren Zhengfei, the founder of Huawei, spoke in Shenzhen.")),
        Source("b", Article("B", "Huawei did not sell its phone unit. ZTE was fined in 2018.")),
        Source(
            "c", Article("C", "Nokia chief executive Pekka Lundmark met Joe Biden in Helsinki.")
        ),
    ]
    whole = world.built(found, model=model)

    assert world.built(reversed(found), model=model) == whole
    assert world.built(found, workers=2, model=model) == whole
    with world.ledger(model) as ledger:
        for source in found:
            build.ingest(ledger, [source])
        build.remove(ledger, "b")
        build.ingest(ledger, [found[1]])
        assert world.exports(ledger) == whole
        assert sum(1 for _ in rows.projection(ledger).entities) >= 5
