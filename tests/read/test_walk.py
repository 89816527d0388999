import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from kgbuild.model import Failure
from kgbuild.read import read
from tests.read.inputs import Put, Reads, articles, failures, keys

TEXT = "Ann Example opened a laboratory on Tuesday."


def test_a_folder_is_read_whole_and_by_name(put: Put, reads: Reads, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/B.TXT", "c/d/e.markdown"):
        put(name, TEXT)

    found = reads(str(tmp_path))

    assert keys(found) == ["a/B.TXT", "a/z.md", "b.txt", "c/d/e.markdown"]


def test_hidden_and_unknown_files_inside_a_folder_are_passed_over(
    put: Put, reads: Reads, tmp_path: Path
) -> None:
    for name in ("a.txt", ".hidden.txt", ".git/b.txt", "kgbuild.db", "photo.jpg", "b.txt.gz"):
        put(name, TEXT)

    assert keys(reads(str(tmp_path))) == ["a.txt"]


def test_a_named_file_of_unknown_suffix_is_told_the_known_ones(put: Put, reads: Reads) -> None:
    [failure] = failures(reads(put("page.docx", TEXT)))

    assert failure.input.endswith("page.docx")
    assert "unknown suffix" in failure.reason
    assert ".jsonl" in failure.reason


def test_a_folder_without_articles_says_so(put: Put, reads: Reads, tmp_path: Path) -> None:
    put("folder/photo.jpg", b"x")

    [failure] = failures(reads(str(tmp_path / "folder")))

    assert "no file in it that is read" in failure.reason


def test_a_project_that_moves_keeps_its_keys(put: Put, tmp_path: Path) -> None:
    put("one/news/a.txt", TEXT)
    before = list(read([str(tmp_path / "one/news")], base=tmp_path / "one"))
    shutil.move(tmp_path / "one", tmp_path / "two")

    after = list(read([str(tmp_path / "two/news")], base=tmp_path / "two"))

    assert before == after
    assert keys(after) == ["news/a.txt"]


def test_a_file_has_one_key_however_it_is_reached(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("real/news/a.txt", TEXT)
    (tmp_path / "alias").symlink_to("real")
    monkeypatch.chdir(tmp_path / "real")

    found = [
        list(read([path], base=Path(base)))
        for path, base in (
            ("news/a.txt", "."),
            ("./news/../news", str(tmp_path / "alias")),
            (str(tmp_path / "alias/news/a.txt"), str(tmp_path / "real")),
        )
    ]

    assert found[0] == found[1] == found[2]
    assert keys(found[0]) == ["news/a.txt"]


def test_a_link_back_to_a_folder_is_named_and_the_rest_goes_on(
    put: Put, reads: Reads, tmp_path: Path
) -> None:
    put("news/a.txt", TEXT)
    put("news/z.txt", TEXT)
    (tmp_path / "news/loop").symlink_to(tmp_path / "news")

    found = reads(str(tmp_path / "news"))

    assert keys(found) == [
        "news/a.txt",
        "! a link to a folder already read; passed over",
        "news/z.txt",
    ]


def test_a_folder_named_twice_is_read_once(put: Put, reads: Reads, tmp_path: Path) -> None:
    put("news/a.txt", TEXT)

    assert keys(reads(str(tmp_path / "news"), str(tmp_path / "news"))) == ["news/a.txt"]


def test_links_that_lead_nowhere_are_named(put: Put, reads: Reads, tmp_path: Path) -> None:
    put("a.txt", TEXT)
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "self").symlink_to("self")

    found = keys(reads(str(tmp_path)))

    assert found[0] == "a.txt"
    assert found[1] == "! a link to nothing; mend it"
    assert found[2].startswith("! can't be read (Too many levels of symbolic links)")


def test_what_is_no_plain_file_is_never_opened(
    reads: Reads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "null.txt").symlink_to("/dev/null")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        found = failures(reads(str(tmp_path), str(tmp_path / "pipe.txt")))

    assert [Path(failure.input).name for failure in found] == [
        "null.txt",
        "pipe.txt",
        "socket.txt",
        "pipe.txt",
    ]
    assert {failure.reason for failure in found} == {
        "no regular file; give a file or a folder",
    }


def test_a_missing_file_is_named_and_the_rest_goes_on(put: Put, reads: Reads) -> None:
    found = reads("no/such.txt", put("a.txt", TEXT))

    assert found[0] == Failure("no/such.txt", "does not exist; check the name")
    assert keys(found[1:]) == ["a.txt"]


def test_a_file_that_may_not_be_read_is_named(put: Put, reads: Reads) -> None:
    path = put("a.txt", TEXT)
    Path(path).chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("the superuser may read everything")

    [failure] = failures(reads(path))

    assert "permissions" in failure.reason


@pytest.mark.parametrize("path", ["a\0b.txt", "\ud800.txt", "x" * 5000 + ".txt"])
def test_an_impossible_name_is_a_failure(path: str, reads: Reads) -> None:
    [failure] = failures(reads(path))

    failure.input.encode()


def test_a_name_in_no_encoding_gives_a_key_that_can_be_stored(reads: Reads, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9\x1b.txt")
    path.write_text(TEXT)

    found = reads(str(path))

    assert keys(found)[0] == r"caf\xe9\x1b.txt"


def test_folders_may_be_nested_deeper_than_calls(
    reads: Reads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a").mkdir()
    Path("a/x.txt").write_text(TEXT)
    for _ in range(1099):
        Path("b").mkdir()
        Path("a").rename("b/a")
        Path("b").rename("a")

    found = keys(reads("a"))
    subprocess.run(["rm", "-r", "a"], check=True)  # pytest's own removal calls itself too deep

    assert found == ["a/" * 1100 + "x.txt"]


def test_reading_is_lazy(put: Put, tmp_path: Path) -> None:
    put("a.txt", TEXT)
    put("b.txt", TEXT)
    found = read([str(tmp_path)], base=tmp_path)
    next(found)

    put("b.txt", "Something else was written meanwhile.")

    assert articles([next(found)])[0].text == "Something else was written meanwhile."


def test_standard_input_is_text_or_json_lines(reads: Reads) -> None:
    text = b"\n Firm opens lab\n\nIt opened on Tuesday."

    plain = reads("-", stdin=text)
    lines = reads("-", stdin=b'\n {"text": "One."}\n{"id": 7, "text": "Two."}\n{"text": ')

    [article] = articles(plain)
    assert keys(plain) == [article.id]
    assert (article.title, article.text) == ("Firm opens lab", text.decode())
    assert keys(lines)[:2] == [articles(lines)[0].id, "-#7"]
    assert [failure.input for failure in failures(lines)] == ["- line 4"]


def test_standard_input_with_nothing_in_it_is_a_failure(reads: Reads) -> None:
    assert reads("-", stdin=b" \n") == [
        Failure("-", "empty; put the article there or leave it out")
    ]
