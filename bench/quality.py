"""How good the ties are, on gold that is there: KnowledgeNet, text to text.

A fact counts as found where a statement of its relation has ends that overlap the gold
spans; false is counted only for relations that the passage is annotated for. Every
eighth text, chosen by a hash of its id, is the test part; no rule was tuned on it.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import corpus
from bench.run import Row
from kgbuild.build import DEFAULT_MODEL
from kgbuild.extract.workers import Settings, load_reader
from kgbuild.model import Article, Reading, Referent


def quality(_: Path) -> Iterator[Row]:
    """Relations on the test part of KnowledgeNet, by the configuration that is timed."""
    path = corpus.gold()
    if path is None:
        yield Row("relation F1 on KnowledgeNet", "not measured", "beside the speed", "no gold here")
        return
    reader, found = load_reader(Settings(DEFAULT_MODEL)), Counter[str]()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if hashlib.sha256(str(row["id"]).encode()).digest()[0] % 8 == 0:
                found += _score(row, reader.read(Article("", row["text"])))
    right, drawn, gold = found["right"], found["drawn"], found["gold"]
    precision, recall = right / max(1, drawn), found["hit"] / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    yield Row(
        "relation F1 on the test part of KnowledgeNet, end to end",
        f"{f1:.2f}",
        "beside the speed",
        f"P {precision:.2f}, R {recall:.2f}; {gold} facts, 15 of the 36 relations",
    )


def _score(row: dict[str, Any], reading: Reading) -> Counter[str]:
    gold = [(r["type"], *r["head"], *r["tail"]) for r in row["relations"]]
    gold = [fact for fact in gold if not fact[0].endswith("_ON")]  # dates are no entities here
    hits, count = set(), Counter[str](gold=len(gold))
    for claim in reading.statements:
        passage = next(
            (p for p in row["passages"] if p["start"] <= claim.start < p["end"]), {"exhaustive": ()}
        )
        if claim.relation not in passage["exhaustive"]:
            continue
        ends = [reading.referents[place] for place in (claim.subject, claim.object)]
        same = {
            fact
            for fact in gold
            if fact[0] == claim.relation
            and passage["start"] <= fact[1] < passage["end"]
            and _meets(ends[0], fact[1], fact[2])
            and _meets(ends[1], fact[3], fact[4])
        }
        hits |= same
        count["drawn"] += 1
        count["right"] += bool(same)
    count["hit"] = len(hits)
    return count


def _meets(referent: Referent, start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in referent.mentions)
