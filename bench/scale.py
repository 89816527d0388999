"""What one article costs a large ledger, and what making all its rows anew takes.

The articles are real prose cut to passages and put together anew; each passage is read
once, and what was read of it is put together likewise, so that 50,000 articles take minutes.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import TypeVar

from bench import corpus
from bench.run import KGBUILD, Row, peak
from kgbuild import build, names
from kgbuild.derive.change import Change
from kgbuild.extract.workers import Settings, load_reader
from kgbuild.ledger import articles
from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Mention, Reading, Referent, Source, Statement, unique
from kgbuild.ontology import load as load_ontology

T = TypeVar("T")

FEW = 1_000
MANY = int(os.environ.get("KGBUILD_BENCH_LEDGER", "50000"))
PASSAGES = 1_500
TOGETHER = 2
"""Passages of an article."""
MORE = 100
BREAK = "\n\n"


def scale(folder: Path) -> Iterator[Row]:
    """Store articles, rebuild in a process of its own, then add and remove some at two sizes."""
    parts = _read()
    for name, count in (("small", FEW), ("large", MANY)):
        with Ledger(folder / f"{name}.db", create=True) as ledger:
            build.settle(ledger)
            draw = Random(1)
            _store(ledger, (_made(parts, draw, number) for number in range(count)))
        row = _again(folder / f"{name}.db", count)
    yield row
    yield from _against(folder, parts, Random(2))


def _store(ledger: Ledger, told: Iterable[tuple[Source, Reading]]) -> None:
    """Store articles with their readings, the rows of the graph not made yet."""
    mark = build.fresh(ledger)
    with ledger.transaction():
        for source, found in told:
            articles.file_(ledger, source)
            articles.keep_reading(ledger, source.article.id, mark, found)


def _against(folder: Path, parts: Sequence[tuple[str, Reading]], draw: Random) -> Iterator[Row]:
    """Add articles to both ledgers in turn and take them out again; read each once."""
    reader = load_reader(Settings(build.DEFAULT_MODEL))
    times: dict[str, list[float]] = {}
    with Ledger(folder / "small.db") as small, Ledger(folder / "large.db") as large:
        for number in range(MORE):
            source, found = _made(parts, draw, f"more-{number}")
            read = _seconds(reader.read, source.article)
            for size, ledger in (("few", small), ("many", large)):
                filed = _filed(ledger, [(source, found)])
                times.setdefault(f"{size} in", []).append(read + filed)
                times.setdefault(f"{size} filed", []).append(filed)
                took = _seconds(partial(build.remove, ledger), source.key)
                times.setdefault(f"{size} out", []).append(took)
    for way, what, note in (
        ("in", "one article into", "reading included"),
        ("filed", "the same, filing alone:", "reading left out"),
        ("out", "one article out of", "nothing is read"),
    ):
        few, many = (median(times[f"{size} {way}"]) for size in ("few", "many"))
        target = "report" if way == "filed" else "≤ 1.5"
        note = f"{1000 * many:.1f} ms against {1000 * few:.1f} ms, medians of {MORE}, {note}"
        yield Row(f"{what} a ledger of {MANY:,} against {FEW:,}", f"{many / few:.2f}", target, note)


def _seconds(work: Callable[[T], object], with_: T) -> float:
    start = time.perf_counter()
    work(with_)
    return time.perf_counter() - start


def _again(db: Path, count: int) -> Row:
    """Rebuild by the command, and take its time and peak memory."""
    start = time.perf_counter()
    memory = peak([*KGBUILD, "--db", str(db), "rebuild"])
    took = time.perf_counter() - start
    with Ledger(db) as ledger:
        mentions = ledger.db.execute("SELECT sum(mentions) FROM row_mention").fetchone()[0]
    what, note = f"`kgbuild rebuild` of {count:,} articles, peak memory", f"{mentions:,} mentions"
    return Row(what, f"{memory:,} MiB", "≤ 4 GiB", f"{note}; {took / 60:.1f} minutes")


def _read() -> list[tuple[str, Reading]]:
    reader = load_reader(Settings(build.DEFAULT_MODEL))
    texts = Random(0).sample(corpus.passages(), min(PASSAGES, len(corpus.passages())))
    return [(text, reader.read(Article("Passage", text))) for text in texts]


def _filed(ledger: Ledger, told: Iterable[tuple[Source, Reading]]) -> float:
    """File articles, each in a transaction of its own; return the seconds that this took."""
    ontology, mark, took = load_ontology(), build.fresh(ledger), 0.0
    for source, found in told:
        start = time.perf_counter()
        with ledger.transaction():
            change = Change(ledger, ontology)
            change.file_(source, mark, found)
            change.finish()
        took += time.perf_counter() - start
    return took


def _made(
    parts: Sequence[tuple[str, Reading]], draw: Random, number: int | str
) -> tuple[Source, Reading]:
    """Return an article of some passages, and what they say, as one reading of it."""
    chosen = [draw.choice(parts) for _ in range(TOGETHER)]
    text = BREAK.join(part for part, _ in chosen)
    day = f"20{draw.randrange(15, 24)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 28):02}"
    source = Source(f"made#{number}", Article(f"Item {number}", text, day))
    referents: dict[str, Referent] = {}
    statements: list[Statement] = []
    at = 0
    for part, found in chosen:
        keys = [names.key(one.type, one.name) for one in found.referents]
        for key, one in zip(keys, found.referents, strict=True):
            moved = replace(
                one,
                mentions=tuple(Mention(m.start + at, m.end + at, m.form) for m in one.mentions),
            )
            referents[key] = _one(referents[key], moved) if key in referents else moved
        places = [[*referents].index(key) for key in keys]
        statements += [_moved(said, at, places) for said in found.statements]
        at += len(part) + len(BREAK)
    return source, Reading(tuple(referents.values()), tuple(statements))


def _one(first: Referent, second: Referent) -> Referent:
    return Referent(
        first.name,
        first.type,
        tuple(sorted(set(first.mentions + second.mentions), key=lambda m: (m.start, m.end))),
        unique(first.names + second.names),
        unique(first.equated + second.equated),
    )


def _moved(said: Statement, by: int, places: Sequence[int]) -> Statement:
    return replace(
        said,
        subject=places[said.subject],
        object=places[said.object],
        speaker=None if said.speaker is None else places[said.speaker],
        start=said.start + by,
        end=said.end + by,
    )
