"""Which place lies in which, by the words between two names: "Paris, France"."""

from collections.abc import Iterator
from functools import cache

from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import acts_behind
from kgbuild.extract.words import table
from kgbuild.model import Type
from kgbuild.names import normalise
from kgbuild.ontology import Ontology

RELATION = "LOCATED_IN"
_REGIONS = frozenset("province state county region oblast prefecture district governorate".split())
_AMERICAN = frozenset(
    """Ala. Ariz. Ark. Calif. Colo. Conn. D.C. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich.
    Minn. Miss. Mo. Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Okla. Ore. Pa. R.I. S.C. S.D.
    Tenn. Tex. Va. Vt. W.Va. Wash. Wis. Wyo.""".split()
)
"""States by their short names, as the agencies write them behind a town."""
_SIDES = frozenset(
    """north south east west northern southern eastern western central northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern inner outer""".split()
)
_WITHIN = frozenset("DT JJ NN NNP IN HYPH".split())
"""Tags of what stands before the wider place: "in the Congolese province of North Kivu"."""


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield "Paris, France", "China's Shanxi Province" and "Taiyuan in Shanxi"."""
    if ontology.enabled(RELATION) is None:
        return
    for place in scene.anchors:
        if scene.as_name(place, Type.PLACE) is None:
            continue
        pairs = (
            ("place:comma", place, _after_comma(scene, place)),
            ("place:genitive", _owned_by(scene, place), place),
            ("place:in", place, _after_in(scene, place)),
            ("place:within", place, _within(scene, place)),
        )
        for rule, inner, outer in pairs:
            if inner is not None and outer is not None and inner.referent != outer.referent:
                yield Fact(inner, RELATION, outer, inner.span.root, rule, confidence=CLEAR)


@cache
def _countries() -> frozenset[str]:
    names = [*table("countries"), *(name for names in table("regions").values() for name in names)]
    return frozenset(normalise(Type.PLACE, name) for name in names)


def is_wide(name: str) -> bool:
    """Say whether a place is of the kind that others are said to lie in.

    >>> is_wide("Shanxi Province"), is_wide("North China"), is_wide("Lyon")
    (True, True, False)
    """
    parts = normalise(Type.PLACE, name).split()
    if name in _AMERICAN or not parts:
        return name in _AMERICAN
    if parts[0] in _SIDES and len(parts) > 1:
        return is_wide(" ".join(parts[1:])) or parts[-1] in _REGIONS
    return " ".join(parts) in _countries() or (len(parts) > 1 and parts[-1] in _REGIONS)


def owned(scene: Scene, owner: Anchor | None, type_: Type = Type.PLACE) -> Anchor | None:
    """Return the name, as a rule a place's, that stands after this one and its 's."""
    end = scene.past_genitive(owner) if owner is not None else None
    if end is None:
        return None
    doc = scene.span.doc
    while end < scene.span.end and doc[end].lower_ in _SIDES and end not in scene.starts:
        end += 1
    return scene.as_name(scene.starts.get(end), type_)


def _after_comma(scene: Scene, inner: Anchor) -> Anchor | None:
    """Return France of "Paris, France", Shanxi of "Taiyuan, North China's Shanxi Province"."""
    doc, end = scene.span.doc, inner.span.end
    if end + 1 >= scene.span.end or doc[end].text != ",":
        return None
    outer = scene.starts.get(end + 1)
    outer = _wider(scene, inner, owned(scene, outer) or outer)
    return None if outer is None or _is_list(scene, inner, outer) else outer


def _owned_by(scene: Scene, owner: Anchor) -> Anchor | None:
    """Return the place in "China's Shanxi Province" that is China's."""
    inner = owned(scene, owner)
    return inner if inner is not None and _wider(scene, inner, owner) else None


def _after_in(scene: Scene, inner: Anchor) -> Anchor | None:
    """Return Shanxi of "Taiyuan in Shanxi" where the parse, too, ties the one to the other."""
    doc, end = scene.span.doc, inner.span.end
    if end + 1 >= scene.span.end or doc[end].lower_ != "in":
        return None
    outer = scene.starts.get(end + 1) or scene.starts.get(end + 2)
    return _wider(scene, inner, outer) if doc[end].head.i == inner.span.root.i else None


def _within(scene: Scene, inner: Anchor) -> Anchor | None:
    """Return North Kivu of "Kirumba, in the Congolese province of North Kivu"."""
    doc, end = scene.span.doc, inner.span.end + 1
    if end + 1 >= scene.span.end or text_in(doc, end - 1, end + 1).lower() != ", in":
        return None
    place = end + 1
    while place < scene.span.end and place not in scene.starts and doc[place].tag_ in _WITHIN:
        place += 1
    outer = scene.starts.get(place)
    if outer is not None and scene.past_genitive(outer) is not None:
        outer = owned(scene, outer)  # "Vitoria, in Spain's Basque Country"
    outer = scene.as_name(outer, Type.PLACE)
    if outer is None:
        return None
    told = doc[place - 1].lower_ == "of" and doc[place - 2].lower_ in _REGIONS
    told = told or outer.span.start > place
    return outer if told or is_wide(scene.referents[outer.referent].name) else None


def _wider(scene: Scene, inner: Anchor, outer: Anchor | None) -> Anchor | None:
    """Return the second of two places if the first may lie in it."""
    outer = scene.as_name(outer, Type.PLACE)
    if outer is None or acts_behind(inner.span.root, outer.span.root):
        return None
    names = [scene.referents[a.referent].name for a in (inner, outer)]
    part = outer.span[0].lower_ in _SIDES  # "Peru, South America" is in a part of it
    in_state = normalise(Type.PLACE, names[0]) in _countries() and not part
    return outer if is_wide(names[1]) and not in_state else None


def _is_list(scene: Scene, inner: Anchor, outer: Anchor) -> bool:
    """Say whether the two stand side by side in "China, Japan and Korea"."""
    doc, end = scene.span.doc, outer.span.end
    joined = any(c.dep_ in {"cc", "conj"} for t in (inner, outer) for c in t.span.root.children)
    follows = doc[end].lower_ if end < scene.span.end else "."
    return (joined and outer.span.root.dep_ == "conj") or follows in {"and", "or", "&"}
