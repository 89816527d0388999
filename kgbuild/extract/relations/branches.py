"""Where a body is at work, by what it has there: "Acme's plant in Oslo", "its Oslo plant"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Form, Type
from kgbuild.ontology import Ontology

RULE = "branch"
_SITES = frozenset(
    """bakery branch brewery bureau cannery clinic dairy depot dockyard factory foundry hangar
    hatchery kiln laboratory lab mill mine office outlet plant quarry refinery restaurant shipyard
    showroom smelter shop slipway store terminal warehouse winery works workshop yard""".split()
)
_IN = frozenset({"in", "at", "near", "outside"})
_MAIN = frozenset({"head", "main", "registered", "principal", "central"})
_YET = frozenset(
    """first future new next only own planned possible promised proposed second third""".split()
)
"""What is called so may be yet to come, or the one that was shut; "own" asks for no more."""
_UNDOES = frozenset(
    """abandon close demolish dispose end leave lose mothball quit relinquish scrap sell shed shut
    shutter vacate give sale closure loss disposal closing plan project idea proposal opening
    construction building end""".split()
)
_CLIMBED = 4


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield where bodies have plants, offices and the like that nobody opens or gives up."""
    known = ontology.enabled("OPERATES_IN")
    if known is None:
        return
    for place in scene.anchors:
        if scene.type(place) is not Type.PLACE or place.form is not Form.NAME:
            continue
        body = _behind(scene, place) or _before(scene, place)
        if body is not None and body.referent != place.referent:
            yield Fact(body, known.name, place, place.span.root, RULE, confidence=PLAIN)


def _behind(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the body of "Acme's plant in Oslo" and "the plant of Acme in Oslo"."""
    doc, before = scene.span.doc, place.span.start - 1
    if before - 1 < scene.span.start or doc[before].lower_ not in _IN:
        return None
    body = scene.ends.get(before - 1)
    if body is not None:
        of = body.span.start - 1 - (doc[body.span.start - 1].lower_ == "the")
        site = doc[of - 1]
        told = of > scene.span.start and doc[of].lower_ == "of" and _is_site(site)
        return _body(scene, body) if told else None
    site = doc[before - 1]
    return _owner(scene, site, site.i) if _is_site(site) else None


def _before(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the body of "Acme's Oslo plant" and "the Oslo plant of Acme"."""
    doc, end = scene.span.doc, place.span.end
    site = next(
        (doc[i] for i in range(end, min(end + 2, scene.span.end)) if _is_site(doc[i])), None
    )
    if site is None or any(t.tag_[:2] not in {"NN", "JJ"} for t in doc[end : site.i]):
        return None
    if (owner := _owner(scene, site, place.span.start)) is not None:
        return owner
    if site.i + 2 >= scene.span.end or doc[site.i + 1].lower_ != "of":
        return None
    return _body(scene, scene.starts.get(site.i + 2) or scene.starts.get(site.i + 3))


def _owner(scene: Scene, site: Token, place: int) -> Anchor | None:
    """Return whose the site is, by the genitive before the words up to a place in the text."""
    doc, i = scene.span.doc, place - 1
    while (
        i > scene.span.start and doc[i].tag_ in {"JJ", "NN", "JJS", "HYPH"} and i not in scene.ends
    ):
        i -= 1
    if doc[i].tag_ not in {"POS", "PRP$"}:
        return None
    body = scene.starts.get(i) if doc[i].tag_ == "PRP$" else scene.ends.get(i - 1)
    if any(t.lower_ in _YET for t in doc[i + 1 : site.i]):
        return None
    return _body(scene, body)


def _body(scene: Scene, anchor: Anchor | None) -> Anchor | None:
    return anchor if anchor is not None and scene.type(anchor) is Type.ORGANIZATION else None


def _is_site(noun: Token) -> bool:
    """Say whether it is a place of work that is there: none that is shut, sold or planned."""
    if lemma(noun) not in _SITES or any(c.lower_ in _MAIN for c in noun.children):
        return False
    if noun.dep_ == "dobj" and judge(noun.head).status not in FACTUAL:
        return False  # "will have its office in Oslo"
    above = [noun.head, *noun.head.ancestors][:_CLIMBED]
    return all(lemma(t) not in _UNDOES for t in above)
