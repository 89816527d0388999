"""Compare one reading with one gold item: which figures the item tells anything of."""

from kgbuild.evaluate.clusters import meant
from kgbuild.evaluate.gold import Item
from kgbuild.evaluate.mentions import entities, names, references
from kgbuild.evaluate.passages import passages
from kgbuild.evaluate.score import Score
from kgbuild.evaluate.ties import ties
from kgbuild.model import Reading
from kgbuild.ontology import Ontology


def compare(item: Item, reading: Reading, ontology: Ontology) -> Score:
    """Return how a reading does on an item."""
    score = Score(item.id)
    clusters = meant(item, reading)
    if item.resolved and item.exhaustive:
        entities(item, reading, clusters, score)
    if item.exhaustive:
        names(item, reading, score)
    if item.references:
        references(item, reading, clusters, score)
    if item.passages is None:
        ties(item, reading, clusters, ontology, score)
    else:
        passages(item, reading, ontology, score)
    return score
