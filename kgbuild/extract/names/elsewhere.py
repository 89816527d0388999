"""Mentions that are plain from another of the same name: one broken off, one overlooked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc

from kgbuild.extract.names.votes import Words
from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.paragraphs import Paragraph, texts_of
from kgbuild.extract.text.spans import Name, is_capital
from kgbuild.extract.text.tagsets import NOUNS, PROPER
from kgbuild.model import Type
from kgbuild.names import LEGAL_FORMS

MOST_ALIKE = 50
"""Of the names that begin alike only so many are looked for: a page of them is a list."""
Place = tuple[int, int]
"""A paragraph and a token of it."""


def completed(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> list[Name]:
    """Return the names, those of bodies that were broken off as long as they are elsewhere.

    "SK hynix Inc." tells that "SK" of "SK hynix's" is not all.
    """
    whole: dict[str, set[Words]] = defaultdict(set)
    for name in names:
        if name.type is not Type.ORGANIZATION or name.end - name.start < 2:
            continue
        words = tuple(t.text for t in paragraphs[name.paragraph].doc[name.start : name.end])
        while len(words) > 1 and words[-1].casefold().rstrip(".") in LEGAL_FORMS:
            words = words[:-1]
        if len(words) > 1:
            whole[words[0]].add(words)
    taken = _taken(names)
    return [_whole(paragraphs[n.paragraph].doc, n, whole, taken) for n in names]


def _taken(names: Sequence[Name]) -> frozenset[Place]:
    return frozenset((n.paragraph, i) for n in names for i in range(n.start, n.end))


def _longest_first(words: Words) -> tuple[int, Words]:
    return -len(words), words


def _whole(doc: Doc, name: Name, whole: Mapping[str, Set[Words]], taken: Set[Place]) -> Name:
    if name.type is not Type.ORGANIZATION:
        return name
    for words in sorted(whole.get(doc[name.start].text, ()), key=_longest_first):
        end = name.start + _shared(doc, name.start, words)
        if end <= name.end or any((name.paragraph, i) in taken for i in range(name.end, end)):
            continue
        if end - name.start == len(words) or is_capital(doc[end - 1]):
            return replace(name, end=end)
    return name


def _shared(doc: Doc, start: int, words: Words) -> int:
    """Return how many words of a name stand at a token: two of "Nile Crown Refinery"."""
    pairs = zip(texts_of(doc)[start : start + len(words)], words, strict=False)
    return len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])


def overlooked(
    paragraphs: Sequence[Paragraph], names: Sequence[Name], types: Mapping[Words, Type]
) -> Iterator[Name]:
    """Yield where a known name stands and no name was found."""
    taken = _taken(names)
    known: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(types, key=_longest_first):
        if len(known[words[0]]) < MOST_ALIKE:
            known[words[0]].append(words)
    for index, paragraph in enumerate(paragraphs):
        doc, i = paragraph.doc, 0
        texts = texts_of(doc)
        while i < len(texts):
            found = texts[i] in known and next(
                (w for w in known[texts[i]] if _stands(doc, index, i, w, taken)), None
            )
            if found:
                yield Name(index, i, i + len(found), types[found])
            i += len(found) if found else 1


def _stands(doc: Doc, index: int, i: int, words: Words, taken: Set[Place]) -> bool:
    end = i + len(words)
    if end > len(doc) or any((index, j) in taken for j in range(i, end)):
        return False
    if texts_of(doc)[i:end] != words:
        return False
    noun = doc[i].tag_ in NOUNS  # "Tavares denied it": taken for a plural
    return len(words) > 1 or (noun and _stands_alone(doc, i))


def _stands_alone(doc: Doc, i: int) -> bool:
    """Say whether a word is no part of a longer run of proper nouns, titles aside."""
    beside = (doc[j] for j in (i - 1, i + 1) if 0 <= j < len(doc))
    return not any(t.tag_ in PROPER and not is_title(t) for t in beside)
