"""Whatever the bytes: a Source that every store can hold, or a Failure, and never an error."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgbuild.model import Failure, Source
from kgbuild.read import read
from kgbuild.read.walk import SUFFIXES

WORDS = st.sampled_from(
    ["The firm opened a lab. ", "\n", "\r\n", "é", "\x00", "---\n", "title: x\n", "date: 2\n", "# "]
)
TAGS = st.sampled_from(
    (
        "<p> </p> <div> <h1>Title</h1> <table><tr><td> <!-- ]]> <li> <br> <a/href=x> &#0; "
        "<meta/property=og:url/content=http://[x> <time/datetime=2> </script> "
        '<script/type=application/ld+json> {"@type":"Article","headline":5}'
    ).split()
)
PDFS = st.sampled_from(
    (
        "%PDF-1.4\n|1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n|xref\n0 1\n|stream\n|%%EOF|"
        "2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\n|trailer<</Root 1 0 R>>\n"
    ).split("|")
)
ROWS = st.dictionaries(
    st.sampled_from(["id", "title", "text", "published", "url", "publisher", "language", "x"]),
    st.text()
    | st.sampled_from(["2021-02-09", "https://example.org/a", "en", "The firm won."])
    | st.none()
    | st.integers()
    | st.lists(st.floats()),
).map(json.dumps)
TEXTS = st.lists(WORDS | TAGS | PDFS | ROWS | st.text(max_size=20), max_size=30).map("".join)
DATA = st.binary(max_size=300) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


def hold(found: list[Source | Failure]) -> None:
    """Check that each can be stored: UTF-8, no control characters, a text, an ISO date."""
    for item in found:
        if isinstance(item, Failure):
            (item.input + item.reason).encode()
            continue
        article = item.article
        fields = (item.key, item.given, article.title, article.publisher, article.url)
        for field in filter(None, (*fields, article.text)):
            field.encode()
            assert not any(c < " " and c not in "\t\n" for c in field)
        assert article.text.strip()
        assert article.title == " ".join(article.title.split()) != ""
        assert article.published is None or len(article.published) == 10
        assert article.id == item.article.id


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=DATA)
def test_any_bytes_in_any_file_give_articles_or_failures(
    suffix: str, data: bytes, folder: Path
) -> None:
    path = folder / f"a{suffix}"
    path.write_bytes(data)

    found = list(read([str(path)], base=folder))

    hold(found)
    assert found or suffix in (".jsonl", ".ndjson", ".json")
    assert found == list(read([str(path)], base=folder))


@settings(max_examples=60, deadline=None)
@given(data=DATA)
def test_any_bytes_on_standard_input_give_articles_or_failures(data: bytes) -> None:
    hold(list(read(["-"], base=Path(), stdin=BytesIO(data))))


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=200))
def test_a_plain_text_is_never_changed(text: str, folder: Path) -> None:
    path = folder / "plain.txt"
    path.write_bytes(text.encode())

    [found] = read([str(path)], base=folder)

    expected = text.removeprefix("\ufeff").translate({0xFFFE: " ", 0xFFFF: " "})
    if expected.strip():
        assert isinstance(found, Source)
        assert found.article.text == expected
    else:
        assert isinstance(found, Failure)
