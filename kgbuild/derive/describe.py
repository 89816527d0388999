"""Say what one article says in terms of entities: its rows in the graph."""

from collections import Counter
from typing import NamedTuple

from kgbuild import names
from kgbuild.model import Article, Reading, Referent, Statement, content_id
from kgbuild.ontology import Ontology
from kgbuild.projection import MentionRow, StatementRow

Entities = tuple[str | None, ...]
"""The entity that each referent is, by its number; None where the user dropped it."""


def mentions(article: Article, found: Reading, entities: Entities) -> list[MentionRow]:
    """Return how often the article refers to each entity."""
    count: Counter[str] = Counter()
    for referent, entity in zip(found.referents, entities, strict=True):
        if entity is not None:
            count[entity] += len(referent.mentions)
    return [MentionRow(entity, article.id, number) for entity, number in sorted(count.items())]


def statements(
    article: Article, found: Reading, entities: Entities, ontology: Ontology
) -> list[StatementRow]:
    """Return what the article states, by id; a claim made twice in a sentence counts once."""
    best: dict[str, StatementRow] = {}
    for claim in found.statements:
        subject, object_ = entities[claim.subject], entities[claim.object]
        if subject is None or object_ is None:
            continue
        speaker = None if claim.speaker is None else entities[claim.speaker]
        ends = _Ends(subject, object_, speaker)
        row = _statement(article, found.referents, claim, ends, ontology)
        if row.id not in best or best[row.id].confidence < row.confidence:
            best[row.id] = row
    return [best[id_] for id_ in sorted(best)]


class _Ends(NamedTuple):
    """The entities that a statement speaks of."""

    subject: str
    object: str
    speaker: str | None


def _statement(
    article: Article,
    referents: tuple[Referent, ...],
    claim: Statement,
    entities: _Ends,
    ontology: Ontology,
) -> StatementRow:
    ends = ontology.ends(claim.relation, entities.subject, entities.object)
    subject, object_ = referents[claim.subject], referents[claim.object]
    what = claim.verb or claim.relation
    keys = (names.key(referent.type, referent.name) for referent in (subject, object_))
    dates = (claim.role, claim.verb, claim.since, claim.until)
    identity = (article.id, claim.start, claim.end, *keys, claim.relation, claim.status, *dates)
    return StatementRow(
        id=content_id(*identity),
        article=article.id,
        subject=ends[0],
        object=ends[1],
        speaker=entities.speaker,
        name=f"{subject.name} {what} {object_.name}",
        relation=claim.relation,
        status=claim.status,
        role=claim.role,
        verb=claim.verb,
        since=claim.since,
        until=claim.until,
        sentence=" ".join(article.text[claim.start : claim.end].split()),
        start=claim.start,
        end=claim.end,
        published=article.published,
        confidence=round(claim.confidence, 3),
        rule=claim.rule,
    )
