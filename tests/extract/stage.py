"""Read sentences with the real parse and given names, so that a test is of rules alone."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from kgbuild import ontology
from kgbuild.extract import pipeline
from kgbuild.extract.names import mentions
from kgbuild.extract.relations import learned, statements
from kgbuild.extract.text import paragraphs
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Anchor, Paragraph
from kgbuild.extract.truth import confidence
from kgbuild.model import Article, Form, Mention, Referent, Statement, Status, Type

_TYPES = {
    "person": Type.PERSON,
    "firm": Type.ORGANIZATION,
    "place": Type.PLACE,
    "list": Type.LISTING,
}


@cache
def reader() -> pipeline.Reader:
    return pipeline.load(pipeline.DEFAULT_MODEL, ontology.load())


def parse(text: str) -> Doc:
    doc = reader().nlp(text)
    pipeline.complete(doc)
    return doc


def read(
    text: str, names: str, published: str | None = "2021-02-09", *, kind: Kind = Kind.PROSE
) -> tuple[tuple[Referent, ...], tuple[Statement, ...]]:
    """Read a text by the rules: its names are told, ``firm Huawei, person Ren Zhengfei|he``."""
    doc = parse(text)
    found, anchors = [], []
    for number, (type_, spellings) in enumerate(_split(names)):
        spans = [s for spelling in spellings for s in _spans(doc, spelling)]
        anchors += [Anchor(0, doc[a:b], number, form) for a, b, form in spans]
        mentions = [Mention(doc[a].idx, doc[a:b].end_char, form) for a, b, form in spans]
        found.append(Referent(spellings[0], type_, tuple(mentions), (spellings[0],)))
    article = Article("", text, published)
    paragraphs = [Paragraph(doc, 0, kind)]
    with _rules_alone():
        made = statements.find(article, paragraphs, found, anchors, reader().ontology)
    return tuple(found), tuple(s for s in made if s.rule != "model")


@contextmanager
def _rules_alone() -> Iterator[None]:
    """Draw all that a rule reads, and nothing that only the model does."""
    weights, facts = confidence.weights, learned.facts
    known = replace(weights(), drawn=0.0, plain=0.0, more={})
    confidence.weights = lambda: known  # type: ignore[assignment]
    learned.facts = lambda scene, told: iter(())
    try:
        yield
    finally:
        confidence.weights, learned.facts = weights, facts


def told(text: str, names: str, published: str | None = "2021-02-09") -> set[str]:
    """Return what a text says as lines: ``Ren Zhengfei FOUNDED Huawei``, ``denied: ...``."""
    referents, found = read(text, names, published)
    lines = {_line(referents, s) for s in found if s.relation != "RELATED_TO"}
    assert len(lines) == len([s for s in found if s.relation != "RELATED_TO"])
    return lines


def named(text: str) -> list[tuple[str, Type]]:
    """Return the names that are found in a text, each with its type."""
    parsed = paragraphs.parse(Article("", text), reader().nlp)
    for paragraph in parsed:
        pipeline.complete(paragraph.doc)
    return [
        (parsed[name.paragraph].doc[name.start : name.end].text, name.type)
        for name in mentions.find(parsed)
    ]


def described(text: str, name: str) -> list[str]:
    """Return what else than names the thing of that name is called by."""
    [found] = [r for r in reader().read(Article("", text)).referents if r.name == name]
    return [text[m.start : m.end] for m in found.mentions if m.form is not Form.NAME]


def ties(text: str) -> set[str]:
    """Return what a whole text, names and all, is read to say: ``asserted: Acme OWNS Beta``."""
    reading = reader().read(Article("", text, "2021-02-09"))
    return {
        f"{s.status}: {reading.referents[s.subject].name} {s.relation} "
        f"{reading.referents[s.object].name} {s.role or ''}".strip()
        for s in reading.statements
    }


def drawn(text: str, tie: str) -> list[str]:
    """Return the lines of ``ties`` that have these words in them."""
    return [line for line in ties(text) if tie in line]


def _line(referents: tuple[Referent, ...], statement: Statement) -> str:
    ends = referents[statement.subject].name, referents[statement.object].name
    line = f"{ends[0]} {statement.relation} {ends[1]}"
    return line if statement.status is Status.ASSERTED else f"{statement.status}: {line}"


def _split(names: str) -> list[tuple[Type, list[str]]]:
    rows = (row.strip().split(" ", 1) for row in names.split(","))
    return [(_TYPES[type_], spellings.split("|")) for type_, spellings in rows]


def _spans(doc: Doc, spelling: str) -> list[tuple[int, int, Form]]:
    form = Form.NAME
    if spelling.lower() in {"he", "she", "it", "his", "her", "its", "they"}:
        form = Form.PRONOUN
    elif spelling.lower().startswith("the "):
        form = Form.NOMINAL
    found = []
    for match in re.finditer(rf"(?<!\w){re.escape(spelling)}(?!\w)", doc.text):
        span = doc.char_span(*match.span())
        assert span is not None, spelling
        found.append((span.start, span.end, form))
    return found
