"""Where a person was born: "(born 12 June 1971 in Graz)", "born and raised in", "Oslo-born"."""

from collections.abc import Iterator

from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.tagsets import DESCRIBING
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

_RELATION = "BORN_IN"
_BRED = frozenset(
    ["born and raised in", "born and bred in", "born and brought up in", "born and reared in"]
)
_TITLES = DESCRIBING | {","}


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who was born where by words right beside the place."""
    if ontology.enabled(_RELATION) is None:
        return
    for place in scene.anchors:
        if scene.type(place) is not Type.PLACE:
            continue
        person = _native(scene, place)
        if person is None and place.form is Form.NAME:
            person = _born(scene, place) or _bred(scene, place)
        if person is not None:
            word = person.span.root
            yield Fact(person, _RELATION, place, word, "place:born", confidence=CLEAR)


def _born(scene: Scene, place: Anchor) -> Anchor | None:
    """Read "Ann Lee (born 12 June 1971 in Graz)"."""
    doc, i = scene.span.doc, place.span.start - 1
    if i <= scene.span.start or doc[i].lower_ != "in":
        return None
    i -= 1
    while i > scene.span.start and doc[i].tag_ in {"CD", ",", "NNP", "IN"} and doc[i].text != "(":
        i -= 1
    if doc[i].lower_ != "born" or doc[i - 1].text != "(":
        return None
    person = scene.ends.get(i - 2)
    return person if person is not None and scene.type(person) is Type.PERSON else None


def _bred(scene: Scene, place: Anchor) -> Anchor | None:
    """Read "Ann Lee was born and raised in Linz"; the parser has her but raised there."""
    doc, end = scene.span.doc, place.span.start
    start = end - 4 - (text_in(doc, max(0, end - 2), end).lower() == "up in")
    if start < scene.span.start or text_in(doc, start, end).lower() not in _BRED:
        return None
    found = (scene.resolve(t) for t in subjects(doc[start]).tokens)
    return next((a for a in found if a is not None and scene.type(a) is Type.PERSON), None)


def _native(scene: Scene, place: Anchor) -> Anchor | None:
    """Read "Oslo-born senator Ann Lee", "an Oslo-born senator, Ann Lee," and "Danish-born"."""
    doc, i = scene.span.doc, place.span.end + 2
    if text_in(doc, place.span.end, i).lower() != "-born":
        return None
    while i < scene.span.end:
        named = scene.starts.get(i)
        if named is not None and scene.type(named) is not Type.PLACE:
            parted = doc[i - 1].text == "," and named.span.root.head != doc[i - 2]
            return None if parted else scene.as_name(named, Type.PERSON)
        if doc[i].tag_ not in _TITLES:
            return None
        i = named.span.end if named else i + 1
    return None
