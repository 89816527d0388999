"""Who holds whom for terrorists: "Acme, which Peru and Chile list as a terrorist group".

The parser loses the verb, the list and the name as often as not, so words are read in order.
"""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Told
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import LINKS
from kgbuild.extract.text.verbs import VERBAL
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RELATION, RULE = "SANCTIONED", "outlawed"
_HOLDS = frozenset(
    "class classify consider declare deem designate list outlaw proscribe regard".split()
)
_KINDS = frozenset("group organization organisation entity movement".split())
_BEFORE_KIND = frozenset("a an as foreign global to be specially".split())
_LINKS = LINKS | {"the"}
_BESIDE = frozenset(
    """which that who is are was were been being be has have had by also long officially formally
    both widely since""".split()
) | {",", "(", ")"}
_STATES = frozenset({Type.ORGANIZATION, Type.PLACE})
FARTHEST = 6
"""Tokens between the verb and "terrorist", a name aside."""


def find(scene: Scene, told: Told, ontology: Ontology) -> Iterator[Fact]:
    """Yield whom states or their bodies hold for terrorists by the sentence.

    The model was hardly taught the formula: where it sees nothing that counts for nothing.
    """
    relation = ontology.enabled(RELATION)
    if relation is None or "terror" not in scene.text:
        return
    for word in scene.span[1:-1]:
        if word.lower_.startswith("terror") and word.nbor().lower_ in _KINDS:
            verb, named = _verb(scene, word)
            if verb is None:
                continue
            doers, outlawed = _ends(scene, verb, word.nbor(), named)
            for doer in doers:
                if outlawed and relation.fits(scene.type(doer), scene.type(outlawed)):
                    key = doer.referent, RELATION, outlawed.referent
                    governs = verb if verb.pos_ in VERBAL else None
                    yield Fact(
                        doer, RELATION, outlawed, verb, RULE,
                        verb=governs, implied=key not in told, confidence=PLAIN,
                    )  # fmt: skip


def _verb(scene: Scene, word: Token) -> tuple[Token | None, Anchor | None]:
    """Return the verb before "terrorist", and who is named between them, if it is somebody."""
    named, place = None, word.i - 1
    last = max(scene.span.start, word.i - FARTHEST)
    while place >= last:
        token = scene.span.doc[place]
        if lemma(token) in _HOLDS or token.lower_ == "designated":
            return token, named
        anchor = scene.ends.get(place)
        if anchor is not None and named is None and scene.type(anchor) is Type.ORGANIZATION:
            named, place = anchor, anchor.span.start
            last = max(scene.span.start, place - FARTHEST)
        elif token.lower_ not in _BEFORE_KIND | {"the"}:
            return None, None
        place -= 1
    return None, None


def _ends(
    scene: Scene, verb: Token, kind: Token, named: Anchor | None
) -> tuple[list[Anchor], Anchor | None]:
    """Return who holds whom for terrorists."""
    by = kind.i + 1 < scene.span.end and kind.nbor().lower_ in {"by", "in"}
    if by and named is None:
        return _list(scene, kind.i + 2), _before(scene, verb.i - 1)
    doers = _list_before(scene, verb.i - 1)
    if named is not None and not doers:  # "Peru, which has listed Acme as"
        place = verb.i - 1
        while place > scene.span.start and scene.span.doc[place].lower_ in _BESIDE:
            place -= 1
        doers = _list_before(scene, place)
    if named is not None or not doers:
        return doers, named
    relative = doers[0].span.start - 1
    relative -= scene.span.doc[max(0, relative)].lower_ in {"the", "both"}
    which = relative > scene.span.start and scene.span.doc[relative].lower_ in {"which", "that"}
    return doers, _before(scene, relative) if which else None


def _before(scene: Scene, place: int) -> Anchor | None:
    """Return the body named before a place, over words that only link it."""
    while place >= scene.span.start:
        anchor = scene.ends.get(place)
        if anchor is not None:
            in_brackets = scene.span.doc[max(0, anchor.span.start - 1)].text == "("
            if not in_brackets or scene.ends.get(anchor.span.start - 2) is None:
                return anchor
            return scene.ends[anchor.span.start - 2]
        if scene.span.doc[place].lower_ not in _BESIDE:
            return None
        place -= 1
    return None


def _may_list(scene: Scene, anchor: Anchor) -> bool:
    return anchor.form is not Form.PRONOUN and scene.type(anchor) in _STATES


def _list(scene: Scene, place: int) -> list[Anchor]:
    """Return the states that are listed from a place on: "Germany, the EU and the US"."""
    listed = scene.listed(place, _LINKS | {"both"})
    return list(takewhile(lambda anchor: _may_list(scene, anchor), listed))


def _list_before(scene: Scene, place: int) -> list[Anchor]:
    """Return the states that are listed up to a place."""
    found: list[Anchor] = []
    while place >= scene.span.start:
        anchor = scene.ends.get(place)
        if anchor is not None and _may_list(scene, anchor):
            found.insert(0, anchor)
            place = anchor.span.start - 1
        elif scene.span.doc[place].lower_ in (
            _LINKS if found else _BESIDE - {",", "which", "that"}
        ):
            place -= 1
        else:
            break
    return found
