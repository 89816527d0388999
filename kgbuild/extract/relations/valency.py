"""The frames of verbs, as ``frames.toml`` has them: with which arguments a verb says a relation."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from kgbuild.extract.words import table
from kgbuild.model import Status, Type


@dataclass(frozen=True, slots=True)
class Frame:
    """One way for a verb to say a relation; see the head of frames.toml for the fields."""

    relation: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    subject: tuple[str, ...] = ("doer",)
    object: tuple[str, ...] = ("target",)
    subject_is: tuple[str, ...] = tuple(Type)
    object_is: tuple[str, ...] = tuple(Type)
    named: str = ""
    cue: tuple[str, ...] = ()
    no_cue: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    deep: bool = False
    together: bool = False
    state: bool = False
    ends: bool = False
    organ: bool = False
    plain: bool = False
    no_nouns: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    bare: bool = False
    bids: tuple[str, ...] = ()
    ahead: bool = False
    dropped: bool = False
    maybe: bool = False
    league: bool = False
    no_league: bool = False
    by_list: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """What the frame itself makes of a tie."""
        if self.dropped:
            return Status.DENIED
        if self.maybe:
            return Status.POSSIBLE
        return Status.PLANNED if self.ahead else Status.ASSERTED


def frames_of(verb: str) -> Sequence[Frame]:
    """Return the frames of a verb, which is named with its particle: "take over"."""
    return _frames().get(verb, ())


@cache
def _frames() -> dict[str, list[Frame]]:
    found: dict[str, list[Frame]] = {}
    for relation, rows in table("frames").items():
        for row in rows:
            frame = _frame(relation, row)
            for verb in frame.verbs:
                found.setdefault(verb, []).append(frame)
    return found


def _frame(relation: str, row: dict[str, Any]) -> Frame:
    if unknown := sorted(row.keys() - {field.name for field in fields(Frame)}):
        raise ValueError(f"frames.toml, {relation}: unknown {unknown}")
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Frame(relation, **values)
