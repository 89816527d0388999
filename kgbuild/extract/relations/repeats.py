"""Which of some statements to keep: not what another says again, closer or more surely."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kgbuild.extract.neural import scores
from kgbuild.extract.relations import learned
from kgbuild.extract.text.facts import SEATS, WHEREABOUTS
from kgbuild.model import FACTUAL, Statement
from kgbuild.ontology import Ontology

_THERE = WHEREABOUTS | SEATS | {"EDUCATED_AT"}
"""Told of a place, they are not told of the wider one as well: "was born in Linz, Austria"."""
_IMPLIED = {
    "WORKS_FOR": ("LEADS", "PLAYS_FOR"),
    "LOCATED_IN": ("HEADQUARTERED_IN", "CAPITAL_OF"),
    "OPERATES_IN": ("HEADQUARTERED_IN",),
}


def surer(by_rule: Sequence[Statement], by_model: Sequence[Statement]) -> list[Statement]:
    """Return what rules find and what the model adds; of two ties of one pair the surer."""
    kept, added = list(by_rule), []
    for new in by_model:
        rivals = [old for old in kept if learned.excludes(key_of(old), key_of(new))]
        if all(old.relation != new.relation and old.confidence < new.confidence for old in rivals):
            kept = [old for old in kept if old not in rivals]
            added.append(new)
    return [*kept, *added]


def key_of(statement: Statement) -> scores.Key:
    """Return the ends and the relation of a statement."""
    return statement.subject, statement.relation, statement.object


def tie_of(statement: Statement, ontology: Ontology) -> scores.Key:
    """Return its key, the same for both directions of a symmetric tie."""
    subject, relation, object_ = key_of(statement)
    first, second = ontology.ends(relation, subject, object_)
    return first, relation, second


def without_repeats(found: Iterable[Statement]) -> list[Statement]:
    """Keep of equal ties the surest; the other's role and dates fill its gaps."""
    kept: dict[tuple[object, ...], Statement] = {}
    for new in found:
        key = (*key_of(new), new.status, new.role, new.verb)
        old = kept.get(key)
        if old is None or new.confidence > old.confidence:
            kept[key] = new if old is None else replace(new, since=new.since or old.since)
    return list(kept.values())


def one_way(found: list[Statement], ontology: Ontology) -> list[Statement]:
    """Keep one direction of a symmetric tie."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for item in found:
        key = (*tie_of(item, ontology), item.status, item.role, item.verb)
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept


def without_implied(found: list[Statement]) -> Iterator[Statement]:
    """Leave out a tie that a more specific one of the same ends says."""
    said = {(*key_of(s), s.status) for s in found}
    for item in found:
        closer = _IMPLIED.get(item.relation, ())
        if not any((item.subject, name, item.object, item.status) in said for name in closer):
            yield item


def without_wider(found: Sequence[Statement]) -> Iterator[Statement]:
    """Leave out where one is, if a place that lies in there is told: "born in Linz, Austria".

    So does our gold, of news; KnowledgeNet's, of portraits, has both.
    """
    inner: dict[int, set[int]] = {}
    for item in found:
        if item.relation == "LOCATED_IN" and item.status in FACTUAL:
            inner.setdefault(item.object, set()).add(item.subject)
    told = {(*key_of(s), s.status) for s in found if s.relation in _THERE}
    for item in found:
        subject, relation, place = key_of(item)
        within = inner.get(place, ()) if relation in _THERE else ()
        if not any((subject, relation, one, item.status) in told for one in within):
            yield item
