"""What speaks for an office's being of a thing where no word by the office says so, as numbers."""

from collections.abc import Mapping
from itertools import islice

from spacy.tokens import Token

from kgbuild.extract.references.question import Known
from kgbuild.extract.references.referring import OFFICE, Reference
from kgbuild.extract.text.discourse import Thread
from kgbuild.extract.text.lexicon import state_by_capital
from kgbuild.extract.text.roles import office_at
from kgbuild.model import Type

_PLACES, _MENTIONS = 100, 6
"""Places, the last mentioned, and mentions of one thing, the first and the last."""
_BEHIND = 4
"""Tokens behind a name among which an office is its: "Acme's new chief"."""


def seats(reference: Reference, known: Known) -> dict[str, bool]:
    """Return the states by whose capitals something is told; whether in this very sentence."""
    if reference.kind != OFFICE:
        return {}
    told = islice((t for t in known.told.threads() if t.type is Type.PLACE), _PLACES)
    cities = {t.number: t.last.sentence == known.told.sentence for t in told}
    found: dict[str, bool] = {}
    for number in (*cities, *known.datelines):
        ruled = state_by_capital(known.things[number].name)
        if ruled is not None:
            found[ruled] = found.get(ruled, False) or cities.get(number, False)
    return found


def clues(
    reference: Reference, thread: Thread, known: Known, states: Mapping[str, bool]
) -> list[float]:
    """Return what speaks for an office's being of a thing, which nothing by the office says."""
    if reference.kind != OFFICE:
        return [0.0] * 4
    name, seen = known.things[thread.number].name, thread.seen
    return [
        name in states,
        states.get(name, False),
        thread.number in known.datelines,
        any(has_office(s.head) for s in (*seen[:_MENTIONS], *seen[_MENTIONS:][-_MENTIONS:])),
    ]


def has_office(token: Token) -> bool:
    """Say whether an office stands right behind a mention: "German Chancellor", "Acme's chief"."""
    behind = token.doc[token.i + 1 : token.i + _BEHIND]
    return any(office_at(t)[0] for t in behind if t.tag_ != "POS")
