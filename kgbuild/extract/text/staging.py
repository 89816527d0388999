"""Cut an article into scenes: the sentences that mention enough to tie."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from spacy.tokens import Span

from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Anchor, Paragraph
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Referent

MOST_ANCHORS = 60  # a sentence of thousands of names is a list or an attack; its head is enough
MOST_TOKENS = 400


def scenes(
    paragraphs: Sequence[Paragraph],
    referents: Sequence[Referent],
    anchors: Sequence[Anchor],
    least: int,
) -> Iterator[tuple[Paragraph, Scene]]:
    """Yield each sentence that speaks of ``least`` things; headlines and bylines have none."""
    ordered = sorted(anchors, key=lambda a: (a.paragraph, a.span.start, a.span.end, a.referent))
    for number, group in groupby(ordered, key=lambda a: a.paragraph):
        paragraph = paragraphs[number]
        if paragraph.kind not in {Kind.PROSE, Kind.PLACE}:
            continue
        for span, found in _by_sentence(paragraph, list(group), least):
            if len({anchor.referent for anchor in found}) >= least:
                yield paragraph, Scene(span, found[:MOST_ANCHORS], referents)


def _by_sentence(
    paragraph: Paragraph, anchors: list[Anchor], least: int
) -> Iterator[tuple[Span, tuple[Anchor, ...]]]:
    place = 0
    for span in paragraph.doc.sents:
        first = place
        while place < len(anchors) and anchors[place].span.start < span.end:
            place += 1
        if place - first >= least:
            short = span if len(span) <= MOST_TOKENS else span[:MOST_TOKENS]
            found = [a for a in anchors[first:place] if a.span.end <= short.end]
            yield short, tuple(found)
