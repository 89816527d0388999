"""Which two ends a frame may tie: types, names, and words beside them that rule a pair out."""

import re
from collections.abc import Callable, Container

from kgbuild.extract.relations.valency import Frame
from kgbuild.extract.text.facts import OWNED, WHEREABOUTS
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_central_bank, is_league, is_nation, is_town, words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.vetoes.orders import is_sold
from kgbuild.extract.vetoes.outsiders import is_of_team
from kgbuild.model import Type
from kgbuild.ontology import Relation

_Guard = Callable[[Scene, Frame, Anchor, Anchor], bool]


def allow(scene: Scene, frame: Frame, relation: Relation, subject: Anchor, object_: Anchor) -> bool:
    """Say whether a frame may tie two ends, of which nothing rules out the one or the other."""
    ends = scene.type(subject), scene.type(object_)
    if subject.referent == object_.referent or not relation.fits(*ends):
        return False
    if ends[0] not in frame.subject_is or ends[1] not in frame.object_is:
        return False
    if re.search(frame.named, _name(scene, object_)) is None:
        return False
    return not any(
        rules_out(scene, frame, subject, object_)
        for relations, rules_out in _GUARDS
        if frame.relation in relations
    )


def _name(scene: Scene, end: Anchor) -> str:
    return scene.referents[end.referent].name


def _is_public(scene: Scene, _: Frame, __: Anchor, body: Anchor) -> bool:
    """Say whether nobody has shares in it: a state's bank, a town; but a port, or a mine."""
    name = _name(scene, body)
    return is_central_bank(name) or is_town(name)


def _is_counted(scene: Scene, frame: Frame, _: Anchor, owner: Anchor) -> bool:
    """Say whether a name has a share of its own: "40 per cent of the firm, Acme 27 and Beta 33"."""
    end = owner.span.end
    return bool(frame.nouns) and end < scene.span.end and scene.span.doc[end].like_num


def _may_not_join(scene: Scene, frame: Frame, one: Anchor, body: Anchor) -> bool:
    """Say whether what "belongs to" a body is no member of it: a state is, or one of a league."""
    return frame.league and not (is_nation(_name(scene, one)) or _has_members(scene, body))


def _is_joined(scene: Scene, frame: Frame, body: Anchor, _: Anchor) -> bool:
    return frame.no_league and _has_members(scene, body)


def _has_members(scene: Scene, body: Anchor) -> bool:
    """Say whether a body is a league by its name, or called so: "the lobby group Acme"."""
    root = body.span.root
    beside = [c for c in root.children if c.dep_ in {"appos", "compound"}]
    beside += [root.head, *root.head.children] if root.dep_ == "appos" else []
    leagues = words("organization", "leagues") | {"lobby"}
    called = any(lemma(t) in leagues and not t.text.istitle() for t in beside)
    return called or is_league(_name(scene, body))


def _lies_around(scene: Scene, _: Frame, __: Anchor, place: Anchor) -> bool:
    """Say whether it tells where the place before it lies: "moved to Brockton, Massachusetts,"."""
    root = place.span.root
    before = scene.ends.get(place.span.start - 2)
    if root.dep_ != "conj" or root.head.dep_ == "conj" or before is None:
        return False
    more = (c for t in (root.head, root) for c in t.rights if c != root)
    listed = any(c.dep_ in {"cc", "conj"} for c in more)
    comma = root.doc[place.span.start - 1].text == ","
    return comma and not listed and scene.type(before) is Type.PLACE


_GUARDS: tuple[tuple[Container[str], _Guard], ...] = (
    (OWNED, _is_public),
    ({"OWNS"}, _is_counted),
    ({"OWNS"}, _is_joined),
    ({"MEMBER_OF"}, _may_not_join),
    ({"ACQUIRED"}, lambda _, __, buyer, firm: is_sold(buyer, firm)),
    ({"LEADS"}, lambda _, __, ___, team: is_of_team(team.span.root)),
    (WHEREABOUTS, _lies_around),
)
