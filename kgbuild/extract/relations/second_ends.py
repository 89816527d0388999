"""What an office ties besides: "chief executive of Tesla and SpaceX", "son of Ann and Bob Lee"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.relations.phrases import Phrase
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import SPOUSES
from kgbuild.model import Type
from kgbuild.ontology import Ontology

_ASIDE = 14  # tokens that tell more of a parent before the other is named


def find(scene: Scene, fact: Fact, phrase: Phrase, ontology: Ontology) -> Iterator[Fact]:
    """Yield the same of further bodies, and the other parent of a child."""
    if fact.relation == "PARENT_OF" and phrase.back and fact.subject is phrase.back.anchor:
        other = _other_parent(scene, fact.subject)
        if other is not None and other.referent != fact.object.referent:
            yield replace(fact, subject=other)
    fits = ontology.relations[fact.relation].fits
    for body in (b for b in (phrase.front, phrase.back) if b is not None):
        for other in body.others:
            if fact.object is body.anchor:
                more = replace(fact, object=other)
            elif fact.subject is body.anchor:  # "the son of Ann and Bob Lee"
                more = replace(fact, subject=other)
            else:
                continue
            if fits(scene.type(more.subject), scene.type(more.object)):
                yield more


def _other_parent(scene: Scene, one: Anchor) -> Anchor | None:
    """Return whom more than "and" parts from a parent: "of Max Orr, a baker, and his wife, Ann"."""
    doc, end, place = scene.span.doc, scene.span.end - 2, one.span.end
    apart = place < end and doc[place].text == ","
    if apart:
        places = range(place + 1, min(place + _ASIDE, end))
        place = next((i + 1 for i in places if doc[i : i + 2].text.lower() == ", and"), end)
    if place >= end or doc[place].lower_ != "and":
        return None
    first, place = doc[place + 1], place + 2
    while place < scene.span.end and place not in scene.starts and _describes(doc[place]):
        place += 1
    married = first.tag_ == "PRP$" and any(lemma(t) in SPOUSES for t in doc[first.i : place])
    joined = married or (first.lower_ == "the" and not apart)
    return scene.as_name(scene.starts.get(place), Type.PERSON) if joined else None


def _describes(token: Token) -> bool:
    """Say whether it may stand between "his" and a wife's name: "his late wife, the singer"."""
    return token.text == "," or token.tag_ in {"DT", "HYPH", "JJ", "NN"}
