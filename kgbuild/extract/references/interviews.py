"""Who "I" and "you" are in an interview printed as questions and answers.

The guest is the person whom the headline names, or the first one in the paragraphs before the
first question; "we" is the body that they name first after the guest, as its chief speaks of it.
In running text "I" stands in quotation marks, and is asked about there like any other reference.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.text.discourse import is_between, quotes
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, text_of
from kgbuild.extract.text.vocabulary import WE
from kgbuild.model import Form, Type

_I = frozenset({"i", "me", "my", "mine"})
_YOU = frozenset({"you", "your", "yours"})
_CREDITS = frozenset({"interview", "interviewer", "words", "text", "photos", "photo"})
_LEAST = 2
"""So many questions, and so many answers with "I", make an interview."""
_ANSWERS = 3
"""So many paragraphs a question may be answered in, on the average."""


@dataclass(frozen=True, slots=True)
class Interview:
    """Places of paragraphs that ask and that answer; numbers of the guest and of their body."""

    asking: frozenset[int]
    answering: frozenset[int]
    guest: int
    body: int | None

    def meant(self, index: int, token: Token) -> int | None:
        """Return the number of what a word of a paragraph means, None if it is none of these."""
        word = token.lower_
        if index in self.asking:
            return self.guest if word in _YOU else None
        if index not in self.answering:
            return None
        return self.guest if word in _I else self.body if word in WE else None


def find(
    paragraphs: Sequence[Paragraph], things: Sequence[Cluster], anchors: Iterable[Anchor]
) -> Interview | None:
    """Return the interview that an article is, or None."""
    prose = [i for i, p in enumerate(paragraphs) if p.kind is Kind.PROSE]
    asking = [i for i in prose if _asks(paragraphs[i].doc)]
    if len(asking) < _LEAST:
        return None
    after = [i for i in prose if i > asking[0] and i not in asking]
    said = [i for i in after if _speaks_of(paragraphs[i].doc, _I)]
    before = [a for a in anchors if a.form is Form.NAME and a.paragraph < asking[0]]
    few = len(said) < _LEAST or len(asking) < len(after) / _ANSWERS
    if few or any(_speaks_of(paragraphs[i].doc, _I) for i in prose if i < asking[0]):
        return None  # a column by somebody who says "I" from the beginning, and asks now and then
    told = [a for a in before if paragraphs[a.paragraph].kind is Kind.PROSE]
    told = [a for a in told if paragraphs[a.paragraph].doc[0].lower_ not in _CREDITS]
    above = [a for a in before if paragraphs[a.paragraph].kind is Kind.HEADLINE]
    persons = [a for a in above if things[a.referent].type is Type.PERSON]
    alone = persons if len({a.referent for a in persons}) == 1 else []
    guest = _first(alone or told, things, Type.PERSON)
    if guest is None:
        return None
    behind = (a for a in told if _place(a) > _place(guest))
    body = _first(behind, things, Type.ORGANIZATION)
    return Interview(
        frozenset(asking),
        frozenset(after),
        guest.referent,
        body.referent if body is not None else None,
    )


def _asks(doc: Doc) -> bool:
    """Say whether a paragraph is a question: of "you", by its mark or its end, and not by "I"."""
    text = text_of(doc).lower().rstrip()  # cheaper than a look at each token
    if doc[0].text == "Q":
        return True
    if not text.endswith("?") and "you" not in text:
        return False
    if quotes(doc) or _speaks_of(doc, _I):
        return False
    return text.endswith("?") or _speaks_of(doc, _YOU)


def _speaks_of(doc: Doc, words: frozenset[str]) -> bool:
    """Say whether one of the words stands outside of quotation marks."""
    marks, said = quotes(doc), (t for t in doc if t.lower_ in words and t.text != "i")
    return any(not is_between(marks, token) for token in said)


def _first(anchors: Iterable[Anchor], things: Sequence[Cluster], type_: Type) -> Anchor | None:
    named = (a for a in anchors if things[a.referent].type is type_)
    return min(named, key=_place, default=None)


def _place(anchor: Anchor) -> tuple[int, int]:
    return anchor.paragraph, anchor.span.start
