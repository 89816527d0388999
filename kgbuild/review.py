"""What is worth asking the user: names that may be one thing, and a name that may be two."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgbuild.ledger import articles, asked, index, judgements
from kgbuild.ledger.store import Ledger
from kgbuild.model import PAIRED, Judgement, Side, Type, Verdict
from kgbuild.resolve.candidates import Index, Known, Pair

SENTENCES = 2
WEIGHT_SHARED, WEIGHT_TOGETHER = 0.15, 0.3
"""What company that two keep in common adds, and what it takes that one article names both."""
ENOUGH = 3
"""Others that both are named with: more add nothing."""
ONCE = ("BORN_IN", "CITIZEN_OF")
"""Relations that most have one object of."""


@dataclass(frozen=True, slots=True)
class View:
    """One of the two that are asked about; ``article`` is a key where it stands there alone."""

    name: str
    type: str
    aliases: tuple[str, ...]
    articles: int
    article: str | None
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two are one, with what each answer would be judged by."""

    why: str
    score: float
    left: View
    right: View
    same: Judgement
    different: Judgement
    unsure: Judgement


def questions(ledger: Ledger, about: str | None = None) -> Iterator[Question]:
    """Yield what is not judged yet, the most telling first: all, or about one entity by id."""
    judged = _judged(ledger)
    yield from _clashes(ledger, about)
    company = _Company(ledger)
    ranked = sorted(
        ((company.score(pair), pair) for pair in _pairs(ledger, about)),
        key=lambda one: (-one[0], one[1].left, one[1].right),
    )
    for score, pair in ranked:
        if frozenset((pair.left, pair.right)) not in judged:
            yield _alike(ledger, pair, score)


def _pairs(ledger: Ledger, about: str | None) -> Iterable[Pair]:
    known = Index(Known(id_, Type(type_), names) for id_, type_, names in asked.entities(ledger))
    return known.pairs() if about is None else known.near(about, 50)


def _judged(ledger: Ledger) -> set[frozenset[str | None]]:
    """Return the pairs of entities that a judgement speaks of, itself or through sameness."""
    paired = judgements.all_(ledger, Verdict.DIFFERENT, Verdict.UNSURE)
    return {
        frozenset(index.entity_of(ledger, side.slot) for side in judgement.sides)
        for judgement in paired
    }


def _alike(ledger: Ledger, pair: Pair, score: float) -> Question:
    ends = (pair.left, pair.right)
    sides = [Side.of(index.slots_of(ledger, id_)[0]) for id_ in ends]
    views = (_view(ledger, id_) for id_ in ends)
    return _question(f"names {pair.likeness:.2f} alike", score, sides, *views)


class _Company:
    """Whom the articles name an entity with."""

    def __init__(self, ledger: Ledger) -> None:
        self._articles = cache(lambda id_: frozenset(asked.articles_of(ledger, id_)))
        self._beside = cache(lambda id_: frozenset(asked.beside(ledger, id_)))

    def score(self, pair: Pair) -> float:
        """Return what a pair is ranked by: its likeness, its company, whether one names both."""
        ours, theirs = self._beside(pair.left), self._beside(pair.right)
        shared = min(len((ours & theirs) - {pair.left, pair.right}), ENOUGH) / ENOUGH
        together = bool(self._articles(pair.left) & self._articles(pair.right))
        return round(pair.likeness + WEIGHT_SHARED * shared - WEIGHT_TOGETHER * together, 3)


def _clashes(ledger: Ledger, about: str | None) -> Iterator[Question]:
    """Yield where articles say of one name what is mostly true of one thing only.

    Not where the two articles name a person or organisation in common beside it.
    """
    judged = {frozenset(one.sides) for one in judgements.all_(ledger) if one.right is not None}
    for entity, relation, told in asked.told_twice(ledger, ONCE):
        if about not in (None, entity):
            continue
        sides = sorted(_side(ledger, entity, article) for article in told)
        if frozenset(sides) not in judged and not asked.in_common(ledger, entity, told):
            views = (_view(ledger, entity, side.article) for side in sides)
            why = f"one name, two that it is {relation}"
            yield _question(why, 1.0, sides, *views)


def _side(ledger: Ledger, entity: str, article: str) -> Side:
    slot = index.borne_in(ledger, article, entity)[0][1]
    return Side(Side.of(slot).key, articles.keys_of(ledger, article)[0])


def _question(why: str, score: float, sides: Sequence[Side], left: View, right: View) -> Question:
    one, other = sides
    same, different, unsure = (Judgement(verdict, one, other) for verdict in PAIRED)
    return Question(why, score, left, right, same, different, unsure)


def _view(ledger: Ledger, entity: str, key: str | None = None) -> View:
    name, type_, aliases, count = asked.shown(ledger, entity)
    article = None if key is None else articles.article_of(ledger, key)
    says = asked.sentences(ledger, entity, article, SENTENCES)
    return View(name, type_, aliases, count, key, says or _near_mention(ledger, entity, article))


def _near_mention(ledger: Ledger, entity: str, article: str | None) -> tuple[str, ...]:
    """Return the words around an entity's first mention, where no statement speaks of it."""
    id_ = article or asked.articles_of(ledger, entity)[0]
    entities = index.entities_in(ledger, id_)
    found = articles.reading(ledger, id_).referents[entities.index(entity)].mentions[0]
    text = articles.article(ledger, id_).text
    words = " ".join(text[max(0, found.start - 80) : found.end + 80].split())
    return (f"… {words} …",)
