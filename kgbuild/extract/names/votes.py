"""What the mentions of a name say of its kind: each has a vote, that of a headline a small one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgbuild.extract.names import context
from kgbuild.extract.names.own_words import ADHERENTS, is_person_by_first
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Paragraph, texts_of
from kgbuild.extract.text.spans import Name
from kgbuild.model import Type

SURE = 3.0
"""What a vote weighs that a word in or around the name makes plain; the model's weighs 1."""
LIKELY = 2.0
"""What one weighs that a word there makes likely."""
_HEADLINE = 0.3
_UNKNOWN = 0.7
"""What a name weighs that the encoder did not find, or that another model did."""
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes on each name of an article, the kind with most, and where it first comes."""

    shares: Mapping[Words, Mapping[Type, float]]
    types: Mapping[Words, Type]
    first: Mapping[Words, int]

    def share(self, words: Words, type_: Type) -> float:
        """Return how many are for a kind."""
        return self.shares.get(words, {}).get(type_, 0.0)

    def total(self, words: Words) -> float:
        """Return how many there are on a name."""
        return sum(self.shares.get(words, {}).values())

    def takes_up(self, part: Words, full: Words) -> bool:
        """Say whether a name first comes after a longer one; what only headlines have does not."""
        return self.first.get(full, 0) < self.first.get(part, -1)


def words_of(paragraphs: Sequence[Paragraph], name: Name) -> Words:
    """Return the name's words, those in capitals as they are written elsewhere."""
    said = texts_of(paragraphs[name.paragraph].doc)[name.start : name.end]
    return tuple([word.title() if word.isupper() and len(word) > 4 else word for word in said])


def counted(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Votes:
    """Return the votes of the names."""
    shares: dict[Words, dict[Type, float]] = defaultdict(lambda: defaultdict(float))
    first: dict[Words, int] = {}
    for i, name in enumerate(names):
        words, headline = words_of(paragraphs, name), _is_headline(paragraphs, name)
        sure = encoder.sure(paragraphs[name.paragraph].doc, name.start) or _UNKNOWN
        shares[words][name.type] += (_HEADLINE if headline else 1.0) * name.weight * sure
        if headline:
            continue
        first.setdefault(words, i)
        told = _told(paragraphs, name) if name.weight < SURE and sure < encoder.SURE else None
        if told is not None:
            shares[words][told] += SURE
    return Votes(shares, {words: _winner(found) for words, found in shares.items()}, first)


def _is_headline(paragraphs: Sequence[Paragraph], name: Name) -> bool:
    return paragraphs[name.paragraph].kind is Kind.HEADLINE


def _told(paragraphs: Sequence[Paragraph], name: Name) -> Type | None:
    """Return what the sentence makes of a name, where that is another kind."""
    doc = paragraphs[name.paragraph].doc
    if doc[name.end - 1].lower_ in ADHERENTS:
        return None
    by_first = is_person_by_first(doc, name.start, name.end)
    return context.told(doc[name.start : name.end], name.type, person_by_first=by_first)


def _winner(votes: Mapping[Type, float]) -> Type:
    """Return the type with most votes; the first in the order of ``Type`` on a tie."""
    return max(Type, key=lambda type_: votes.get(type_, 0.0))
