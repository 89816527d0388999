"""By which relation an office ties its holder to a body: "CIA director", not "a director"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.names import posts
from kgbuild.extract.names.partisans import PARTISANS, SEATED
from kgbuild.extract.relations.phrases import Body
from kgbuild.extract.relations.titles import narrowing
from kgbuild.extract.text import roles
from kgbuild.extract.text.lexicon import is_agency, is_force, is_institution, state, state_of_people
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.role_nouns import Noun
from kgbuild.extract.text.roles import Role
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import POSSESSIVE
from kgbuild.model import Type

GOVERNING = frozenset("chancellor governor mayor minister premier president".split())
"""What one is called who governs, maybe for a party: "Democratic Governor Ann Lee"."""


def relation_of(scene: Scene, role: Role, noun: Noun, body: Body, holder: Anchor) -> str | None:
    """Return the relation that a role gives with this body, if the two go together."""
    allowed = role.before if body.front else role.after
    if scene.type(body.anchor) not in allowed or scene.type(holder) not in role.holder:
        return None
    if not (body.front or body.narrows or body.word in (*role.words, "by")):
        return None
    if body.front and _demonym(body.anchor) and not role.adjective and not role.alone:
        return None
    if role.office and body.front and body.anchor.span.text in PARTISANS and _sits(scene, noun):
        return None  # "Democratic Governor Ann Lee"
    if role.alone and not (body.front and _demonym(body.anchor)):
        return None
    if role.country and not _is_country(scene, body):
        return None
    if role.definite and not _is_the_one(scene, noun, body):
        return None
    if role.named and not re.search(role.named, scene.referents[body.anchor.referent].name):
        return None
    if role.relation == "PLAYS_FOR" and is_force(scene.referents[body.anchor.referent].name):
        return "WORKS_FOR"  # an army has captains, too
    if role.cue and not scene.lemmas.intersection(role.cue):
        return None
    if any(w in roles.words("refused") for w in _other_words(scene, noun)):
        return None
    narrow = narrowing(scene, noun)
    if _is_of_exchequer(scene, noun, body):
        return role.else_
    if body.narrows or narrow or _is_of_branch(scene, noun, body):
        if role.else_ and not _may_narrow(scene, narrow, scene.type(body.anchor)):
            return None
        return role.else_ or role.relation
    return role.relation


def _sits(scene: Scene, noun: Noun) -> bool:
    return scene.span.doc[noun.head].lower_ in GOVERNING | SEATED


def _other_words(scene: Scene, noun: Noun) -> Iterator[str]:
    """Yield the words before an office, but for what a minister is of: "industry minister"."""
    of_state = scene.span.doc[noun.head].lower_ == "minister"
    return (w for w in noun.words if not (of_state and w in roles.words("state")))


def relation_to(scene: Scene, noun: Noun, body: Body, holder: Anchor) -> str | None:
    """Return the relation that the first fitting role of a noun gives with a body, if one does."""
    found = (relation_of(scene, role, noun, body, holder) for role in noun.roles)
    return next((relation for relation in found if relation is not None), None)


def _is_of_exchequer(scene: Scene, noun: Noun, body: Body) -> bool:
    """Say whether a chancellor is but the minister of finance: "the British Chancellor"."""
    of = state(scene.referents[body.anchor.referent].name)
    return scene.span.doc[noun.head].lower_ == "chancellor" and of == "United Kingdom"


def _is_of_branch(scene: Scene, noun: Noun, body: Body) -> bool:
    """Say whether a place behind tells of what branch: "head of Acme in Peru", "its boss in Lima".

    An institution stands where it is: "head of the University of Oslo in Norway".
    """
    doc, end = scene.span.doc, max(noun.end, body.end)
    if scene.type(body.anchor) is not Type.ORGANIZATION or end + 1 >= scene.span.end:
        return False
    place = scene.starts.get(end + 1 + (doc[end + 1].lower_ == "the"))
    aims = body.front and doc[end].lower_ == "for"  # "Acme's director for Europe"
    if (
        not (aims or doc[end].lower_ == "in")
        or place is None
        or scene.type(place) is not Type.PLACE
    ):
        return False
    if body.front:
        return True
    heads = doc[noun.end - 1].lower_ in posts.OF_BRANCHES
    named = state(place.span.text) is not None and not is_institution(body.anchor.span.text)
    return heads and named


def _is_the_one(scene: Scene, noun: Noun, body: Body) -> bool:
    """Say whether there is but one: "CIA director", "its director", not "a director".

    A firm has several: "Acme director Ann Lee".
    """
    if body.front:
        one_of_many = scene.span.doc[body.start].lower_ in {"a", "an"}
        if scene.span.doc[body.end - 1].tag_ in POSSESSIVE:
            return not one_of_many
        agency = not one_of_many and is_agency(
            body.anchor.span.text, scene.referents[body.anchor.referent].name
        )
        return agency or scene.span.doc[noun.noun].text[:1].isupper()
    return scene.span.doc[noun.start - 1].lower_ not in {"a", "an"}


def _is_country(scene: Scene, body: Body) -> bool:
    name = scene.referents[body.anchor.referent].name
    return state(name) is not None or state_of_people(name) is not None


def _may_narrow(scene: Scene, narrow: list[Token], body: Type) -> bool:
    state = roles.words("state")
    if body is Type.PLACE:
        return all(t.lower_ in state for t in narrow)
    return all(t.lower_ in state or not t.text[:1].isupper() or t.is_upper for t in narrow)


def _demonym(anchor: Anchor) -> bool:
    return state_of_people(anchor.span.text) is not None
