"""What an article has told so far of the things that a reference may take up."""

from collections.abc import Iterator, Sequence, Set
from itertools import islice

from spacy.tokens import Span, Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references import bars
from kgbuild.extract.references.deals import buyer
from kgbuild.extract.references.question import Known
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.traits import gather
from kgbuild.extract.text.discourse import Discourse, Thread
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.model import Form, Type

LOOKED_AT = 100
"""So many things, the last mentioned, are looked at for one that fits."""


class SoFar:
    """What is known at a place of an article, read from its first sentence to there.

    ``given`` are the anchors known beforehand, by paragraph and head; ``persons`` those of them
    that name somebody, by paragraph and each token; ``at`` is what each head of the paragraph
    means; ``heading`` is where the portrait at hand begins; ``buyers`` are who buys something, and
    the sentence that tells so.
    """

    def __init__(
        self, things: Sequence[Cluster], anchors: Sequence[Anchor], datelines: Set[int]
    ) -> None:
        self.things, self.datelines = things, datelines
        self.traits, self.told = gather(things, anchors), Discourse()
        self.given: dict[int, dict[int, Anchor]] = {}
        self.persons: dict[int, dict[int, Anchor]] = {}
        for anchor in anchors:
            self.given.setdefault(anchor.paragraph, {})[anchor.span.root.i] = anchor
            if anchor.form is Form.NAME and things[anchor.referent].type is Type.PERSON:
                named = dict.fromkeys(range(anchor.span.start, anchor.span.end), anchor)
                self.persons.setdefault(anchor.paragraph, {}).update(named)
        self.heading = 0
        self.at: dict[int, int] = {}
        self.buyers: dict[int, int] = {}
        self.anchors: list[Anchor] = []
        self.unsaid: list[Anchor] = []

    def take(
        self, index: int, span: Span, head: Token, number: int, form: Form, sure: float = 1.0
    ) -> None:
        """Add an anchor of what a phrase takes up, and note it."""
        self.anchors.append(Anchor(index, span, number, form, sure))
        self.note(number, head, form)

    def note(self, number: int, head: Token, form: Form) -> None:
        """Note that a head means a thing."""
        self.at[head.i] = number
        self.told.note(number, self.things[number].type, head, form)

    def note_unsaid(self, index: int, noun: Token, body: int, sure: float = 1.0) -> None:
        """Note of which body a noun of office is that does not say it."""
        span = noun.doc[noun.i : noun.i + 1]
        self.unsaid.append(Anchor(index, span, body, Form.NOMINAL, sure))

    def known(
        self, head: Token, speakers: Set[int] = frozenset(), inside: Set[int] = frozenset()
    ) -> Known:
        """Return what is known as a head is asked about, with what its sentence names after it."""
        start, end = head.i, head.sent.end
        after = {n for i, n in self.at.items() if start < i < end}
        return Known(self.things, self.traits, self.told, after, speakers, self.datelines, inside)

    def note_buyers(self, sentence: Span) -> None:
        """Note who buys something in a sentence."""
        places = sorted(i for i in self.at if sentence.start <= i < sentence.end)
        buyers = (buyer(sentence.doc[i]) for i in places)
        found = (self.at[one.i] for one in buyers if one is not None and one.i in self.at)
        self.buyers.update(dict.fromkeys(found, self.told.sentence))

    def fitting(self, asked: Reference) -> Iterator[Thread]:
        """Yield what a reference can mean by type and sex, the last mentioned first."""
        for thread in islice(self.told.threads(), LOOKED_AT):
            sex = self.traits.sex.get(thread.number)
            if thread.type not in asked.types or (sex and asked.sex and sex != asked.sex):
                continue
            state = self.traits.states.get(thread.number)
            if asked.state and state not in {None, asked.state}:
                continue
            if bars.fits(asked, thread, self.things[thread.number], self.traits):
                yield thread
