"""Which body is "her party" or "his firm": one told of beside its owner, "Ann Lee of the Greens".

"Her party" is that of whom it is said, not the one that was spoken of last.
"""

from collections.abc import Sequence, Set
from itertools import islice

from spacy.tokens import Span

from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.so_far import SoFar
from kgbuild.extract.text.discourse import MOST, Thread
from kgbuild.model import Form, Type

OWN_KIND = frozenset(
    """agency airline bank company conglomerate daily firm group militia movement network newspaper
    organisation organization party""".split()
)
"""What bodies are called at the end of their names: "the Islamic State group"."""
_LED = OWN_KIND - {"conglomerate", "daily"} | frozenset(
    """association body brand brewery broadcaster chain charity club employer magazine outfit
    retailer startup union""".split()
)
"""What one may lead, as no "her office" or "her house" is."""
_LEADING = frozenset(
    """boss ceo chair chaired chairman chairs chairwoman chief commander director editor founded
    founder head headed heads lead leader leads led owner owns president run runs
    secretary""".split()
)
_BEFORE, _BEHIND = 5, 8
"""Tokens between a person's name and that of their party: "Labour MP Ann Lee"."""


def led(
    asked: Reference, owners: Set[int | None], threads: Sequence[Thread], so_far: SoFar
) -> int | None:
    """Return the one body that somebody is told to lead, if "her firm" may be that.

    "Ann Lee, head of Acme, came. Her firm": that is Acme, whatever else was told of since.
    """
    if asked.head.lower_ not in _LED or asked.span[0].tag_ != "PRP$":
        return None
    persons = {n for n in owners if n is not None and so_far.things[n].type is Type.PERSON}
    bodies = beside(persons, so_far, _LEADING) if persons else set()
    found = [t.number for t in threads if t.number in bodies]
    return found[0] if len(found) == len(bodies) == 1 else None


def beside(owners: Set[int | None], so_far: SoFar, between: Set[str] = frozenset()) -> Set[int]:
    """Return what stands right beside a name of some persons: "Ann Lee, chair of the Greens".

    Where words are given, one of them stands between the two.
    """
    named = (
        (given, anchor)
        for given in so_far.given.values()
        for anchor in given.values()
        if anchor.referent in owners and anchor.form is Form.NAME
    )
    return {
        other.referent
        for given, anchor in islice(named, MOST)
        for other in given.values()
        if anchor.span.sent == other.span.sent
        and -_BEFORE <= other.span.start - anchor.span.end <= _BEHIND
        and (not between or _is_linked(anchor.span, other.span, between))
    }


def _is_linked(one: Span, other: Span, words: Set[str]) -> bool:
    """Say whether one of some words stands between two names."""
    first, second = sorted((one, other), key=lambda span: span.start)
    return any(t.lower_ in words for t in one.doc[first.end : second.start])
