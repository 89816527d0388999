import json
import logging
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kgbuild.read import read
from tests.read.inputs import Put, ReadOne, Reads, articles, failures, keys

PARAGRAPHS = (
    "Ann Example, the founder of an invented firm, opened a laboratory in Taiyuan on Tuesday.",
    "She spoke at a fair where the firm showed its pumps, according to the Example Post.",
    "The mine nearby is old, deep and wet, so that the pumps will have much to do there.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
TEXT = "\n\n".join(PARAGRAPHS)


def page(head: str = "", body: str = "") -> str:
    menu = "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
    foot = "<footer>Copyright 2031 Example Post. Printed on 3 March 2030.</footer>"
    body = body or f"<article>{BODY}</article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{menu}{body}{foot}</body></html>"


def test_the_article_is_read_without_menu_and_footer(read_one: ReadOne) -> None:
    article = read_one("a.html", page())

    assert article.text == TEXT
    assert article.title == PARAGRAPHS[0].removesuffix(" Tuesday.")


def test_comments_of_readers_are_left_out(read_one: ReadOne) -> None:
    comments = "<div id='comments'><p>I, a reader, think that all of this is quite wrong.</p></div>"

    article = read_one("a.html", page(body=f"<article>{BODY}</article>{comments}"))

    assert article.text == TEXT


def test_what_the_page_states_is_taken(put: Put, reads: Reads) -> None:
    head = (
        "<title>Firm opens lab | Example Post</title>"
        "<meta property='og:title' content='Firm opens lab | Example Post'>"
        "<meta property='og:site_name' content='Example Post'>"
        "<meta property='article:published_time' content='2021-02-09T23:30:00-05:00'>"
        "<link rel='canonical' href='https://news.example.org/2021/a'>"
        "<base href='https://news.example.org/'>"
    )

    found = reads(put("a.htm", page(head, f"<h1>Firm opens lab</h1><article>{BODY}</article>")))

    [article] = articles(found)
    assert keys(found) == ["https://news.example.org/2021/a"]
    assert (article.title, article.publisher) == ("Firm opens lab", "Example Post")
    assert article.published == "2021-02-09"
    assert article.text == f"Firm opens lab\n\n{TEXT}"


def test_linked_data_is_read_wherever_it_stands_in_a_graph(read_one: ReadOne) -> None:
    data = {
        "@graph": [
            {"@type": "Organization", "name": "Other", "datePublished": "1999-01-01"},
            {
                "@type": ["NewsArticle"],
                "headline": "Firm &amp; friends open lab",
                "datePublished": "2021-02-09",
                "publisher": {"name": "Example Post"},
            },
        ]
    }
    script = "<script type='application/ld+json'>{}</script>"

    article = read_one("a.html", page(script.format("{broken") + script.format(json.dumps(data))))

    assert article.title == "Firm & friends open lab"
    assert (article.published, article.publisher) == ("2021-02-09", "Example Post")


def test_a_headline_inside_the_article_is_not_doubled(read_one: ReadOne) -> None:
    article = read_one("a.html", page(body=f"<article><h1>Firm opens lab</h1>{BODY}</article>"))

    assert article.title == "Firm opens lab"
    assert article.text == f"Firm opens lab\n\n{TEXT}"


def test_a_logo_is_not_taken_for_the_headline(read_one: ReadOne) -> None:
    head = "<meta property='og:title' content='Example opens lab'>"

    article = read_one("a.html", page(head, f"<h1>Example</h1><article>{BODY}</article>"))

    assert article.title == "Example opens lab"
    assert article.text == TEXT


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example.org/",
        "https://news.example.org",
        "/a/b",
        "ftp://x.org/a",
        "http://[/a",
    ],
)
def test_an_address_that_is_not_the_pages_own_gives_no_key(
    address: str, put: Put, reads: Reads
) -> None:
    assert keys(reads(put("a.html", page(f"<link rel=canonical href='{address}'>")))) == ["a.html"]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param("<meta name='date' content='2021-02-09'>", "", id="meta"),
        pytest.param(
            "", "<time itemprop='datePublished' datetime='2021-02-09T10:00Z'>x</time>", id="item"
        ),
        pytest.param(
            "", "<article><time datetime='2021-02-09'>Tuesday</time></article>", id="time"
        ),
        pytest.param("<link rel=canonical href='https://e.org/2021/02/09/a'>", "", id="address"),
        pytest.param("", "<p>Published: Feb 09, 2021 09:28 PM</p>", id="line"),
    ],
)
def test_a_stated_date_is_read(head: str, body: str, read_one: ReadOne) -> None:
    article = read_one("a.html", page(head, f"<article>{body}{BODY}</article>"))

    assert article.published == "2021-02-09"


def test_no_date_is_guessed_from_elsewhere_in_the_page(read_one: ReadOne) -> None:
    other = "<aside><a href='/2019/05/01/b'>Other</a><time datetime='2020-01-01'>x</time></aside>"

    article = read_one("a.html", page("", f"<article>{BODY}</article>{other}"))

    assert article.published is None


def test_the_clock_bounds_no_date(read_one: ReadOne) -> None:
    head = "<meta property='article:published_time' content='{}'>"

    assert read_one("a.html", page(head.format("2999-01-02"))).published == "2999-01-02"
    assert read_one("b.html", page(head.format("1851-09-18"))).published == "1851-09-18"


def test_the_declared_encoding_is_believed_in_silence(
    read_one: ReadOne, caplog: pytest.LogCaptureFixture
) -> None:
    text = page(
        "<meta charset='windows-1251'>", f"<article><p>Господин Пример.</p>{BODY}</article>"
    )

    article = read_one("a.html", text.encode("cp1251"))

    assert article.text.startswith("Господин Пример.")
    assert not caplog.records


@pytest.mark.parametrize("charset", ["x-none", "utf-8", "iso-8859-1"])
def test_a_wrong_declaration_does_no_harm(charset: str, read_one: ReadOne) -> None:
    text = page(f"<meta charset={charset}>", f"<article><p>“Café,” it’s £3.</p>{BODY}</article>")

    assert read_one("a.html", text.encode("cp1252")).text.startswith("“Café,” it’s £3.")
    assert read_one("b.html", text).text.startswith("“Café,” it’s £3.")


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html><head><title>Firm opens lab</title></head><body></body></html>",
        "<!-- only a comment -->",
        "<html><body><script>var text = 'a b c d e f g h i j k l';</script></body></html>",
        "<div>" * 1_000_000 + "Too deep for anyone to read it here.",
    ],
    ids=["menu", "title", "comment", "script", "deep"],
)
def test_a_page_without_article_is_a_failure_and_no_noise(
    text: str, put: Put, reads: Reads, caplog: pytest.LogCaptureFixture
) -> None:
    [failure] = failures(reads(put("a.html", text)))

    assert failure.reason in (
        "no article text in it; save the article's own page",
        "no HTML in it; save the article's own page",
    )
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize("text", ["<p>The firm opened a lab.</p>", "The firm opened a lab."])
def test_a_piece_of_a_page_is_read_too(text: str, read_one: ReadOne) -> None:
    assert read_one("a.html", text).text == "The firm opened a lab."


def test_entities_reach_no_file(read_one: ReadOne, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden")
    kind = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'

    article = read_one(
        "a.xhtml", f"{kind}<html><body><p>It is &x; here for good.</p></body></html>"
    )

    assert "hidden" not in article.text


def test_order_and_what_came_before_do_not_matter(put: Put, reads: Reads) -> None:
    bodies = [BODY, BODY + BODY, f"{BODY}<p>One more paragraph, of its own words.</p>", BODY]
    paths = [
        put(f"{i}.html", page(f"<title>Page {i}</title>", f"<article>{body}</article>"))
        for i, body in enumerate(bodies)
    ]
    expected = dict(zip(paths, reads(*paths), strict=True))

    for seed in range(5):
        order = random.Random(seed).choices(paths, k=8)
        assert reads(*order) == [expected[path] for path in order]


def test_a_new_process_reads_the_same(put: Put, tmp_path: Path) -> None:
    path = put("a.html", page("<title>Firm opens lab</title>"))
    here = list(read([path], base=tmp_path))
    program = (
        "import sys; from pathlib import Path; from kgbuild.read import read;"
        "print(ascii(list(read([sys.argv[1]], base=Path(sys.argv[2])))))"
    )

    there = subprocess.run(
        [sys.executable, "-c", program, path, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    )

    assert there.stdout.strip() == ascii(here)
