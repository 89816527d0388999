"""How good the ties are, on gold that is there: KnowledgeNet, text to text, as ``kgbuild eval``.

Every eighth text, chosen by a hash of its id, is kept from training; half of those, on which no
confidence was fitted either, are the test part.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench import corpus
from bench.calibrate import is_fitted
from bench.run import Row
from kgbuild.build import DEFAULT_MODEL
from kgbuild.evaluate import gold
from kgbuild.evaluate.compare import compare
from kgbuild.extract.workers import Settings, load_reader
from kgbuild.model import Article
from training.data import held_out


def quality(_: Path) -> Iterator[Row]:
    """Relations on the test part of KnowledgeNet, by the configuration that is timed."""
    path = corpus.gold()
    if path is None:
        yield Row("relation F1 on KnowledgeNet", "not measured", "beside the speed", "no gold here")
        return
    reader, counts = load_reader(Settings(DEFAULT_MODEL)), Counter[tuple[str, str]]()
    for item in gold.items(path):
        if isinstance(item, gold.Item) and held_out(item.id) and not is_fitted(item.id):
            reading = reader.read(Article("", item.text, item.published))
            counts.update(compare(item, reading, reader.ontology).counts)
    found = {name: counts["relations", name] for name in ("right", "found", "hit", "gold")}
    precision = found["right"] / max(1, found["found"])
    recall = found["hit"] / max(1, found["gold"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    yield Row(
        "relation F1 on the test part of KnowledgeNet, end to end",
        f"{f1:.2f}",
        "beside the speed",
        f"P {precision:.2f}, R {recall:.2f}; {found['gold']} facts, 15 of the 36 relations",
    )
