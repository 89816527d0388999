"""Compare one reading with one gold item: counts by figure, and what went wrong.

A referent is the gold cluster with whose names or mentions it shares most, of the same type;
each cluster is found once. Figures are named ``entities``, ``entities PERSON``, ``names``,
``pronouns``, ``nominals``, ``relations``, ``relations LEADS``, ``statements``; for each ``gold``,
``found`` and ``right`` are counted.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kgbuild.evaluate.gold import Claim, Item
from kgbuild.model import FACTUAL, Form, Reading, Referent, Statement, Status
from kgbuild.ontology import Ontology

Tie = tuple[str, str, str]
STRANGER = "?"
"""Begins the name of a referent that is no gold entity."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One statement of a reading, judged by the gold."""

    item: str
    relation: str
    rule: str
    confidence: float
    status: Status
    right: bool
    status_right: bool
    forbidden: bool


@dataclass(frozen=True, slots=True)
class Wrong:
    """One difference. ``mark`` is - missed, + false, ~ of another status, ! forbidden."""

    mark: str
    what: str
    sentence: str = ""


@dataclass(slots=True)
class Score:
    """What one item adds to each figure."""

    item: str
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    drawn: list[Drawn] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)

    def add(self, figure: str, gold: int, found: int, right: int) -> None:
        """Add to a figure's counts."""
        self.counts[figure, "gold"] += gold
        self.counts[figure, "found"] += found
        self.counts[figure, "right"] += right


def compare(item: Item, reading: Reading, ontology: Ontology) -> Score:
    """Return how a reading does on an item."""
    score = Score(item.id)
    clusters = _matched(item, reading)
    if item.resolved and item.exhaustive:
        _entities(item, reading, clusters, score)
    if item.exhaustive:
        _names(item, reading, score)
    if item.references:
        _references(item, reading, clusters, score)
    if item.passages is None:
        _ties(item, reading, clusters, ontology, score)
    else:
        _passages(item, reading, ontology, score)
    return score


def _matched(item: Item, reading: Reading) -> list[str]:
    """Return the cluster that each referent is; a stranger's is its own name."""
    found = []
    for referent in reading.referents:
        spans = [(m.start, m.end) for m in referent.mentions]
        ranked = sorted(
            ((_likeness(item, cluster, referent, spans), cluster) for cluster in item.types),
            key=lambda pair: (-pair[0], pair[1]),
        )
        best = ranked[0] if ranked else (0, "")
        found.append(best[1] if best[0] > 0 else f"{STRANGER}{referent.name}")
    return found


def _likeness(
    item: Item, cluster: str, referent: Referent, spans: Iterable[tuple[int, int]]
) -> int:
    if item.types[cluster] is not referent.type:
        return 0
    names = {name.casefold() for name in item.names[cluster]}
    own = {name.casefold() for name in (referent.name, *referent.names)}
    shared = len(names & own)
    marks = {(m.start, m.end) for m in item.mentions if m.cluster == cluster}
    met = sum(span in marks for span in spans)
    return 1000 * bool(shared) + 10 * shared + met if shared or met else 0


def _entities(item: Item, reading: Reading, clusters: list[str], score: Score) -> None:
    counted = {m.cluster for m in item.mentions if m.form is Form.NAME}
    for claim in item.claims:
        counted |= {claim.subject, claim.object}
    seen: set[str] = set()
    for referent, cluster in zip(reading.referents, clusters, strict=True):
        right = cluster in item.types and cluster not in seen
        seen.add(cluster)
        counted.discard(cluster) if right else None
        for figure in ("entities", f"entities {referent.type}"):
            score.add(figure, int(right), 1, int(right))
        if not right:
            score.wrong.append(Wrong("+", f"{referent.type} {referent.name}"))
    for cluster in sorted(counted):
        for figure in ("entities", f"entities {item.types[cluster]}"):
            score.add(figure, 1, 0, 0)
        score.wrong.append(Wrong("-", f"{item.types[cluster]} {_name(item, cluster)}"))


def _name(item: Item, cluster: str) -> str:
    if cluster.startswith(STRANGER):
        return cluster
    return max(item.names[cluster] or {cluster}, key=lambda n: (len(n), n))


def _names(item: Item, reading: Reading, score: Score) -> None:
    gold = {(m.start, m.end, item.types[m.cluster]) for m in item.mentions if m.form is Form.NAME}
    found = {
        (m.start, m.end, r.type)
        for r in reading.referents
        for m in r.mentions
        if m.form is Form.NAME
    }
    for type_ in (None, *sorted({name[2] for name in gold | found})):
        figure = "names" if type_ is None else f"names {type_}"
        mine = {n for n in gold if type_ in (None, n[2])}
        theirs = {n for n in found if type_ in (None, n[2])}
        score.add(figure, len(mine), len(theirs), len(mine & theirs))


def _references(item: Item, reading: Reading, clusters: list[str], score: Score) -> None:
    """Count pronouns and nominals that mean the right thing; spans may differ in length."""
    gold = [m for m in item.mentions if m.form is not Form.NAME]
    for form in (Form.PRONOUN, Form.NOMINAL):
        mine = [m for m in gold if m.form is form]
        found = [
            (m, cluster)
            for r, cluster in zip(reading.referents, clusters, strict=True)
            for m in r.mentions
            if m.form is form
        ]
        hit = {
            (g.start, g.end)
            for g in mine
            for m, cluster in found
            if g.cluster == cluster and m.start < g.end and g.start < m.end
        }
        # A mention that the gold leaves unmarked, as a relative "who", is neither right nor wrong.
        marked = [
            (m, c) for m, c in found if any(m.start < g.end and g.start < m.end for g in gold)
        ]
        right = sum(
            any(g.cluster == c and m.start < g.end and g.start < m.end for g in gold)
            for m, c in marked
        )
        figure = f"{form}s"
        score.counts[figure, "gold"] += len(mine)
        score.counts[figure, "found"] += len(marked)
        score.counts[figure, "right"] += right
        score.counts[figure, "hit"] += len(hit)


def _shown(reading: Reading, ontology: Ontology) -> Iterator[Statement]:
    for claim in reading.statements:
        known = ontology.relations.get(claim.relation)
        if known and known.enabled and not known.hidden:
            yield claim


def _tie(subject: str, relation: str, object_: str, ontology: Ontology) -> Tie:
    subject, object_ = ontology.ends(relation, subject, object_)
    return subject, relation, object_


def _ties(
    item: Item, reading: Reading, clusters: list[str], ontology: Ontology, score: Score
) -> None:
    gold: dict[Tie, list[Claim]] = {}
    for claim in item.claims:
        tie = _tie(claim.subject, claim.relation, claim.object, ontology)
        gold.setdefault(tie, []).append(claim)
    found: dict[Tie, list[Statement]] = {}
    for said in _shown(reading, ontology):
        tie = _tie(clusters[said.subject], said.relation, clusters[said.object], ontology)
        found.setdefault(tie, []).append(said)
    for tie in gold.keys() | found.keys():
        for figure in ("relations", f"relations {tie[1]}"):
            score.add(figure, tie in gold, tie in found, tie in gold and tie in found)
    for tie, claims in sorted(found.items()):
        _judge(item, tie, claims, gold.get(tie, []), score)
    if any(c.status for c in item.claims) or not item.claims:
        _statements(gold, found, score)
    for tie in sorted(gold.keys() - found.keys()):
        what = " ".join((gold[tie][0].status or "", _line(item, tie))).strip()
        score.wrong.append(Wrong("-", what, _sentence_of(item, tie)))
    for tie in gold.keys() & found.keys():
        _details(gold[tie][0], found[tie], clusters, score)


def _statements(
    gold: Mapping[Tie, list[Claim]], found: Mapping[Tie, list[Statement]], score: Score
) -> None:
    mine = {(tie, claim.status) for tie, claims in gold.items() for claim in claims}
    theirs = {(tie, said.status) for tie, all_ in found.items() for said in all_}
    score.add("statements", len(mine), len(theirs), len(mine & theirs))


def _judge(item: Item, tie: Tie, said: list[Statement], claims: list[Claim], score: Score) -> None:
    stated = {claim.status for claim in claims}
    for one in said:
        status_right = one.status in stated or stated == {None}
        forbidden = (
            bool(claims)
            and one.status in FACTUAL
            and None not in stated
            and stated.isdisjoint(FACTUAL)
        )
        score.drawn.append(
            Drawn(
                item.id, one.relation, one.rule, one.confidence, one.status,
                bool(claims), bool(claims) and status_right, forbidden,
            )
        )  # fmt: skip
        score.counts["forbidden", "found"] += forbidden
        mark = "+" if not claims else "!" if forbidden else "" if status_right else "~"
        if mark:
            what = f"{one.status} {_line(item, tie)} [{one.rule} {one.confidence}]"
            if claims:
                what += f", gold: {', '.join(sorted(str(s) for s in stated))}"
            score.wrong.append(Wrong(mark, what, item.text[one.start : one.end]))
    if claims and None not in stated:
        best = max(said, key=lambda one: (one.status in stated, one.confidence))
        right = best.status in stated
        for gold_status in stated if right else sorted(stated)[:1]:  # type: ignore[type-var]
            wanted = best.status if right else gold_status
            score.counts["status", "found"] += 1
            score.counts["status", "right"] += right
            score.counts[f"status {wanted}", "found"] += 1
            score.counts[f"status {wanted}", "right"] += right
            break


def _details(claim: Claim, said: list[Statement], clusters: list[str], score: Score) -> None:
    """Count speaker, role and date of a tie that was found."""
    speakers = {clusters[s.speaker] for s in said if s.speaker is not None}
    if claim.status is None:
        return
    score.add("speaker", bool(claim.speaker), bool(speakers), claim.speaker in speakers)
    roles = {s.role.casefold() for s in said if s.role}
    score.add("role", bool(claim.role), bool(roles), (claim.role or "").casefold() in roles)
    dates = {s.since for s in said if s.since}
    score.add("since", bool(claim.since), bool(dates), claim.since in dates)


def _line(item: Item, tie: Tie) -> str:
    return f"{_name(item, tie[0])} {tie[1]} {_name(item, tie[2])}"


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


def _passages(item: Item, reading: Reading, ontology: Ontology, score: Score) -> None:
    """Score where only passages are annotated, by overlapping spans (KnowledgeNet's text F1)."""
    gold = [(claim, _span(claim.subject), _span(claim.object)) for claim in item.claims]
    hit: set[int] = set()
    for said in _shown(reading, ontology):
        passage = next((p for p in item.passages or () if p[0] <= said.start < p[1]), None)
        if passage is None or said.relation not in passage[2]:
            continue
        ends = [reading.referents[said.subject], reading.referents[said.object]]
        ways = (ends, ends[::-1]) if ontology.relations[said.relation].symmetric else (ends,)
        same = {
            number
            for number, (claim, head, tail) in enumerate(gold)
            if claim.relation == said.relation
            and passage[0] <= head[0] < passage[1]
            and any(_meets(one, *head) and _meets(other, *tail) for one, other in ways)
        }
        hit |= same
        score.drawn.append(
            Drawn(
                item.id, said.relation, said.rule, said.confidence, said.status,
                bool(same), bool(same), forbidden=False,
            )
        )  # fmt: skip
        for figure in ("relations", f"relations {said.relation}"):
            score.counts[figure, "found"] += 1
            score.counts[figure, "right"] += bool(same)
    for number, (claim, *_) in enumerate(gold):
        for figure in ("relations", f"relations {claim.relation}"):
            score.counts[figure, "gold"] += 1
            score.counts[figure, "hit"] += number in hit


def _span(cluster: str) -> tuple[int, int]:
    start, _, end = cluster.partition(":")
    return int(start), int(end)


def _meets(referent: Referent, start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in referent.mentions)
