"""The graph's rows: what Neo4j, NetworkX and every export hold, whatever holds it.

Each row is a plain value; ``properties()`` gives what stands on the node or edge, in
camelCase, sorted as declared, absent values left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, ClassVar

from kgbuild.folding import fold
from kgbuild.model import Status, Type

Value = str | int | float | list[str]


def camel(name: str) -> str:
    """Return a snake_case name in camelCase.

    >>> camel("first_reported")
    'firstReported'
    """
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def _shown(kind: type[Any]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a kind of row that are properties, each with the property's name."""
    if kind not in _SHOWN:
        names = (field.name for field in fields(kind))
        _SHOWN[kind] = tuple((name, camel(name)) for name in names if name not in kind.ENDS)
    return _SHOWN[kind]


_SHOWN: dict[type[Any], tuple[tuple[str, str], ...]] = {}
"""Filled once a kind: every row of every export asks."""


def _plain(value: Value | StrEnum | tuple[str, ...]) -> Value:
    if isinstance(value, tuple):
        return list(value)
    return value.value if isinstance(value, StrEnum) else value


class Row:
    """What the rows have in common: their properties."""

    __slots__ = ()
    ENDS: ClassVar[frozenset[str]] = frozenset()
    """Fields that say where an edge begins and ends, and are no properties."""

    def properties(self) -> dict[str, Value]:
        """Return the properties of the node or edge, absent ones left out."""
        pairs = ((shown, getattr(self, name)) for name, shown in _shown(type(self)))
        return {shown: _plain(value) for shown, value in pairs if value not in (None, ())}


@dataclass(frozen=True, slots=True)
class ArticleRow(Row):
    """An article that some key points to."""

    id: str
    title: str
    url: str | None
    published: str | None
    publisher: str | None
    language: str

    def properties(self) -> dict[str, Value]:
        """Return the properties; ``name`` is the Browser's caption."""
        return {**Row.properties(self), "name": self.title}


@dataclass(frozen=True, slots=True)
class EntityRow(Row):
    """One thing, across all articles; ``aliases`` are proper names only, sorted.

    Of a place that its names leave no doubt about: the ISO 3166-1 alpha-2 code of its country,
    the name of a first-order region, its GeoNames id, its coordinates in degrees (WGS 84).
    """

    id: str
    type: Type
    name: str
    aliases: tuple[str, ...]
    mentions: int
    articles: int
    country: str | None = None
    region: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def search(self) -> tuple[str, ...]:
        """Every name of it, folded and sorted: what a look-up compares with."""
        return tuple(sorted({fold(name) for name in (self.name, *self.aliases)}))

    def properties(self) -> dict[str, Value]:
        """Return the properties, the folded names among them as ``search``."""
        return {**Row.properties(self), "search": list(self.search)}


@dataclass(frozen=True, slots=True)
class MentionRow(Row):
    """An edge ``(entity)-[:MENTIONED_IN {mentions}]->(article)``."""

    ENDS: ClassVar[frozenset[str]] = frozenset({"entity", "article"})
    entity: str
    article: str
    mentions: int


@dataclass(frozen=True, slots=True)
class StatementRow(Row):
    """A node for one sentence's claim, with edges to what it is about.

    ``(s)-[:SUBJECT]->(entity)``, ``-[:OBJECT]->``, ``-[:SAID_BY]->`` where there is a
    speaker, ``-[:STATED_IN]->(article)``.
    """

    ENDS: ClassVar[frozenset[str]] = frozenset({"article", "subject", "object", "speaker"})
    id: str
    article: str
    subject: str
    object: str
    speaker: str | None
    name: str
    relation: str
    status: Status
    role: str | None
    verb: str | None
    since: str | None
    until: str | None
    sentence: str
    start: int
    end: int
    published: str | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class EdgeRow(Row):
    """All statements of one subject, relation, object and status, as one edge.

    ``sentence`` and ``source`` are those of the best statement: by confidence, then
    date, then id.
    """

    ENDS: ClassVar[frozenset[str]] = frozenset({"subject", "object"})
    id: str
    subject: str
    relation: str
    object: str
    status: Status
    statements: int
    articles: int
    first_reported: str | None
    last_reported: str | None
    since: str | None
    until: str | None
    role: str | None
    verb: str | None
    confidence: float
    sentence: str
    source: str

    @property
    def kind(self) -> str:
        """The edge's type in Neo4j: the relation where it is so, else the status."""
        plain = self.status in (Status.ASSERTED, Status.FORMER)
        return self.relation if plain else self.status.value.upper()


@dataclass(frozen=True, slots=True)
class Projection:
    """A graph, or the part of one that a question needs; each kind sorted by id."""

    articles: Iterable[ArticleRow] = ()
    entities: Iterable[EntityRow] = ()
    mentions: Iterable[MentionRow] = ()
    statements: Iterable[StatementRow] = ()
    edges: Iterable[EdgeRow] = ()


def surer(whole: Projection, least: float) -> Projection:
    """Return the projection without statements and edges below a confidence.

    An edge keeps what it says of all its statements: it is as sure as its surest.
    """
    if not least:
        return whole
    return replace(
        whole,
        statements=(row for row in whole.statements if row.confidence >= least),
        edges=(row for row in whole.edges if row.confidence >= least),
    )


class Kind(StrEnum):
    """The kinds of row."""

    ARTICLE = "article"
    ENTITY = "entity"
    MENTION = "mention"
    STATEMENT = "statement"
    EDGE = "edge"
