"""Score where only passages are annotated, by overlapping spans (KnowledgeNet's text F1)."""

from kgbuild.evaluate.gold import Item
from kgbuild.evaluate.score import Drawn, Score
from kgbuild.evaluate.ties import shown
from kgbuild.model import Reading, Referent, Statement
from kgbuild.ontology import Ontology

Tie = tuple[tuple[int, int], str, tuple[int, int]]
"""Subject, relation and object, the ends by their spans."""


def passages(item: Item, reading: Reading, ontology: Ontology, score: Score) -> None:
    """Count the ties of a passage that are drawn, and those that are true."""
    gold: list[Tie] = [(_span(c.subject), c.relation, _span(c.object)) for c in item.claims]
    hit: set[int] = set()
    for said in shown(reading, ontology):
        passage = next((p for p in item.passages or () if p[0] <= said.start < p[1]), None)
        if passage is None or said.relation not in passage[2]:
            continue
        same = {
            number
            for number, tie in enumerate(gold)
            if passage[0] <= tie[0][0] < passage[1] and _is_same(said, tie, reading, ontology)
        }
        hit |= same
        right = bool(same)
        score.drawn.append(Drawn.of(item, said, right=right, status_right=right, forbidden=False))
        score.add("relations", said.relation, found=1, right=right)
    for number, (_, relation, _) in enumerate(gold):
        score.add("relations", relation, gold=1, hit=number in hit)


def _span(cluster: str) -> tuple[int, int]:
    start, _, end = cluster.partition(":")
    return int(start), int(end)


def _is_same(said: Statement, tie: Tie, reading: Reading, ontology: Ontology) -> bool:
    head, relation, tail = tie
    if said.relation != relation:
        return False
    ends = (reading.referents[said.subject], reading.referents[said.object])
    ways = (ends, ends[::-1]) if ontology.relations[relation].symmetric else (ends,)
    return any(_meets(one, *head) and _meets(other, *tail) for one, other in ways)


def _meets(referent: Referent, start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in referent.mentions)
