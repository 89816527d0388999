"""What a user types, and what comes back: on stdout, on stderr, as exit code."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgbuild.cli import COMMANDS, main
from kgbuild.ledger.store import Ledger

Run = Callable[..., Result]

NEWS = "Ada Aho founds a laboratory\n\nAda Aho founded Borealis Labs. Ada Aho met Bo Berg."
DENIAL = "Ada Aho denies it\n\nAda Aho did not meet Cy Cole. Echo Bank bought Borealis Labs."


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in an empty folder, where no Neo4j is named."""
    monkeypatch.chdir(tmp_path)
    for name in ("NEO4J_URI", "NEO4J_PASSWORD", "KGBUILD_DB"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, words, input=stdin, catch_exceptions=False)

    return call


@pytest.fixture
def news(run: Run, tmp_path: Path) -> Path:
    """Make a ledger of two articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(NEWS)
    (folder / "b.txt").write_text(DENIAL)
    assert run("ingest", "--model", "kgbuild_toy", "news").exit_code == 0
    return folder


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_command_has_a_help_text_and_stands_in_the_readme(run: Run) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

    for name in COMMANDS:
        assert len(run(name, "--help").stdout.splitlines()) > 3
        assert f"kgbuild {name}" in readme


def test_a_second_ingest_finds_everything_there(run: Run, news: Path) -> None:
    [table] = rows(run("ingest", "news", "--json"))

    assert (table["new"], table["same"], table["articles"]) == (0, 2, 2)


def test_a_changed_file_replaces_its_article(run: Run, news: Path) -> None:
    (news / "a.txt").write_text(DENIAL)

    [table] = rows(run("ingest", "news", "--json"))

    assert (table["replaced"], table["same"], table["articles"]) == (1, 1, 1)


def test_show_finds_a_name_whatever_its_case_and_gives_the_sentence(run: Run, news: Path) -> None:
    result = run("show", "ada AHO")

    assert result.exit_code == 0
    assert "Ada Aho FOUNDED Borealis Labs" in result.stdout
    assert '"Ada Aho founded Borealis Labs."' in result.stdout
    assert "offline" in result.stderr


def test_show_never_draws_a_denied_tie_as_a_plain_one(run: Run, news: Path) -> None:
    plain = run("show", "Cy Cole")
    every = run("show", "Cy Cole", "--all")

    assert "MET_WITH" not in plain.stdout
    assert "denied: " in every.stdout


def test_an_unknown_name_gets_suggestions(run: Run, news: Path) -> None:
    result = run("show", "Boreale Labs")

    assert result.exit_code == 2
    assert "Did you mean Borealis Labs" in result.stderr


def test_path_goes_through_a_common_acquaintance(run: Run, news: Path) -> None:
    result = run("path", "Bo Berg", "Echo Bank", "--json")

    assert [row["relation"] for row in rows(result)] == ["MET_WITH", "FOUNDED", "ACQUIRED"]


def test_a_named_query_takes_parameters(run: Run, news: Path) -> None:
    found = rows(run("query", "ties", "-p", "name=borealis labs", "-p", "limit=1", "--json"))

    assert len(found) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["query", "nonsense"], "There are ", id="an unknown query"),
        pytest.param(["query", "ties"], "needs 'name'", id="a parameter missing"),
        pytest.param(["query", "ties", "-p", "nme=x"], "takes no 'nme'", id="a slip"),
        pytest.param(["query", "ties", "-p", "name"], "says no value", id="no value"),
        pytest.param(["query", "MATCH (n) RETURN n"], "set NEO4J_URI", id="Cypher offline"),
        pytest.param(["load"], "NEO4J_URI", id="load to nowhere"),
        pytest.param(["remove", "c.txt"], "No article is called", id="no such article"),
        pytest.param(["export", "x.doc"], ".graphml", id="an unknown format"),
        pytest.param(["--db", "none.db", "show", "Ada"], "no ledger at none.db", id="no ledger"),
        pytest.param(["ingest", "--model", "no_such", "news"], "no_such", id="no such model"),
    ],
)
def test_a_slip_gets_one_line_with_the_mend(
    run: Run, news: Path, words: list[str], said: str
) -> None:
    result = run(*words)

    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_bad_input_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nonsense")
    (folder / "lines.jsonl").write_text(
        json.dumps({"id": "1", "text": NEWS}) + "\n{broken\n" + json.dumps({"text": DENIAL})
    )
    (folder / "loop").symlink_to(folder)

    result = run("ingest", "--model", "kgbuild_toy", "mixed", "missing.txt", "--json")

    [table] = rows(result)
    assert result.exit_code == 1
    assert table["new"] == 2
    for name in ("empty.txt", "broken.pdf", "lines.jsonl line 2", "loop", "missing.txt"):
        assert name in result.stderr


def test_standard_input_is_an_article(run: Run) -> None:
    result = run("ingest", "--model", "kgbuild_toy", "-", "--json", stdin=NEWS)

    assert rows(result)[0]["new"] == 1
    assert "Borealis Labs" in run("show", "Ada Aho").stdout


def test_remove_takes_a_file_name_and_rebuild_changes_nothing(run: Run, news: Path) -> None:
    run("remove", "b.txt")
    run("export", "before.json")

    assert run("rebuild").exit_code == 0

    run("export", "after.json")
    assert Path("before.json").read_bytes() == Path("after.json").read_bytes()
    assert "Echo Bank" not in Path("after.json").read_text()


def test_no_path_leaves_the_ledger(run: Run, news: Path, tmp_path: Path) -> None:
    for name in ("g.json", "g.graphml", "g.csv"):
        run("export", name)

    for file in tmp_path.glob("g*"):
        text = file.read_text()
        assert str(tmp_path) not in text
        assert "news/" not in text


def test_what_neo4j_admin_imports_is_written_into_a_folder(run: Run, news: Path) -> None:
    refused = run("export", "bulk", "--format", "neo4j-import", "--min-confidence", "0.5")
    assert (refused.exit_code, Path("bulk").exists()) == (2, False)

    result = run("export", "bulk", "--format", "neo4j-import")

    assert result.exit_code == 0
    assert "neo4j-admin database import full @arguments.txt neo4j" in result.stderr
    assert "Ada Aho" in Path("bulk/entities.csv").read_text()


def test_another_language_is_kept_and_listed_as_unread(run: Run) -> None:
    line = json.dumps({"id": "1", "text": "Ada Aho met Bo Berg.", "language": "fr"})

    result = run("ingest", "--model", "kgbuild_toy", "-", "--json", stdin=line)

    [table] = rows(result)
    assert (table["new"], table["notEnglish"], table["entities"]) == (1, 1, 0)
    assert "not read: language fr" in run("articles").stdout


def test_a_file_that_is_no_ledger_is_left_alone(run: Run, tmp_path: Path) -> None:
    Path("other.db").write_text("no database at all, but of some length" * 100)

    result = run("--db", "other.db", "ingest", "--model", "kgbuild_toy", "-", stdin=NEWS)

    assert result.exit_code == 2
    assert "no kgbuild ledger" in result.stderr
    assert Path("other.db").read_text().startswith("no database")


def test_a_ledger_of_a_newer_version_is_refused(run: Run, news: Path) -> None:
    with Ledger(Path("kgbuild.db")) as ledger:
        ledger.db.execute("PRAGMA user_version = 99")

    result = run("show", "Ada Aho")

    assert result.exit_code == 2
    assert "newer kgbuild" in result.stderr


ONTOLOGY = """
[ACQUIRED]
means = "bought"
subject = ["ORGANIZATION"]
object = ["ORGANIZATION"]
reads = "{subject} bought {object}"
enabled = false
"""


def test_another_ontology_reads_everything_again(run: Run, news: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(ONTOLOGY)
    assert "ACQUIRED" in run("show", "Echo Bank").stdout

    [table] = rows(run("ingest", "--ontology", "own.toml", "news", "--json"))

    assert table["readAgain"] == 2
    assert "ACQUIRED" not in run("show", "Echo Bank").stdout


def test_a_graph_made_by_another_version_says_so(run: Run, news: Path) -> None:
    with Ledger(Path("kgbuild.db")) as ledger:
        ledger.db.execute("UPDATE reading SET fingerprint = 'older'")

    assert "kgbuild rebuild" in run("show", "Ada Aho").stderr
    assert run("rebuild").exit_code == 0
    assert "kgbuild rebuild" not in run("show", "Ada Aho").stderr


@pytest.mark.parametrize("text", ["[lower]\nmeans = 1", "[OWNS", "[DENIED]\nmeans = 'x'"])
def test_a_broken_ontology_is_refused_before_anything_is_read(run: Run, text: str) -> None:
    Path("own.toml").write_text(text)

    result = run("ingest", "--ontology", "own.toml", "-", stdin=NEWS)

    assert result.exit_code == 2
    assert "ontology" in result.stderr or "relation" in result.stderr


def test_hostile_names_reach_the_terminal_harmless(run: Run) -> None:
    line = json.dumps({"id": "1", "text": NEWS, "title": "\u001b[2J\u202eevil"})

    run("ingest", "--model", "kgbuild_toy", "-", stdin=line)

    assert "\x1b" not in run("articles").stdout
    assert "\u202e" not in run("articles").stdout


def test_doctor_finds_nothing_wrong_where_nothing_is(run: Run, news: Path) -> None:
    result = run("doctor")

    assert result.exit_code == 0
    assert "WRONG" not in result.stdout


def test_doctor_says_the_mend_of_a_damaged_ledger(run: Run, news: Path) -> None:
    size = Path("kgbuild.db").stat().st_size
    with Path("kgbuild.db").open("r+b") as file:
        file.seek(size // 2)
        file.write(os.urandom(size // 3))

    result = run("doctor")

    assert result.exit_code == 1
    assert "WRONG  ledger" in result.stdout


def many(path: Path, count: int) -> None:
    lines = (json.dumps({"id": str(i), "text": f"{NEWS} Number {i}."}) for i in range(count))
    path.write_text("\n".join(lines))


def start(*words: str) -> "subprocess.Popen[str]":
    toy = Path(__file__).parents[1] / "toy"
    return subprocess.Popen(
        [sys.executable, "-m", "kgbuild", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hear_ctrl_c,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(toy), str(toy.parents[1])])},
    )


def _hear_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a background job has it ignored


def test_two_ingests_at_once_both_end_well(run: Run, tmp_path: Path) -> None:
    many(tmp_path / "a.jsonl", 60)
    many(tmp_path / "b.jsonl", 60)

    both = [start("ingest", "--model", "kgbuild_toy", f"{name}.jsonl") for name in "ab"]
    ends = [process.communicate(timeout=120) for process in both]

    assert [process.returncode for process in both] == [0, 0], ends
    with Ledger(Path("kgbuild.db")) as ledger:
        assert ledger.db.execute("SELECT count(*) FROM source").fetchone()[0] == 120
    run("export", "live.json")
    run("rebuild")
    run("export", "anew.json")
    assert Path("live.json").read_bytes() == Path("anew.json").read_bytes()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_keeps_what_is_done_and_a_second_run_ends_it(
    run: Run, tmp_path: Path, workers: str
) -> None:
    many(tmp_path / "a.jsonl", 4000)
    process = start("ingest", "--model", "kgbuild_toy", "--workers", workers, "a.jsonl")
    deadline = time.monotonic() + 60
    while not _articles() and time.monotonic() < deadline:
        time.sleep(0.05)

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)

    assert process.returncode == 130, said
    assert "run the same again" in said
    assert "Traceback" not in said
    assert 0 < _articles() < 4000


def _articles() -> int:
    if not Path("kgbuild.db").is_file():
        return 0
    with Ledger(Path("kgbuild.db")) as ledger:
        return int(ledger.db.execute("SELECT count(*) FROM source").fetchone()[0])
