import pytest
from fpdf import FPDF

from kgbuild.read import pdf
from tests.read.inputs import Put, ReadOne, Reads, failures, keys

FIRST = (
    "Ann Example, the founder of an invented firm, opened a laboratory in Taiyuan on Tuesday. She "
    "spoke at a fair where the firm showed its pumps, and said that the new laboratory would stay."
)
SECOND = (
    "The mine nearby is old, deep and wet. It belongs to a well-known company of the province, "
    "which buys its pumps from three makers, and which would like to buy them all from one."
)


def made(*, title: str = "", password: str = "") -> FPDF:
    document = FPDF()
    if title:
        document.set_title(title)
    if password:
        document.set_encryption(owner_password="owner", user_password=password)
    document.add_page()
    return document


def write(document: FPDF, text: str, *, size: int = 12, bold: bool = False, gap: float = 4) -> None:
    document.set_font("Times", "B" if bold else "", size)
    document.multi_cell(0, size / 2, text, align="L", new_x="LMARGIN", new_y="NEXT")
    document.ln(gap)


def data(document: FPDF) -> bytes:
    return bytes(document.output())


def test_lines_are_put_together_to_paragraphs(read_one: ReadOne) -> None:
    document = made()
    write(document, "Firm opens lab in the north of the country and says it will stay", size=22)
    write(document, "Published: Feb 09, 2021 09:28 PM", size=9)
    write(document, FIRST)
    write(document, SECOND)

    article = read_one("a.pdf", data(document))

    assert article.title == "Firm opens lab in the north of the country and says it will stay"
    assert article.published == "2021-02-09"
    assert article.text.split("\n\n")[2:] == [FIRST, SECOND]


def test_paragraphs_without_a_gap_end_where_a_line_is_short(read_one: ReadOne) -> None:
    document = made()
    write(document, FIRST, gap=0)
    write(document, SECOND, gap=0)

    assert read_one("a.pdf", data(document)).text == f"{FIRST}\n\n{SECOND}"


def test_a_word_broken_at_a_lines_end_is_whole_again(read_one: ReadOne) -> None:
    document = made()
    write(
        document, "It was a labora-\ntory of a well-\nknown Franco-\nGerman firm, a well-known one."
    )

    text = read_one("a.pdf", data(document)).text

    assert text == "It was a laboratory of a well-known Franco-German firm, a well-known one."


def test_page_numbers_and_running_heads_are_left_out(read_one: ReadOne) -> None:
    document = made()
    for number, part in enumerate((FIRST[:130], FIRST[131:]), 1):
        if number > 1:
            document.add_page()
        write(document, "Example Post")
        write(document, part)
        document.set_auto_page_break(False)
        document.set_y(-20)
        write(document, f"Page {number} of 2")

    text = read_one("a.pdf", data(document)).text

    assert text.replace("\n\n", " ") == f"Example Post {FIRST}"


def test_the_headline_is_what_stands_in_large_letters(read_one: ReadOne) -> None:
    document = made()
    write(document, "Monday, a page of the Example Post for everyone", size=8)
    write(document, "Example Post", size=30)
    write(document, "Firm opens lab in the north of the country and says it will stay", size=22)
    write(document, FIRST)

    article = read_one("a.pdf", data(document))

    assert article.title == "Firm opens lab in the north of the country and says it will stay"


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Firm opens lab", "Firm opens lab"),
        ("Microsoft Word - draft 7", "The headline of it"),
        ("print me now.docx", "The headline of it"),
        ("Untitled", "The headline of it"),
        ("", "The headline of it"),
    ],
)
def test_the_stated_title_counts_if_it_is_one(stated: str, title: str, read_one: ReadOne) -> None:
    document = made(title=stated)
    write(document, "The headline of it", size=20)
    write(document, FIRST)

    assert read_one("a.pdf", data(document)).title == title


def test_the_date_of_creation_is_not_one_of_publication(read_one: ReadOne) -> None:
    document = FPDF()  # dated today
    document.add_page()
    write(document, FIRST)

    assert read_one("a.pdf", data(document)).published is None


def test_what_can_not_be_read_says_the_mend_and_the_rest_goes_on(put: Put, reads: Reads) -> None:
    locked, blank, whole = made(password="secret"), made(), made()
    for document in (locked, whole):
        write(document, FIRST)
    files = {
        "a-locked.pdf": data(locked),
        "b-cut.pdf": data(whole)[:400],
        "c-none.pdf": b"<html>no such document</html>",
        "d-blank.pdf": data(blank),
        "e-whole.pdf": data(whole),
    }

    found = keys(reads(*(put(name, content) for name, content in files.items())))

    assert found == [
        "! encrypted; save a copy without a password",
        "! broken PDF; save or download it again",
        "! broken PDF; save or download it again",
        "! PDF without text, perhaps scanned; run OCR over it first",
        "e-whole.pdf",
    ]


def test_a_text_that_unpacks_too_large_is_refused(
    put: Put, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MAX_TEXT", 100)
    document = made()
    write(document, FIRST)

    [failure] = failures(reads(put("a.pdf", data(document))))

    assert "of text; split it" in failure.reason


def test_a_pdf_that_needs_no_password_to_read_is_read(read_one: ReadOne) -> None:
    document = FPDF()
    document.set_encryption(owner_password="owner")
    document.add_page()
    write(document, FIRST)

    assert read_one("a.pdf", data(document)).text == FIRST
