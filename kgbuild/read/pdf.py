"""Read PDF files: their lines, put together to paragraphs by where they stand on the page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY, FPDFText_GetCharIndexFromTextIndex

from kgbuild.errors import ReadError
from kgbuild.read.draft import MAX_TITLE, Draft

MAX_TEXT = 8 * 2**20
"""Code points of the longest text that is read."""
_HYPHEN = "\ufffe"  # how pdfium marks a hyphen at a line's end, which it joins to the next
_BROKEN = re.compile(rf"(\w+){_HYPHEN}\s*(\w*)")
_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—]?", re.I)
_END = re.compile(r"""[.!?:]["'”’»)\]]*$""")
_WIDE, _SHORT, _SIZE, _LARGE = 1.35, 0.85, 0.15, 1.25
_NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|pdf|indd|qxd|rtf|odt)$", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; points from the page's lower left, ``size`` the height of its letters."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def read_pdf(data: bytes, name: str) -> Draft:
    """Return a PDF's article. Its date of creation is not one of publication, and not used.

    Raises:
        ReadError: It is encrypted, broken or holds no text.
    """
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            lines = _without_margins(list(_pages(document)))
            stated = document.get_metadata_value("Title")
    except pdfium.PdfiumError as error:
        if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise ReadError("encrypted; save a copy without a password") from error
        raise ReadError("broken PDF; save or download it again") from error
    text = "\n\n".join(_paragraphs(lines))
    if not text.strip():
        raise ReadError("PDF without text, perhaps scanned; run OCR over it first")
    return Draft(text, title=stated if _sensible(stated) else _headline(lines))


def _sensible(title: str) -> bool:
    """Tell a title from the name of a file or a program."""
    return len(title.split()) > 2 and not _NO_TITLE.search(title.strip())


def _headline(lines: Sequence[Line]) -> str | None:
    """Return the first words in letters larger than the rest; a paper's name is too short."""
    usual = median(line.size for line in lines)
    for size, group in groupby(lines, key=lambda line: round(line.size)):
        title = " ".join(line.text for line in group)
        if size > _LARGE * usual and len(title.split()) > 2 and len(title) <= MAX_TITLE:
            return _joined([title], "")
    return None


def _pages(document: pdfium.PdfDocument) -> Iterator[list[Line]]:
    """Yield the lines of each page.

    Raises:
        ReadError: The text is too long: a small file can unpack to a very large one.
    """
    length = 0
    for index in range(len(document)):
        with closing(document[index]) as page, closing(page.get_textpage()) as text:
            lines = list(_lines(text))
        length += sum(len(line.text) for line in lines)
        if length > MAX_TEXT:
            raise ReadError(f"more than {MAX_TEXT >> 20} MiB of text; split it")
        yield lines


def _lines(page: pdfium.PdfTextPage) -> Iterator[Line]:
    """Yield a page's lines with their places, which pdfium tells of each character."""
    start = 0  # in UTF-16 units, by which pdfium counts
    for row in page.get_text_range().split("\r\n"):
        text = row.strip()
        if text:
            head = start + _units(row[: row.index(text[0])])
            first, last = (_box(page, place) for place in (head, head + _units(text) - 1))
            yield Line(text, first[0], last[2], first[3], last[1], first[3] - first[1])
        start += _units(row) + 2


def _box(page: pdfium.PdfTextPage, place: int) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of the character at a place of the page's text."""
    index = FPDFText_GetCharIndexFromTextIndex(page, place)
    left, bottom, right, top = page.get_charbox(index if index >= 0 else 0, loose=True)
    return left, bottom, right, top


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _without_margins(pages: Sequence[list[Line]]) -> list[Line]:
    """Drop page numbers, and what stands again at the head or foot of page after page."""
    feet = Counter(page[-1].text for page in pages if page)
    heads: set[str] = set()
    kept: list[Line] = []
    for page in pages:
        lines = list(page)
        if lines and (_NUMBER.fullmatch(lines[-1].text) or feet[lines[-1].text] > 1):
            lines.pop()
        if lines and (_NUMBER.fullmatch(lines[0].text) or lines[0].text in heads):
            lines.pop(0)
        elif lines:
            heads.add(lines[0].text)
        kept += lines
    return kept


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Yield paragraphs: lines that go on in the same size, without a gap or an indent."""
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    step = median([s for s in steps if s > 0] or [0.0])
    edge = max((line.right for line in lines), default=0.0)
    words = " ".join(line.text for line in lines).lower()
    parts: list[str] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before and _ends(before, line, step, edge):
            yield _joined(parts, words)
            parts = []
        parts.append(line.text)
    if parts:
        yield _joined(parts, words)


def _ends(before: Line, line: Line, step: float, edge: float) -> bool:
    """Tell whether the one line ends its paragraph before the other."""
    down = before.bottom - line.top + line.size
    if abs(before.size - line.size) > _SIZE * max(before.size, line.size):
        return True
    if down <= 0:  # a new column or page
        return bool(_END.search(before.text))
    short = before.right < _SHORT * edge and _END.search(before.text) is not None
    indent = line.left - before.left > 0.8 * line.size
    return down > _WIDE * max(step, line.size) or short or indent


def _joined(parts: Sequence[str], words: str) -> str:
    return _BROKEN.sub(lambda match: _mended(match[1], match[2], words), " ".join(parts))


def _mended(left: str, right: str, words: str) -> str:
    """Put a word that was broken at a line's end together, keeping a hyphen that it has."""
    whole = f"{left}-{right}"
    return whole if right[:1].isupper() or whole.lower() in words else left + right
