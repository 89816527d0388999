"""Where a firm is based: "Shenzhen-based Huawei", "a steel group from Oulu", "Germany's Acme"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.relations.compounds import bearer
from kgbuild.extract.relations.places import owned
from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.lexicon import is_force, state, words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.vetoes.whereabouts import CONTINENTS
from kgbuild.model import Type
from kgbuild.ontology import Ontology

_BASED, _BUSY = "HEADQUARTERED_IN", "OPERATES_IN"
_MOST_WORDS = 4  # of a firm's name before "of Oslo"; longer ones go on: "High Court of Justice of"
_PUBLIC = frozenset(
    """brigade bundeswehr centre central chamber civil corps customs directorate division front
    greens guard guards forces headquarters inspectorate intelligence militia militias
    monarchy movement national prosecutor prosecutors regulator republicans
    security service services state statistics supreme troops""".split()
)
"""In the names of what a state has for itself: its services, troops, parties."""
ARMED = frozenset({"armed", "guerrilla", "insurgent", "jihadist", "militant", "rebel"})


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield the seats of firms, and the lands that they are only said to be at work in."""
    if ontology.enabled(_BASED) is None:
        return
    for place in scene.anchors:
        if scene.as_name(place, Type.PLACE) is None:
            continue
        fact = _based(scene, place) or _from(scene, place) or _seat(scene, place)
        if fact is not None and ontology.enabled(fact.relation) is not None:
            yield fact


def _based(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Shenzhen-based telecom giant Huawei"."""
    doc, end = scene.span.doc, place.span.end
    if end + 2 >= scene.span.end or doc[end].text != "-" or doc[end + 1].lower_ != "based":
        return None
    firm = bearer(scene, place)
    return _fact(firm, place, "place:based") if firm is not None else None


def _from(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Acme, a steel group from Oulu", "Acme is a maker of lifts in Oulu"."""
    prep = place.span.root.head
    if place.span.root.dep_ != "pobj" or prep.lower_ not in {"from", "in", "of", "on"}:
        return None
    if prep.lower_ == "of":
        return _of(scene, place)
    noun = prep.head
    if noun.i in scene.heads and noun.dep_ == "pobj":
        return None  # "Acme, a rival of Beta in Oslo"
    if _is_seat(noun):  # "Acme, a bank with its head office in Oulu"
        noun = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun
    elif prep.lower_ == "on":
        return None
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    if noun.lower_ not in words("organization", "companies"):
        return None
    firms = [noun.head] if noun.dep_ == "appos" else []
    if noun.dep_ == "attr" and noun.head.lower_ == "is":
        firms = [c for c in noun.head.children if c.dep_ == "nsubj"]
    firm = scene.as_name(scene.heads.get(firms[0].i), Type.ORGANIZATION) if firms else None
    if firm is None:
        return None
    there = prep.lower_ == "in" and _is_but_busy(noun, place)
    return _fact(firm, place, "place:from", _BUSY if there else _BASED)


def _is_but_busy(noun: Token, place: Anchor) -> bool:
    """Say whether a firm is only said to be at work in a land: "the largest bank in Chad".

    "A bank in Chad" has its seat there; a rebel group may have none.
    """
    land = state(place.span.text) is not None or place.span.text in CONTINENTS
    whose = [c for c in noun.children if c.dep_ in {"det", "poss"}]
    armed = any(c.lower_ in ARMED for c in noun.children)
    definite = any(c.dep_ == "poss" or c.lower_ == "the" for c in whose)
    return land and (armed or definite) and not _is_seat(place.span.root.head.head)


def _is_seat(noun: Token) -> bool:
    """Say whether a noun is a seat: "headquarters", "head office"."""
    if noun.lower_ == "headquarters":
        return True
    return noun.lower_ == "office" and any(c.lower_ in {"head", "main"} for c in noun.children)


def _of(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Acme of Oulu"."""
    before = place.span.start - 1
    if before <= scene.span.start or scene.span.doc[before].lower_ != "of":
        return None
    firm = scene.as_name(scene.ends.get(before - 1), Type.ORGANIZATION)
    short = firm is not None and len(firm.span) <= _MOST_WORDS
    return _fact(firm, place, "place:of") if firm is not None and short else None


def _seat(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Germany's Acme Steel": a firm's seat, as it is not of what each state has."""
    firm = owned(scene, place, Type.ORGANIZATION)
    if firm is None or firm.span.root.dep_ in BEFORE_NOUN:
        return None
    name = firm.span.text
    kinds = {t.lower_ for t in firm.span} & (words("organization", "government") | _PUBLIC)
    short = name.replace(".", "").isupper()  # services as often as firms
    if kinds or short or is_force(name) or name in words("organization", "names"):
        return None
    return _fact(firm, place, "place:genitive", implied=True)  # the model was seldom taught it


def _fact(
    firm: Anchor, place: Anchor, rule: str, relation: str = _BASED, *, implied: bool = False
) -> Fact:
    return Fact(firm, relation, place, firm.span.root, rule, implied=implied, confidence=CLEAR)
