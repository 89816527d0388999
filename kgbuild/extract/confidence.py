"""How probable it is that a statement is right, from what found it.

Two things speak for a fact: the rule that reads it, and the learned model's probability of the
same tie. They are added as log-odds, less where an end is no proper name, and the sum is
mapped to the share that was right on the development part of the benchmark (Platt 1999), by
a line for rules and one for the model alone. ``python -m bench.calibrate`` fits the lines.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kgbuild.extract.facts import Fact
from kgbuild.model import Form

OPEN_RULE = "svo"
"""Any verb between two names: no gold says what of these is right."""
MODEL_WEIGHT, NO_NAME, FARTHEST = 0.35, 0.6, 4.0
LEAST, MOST = 0.05, 0.99


def of(fact: Fact, told: float | None, lines: Mapping[str, tuple[float, float]]) -> float:
    """Return the confidence of a fact; ``told`` is the model's probability, None if not asked."""
    if fact.rule == OPEN_RULE:
        return fact.confidence
    low, slope = lines["model" if fact.rule == "model" else "rule"]
    found = _share(low + slope * evidence(fact, told))
    return round(min(max(found, LEAST), MOST), 2)


def evidence(fact: Fact, told: float | None) -> float:
    """Return the log-odds of a fact before they are mapped."""
    named = fact.subject.form is Form.NAME and fact.object.form is Form.NAME
    total = _odds(fact.confidence) - (0 if named else NO_NAME)
    if fact.rule != "model" and told is not None:
        total += MODEL_WEIGHT * max(-FARTHEST, min(FARTHEST, _odds(told)))
    return total


@cache
def lines() -> Mapping[str, tuple[float, float]]:
    """Return intercept and slope of each line."""
    text = (files("kgbuild.extract") / "confidence.toml").read_text(encoding="utf-8")
    return {name: (float(a), float(b)) for name, (a, b) in tomllib.loads(text).items()}


def _odds(share: float) -> float:
    share = min(max(share, 0.001), 0.999)
    return math.log(share / (1 - share))


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
