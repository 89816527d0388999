"""Whose a firm is, or who is with it: "Ann Lee's Norvane Capital", "Norvane's Ann Lee"."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.extract.facts import PLAIN, Fact
from kgbuild.extract.lexicon import words
from kgbuild.extract.paragraphs import Anchor
from kgbuild.extract.scene import Scene
from kgbuild.extract.scores import Told
from kgbuild.model import Form, Statement, Type
from kgbuild.ontology import Ontology

RULE = "genitive"
_WORD = re.compile(r"[\w-]+")
LIKELY = 0.3
"""From there on the model's word counts that it is a party or a team."""
_OTHERS = ("MEMBER_OF", "PLAYS_FOR", "LEADS", "FOUNDED", "WORKS_FOR")
_TRADING = frozenset(
    """business buyout company customer debt factory firm investor lender merger profit revenue
    shareholder share stake takeover""".split()
)
_POLITICS = frozenset(
    """administration alliance ballot bloc cabinet coalition election government lawmaker legislator
    minister mp opposition parliament party poll premier president seat vote voter""".split()
)
_FIRMS = frozenset(
    """airlines airways asa ag sa nv bank corp corporation inc incorporated ltd limited llc plc co
    company group holding holdings industries technologies motors energy petroleum pharmaceuticals
    capital ventures partners steel foods hotels media entertainment""".split()
)
"""The last words of firms' names."""


def find(scene: Scene, told: Told, ontology: Ontology, *, sport: bool) -> Iterator[Fact]:
    """Yield what a genitive ties that stands right before a name; ``sport`` as in is_of_sport."""
    for owner in scene.anchors:
        owned = _owned(scene, owner)
        if owned is None or owned.referent == owner.referent:
            continue
        firm = _is_firm_of(scene, owner, owned) and not _likely(told, owner, owned)
        ends, name = (owner, owned), "OWNS" if firm else None
        if scene.type(owned) is Type.PERSON and scene.type(owner) is Type.ORGANIZATION:
            ends, name = (owned, owner), _post(owned, owner, told)
            name = "WORKS_FOR" if name == "PLAYS_FOR" and not sport else name
        relation = ontology.relations.get(name or "")
        if relation and relation.enabled and relation.fits(*map(scene.type, ends)):
            yield Fact(
                ends[0], relation.name, ends[1], ends[0].span.root, RULE,
                implied=name == "OWNS", confidence=PLAIN,
            )  # fmt: skip


def is_of_sport(text: str) -> bool:
    """Say whether an article holds any word of sport: else nobody in it plays for a body."""
    return not words("sport", "words").isdisjoint(_WORD.findall(text.lower()))


def _owned(scene: Scene, owner: Anchor) -> Anchor | None:
    """Return the name behind a genitive."""
    place = scene.past_genitive(owner) if owner.form is Form.NAME else None
    owned = scene.starts.get(place) if place is not None else None
    if owned is None or owned.form is not Form.NAME:
        return None
    named_after = owned.span.root.dep_ in {"amod", "compound", "nmod"}
    return None if named_after else owned  # "NASA's James Webb telescope"


def _is_firm_of(scene: Scene, owner: Anchor, owned: Anchor) -> bool:
    """Say whether it is a firm, by its name or what is told, and no party or team."""
    if scene.type(owner) is not Type.PERSON or scene.type(owned) is not Type.ORGANIZATION:
        return False
    name = [t.lower_ for t in owned.span]
    if not words("organization", "government").isdisjoint(name):
        return False
    if _is_party(owned) or not words("sport", "words").isdisjoint(scene.lemmas):
        return False
    return name[-1] in _FIRMS or (
        not scene.lemmas.isdisjoint(_TRADING) and scene.lemmas.isdisjoint(_POLITICS)
    )


def _is_party(body: Anchor) -> bool:
    return not words("organization", "parties").isdisjoint(t.lower_ for t in body.span)


def _post(person: Anchor, body: Anchor, told: Told) -> str:
    """Return what somebody is to the body: a member of a party or an armed group, or at work."""
    if _is_party(body):
        return "MEMBER_OF"
    return _likely(told, person, body) or "WORKS_FOR"


def _likely(told: Told, person: Anchor, body: Anchor) -> str | None:
    """Return what somebody is most likely to be to a body by the model, if it is so likely."""
    scores = {name: told.get((person.referent, name, body.referent)) for name in _OTHERS}
    likely = {name: s.probability for name, s in scores.items() if s and s.probability >= LIKELY}
    return max(likely, key=lambda name: likely[name], default=None)


def without_closer(found: Sequence[Statement]) -> list[Statement]:
    """Return the statements, of posts told by a genitive those that nothing tells better."""
    closer = {(s.subject, s.object) for s in found if s.rule != RULE and s.relation in _OTHERS}
    return [
        one
        for one in found
        if one.rule != RULE or one.relation == "OWNS" or (one.subject, one.object) not in closer
    ]
