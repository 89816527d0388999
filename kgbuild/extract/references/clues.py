"""What speaks for and against a thing's being what a reference takes up, as numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from math import log1p
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.referring import FORMER, KINDS, OFFICE, Reference
from kgbuild.extract.references.traits import Traits, described, office
from kgbuild.extract.text.discourse import Discourse, Seen, Thread
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_place, state, state_by_capital, state_of_people, words
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.roles import office_at
from kgbuild.model import Form, Type

T = TypeVar("T")


def _marks(values: Sequence[T]) -> Mapping[T, list[float]]:
    """Return for each value a row that has a one in its place alone."""
    return {value: [float(value == other) for other in values] for value in values}


_TYPES, _FORMS, _KINDS = _marks(tuple(Type)), _marks(tuple(Form)), _marks(KINDS)
_DEPS = _marks(("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "compound"))
_NO_DEP, _NO_KIND = [0.0] * len(_DEPS), [0.0] * len(_KINDS)
LOOKED_AT, FIRST = 100, 6
"""Places, the last mentioned, and mentions of one thing, the first and the last."""
BEHIND = 4
"""Tokens behind a name among which an office is its: "Acme's new chief"."""
SHORTEST = 4
"""Letters of a noun that may end a name's word."""
_WEATHER = frozenset("is was be been 's seems seemed appears".split())


@dataclass(frozen=True, slots=True)
class Question:
    """A reference with the things that it can take up, the last mentioned first.

    ``own`` (R,) are clues of the reference, ``each`` (things, C) of the things; ``heads`` are
    the heads of their last mentions.
    """

    reference: Reference
    numbers: tuple[int, ...]
    heads: tuple[Token, ...]
    firsts: tuple[Token, ...]
    own: NDArray[np.float64]
    each: NDArray[np.float64]


Decide = Callable[[Question], tuple[int, float] | None]
"""Answers a question with a thing's number and how probable it is; None: it takes up none."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when a question is asked: the things, their traits, what was mentioned.

    ``after`` are things named later in the sentence, ``speakers`` those who say it, ``datelines``
    places that stand before what is told, ``inside`` what the reference itself names.
    """

    things: Sequence[Cluster]
    traits: Traits
    told: Discourse
    after: Set[int]
    speakers: Set[int]
    datelines: Set[int] = frozenset()
    inside: Set[int] = frozenset()


def question(reference: Reference, threads: Sequence[Thread], known: Known) -> Question:
    """Return the question which of the threads' things is meant."""
    told = known.told
    near = [sum(told.sentence - t.last.sentence == back for t in threads) for back in (0, 1)]
    bearers = [_bears(reference, t, known) for t in threads]
    most = max((len(t.seen) for t in threads), default=0)
    above = _subject_above(reference.head, threads)
    seats = _seats(reference, known)
    beside = _beside(known)
    each = [
        [
            *_place(reference, t, rank, near, known),
            *_grammar(reference, t, above),
            *_standing(reference, t, most, known),
            *_description(reference, t, known, bears=bears, borne=any(bearers)),
            bool(known.inside),
            any(s.sentence in beside for s in t.seen),
            not known.inside.isdisjoint(known.datelines),
            *_rule(reference, t, known, seats),
        ]
        for rank, (t, bears) in enumerate(zip(threads, bearers, strict=True))
    ]
    return Question(
        reference,
        tuple(t.number for t in threads),
        tuple(t.last.head for t in threads),
        tuple(_first(t) for t in threads),
        np.array(_own(reference, threads, near, told, borne=any(bearers)), np.float64),
        np.array(each, np.float64).reshape(len(threads), -1),
    )


def _first(thread: Thread) -> Token:
    """Return the head of the first mention that stands in no headline, where there is one."""
    body = (s.head for s in thread.seen if not s.headline)
    return next(body, thread.seen[0].head)


def _own(
    reference: Reference,
    threads: Sequence[Thread],
    near: list[int],
    told: Discourse,
    *,
    borne: bool,
) -> list[float]:
    head, start = reference.head, reference.head.sent.start
    return [
        *_KINDS.get(reference.kind, _NO_KIND),
        told.in_quotes(head),
        _is_subject(head),
        head.dep_ == "dobj",
        head.dep_ == "pobj",
        head.i - start < 3,
        start == 0,
        _is_empty(head),
        reference.span[0].lower_ == "this",
        any(t.dep_ == "poss" for t in head.children),
        any(t.lower_ in FORMER for t in head.children),
        float(len(reference.span) > 2),
        borne,
        log1p(len(threads)),
        min(near[0], 3) / 3,
        min(near[1], 3) / 3,
    ]


def _place(
    reference: Reference, thread: Thread, rank: int, near: list[int], known: Known
) -> list[float]:
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


def _grammar(reference: Reference, thread: Thread, above: int | None) -> list[float]:
    last, head, word = thread.last, reference.head, reference.head.lower_
    here = last.paragraph == reference.paragraph
    subject = _is_subject(head)
    before = [s for s in thread.seen[-6:] if s.sentence == last.sentence]
    main = any(s.is_main for s in before)
    return [
        *_DEPS.get(last.head.dep_, _NO_DEP),
        *_FORMS[last.form],
        main,
        any(s.is_subject for s in before),
        subject and main,
        here and head.tag_ != "PRP$" and of_same_clause(head, last.head),
        above == thread.number,
        here and head.tag_ == "PRP$" and _joined(head, last),
        last.head.lower_ == word,
        any(s.head.lower_ == word for s in thread.seen[-6:]),
        log1p(sum(s.is_main for s in thread.seen[-6:])),
        last.quoted,
    ]


def _standing(reference: Reference, thread: Thread, most: int, known: Known) -> list[float]:
    sex = known.traits.sex.get(thread.number)
    return [
        *_TYPES[thread.type],
        log1p(len(thread.seen)),
        len(thread.seen) == most,
        thread.place == 0,
        thread.place == 1,
        all(s.headline for s in thread.seen),
        reference.sex is not None and sex == reference.sex,
        reference.sex is not None and sex is None,
        thread.number not in known.traits.nouns,
    ]


def _description(
    reference: Reference, thread: Thread, known: Known, *, bears: bool, borne: bool
) -> list[float]:
    """Return how a description's words fit a thing's names and what is said of it."""
    if reference.form is not Form.NOMINAL:
        return [0.0] * 14
    head, thing = reference.head, known.things[thread.number]
    word = head.lower_
    nouns = known.traits.nouns.get(thread.number, {})
    parts = {part for name in thing.printed for part in name.casefold().split()}
    said = {*described(head)} - {lemma(head)}
    fits = said & (known.traits.words.get(thread.number, set()) | parts)
    mine = people_of(reference)
    its = known.traits.states.get(thread.number)
    return [
        bears,
        borne and not bears,
        word in nouns,
        _is_in(word, parts),
        any(noun.split()[-1] in words("person", "nominal") for noun in nouns),
        bool(nouns),
        bool(nouns) and any(noun in words("organization", "companies") for noun in nouns),
        not parts.isdisjoint(words("organization", "government")),
        thing.type is Type.PLACE and state(thing.name) is not None,
        thing.type is Type.PLACE and is_place(thing.name),
        mine is not None and mine in (its, thing.name),
        mine is not None and its is not None and mine != its,
        bool(fits),
        bool(said) and not fits,
    ]


def _beside(known: Known) -> Set[int]:
    """Return the sentences before this one that tell of the place in "the Oulu-based group"."""
    if not known.inside:
        return frozenset()
    inner = (t for t in known.told.threads() if t.number in known.inside)
    return {s.sentence for t in inner for s in t.seen if s.sentence != known.told.sentence}


def _seats(reference: Reference, known: Known) -> dict[str, bool]:
    """Return the states by whose capitals something is told; whether in this very sentence."""
    if reference.kind != OFFICE:
        return {}
    told = islice((t for t in known.told.threads() if t.type is Type.PLACE), LOOKED_AT)
    cities = {t.number: t.last.sentence == known.told.sentence for t in told}
    found: dict[str, bool] = {}
    for number in (*cities, *known.datelines):
        ruled = state_by_capital(known.things[number].name)
        if ruled is not None:
            found[ruled] = found.get(ruled, False) or cities.get(number, False)
    return found


def _rule(
    reference: Reference, thread: Thread, known: Known, seats: Mapping[str, bool]
) -> list[float]:
    """Return what speaks for an office's being of a thing, which nothing by the office says."""
    if reference.kind != OFFICE:
        return [0.0] * 4
    name = known.things[thread.number].name
    return [
        name in seats,
        seats.get(name, False),
        thread.number in known.datelines,
        any(rules(s.head) for s in (*thread.seen[:FIRST], *thread.seen[FIRST:][-FIRST:])),
    ]


def rules(token: Token) -> bool:
    """Say whether an office stands right behind a mention: "German Chancellor", "Acme's chief"."""
    behind = token.doc[token.i + 1 : token.i + BEHIND]
    return any(office_at(t)[0] for t in behind if t.tag_ != "POS")


def _bears(reference: Reference, thread: Thread, known: Known) -> bool:
    """Say whether the described office or kind is said of a thing, or in its name."""
    if reference.form is not Form.NOMINAL:
        return False
    thing, word = known.things[thread.number], reference.head.lower_
    if office(reference.head) in known.traits.nouns.get(thread.number, {}):
        return True
    return any(_is_in(word, name.casefold().split()) for name in thing.printed)


def _is_in(word: str, parts: Iterable[str]) -> bool:
    """Say whether a noun is one of a name's words, or ends one: the bank of Metbank."""
    return any(p == word or (len(word) >= SHORTEST and p.endswith(word)) for p in parts)


def people_of(reference: Reference) -> str | None:
    """Return the state of the adjective in "the South Korean group"."""
    text = text_in(reference.head.doc, reference.span.start, reference.head.i)
    found = (state_of_people(word) for word in (*text.split(), " ".join(text.split()[1:3])))
    return next((of for of in found if of), None)


def _is_subject(token: Token) -> bool:
    """Say whether a word is a subject or a subject's: such take up the sentence before."""
    place = token.head if token.dep_ == "poss" else token
    return place.dep_ in {"nsubj", "nsubjpass"}


def _subject_above(token: Token, threads: Sequence[Thread]) -> int | None:
    """Return which of the things is the subject of the nearest clause around a word."""
    by_head = {s.head.i: t.number for t in threads for s in t.seen[-6:] if s.head.doc is token.doc}
    for verb in token.ancestors:
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i in by_head and child.i < token.i:
                return by_head[child.i]
    return None


def _joined(token: Token, last: Seen) -> bool:
    """Say whether "its" or "his" is joined to a thing: "on Acme and on its owner"."""
    noun = token.head.head if token.head.dep_ in {"appos", "compound"} else token.head
    link = noun.head if noun.dep_ == "pobj" else noun
    return link.dep_ == "conj" and link.head.i <= last.head.i < token.i


def of_same_clause(one: Token, other: Token) -> bool:
    """Say whether two words are arguments of one verb, and so hardly mean the same."""
    return one.doc is other.doc and _verb(one) == _verb(other)


def _verb(token: Token) -> Token:
    """Return the verb that a word depends on, through prepositions but not possession."""
    while token.dep_ in {"pobj", "prep", "conj", "agent", "dative"} and token.head != token:
        token = token.head
    return token.head


def _is_empty(token: Token) -> bool:
    """Say whether "it" may stand for nothing: it is clear that, it rains."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    return verb.lower_ in _WEATHER or any(
        c.dep_ in {"ccomp", "csubj"} and c.i > verb.i for c in verb.children
    )
