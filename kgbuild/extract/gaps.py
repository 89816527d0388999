"""Find what a reading leaves out: so that silence is not taken for the absence of a tie."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from string import whitespace

from spacy.tokens import Span

from kgbuild.extract.neural import encoder
from kgbuild.extract.neural.scores import MOST_PAIRS
from kgbuild.extract.text import layout
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Paragraph, text_of
from kgbuild.extract.text.staging import MOST_ANCHORS, MOST_TOKENS
from kgbuild.model import Article, Form, Gap, Reason, Referent, Statement

_JOINTS = whitespace + ",-–—"
Place = tuple[int, int, Form]
"""Where a mention starts, in code points of the article; its referent; its form."""


def foreign(article: Article) -> tuple[Gap, ...]:
    """Return the gap that the whole of an article in another language is."""
    return (Gap(0, len(article.text), Reason.LANGUAGE),)


def find(
    article: Article,
    paragraphs: Sequence[Paragraph],
    referents: Sequence[Referent],
    statements: Sequence[Statement],
) -> tuple[Gap, ...]:
    """Return the gaps in the order of the text; no two overlap.

    A headline, a byline and a dateline give names, no ties: they are no gap.
    """
    found = [*_sentences(paragraphs, referents, statements), *_not_prose(article)]
    return tuple(sorted(found, key=lambda gap: gap.start))


def _sentences(
    paragraphs: Sequence[Paragraph],
    referents: Sequence[Referent],
    statements: Sequence[Statement],
) -> Iterator[Gap]:
    places = sorted((m.start, i, m.form) for i, r in enumerate(referents) for m in r.mentions)
    starts = [start for start, _, _ in places]
    said = {claim.start for claim in statements}
    torn = _torn(paragraphs)
    for paragraph in paragraphs:
        if paragraph.kind is not Kind.PROSE:
            continue
        for sentence in paragraph.doc.sents:
            start = paragraph.start + sentence.start_char
            end = paragraph.start + sentence.end_char
            here = places[bisect_left(starts, start) : bisect_left(starts, end)]
            if _is_cut(sentence, here) or _ends(paragraph, sentence) & torn:
                yield Gap(start, end, Reason.CUT)
            elif len({i for _, i, form in here if form is Form.NAME}) > 1 and start not in said:
                yield Gap(start, end, Reason.NO_STATEMENT)


def _is_cut(sentence: Span, here: Sequence[Place]) -> bool:
    """Say whether a sentence is longer, or mentions more, than the rules or the model look at."""
    if len(sentence) > MOST_TOKENS or len(here) > MOST_ANCHORS:
        return True
    windows = encoder.windows(sentence.doc)
    if windows and _pairs(here) > MOST_PAIRS:
        return True
    begins = (w.start for w in windows if sentence.start_char < w.start < sentence.end_char)
    return any(_holds(text_of(sentence.doc), sentence.start_char, begin) for begin in begins)


def _pairs(here: Sequence[Place]) -> int:
    """Return how many ordered pairs of mentions have two referents; not all types fit a tie."""
    sizes = Counter(referent for _, referent, _ in here)
    return len(here) ** 2 - sum(size**2 for size in sizes.values())


def _torn(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return where a paragraph too long for the parser was cut inside a sentence."""
    return {
        b.start
        for a, b in pairwise(paragraphs)
        if a.start + len(text_of(a.doc)) == b.start and not _is_whole(text_of(a.doc))
    }


def _is_whole(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    return text.rstrip().rstrip("\"')]").endswith((".", "!", "?"))


def _ends(paragraph: Paragraph, sentence: Span) -> set[int]:
    """Return the ends of the paragraph at which the sentence stands, in the article."""
    ends = {paragraph.start} if sentence.start == 0 else set[int]()
    if sentence.end == len(paragraph.doc):
        ends.add(paragraph.start + len(text_of(paragraph.doc)))
    return ends


def _not_prose(article: Article) -> Iterator[Gap]:
    """Yield what lies between the blocks of prose and holds a letter or a digit."""
    last = 0
    for block in layout.blocks(article):
        yield from _line(article.text, last, block.start)
        last = max(last, block.end)
    yield from _line(article.text, last, len(article.text))


def _line(text: str, start: int, end: int) -> Iterator[Gap]:
    if _holds(text, start, end):
        words = text[start:end]
        kept = words.lstrip(_JOINTS + ")").rstrip(_JOINTS + "(")
        start += words.index(kept)
        yield Gap(start, start + len(kept), Reason.NOT_PROSE)


def _holds(text: str, start: int, end: int) -> bool:
    """Say whether a stretch holds a letter or a digit."""
    return any(c.isalnum() for c in text[start:end])
