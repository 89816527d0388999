"""Whose a firm is, or who is with it: "Ann Lee's Norvane Capital", "Norvane's Ann Lee"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kgbuild.extract.neural.scores import Told
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.model import Form, Statement, Status, Type
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
POLITICS = frozenset(
    """administration alliance ballot bloc cabinet coalition election government lawmaker legislator
    minister mp opposition parliament party poll premier president seat vote voter""".split()
)
_EXPELS = frozenset({"eject", "expel", "kick", "oust", "throw"})
_PARTY = frozenset({"party", "movement"})
FIRMS = frozenset(
    """airlines airways asa ag sa nv bank corp corporation inc incorporated ltd limited llc plc co
    company group holding holdings industries technologies motors energy petroleum pharmaceuticals
    capital ventures partners steel foods hotels media entertainment cement chemicals
    electronics enterprises estates freight gas investments lines logistics marine minerals mining
    navigation networks oil petrochem pharma properties resorts resources semiconductor
    semiconductors services shipping software solutions studios systems tech technology telecom
    telecommunications trading transport""".split()
)
"""The last words of firms' names."""
_UNITS = frozenset(
    """battalion branch brigade bureau centre center command department directorate division
    faculty institute laboratory lab office regiment school section service squad unit""".split()
)
"""Words by which a body's name tells that it is a part of another."""


def find(scene: Scene, told: Told, ontology: Ontology, *, sport: bool) -> Iterator[Fact]:
    """Yield what a genitive ties that stands right before a name; ``sport`` as in is_of_sport."""
    for owner in scene.anchors:
        owned = _owned(scene, owner)
        if owned is None or owned.referent == owner.referent:
            continue
        firm = _is_firm_of(scene, owner, owned) and not likeliest(told, owner, owned)
        ends, name = (owner, owned), "OWNS" if firm else None
        if scene.type(owned) is Type.PERSON and scene.type(owner) is Type.ORGANIZATION:
            ends, name = (owned, owner), _post(owned, owner, told)
            name = "WORKS_FOR" if name == "PLAYS_FOR" and not sport else name
        elif _is_unit_of(scene, owner, owned):
            ends, name = (owned, owner), "SUBSIDIARY_OF"
        relation = ontology.enabled(name or "")
        if relation and relation.fits(*map(scene.type, ends)):
            yield Fact(
                ends[0], relation.name, ends[1], ends[0].span.root, RULE,
                implied=name == "OWNS", confidence=PLAIN,
            )  # fmt: skip
    member = ontology.enabled("MEMBER_OF")
    if member and words("sport", "words").isdisjoint(scene.lemmas):
        expelled = set(_expelled(scene))
        for owner, party in _parties(scene):
            status = Status.FORMER if owner.referent in expelled else Status.ASSERTED
            word = owner.span.root
            yield Fact(owner, member.name, party, word, RULE, status=status, confidence=PLAIN)


def _expelled(scene: Scene) -> Iterator[int]:
    """Yield the referents that are thrown out: "her party, Lelo, threw her out"."""
    verbs = (t for t in scene.verbs if lemma(t) in _EXPELS)
    found = (scene.resolve(t) for verb in verbs for t in clause(verb).targets)
    yield from (a.referent for a in found if a is not None)


def _parties(scene: Scene) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield whose party is named: "Ann Lee's Civic Union", "her Lelo party", "her party, Lelo"."""
    doc = scene.span.doc
    for owner in scene.anchors:
        if scene.type(owner) is not Type.PERSON:
            continue
        own = owner.span.root.tag_ in {"PRP$", "WP$"}
        place = owner.span.end if own else scene.past_genitive(owner)
        if place is None:
            continue
        while place + 1 < scene.span.end and doc[place].tag_ == "JJ" and place not in scene.starts:
            place += 1
        apart = (
            doc[place : place + 1].text.lower() in _PARTY and doc[place + 1 : place + 2].text == ","
        )
        if apart:
            place += 2 + (doc[place + 2 : place + 3].text == "the")
        party = scene.starts.get(place)
        if party is None or party.form is not Form.NAME or party.referent == owner.referent:
            continue
        if scene.type(party) is Type.ORGANIZATION and (apart or _is_party_here(scene, party)):
            yield owner, party


def _is_party_here(scene: Scene, body: Anchor) -> bool:
    """Say whether a name is a party's by its words or the next, and stands before no other noun."""
    after = scene.span.doc[body.span.end : body.span.end + 1].text.lower()
    if after in _PARTY:
        return True
    return is_called_party(body) and body.span.root.dep_ not in BEFORE_NOUN


def is_of_sport(text: str) -> bool:
    """Say whether an article holds any word of sport: else nobody in it plays for a body."""
    return not words("sport", "words").isdisjoint(_WORD.findall(text.lower()))


def _owned(scene: Scene, owner: Anchor) -> Anchor | None:
    """Return the name behind a genitive."""
    place = scene.past_genitive(owner) if owner.form is Form.NAME else None
    owned = scene.starts.get(place) if place is not None else None
    if owned is None or owned.form is not Form.NAME:
        return None
    named_after = owned.span.root.dep_ in BEFORE_NOUN
    return None if named_after else owned  # "NASA's James Webb telescope"


def _is_firm_of(scene: Scene, owner: Anchor, owned: Anchor) -> bool:
    """Say whether it is a firm, by its name or what is told, and no party or team."""
    if scene.type(owner) is not Type.PERSON or scene.type(owned) is not Type.ORGANIZATION:
        return False
    name = [t.lower_ for t in owned.span]
    if not words("organization", "government").isdisjoint(name):
        return False
    if is_called_party(owned) or not words("sport", "words").isdisjoint(scene.lemmas):
        return False
    return name[-1] in FIRMS or (
        not scene.lemmas.isdisjoint(_TRADING) and scene.lemmas.isdisjoint(POLITICS)
    )


def _is_unit_of(scene: Scene, owner: Anchor, owned: Anchor) -> bool:
    """Say whether it is a part of a body: "the Treasury's Office of Foreign Assets Control"."""
    if {scene.type(owner), scene.type(owned)} != {Type.ORGANIZATION}:
        return False
    bare = len(owner.span) < 3 and owner.span[0].lower_ in _UNITS  # "the Office's"
    return not bare and any(t.lower_ in _UNITS for t in owned.span)


def is_called_party(body: Anchor) -> bool:
    """Say whether a word of the name that stands here is one of parties: "SPD", "Labour"."""
    return not words("organization", "parties").isdisjoint(t.lower_ for t in body.span)


def _post(person: Anchor, body: Anchor, told: Told) -> str:
    """Return what somebody is to the body: a member of a party or an armed group, or at work."""
    if is_called_party(body):
        return "MEMBER_OF"
    return likeliest(told, person, body) or "WORKS_FOR"


def likeliest(
    told: Told,
    person: Anchor,
    body: Anchor,
    kinds: Iterable[str] = _OTHERS,
    least: float = LIKELY,
) -> str | None:
    """Return what somebody is most likely to be to a body by the model, if it is so likely."""
    scores = {name: told.get((person.referent, name, body.referent)) for name in kinds}
    likely = {name: s.probability for name, s in scores.items() if s and s.probability >= least}
    return max(likely, key=lambda name: likely[name], default=None)


def without_closer(found: Sequence[Statement]) -> list[Statement]:
    """Return the statements, of posts told by a genitive those that nothing tells better.

    Who founded a party may well be in it.
    """
    ties = [(s.relation, (s.subject, s.object)) for s in found if s.rule != RULE]
    closer = {ends for name, ends in ties if name in _OTHERS}
    held = {ends for name, ends in ties if name in _OTHERS and name != "FOUNDED"}
    return [
        one
        for one in found
        if one.rule != RULE
        or one.relation not in _OTHERS
        or (one.subject, one.object) not in (held if one.relation == "MEMBER_OF" else closer)
    ]
