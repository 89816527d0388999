import codecs
from pathlib import Path

import pytest

from kgbuild.model import Failure
from tests.read.inputs import Put, ReadOne, Reads, articles, failures, keys

BODY = "The firm opened its laboratory on Tuesday, and it will stay there for good.\n"


def test_the_text_is_kept_to_the_letter(read_one: ReadOne) -> None:
    text = f"Firm opens lab\n\n  {BODY}\n\nCafe\u0301, 第一, \u200bend.  "

    assert read_one("a.txt", text).text == text


def test_newlines_become_one_kind_and_a_byte_order_mark_goes(read_one: ReadOne) -> None:
    data = codecs.BOM_UTF8 + b"One\r\ntwo\rthree\x0cfour"

    assert read_one("a.txt", data).text == "One\ntwo\nthree\nfour"


def test_control_characters_become_spaces_and_are_told(
    read_one: ReadOne, caplog: pytest.LogCaptureFixture
) -> None:
    article = read_one("a.txt", b"A\x00B\x1b[1m said\tso.\x7f")

    assert article.text == "A B [1m said\tso. "
    [record] = caplog.records
    assert record.getMessage().endswith("a.txt: 3 control characters replaced")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        pytest.param("cp1252", "cp1252", id="Windows"),
        pytest.param("utf-16-le", "utf-16-le", id="wide without a mark"),
        pytest.param("utf-16", "utf-16", id="wide with a mark"),
        pytest.param("utf-8-sig", None, id="UTF-8 with a mark"),
    ],
)
def test_what_is_not_utf8_is_read_and_told(
    encoding: str, said: str | None, read_one: ReadOne, caplog: pytest.LogCaptureFixture
) -> None:
    text = "“We won’t sell,” Ann Example said of the £3 million offer in a café — twice.\n" * 3

    article = read_one("a.txt", text.encode(encoding))

    assert article.text == text
    told = [f"is not UTF-8 but {said}" in record.getMessage() for record in caplog.records]
    assert told == ([True] if said else [])


def test_cyrillic_code_pages_are_told_apart(read_one: ReadOne) -> None:
    text = "Основатель компании заявил во вторник, что завод продавать никто не будет."

    assert read_one("a.txt", text.encode("koi8_r")).text == text
    assert read_one("b.txt", text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 8, id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x01\x02\x03", id="picture"),
    ],
)
def test_what_is_no_text_is_a_failure(data: bytes, put: Put, reads: Reads) -> None:
    [failure] = failures(reads(put("a.txt", data)))

    assert failure.reason == "not text; save it as UTF-8 text"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.pdf", "a.json"])
@pytest.mark.parametrize("data", [b"", b" \n\t"])
def test_an_empty_file_is_a_failure(name: str, data: bytes, put: Put, reads: Reads) -> None:
    [failure] = failures(reads(put(name, data)))

    assert failure.input.endswith(name)
    assert failure.reason.startswith("empty")


def test_a_file_that_is_too_large_is_a_failure(put: Put, reads: Reads) -> None:
    [failure] = failures(reads(put("a.txt", b"x" * (8 * 2**20 + 1))))

    assert failure.reason == "larger than 8 MiB; split it"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"\nFirm opens lab\n\n{BODY}", "Firm opens lab", id="first line"),
        pytest.param(f"Feb 9, 2021\nWill it stay?\n{BODY}", "Will it stay?", id="after a date"),
        pytest.param(
            BODY,
            "The firm opened its laboratory on Tuesday, and it will stay there for good.",
            id="",
        ),
        pytest.param(
            f"One sentence of the article stands here.\n{BODY}",
            "One sentence of the article stands here.",
            id="a sentence",
        ),
        pytest.param(
            "It was on a wrapped line that\nTuesday began the next,\nsaid Ann.",
            "It was on a wrapped line that",
            id="wrapped before a capital",
        ),
        pytest.param(
            "It is a long sentence of many words that goes on and on until it has more than 80.",
            "It is a long sentence of many words that goes on and on until it has more than",
            id="cut at a word",
        ),
        pytest.param("x" * 300, "x" * 80, id="without a place to cut"),
    ],
)
def test_the_title_is_the_headline_or_the_beginning(
    text: str, title: str, read_one: ReadOne
) -> None:
    assert read_one("a.txt", text).title == title


def test_markdown_is_titled_by_its_heading(read_one: ReadOne) -> None:
    article = read_one("a.md", f"# Firm *opens* lab #\n\n{BODY}")

    assert article.title == "Firm opens lab"
    assert article.text.startswith("Firm opens lab\n\nThe firm")


def test_markdown_is_read_as_it_reads_without_its_marks(read_one: ReadOne) -> None:
    text = f"The **firm** met\n[Bo](https://example.org/b) in `Oulu`.\n\n* one\n* two\n\n{BODY}"

    article = read_one("a.md", text)

    assert article.text.startswith("The firm met Bo in Oulu.\n\none\n\ntwo\n\nThe firm")


def test_a_head_of_fields_is_taken_and_left_out_of_the_text(put: Put, reads: Reads) -> None:
    head = (
        '---\ntitle: "Firm opens: a lab"\ndate: 2021-02-09\nurl: https://example.org/a\n'
        "publisher: Example Post\ntags: [x]\n---\n"
    )

    [article] = articles(reads(put("a.md", f"{head}\n{BODY}")))

    assert (article.title, article.published) == ("Firm opens: a lab", "2021-02-09")
    assert (article.publisher, article.url) == ("Example Post", "https://example.org/a")
    assert article.text == BODY.strip()


def test_rules_that_are_no_head_stay_in_the_text(read_one: ReadOne) -> None:
    text = f"---\nIt began so.\n---\n{BODY}"

    assert read_one("a.txt", text).text == text
    assert read_one("a.md", text).text == f"It began so.\n\n{BODY.strip()}"


def test_a_head_may_give_an_id_and_a_bad_date_is_told(put: Put, reads: Reads) -> None:
    found = reads(put("a.md", f"---\nid: 12\ndate: soon\n---\n{BODY}"))

    assert keys(found) == [
        "a.md#12",
        "! 'soon' is no date; read without one (write it as 2021-02-09)",
    ]


def test_what_is_no_web_address_is_left_out_and_told(
    read_one: ReadOne, caplog: pytest.LogCaptureFixture
) -> None:
    article = read_one("a.md", f"---\nurl: file:///etc/passwd\n---\n{BODY}")

    assert article.url is None
    assert "no http address" in caplog.text


def test_the_founding_article_is_read_whole(reads: Reads, tmp_path: Path) -> None:
    text = (
        "Firm’s chief welcomes call, but: analyst\nPublished: Feb 09, 2021 09:28 PM\n\nHe said so."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    [article] = articles(reads(str(tmp_path / "a.txt")))

    assert article.title == "Firm’s chief welcomes call, but: analyst"
    assert article.published == "2021-02-09"
    assert article.text == text
    assert article.language == "en"


def test_a_directory_named_like_a_file_is_walked(put: Put, reads: Reads, tmp_path: Path) -> None:
    put("odd.txt/a.txt", BODY)

    assert keys(reads(str(tmp_path / "odd.txt"))) == ["odd.txt/a.txt"]
    assert not isinstance(reads(str(tmp_path / "odd.txt"))[0], Failure)
