"""Read gold texts with kgbuild itself and tell what each reference in them takes up.

From the benchmark's training items, GUM and KnowledgeNet; of the last only pronouns whose
thing has a known address, since it marks no others.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kgbuild.evaluate import gold
from kgbuild.extract.names import mentions
from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.pipeline import Reader, complete
from kgbuild.extract.references import antecedents, chooser, referents
from kgbuild.extract.references.question import Question
from kgbuild.extract.references.referring import OFFICE, Reference
from kgbuild.extract.text import paragraphs
from kgbuild.extract.text.paragraphs import Anchor, Paragraph
from kgbuild.model import Article, Form
from training.data import PRONOUNS, rows

UNKNOWN, NONE = -2, -1
SEAT = "HEADQUARTERED_IN"
OFFICES = frozenset({"LEADS", "WORKS_FOR", "PLAYS_FOR"})
FORGET = 0.1
"""A tenth of the gold's answers is kept from the rest of the text, as in reading some are."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question's numbers and its answer: the place of a thing, or NONE. ``text`` names its text."""

    source: str
    text: str
    form: Form
    kind: str
    own: NDArray[np.float64]
    each: NDArray[np.float64]
    vectors: NDArray[np.float32]
    answer: int


@dataclass(slots=True)
class Text:
    """A gold text as it is read; answers the questions about it and keeps them."""

    source: str
    item: gold.Item
    chance: np.random.Generator
    paragraphs: Sequence[Paragraph] = ()
    of: dict[int, str] = field(default_factory=dict)
    examples: list[Example] = field(default_factory=list)

    def __call__(self, question: Question) -> tuple[int, float] | None:
        """Return the gold's answer."""
        answer = self._answer(question)
        if answer == UNKNOWN:
            return None
        vectors = chooser.vectors_of(question).astype(np.float32)
        self.examples.append(
            Example(
                self.source, self.item.id, question.reference.form, question.reference.kind,
                question.own, question.each, vectors, answer,
            )
        )  # fmt: skip
        kept = answer != NONE and self.chance.random() >= FORGET
        return (question.numbers[answer], 1.0) if kept else None

    def _based(self, question: Question, over: Sequence[gold.GoldMention]) -> int:
        """Return which thing "the Oulu-based group" is by its seat; in it but Oulu is marked."""
        named = [m.cluster for m in over if m.form is Form.NAME]
        if not named or self.source != "own":
            return UNKNOWN if named or self.source == "knowledgenet" else NONE
        seated = {c.subject for c in self.item.claims if c.relation == SEAT and c.object in named}
        places = [p for p, n in enumerate(question.numbers) if self.of.get(n) in seated]
        return places[0] if len(places) == 1 else UNKNOWN

    def _body(self, question: Question) -> int:
        """Return which thing the office is of by the gold, if that is no question."""
        holder = self.of.get(
            question.reference.holder if question.reference.holder is not None else -1
        )
        if self.source != "own" or holder is None:
            return UNKNOWN
        bodies = {
            c.object for c in self.item.claims if c.subject == holder and c.relation in OFFICES
        }
        places = [p for p, n in enumerate(question.numbers) if self.of.get(n) in bodies]
        return UNKNOWN if len(places) > 1 else places[0] if places else NONE

    def _answer(self, question: Question) -> int:
        if question.reference.kind == OFFICE:
            return self._body(question)
        start, end = self._place(question.reference)
        over = [m for m in self.item.mentions if m.start < end and start < m.end]
        head = question.reference.head
        at = self.paragraphs[question.reference.paragraph].start + head.idx
        on = [m for m in over if m.start <= at < m.end]
        if not on and question.reference.form is Form.NOMINAL:
            return self._based(question, over)
        if not on:
            open_ = self.source == "knowledgenet" or any(m.form is Form.NAME for m in over)
            return UNKNOWN if open_ else NONE
        mention = min(on, key=lambda m: m.end - m.start)
        for place, number in enumerate(question.numbers):
            if self.of.get(number) == mention.cluster:
                return place
        return UNKNOWN if self.source == "knowledgenet" else NONE

    def _place(self, reference: Reference) -> tuple[int, int]:
        start = self.paragraphs[reference.paragraph].start
        return start + reference.span.start_char, start + reference.span.end_char


def examples(reader: Reader, source: str, item: gold.Item, seed: int) -> list[Example]:
    """Return the questions that a text asks, with the gold's answers."""
    text = Text(source, item, np.random.default_rng(seed))
    with reader.nlp.memory_zone():
        text.paragraphs = paragraphs.parse(Article("", item.text, item.published), reader.nlp)
        for paragraph in text.paragraphs:
            complete(paragraph.doc)
        things, anchors = referents.named(text.paragraphs, mentions.find(text.paragraphs))
        text.of = _clusters(text.paragraphs, things, anchors, item)
        antecedents.found(text.paragraphs, things, anchors, text)
    return text.examples


def _clusters(
    parsed: Sequence[Paragraph],
    things: Sequence[Cluster],
    anchors: Sequence[Anchor],
    item: gold.Item,
) -> dict[int, str]:
    """Return which gold cluster each thing is: the one that most of its names stand in."""
    votes: dict[int, Counter[str]] = {}
    for anchor in anchors:
        start = parsed[anchor.paragraph].start + anchor.span.start_char
        end = parsed[anchor.paragraph].start + anchor.span.end_char
        type_ = things[anchor.referent].type
        around = [
            m for m in item.mentions
            if m.start <= start and end <= m.end and item.types[m.cluster] is type_
        ]  # fmt: skip
        if around:
            nearest = min(around, key=lambda m: m.end - m.start)
            votes.setdefault(anchor.referent, Counter())[nearest.cluster] += 1
    return {number: found.most_common(1)[0][0] for number, found in votes.items()}


def own(items: Path) -> Iterator[gold.Item]:
    """Yield those of our items in which references are marked."""
    for item in gold.items(items):
        if isinstance(item, gold.Item) and item.references:
            yield item


def texts(data: Path, items: Path) -> Iterator[tuple[str, gold.Item]]:
    """Yield the gold texts with the name of their source."""
    for item in own(items):
        yield "own", item
    for item in gold.items(data / "gum.jsonl"):
        if isinstance(item, gold.Item):
            yield "gum", item
    for row in rows(data / "knowledgenet.jsonl"):
        known = [e for e in row["entities"] if e.get("uri")]
        if any(_is_pronoun(e) for e in known):
            for entity in row["entities"]:
                entity["cluster"] = entity.get("uri") or f"{entity['start']}"
                entity["form"] = "pronoun" if _is_pronoun(entity) else "name"
            yield "knowledgenet", gold.item({**row, "entities": known})


def _is_pronoun(entity: dict[str, Any]) -> bool:
    return entity["text"].lower() in PRONOUNS
