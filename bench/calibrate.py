"""Fit what a confidence means: ``python -m bench.calibrate`` on gold/dev.jsonl and KnowledgeNet.

Of KnowledgeNet it takes half of what no weights saw (``bench quality`` measures on the other half):
that tells how far the model is to be trusted where nobody speaks. Reads the items with everything
drawn that a rule or the model proposes, fits one logistic regression on what speaks for each (ridge
towards nothing, more so for what only one relation says), and writes
``kgbuild/extract/truth/confidence.toml``. What it then prints is cross-validated over items: how
reliable the values are, and precision and recall by the least confidence that is drawn.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import corpus
from kgbuild import ontology
from kgbuild.evaluate import figures, gold
from kgbuild.evaluate.compare import compare
from kgbuild.extract import pipeline
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.truth import confidence
from kgbuild.model import Article
from training.data import held_out as kept_back
from training.data import part_of

ROOT = Path(__file__).parents[1]
FILE = ROOT / "kgbuild" / "extract" / "truth" / "confidence.toml"
HEAD = """# What each feature weighs as log-odds of a statement being right; see confidence.py.
# Made by python -m bench.calibrate from gold/dev.jsonl and half of KnowledgeNet's kept back.
"""
RIDGE, RIDGE_RELATION, FOLDS = 0.5, 4.0, 5
DRAWN, PLAIN = 0.5, 0.35
"""What is drawn at least; a rule between two names is nearly always right, even there."""
SIGNS = {
    **dict.fromkeys(("rule_odds", "told", "told_alone", "stands", "gathered"), 1),
    **dict.fromkeys(("unnamed", "unsure", "apart", "weakened"), -1),
    **dict.fromkeys(("other_object", "other_subject"), -1),
}
"""What makes surer, and what less sure: no weight may say the contrary."""
FEW, PRECISION, SUREST = 10, 0.83, 0.85
"""From so many ties on, a relation must be so precise, or only its surer ones are drawn: .8 and a
little, since what is drawn in earnest gives way to surer ties, which here it does not. Samples are
small: it must be so with FEW ties more that are as good as all are on the average, and without."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One proposed statement: its features, and whether it is right."""

    item: int
    relation: str
    features: tuple[float, ...]
    tie_right: bool
    right: bool


def is_fitted(identifier: str) -> bool:
    """Say whether confidences are fitted on a text of KnowledgeNet; half of those kept back."""
    return kept_back(identifier) and part_of(identifier, 1, 2) == 0


def cases(items: Iterable[gold.Item]) -> tuple[list[Case], int]:
    """Return every statement proposed in some items, judged, and how many the gold has."""
    of, weights = confidence.of, confidence.weights
    known, noted = weights(), dict[float, tuple[float, ...]]()

    def note(fact: Fact, evidence: confidence.Evidence, **how: bool) -> float:
        # Unrounded and apart, so that the statement can be told by its confidence.
        value = of(fact, evidence, **how) + len(noted) * 1e-9
        noted[value] = confidence.features(fact, evidence, **how)
        return value

    confidence.of = note
    confidence.weights = lambda: replace(known, drawn=0.0, plain=0.0, more={})  # type: ignore[assignment]
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ontology.load())
    found, wanted = [], 0
    for number, item in enumerate(items):
        reading = reader.read(Article("", item.text, item.published))
        judged = compare(item, reading, reader.ontology)
        wanted += judged.counts["relations", "gold"]
        found += [
            # KnowledgeNet says nothing of a status.
            Case(number, d.relation, noted[d.confidence], d.right,
                 d.right if item.passages else d.status_right)
            for d in judged.drawn
            if d.confidence in noted  # those of bylines stand as they are
        ]  # fmt: skip
    confidence.of, confidence.weights = of, weights
    return found, wanted


def design(found: Sequence[Case], relations: Sequence[str]) -> Floats:
    """Return (cases, features and relations)."""
    rows = np.zeros((len(found), len(confidence.FEATURES) + len(relations)))
    for row, case in zip(rows, found, strict=True):
        row[: len(case.features)] = case.features
        if case.relation in relations:
            row[len(case.features) + relations.index(case.relation)] = 1
    return rows


def fit(rows: Floats, right: Floats) -> Floats:
    """Return the weights of the ridge regression, by Newton's method."""
    ridge = np.full(rows.shape[1], RIDGE_RELATION)
    ridge[: len(confidence.FEATURES)] = RIDGE
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        share = _share(rows @ weights)
        slope = rows.T @ (share - right) + ridge * weights
        bend = (rows * (share * (1 - share))[:, None]).T @ rows + np.diag(ridge)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def fit_signed(rows: Floats, right: Floats) -> Floats:
    """Return the weights, 0 instead of any whose sign is the contrary of SIGNS."""
    rows = rows.copy()
    weights = fit(rows, right)
    for place, name in enumerate(confidence.FEATURES):
        if weights[place] * SIGNS.get(name, 0) < 0:
            rows[:, place] = 0
            weights = fit(rows, right)
    return weights


def held_out(found: Sequence[Case], rows: Floats, right: Floats) -> Floats:
    """Return each case's confidence by weights that have not seen its item."""
    told = np.zeros(len(found))
    for fold in range(FOLDS):
        mine = np.array([case.item % FOLDS == fold for case in found])
        told[mine] = _share(rows[mine] @ fit_signed(rows[~mine], right[~mine]))
    return told


def surer(found: Sequence[Case], rows: Floats, told: Floats) -> dict[str, float]:
    """Return the least confidence of relations that are less precise than they must be."""
    told = np.round(told, 2)
    ties = np.array([case.tie_right for case in found])
    at = confidence.FEATURES.index
    plain = (rows[:, at("rule")] == 1) & (told >= PLAIN)
    plain &= (rows[:, at("unnamed")] == 0) & (rows[:, at("unsaid")] == 0)
    mean = ties[plain | (told >= DRAWN)].mean()

    def precise(drawn: NDArray[np.bool_]) -> bool:
        count = drawn.sum()
        right = ties[drawn].sum()
        smooth = (right + FEW * mean) / (count + FEW)
        return bool(count < FEW or (min(smooth, right / count) >= PRECISION))

    needed = {}
    for name in sorted({case.relation for case in found}):
        mine = np.array([case.relation == name for case in found])
        least = DRAWN
        while least < SUREST and not precise(mine & (plain | (told >= least))):
            least = round(least + 0.01, 2)
        if least > DRAWN:
            needed[name] = least
    return needed


def _share(odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-odds))


def show(told: Floats, found: Sequence[Case], wanted: int) -> None:
    """Print how reliable confidences are, and precision and recall by what is drawn."""
    right = np.array([case.right for case in found], float)
    ties = np.array([case.tie_right for case in found])
    for low, high in zip(figures.EDGES, figures.EDGES[1:], strict=False):
        inside = right[(told >= low) & (told < high)]
        if len(inside):
            print(f"{low:.1f}-{high:.1f} {inside.mean():.2f} of {len(inside)}")
    for least in np.arange(0.2, 0.9, 0.05):
        drawn = told >= least
        precision, recall = ties[drawn].mean(), ties[drawn].sum() / wanted
        mean = 2 * precision * recall / (precision + recall)
        print(f"drawn from {least:.2f}: P {precision:.2f} R {recall:.2f} F1 {mean:.2f}")


def main() -> None:
    """Fit on the development part, write the file, show the tables."""
    passages = corpus.gold()
    if passages is None:
        sys.exit("knowledgenet.jsonl, on which confidences are fitted too, is not here.")
    news, entries = (
        [item for item in gold.items(path) if isinstance(item, gold.Item)]
        for path in (ROOT / "gold" / "dev.jsonl", passages)
    )
    read = {
        "dev.jsonl": cases(news),
        "KnowledgeNet": cases(item for item in entries if is_fitted(item.id)),
    }
    found = [case for cases_, _ in read.values() for case in cases_]
    relations = sorted({case.relation for case in found})
    rows = design(found, relations)
    right = np.array([case.right for case in found], float)
    fitted = fit_signed(rows, right)
    told, last = held_out(found, rows, right), 0
    for name, (cases_, wanted) in read.items():
        print(name)
        show(told[last : last + len(cases_)], cases_, wanted)
        last += len(cases_)
    of_news = read["dev.jsonl"][0]
    mine = rows[: len(of_news)]
    needed = surer(of_news, mine, _share(mine @ fitted))
    size = len(confidence.FEATURES)
    weights = [round(float(w), 3) for w in fitted]
    lines = [
        HEAD + f"drawn = {DRAWN}  # less probable ones are not drawn",
        f"plain = {PLAIN}  # nor what a rule reads between two names\n",
        "[features]",
        *(f"{n} = {w}" for n, w in zip(confidence.FEATURES, weights[:size], strict=True)),
        "\n[more]  # of these relations only surer ties are drawn",
        *(f"{name} = {least}" for name, least in needed.items()),
        "\n[relations]",
        *(f"{n} = {w}" for n, w in zip(relations, weights[size:], strict=True)),
    ]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
