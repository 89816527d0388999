"""Score readings against gold news items: entities, ties with their status, forbidden facts.

``python -m tests.extract.score tests/extract/gold/dev.jsonl --errors`` prints the figures
and what was missed (-), false (+) or forbidden (!). A forbidden fact is a tie drawn as a
fact that the item denies, hedges, plans or only alleges.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgbuild import ontology
from kgbuild.extract import pipeline
from kgbuild.model import FACTUAL, Article, Reading, Referent

GOLD = Path(__file__).parent / "gold"
Tie = tuple[str, str, str, str]
"""Subject, relation, object, status; an end that is no gold entity begins with "?"."""


@dataclass(slots=True)
class Score:
    """Counts over items, and the differences as lines."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def f1(self, kind: str) -> tuple[float, float, float]:
        """Return precision, recall and their mean of "entity" or "tie"."""
        right = self.counts[f"{kind} right"]
        precision = right / max(1, self.counts[f"{kind} found"])
        recall = right / max(1, self.counts[f"{kind} gold"])
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    @property
    def forbidden(self) -> int:
        """How many ties are drawn as facts that the items do not state as facts."""
        return self.counts["forbidden"]


def items(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the gold items of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def score(path: Path) -> Score:
    """Read every item of a file by the real model and compare."""
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ontology.load())
    total = Score()
    for item in items(path):
        reading = reader.read(Article("", item["text"], item["published"]))
        compare(item, reading, total)
    return total


def compare(item: dict[str, Any], reading: Reading, total: Score) -> None:
    """Add one item's counts and differences to the total."""
    names = _entities(item, reading, total)
    _ties(item, reading, names, total)


def _entities(item: dict[str, Any], reading: Reading, total: Score) -> list[str]:
    """Count the entities; return what each referent is called in the gold."""
    called = []
    matched: set[str] = set()
    for referent in reading.referents:
        gold = next((e for e in item["entities"] if _same(referent, e)), None)
        if gold is not None and gold["name"] in matched:  # a second node for one thing
            gold = None
            called.append(next(e["name"] for e in item["entities"] if _same(referent, e)))
        else:
            called.append(gold["name"] if gold else f"?{referent.name}")
        if gold is None:
            total.lines.append(f"{item['id']} + {referent.type} {referent.name}")
        else:
            matched.add(gold["name"])
    for gold in item["entities"]:
        if gold["name"] not in matched:
            total.lines.append(f"{item['id']} - {gold['type']} {gold['name']}")
    total.counts["entity right"] += len(matched)
    total.counts["entity found"] += len(reading.referents)
    total.counts["entity gold"] += len(item["entities"])
    return called


def _same(referent: Referent, gold: dict[str, Any]) -> bool:
    names = {name.casefold() for name in (referent.name, *referent.names)}
    return referent.type == gold["type"] and any(n.casefold() in names for n in gold["names"])


def _ties(item: dict[str, Any], reading: Reading, names: list[str], total: Score) -> None:
    both_ways = {r.name for r in ontology.load().relations.values() if r.symmetric}
    gold = {_tie(s["subject"], s["relation"], s["object"], s["status"], both_ways): s
            for s in item["statements"]}  # fmt: skip
    found = {
        _tie(names[s.subject], s.relation, names[s.object], s.status.value, both_ways): s
        for s in reading.statements
        if s.relation != "RELATED_TO"
    }
    for tie in found:
        if tie in gold:
            continue
        stated = {g[3] for g in gold if g[:3] == tie[:3]}
        forbidden = tie[3] in FACTUAL and stated and stated.isdisjoint(FACTUAL)
        total.counts["forbidden"] += bool(forbidden)
        total.lines.append(f"{item['id']} {'!' if forbidden else '+'} {' '.join(tie)}")
    total.lines += [f"{item['id']} - {' '.join(tie)}" for tie in gold if tie not in found]
    total.counts["tie right"] += sum(tie in gold for tie in found)
    total.counts["tie found"] += len(found)
    total.counts["tie gold"] += len(gold)


def _tie(subject: str, relation: str, object_: str, status: str, both_ways: set[str]) -> Tie:
    if relation in both_ways:
        subject, object_ = sorted((subject, object_))
    return subject, relation, object_, status


def main() -> None:
    """Print the figures of a gold file."""
    parser = argparse.ArgumentParser(prog="python -m tests.extract.score")
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD / "dev.jsonl")
    parser.add_argument("--errors", action="store_true", help="print what differs, too")
    options = parser.parse_args()
    total = score(options.gold)
    lines = total.lines if options.errors else []
    for kind in ("entity", "tie"):
        precision, recall, mean = total.f1(kind)
        counts = "{} gold, {} found".format(
            *(total.counts[f"{kind} {w}"] for w in ("gold", "found"))
        )
        lines.append(f"{kind:7} P {precision:.3f} R {recall:.3f} F {mean:.3f}  ({counts})")
    lines.append(f"forbidden facts: {total.forbidden}")
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main()
