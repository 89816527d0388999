"""Fit what a confidence means: ``python -m bench.calibrate`` on gold/dev.jsonl.

Reads the development items with confidences unmapped, fits a logistic line for rules and one
for the model alone (Platt 1999, with a prior of two points towards the identity), and writes
``kgbuild/extract/confidence.toml``. Then it prints how reliable the mapped values are.
"""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from kgbuild import ontology
from kgbuild.evaluate import figures, gold, score
from kgbuild.evaluate.score import Drawn
from kgbuild.extract import confidence, pipeline
from kgbuild.model import Article

ROOT = Path(__file__).parents[1]
FILE = ROOT / "kgbuild" / "extract" / "confidence.toml"
PRIOR = 2.0


def drawn(path: Path) -> list[Drawn]:
    """Return every statement read in a file's items, judged."""
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ontology.load())
    return [
        one
        for item in gold.items(path)
        if isinstance(item, gold.Item)
        for one in score.compare(
            item, reader.read(Article("", item.text, item.published)), reader.ontology
        ).drawn
    ]


def fit(found: Sequence[Drawn]) -> tuple[float, float]:
    """Return intercept and slope of right statements over log-odds, by descent.

    The loss is convex; Newton's steps overshoot where the evidence hardly varies.
    """
    odds = np.array([math.log(d.confidence / (1 - d.confidence)) for d in found])
    right = np.array([d.status_right for d in found], float)
    line, prior = np.array([0.0, 1.0]), np.array([0.0, 1.0])
    design = np.stack([np.ones_like(odds), odds], axis=1)
    pace = 1 / (np.linalg.norm(design.T @ design, 2) / 4 + PRIOR)
    for _ in range(20_000):
        share = 1 / (1 + np.exp(-design @ line))
        line = line - pace * (design.T @ (share - right) + PRIOR * (line - prior))
    return round(float(line[0]), 3), round(float(line[1]), 3)


def main() -> None:
    """Fit on the development part, write the file, show the table."""
    text = FILE.read_text(encoding="utf-8")
    head = "".join(f"{line}\n" for line in text.splitlines() if line.startswith("#"))
    confidence.lines = lambda: {"rule": (0.0, 1.0), "model": (0.0, 1.0)}  # type: ignore[assignment]
    found = drawn(ROOT / "gold" / "dev.jsonl")
    rules = fit([d for d in found if d.rule != "model"])
    model = fit([d for d in found if d.rule == "model"])
    FILE.write_text(f"{head}rule = {[*rules]}\nmodel = {[*model]}\n", encoding="utf-8")
    mapped = []
    for one in found:
        low, slope = model if one.rule == "model" else rules
        odds = low + slope * math.log(one.confidence / (1 - one.confidence))
        mapped.append((1 / (1 + math.exp(-odds)), one.status_right))
    for low, high in zip(figures.EDGES, figures.EDGES[1:], strict=False):
        inside = [right for sure, right in mapped if low <= sure < high]
        if inside:
            print(f"{low:.1f}-{high:.1f} {sum(inside) / len(inside):.2f} of {len(inside)}")


if __name__ == "__main__":
    main()
