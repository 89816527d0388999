"""The password of Neo4j: where it comes from, and where it never goes."""

import logging
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kgbuild.cli import main
from kgbuild.cli.session import Session
from tests.neo4j.server import Address

pytestmark = pytest.mark.neo4j
ROOT = Path(__file__).parents[2]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_neo4j: Address) -> Address:
    """Go into a folder with one article; name the server, without a password."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_URI", empty_neo4j.uri)
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    Path("news.txt").write_text("Ada Aho founded Borealis Labs.")
    return empty_neo4j


def ingest() -> tuple[int, str]:
    words = ["ingest", "--model", "kgbuild_toy", "news.txt"]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    return result.exit_code, result.output


def test_it_may_stand_in_a_file(news: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("secret").write_text(news.password + "\n")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", "secret")

    code, said = ingest()

    assert (code, "nodes created" in said) == (0, True)


def test_a_file_that_is_not_there_is_named(news: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", "nowhere")

    code, said = ingest()

    assert code != 0
    assert said == "Error: NEO4J_PASSWORD_FILE names nowhere, which can't be read.\n"


def test_without_a_terminal_nobody_is_asked(news: Address) -> None:
    code, said = ingest()

    assert code != 0
    assert "asks for a password: set NEO4J_PASSWORD" in said


def test_a_person_at_a_terminal_is_asked_for_it_and_it_is_not_shown(news: Address) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "kgbuild", "query", "RETURN 'let' + ' in' AS x"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as asked:
        os.close(theirs)
        said = os.read(ours, 10_000).decode()
        os.write(ours, f"{news.password}\n".encode())
        said += _rest(ours)
    os.close(ours)

    assert "Password of neo4j at" in said
    assert news.password not in said
    assert "let in" in said
    assert asked.returncode == 0


def test_it_goes_into_no_log_no_ledger_and_no_text_of_the_program(
    news: Address, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", news.password)
    driver = logging.getLogger("neo4j")
    monkeypatch.setattr(driver, "handlers", [caplog.handler])
    caplog.set_level(logging.DEBUG, "neo4j")

    code, said = ingest()

    assert code == 0
    assert "LOGON" in caplog.text
    assert news.password not in caplog.text + said
    assert news.password not in repr(Session.from_environment("kgbuild.db", news.uri))
    for file in Path().iterdir():
        assert news.password.encode() not in file.read_bytes()


def test_it_is_no_argument() -> None:
    for word in ("--password", "--neo4j-password"):
        assert CliRunner().invoke(main, [word, "x", "doctor"]).exit_code == 2


def _rest(terminal: int) -> str:
    said = b""
    try:
        while part := os.read(terminal, 10_000):
            said += part
    except OSError:  # the other end is closed
        pass
    return said.decode()
