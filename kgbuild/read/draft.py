"""What a format finds in an input, and the article that it makes: one rule for every format."""

import logging
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kgbuild.errors import ReadError
from kgbuild.model import Article
from kgbuild.read.clean import clean, one_line
from kgbuild.read.dates import dateline, iso_date
from kgbuild.read.language import language

log = logging.getLogger(__name__)

MAX_TITLE = 200
"""Code points of the longest headline that is told from a paragraph."""
_CUT = 80
_CODE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Draft:
    """What an input says of itself, as it says it; ``given`` is the id that it gives."""

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """An article, what names its input, its own id, and what was wrong with it all the same.

    ``sole`` says that its file can hold no other.
    """

    article: Article
    name: str
    given: str | None = None
    complaint: str | None = None
    sole: bool = True


def finish(draft: Draft, name: str, *, sole: bool = True) -> Finished:
    """Return the article of a draft, its missing fields filled from its text.

    Raises:
        ReadError: There is no text.
    """
    text = clean(draft.text, name)
    if not text.strip():
        raise ReadError("no text in it; put the article there or leave it out")
    written = one_line(draft.published, name)
    published = iso_date(written) if written else dateline(text)
    article = Article(
        title=one_line(draft.title, name) or headline(text),
        text=text,
        published=published,
        publisher=one_line(draft.publisher, name),
        url=web_address(draft.url, name),
        language=_language(draft.language, name) or language(text),
    )
    complaint = None
    if written and not published:
        complaint = f"{written[:40]!r} is no date; read without one (write it as 2021-02-09)"
    return Finished(article, name, one_line(draft.given, name), complaint, sole)


def headline(text: str) -> str:
    r"""Return the first line that looks like a headline, else how the text begins.

    >>> headline("Firm opens lab\n\nThe firm opened a lab.")
    'Firm opens lab'
    """
    lines = [line.strip() for line in text.lstrip()[:4000].split("\n") if line.strip()]
    if dateline(lines[0]) and len(lines) > 1:
        lines = lines[1:]
    first, rest = lines[0], lines[1:]
    wrapped = bool(rest) and rest[0][0].islower()  # the first line of a sentence, not a headline
    if rest and len(first) <= MAX_TITLE and not first.endswith(".") and not wrapped:
        return " ".join(first.split())
    return _beginning(first)


def _beginning(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _CUT:
        return text
    return text[: text.rfind(" ", 1, _CUT + 1) if " " in text[1 : _CUT + 1] else _CUT]


def web_address(url: str | None, name: str) -> str | None:
    """Return the url if it is one of the web; say so if it is not."""
    address = one_line(url, name)
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme in ("http", "https") and parts.hostname and " " not in address:
        return address
    log.warning("%s: %r is no http address; read without it", name, address[:200])
    return None


def _language(given: str | None, name: str) -> str | None:
    written = one_line(given, name)
    if not written:
        return None
    if code := _CODE.fullmatch(written):
        return code[1].lower()
    log.warning("%s: %r is no language code such as en; told from the text", name, written[:40])
    return None
