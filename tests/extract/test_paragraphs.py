import pytest
import spacy

from kgbuild.extract.text import layout, paragraphs
from kgbuild.extract.text.layout import Kind
from kgbuild.model import Article
from tests.extract.stage import reader


def cut(text: str, title: str = "") -> list[str]:
    marks = {Kind.HEADLINE: "# ", Kind.PLACE: "@ ", Kind.AGENCY: "& ", Kind.BYLINE: "by "}
    return [
        marks.get(b.kind, "") + text[b.start : b.end] for b in layout.blocks(Article(title, text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mill shut\n\nIt shut.\nIt is sold.",
            ["# Mill shut", "It shut.", "It is sold."],
            id="a lone line break between paragraphs",
        ),
        pytest.param(
            "Mill shut\n\nThe owners of the old paper mill at the bend of the river\n"
            "said on Monday that they would close it and sell all of the\nland.\n",
            [
                "# Mill shut",
                "The owners of the old paper mill at the bend of the river\n"
                "said on Monday that they would close it and sell all of the\nland.",
            ],
            id="wrapped lines are one paragraph",
        ),
        pytest.param(
            "Mill shut\nPublished: Feb 09, 2021 09:28 PM\nIt shut.",
            ["# Mill shut", "It shut."],
            id="a date of publication is no prose",
        ),
        pytest.param(
            "Mill shut\nBy Ann Lee and Bo Ek\nIt shut.",
            ["# Mill shut", "by By Ann Lee and Bo Ek", "It shut."],
            id="a byline is no prose, and yet named",
        ),
        pytest.param(
            "Mill shut\n\nTue 9 Feb 2021 21:28 GMT\n\nIt shut.",
            ["# Mill shut", "It shut."],
            id="a bare date is no prose",
        ),
        pytest.param(
            "Mill shut\n\nThe mill's owner Ann Lee File Photo:XY\n\nIt shut.",
            ["# Mill shut", "The mill's owner Ann Lee", "by File Photo:XY", "It shut."],
            id="a caption is parted from its credit",
        ),
        pytest.param(
            "Mill shut\n\nTHE HAGUE (Reuters) - It shut.",
            ["# Mill shut", "@ THE HAGUE", "& Reuters", "It shut."],
            id="a dateline with its agency",
        ),
        pytest.param(
            "Mill shut\n\nKYIV, Ukraine (AP) — It shut.",
            ["# Mill shut", "@ KYIV, Ukraine", "& AP", "It shut."],
            id="a dateline with its country",
        ),
        pytest.param(
            "Mill shut\n\nOSLO, March 3 - It shut.",
            ["# Mill shut", "@ OSLO", "It shut."],
            id="a dateline with its day",
        ),
        pytest.param(
            "Mill shut\n\nLima, Nov 12 (EFE).- It shut.",
            ["# Mill shut", "@ Lima", "& EFE", "It shut."],
            id="a dateline as in Spain",
        ),
        pytest.param(
            "Mill shut\n\nMumbai: It shut.",
            ["# Mill shut", "@ Mumbai", "It shut."],
            id="a dateline as in India",
        ),
        pytest.param(
            "Mill shut\n\nVerdict: It shut.",
            ["# Mill shut", "Verdict: It shut."],
            id="a colon makes no dateline",
        ),
        pytest.param(
            "Mill shut\n\nMarkets fell - It was Monday.",
            ["# Mill shut", "Markets fell - It was Monday."],
            id="a dash makes no dateline",
        ),
        pytest.param(
            "Mill shut\n\n(Reporting by Ann Lee; editing by Bo Ek)",
            ["# Mill shut", "by (Reporting by Ann Lee; editing by Bo Ek)"],
            id="who reported is no prose, and yet named",
        ),
        pytest.param("\0\x01 ---\n\n***", [], id="no letters, no prose"),
    ],
)
def test_the_prose_is_found(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_the_title_is_a_headline_even_with_a_full_stop() -> None:
    assert cut("It is over.\nThe mill shut.", title="It is over.")[0] == "# It is over."


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_any_line_break_will_do(line_break: str) -> None:
    assert cut(f"Mill shut{line_break}It shut.") == ["# Mill shut", "It shut."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 4000, id="spaces only"),
        pytest.param("x" * 12_345, id="one word"),
        pytest.param("It shut. " * 2000, id="sentences"),
    ],
)
def test_a_long_paragraph_is_cut_and_nothing_lost(text: str) -> None:
    parsed = paragraphs.parse(Article("", f"Mill.\n\n{text}"), spacy.blank("en"))

    assert all(len(p.doc.text) <= paragraphs.LONGEST for p in parsed)
    assert "".join(p.doc.text for p in parsed[1:]).strip() == text.strip()


def test_offsets_count_code_points_whatever_the_parser_is_given() -> None:
    text = "Mill 😀\n\nShe’s “here”\0 at\tlast 👩‍👧 \ud800.\nIt shut."

    parsed = paragraphs.parse(Article("", text), spacy.blank("en"))

    for paragraph in parsed:
        piece = text[paragraph.start : paragraph.start + len(paragraph.doc.text)]
        kept = [(a, b) for a, b in zip(piece, paragraph.doc.text, strict=True) if a.isalnum()]
        assert all(a == b for a, b in kept)


def test_the_text_of_some_tokens_is_that_of_their_span() -> None:
    doc = spacy.blank("en")("  Ann  Lee's mill, \n it shut. ")
    places = range(-3, len(doc) + 3)

    assert all(
        paragraphs.text_in(doc, start, end) == doc[start:end].text
        for start in places
        for end in places
    )
    assert paragraphs.text_of(doc[2:5]) == doc[2:5].text
    assert paragraphs.words_of(doc) == tuple(token.lower_ for token in doc)


@pytest.mark.model
def test_no_sentence_begins_within_a_name() -> None:
    text = "Foreign Minister Lê Thị Bích Hòa backed Khin Maung Thwe, saying that all was well."
    (only,) = paragraphs.parse(Article("", text), reader().nlp)

    assert [ent.text for ent in only.doc.ents if ent.text.startswith("Lê")] == ["Lê Thị Bích Hòa"]
    assert len(list(only.doc.sents)) == 1
