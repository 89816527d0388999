"""Read saved web pages: the article's text by trafilatura, what the page says of it by lxml."""

import logging
import re
from codecs import lookup

import trafilatura
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura.settings import Document

from kgbuild.errors import ReadError
from kgbuild.read.clean import decode
from kgbuild.read.draft import Draft
from kgbuild.read.page import describe

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # we say it, and name the input

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""")
_WESTERN = ("ascii", "iso8859-1")
_LEAST_WORDS, _LEAST = 4, 20


def read_html(data: bytes, name: str) -> Draft:
    """Return a page's article; its date, title and the like only where the page states them.

    trafilatura's own guess at the date is not used: it depends on today's.

    Raises:
        ReadError: There is no article text in the page.
    """
    try:
        tree = _tree(decode(data, name, _declared(data)))
        text = _text(tree)
        page = describe(tree)
    except (LxmlError, ValueError, RecursionError) as error:
        raise ReadError("HTML too broken to be read; save the page again") from error
    if len(text.split()) < _LEAST_WORDS and len(text) < _LEAST:
        raise ReadError("no article text in it; save the article's own page")
    if page.heading and page.heading not in " ".join(text[:1000].split()):
        text = f"{page.heading}\n\n{text}"  # a headline outside the article's own element
    return Draft(
        text,
        title=page.title,
        published=page.published,
        publisher=page.publisher,
        url=page.url,
    )


def _tree(text: str) -> HtmlElement:
    """Parse the page; bare text or a bare element is put into a page first."""
    for page in (text, f"<html><body><div>{text}</div></body></html>"):
        if (tree := trafilatura.load_html(page)) is not None:
            return tree
    raise ReadError("no HTML in it; save the article's own page")


def _text(tree: HtmlElement) -> str:
    """Return the article's paragraphs, an empty line between two.

    Deduplication stays off: it remembers earlier pages.
    """
    document = trafilatura.bare_extraction(
        tree, include_comments=False, fast=True, deduplicate=False
    )
    found = document.text if isinstance(document, Document) else None
    lines = (found or "").split("\n")
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _declared(data: bytes) -> str | None:
    """Return the encoding that the page declares, by what browsers take it to mean."""
    match = _CHARSET.search(data[:4096].lower())
    try:
        encoding = lookup(match[1].decode()).name if match else None
    except (LookupError, ValueError):
        return None
    return "cp1252" if encoding in _WESTERN else encoding
