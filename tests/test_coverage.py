"""What a reading leaves out is said, and nothing else."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild import ontology
from kgbuild.cli import main
from kgbuild.extract.pipeline import DEFAULT_MODEL, Reader, load
from kgbuild.ledger import articles
from kgbuild.ledger.store import Ledger
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
        pytest.param(
            "OULU, Jan 21 (DW) - Ada Aho met Bo Berg.", [("not prose", "Jan 21")], id="a dateline"
        ),
        pytest.param(
            "Ada Aho met Bo Berg.\n\nBo Berg at a mill in Oulu. Photo: Echo Bank",
            [("no statement", "Bo Berg at a mill in Oulu.")],
            id="a caption, whose credit is read",
        ),
        pytest.param("Ada Aho met Bo Berg.\n\nBy Cy Cole", [], id="a byline, whose names are read"),
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


def test_a_sentence_that_is_cut_for_the_parser_says_so_on_both_sides() -> None:
    text = "Ada Aho met Bo Berg " + "x" * 5100 + ". Ada Aho met Bo Berg."

    found = gaps(text)

    assert [reason for reason, _ in found] == ["cut"] * 3
    assert "".join(words for _, words in found) == text[:5121].replace("Berg x", "Bergx")


def test_a_paragraph_that_is_cut_between_sentences_is_no_gap() -> None:
    assert gaps("Ada Aho met Bo Berg. " * 400) == []


@pytest.mark.model
def test_a_sentence_too_long_for_the_encoder_is_cut() -> None:
    reader = load(DEFAULT_MODEL, ontology.load())
    text = "Ada Aho met Bo Berg and " + "a, b, " * 150 + "c."

    assert [gap.reason for gap in reader.read(Article("", text)).unread] == [Reason.CUT]


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
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
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


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_command_counts_and_names_the_worst(ledger: Path) -> None:
    result = call(ledger, "coverage")

    assert result.exit_code == 0
    assert result.stderr == ""
    lines = [line.split() for line in result.stdout.splitlines() if line]
    assert lines[0] == "2 articles, 105 characters, 83.8% of them prose".split()
    assert [line[:-1] for line in lines[2:6]] == [
        ["no", "statement", "2"],
        ["not", "prose", "1"],
        ["cut", "0"],
        ["language", "0"],
    ]
    assert lines[-1] == ["2", "Mill", "shut", "(a.txt)"]


def test_the_command_lists_every_stretch_of_one_article(ledger: Path) -> None:
    result = call(ledger, "coverage", "a.txt", "--all")

    assert result.stdout.startswith(
        "Mill shut  (a.txt)  no statement: Ada Aho saw Bo Berg.\n"
        "Mill shut  (a.txt)  no statement: Bo Berg saw Cy Cole.\n"
    )


def test_each_stretch_sum_and_article_is_an_object_a_line(ledger: Path) -> None:
    found = rows(call(ledger, "coverage", "--all", "--json"))

    kinds = [row["row"] for row in found]
    assert kinds == ["gap"] * 3 + ["total"] + ["reason"] * 4 + ["worst"]
    assert found[2] == {
        "row": "gap",
        "article": "b.txt",
        "start": 33,
        "end": 50,
        "reason": "not prose",
        "words": "Copyright 2021 DW",
    }
    assert found[-1] == {"row": "worst", "article": "a.txt", "title": "Mill shut", "sentences": 2}


def test_an_article_under_two_keys_counts_once(ledger: Path) -> None:
    (ledger / "c.txt").write_bytes((ledger / "a.txt").read_bytes())
    call(ledger, "ingest", str(ledger / "c.txt"))

    assert rows(call(ledger, "coverage", "--json"))[0]["articles"] == 2
    assert rows(call(ledger, "coverage", "c.txt", "--json"))[0]["articles"] == 1


def test_an_article_that_another_program_read_is_named(ledger: Path) -> None:
    with Ledger(ledger / "k.db") as made, made.transaction():
        id_ = articles.article_of(made, "a.txt")
        made.db.execute(
            "UPDATE reading SET fingerprint = 'old', data = '[[],[]]' WHERE article = ?", (id_,)
        )

    result = call(ledger, "coverage")

    assert result.exit_code == 0
    assert "1 of 2 articles were read by another" in result.stderr
    assert "a.txt. Run: kgbuild rebuild" in result.stderr


def test_a_ledger_without_articles_is_a_clear_line(ledger: Path) -> None:
    for name in ("a.txt", "b.txt"):
        call(ledger, "remove", name)

    result = call(ledger, "coverage")

    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "The ledger holds no article. Read some with: kgbuild ingest PATH\n"


def test_an_unknown_article_is_a_clear_line(ledger: Path) -> None:
    result = call(ledger, "coverage", "c.txt")

    assert result.exit_code == 2
    assert "No article is called 'c.txt'" in result.stderr
