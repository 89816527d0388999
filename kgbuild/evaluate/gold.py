"""Read gold items from JSONL: our own benchmark and the public sets in its format.

Offsets count code points. ``gold/README.md`` describes our own, whose statements carry a
status; the others have ``relations`` between clusters or spans, and none.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgbuild.errors import ReadError
from kgbuild.model import Form, Status, Type

_TYPES = frozenset(t.value for t in Type)


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A span ``text[start:end]`` that means the entity ``cluster``."""

    start: int
    end: int
    cluster: str
    form: Form


@dataclass(frozen=True, slots=True)
class Claim:
    """That two clusters stand in a relation; ``status`` None where the gold does not say."""

    subject: str
    relation: str
    object: str
    status: Status | None = None
    speaker: str | None = None
    role: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One gold text. ``types`` and ``names`` are by cluster.

    ``exhaustive`` says that every name is marked, ``resolved`` that mentions are in clusters,
    ``references`` that pronouns and nominals are marked too. ``passages`` are the stretches
    in which relations are marked, each with those of which all are; None means everywhere, all.
    """

    id: str
    text: str
    published: str | None
    types: Mapping[str, Type]
    names: Mapping[str, frozenset[str]]
    mentions: tuple[GoldMention, ...]
    claims: tuple[Claim, ...]
    exhaustive: bool
    resolved: bool
    references: bool
    passages: tuple[tuple[int, int, frozenset[str]], ...] | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is no gold item, and why."""

    line: int
    reason: str


def items(path: Path) -> Iterator[Item | Broken]:
    """Yield the items of a file, or what is wrong with a line.

    Raises:
        ReadError: The file can't be read.
    """
    try:
        lines = path.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ReadError(f"{path} can't be read: {error.strerror}.") from error
    with lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield item(json.loads(line))
                except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
                    yield Broken(number, f"{type(error).__name__}: {error}")


def item(row: Mapping[str, Any]) -> Item:
    """Return the item of one row.

    Raises:
        ValueError, KeyError, TypeError: The row is no gold item.
    """
    text = row["text"]
    if not isinstance(text, str):
        raise TypeError("text is no string")
    mentions, types = _mentions(row, text)
    names: dict[str, set[str]] = {cluster: set() for cluster in types}
    for one in mentions:
        if one.form is Form.NAME:
            names[one.cluster].add(text[one.start : one.end])
    for cluster, name in row.get("names", {}).items():
        names.setdefault(cluster, set()).add(name)
    own = "statements" in row
    resolved = own or any("cluster" in e for e in row["entities"])
    passages = None
    if "passages" in row:
        passages = tuple(
            (p["start"], p["end"], frozenset(p["exhaustive"])) for p in row["passages"]
        )
    return Item(
        id=str(row["id"]),
        text=text,
        published=row.get("published"),
        types=types,
        names={cluster: frozenset(found) for cluster, found in names.items()},
        mentions=mentions,
        claims=tuple(_claims(row, mentions)),
        exhaustive=own or bool(row.get("entities_exhaustive")),
        resolved=resolved,
        references=resolved and row.get("references", "yes") != "no" and (own or "genre" in row),
        passages=passages,
    )


def _mentions(row: Mapping[str, Any], text: str) -> tuple[tuple[GoldMention, ...], dict[str, Type]]:
    found: list[GoldMention] = []
    types: dict[str, Type] = {}
    for entity in row["entities"]:
        if entity["type"] not in _TYPES:
            continue
        start, end = entity["start"], entity["end"]
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{start}:{end} is no span of the text")
        # A span that nobody put into a cluster is a cluster of its own, named by its place.
        cluster = str(entity["cluster"]) if "cluster" in entity else f"{start}:{end}"
        types.setdefault(cluster, Type(entity["type"]))
        found.append(GoldMention(start, end, cluster, _form(entity, text[start:end])))
    return tuple(found), types


def _form(entity: Mapping[str, Any], words: str) -> Form:
    if "form" in entity:
        return Form(entity["form"])
    if "named" in entity:
        return Form.NAME if entity["named"] else Form.NOMINAL
    return Form.NAME if any(c.isupper() for c in words) else Form.NOMINAL


def _claims(row: Mapping[str, Any], mentions: tuple[GoldMention, ...]) -> Iterator[Claim]:
    known = {m.cluster for m in mentions}
    for tie in row.get("statements", ()):
        yield Claim(
            tie["subject"], tie["relation"], tie["object"], Status(tie["status"]),
            tie.get("speaker"), tie.get("role"), tie.get("since"),
        )  # fmt: skip
    for tie in row.get("relations", ()):
        if "head_cluster" in tie:
            ends = str(tie["head_cluster"]), str(tie["tail_cluster"])
        else:
            ends = "{}:{}".format(*tie["head"]), "{}:{}".format(*tie["tail"])
        if known.issuperset(ends):  # a date is no entity here
            yield Claim(ends[0], tie["type"], ends[1])
