"""The command line with a real Neo4j behind it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgbuild.cli import main
from tests.neo4j.server import Address

pytestmark = pytest.mark.neo4j
Run = Callable[..., Result]

NEWS = (
    "Ada Aho founded Borealis Labs. Ada Aho met Bo Berg.",
    "Ada Aho did not meet Cy Cole. Echo Bank bought Borealis Labs.",
    "Bo Berg leads Delta Works (DW). Echo Bank will acquire DW.",
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_neo4j: Address) -> Run:
    """Run the command line in an empty folder; Neo4j is named by the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_URI", empty_neo4j.uri)
    monkeypatch.setenv("NEO4J_USERNAME", empty_neo4j.user)
    monkeypatch.setenv("NEO4J_PASSWORD", empty_neo4j.password)

    def call(*words: str, offline: bool = False) -> Result:
        if offline:
            monkeypatch.delenv("NEO4J_URI")
        result = CliRunner().invoke(main, words, catch_exceptions=False)
        monkeypatch.setenv("NEO4J_URI", empty_neo4j.uri)
        return result

    return call


@pytest.fixture
def news(run: Run, tmp_path: Path) -> Path:
    """Ingest three articles, into Neo4j too."""
    path = tmp_path / "news.jsonl"
    rows = [json.dumps({"id": str(i), "text": text}) for i, text in enumerate(NEWS)]
    path.write_text("\n".join(rows))
    assert run("ingest", "--model", "kgbuild_toy", "news.jsonl").exit_code == 0
    return path


def test_an_ingest_ends_with_a_load(run: Run, news: Path) -> None:
    result = run("load", "--verify")

    assert "nothing to write" in result.stderr
    assert "just what the ledger holds" in result.stderr


def test_a_dry_run_says_what_would_be_done_and_does_nothing(run: Run, news: Path) -> None:
    run("remove", "0", offline=True)

    later = run("load", "--dry-run")
    whole = run("load", "--dry-run", "--again")
    still = run("load", "--verify")
    after = run("load", "--dry-run")

    gone = "would remove articles 1, mentions 3, statements 2, ties 2."
    assert later.stdout.endswith(f": would send entities 3; {gone}\n")
    assert whole.stdout.endswith(f"{gone}\n")
    assert "nodes deleted 3" in still.stderr
    assert after.stdout.endswith("would send nothing; would remove nothing.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("show", "Ada Aho", "--json"),
        ("show", "borealis labs", "--all", "--json"),
        ("path", "Bo Berg", "Echo Bank", "--json"),
        ("query", "top", "--json"),
        ("query", "timeline", "-p", "name=Delta Works", "--json"),
        ("query", "evidence", "-p", "a=DW", "--json"),
        ("show", "Borealis"),
    ],
    ids=" ".join,
)
def test_neo4j_and_networkx_give_the_same_answer(
    run: Run, news: Path, words: tuple[str, ...]
) -> None:
    online, offline = run(*words), run(*words, offline=True)

    assert online.stdout == offline.stdout
    assert online.exit_code == offline.exit_code
    assert "offline" in offline.stderr
    assert "offline" not in online.stderr


def test_what_is_removed_leaves_neo4j_too(run: Run, news: Path) -> None:
    assert run("remove", "1").exit_code == 0

    assert "just what the ledger holds" in run("load", "--verify").stderr
    assert run("show", "Cy Cole").exit_code == 2


def test_a_denied_tie_is_never_matched_by_its_relation(run: Run, news: Path) -> None:
    query = "MATCH (a)-[:MET_WITH]->(b) RETURN a.name AS a, b.name AS b"

    result = run("query", query, "--json")

    assert "Bo Berg" in result.stdout, result.stderr
    assert "Cy Cole" not in result.stdout


def test_a_graph_that_lags_behind_is_told(run: Run, news: Path) -> None:
    run("remove", "1", offline=True)

    result = run("show", "Ada Aho")

    assert "kgbuild load" in result.stderr


def test_cypher_of_the_user_only_reads(run: Run, news: Path) -> None:
    result = run("query", "MATCH (n) DETACH DELETE n")

    assert result.exit_code != 0
    assert "Traceback" not in result.stderr
    assert "just what the ledger holds" in run("load", "--verify").stderr


def test_rows_beyond_the_limit_are_cut_and_that_is_said(run: Run, news: Path) -> None:
    result = run("query", "UNWIND range(1, 50) AS i RETURN i", "--limit", "7", "--json")

    assert len(result.stdout.splitlines()) == 7
    assert "Cut after 7 rows" in result.stderr


def test_a_dead_server_leaves_the_ledger_whole(run: Run, news: Path, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text("A headline\n\nCy Cole visited Oulu.")

    result = CliRunner().invoke(main, ["--neo4j", "bolt://127.0.0.1:9", "ingest", "more.txt"])

    assert result.exit_code == 1
    assert "127.0.0.1:9" in result.stderr
    assert "Oulu" in run("show", "Cy Cole", offline=True).stdout
    assert "Cy Cole" in run("load", "--verify").stderr or run("show", "Cy Cole").exit_code == 0


def test_doctor_says_what_neo4j_holds(run: Run, news: Path) -> None:
    assert "up to date" in run("doctor").stdout
