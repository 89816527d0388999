"""What a web page states about its article: title, date, publisher, address."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from kgbuild.read.dates import iso_date

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "pubdate",
    "date",
)
_PUBLISHERS = ("og:site_name", "dc.publisher", "citation_publisher", "application-name")
_ARTICLE = re.compile("Article$|^(?:Report|BlogPosting|LiveBlogPosting|WebPage)$")
_SITE = re.compile(r"(?:\s*[|:·•–—-]\s.*)?")
_DAY = re.compile(r"/(\d{4}/\d{2}/\d{2})/")
_MARKED = '//*[@itemprop="datePublished"]'
_TIMES = "//time[@pubdate] | //article//time[@datetime] | //header//time[@datetime]"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page states; ``heading`` is the title where the reader sees it as a heading."""

    title: str | None
    heading: str | None
    published: str | None
    publisher: str | None
    url: str | None


def describe(tree: HtmlElement) -> Page:
    """Return what the page states in its head, its linked data and its headings."""
    metas = _metas(tree)
    linked = tuple(_linked(tree))
    title, heading = _title(tree, metas, linked)
    url = _address(tree, metas)
    return Page(
        title,
        heading,
        _published(tree, metas, linked, url or ""),
        _first(metas, _PUBLISHERS) or next(filter(None, map(_publisher, linked)), None),
        url,
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the page's meta tags, the first of each name."""
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if content := " ".join(tag.get("content", "").split()):
            metas.setdefault(name.lower(), content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _linked(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the page's JSON-LD objects that describe an article."""
    for script in tree.iter("script"):
        if script.get("type", "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            waiting = [json.loads(script.text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                waiting.append(item.get("@graph"))
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                    yield item


def _string(value: Any) -> str | None:
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _publisher(item: dict[str, Any]) -> str | None:
    publisher = item.get("publisher")
    return _string(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _title(
    tree: HtmlElement, metas: dict[str, str], linked: tuple[dict[str, Any], ...]
) -> tuple[str | None, str | None]:
    """Return the title, and the heading that shows it.

    The heading is the title without what sites put behind it: "Firm opens lab | The Post".
    """
    headings = tuple(filter(None, (" ".join(h.text_content().split()) for h in tree.iter("h1"))))
    stated = _first(metas, _TITLES)
    stated = stated or next(filter(None, (_string(item.get("headline")) for item in linked)), None)
    if not stated and len(headings) != 1:
        stated = _string(next((t.text_content() for t in tree.iter("title")), None))
    if not stated:
        return (headings[0], headings[0]) if headings else (None, None)
    heading = next((h for h in headings if _SITE.fullmatch(stated.removeprefix(h))), None)
    return heading or stated, heading


def _published(
    tree: HtmlElement, metas: dict[str, str], linked: tuple[dict[str, Any], ...], url: str
) -> str | None:
    """Return the first date of publication that is one, the plainest statements first."""
    marked = (tag for path in (_MARKED, _TIMES) for tag in tree.xpath(path))
    stated = chain(
        (metas[name] for name in _DATES if name in metas),
        (_string(item.get("datePublished")) for item in linked),
        (tag.get("datetime") or tag.get("content") or tag.text_content() for tag in marked),
        _DAY.findall(url),
    )
    return next(filter(None, (iso_date(date) for date in stated if date)), None)


def _address(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    """Return the page's own address, if it is one page's and not the whole site's."""
    links = (tag.get("href") for tag in tree.iter("link") if tag.get("rel") == "canonical")
    for address in chain(links, (metas.get("og:url"),)):
        try:
            parts = urlsplit((address or "").strip())
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and (parts.path.strip("/") or parts.query):
            return str(address)
    return None
