"""Say what one article says in terms of entities: its rows in the graph."""

from collections import Counter

from kgbuild import names
from kgbuild.model import Article, Reading, Referent, Statement, content_id
from kgbuild.ontology import Ontology
from kgbuild.projection import MentionRow, StatementRow


def mentions(article: Article, found: Reading, entities: tuple[str, ...]) -> list[MentionRow]:
    """Return how often the article refers to each entity; ``entities`` go by referent."""
    count: Counter[str] = Counter()
    for referent, entity in zip(found.referents, entities, strict=True):
        count[entity] += len(referent.mentions)
    return [MentionRow(entity, article.id, number) for entity, number in sorted(count.items())]


def statements(
    article: Article, found: Reading, entities: tuple[str, ...], ontology: Ontology
) -> list[StatementRow]:
    """Return what the article states, by id; a claim made twice in a sentence counts once."""
    best: dict[str, StatementRow] = {}
    for claim in found.statements:
        row = _statement(article, found.referents, claim, entities, ontology)
        if row.id not in best or best[row.id].confidence < row.confidence:
            best[row.id] = row
    return [best[id_] for id_ in sorted(best)]


def _statement(
    article: Article,
    referents: tuple[Referent, ...],
    claim: Statement,
    entities: tuple[str, ...],
    ontology: Ontology,
) -> StatementRow:
    ends = [entities[claim.subject], entities[claim.object]]
    relation = ontology.relations.get(claim.relation)
    if relation is not None and relation.symmetric:
        ends.sort()
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
        speaker=None if claim.speaker is None else entities[claim.speaker],
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
