"""Find the prose in an article's text: what is a paragraph, a headline, a dateline, a byline.

Nothing is parsed here. Dates of publication, credits and the like are left out; a line
that was only wrapped belongs to the paragraph before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kgbuild.extract.text import lexicon
from kgbuild.model import Article

WIDEST = 110
"""Text whose lines are all shorter may have been wrapped by an e-mail or a PDF."""

LONGEST_LABEL = 200
"""A longer line is taken for prose, whatever it starts with."""

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_FINAL = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Satu?r?|Sun)(?:day)?\.?)"
_DATE_WORD = re.compile(
    rf"{_MONTH}|{_DAY}|\d+(?:st|nd|rd|th)?|[AaPp]\.?[Mm]\.?|[A-Z]{{2,4}}|at|on|of"
)
_NAME = r"[A-Z][\w.'’-]*(?:\ [A-Z][\w.'’-]*){1,3}"
_TOWN = r"[A-Z][\w'’-]+(?:\ [A-Z][\w'’-]+){0,2}"
_OUTLET = r"(?:\ \([A-Z][\w .&'’-]{1,40}\))?"
_REPORTER = rf"{_NAME}(?:\ and\ {_NAME})?\ ?[·•|]\ ?[A-Z][\w .&'’-]{{1,40}}|From\ {_NAME},\ {_TOWN}"
"""Who wrote it, without "by": "Ann Lee · CBC News", "From Ann Lee, Accra"."""

_NO_PROSE = re.compile(
    rf"""
      (?:first\ |last\ )?(?:published|updated|posted|modified|issued)\b
        (?:\ (?:on|at))?[:\s].{{0,60}}\d.{{0,30}}
    | by[:\s]\ *(?-i:{_NAME}){_OUTLET}
        (?:(?:,?\ (?:and|&)|,)\ (?-i:{_NAME}){_OUTLET})*
        (?:\ ?[,|]\ .{{0,60}}|\ in\ [^.]{{1,40}})?
    | (?-i:{_REPORTER})
    | \(?(?:additional\ )?(?:reporting|writing|editing|compiled|translated|reported|written)\ by\b.*
    | (?:©|\(c\)|copyright\b|all\ rights\ reserved).*
    | (?:share|advertisement|read\ more|related|see\ also|also\ read|source|follow\ us|sign\ up
        |subscribe|tags?|topics?|credit|photo|image)\b(?:\s*:.*)?
    | (?:https?://|www\.)\S+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\s*\(?(?:by[:\s]|(?:additional\s)?"
    r"(?:reporting|writing|editing|compiled|translated|reported|written)\sby\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*(?:(?:photo|image|credit)\s*:|©[^\d]+$)", re.IGNORECASE)
_AGENCY = r"(?:[A-Z]{2,}(?:\ \d\d)?|[A-Z][a-z]+(?:-[A-Z]+)?|dpa|epd|apa)"
_AGENCIES = re.compile(
    rf"(?:[a-z]{{2,4}}(?:/[a-z]{{2,4}})+\ )?\({_AGENCY}(?:(?:,|\ and|\ with)\ {_AGENCY})+\)"
)
"""From whom the article is, as its last line: "ab/cd (AFP, dpa)", "(FRANCE 24 with AP)"."""
_CREDIT = re.compile(
    r"""
    \s* [(\[/|-]? \s*
    (?: (?:\b(?:File|Handout|Courtesy|Stock|AP|AFP|EPA)\ )?
        \b(?i:Photo(?:graph)?|Image|Picture|Credit|Illustration|Graphic)s?
        (?:\ by\ |\ ?[:/©]\ ?|\ courtesy\ of\ )
      | \b(?:File|Handout|Stock)\ (?:Photo|Image|Picture)s?\b
      | (?<=[.)]\ )©\ | \bREUTERS/ )
    .{0,60} $
    """,
    re.VERBOSE,
)
_CAPTION = re.compile(
    r"\s*(?:photo|picture|image|caption)\s*:\s*(?=(?:\S+\s+){5,}\S+\.(?:\s*\([^()]*\))?\s*$)",
    re.IGNORECASE,
)
"""A label before whole sentences: what the picture shows is told like all else."""
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"  # a capital, Å too
_DATELINE = re.compile(
    rf"""
    (?P<place> {_UPPER}[\w.'’-]*(?:[ ]{_UPPER}[\w.'’-]*|[ ](?:of|de|del|la|al)(?=[ ]))*
        (?: (?:,\ |\ ?/\ ?) (?!{_MONTH}\ \d)
            {_UPPER}[\w.'’-]*(?:[ ]{_UPPER}[\w.'’-]*){{0,3}} ){{0,2}} )?
    (?: ,\ (?:{_MONTH}\ \d{{1,2}}(?:,\ \d{{4}})?|\d{{1,2}}\ {_MONTH}(?:\ \d{{4}})?) )?
    (?P<agency> \ ?\((?:[A-Z]|dpa\b|apa\b)[\w.&/ -]{{0,30}}\) )?
    (?: \ ?\.?(?:--?|[–—]) | (?P<colon> :) )\ +(?=["'“‘]?[A-Z\d])
    """,
    re.VERBOSE,
)


_ENTRY = re.compile(
    r"""\b(?:DOB|POB)\ [\w(] | \((?:individual|entity|vessel|aircraft)\)
    | \b(?:Passport|IMO)\ [A-Z]{0,2}\d{5} | \b(?:Registration|Tax)\ (?:ID|Number)\b""",
    re.VERBOSE,
)


class Kind(StrEnum):
    """What a stretch of an article is; only prose makes statements, all may hold names."""

    PROSE = "prose"
    HEADLINE = "headline"
    PLACE = "place of a dateline"
    AGENCY = "agency of a dateline"
    BYLINE = "byline"
    ENTRY = "entry of a register"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``text[start:end]`` of one kind."""

    start: int
    end: int
    kind: Kind = Kind.PROSE


def blocks(article: Article) -> Iterator[Block]:
    """Yield the article's prose in order, without its wrappings."""
    text, first = article.text, True
    for start, end in _paragraphs(text, article.title):
        line = text[start:end]
        plain = _without_credit(line)
        if label := _CAPTION.match(plain):
            start, plain = start + label.end(), plain[label.end() :]
        elif _is_no_prose(line):
            if _LABEL.match(line):
                yield from _credit(text, start, end)
            elif _BYLINE.match(line) or re.fullmatch(_REPORTER, _flat(line)):
                yield Block(start, end, Kind.BYLINE)
            continue
        elif _AGENCIES.fullmatch(line):
            yield from _agencies(text, start, end)
            continue
        more = bool(text[end:].strip())
        headline = more and _is_headline(text[start:end], article.title, first=first)
        first = False
        if headline or _is_entry(text[start:end]):
            yield Block(start, end, Kind.HEADLINE if headline else Kind.ENTRY)
            continue
        prose = start + len(plain)
        yield from _without_dateline(text, start, prose)
        if text[prose:end].strip():
            yield from _credit(text, *_trimmed(text, prose, end))


def _credit(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield who took a picture, and the agencies behind: "Photo: Ann Lee/AFP/Getty Images"."""
    names = text[start:end].split("/")
    if len(names[0].split()) < 3:  # "Photo: AFP/Ann Lee", "AP Photo/Ann Lee"
        yield Block(start, end, Kind.BYLINE)
        return
    yield Block(start, start + len(names[0]), Kind.BYLINE)
    for agency in re.finditer(r"(?<=/)[^/()]+(?<![\s.])", text[start:end]):
        yield Block(start + agency.start(), start + agency.end(), Kind.AGENCY)


def _agencies(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield each agency of a line that names but them."""
    opened = text.index("(", start)
    for agency in re.finditer(_AGENCY, text[opened:end]):
        yield Block(opened + agency.start(), opened + agency.end(), Kind.AGENCY)


def _flat(line: str) -> str:
    return " ".join(line.split())


def _is_no_prose(line: str) -> bool:
    """Say whether a line is a date, a byline, a credit, a link: nothing that was written."""
    flat = _flat(line) if len(line) <= LONGEST_LABEL else ""
    words = re.split(r"[\s,|:./+-]+", flat.strip(" ,|:./+-"))
    dated = any(c.isdigit() for c in flat) and all(_DATE_WORD.fullmatch(w) for w in words)
    return dated or bool(_NO_PROSE.fullmatch(flat)) or not any(c.isalpha() for c in line)


def _is_headline(line: str, title: str, *, first: bool) -> bool:
    """Say whether a line is the headline, or a subhead in capitals: "SCENARIO TWO: WAR"."""
    flat = _flat(line)
    subhead = flat.isupper() and len(flat) <= WIDEST and (":" in flat or flat.count(" ") >= 3)
    unended = (first or subhead) and len(flat) <= 200 and not _FINAL.search(flat)
    return flat == _flat(title) or unended


def _is_entry(line: str) -> bool:
    """Say whether it is of a register: "POE, Max; DOB 11 Nov 1958; POB Lima (individual)"."""
    return ";" in line and _ENTRY.search(line) is not None


def _without_credit(line: str) -> str:
    """Return a caption without who took the picture; a line of prose as it is."""
    if len(line) > 400 or _FINAL.search(line):
        return line
    return _CREDIT.sub("", line)


def _without_dateline(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the places of a dateline, its agency and the rest of the paragraph apart."""
    match = _DATELINE.match(text, start, min(end, start + 120))
    place = match and match["place"]
    if match and (match["agency"] or (place and _is_dateline(place, colon=bool(match["colon"])))):
        if place:
            yield Block(start, match.end("place"), Kind.PLACE)
        if match["agency"]:
            found = match.start("agency")
            inner = match["agency"].strip(" ()")
            for agency in [inner] if inner == "RFE/RL" else inner.split("/"):  # AFP/dpa are two
                found = text.index(agency, found)
                yield Block(found, found + len(agency), Kind.AGENCY)
                found += len(agency)
        start = match.end()
    if end > start:
        yield Block(start, end)


def _is_dateline(place: str, *, colon: bool) -> bool:
    """Say whether it is in capitals, or a known place before a colon, as in India: "Mumbai: "."""
    town = place.partition(",")[0]
    return lexicon.is_place(town) if colon else town.isupper() and len(place) > 3


def _paragraphs(text: str, title: str) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs begin and end; a lone line break ends one unless it wraps."""
    lines = [_trimmed(text, *match.span()) for match in _LINE.finditer(text)]
    lines = [(start, end) for start, end in lines if start < end]
    width = _wrap_width(text, lines)
    held: tuple[int, int] | None = None
    for start, end in lines:
        if held and _goes_on(text, held, (start, end), width, _flat(title)):
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    first = start + len(line) - len(line.lstrip())
    return first, max(first, start + len(line.rstrip()))


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """Return the width the text was wrapped at, 0 where it was not.

    It was where no line is long and some go on in lower case on the next.
    """
    width = max((end - start for start, end in lines), default=0)
    if width > WIDEST:
        return 0
    pairs = pairwise(lines)
    going_on = sum(text[b[0]].islower() and not _FINAL.search(text[a[0] : a[1]]) for a, b in pairs)
    return width if going_on * 4 >= len(lines) else 0


def _goes_on(
    text: str, held: tuple[int, int], line: tuple[int, int], width: int, title: str
) -> bool:
    """Say whether a line is the rest of the one before it, which was wrapped there."""
    if text.count("\n", held[1], line[0]) > 1 or _flat(text[slice(*held)][: 2 * WIDEST]) == title:
        return False
    last = max(text.rfind("\n", *held), text.rfind("\r", *held)) + 1 or held[0]
    before, after = text[last : held[1]], text[slice(*line)]
    if _is_no_prose(after) or _is_no_prose(before):
        return False
    if after[0].islower() and not _FINAL.search(before):
        return len(before) >= 20
    first_word = after.partition(" ")[0]
    return width > 0 and len(before) + 1 + len(first_word) > width
