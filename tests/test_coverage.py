"""What a reading leaves out is said, and nothing else."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild import ontology
from kgbuild.cli import main
from kgbuild.extract.pipeline import Reader, load
from kgbuild.model import Article, Reading, Reason

READER: Reader = load("kgbuild_toy", ontology.load())


def gaps(text: str, language: str = "en") -> list[tuple[str, str]]:
    reading = READER.read(Article("", text, "2021-02-09", language=language))
    return [(gap.reason.value, text[gap.start : gap.end]) for gap in reading.unread]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ada Aho saw Bo Berg.",
            [("no statement", "Ada Aho saw Bo Berg.")],
            id="two names and no tie",
        ),
        pytest.param("Ada Aho met Bo Berg.", [], id="two names and a tie"),
        pytest.param("Ada Aho slept.", [], id="one name"),
        pytest.param("Ada Aho and Ada Aho slept.", [], id="one thing named twice"),
        pytest.param(
            "Ada Aho met Bo Berg.\n\nCopyright 2021 Echo Bank",
            [("not prose", "Copyright 2021 Echo Bank")],
            id="a line that is no prose",
        ),
        pytest.param("Ada Aho met Bo Berg.\n\n***\n\n", [], id="a line without a letter"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_what_is_left_out_is_named_with_its_reason(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert gaps(text) == expected


def test_another_language_is_one_gap() -> None:
    text = "Ada Aho traf Bo Berg."

    assert gaps(text, language="de") == [("language", text)]


def test_a_sentence_of_too_many_names_is_cut_and_says_so() -> None:
    text = "Ada Aho met " + "Bo Berg, Cy Cole, " * 40 + "Ada Aho."

    assert [reason for reason, _ in gaps(text)] == ["cut"]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ada Aho met Bo Berg.", "Ada Aho saw Bo Berg.", "It rained.", "\n\n",
             "Photo: XY", "By Cy Cole", "OULU, Finland (DW) -", "Bo Berg founded Delta Works."]
        ),
        max_size=8,
    )
)  # fmt: skip
def test_gaps_lie_in_the_text_in_order_and_hold_no_statement(parts: list[str]) -> None:
    text = " ".join(parts)

    reading = READER.read(Article("", text, "2021-02-09"))

    spans = [(gap.start, gap.end) for gap in reading.unread]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    said = {claim.start for claim in reading.statements}
    silent = {gap.start for gap in reading.unread if gap.reason is Reason.NO_STATEMENT}
    assert said.isdisjoint(silent)
    assert Reading.from_json(reading.to_json()) == reading


def test_a_reading_of_an_older_ledger_can_still_be_read() -> None:
    assert Reading.from_json("[[], []]") == Reading()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Mill shut\n\nAda Aho saw Bo Berg.\n\nBo Berg saw Cy Cole.\n")
    (tmp_path / "b.txt").write_text("Mill open\n\nAda Aho met Bo Berg.\n\nCopyright 2021 DW\n")
    call(tmp_path, "ingest", "--model", "kgbuild_toy", str(tmp_path / "a.txt"))
    call(tmp_path, "ingest", str(tmp_path / "b.txt"))
    return tmp_path


def call(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--db", str(folder / "k.db"), *words])


def test_the_command_counts_and_names_the_worst(ledger: Path) -> None:
    result = call(ledger, "coverage")

    assert result.exit_code == 0
    assert "2 articles" in result.stdout
    assert "no statement         2 stretches" in result.stdout
    assert "not prose            1 stretches" in result.stdout


def test_the_command_lists_every_stretch_of_one_article(ledger: Path) -> None:
    result = call(ledger, "coverage", "a.txt", "--all", "--json")

    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["words"] for row in rows if row["row"] == "gap"] == [
        "Ada Aho saw Bo Berg.",
        "Bo Berg saw Cy Cole.",
    ]
    assert rows[-1]["row"] == "total"
    assert rows[-1]["articles"] == 1


def test_an_unknown_article_is_a_clear_line(ledger: Path) -> None:
    result = call(ledger, "coverage", "c.txt")

    assert result.exit_code == 2
    assert "No article is called 'c.txt'" in result.stderr
