"""How probable it is that a statement is right, from what speaks for it.

A rule that reads it, the learned model's probability of the same tie and of its status, what
else it holds for probable of either end, whether both are proper names, and how often the
relation was right before: each is a feature of one logistic regression, whose value is the share
that was right on the development part of the benchmark.
``python -m bench.calibrate`` fits it and writes ``confidence.toml``.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kgbuild.extract.text.facts import Fact
from kgbuild.model import Form

MODEL = "model"
OPEN_RULE = "svo"
"""Any verb between two names: no gold says what of these is right."""
FEATURES = (
    "rule model rule_odds told told_alone unnamed unsure apart weakened stands "
    "other_object other_subject quiet unsaid gathered"
).split()
FARTHEST, OUTDONE = 5.0, 2.0
LEAST, MOST = 0.05, 0.99


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the model says of a statement: probabilities of its tie and, if so, of its status.

    ``told`` is None if it was not asked. ``other_object`` is the probability of the likeliest tie
    of the same relation and subject with another object of the sentence; ``other_subject``
    likewise.
    """

    told: float | None = None
    stands: float = 0.5
    other_object: float = 0.0
    other_subject: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Of each feature, and of each relation that has one of its own; what is drawn at least.

    ``more`` holds the relations of which only surer ties are drawn, since of the others fewer
    than four in five were right; what a rule reads between two names is drawn from ``plain`` on.
    """

    features: tuple[float, ...]
    relations: Mapping[str, float]
    drawn: float
    plain: float
    more: Mapping[str, float]

    def draws(self, relation: str, confidence: float, *, plain: bool) -> bool:
        """Say whether a tie is drawn; ``plain`` if a rule reads it between two names."""
        return confidence >= (self.plain if plain else self.more.get(relation, self.drawn))


def of(fact: Fact, evidence: Evidence, *, weakened: bool = False, quiet: bool = False) -> float:
    """Return the confidence of a fact.

    ``weakened`` says that the model alone says that it is no fact, or that the tie is there at
    all; ``quiet`` that hardly anybody tells anything in the article: a profile, an entry of an
    encyclopaedia. Of such the model has learned most, and is right more often.
    """
    if fact.rule == OPEN_RULE:
        return fact.confidence
    return _value(fact.relation, features(fact, evidence, weakened=weakened, quiet=quiet))


def may_be_drawn(fact: Fact, best: Evidence, *, quiet: bool = False) -> bool:
    """Say whether a fact that the model alone sees is drawn if it is of its likeliest status.

    Many are not: then who says it, when, and whether it is so need not be asked.
    """
    value = _value(fact.relation, features(fact, best, quiet=quiet))
    return weights().draws(fact.relation, value, plain=False)


def _value(relation: str, found: Sequence[float]) -> float:
    known = weights()
    odds = sum(w * f for w, f in zip(known.features, found, strict=True))
    odds += known.relations.get(relation, 0.0)
    return round(min(max(1 / (1 + math.exp(-odds)), LEAST), MOST), 2)


def is_plain(fact: Fact) -> bool:
    """Say whether a rule reads a fact between two proper names, or one that surely follows."""
    return fact.rule != MODEL and not fact.unsaid and (fact.implied or not _unnamed(fact))


def _unnamed(fact: Fact) -> int:
    """Return how many of a fact's ends are pronouns or descriptions."""
    return (fact.subject.form is not Form.NAME) + (fact.object.form is not Form.NAME)


def features(
    fact: Fact, evidence: Evidence, *, weakened: bool = False, quiet: bool = False
) -> tuple[float, ...]:
    """Return what speaks for and against a fact, in the order of ``FEATURES``."""
    rule, told = fact.rule != MODEL, evidence.told
    odds = 0.0 if told is None else _odds(told)
    return (
        float(rule),
        float(not rule),
        _odds(fact.confidence) if rule and not fact.unsaid else 0.0,
        odds if rule else 0.0,
        0.0 if rule else odds,
        0.0 if fact.unsaid else float(_unnamed(fact)),
        0.0 if fact.unsaid else 2.0 - fact.subject.sure - fact.object.sure,
        float(fact.apart),
        float(weakened),
        _odds(evidence.stands),
        0.0 if rule else _outdone(evidence.other_object, odds),
        0.0 if rule else _outdone(evidence.other_subject, odds),
        float(quiet and not rule),
        float(fact.unsaid),
        _odds(fact.confidence) if fact.unsaid else 0.0,
    )


def _outdone(other: float, odds: float) -> float:
    """Return by how much another tie is likelier, in log-odds; beyond 2 all is one."""
    return max(0.0, min(OUTDONE, _odds(other) - odds))


@cache
def weights() -> Weights:
    """Return what was fitted."""
    text = (files("kgbuild.extract.truth") / "confidence.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return Weights(
        tuple(found["features"][name] for name in FEATURES),
        found["relations"],
        found["drawn"],
        found["plain"],
        found["more"],
    )


def _odds(share: float) -> float:
    """Return log-odds, none beyond what the model can be sure of."""
    return max(-FARTHEST, min(FARTHEST, math.log(max(share, 1e-9) / max(1 - share, 1e-9))))
