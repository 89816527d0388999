"""Which state owns a firm: "Angola's state oil company, Sonango", "the Russian state miner Rus"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.lexicon import state
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import NOUNS
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RULE = "state-owned"
_RELATION = "OWNS"
_FARTHEST = 7
"""Tokens behind "state" in which the name is sought: "state oil and gas company"."""
_HELD = frozenset({"controlled", "owned"})
"""What a state runs may be a newspaper, which is no firm of it for that."""
_FIRMS = frozenset(
    """airline airlines bank builder carrier company conglomerate corporation enterprise exporter
    firm giant group holding insurer lender maker manufacturer miner monopoly operator producer
    railway railways refiner shipbuilder shipyard steelmaker supplier trader utility""".split()
)
_WORDS = NOUNS | {"CC", "HYPH", "JJ"}


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield whose firm one is that is told with its state right before "state" or "state-owned"."""
    relation = ontology.enabled(_RELATION)
    if relation is None or "tate" not in scene.text:
        return
    for token in scene.tokens:
        owner = _owner(scene, token) if token.lower_ == "state" else None
        body = _body(scene, token, owner) if owner is not None else None
        if owner is None or body is None or body.referent == owner.referent:
            continue
        if relation.fits(scene.type(owner), scene.type(body)):
            yield Fact(owner, _RELATION, body, token, RULE, implied=True, confidence=CLEAR)


def is_of_firm(doc: Doc, place: int) -> bool:
    """Say whether a state's firm is told from a token on: "state oil giant", "state-owned"."""
    if doc[place : place + 1].text.lower() != "state":
        return False
    if doc[place + 1 : place + 3].text.lower() in {f"-{word}" for word in _HELD}:
        return True
    return any(t.lower_ in _FIRMS for t in doc[place + 1 : place + _FARTHEST - 2])


def _owner(scene: Scene, word: Token) -> Anchor | None:
    """Return the state whose genitive or adjective stands right before."""
    place = word.i - 1
    if place < scene.span.start:
        return None
    genitive = scene.span.doc[place].tag_ == "POS"
    anchor = scene.ends.get(place - 1 if genitive and place not in scene.ends else place)
    if anchor is None or anchor.form is Form.PRONOUN or scene.type(anchor) is not Type.PLACE:
        return None
    if state(scene.referents[anchor.referent].name) is None:
        return None
    adjective = state(anchor.span.text.removesuffix("'s").removesuffix("’s").strip()) is None
    return anchor if genitive or adjective or anchor.span[-1].tag_ == "POS" else None


def _body(scene: Scene, word: Token, owner: Anchor) -> Anchor | None:
    """Return the firm whose name follows, or which "Sonango, Angola's state oil firm" explains."""
    doc, place, told = scene.span.doc, word.i + 1, False
    if place + 1 < scene.span.end and doc[place].text == "-":
        told = doc[place + 1].lower_ in _HELD
        place += 2
    while place < min(word.i + _FARTHEST, scene.span.end) and doc[place].tag_ in _WORDS:
        if (named := _named(scene, place)) is not None:
            return named if told or doc[place - 1].lower_ in _FIRMS else None
        place += 1
    if not (told or doc[place - 1].lower_ in _FIRMS):
        return None
    behind = _named(scene, place + 1) if place < len(doc) and doc[place].text == "," else None
    return behind or _explained(scene, owner)


def _explained(scene: Scene, owner: Anchor) -> Anchor | None:
    """Return the name before a comma and the owner: "Sonango, the Angolan"."""
    doc, place = scene.span.doc, owner.span.start - 1
    if place > scene.span.start and doc[place].tag_ == "DT":
        place -= 1
    if place <= scene.span.start or doc[place].text != ",":
        return None
    anchor = scene.ends.get(place - 1)
    return _named(scene, anchor.span.start) if anchor is not None else None


def _named(scene: Scene, place: int) -> Anchor | None:
    """Return the body whose name begins here."""
    anchor = scene.starts.get(place)
    named = anchor is not None and anchor.form is Form.NAME
    return anchor if named and anchor and scene.type(anchor) is Type.ORGANIZATION else None
