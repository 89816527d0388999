"""Return no more of the graph than a question needs: what lies around some entities."""

import json
from collections.abc import Collection, Sequence

from kgbuild.ledger import rows
from kgbuild.ledger.store import Ledger
from kgbuild.projection import (
    ArticleRow,
    EdgeRow,
    EntityRow,
    Kind,
    MentionRow,
    Projection,
    StatementRow,
)

_IN = "IN (SELECT value FROM json_each(:ids))"
_ENDS = f"(r.subject {_IN} OR r.object {_IN})"
_MENTIONS = f"r.article IN (SELECT article FROM row_mention WHERE entity {_IN})"  # noqa: S608


def part(ledger: Ledger, kinds: Collection[Kind]) -> Projection:
    """Return the rows of some kinds, all of them."""
    whole = rows.projection(ledger)
    return Projection(
        articles=whole.articles if Kind.ARTICLE in kinds else (),
        entities=whole.entities if Kind.ENTITY in kinds else (),
        mentions=whole.mentions if Kind.MENTION in kinds else (),
        statements=whole.statements if Kind.STATEMENT in kinds else (),
        edges=whole.edges if Kind.EDGE in kinds else (),
    )


def around(ledger: Ledger, entities: Sequence[str], kinds: Collection[Kind]) -> Projection:
    """Return the rows of some kinds that touch the entities, with all that these rows name."""
    ids = json.dumps(entities)
    edges = [*rows.get(ledger, EdgeRow, _ENDS, ids=ids)] if Kind.EDGE in kinds else []
    statements = (
        [*rows.get(ledger, StatementRow, _ENDS, ids=ids)] if Kind.STATEMENT in kinds else []
    )
    mentions = [*rows.get(ledger, MentionRow, _MENTIONS, ids=ids)] if Kind.MENTION in kinds else []
    ties: list[EdgeRow | StatementRow] = [*edges, *statements]
    ends = {end for row in ties for end in (row.subject, row.object)}
    ends |= {row.speaker for row in statements if row.speaker} | {row.entity for row in mentions}
    told = {row.article for row in statements} | {row.article for row in mentions}
    return Projection(
        articles=rows.get(ledger, ArticleRow, f"r.id {_IN}", ids=json.dumps(sorted(told)))
        if Kind.ARTICLE in kinds
        else (),
        entities=rows.get(
            ledger, EntityRow, f"r.id {_IN}", ids=json.dumps(sorted(ends | {*entities}))
        ),
        mentions=mentions,
        statements=statements,
        edges=edges,
    )
