"""A review asks what is not judged, keeps each answer at once and goes on from there."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgbuild.cli import main
from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Mention, Reading, Referent, Source, Statement, Type
from tests.law.readings import Told
from tests.law.test_derived_rows import keep

Run = Callable[..., Result]


def article(key: str, text: str, people: list[str], claims: tuple[Statement, ...] = ()) -> None:
    """Put an article into the ledger, with what it says."""
    referents = []
    for name in people:
        start = text.index(name)
        type_ = Type.PLACE if name in ("Oulu", "Turku") else Type.PERSON
        referents.append(Referent(name, type_, (Mention(start, start + len(name)),), (name,)))
    with Ledger(Path("kgbuild.db"), create=True) as ledger:
        keep(ledger, Told(Source(key, Article(key, text)), Reading(tuple(referents), claims)))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line where a ledger holds people with names much alike."""
    monkeypatch.chdir(tmp_path)
    for name in ("NEO4J_URI", "NEO4J_PASSWORD", "KGBUILD_DB"):
        monkeypatch.delenv(name, raising=False)
    article("a.txt", "Jon Halvorsen met Ada Aho.", ["Jon Halvorsen", "Ada Aho"])
    article("b.txt", "John Halvorsen called Ada Aho.", ["John Halvorsen", "Ada Aho"])
    article("c.txt", "Mikkel Bjerre spoke.", ["Mikkel Bjerre"])
    article("d.txt", "Mikel Bjerre spoke.", ["Mikel Bjerre"])
    article("e.txt", "Tove Lind and Tove Lund sang.", ["Tove Lind", "Tove Lund"])

    def call(*words: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, words, input=stdin, catch_exceptions=False)

    return call


def asked(run: Run, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("review", "--json", *words).stdout.splitlines()]


def pairs(rows: list[dict[str, object]]) -> list[set[str]]:
    return [{row["left"]["name"], row["right"]["name"]} for row in rows]  # type: ignore[index]


def test_common_company_ranks_first_and_names_side_by_side_last(run: Run) -> None:
    assert pairs(asked(run)) == [
        {"Jon Halvorsen", "John Halvorsen"},
        {"Mikkel Bjerre", "Mikel Bjerre"},
        {"Tove Lind", "Tove Lund"},
    ]


def test_both_contexts_are_shown_and_every_answer_is_kept(run: Run) -> None:
    result = run("review", stdin="y\nn\nwhat\nu\n")

    assert "Jon Halvorsen met Ada Aho." in result.stdout
    assert "John Halvorsen called Ada Aho." in result.stdout
    assert run("judgements").stdout.split("\n")[:3] == [
        '    2  different "PERSON:mikel bjerre" and "PERSON:mikkel bjerre"',
        '    1  same "PERSON:john halvorsen" and "PERSON:jon halvorsen"',
        '    3  unsure "PERSON:tove lind" and "PERSON:tove lund"',
    ]
    assert asked(run) == []


def test_a_review_broken_off_goes_on_where_it_was(run: Run) -> None:
    run("review", stdin="y\nq\n")
    assert len(asked(run)) == 2

    run("review", stdin="s\nn\n")

    assert pairs(asked(run)) == [{"Mikkel Bjerre", "Mikel Bjerre"}]


def test_a_program_can_answer(run: Run) -> None:
    said = "\n".join(str(row["same"]) for row in asked(run))

    assert run("judgements", "--import", "-", stdin=said).exit_code == 0

    assert asked(run) == []
    assert (
        run("show", "Jon Halvorsen", "--json").stdout
        == run("show", "John Halvorsen", "--json").stdout
    )


def test_one_name_can_be_asked_about(run: Run) -> None:
    assert pairs(asked(run, "mikel bjerre", "--limit", "1")) == [{"Mikkel Bjerre", "Mikel Bjerre"}]


def test_a_name_that_is_said_to_be_born_twice_is_asked_about_first(run: Run) -> None:
    for key, place in (("x.txt", "Oulu"), ("y.txt", "Turku"), ("z.txt", "Turku")):
        text = f"Pia Koski was born in {place}."
        born = Statement(0, "BORN_IN", 1, 0, len(text), confidence=0.9)
        article(key, text, ["Pia Koski", place], (born,))
    first = asked(run)[0]
    assert pairs([first]) == [{"Pia Koski"}]
    assert (first["left"]["article"], first["right"]["article"]) == ("x.txt", "y.txt")  # type: ignore[index]

    run("review", "--limit", "1", stdin="n\n")

    assert "means 2 entities" in run("show", "Pia Koski").stderr
    run("undo")
    run("review", "--limit", "1", stdin="y\n")
    assert pairs(asked(run))[0] == {"Jon Halvorsen", "John Halvorsen"}
