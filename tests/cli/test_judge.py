"""What a user puts right stays right, is shown, and can be taken back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgbuild.cli import main
from kgbuild.ledger.store import Ledger

Run = Callable[..., Result]

ONE = "Ada Aho founds a laboratory\n\nAda Aho founded Borealis Labs. Ada Aho met Bo Berg."
TWO = "Ada Aho denies it\n\nAda Aho did not meet Cy Cole. Echo Bank bought Borealis Labs."
THREE = "Ada Aho leads on\n\nAda Aho leads Delta Works (DW). Cy Cole visited Oulu."


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line where a ledger of two articles lies and no Neo4j is named."""
    monkeypatch.chdir(tmp_path)
    for name in ("NEO4J_URI", "NEO4J_PASSWORD", "KGBUILD_DB"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, words, input=stdin, catch_exceptions=False)

    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text(ONE)
    (tmp_path / "news" / "two.txt").write_text(TWO)
    assert call("ingest", "--model", "kgbuild_toy", "news").exit_code == 0
    return call


def shown(run: Run, name: str) -> dict[str, object]:
    first = run("show", name, "--all", "--json").stdout.splitlines()[0]
    return dict(json.loads(first))


def graph(run: Run) -> bytes:
    assert run("export", "graph.json").exit_code == 0
    return Path("graph.json").read_bytes()


def add(run: Run, name: str, text: str) -> None:
    Path("news", name).write_text(text)
    assert run("ingest", "news").exit_code == 0


def test_merged_names_are_one_node_in_every_later_article(run: Run) -> None:
    assert run("merge", "Bo Berg", "Cy Cole").exit_code == 0

    add(run, "three.txt", THREE)

    assert shown(run, "Cy Cole")["id"] == shown(run, "bo berg")["id"]
    assert "VISITED" in run("show", "Bo Berg").stdout


def test_undo_takes_back_the_last_or_the_one_named(run: Run) -> None:
    before = graph(run)
    run("merge", "Bo Berg", "Cy Cole")
    run("rename", "Echo Bank", "Echo")

    assert run("undo", "1").exit_code == 0
    assert shown(run, "Cy Cole")["name"] == "Cy Cole"
    assert shown(run, "Echo Bank")["name"] == "Echo"
    assert run("undo").exit_code == 0

    assert graph(run) == before
    assert run("undo").exit_code == 2


def test_a_name_is_another_thing_in_one_article(run: Run) -> None:
    assert run("split", "Ada Aho", "--article", "two.txt").exit_code == 0

    result = run("show", "Ada Aho")

    assert result.exit_code == 2
    assert "means 2 entities" in result.stderr
    add(run, "three.txt", THREE)
    assert "means 2 entities" in run("show", "Ada Aho").stderr


def test_a_corrected_article_keeps_its_judgement(run: Run) -> None:
    run("split", "Ada Aho", "--article", "two.txt")

    add(run, "two.txt", TWO.replace("denies", "disputes"))

    assert "means 2 entities" in run("show", "Ada Aho").stderr


def test_names_that_an_article_equates_can_be_told_apart(run: Run) -> None:
    add(run, "three.txt", THREE)
    add(run, "four.txt", "A bank buys\n\nEcho Bank bought DW.")
    assert shown(run, "DW")["id"] == shown(run, "Delta Works")["id"]

    assert run("split", "Delta Works", "DW").exit_code == 0

    assert "means 2 entities" in run("show", "DW").stderr


def test_a_new_name_is_shown_and_the_old_ones_are_still_found(run: Run) -> None:
    run("rename", "Borealis Labs", "Borealis")
    run("rename", "borealis", "  Borealis   Group ")

    found = shown(run, "Borealis Labs")

    assert found["name"] == "Borealis Group"
    assert found["aliases"] == ["Borealis Labs"]
    assert shown(run, "borealis group") == found
    run("undo")
    assert shown(run, "Borealis Labs")["name"] == "Borealis"


def test_a_type_put_right_holds_and_can_be_put_right_again(run: Run) -> None:
    run("retype", "Borealis Labs", "place")
    add(run, "three.txt", "Echo Bank\n\nEcho Bank acquired Borealis Labs.")
    assert shown(run, "Borealis Labs")["type"] == "PLACE"

    run("retype", "Borealis Labs", "listing")
    assert shown(run, "Borealis Labs")["type"] == "LISTING"

    run("retype", "Borealis Labs", "organization")
    assert shown(run, "Borealis Labs")["type"] == "ORGANIZATION"
    assert run("judgements").stdout == ""


def test_a_type_can_be_put_right_in_one_article(run: Run) -> None:
    assert run("retype", "Borealis Labs", "place", "--article", "two.txt").exit_code == 0

    assert "means 2 entities" in run("show", "Borealis Labs").stderr
    assert shown(run, "Echo Bank")["name"] == "Echo Bank"
    assert run("show", "Borealis Labs", "--type", "place").exit_code == 0


def test_what_is_dropped_leaves_the_graph_with_its_ties(run: Run) -> None:
    run("drop", "Borealis Labs")
    add(run, "three.txt", "Echo Bank\n\nEcho Bank acquired Borealis Labs.")

    assert b"Borealis" not in graph(run)
    assert run("show", "Borealis Labs").exit_code == 2


def test_what_is_dropped_in_one_article_stays_elsewhere(run: Run) -> None:
    run("drop", "Ada Aho", "--article", "two.txt")

    assert shown(run, "Ada Aho")["articles"] == 1


def test_a_contradiction_is_refused_with_its_chain(run: Run) -> None:
    run("merge", "Bo Berg", "Cy Cole")
    run("split", "Ada Aho", "Cy Cole")

    result = run("merge", "Ada Aho", "Bo Berg")

    assert result.exit_code == 2
    assert (
        'different "PERSON:ada aho" and "PERSON:cy cole"; '
        'same "PERSON:bo berg" and "PERSON:cy cole"'
    ) in result.stderr
    assert len(run("judgements").stdout.splitlines()) == 2


def test_a_judgement_that_applies_to_nothing_is_kept_and_reported(run: Run) -> None:
    run("merge", "Ada Aho", "Cy Cole")

    gone = run("remove", "two.txt")

    assert "1 of your judgements apply to nothing now" in gone.stderr
    assert "no article has PERSON:cy cole" in run("judgements").stdout
    add(run, "three.txt", THREE)
    assert shown(run, "Cy Cole")["id"] == shown(run, "Ada Aho")["id"]
    assert "no article" not in run("judgements").stdout


def test_judgements_go_out_and_come_in_as_text(run: Run) -> None:
    run("merge", "Bo Berg", "Cy Cole")
    run("split", "Ada Aho", "--article", "two.txt")
    run("rename", "Echo Bank", "Echo")
    whole = graph(run)
    assert run("judgements", "--export", "said.txt").exit_code == 0
    text = Path("said.txt").read_text()
    assert 'different "PERSON:ada aho" and "PERSON:ada aho" in "news/two.txt"' in text
    for _ in range(3):
        run("undo")

    result = run("judgements", "--import", "said.txt")

    assert result.exit_code == 0
    assert "New judgements: 3." in result.stderr
    assert graph(run) == whole
    assert run("judgements", "--export", "-").stdout == text


def test_a_broken_line_is_named_and_the_rest_is_read(run: Run) -> None:
    text = 'nonsense\nsame "PERSON:ada aho" and "PERSON:bo berg"\nrename "PERSON:x"\n'

    result = run("judgements", "--import", "-", stdin=text)

    assert result.exit_code == 1
    assert "- line 1:" in result.stderr
    assert "- line 3:" in result.stderr
    assert shown(run, "Ada Aho")["id"] == shown(run, "Bo Berg")["id"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["merge", "Ada Aho", "Nobody"], "Nothing in the graph", id="unknown"),
        pytest.param(["merge", "Ada Aho", "ADA AHO"], "one name", id="one name"),
        pytest.param(["merge", "Ada Aho", "Echo Bank"], "retype first", id="two types"),
        pytest.param(["split", "Ada Aho"], "second name or --article", id="from what"),
        pytest.param(["split", "Ada Aho", "--article", "x.txt"], "No article", id="no article"),
        pytest.param(["split", "Bo Berg", "--article", "two.txt"], "not speak of", id="not there"),
        pytest.param(["split", "Bo Berg", "--article", "one.txt"], "nothing is left", id="all"),
        pytest.param(["rename", "Bo Berg", "\x1b[2J"], "no name", id="a name unseen"),
        pytest.param(["retype", "Bo Berg", "robot"], "is no type", id="no type"),
        pytest.param(["retype", "Bo Berg", "person"], "judged already", id="its type"),
        pytest.param(["drop", " "], "Say a name", id="no name"),
        pytest.param(["drop", "x" * 10_000], "Nothing in the graph", id="a long name"),
        pytest.param(["undo"], "Nothing is left to undo", id="nothing said"),
        pytest.param(["undo", "7"], "no number 7", id="no such number"),
        pytest.param(["judgements", "--import", "none.txt"], "can't be read", id="no file"),
    ],
)
def test_a_judgement_that_can_not_be_is_refused_in_one_line(
    run: Run, words: list[str], said: str
) -> None:
    before = graph(run)

    result = run(*words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr) < 500
    assert graph(run) == before


WHERE = ("country", "region", "geonames", "latitude", "longitude")
"""What the third format tells of a place."""


def test_a_ledger_of_the_first_format_is_brought_up(run: Run) -> None:
    before = graph(run)
    with Ledger(Path("kgbuild.db")) as ledger:
        for statement in (
            "DROP INDEX source_given",
            "DROP INDEX source_file",
            "DROP TABLE action",
            "DROP TABLE equated",
            *(f"ALTER TABLE row_entity DROP COLUMN {name}" for name in WHERE),
            "DROP TABLE bearer",
            "CREATE TABLE bearer (article TEXT, referent INTEGER, slot TEXT)",
            "PRAGMA user_version = 1",
        ):
            ledger.db.execute(statement)

    assert shown(run, "Ada Aho")["articles"] == 2
    assert run("rename", "Ada Aho", "Ada").exit_code == 0
    run("undo")
    assert graph(run) == before
