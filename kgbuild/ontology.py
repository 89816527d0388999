"""The relation types: data from ``ontology.toml``, which a user's file may extend."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from kgbuild.errors import ModelError
from kgbuild.model import Type

RESERVED = frozenset(
    "PLANNED POSSIBLE ALLEGED DENIED MENTIONED_IN SUBJECT OBJECT SAID_BY STATED_IN".split()
)
NAME = re.compile(r"[A-Z][A-Z0-9_]*\Z")
End = TypeVar("End", int, str)
"""An end of a tie: the number of a referent, or the id of an entity."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation type; see the head of ``ontology.toml`` for what each field means."""

    name: str
    means: str
    subject: frozenset[Type]
    object: frozenset[Type]
    reads: str
    symmetric: bool = False
    role: bool = False
    wikidata: tuple[str, ...] = ()
    ftm: str = "UnknownLink"
    signals: tuple[str, ...] = ()
    hidden: bool = False
    enabled: bool = True

    def fits(self, subject: Type, object_: Type) -> bool:
        """Say whether things of these types can be its ends."""
        return subject in self.subject and object_ in self.object


@dataclass(frozen=True, slots=True)
class Ontology:
    """The relation types in force, by name, and a fingerprint of all they say."""

    relations: Mapping[str, Relation]
    fingerprint: str

    @property
    def hidden(self) -> tuple[str, ...]:
        """The relations that default views leave out, sorted."""
        return tuple(sorted(name for name, r in self.relations.items() if r.hidden))

    def enabled(self, name: str) -> Relation | None:
        """Return a relation, if it is known and drawn."""
        known = self.relations.get(name)
        return known if known is not None and known.enabled else None

    def ends(self, relation: str, subject: End, object_: End) -> tuple[End, End]:
        """Return the ends of a tie, sorted where the relation has no direction."""
        known = self.relations.get(relation)
        if known is not None and known.symmetric and object_ < subject:
            return object_, subject
        return subject, object_


def load(extension: str | None = None) -> Ontology:
    """Return the built-in ontology, extended by the text of a user's file.

    Raises:
        ModelError: The text is no TOML, or a relation in it is not well formed.
    """
    return _load(extension)


def read_extension(path: Path) -> str:
    """Return a user's ontology file as text, checked.

    Raises:
        ModelError: The file can't be read or is not well formed.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"Can't read the ontology {path}: {error}. Name a TOML file.") from error
    load(text)
    return text


@cache
def _load(extension: str | None) -> Ontology:
    text = (files("kgbuild") / "ontology.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    if extension is not None:
        try:
            rows |= tomllib.loads(extension)
        except tomllib.TOMLDecodeError as error:
            raise ModelError(f"The ontology is no TOML: {error}. Mend that line.") from error
    relations = {name: _relation(name, row) for name, row in sorted(rows.items())}
    fingerprint = hashlib.sha256(repr(sorted(rows.items())).encode()).hexdigest()[:24]
    return Ontology(relations, fingerprint)


def _relation(name: str, row: Any) -> Relation:
    if not NAME.match(name) or name in RESERVED:
        raise ModelError(
            f"{name!r} can't name a relation: write it in capitals, as in OWNS, and "
            f"use none of {', '.join(sorted(RESERVED))}."
        )
    try:
        sides = {side: frozenset(Type(t) for t in row[side]) for side in ("subject", "object")}
        lists = {side: tuple(row.get(side, ())) for side in ("wikidata", "signals")}
        return Relation(name=name, **{**row, **sides, **lists})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelError(
            f"Relation {name} of the ontology is not well formed ({error}). It needs means, "
            f"reads, and subject and object out of {', '.join(Type)}."
        ) from error
