"""Offices beside a name that tell no body, "President Ann Lee", and of what place they may be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgbuild.extract.relations.appositions import after, before
from kgbuild.extract.relations.fitting import relation_to
from kgbuild.extract.relations.holders import PERSON
from kgbuild.extract.relations.phrases import Body, body_after, body_before
from kgbuild.extract.relations.titles import title
from kgbuild.extract.text import role_nouns
from kgbuild.extract.text.facts import OFFICES, Fact
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.role_nouns import Noun
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Status


@dataclass(frozen=True, slots=True)
class Bare:
    """An office beside the name of who holds it, of no body by its words: "President Ann Lee"."""

    scene: Scene
    noun: Noun
    holder: Anchor


def find(scene: Scene) -> Iterator[Bare]:
    """Yield the offices of the sentence that name no body."""
    for noun in role_nouns.find(scene):
        office = any(role.office for role in noun.roles) and not noun.plural
        if not office or noun.status is not Status.ASSERTED:
            continue
        if body_before(scene, noun.start) or body_after(scene, noun.end):
            continue
        head = scene.span.doc[noun.head]
        holder = after(scene, noun.end, PERSON, definite=False)
        holder = holder or before(scene, noun.start, noun.end, head, PERSON)
        if holder is not None:
            yield Bare(scene, noun, holder.anchor)


def of_place(
    titles: Iterable[Bare], owner: Anchor, place: Anchor, held: Iterable[Fact]
) -> Fact | None:
    """Return the only office of a person, as one of a place, if no other of them is told."""
    known = any(f.relation in OFFICES and f.subject.referent == owner.referent for f in held)
    if known:
        return None
    found: dict[str, Fact] = {}
    for bare in titles:
        if bare.holder.referent != owner.referent:
            continue
        body = Body(place, bare.noun.start, bare.noun.start, front=True)
        relation = relation_to(bare.scene, bare.noun, body, bare.holder)
        if relation not in OFFICES:
            return None
        role = title(bare.scene, bare.noun, bare.noun.end)
        word = bare.scene.span.doc[bare.noun.head]
        found[role] = Fact(bare.holder, relation, place, word, "counterpart", role=role)
    return next(iter(found.values())) if len(found) == 1 else None
