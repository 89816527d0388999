"""Who does together what a verb says: "Acme and Beta signed a pact", "as the two leaders met"."""

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from kgbuild.extract.references.referring import persons
from kgbuild.extract.relations.valency import Frame
from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import DASHES
from kgbuild.model import Form, Type

_DATELINE = 30
"""Tokens in which the dash behind a dateline stands."""
_DASHES = DASHES - {"-"}
"""Of a dateline: the other joins words, "state-owned"."""


def pairs(
    scene: Scene,
    said: Clause,
    frame: Frame,
    subjects: Sequence[Anchor],
    objects: Sequence[Anchor],
) -> Iterable[tuple[Anchor, Anchor]]:
    """Return who does it with whom: those of the subject, where the verb has no object."""
    if not objects and len(subjects) < 2:
        subjects = _both(scene, said) or subjects
    subjects, objects = _partners(scene, subjects), _partners(scene, objects)
    if objects or (said.targets and not frame.nouns):
        return product(subjects, objects)
    return combinations(subjects, 2)


def _both(scene: Scene, said: Clause) -> list[Anchor]:
    """Return the two persons that the sentence has named before "as the two leaders met"."""
    both = next(iter(said.subjects.tokens), None)
    if both is None or both.tag_ != "NNS" or lemma(both) not in persons():
        return []
    if not {"the", "two"} <= {c.lower_ for c in both.children}:
        return []
    before = (a for a in scene.anchors if a.span.end <= both.i and a.form is Form.NAME)
    named = {a.referent: a for a in before if scene.type(a) is Type.PERSON}
    return list(named.values()) if len(named) == 2 else []


def _partners(scene: Scene, named: Sequence[Anchor]) -> list[Anchor]:
    """Return who does it together, without what a dateline names and where a body is from.

    The parser joins them: "OSLO, 2 May (News Wire) -- Acme of Lima and Beta of Oslo signed".
    """
    first = _past_dateline(scene)
    return [a for a in named if a.span.start >= first and not _is_where_from(scene, a)]


def _past_dateline(scene: Scene) -> int:
    """Return the first token, or the dash of a dateline: "OSLO, 2 May (News Wire) --"."""
    doc, first = scene.span.doc, scene.span.start
    town = scene.starts.get(first)
    if town is None or scene.type(town) is not Type.PLACE or not doc[first].is_upper:
        return first
    dash = next((t.i for t in scene.span[:_DATELINE] if t.text in _DASHES), first)
    return dash if all(t.pos_ != "VERB" for t in doc[first:dash]) else first


def _is_where_from(scene: Scene, place: Anchor) -> bool:
    start = place.span.start
    body = scene.ends.get(start - 1) if start > scene.span.start else None
    of = scene.span.doc[start - 1].lower_ == "of" and scene.type(place) is Type.PLACE
    return of and body is not None and scene.type(body) is Type.ORGANIZATION
