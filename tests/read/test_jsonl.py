import json
from io import BytesIO
from pathlib import Path

import pytest

from kgbuild.model import Source
from kgbuild.read import jsonl, read
from tests.read.inputs import Put, Reads, articles, failures, keys

TEXT = "Ann Example opened a laboratory on Tuesday."


def test_every_known_field_is_taken(put: Put, reads: Reads) -> None:
    row = {
        "id": "7",
        "title": " Firm\nopens lab ",
        "text": TEXT,
        "published": "Tue, 09 Feb 2021 23:59:00 -0500",
        "url": " https://example.org/a?b=c ",
        "publisher": "Example Post",
        "language": "en-GB",
        "tags": [1],
    }

    [source] = reads(put("a.jsonl", json.dumps(row)))

    assert isinstance(source, Source)
    assert (source.key, source.given) == ("https://example.org/a?b=c", "7")
    article = source.article
    assert (article.title, article.text) == ("Firm opens lab", TEXT)
    assert (article.published, article.publisher) == ("2021-02-09", "Example Post")
    assert (article.url, article.language) == ("https://example.org/a?b=c", "en")


def test_a_line_is_filed_by_url_else_id_else_content(put: Put, reads: Reads) -> None:
    rows = [
        {"text": "One.", "id": 1, "url": "http://example.org/1"},
        {"text": "Two.", "id": 2, "url": "ftp://example.org/2"},
        {"text": "Three.", "id": None, "url": ""},
    ]

    found = reads(put("a.jsonl", "\n".join(map(json.dumps, rows))))

    assert keys(found) == [
        "http://example.org/1",
        "a.jsonl#2",
        f"a.jsonl#{articles(found)[2].id}",
    ]


def test_a_broken_line_is_named_and_the_rest_goes_on(put: Put, reads: Reads) -> None:
    lines = ['{"text": "One."}', "{broken", "", "[1]", '{"text": 5}', '{"text": "Two."}\r']

    found = reads(put("a.jsonl", "\n".join(lines)))

    assert [article.text for article in articles(found)] == ["One.", "Two."]
    assert [failure.input.rpartition("a.jsonl ")[2] for failure in failures(found)] == [
        "line 2",
        "line 4",
        "line 5",
    ]
    assert [failure.reason for failure in failures(found)] == [
        "broken JSON at column 2 (Expecting property name enclosed in double quotes); mend it",
        'no JSON object; write {"title": …, "text": …}',
        "'text' is no string; put it in quotes",
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({}, "no 'text'"),
        ({"text": None}, "no 'text'"),
        ({"text": " \n"}, "no 'text'"),
        ({"text": "\x00\x01"}, "no text"),
        ({"text": TEXT, "title": ["x"]}, "'title' is no string"),
        ({"text": TEXT, "publisher": 5}, "'publisher' is no string"),
        ({"text": TEXT, "id": True}, "'id' is no string"),
        ({"text": TEXT, "id": 1.5}, "'id' is no string"),
    ],
)
def test_a_field_that_can_not_be_read_is_named(
    row: dict[str, object], reason: str, put: Put, reads: Reads
) -> None:
    [failure] = failures(reads(put("a.jsonl", json.dumps(row))))

    assert failure.reason.startswith(reason)


@pytest.mark.parametrize("date", ["soon", "2021-02-30", "9/2/2021", "2021", 1612900000, ["x"]])
def test_a_date_that_is_none_loses_no_article(date: object, put: Put, reads: Reads) -> None:
    [source, failure] = reads(put("a.jsonl", json.dumps({"text": TEXT, "published": date})))

    assert articles([source])[0].published is None
    assert "is no date; read without one" in failures([failure])[0].reason
    assert failures([failure])[0].input.endswith("a.jsonl line 1")


def test_half_a_surrogate_pair_is_replaced_and_a_whole_one_read(put: Put, reads: Reads) -> None:
    line = r'{"id": "\udc00", "title": "\ud83d\ude00 \ud800", "text": "a\ud800b\u0000c"}'

    [source] = reads(put("a.jsonl", line))

    assert isinstance(source, Source)
    assert source.given == "\ufffd"
    assert source.article.title == "\U0001f600 \ufffd"
    assert source.article.text == "a\ufffdb c"
    json.dumps(source.article.id).encode()


def test_a_nest_or_number_that_python_refuses_is_a_failure(put: Put, reads: Reads) -> None:
    lines = ['{"a":' * 100_000, '{"text": "One."}', '{"id": ' + "9" * 5000 + "}"]

    found = reads(put("a.jsonl", "\n".join(lines)))

    assert [article.text for article in articles(found)] == ["One."]
    assert len(failures(found)) == 2


@pytest.mark.parametrize("ending", [b"\n", b"", b"\n\n"])
def test_a_line_that_is_too_long_is_skipped_without_being_held(
    ending: bytes, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 100)
    exact = b'{"text": "' + b"a" * 88 + b'"}'
    assert len(exact) == 100
    lines = [exact, b'{"text": "' + b"b" * 1000 + b'"}', b'{"text": "last"}']

    found = reads("-", stdin=b"\n".join(lines) + ending)

    assert [article.text[-4:] for article in articles(found)] == ["aaaa", "last"]
    assert [failure.input for failure in failures(found)] == ["- line 2"]


def test_lines_are_read_as_they_come(tmp_path: Path) -> None:
    stream = BytesIO(b'{"text": "One."}\n{"text": "Two."}\n{"text": "Three."}\n')
    found = read(["-"], base=tmp_path, stdin=stream)

    next(found)

    assert stream.tell() == 17


def test_a_line_in_another_encoding_is_read_and_told(
    put: Put, reads: Reads, caplog: pytest.LogCaptureFixture
) -> None:
    line = '{"text": "Ann Example opened a café in the old town of Málaga on Tuesday."}'

    [article] = articles(reads(put("a.jsonl", line.encode("cp1252"))))

    assert "café" in article.text
    assert "line 1 is not UTF-8 but cp1252" in caplog.text


def test_wide_lines_are_refused_once(put: Put, reads: Reads) -> None:
    data = '{"text": "One."}\n{"text": "Two."}\n'.encode("utf-16")

    [failure] = failures(reads(put("a.jsonl", data)))

    assert "UTF-16" in failure.reason


def test_json_may_be_one_object_or_a_list(put: Put, reads: Reads) -> None:
    one = reads(put("one.json", json.dumps({"text": TEXT}, indent=2)))
    many = reads(put("many.json", json.dumps([{"text": TEXT}, 5, {"text": "Two.", "id": "b"}])))
    broken = reads(put("broken.json", '{\n"text": \n}'))

    assert keys(one) == ["one.json"]
    assert keys(many)[0] == f"many.json#{articles(many)[0].id}"
    assert keys(many)[2] == "many.json#b"
    assert failures(many)[0].input.endswith("many.json item 2")
    assert "line 3" in failures(broken)[0].reason


def test_a_language_that_is_no_code_is_told_from_the_text(
    put: Put, reads: Reads, caplog: pytest.LogCaptureFixture
) -> None:
    row = {"text": "Le fondateur a dit que la firme ne vendra pas.", "language": "English"}

    [article] = articles(reads(put("a.jsonl", json.dumps(row))))

    assert article.language == "fr"
    assert "no language code" in caplog.text
