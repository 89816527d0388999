"""Alliances that a noun tells: "a coalition of A, B and C", "Hezbollah, an ally of Iran"."""

from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Token

from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.governors import VERBAL, turn
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene, conjuncts
from kgbuild.model import Status, Type
from kgbuild.ontology import Ontology

RULE, RELATION = "alliance", "ALLIED_WITH"
_FORMER = frozenset("erstwhile ex former once onetime".split())


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield which states and bodies are called allies or a coalition."""
    relation = ontology.enabled(RELATION)
    if relation is None or scene.lemmas.isdisjoint({"ally", "coalition"}):
        return
    for noun in scene.span:
        if noun.tag_ not in {"NN", "NNS"}:
            continue
        if lemma(noun) == "coalition":
            yield from _of_coalition(scene, noun)
        elif lemma(noun) == "ally":
            yield from _of_ally(scene, noun)


def _of_coalition(scene: Scene, noun: Token) -> Iterator[Fact]:
    """Yield who make one up: "is governed by a coalition of the Reds, the Greens and the Blues"."""
    verb = next((t for t in noun.ancestors if t.pos_ in VERBAL), None)
    if noun.dep_ not in {"dobj", "pobj"} or verb is None:
        return
    status = turn(verb) if noun.head == verb else Status.ASSERTED
    members = [*_brought(scene, noun, "of"), *_brought(scene, noun, "between")]
    for one, other in combinations(members, 2):
        if one.referent != other.referent:
            yield Fact(one, RELATION, other, noun, RULE, verb=verb, status=status)


def _of_ally(scene: Scene, noun: Token) -> Iterator[Fact]:
    """Yield whose ally a state or body is called; that of a person may be anything."""
    called = scene.heads.get(noun.head.i) if noun.dep_ == "appos" else None
    named = (scene.heads.get(c.i) for c in noun.children if c.dep_ == "appos")
    one = called or next((a for a in named if a is not None), None)
    if one is None or scene.type(one) is Type.PERSON:
        return
    whose = (scene.heads.get(c.i) for c in noun.children if c.dep_ == "poss")
    of = [*_brought(scene, noun, "of"), *(a for a in whose if a is not None)]
    over = any(c.lower_ in _FORMER for c in noun.children)
    for other in of:
        if scene.type(other) is not Type.PERSON and one.referent != other.referent:
            status = Status.FORMER if over else Status.ASSERTED
            yield Fact(one, RELATION, other, noun, RULE, status=status)


def _brought(scene: Scene, noun: Token, word: str) -> list[Anchor]:
    """Return the states and bodies that a preposition of a noun brings."""
    named = (o for c in noun.children if c.lower_ == word for o in c.children if o.dep_ == "pobj")
    found = (scene.resolve(t) for o in named for t in conjuncts(o))
    return [a for a in found if a is not None and scene.type(a) is not Type.PERSON]
