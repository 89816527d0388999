"""Where a body is at work, by what it has there: "Acme's plant in Oslo", "its Oslo plant".

So is "Oslo, where Acme runs two hotels"; what it "has its head office" in is its seat.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.relations.places import is_wide
from kgbuild.extract.text.facts import CLEAR, PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import TOWNS
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Form, Type
from kgbuild.ontology import Ontology

RULE = "branch"
_SITES = frozenset(
    """bakery branch brewery bureau camp campus cannery center centre clinic colliery dairy depot
    dockyard factory farm foundry hangar hatchery kiln laboratory lab mill mine office outlet pen
    pier pit plant quarry refinery restaurant shipyard showroom site slaughterhouse smelter shop
    slipway store studio tannery terminal warehouse winery works workshop yard""".split()
)
_IN = frozenset({"in", "at", "near", "on", "outside"})
_PARTS = TOWNS | {"district", "province"}
_MAIN = frozenset({"head", "main", "registered", "principal", "central"})
_YET = frozenset(
    """first future new next only own planned possible promised proposed second third""".split()
)
"""What is called so may be yet to come, or the one that was shut; "own" asks for no more."""
_UNDOES = frozenset(
    """abandon close demolish dispose end leave lose mothball quit relinquish scrap sell shed shut
    shutter vacate give sale closure loss disposal closing plan project idea proposal opening
    construction building""".split()
)
_CLIMBED = 4
WHERE = "where"
_WORKS = frozenset(
    """assemble brew build cultivate develop dig drill employ extract farm fish fly grow guard keep
    lease maintain make manufacture mine operate own produce publish pump refine rent run sell
    staff store trade train work""".split()
)
"""What a body does where it is at work: "Zug, where Acme sells its output"."""
_BUILDS = frozenset({"build", "develop", "dig", "drill"})
_HAS = _SITES | frozenset(
    """base brigade concession crane customer employee field garrison hospital hotel hub mast
    operation partner port school shaft soldier staff station subsidiary team troop unit vineyard
    well worker""".split()
)
_SEATS = frozenset({"headquarters", "headquarter", "home", "seat"})
_SITS = frozenset({"base", "headquarter", "sit"})
_BETWEEN = frozenset({"RB", "MD", "RP"})
_PRESENT = frozenset({"VBZ", "VBP", "VBG", "VBN", "VB"})
_FAR = 6
"""Tokens between a place and "where": "Lima, the capital, where"."""


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield where bodies have plants, offices and the like that nobody opens or gives up."""
    known = ontology.enabled("OPERATES_IN")
    if known is None:
        return
    if WHERE in scene.text:
        yield from _there(scene, ontology)
    for place in scene.anchors:
        if scene.type(place) is not Type.PLACE or place.form is not Form.NAME:
            continue
        body = _behind(scene, place) or _before(scene, place)
        if body is not None and body.referent != place.referent:
            yield Fact(body, known.name, place, place.span.root, RULE, confidence=PLAIN)


def _there(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who is told to work, or to be at home, in a place that "where" takes up."""
    for where in scene.tokens:
        if where.lower_ != "where":
            continue
        place, body = _taken_up(scene, where), _doer(scene, where)
        if place is None or body is None or place.referent == body.referent:
            continue
        verb = _verb(scene, body)
        name = _tie(verb) if verb is not None else None
        if name is not None and ontology.enabled(name):
            yield Fact(body, name, place, verb or where, WHERE, verb=verb, confidence=CLEAR)


def _taken_up(scene: Scene, where: Token) -> Anchor | None:
    """Return the place before "where": Lima of "Lima, Peru, where"."""
    doc, first = scene.span.doc, max(scene.span.start, where.i - _FAR)
    place = next((a for i in range(where.i - 1, first, -1) if (a := scene.ends.get(i))), None)
    if place is None or scene.type(place) is not Type.PLACE or place.form is not Form.NAME:
        return None
    end = place.span.end
    if end < where.i and doc[end].text != ",":
        return None
    before = place.span.start - 1
    before -= before > first and doc[before].lower_ == "in"
    inner = scene.ends.get(before - (doc[before].text == ","))
    if inner is None or not is_wide(scene.referents[place.referent].name):
        return place
    nested = scene.type(inner) is Type.PLACE and not is_wide(scene.referents[inner.referent].name)
    return inner if nested else place


def _doer(scene: Scene, where: Token) -> Anchor | None:
    """Return the body right behind "where": "where it", "where the trading firm Acme"."""
    doc, place = scene.span.doc, where.i + 1
    while place < min(scene.span.end, where.i + _FAR):
        anchor = scene.starts.get(place)
        if anchor is not None:
            owns = scene.past_genitive(anchor) is not None or anchor.span[-1].tag_ == "PRP$"
            return None if owns else _body(scene, anchor)
        if doc[place].tag_ not in {"DT", "JJ", "NN"}:
            return None
        place += 1
    return None


def _verb(scene: Scene, body: Anchor) -> Token | None:
    """Return what the body does: the verb behind its name, adverbs and helpers aside."""
    doc, place, helper = scene.span.doc, body.span.end, None
    while place < scene.span.end:
        token = doc[place]
        if token.pos_ == "VERB":
            return token
        if token.pos_ == "AUX":
            helper = token
        elif token.tag_ not in _BETWEEN and token.lower_ != "itself":
            break
        place += 1
    return helper if helper is not None and lemma(helper) == "have" else None


def _tie(verb: Token) -> str | None:
    """Return what a verb behind "where" says of a body and the place."""
    word = lemma(verb)
    helped = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    bygone = verb.tag_ not in _PRESENT and not helped & {"has", "have", "is", "are"}
    if word in _SITS:
        return None if bygone or "was" in helped else "HEADQUARTERED_IN"
    if word == "open":
        return "OPERATES_IN"
    if bygone or "had" in helped:
        return None
    if word == "have":
        things = [c for c in verb.children if c.dep_ in {"dobj", "ccomp"}]
        if any(lemma(t) in _SEATS or _is_main(t) for t in things):
            return "HEADQUARTERED_IN"
        counted = any(t.tag_ == "CD" for t in things)
        return "OPERATES_IN" if counted or any(lemma(t) in _HAS for t in things) else None
    if word in _BUILDS and verb.tag_ == "VBG":
        return None  # is at it yet
    persons = verb.i + 1 < len(verb.doc) and verb.nbor(1).tag_ == "PRP"
    return "OPERATES_IN" if word in _WORKS and not persons else None  # "has made her a member"


def _is_main(noun: Token) -> bool:
    """Say whether it is a head office, or "its offices"."""
    office = lemma(noun) == "office"
    own = noun.tag_ == "NNS" and any(c.tag_ == "PRP$" for c in noun.children)
    return office and (own or any(c.lower_ in _MAIN for c in noun.children))


def _behind(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the body of "Acme's plant in Oslo" and "the plant of Acme in Oslo"."""
    doc, before = scene.span.doc, place.span.start - 1
    if doc[before].lower_ == "of" and doc[before - 1].lower_ in _PARTS:
        before -= 3  # "on the island of"
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
