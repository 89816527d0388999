"""Where a body has its seat, by the words beside its name: "Acme, of Oslo", "Acme (Oslo)"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kgbuild.extract.relations.bases import ARMED
from kgbuild.extract.text.facts import CLEAR, PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_force, words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import DESCRIBING, GOES_ON
from kgbuild.extract.text.vocabulary import HEADQUARTERS
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RELATION = "HEADQUARTERED_IN"
MOST_BETWEEN = 4
"""Words that may stand between a place and what is of it: "the Oslo online fashion shop"."""
_HOUSES = frozenset(
    """academy arbitration center centre college conservatoire conservatory foundation gallery
    hospital institute institut instituto ministry museum polytechnic school seminary theatre
    theater universität université universidad università university""".split()
)
"""By such a word in its name a body is one house, so that it is where it is named to be."""
_KINDS = frozenset(
    """academy agency charity club college daily factory foundation fund gallery institute magazine
    museum newspaper paper producer publisher school shop theatre university weekly yard""".split()
)
_NO_KINDS = frozenset(
    """affiliate backer buyer claimant customer defendant employer investor landlord owner parent
    partner plaintiff rival seller shareholder subsidiary suitor venue""".split()
)
"""What a body is to another: its partner in Oslo need not have its seat there."""
_SHORT = 5
_LONGEST = 10
"""Words of a description: "a loss-making producer of vanilla extract in"."""
_IN = frozenset({"in", "at", "from", "near"})
_SEATED = frozenset({"based", "headquartered"})
_OFFICES = frozenset({"head office", "main office", "registered office"})
_LINKS = frozenset({"of", "for", "and"})
_CALLED = frozenset({"called", "named"})


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield the seats that stand beside the names of bodies."""
    known = ontology.enabled(RELATION)
    if known is None:
        return
    for place in scene.anchors:
        if scene.type(place) is not Type.PLACE or place.form is not Form.NAME:
            continue
        if scene.past_genitive(place) is not None:
            continue  # "a club in Denmark's second tier"
        for rule, body in _readings(scene, place):
            if body.referent != place.referent:
                sure = PLAIN if rule in {"seat:house", "seat:told"} else CLEAR
                yield Fact(body, RELATION, place, body.span.root, rule, confidence=sure)


def _readings(scene: Scene, place: Anchor) -> Iterator[tuple[str, Anchor]]:
    """Yield the rule and the body, of two that are "both of Oslo" each."""
    yield from (("seat:both", body) for body in _both(scene, place))
    ways = {
        "seat:of": _of,
        "seat:brackets": _in_brackets,
        "seat:kind": _explained,
        "seat:name": _called,
        "seat:told": _told,
        "seat:house": _house,
    }
    for rule, way in ways.items():
        if (body := way(scene, place)) is not None:
            yield rule, body
            return


def _named(scene: Scene, anchor: Anchor | None) -> Anchor | None:
    """Return it if it is the name of a body that may have a seat of its own."""
    if anchor is None or anchor.form is not Form.NAME or is_force(anchor.span.text):
        return None
    return anchor if scene.type(anchor) is Type.ORGANIZATION else None


def _both(scene: Scene, place: Anchor) -> tuple[Anchor, ...]:
    """Return the bodies of "Acme and Beta, both of Oslo"."""
    doc, i = scene.span.doc, place.span.start - 1
    if i - 4 < scene.span.start or doc[i].lower_ not in {"of", "in", "from"}:
        return ()
    i -= 2 if doc[i - 1].lower_ in _SEATED else 1
    if doc[i - 1 : i + 1].text.lower() != ", both":
        return ()
    second = _named(scene, scene.ends.get(i - 2))
    if second is None or doc[second.span.start - 1].lower_ not in {"and", "or"}:
        return ()
    first = _named(scene, scene.ends.get(second.span.start - 2))
    return (first, second) if first is not None else ()


def _of(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the body of "Acme, of Oslo"."""
    doc, of = scene.span.doc, place.span.start - 1
    if of - 2 < scene.span.start or doc[of].lower_ != "of" or doc[of - 1].text != ",":
        return None
    body = _named(scene, scene.ends.get(of - 2))
    if body is None or body.span.start - 2 < scene.span.start:
        return body
    joined = doc[body.span.start - 1].lower_ == "and"
    return None if joined and body.span.start - 2 in scene.ends else body  # it may be both


def _in_brackets(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the body of "Acme (Oslo)"."""
    doc, first, end = scene.span.doc, place.span.start - 1, place.span.end
    if first - 1 < scene.span.start or end >= scene.span.end:
        return None
    closed = doc[first].text == "(" and doc[end].text == ")"
    return _named(scene, scene.ends.get(first - 1)) if closed else None


def _explained(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the body of "Acme, an Oslo maker of skis" and "Acme, the small Oslo bank"."""
    if _kind_after(scene, place) is None:
        return None
    doc, i = scene.span.doc, place.span.start - 1
    while i > scene.span.start and doc[i].tag_ in DESCRIBING and i not in scene.ends:
        i -= 1
    if i - 2 < scene.span.start or doc[i].lower_ not in {"a", "an", "the"}:
        return None
    return _named(scene, scene.ends.get(i - 2)) if doc[i - 1].text == "," else None


def _called(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the body of "the Oslo bank Acme" and "an Oslo bank called Acme"."""
    kind = _kind_after(scene, place)
    if kind is None:
        return None
    doc, i = scene.span.doc, kind.i + 1
    while i < scene.span.end and doc[i].lower_ in _CALLED:
        i += 1
    body = _named(scene, scene.starts.get(i))
    owns = body is not None and scene.past_genitive(body) is not None
    return None if owns else body


def _told(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the body of "Acme, a maker of skis in Oslo" and "Acme, a bank with its seat in"."""
    doc, end = scene.span.doc, place.span.start - 1
    if end <= scene.span.start or doc[end].lower_ not in _IN:
        return None
    end = _before_seat(doc, end)
    first = end - 1
    while first > max(scene.span.start, end - _LONGEST) and (
        doc[first].tag_ in DESCRIBING or doc[first].lower_ in _LINKS
    ):
        if first in scene.starts:
            return None
        first -= 1
    if first - 2 < scene.span.start or doc[first].lower_ not in {"a", "an", "the"}:
        return None
    if any(t.lower_ in ARMED for t in doc[first + 1 : end]):
        return None  # "a rebel group in Chad" has no seat
    kind = next((t for t in doc[first + 1 : end] if doc[t.i + 1].lower_ in _LINKS), doc[end - 1])
    parted = doc[first - 1].text == "," and kind.i > first and _is_kind(kind)
    return _named(scene, scene.ends.get(first - 2)) if parted else None


def _before_seat(doc: Doc, end: int) -> int:
    """Return where "based" or "with its head office" begins before "in", else where that is."""
    if doc[end - 1].lower_ in _SEATED:
        return end - 1
    main = doc[end - 1].lower_ in HEADQUARTERS or doc[end - 2 : end].text.lower() in _OFFICES
    if not main:
        return end
    return next((i for i in range(end - 2, max(0, end - 6), -1) if doc[i].lower_ == "with"), end)


def _kind_after(scene: Scene, place: Anchor) -> Token | None:
    """Return the noun that says what is of a place: "bank" of "Oslo savings bank"."""
    doc, start = scene.span.doc, place.span.end
    short = place.span.text.replace(".", "").isupper() and len(place.span.text) < _SHORT
    if short or place.span.root.tag_ == "JJ":
        return None  # "a US bank" tells whose it is, not where
    for i in range(start, min(start + MOST_BETWEEN, scene.span.end)):
        based = i == start and doc[i].text == "-"
        if doc[i].tag_ not in DESCRIBING or based or i in scene.starts:
            return None
        follows = doc[i + 1].tag_ if i + 1 < scene.span.end else "."
        if _is_kind(doc[i]) and follows not in GOES_ON:
            return doc[i]
    return None


def _is_kind(noun: Token) -> bool:
    word = lemma(noun)
    return (
        noun.tag_ == "NN"
        and word not in _NO_KINDS
        and (word in words("organization", "companies") or word in _KINDS)
    )


def _house(scene: Scene, place: Anchor) -> Anchor | None:
    """Return the body of "the University of Science in Oslo"."""
    doc, before = scene.span.doc, place.span.start - 1
    if before - 1 < scene.span.start or doc[before].lower_ != "in":
        return None
    body = _named(scene, scene.ends.get(before - 1))
    if body is None or doc[body.span.start - 1].lower_ in {"a", "an"}:
        return None  # "wants to set up an Orr School in Oslo"
    return None if _HOUSES.isdisjoint(t.lower_ for t in body.span) else body
