"""Count what a reading finds of an item's things: entities, names, and what refers to them."""

from kgbuild.evaluate.clusters import name
from kgbuild.evaluate.gold import GoldMention, Item
from kgbuild.evaluate.score import Score, Wrong
from kgbuild.model import Form, Mention, Reading


def entities(item: Item, reading: Reading, clusters: list[str], score: Score) -> None:
    """Count the things themselves; each cluster is found once."""
    missed = {m.cluster for m in item.mentions if m.form is Form.NAME}
    for claim in item.claims:
        missed |= {claim.subject, claim.object}
    seen: set[str] = set()
    for referent, cluster in zip(reading.referents, clusters, strict=True):
        right = cluster in item.types and cluster not in seen
        seen.add(cluster)
        score.add("entities", referent.type, gold=right, found=1, right=right)
        if not right:
            score.wrong.append(Wrong("+", f"{referent.type} {referent.name}"))
    for cluster in sorted(missed - seen):
        score.add("entities", item.types[cluster], gold=1)
        score.wrong.append(Wrong("-", f"{item.types[cluster]} {name(item, cluster)}"))


def names(item: Item, reading: Reading, score: Score) -> None:
    """Count the proper names: their spans and types."""
    gold = {(m.start, m.end, item.types[m.cluster]) for m in item.mentions if m.form is Form.NAME}
    found = {
        (m.start, m.end, r.type)
        for r in reading.referents
        for m in r.mentions
        if m.form is Form.NAME
    }
    for one in gold | found:
        right = one in gold and one in found
        score.add("names", one[2], gold=one in gold, found=one in found, right=right)


def references(item: Item, reading: Reading, clusters: list[str], score: Score) -> None:
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
        # A mention that the gold leaves unmarked, as a relative "who", is neither right nor wrong.
        marked = sum(any(_meet(m, g) for g in gold) for m, _ in found)
        right = sum(any(g.cluster == c and _meet(m, g) for g in gold) for m, c in found)
        hit = {(g.start, g.end) for g in mine for m, c in found if g.cluster == c and _meet(m, g)}
        score.add(f"{form}s", gold=len(mine), found=marked, right=right, hit=len(hit))


def _meet(one: Mention, other: GoldMention) -> bool:
    return one.start < other.end and other.start < one.end
