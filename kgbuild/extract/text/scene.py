"""One sentence with what it mentions: the stage on which every rule looks for its ends."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spacy.tokens import Span, Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import sex_of_given, sex_of_noun
from kgbuild.extract.text.paragraphs import Anchor, text_of, words_of
from kgbuild.extract.text.tagsets import FINITE
from kgbuild.extract.text.vocabulary import KINDS, TOWNS
from kgbuild.model import Form, Referent, Type

_LONGEST_ASIDE = 10
"""Tokens of a bracket behind a name that parts it from nothing: "Ann Lee (pictured), head of"."""
_MEANS = frozenset("aid advice backing help loan money support".split())
"""No offices: "with the money of a broker, Ann Lee"."""
_FORMS = {Form.NAME: 0, Form.NOMINAL: 1, Form.PRONOUN: 2}


@dataclass(frozen=True)
class Scene:
    """A sentence, its anchors in order, and the referents of the article."""

    span: Span
    anchors: tuple[Anchor, ...]
    referents: Sequence[Referent]

    @cached_property
    def _ranked(self) -> list[Anchor]:
        """The anchors, the likeliest of a token last: names, and of those the longest."""
        return sorted(self.anchors, key=lambda a: (_FORMS[a.form], -len(a.span)))[::-1]

    @cached_property
    def heads(self) -> dict[int, Anchor]:
        """The anchor that each token stands for."""
        return {anchor.span.root.i: anchor for anchor in self._ranked}

    @cached_property
    def starts(self) -> dict[int, Anchor]:
        """The anchor that begins at each token, an article aside."""
        return {_start(anchor): anchor for anchor in self._ranked}

    @cached_property
    def ends(self) -> dict[int, Anchor]:
        """The anchor whose last word, a genitive's 's aside, is each token."""
        return {_last(anchor): anchor for anchor in self._ranked}

    @cached_property
    def text(self) -> str:
        """What the sentence says."""
        return text_of(self.span)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What it says token by token, in small letters."""
        return words_of(self.span.doc)[self.span.start : self.span.end]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, made but once: what a span yields is new for each who asks."""
        return tuple(self.span)

    @cached_property
    def worked(self) -> dict[str, Any]:
        """What rules have worked out of the sentence and ask for again, by a name of it."""
        return {}

    @cached_property
    def named(self) -> frozenset[int]:
        """The tokens that are part of a proper name."""
        names = (a.span for a in self.anchors if a.form is Form.NAME)
        return frozenset(i for span in names for i in range(span.start, span.end))

    @cached_property
    def whose(self) -> tuple[Token, ...]:
        """The words "whose" of the sentence."""
        return tuple(t for t in self.tokens if t.tag_ == "WP$")

    @cached_property
    def verbs(self) -> tuple[Token, ...]:
        """The verbs of the sentence, auxiliaries aside."""
        return tuple(t for t in self.tokens if t.pos_ == "VERB")

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The base forms of the sentence's common nouns: what it talks about."""
        return frozenset(lemma(t) for t in self.tokens if t.tag_ in {"NN", "NNS"})

    def past_genitive(self, anchor: Anchor) -> int | None:
        """Return the token behind a name and its 's, if it has one."""
        doc, end = self.span.doc, anchor.span.end
        if doc[end - 1].tag_ == "POS":
            return end
        return end + 1 if end < self.span.end and doc[end].tag_ == "POS" else None

    def listed(self, place: int, links: Container[str]) -> Iterator[Anchor]:
        """Yield what is listed from a token on, parted by such words alone: "Peru, Chile and"."""
        while place < self.span.end:
            anchor = self.starts.get(place)
            if anchor is not None:
                yield anchor
                place = anchor.span.end
            elif self.span.doc[place].lower_ in links:
                place += 1
            else:
                return

    def type(self, anchor: Anchor) -> Type:
        """Return what the anchor's referent is."""
        return self.referents[anchor.referent].type

    def as_name(self, anchor: Anchor | None, type_: Type) -> Anchor | None:
        """Return it if it is the name of something of a type: "Oslo", not "the town"."""
        named = anchor is not None and anchor.form is Form.NAME and self.type(anchor) is type_
        return anchor if named else None

    def before_aside(self, place: int) -> int:
        """Return the token here or, where a bracket closes or a gap is, the one before them."""
        doc, first = self.span.doc, self.span.start
        while place > first:
            if doc[place].text == ")":
                asides = range(place - 1, max(first, place - _LONGEST_ASIDE), -1)
                opened = next((i for i in asides if doc[i].text in {"(", ")"}), None)
                if opened is None or doc[opened].text == ")":
                    break
                place = opened - 1
            elif doc[place].is_space:
                place -= 1
            else:
                break
        return place

    def resolve(self, token: Token) -> Anchor | None:
        """Return what an argument of a verb refers to, if it is anything known."""
        found = self.heads.get(token.i)
        if found is not None:
            return self._owned(found) or found
        if token.tag_ in {"WDT", "WP"} or token.lower_ == "that":
            return self._antecedent(token)
        for child in token.children:  # "its founder, Ren Zhengfei," and "the city of Taiyuan"
            if child.dep_ == "appos" and child.i in self.heads:
                return None if differ(token, self.heads[child.i]) else self.heads[child.i]
        if token.tag_ == "NN" and token.lower_ in TOWNS:  # "the town of Agadez"
            return self.as_name(self.under(token, "of"), Type.PLACE)
        if token.dep_ == "appos" and token.tag_ in {"NN", "NNS"}:  # "Jasper, a maker based in"
            return self.heads.get(token.head.i)
        return self._of_kind(token) or self._holder(token)

    def _of_kind(self, noun: Token) -> Anchor | None:
        """Return the body whose name stands right before what it is: "the Freedom party"."""
        before = self.ends.get(noun.i - 1) if noun.lower_ in KINDS else None
        body = self.as_name(before, Type.ORGANIZATION)
        if body is None or body.span.root.head != noun:
            return None
        return body if body.span.root.dep_ == "compound" else None

    def _owned(self, owner: Anchor) -> Anchor | None:
        """Return whose name a genitive brings: "the Bank of Peru's Office of Audits" is an office.

        The parser takes the bank for the subject.
        """
        last = owner.span.doc[_last(owner)]
        if last.dep_ != "poss" or last == owner.span.root or last.head.i < owner.span.end:
            return None
        found = self.heads.get(last.head.i)
        return found if found is not None and self.type(found) is self.type(owner) else None

    def _holder(self, office: Token) -> Anchor | None:
        """Return whom "the head of Acme, Ann Lee," names; the parse ties her to Acme."""
        if office.tag_ != "NN" or office.lower_ in _MEANS:
            return None
        bodies = (b for of in office.children if of.lower_ == "of" for b in of.children)
        names = (n.i for b in bodies for n in b.children if n.dep_ == "appos" and n.i in self.heads)
        found = next((self.heads[i] for i in names), None)
        return found if found is not None and self.type(found) is Type.PERSON else None

    def under(self, noun: Token, word: str) -> Anchor | None:
        """Return what a preposition that hangs on a noun brings: "members of Acme"."""
        preps = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == word)
        first = next((o for prep in preps for o in prep.children if o.dep_ == "pobj"), None)
        return self.heads.get(first.i) if first is not None else None

    def place_of(self, token: Token) -> Anchor | None:
        """Return the place that a noun before "where" names, or the one it explains."""
        found = None
        for _ in range(4):
            anchor = self.heads.get(token.i)
            if anchor is not None and self.type(anchor) is Type.PLACE:
                found = anchor
            if found is not None and (inner := self._inside(found)) is not None:
                return inner
            if token.dep_ != "appos":
                break
            token = token.head
        return found

    def _inside(self, wide: Anchor) -> Anchor | None:
        """Return the place before one that tells where it is: Lima, of "Lima, in Peru"."""
        place = wide.span.start - 1
        if place <= self.span.start or self.span.doc[place].lower_ != "in":
            return None
        last = place - 1 - (self.span.doc[place - 1].text == ",")
        return self.as_name(self.ends.get(last), Type.PLACE)

    def _antecedent(self, token: Token) -> Anchor | None:
        verb = token.head.head if token.dep_ == "pobj" else token.head  # "to which she belongs"
        if verb.dep_ != "relcl":
            return None
        noun = verb.head
        if noun.left_edge.i == self.span.start and (told := self._fronted(noun)) is not None:
            return told
        for _ in range(4):
            if noun.i in self.heads:
                return self.heads[noun.i]
            if noun.dep_ != "appos":
                return None
            noun = noun.head
        return None

    def _fronted(self, noun: Token) -> Anchor | None:
        """Return who is described first: "A nurse who studied in Delft, Ann Lee joined Acme"."""
        doc, end = self.span.doc, self.span.end
        if doc[self.span.start].lower_ not in {"a", "an"}:
            return None
        comma = next((i for i in range(noun.i + 1, end) if doc[i].text == ","), end)
        named = self.as_name(self.starts.get(comma + 1), Type.PERSON)
        if named is None or named.span.end >= end:
            return None
        return named if doc[named.span.end].tag_ in FINITE else None


def differ(noun: Token, name: Anchor) -> bool:
    """Say whether who is named is not of a noun's sex: "the sister of Poe's driver, Max Orr"."""
    told = sex_of_noun(noun.lower_)
    return told is not None and sex_of_given(name.span[0].text) not in {told, None}


def _start(anchor: Anchor) -> int:
    """Return where the words begin, an article aside."""
    span = anchor.span
    return span.start + (len(span) > 1 and span[0].tag_ == "DT")


def _last(anchor: Anchor) -> int:
    span = anchor.span
    return span.end - 1 - (len(span) > 1 and span[-1].tag_ == "POS")
