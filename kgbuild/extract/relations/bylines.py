"""For whom who wrote an article works: "By Ann Lee, Norvane News", "By Ann Lee (Norvane TV)"."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.extract.text.facts import CLEAR
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, text_of
from kgbuild.model import Form, Referent, Statement, Status, Type
from kgbuild.ontology import Ontology

RULE = "byline"
RELATION = "WORKS_FOR"
_ROLE = r"(?:[a-z-]+ ){0,3}(?:[Rr]eporter|[Ee]ditor|[Cc]orrespondent|[Ww]riter|[Cc]olumnist)"
_BEFORE_OUTLET = re.compile(
    rf"(?: in [A-Z][\w .'’-]+)?(?:, ?|,? (?:for|of) | ?[|·•–-] | \()(?:{_ROLE}, )?(?:[Tt]he )?\*?"
)
_CREDITS = re.compile(r"\W*(?:additional )?(?:reporting|writing|editing|\w+ed) by\b", re.IGNORECASE)
_JOINED = re.compile(r",? (?:and|&) |, ")


def find(
    paragraphs: Sequence[Paragraph],
    anchors: Sequence[Anchor],
    referents: Sequence[Referent],
    ontology: Ontology,
) -> Iterator[Statement]:
    """Yield for which outlets those of the bylines work."""
    relation = ontology.enabled(RELATION)
    if relation is None:
        return
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind is not Kind.BYLINE or _CREDITS.match(text_of(paragraph.doc)):
            continue
        named = [a for a in anchors if a.paragraph == number and a.form is Form.NAME]
        named.sort(key=lambda a: a.span.start)
        for writer, outlet in _pairs(named, referents):
            yield Statement(
                writer.referent,
                RELATION,
                outlet.referent,
                paragraph.start,
                paragraph.start + len(text_of(paragraph.doc)),
                Status.ASSERTED,
                None,
                None,
                None,
                None,
                None,
                CLEAR,
                RULE,
            )


def _pairs(
    named: Sequence[Anchor], referents: Sequence[Referent]
) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield each writer with the outlet: "By Ann Lee and Bo Berg, Norvane News"."""
    writers: list[Anchor] = []
    for anchor in named:
        kind = referents[anchor.referent].type
        if kind is Type.PERSON:
            joined = writers and _JOINED.fullmatch(_between(writers[-1], anchor))
            writers = [*writers, anchor] if joined else [anchor]
        elif kind is Type.ORGANIZATION and writers:
            words = _between(writers[-1], anchor)
            if _BEFORE_OUTLET.fullmatch(words):
                own = words.endswith("(")
                yield from ((writer, anchor) for writer in (writers[-1:] if own else writers))
            writers = []


def _between(first: Anchor, last: Anchor) -> str:
    return text_of(first.span.doc)[first.span.end_char : last.span.start_char]
