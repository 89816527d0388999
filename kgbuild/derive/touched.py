"""The rows that a change writes, and the entities and edges that must be summed up for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kgbuild.derive import sums
from kgbuild.derive.sums import Tie
from kgbuild.ledger import index, rows
from kgbuild.ledger.store import Ledger
from kgbuild.ledger.sums import mention_counts
from kgbuild.model import content_id
from kgbuild.projection import EdgeRow, EntityRow, MentionRow, Row, StatementRow

Told = MentionRow | StatementRow
"""A row of what one article says."""


@dataclass(slots=True)
class Touched:
    """What of the graph one transaction touches, under the revision that it makes.

    ``counts`` are by how many mentions and articles entities changed; where all is made ``anew``
    they are counted instead. ``happened`` says whether any row was written.
    """

    ledger: Ledger
    revision: int
    anew: bool
    entities: set[str] = field(default_factory=set)
    ties: set[Tie] = field(default_factory=set)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    happened: bool = False

    def everything(self) -> None:
        """Touch all entities and edges that there are."""
        self.entities.update(row.id for row in rows.get(self.ledger, EntityRow, "1"))
        self.ties.update(map(sums.tie, rows.get(self.ledger, EdgeRow, "1")))
        self.ties.update(map(sums.tie, rows.get(self.ledger, StatementRow, "1")))

    def tell(self, article: str, wanted: Iterable[Told]) -> None:
        """Write what an article says, in place of what it said before."""
        self.happened |= rows.put_article(self.ledger, article, self.revision)
        before = {_identity(row): row for row in rows.said_by(self.ledger, article)}
        after = {_identity(row): row for row in wanted}
        for identity, row in before.items():
            if identity not in after:
                self._count(row, -1)
                self._drop(row)
        for identity, row in after.items():
            if rows.put(self.ledger, row, self.revision):
                self.happened = True
                self._count(row, 1)
                if identity in before:
                    self._count(before[identity], -1)

    def forget(self, article: str) -> None:
        """Take an article out of the graph, with all that it says."""
        for row in rows.said_by(self.ledger, article):
            self._count(row, -1)
            self._drop(row)
        if (node := rows.article(self.ledger, article)) is not None:
            self._drop(node)

    def sum_up(self) -> None:
        """Sum up the touched entities and edges."""
        for id_ in sorted(self.entities):
            self._sum_up_entity(id_)
        for tie in sorted(self.ties):
            edge = sums.edge(self.ledger, tie)
            if edge is not None:
                self.happened |= rows.put(self.ledger, edge, self.revision)
            else:
                for row in [*rows.get(self.ledger, EdgeRow, "r.id = ?", content_id(*tie))]:
                    self._drop(row)

    def _sum_up_entity(self, id_: str) -> None:
        before = next(rows.get(self.ledger, EntityRow, "r.id = ?", id_), None)
        entity = sums.entity(self.ledger, id_, self._counted(id_, before))
        if entity is not None:
            self.happened |= rows.put(self.ledger, entity, self.revision)
            index.spell(self.ledger, id_, entity.search)
        elif before is not None:
            index.spell(self.ledger, id_, ())
            self._drop(before)

    def _counted(self, id_: str, before: EntityRow | None) -> tuple[int, int]:
        """Return an entity's mentions and articles."""
        if self.anew:
            return mention_counts(self.ledger, id_)
        mentions, articles = self.counts.get(id_, (0, 0))
        if before is None:
            return mentions, articles
        return before.mentions + mentions, before.articles + articles

    def _count(self, row: Told, sign: int) -> None:
        """Touch what a row that comes or goes speaks of; of an entity, note by how much."""
        if isinstance(row, StatementRow):
            self.ties.add(sums.tie(row))
            return
        mentions, articles = self.counts.get(row.entity, (0, 0))
        self.counts[row.entity] = mentions + sign * row.mentions, articles + sign
        self.entities.add(row.entity)

    def _drop(self, row: Row) -> None:
        """Take a row out of the graph."""
        rows.drop(self.ledger, row, self.revision)
        self.happened = True


def _identity(row: Told) -> object:
    return (row.entity, row.article) if isinstance(row, MentionRow) else row.id
