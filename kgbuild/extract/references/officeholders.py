"""Who is meant by an office, where of several only one was said to hold it: "the founder"."""

from collections.abc import Mapping, Sequence

from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.traits import office
from kgbuild.extract.text.discourse import Thread
from kgbuild.extract.text.lexicon import words
from kgbuild.model import Form, Type

Nouns = Mapping[int, Mapping[str, None]]
"""By a thing's number what it was called."""


def only_bearer(asked: Reference, threads: Sequence[Thread], nouns: Nouns) -> int | None:
    """Return the one person of whom a description's office was said: "the founder".

    Of great offices that may be the one of whom none was said: "the US President".
    """
    if asked.form is not Form.NOMINAL or Type.PERSON not in asked.types:
        return None
    said = office(asked.head)
    people = [t.number for t in threads if t.type is Type.PERSON]
    bearers = [number for number in people if said in nouns.get(number, ())]
    if not bearers and asked.head.lower_ in words("person", "sole"):
        bearers = [number for number in people if not nouns.get(number)]
    return bearers[0] if len(bearers) == 1 else None


def is_before_bearer(
    number: int, asked: Reference, threads: Sequence[Thread], nouns: Nouns
) -> bool:
    """Say whether one holds the office, and a counterpart, too, of whom was told since."""
    said = office(asked.head)
    bearers = [t.number for t in threads if said in nouns.get(t.number, ())]
    counterparts = any("counterpart" in nouns[bearer] for bearer in bearers)
    return counterparts and number in bearers[1:]
