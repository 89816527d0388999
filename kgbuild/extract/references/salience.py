"""How near and how prominent a thing is where it may be taken up, as numbers.

The last one named, the subject of the sentence before, what all is about.
"""

from collections.abc import Sequence
from math import log1p

from spacy.tokens import Token

from kgbuild.extract.references.question import Known
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.text.discourse import Seen, Thread
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.model import Form, Type

_DEPS = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "compound")
_FORMS, _TYPES = tuple(Form), tuple(Type)
_LATEST = 6
"""Mentions of one thing, the last, that are looked at."""


def place(
    reference: Reference, thread: Thread, rank: int, near: list[int], known: Known
) -> list[float]:
    """Return how far back a thing was mentioned, of how many in that sentence, and its rank."""
    last, told = thread.last, known.told
    back = abs(told.sentence - last.sentence)
    same_paragraph = last.paragraph == told.paragraph
    apart = abs(reference.head.i - last.head.i) if same_paragraph else 60
    return [
        back == 0,
        back == 1,
        back == 2,
        log1p(back),
        log1p(apart),
        rank == 0,
        rank == 1,
        1 / (1 + rank),
        back < 2 and near[back] == 1,
        same_paragraph,
        log1p(told.paragraph - last.paragraph),
        thread.number in known.after,
        thread.number in known.speakers,
    ]


def grammar(reference: Reference, thread: Thread, above: int | None) -> list[float]:
    """Return what the two are in their sentences: the subject is taken up by the subject.

    ``above`` is the thing that is the subject of the nearest clause around the reference.
    """
    last, head, word = thread.last, reference.head, reference.head.lower_
    here = last.paragraph == reference.paragraph
    latest = thread.seen[-_LATEST:]
    before = [s for s in latest if s.sentence == last.sentence]
    main, dep = any(s.is_main for s in before), last.head.dep_
    return [
        *[dep == one for one in _DEPS],
        *[last.form is form for form in _FORMS],
        main,
        any(s.is_subject for s in before),
        main and is_subject(head),
        here and head.tag_ != "PRP$" and _are_of_same_clause(head, last.head),
        above == thread.number,
        here and head.tag_ == "PRP$" and _joined(head, last),
        last.head.lower_ == word,
        any(s.head.lower_ == word for s in latest),
        log1p(sum(s.is_main for s in latest)),
        last.quoted,
    ]


def standing(reference: Reference, thread: Thread, most: int, known: Known) -> list[float]:
    """Return what a thing is in the article, where the one most told of has ``most`` mentions."""
    sex = known.traits.sex.get(thread.number)
    return [
        *[thread.type is type_ for type_ in _TYPES],
        log1p(len(thread.seen)),
        len(thread.seen) == most,
        thread.place == 0,
        thread.place == 1,
        all(s.headline for s in thread.seen),
        reference.sex is not None and sex == reference.sex,
        reference.sex is not None and sex is None,
        thread.number not in known.traits.nouns,
    ]


def is_subject(token: Token) -> bool:
    """Say whether a word is a subject or a subject's: such take up the sentence before."""
    place = token.head if token.dep_ == "poss" else token
    return place.dep_ in SUBJECTS


def thing_above(token: Token, threads: Sequence[Thread]) -> int | None:
    """Return which of the things is the subject of the nearest clause around a word."""
    by_head = {
        s.head.i: t.number for t in threads for s in t.seen[-_LATEST:] if s.head.doc is token.doc
    }
    for verb in token.ancestors:
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i in by_head and child.i < token.i:
                return by_head[child.i]
    return None


def _joined(token: Token, last: Seen) -> bool:
    """Say whether "its" or "his" is joined to a thing: "on Acme and on its owner"."""
    noun = token.head.head if token.head.dep_ in {"appos", "compound"} else token.head
    link = noun.head if noun.dep_ == "pobj" else noun
    return link.dep_ == "conj" and link.head.i <= last.head.i < token.i


def _are_of_same_clause(one: Token, other: Token) -> bool:
    """Say whether two words are arguments of one verb, and so hardly mean the same."""
    return one.doc is other.doc and _verb(one) == _verb(other)


def _verb(token: Token) -> Token:
    """Return the verb that a word depends on, through prepositions but not possession."""
    while token.dep_ in {"pobj", "prep", "conj", "agent", "dative"} and token.head != token:
        token = token.head
    return token.head
