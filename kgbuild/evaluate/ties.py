"""Count what a reading says of an item's ties: whether they are there, and of what status."""

from collections.abc import Iterator

from kgbuild.evaluate.clusters import line
from kgbuild.evaluate.gold import Claim, Item
from kgbuild.evaluate.score import Drawn, Score, Wrong
from kgbuild.model import FACTUAL, Reading, Statement, Status
from kgbuild.ontology import Ontology

Tie = tuple[str, str, str]
"""Subject, relation and object, the ends by their clusters."""


def ties(
    item: Item, reading: Reading, clusters: list[str], ontology: Ontology, score: Score
) -> None:
    """Count ties, statements (ties with their status), and the details of ties found."""
    gold: dict[Tie, list[Claim]] = {}
    for claim in item.claims:
        tie = _tie(claim.subject, claim.relation, claim.object, ontology)
        gold.setdefault(tie, []).append(claim)
    found: dict[Tie, list[Statement]] = {}
    for said in shown(reading, ontology):
        tie = _tie(clusters[said.subject], said.relation, clusters[said.object], ontology)
        found.setdefault(tie, []).append(said)
    for tie in gold.keys() | found.keys():
        right = tie in gold and tie in found
        score.add("relations", tie[1], gold=tie in gold, found=tie in found, right=right)
    for tie, all_ in sorted(found.items()):
        _judge(item, tie, all_, gold.get(tie, []), score)
    if any(c.status for c in item.claims) or not item.claims:
        mine = {(tie, claim.status) for tie, claims in gold.items() for claim in claims}
        theirs = {(tie, said.status) for tie, all_ in found.items() for said in all_}
        score.add("statements", gold=len(mine), found=len(theirs), right=len(mine & theirs))
    for tie in sorted(gold.keys() - found.keys()):
        what = f"{gold[tie][0].status or ''} {line(item, *tie)}".strip()
        score.wrong.append(Wrong("-", what, _sentence_of(item, tie)))
    for tie in gold.keys() & found.keys():
        _details(gold[tie][0], found[tie], clusters, score)


def shown(reading: Reading, ontology: Ontology) -> Iterator[Statement]:
    """Yield the statements whose relations the graph shows."""
    for claim in reading.statements:
        known = ontology.relations.get(claim.relation)
        if known and known.enabled and not known.hidden:
            yield claim


def _tie(subject: str, relation: str, object_: str, ontology: Ontology) -> Tie:
    subject, object_ = ontology.ends(relation, subject, object_)
    return subject, relation, object_


def _judge(item: Item, tie: Tie, said: list[Statement], claims: list[Claim], score: Score) -> None:
    """Judge what is said of a tie by what the gold claims of it, which may be nothing."""
    stated = {claim.status for claim in claims}
    for one in said:
        _judge_one(item, tie, one, stated, score)
    known = {status for status in stated if status is not None}
    if claims and len(known) == len(stated):
        best = max(said, key=lambda one: (one.status in known, one.confidence))
        right = best.status in known
        score.add("status", best.status if right else min(known), found=1, right=right)


def _judge_one(
    item: Item, tie: Tie, one: Statement, stated: set[Status | None], score: Score
) -> None:
    """Judge one statement; ``stated`` are the statuses that the gold gives its tie."""
    right = bool(stated)
    status_right = one.status in stated or stated == {None}
    forbidden = right and one.status in FACTUAL and stated.isdisjoint((*FACTUAL, None))
    score.drawn.append(
        Drawn.of(item, one, right=right, status_right=status_right, forbidden=forbidden)
    )
    score.counts["forbidden", "found"] += forbidden
    mark = "+" if not right else "!" if forbidden else "" if status_right else "~"
    if mark:
        what = f"{one.status} {line(item, *tie)} [{one.rule} {one.confidence}]"
        if stated:
            what += f", gold: {', '.join(sorted(str(s) for s in stated))}"
        score.wrong.append(Wrong(mark, what, item.text[one.start : one.end]))


def _details(claim: Claim, said: list[Statement], clusters: list[str], score: Score) -> None:
    """Count speaker, role and date of a tie that was found."""
    if claim.status is None:
        return
    role = claim.role and claim.role.casefold()
    speakers = {clusters[s.speaker] for s in said if s.speaker is not None}
    roles = {s.role.casefold() for s in said if s.role}
    dates = {s.since for s in said if s.since}
    for figure, wanted, told in (
        ("speaker", claim.speaker, speakers),
        ("role", role, roles),
        ("since", claim.since, dates),
    ):
        score.add(figure, gold=bool(wanted), found=bool(told), right=wanted in told)


def _sentence_of(item: Item, tie: Tie) -> str:
    """Return the first stretch up to a full stop that mentions both ends, or else one."""
    spots = [[m for m in item.mentions if m.cluster == end] for end in (tie[0], tie[2])]
    pairs = [(abs(a.start - b.start), a.start, b.start) for a in spots[0] for b in spots[1]]
    if not pairs:
        return ""
    _, *ends = min(pairs)
    start = max(item.text.rfind(mark, 0, min(ends)) for mark in (". ", "\n")) + 1
    stop = item.text.find(". ", max(ends))
    return " ".join(item.text[start : stop + 1 if stop > 0 else None].split())
