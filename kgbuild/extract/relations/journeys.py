"""Journeys that no verb of motion tells.

"Is in Rome to raise funds", "is due in Oslo", "said so on a visit to Rome", "a visit by Orr to".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.verbs import VERBAL, is_infinitive, verb_above
from kgbuild.model import Status, Type
from kgbuild.ontology import Ontology

RULE, RELATION = "journey", "VISITED"
_STAYS = frozenset("business holiday mission pilgrimage tour trip vacation visit".split())
_TRIPS = frozenset({"journey", "pilgrimage", "stay", "stop", "stopover", "tour", "trip", "visit"})
_IN_OR_TRIPS = _TRIPS | {"in"}
_TO = frozenset({"at", "in", "of", "to"})
_THEN = frozenset({"after", "at", "during", "following", "on"})
_SETTLES_ON = frozenset(
    """agree bank bet comment count decide depend focus insist plan report rule settle speculate
    touch vote work""".split()
)
"""What one does "on" a trip is then said of it, not done on it."""
_AHEAD = frozenset(
    """arranged due expected forthcoming future next pencilled planned possible proposed scheduled
    set upcoming""".split()
)
_OFF = frozenset({"abandoned", "aborted", "called", "canceled", "cancelled", "off", "scrapped"})
_OCCASIONS = frozenset(
    """celebration ceremony conference event festival final forum funeral gala inauguration launch
    match meeting negotiation opening premiere rally summit talk visit wedding""".split()
)


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who is somewhere for an occasion, and who is due there."""
    relation = ontology.enabled(RELATION)
    if relation is None or _IN_OR_TRIPS.isdisjoint(scene.words):
        return
    for verb in scene.tokens:
        if verb.tag_ == "NN" and verb.lower_ in _TRIPS:
            yield from _by_noun(scene, verb)
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


def _by_noun(scene: Scene, trip: Token) -> Iterator[Fact]:
    """Yield who makes a trip that a noun tells, where it is told of as under way or over.

    "Told reporters on a visit to Oslo", "fell ill after her trip to Malta".
    """
    place = next(
        (a for word in _TO if (a := scene.under(trip, word)) and _is_place(scene, a)), None
    )
    prep = trip.head
    if place is None or trip.dep_ != "pobj" or prep.lower_ not in _THEN or _is_off(trip):
        return
    verb = verb_above(prep)
    if verb is not None and prep.lower_ == "on" and lemma(verb) in _SETTLES_ON:
        return
    if verb is not None and negated(verb):
        if all(c.dep_ != "poss" for c in trip.children):
            return
        verb = None  # "did not meet him during her stay in"
    for person in _travellers(scene, trip):
        if scene.type(person) is Type.PERSON:
            yield Fact(person, RELATION, place, trip, RULE, verb=verb, confidence=PLAIN)


def _is_place(scene: Scene, anchor: Anchor) -> bool:
    return scene.type(anchor) is Type.PLACE


def _is_off(trip: Token) -> bool:
    """Say whether it is yet to come, or comes to nothing: "on a planned visit to"."""
    return any(c.lower_ in _AHEAD | _OFF for c in trip.children)


def _travellers(scene: Scene, trip: Token) -> Iterator[Anchor]:
    """Yield whose trip it is, by whom it is, or who does something on it."""
    whose = next((c for c in trip.children if c.dep_ == "poss"), None)
    by = scene.under(trip, "by")
    above = trip.head.head
    if whose is not None or by is not None:
        found = scene.heads.get(whose.i) if whose is not None else by
        if found is not None:
            yield found
    elif above.i in scene.heads:  # "Max Orr, on a visit to Oslo, said"
        yield scene.heads[above.i]
    elif above.pos_ in VERBAL:
        yield from (a for t in subjects(above).tokens if (a := scene.resolve(t)) is not None)


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
