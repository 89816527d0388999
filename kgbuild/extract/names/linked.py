"""What "and", a comma or a hyphen tells of the two names that it links: "Acme, Beta and Norv"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from kgbuild.extract.names.own_words import is_person_by_first
from kgbuild.extract.names.votes import Votes, Words, words_of
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.lexicon import is_town
from kgbuild.extract.text.lexicon import words as listed
from kgbuild.extract.text.paragraphs import Paragraph, text_in
from kgbuild.extract.text.spans import Name
from kgbuild.extract.text.tagsets import LINKS
from kgbuild.model import Type
from kgbuild.names import normalise

_LINKS = LINKS | {", and"}
_OF_TWO = frozenset(
    """alliance agreement bout clash deal derby dispute feud fight final match meeting merger
    pact partnership rivalry rumour rumor rumours rumors summit swap talks ticket venture""".split()
)
"""What two are named before: "the Renault-Fiat merger"."""


def bodies(
    paragraphs: Sequence[Paragraph],
    names: Sequence[Name],
    types: Mapping[Words, Type],
    votes: Votes,
) -> dict[Words, Type]:
    """Return names that the model alone takes for persons in a list of bodies."""
    found: dict[Words, Type] = {}
    for left, right in pairwise(names):
        if left.paragraph != right.paragraph or left.end >= right.start:
            continue
        doc = paragraphs[left.paragraph].doc
        if text_in(doc, left.end, right.start) not in _LINKS or not _joined(doc, left, right):
            continue
        pair = [words_of(paragraphs, name) for name in (left, right)]
        for (one, other), name in ((pair, left), (pair[::-1], right)):
            kinds = found.get(one, types[one]), found.get(other, types[other])
            sure = votes.share(other, Type.ORGANIZATION) >= 2.0
            weak = votes.total(one) <= 2.0 or len(one) == 1
            mistaken = kinds == (Type.PERSON, Type.ORGANIZATION) and sure and weak
            if mistaken and not _is_person(doc, name):
                found[one] = Type.ORGANIZATION
    return found


def _is_person(doc: Doc, name: Name) -> bool:
    """Say whether a name begins as persons' do, or the encoder is sure of one of several words."""
    longer = name.end - name.start > 1
    return is_person_by_first(doc, name.start, name.end) or (
        longer and encoder.is_sure(doc, name.start)
    )


def _joined(doc: Doc, left: Name, right: Name) -> bool:
    """Say whether the parse puts two names into one list."""
    one, other = doc[left.start : left.end].root, doc[right.start : right.end].root
    if other.dep_ not in {"conj", "appos"}:
        return False
    return other.head == one or (one.dep_ == other.dep_ and one.head == other.head)


def parted(
    paragraphs: Sequence[Paragraph], names: Sequence[Name], types: Mapping[Words, Type]
) -> list[Name]:
    """Return the names, as two those in "Kiir and Machar" and in "the Renault-Fiat merger"."""
    spelt = [words_of(paragraphs, name) for name in names]
    bound = {
        words
        for name, words in zip(names, spelt, strict=True)
        if "-" in words and not _is_of_two(paragraphs[name.paragraph].doc, name)
    }
    pairs = zip(names, spelt, strict=True)
    return [p for name, words in pairs for p in _parts(name, words, types, whole=words in bound)]


def _parts(name: Name, words: Words, types: Mapping[Words, Type], *, whole: bool) -> Iterator[Name]:
    """Yield the names in a name; one with a hyphen that is one thing's elsewhere is whole."""
    place = name.type is Type.PLACE and len(words) > 1 and is_town(words[0])
    if place and types.get(words[1:]) is Type.PERSON:  # "During his stay in Nairobi Al Omari met"
        yield Name(name.paragraph, name.start, name.start + 1, Type.PLACE)
        yield Name(name.paragraph, name.start + 1, name.end, Type.PERSON)
        return
    link = next((word for word in ("and", "-") if word in words[1:-1]), None)
    joint = words.index(link, 1) if link else 0
    if not joint or (link == "-" and whole):
        yield name
        return
    left, right = words[:joint], words[joint + 1 :]
    kinds = _kind(left, types), _kind(right, types)
    if link == "and" and len(right) == 1 and right[0].isupper():
        kinds = kinds[0] or kinds[1], kinds[1] or kinds[0]
    if kinds[0] and kinds[1]:
        yield Name(name.paragraph, name.start, name.start + joint, kinds[0])
        yield Name(name.paragraph, name.start + joint + 1, name.end, kinds[1])
    else:
        yield name


def _kind(words: Words, types: Mapping[Words, Type]) -> Type | None:
    """Return what a name is known for in this article, or everywhere: al Qaeda."""
    known = normalise(Type.ORGANIZATION, " ".join(words)) in _great_bodies()
    return types.get(words, Type.ORGANIZATION if known else None)


@cache
def _great_bodies() -> frozenset[str]:
    names = listed("organization", "names")
    return frozenset(normalise(Type.ORGANIZATION, name) for name in names)


def _is_of_two(doc: Doc, name: Name) -> bool:
    """Say whether what follows a name takes two: "merger", "joint venture", "tie-up"."""
    behind = doc[name.end : name.end + 2]
    two = any(t.lower_ in _OF_TWO for t in behind)
    two = two or text_in(doc, name.end, name.end + 3) == "tie-up"
    return two and name.end - name.start == 3
