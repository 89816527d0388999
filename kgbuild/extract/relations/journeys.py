"""Journeys that no verb of motion tells: "is in Rome to raise funds", "is due in Oslo"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.text.clauses import subjects
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.governors import VERBAL, is_infinitive
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene, conjuncts
from kgbuild.model import Status, Type
from kgbuild.ontology import Ontology

RULE, RELATION = "journey", "VISITED"
_STAYS = frozenset("business holiday mission pilgrimage tour trip vacation visit".split())
_OCCASIONS = frozenset(
    """celebration ceremony conference event festival final forum funeral gala inauguration launch
    match meeting negotiation opening premiere rally summit talk visit wedding""".split()
)


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who is somewhere for an occasion, and who is due there."""
    relation = ontology.enabled(RELATION)
    if relation is None:
        return
    for verb in scene.span:
        if verb.pos_ in VERBAL and lemma(verb) == "be" and verb.dep_ not in {"aux", "auxpass"}:
            due = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ == "due"), None)
            if due is not None and _had_been(verb):
                continue
            for place in _places(scene, due or verb):
                if due is not None or _has_purpose(verb, place.span.root):
                    yield from _facts(scene, verb, place, ahead=due is not None)


def _facts(scene: Scene, verb: Token, place: Anchor, *, ahead: bool) -> Iterator[Fact]:
    """Yield who is, or is to be, in a place."""
    status = Status.PLANNED if ahead else Status.ASSERTED
    for person in (scene.resolve(t) for t in subjects(verb).tokens):
        if person is not None and scene.type(person) is Type.PERSON:
            yield Fact(person, RELATION, place, verb, RULE, verb=verb, status=status)


def _had_been(verb: Token) -> bool:
    """Say whether it was once to be, and perhaps never came to be: "had been due in Oslo"."""
    return any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)


def _places(scene: Scene, head: Token) -> Iterator[Anchor]:
    """Yield the place that somebody is, or is due, in."""
    named = (o for c in head.children if c.lower_ == "in" for o in c.children if o.dep_ == "pobj")
    found = (scene.resolve(token) for token in named)
    yield from (a for a in found if a is not None and scene.type(a) is Type.PLACE)


def _has_purpose(verb: Token, place: Token) -> bool:
    """Say whether one is in a place to do something, "for talks" or "on a visit"."""
    for child in (*verb.rights, *place.rights):
        if child.dep_ in {"advcl", "xcomp"} and child.tag_ == "VB" and is_infinitive(child):
            return True
        nouns = {lemma(t) for o in child.children if o.dep_ == "pobj" for t in conjuncts(o)}
        if nouns & {"for": _OCCASIONS, "on": _STAYS}.get(child.lower_, frozenset()):
            return True
    return False
