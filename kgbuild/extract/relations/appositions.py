"""Who holds an office by the name beside it: "President Ann Lee", "Ren, founder of Huawei,"."""

from spacy.tokens import Token

from kgbuild.extract.relations.appointments import made_over
from kgbuild.extract.relations.holders import Holder, named
from kgbuild.extract.relations.tenure import comma_before
from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lexicon import state_of_people
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import EPITHETS
from kgbuild.model import Form, Type

_HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir gen. general lt. col. sen. prof.".split()
)
_BREAKS = frozenset(", . : -RRB- '' `` _SP -LRB- HYPH".split())
_RELATIVE = frozenset({"WP", "WP$"})
_LONGEST = 6
"""Tokens before a name that describe it."""


def after(
    scene: Scene, place: int, fits: frozenset[Type], *, definite: bool, several: bool = False
) -> Holder | None:
    """Return the name after a title, or after a comma where the title is definite.

    With ``several`` it may be the first of some.
    """
    doc, end = scene.span.doc, scene.span.end
    while place < end and doc[place].lower_ in _HONORIFICS:
        place += 1
    titled = named(scene, scene.starts.get(place), fits)
    if titled is not None:
        return Holder(titled, "title", close=True)
    if not definite or place >= end - 1 or doc[place].text not in {",", ":"}:
        return None
    anchor = scene.starts.get(_past_description(scene, place + 1, fits))
    if anchor is not None and scene.type(anchor) is Type.PLACE and Type.PLACE not in fits:
        owned = scene.past_genitive(anchor)  # ", Peru's Acme"
        anchor = scene.starts.get(owned) if owned is not None else None
    name = named(scene, anchor, fits)
    if name is None or not (several or _closed(scene, name.span.end)):
        return None
    return Holder(name, "apposition")


def _past_description(scene: Scene, place: int, fits: frozenset[Type]) -> int:
    """Return where the name begins behind what describes it: "the Dane", "the bank", "Sister"."""
    doc, first, end = scene.span.doc, place, scene.span.end
    the, known = doc[first].lower_ == "the", fits | {Type.PERSON}
    place += the
    while place < min(end, first + _LONGEST):
        anchor = scene.starts.get(place)
        if anchor is not None and anchor.form is Form.NAME and scene.type(anchor) in known:
            return place
        savings = doc[place].tag_ == "NNS" and doc[place].dep_ == "compound"
        if the and (savings or doc[place].tag_ in EPITHETS) and doc[place].lower_ != "late":
            place += 1
        elif doc[place + 1 : place + 3].text.lower() == "-born":
            place += 3
        elif is_title(doc[place]) or state_of_people(doc[place].text) is not None:
            place += 1
        else:
            break
    return first


def _closed(scene: Scene, end: int) -> bool:
    """Say whether an apposition ends here, and is no member of a list."""
    doc = scene.span.doc
    if end >= scene.span.end:
        return True
    if doc[end].tag_[0] in "VM" or doc[end].text in {".", ")", ";"}:
        return True
    if doc[end].text != ",":
        return False
    follows = end + 1
    return follows not in scene.starts or doc[follows].tag_ in _RELATIVE


def before(scene: Scene, start: int, end: int, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return the name before an apposition: "Ren Zhengfei, founder of Huawei,"."""
    doc, first = scene.span.doc, scene.span.start
    place = start - 1
    if place > first and doc[place].tag_ in {"DT", "RB"}:
        place -= 1
    comma = comma_before(doc, place, first)
    if comma is None:
        return None
    if doc[comma - 1].tag_ == "CD" and comma - 2 > first and doc[comma - 2].text == ",":
        comma -= 2  # "Ren, 76, founder"
    anchor = named(scene, scene.ends.get(scene.before_aside(comma - 1)), fits)
    if anchor is None:
        return None
    one = doc[start - 1].lower_ in {"a", "an"}
    if one and (made := made_over(scene, anchor, fits)) is not None:
        return made
    parsed = head.dep_ == "appos" and head.head.i == anchor.span.root.i
    broken = end >= scene.span.end or doc[end].tag_ in _BREAKS or doc[end].tag_[0] in "VMW"
    return Holder(anchor, "apposition") if parsed or broken else None
