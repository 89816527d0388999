"""Who lives where, by nouns and names alone.

"The Oslo-based lawyer Ann Lee", "Ann Lee, 52, of Lima", "was held at her home in Turin".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.references import kin
from kgbuild.extract.relations.citizens import is_person
from kgbuild.extract.text.facts import CLEAR, PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import EPITHETS
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RELATION, RULE = "LIVES_IN", "based"
_DESCRIBES = EPITHETS | {"CC"}
_HEADS = frozenset({"head", "chief", "leader"})
_HOMES = frozenset({"apartment", "flat", "home", "house", "residence"})
_OTHER_HOMES = frozenset(
    """ancestral beach boyhood childhood country funeral future holiday native new nursing official
    old other parental publishing second summer vacation weekend winter""".split()
)
"""One does not live in such, or not yet: "his holiday home in Crete"."""
_LEAVES = frozenset({"abandon", "flee", "give", "leave", "lose", "sell"})
_STAYS = frozenset({"hide", "live", "spend", "stay"})
_TELLS = _LEAVES | {"have", "make"}


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who lives in the places of a sentence, as a compound says it of them."""
    known = ontology.enabled(RELATION)
    if known is None:
        return
    for place in scene.anchors:
        if place.form is not Form.NAME or scene.type(place) is not Type.PLACE:
            continue
        person = _based(scene, place) or _of(scene, place)
        if person is not None and scene.type(person) is Type.PERSON:
            yield Fact(person, RELATION, place, place.span.root, RULE, confidence=CLEAR)
        elif (home := _home(place)) is not None:
            yield from _at_home(scene, home, place)


def _home(place: Anchor) -> Token | None:
    """Return the home that is in a place, if it is the one that somebody lives in."""
    noun = place.span.root.head.head
    if place.span.root.head.lower_ != "in" or noun.lower_ not in _HOMES:
        return None
    told = {c.lower_ for c in noun.children} | {noun.nbor(-1).lower_ if noun.i else ""}
    return noun if told.isdisjoint(_OTHER_HOMES) else None


def _at_home(scene: Scene, home: Token, place: Anchor) -> Iterator[Fact]:
    """Yield whose home it is: "at his home in Oslo", "has made her home in Lima"."""
    whose = next((c for c in home.children if c.dep_ == "poss"), None)
    person = scene.heads.get(whose.i) if whose is not None else None
    if person is None or scene.type(person) is not Type.PERSON:
        return
    verb = home.head if home.dep_ == "dobj" else home.head.head
    told = lemma(verb) in (_TELLS if home.dep_ == "dobj" else _STAYS)
    yield Fact(
        person, RELATION, place, home, "home", verb=verb if told else None,
        ends=told and lemma(verb) in _LEAVES, confidence=PLAIN,
    )  # fmt: skip


def _of(scene: Scene, town: Anchor) -> Anchor | None:
    """Return whom a town tells apart: "Ann Lee, 52, of Lima", "a sister, Ann Lee of Lima"."""
    doc, first, place = scene.span.doc, scene.span.start, town.span.start - 2
    owns = scene.past_genitive(town) is not None
    if place <= first or doc[place + 1].lower_ != "of" or owns or state(town.span.text):
        return None
    parted = doc[place].text == ","
    place -= parted
    if parted and doc[place].tag_ == "CD" and doc[place - 1].text == ",":
        place -= 2
    person = scene.ends.get(place)
    if person is None or person.form is not Form.NAME:
        return None
    before = doc[max(first, person.span.start - 2) : person.span.start]
    return person if parted or any(lemma(t) in kin.ALL for t in before) else None


def _based(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the person that a noun behind the compound describes, by name."""
    doc, end = scene.span.doc, place.span.end + 2
    if text_in(doc, place.span.end, end).lower() != "-based":
        return None
    while end < scene.span.end and doc[end].tag_ in _DESCRIBES and end not in scene.named:
        end += 1
    noun = doc[end - 1]
    if noun.tag_ != "NN" or not (is_person(noun) or noun.lower_ in _HEADS):
        return None
    start = place.span.start - 1
    one = start > scene.span.start and doc[start].lower_ in {"a", "an"}
    named = scene.starts.get(end + (one and text_in(doc, end, end + 1) == ","))
    if start > scene.span.start and doc[start].tag_ == "DT" and doc[start - 1].text == ",":
        named = scene.ends.get(start - 2) or named
    return named if named is not None and named.form is Form.NAME else None
