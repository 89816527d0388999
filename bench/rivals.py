"""``load`` of a large graph against the bare driver and neo4j-graphrag's KG writer."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from neo4j import Driver

from bench.loading import connect, empty, seconds
from bench.run import Row
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import load
from tests.neo4j.rows import Graph, large
from tests.neo4j.server import Address, Server

HERE = Path(__file__).parent
CACHE = HERE.parent / ".cache" / "rivals"
ARTICLES = int(os.environ.get("KGBUILD_BENCH_ARTICLES", "20000"))
WARM = 1_000
ROUNDS = int(os.environ.get("KGBUILD_BENCH_ROUNDS", "2"))
PLAIN = ("neo4j-graphrag>=1.22",)
RUST = (*PLAIN, "neo4j-rust-ext")
APOC = "dbms.security.procedures.unrestricted=apoc.*\n"


def rivals(_: Path) -> Iterator[Row]:
    """Load the graph of 20,000 articles in every way in turn, one server for all."""
    jars = _jars()
    plain, rust = (_python(name, some) for name, some in (("plain", PLAIN), ("rust", RUST)))
    ways = {
        "hand": (plain, "hand"),
        "own": (plain, "own"),
        "graphrag": (plain, "graphrag"),
        "own, Rust": (rust, "own"),
        "graphrag, Rust": (rust, "graphrag"),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    again = []
    with (
        Server("3g", APOC, before=lambda home: _put(jars, home), jars=jars) as server,
        connect(server.address) as driver,
    ):
        for number in range(2 + ROUNDS):
            articles = ARTICLES if number > 1 else WARM
            for name, (python, how) in ways.items():
                _empty(driver)
                took = _once(python, how, articles, server.address)
                if number > 1:
                    taken[name].append(took)
                    print(f"{name}: {took:.1f} s", file=sys.stderr, flush=True)
                if number > 1 and how == "own":
                    again.append(_reload(server.address) / took)
    whole = large(ARTICLES)
    count = sum(map(len, (whole.articles, whole.entities, whole.mentions, whole.edges)))
    count += 4 * len(whole.statements) + sum(1 for said in whole.statements if said.speaker)
    note = f"{ARTICLES:,} articles, {len(whole.statements):,} statements, {count:,} nodes and edges"
    for first, second, target in (
        ("hand", "own", "≥ 0.9"),
        ("graphrag", "own", "≥ 1.6"),
        ("graphrag", "own, Rust", "≥ 2.5"),
        ("graphrag, Rust", "own, Rust", "report"),
    ):
        ratios = [a / b for a, b in zip(taken[first], taken[second], strict=True)]
        figure = f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        rate = f"{count / median(taken[second]):,.0f} a second"
        yield Row(
            f"`load` ({second}) against {first}, rows a second", figure, target, f"{note}; {rate}"
        )
    yield Row(
        "reload of the unchanged graph, of the first load", f"{max(again):.4f}", "≤ 0.1", note
    )


def _once(python: Path, how: str, articles: int, to: Address) -> float:
    words = [python, "-m", "bench.once", how, str(articles), to.uri, to.password]
    done = subprocess.run(
        [*map(str, words)], cwd=HERE.parent, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return float(done.stdout.split()[-1])


def _reload(to: Address) -> float:
    """Return the seconds of loading the same ledger again: nothing to write."""
    with Connection(to.uri, to.user, to.password, None) as connection:
        return seconds(lambda: load(connection, Graph().changes(revision=1, since=1)))


def _empty(driver: Driver) -> None:
    empty(driver)
    with driver.session() as session:
        session.run("DROP INDEX __entity__tmp_internal_id IF EXISTS").consume()


def _python(name: str, packages: tuple[str, ...]) -> Path:
    """Return the Python of an environment that holds the packages, made once."""
    home = CACHE / name
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        shutil.rmtree(home, ignore_errors=True)
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        (home / "ready").touch()
    return python


def _jars() -> Path:
    """Return the folder of APOC and what it stands on, fetched once."""
    folder = CACHE / "apoc"
    if not folder.is_dir():
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime"]
        where = f"-DoutputDirectory={folder}.new"
        subprocess.run(["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), *goal, where], check=True)
        Path(f"{folder}.new").rename(folder)
    return folder


def _put(jars: Path, home: Path) -> None:
    for jar in jars.glob("*.jar"):
        shutil.copy(jar, home / "plugins")
