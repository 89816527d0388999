"""Who holds an office by another's: "his Chinese counterpart, Wang Yi", "her predecessor"."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.facts import OFFICES, PLAIN, Fact
from kgbuild.extract.holders import after
from kgbuild.extract.paragraphs import Anchor
from kgbuild.extract.phrases import body_before
from kgbuild.extract.scene import Scene
from kgbuild.model import Status, Type

_PERSON = frozenset({Type.PERSON})
_STANDS = {
    "counterpart": {Status.ASSERTED: Status.ASSERTED},
    "predecessor": {Status.ASSERTED: Status.FORMER, Status.FORMER: Status.FORMER},
    "successor": {Status.FORMER: Status.ASSERTED, Status.ASSERTED: Status.PLANNED},
}
"""By the noun and by what the first one's office is, what the other's is."""


def find(facts: Sequence[Fact], before: Sequence[Fact], scene: Scene) -> Iterator[Fact]:
    """Yield the offices of those who are told by the office of somebody else.

    It is looked for in the ``facts`` of the sentence, then in those of the sentences ``before``.
    """
    if scene.lemmas.isdisjoint(_STANDS):
        return
    for noun in scene.span[:-1]:
        stands = _STANDS.get(noun.lower_)
        holder = after(scene, noun.i + 1, _PERSON, definite=True) if stands else None
        if stands is None or holder is None:
            continue
        owner = _owner(scene, noun)
        office = owner and (_only(facts, owner, stands) or _only(before, owner, stands))
        if not office:
            continue
        body = office.object
        if noun.lower_ == "counterpart":
            found = body_before(scene, noun.i)
            if found is None or scene.type(found.anchor) is not scene.type(body):
                continue
            body = found.anchor
        yield replace(
            office,
            subject=holder.anchor,
            object=body,
            word=noun,
            rule=noun.lower_,
            verb=None,
            status=stands[office.status],
            state=False,
            confidence=PLAIN,
            implied=True,
        )


def _only(facts: Iterable[Fact], owner: Anchor, stands: Container[Status]) -> Fact | None:
    """Return the one office of a person, if there is but one."""
    found = {
        fact.key: fact
        for fact in facts
        if fact.verb is None
        and fact.relation in OFFICES
        and fact.subject.referent == owner.referent
        and fact.status in stands
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _owner(scene: Scene, noun: Token) -> Anchor | None:
    """Return whose counterpart it is."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    return scene.resolve(owner) if owner is not None else None
