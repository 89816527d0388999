"""Alliances that a noun tells: "a coalition of A, B and C", "Hezbollah, an ally of Iran".

So is who is "at war with" whom.
"""

from collections.abc import Iterator
from itertools import combinations, product

from spacy.tokens import Token

from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.governors import turn
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.prepositions import brought
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.verbs import verb_above
from kgbuild.extract.text.vocabulary import FORMER
from kgbuild.model import Status, Type
from kgbuild.ontology import Ontology

RULE, RELATION = "alliance", "ALLIED_WITH"
WAR = "FIGHTS"
_THEN = frozenset({"then", "once", "formerly"})
_FORMER = FORMER | {"once"}


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield which states and bodies are called allies or a coalition."""
    if ontology.enabled(WAR) and "war" in scene.lemmas:
        yield from _at_war(scene)
    relation = ontology.enabled(RELATION)
    if relation is None or scene.lemmas.isdisjoint({"ally", "coalition"}):
        return
    for noun in scene.tokens:
        if noun.tag_ not in {"NN", "NNS"}:
            continue
        if lemma(noun) == "coalition":
            yield from _of_coalition(scene, noun)
        elif lemma(noun) == "ally":
            yield from _of_ally(scene, noun)


def _of_coalition(scene: Scene, noun: Token) -> Iterator[Fact]:
    """Yield who make one up: "is governed by a coalition of the Reds, the Greens and the Blues"."""
    verb = verb_above(noun)
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


def _at_war(scene: Scene) -> Iterator[Fact]:
    """Yield who is "at war with" whom, be it "with which it is at war"."""
    doc = scene.span.doc
    for at in scene.tokens:
        if at.lower_ != "at" or at.i + 1 >= scene.span.end or doc[at.i + 1].lower_ != "war":
            continue
        verb = at.head if lemma(at.head) == "be" else None
        then = at.i > scene.span.start and doc[at.i - 1].lower_ in _THEN
        if verb is None:
            named = scene.ends.get(at.i - 2 - then) or scene.heads.get(at.head.i)
            ones = [named] if named is not None else []
        else:
            doers = (c for t in subjects(verb).tokens for c in conjuncts(t))
            ones = [a for t in doers if (a := scene.resolve(t)) is not None]
        others = list(_enemies(scene, at, verb))
        over = then or (verb is not None and clause(verb).past)
        for one, other in product(ones, others):
            ends = {scene.type(one), scene.type(other)}
            if one.referent != other.referent and Type.PERSON not in ends:
                status = Status.FORMER if over else Status.ASSERTED
                status = Status.DENIED if doc[at.i - 1].lower_ == "not" else status
                yield Fact(one, WAR, other, at, RULE, verb=verb, status=status)


def _enemies(scene: Scene, at: Token, verb: Token | None) -> Iterator[Anchor]:
    """Yield whom the "with" brings that hangs on "at war" or, before a relative, on its verb."""
    holders = (at, at.nbor(1), *((verb,) if verb is not None else ()))
    brings = (c for t in holders for c in t.children if c.dep_ == "prep" and c.lower_ == "with")
    named = (o for c in brings for o in c.children if o.dep_ == "pobj")
    yield from (a for o in named for t in conjuncts(o) if (a := scene.resolve(t)) is not None)


def _brought(scene: Scene, noun: Token, word: str) -> list[Anchor]:
    """Return the states and bodies that a preposition of a noun brings."""
    found = map(scene.resolve, brought(noun, word))
    return [a for a in found if a is not None and scene.type(a) is not Type.PERSON]
