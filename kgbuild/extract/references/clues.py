"""What speaks for and against a thing's being what a reference takes up, as numbers."""

from collections.abc import Sequence, Set
from math import log1p

import numpy as np
from spacy.tokens import Token

from kgbuild.extract.references import likeness, office_clues, salience
from kgbuild.extract.references.question import Known, Question
from kgbuild.extract.references.referring import FORMER, KINDS, Reference
from kgbuild.extract.text.discourse import Discourse, Thread
from kgbuild.extract.text.tagsets import SUBJECTS

_WEATHER = frozenset("is was be been 's seems seemed appears".split())


def question(reference: Reference, threads: Sequence[Thread], known: Known) -> Question:
    """Return the question which of the threads' things is meant."""
    told = known.told
    back = [told.sentence - t.last.sentence for t in threads]
    near = [back.count(0), back.count(1)]
    bearers = [likeness.is_borne(reference, t, known) for t in threads]
    borne = any(bearers)
    most = max((len(t.seen) for t in threads), default=0)
    above = salience.thing_above(reference.head, threads)
    seats = office_clues.seats(reference, known)
    described = likeness.Description.of(reference)
    beside = _beside(known)
    each = [
        [
            *salience.place(reference, t, rank, near, known),
            *salience.grammar(reference, t, above),
            *salience.standing(reference, t, most, known),
            *likeness.description(described, t, known, bears=bears, borne=borne),
            bool(known.inside),
            bool(beside) and any(s.sentence in beside for s in t.seen),
            not known.inside.isdisjoint(known.datelines),
            *office_clues.clues(reference, t, known, seats),
        ]
        for rank, (t, bears) in enumerate(zip(threads, bearers, strict=True))
    ]
    return Question(
        reference,
        tuple(t.number for t in threads),
        tuple(t.last.head for t in threads),
        tuple(_first(t) for t in threads),
        np.array(_own(reference, threads, near, told, borne=borne), np.float64),
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
        *[reference.kind == kind for kind in KINDS],
        told.in_quotes(head),
        salience.is_subject(head),
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


def _beside(known: Known) -> Set[int]:
    """Return the sentences before this one that tell of the place in "the Oulu-based group"."""
    if not known.inside:
        return frozenset()
    inner = (t for t in known.told.threads() if t.number in known.inside)
    return {s.sentence for t in inner for s in t.seen if s.sentence != known.told.sentence}


def _is_empty(token: Token) -> bool:
    """Say whether "it" may stand for nothing: it is clear that, it rains."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return False
    return verb.lower_ in _WEATHER or any(
        c.dep_ in {"ccomp", "csubj"} and c.i > verb.i for c in verb.children
    )
