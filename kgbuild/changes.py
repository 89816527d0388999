"""What came and went in the graph since a revision: what a store needs that follows the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass

from kgbuild.projection import Kind, Projection


@dataclass(frozen=True, slots=True)
class Gone:
    """A row that was and is no more.

    For an edge ``start`` is its subject and ``type`` its type in Neo4j; for a mention
    ``id`` is the article and ``start`` the entity; nodes have neither.
    """

    kind: Kind
    id: str
    start: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What came and went after revision ``since`` and makes revision ``revision``.

    ``graph`` is the ledger's own id. With ``since`` 0 the rows are the whole graph.
    """

    graph: str
    since: int
    revision: int
    rows: Projection
    gone: Iterable[Gone] = ()
