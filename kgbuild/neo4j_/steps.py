"""Cut a ledger's changes into steps: a statement of ``cypher/load/`` and its rows."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from kgbuild import cypher
from kgbuild.changes import Gone
from kgbuild.ontology import NAME
from kgbuild.projection import (
    ArticleRow,
    EdgeRow,
    EntityRow,
    Kind,
    MentionRow,
    Projection,
    StatementRow,
)

T = TypeVar("T")

BATCH = 5000
"""Rows of a step, at most."""
WINDOW = 4 * BATCH
"""Edges held at a time, to be grouped by their type: Neo4j is four times as fast so."""
UNSURE = frozenset({"PLANNED", "POSSIBLE", "ALLEGED", "DENIED"})
"""Types of edges that say what is not so, or not for sure."""
PLACEHOLDER = "RELATION"
_GONE = {
    Kind.EDGE: "edges",
    Kind.MENTION: "mentions",
    Kind.STATEMENT: "statements",
    Kind.ENTITY: "entities",
    Kind.ARTICLE: "articles",
}
"""What is removed, in this order, by its name in ``load/gone``."""


@dataclass(frozen=True, slots=True)
class Step:
    """A statement and the rows it is given; ``strict`` if each row must find its place.

    A row may hold several that are gone: ``size`` counts them.
    """

    text: str
    rows: list[dict[str, Any]]
    strict: bool = True
    gone: int = 0

    @property
    def size(self) -> int:
        """How many rows of the ledger's tables it brings or removes."""
        return self.gone or len(self.rows)


def upserts(rows: Projection, relations: Collection[str]) -> Iterator[Step]:
    """Yield the steps that add and replace, nodes before the edges that need them.

    Raises:
        ValueError: An edge's type is not among the relations.
    """
    for batch in batches(map(_article, rows.articles)):
        yield Step(cypher.statement("load/articles"), batch)
    for batch in batches(map(_entity, rows.entities)):
        yield Step(cypher.statement("load/entities"), batch)
    for batch in batches(map(_statement, rows.statements)):
        yield Step(cypher.statement("load/statements"), batch)
    for batch in batches(map(_mention, rows.mentions)):
        yield Step(cypher.statement("load/mentions"), batch)
    for window in batches(rows.edges, WINDOW):
        yield from _edges(window, relations)


def removals(gone: Iterable[Gone]) -> Iterator[Step]:
    """Yield the steps that remove, edges before the nodes they hang on."""
    rank = {kind: place for place, kind in enumerate(_GONE)}
    for batch in batches(sorted(gone, key=lambda one: rank[one.kind])):
        held: dict[str, list[dict[str, Any]]] = {name: [] for name in _GONE.values()}
        for one in batch:
            held[_GONE[one.kind]].append({"id": one.id, "start": one.start})
        yield Step(cypher.statement("load/gone"), [held], strict=False, gone=len(batch))


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Yield the items in lists of at most ``size``.

    >>> list(batches("abc", 2))
    [['a', 'b'], ['c']]
    """
    rest = iter(items)
    return iter(lambda: list(islice(rest, size)), [])


def edge_statement(kind: str, relations: Collection[str]) -> str:
    """Return the statement for edges of one type, which must be known and plain.

    Raises:
        ValueError: It is not.
    """
    if not NAME.match(kind) or kind not in UNSURE.union(relations):
        raise ValueError(f"{kind!r} is no relation of the ontology")
    return cypher.statement("load/edges").replace(PLACEHOLDER, kind)


def _edges(rows: Iterable[EdgeRow], relations: Collection[str]) -> Iterator[Step]:
    kinds: dict[str, list[EdgeRow]] = {}
    for row in rows:
        kinds.setdefault(row.kind, []).append(row)
    for kind, edges in sorted(kinds.items()):
        step = partial(Step, edge_statement(kind, relations))
        yield from map(step, batches(map(_edge, edges)))


def _article(row: ArticleRow) -> dict[str, Any]:
    return {"id": row.id, "properties": row.properties()}


def _entity(row: EntityRow) -> dict[str, Any]:
    return {"id": row.id, "label": row.type.label, "properties": row.properties()}


def ends(row: StatementRow) -> dict[str, str]:
    """Return where a statement's edges lead, by their type."""
    found = {"SUBJECT": row.subject, "OBJECT": row.object, "STATED_IN": row.article}
    return found if row.speaker is None else {**found, "SAID_BY": row.speaker}


def _statement(row: StatementRow) -> dict[str, Any]:
    return {"id": row.id, "ends": ends(row), "properties": row.properties()}


def _mention(row: MentionRow) -> dict[str, Any]:
    return {"entity": row.entity, "article": row.article, "properties": row.properties()}


def _edge(row: EdgeRow) -> dict[str, Any]:
    ids = {"id": row.id, "subject": row.subject, "object": row.object}
    return {**ids, "properties": row.properties()}
