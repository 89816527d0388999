"""Who holds an office by another's: "his Chinese counterpart, Wang Yi", "her spokesman"."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kgbuild.extract.relations.fitting import relation_to
from kgbuild.extract.relations.holders import Holder, after, before, governed, named_for, together
from kgbuild.extract.relations.phrases import Body, body_after, body_before
from kgbuild.extract.relations.titles import title, was
from kgbuild.extract.text import roles
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import OFFICES, PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.roles import Noun
from kgbuild.extract.text.scene import Scene, conjuncts
from kgbuild.extract.truth.confidence import MODEL
from kgbuild.model import Form, Status, Type

_FOUNDERS = frozenset({"founder", "founders", "cofounder", "cofounders"})
_PERSON = frozenset({Type.PERSON})
_STANDS = {
    "counterpart": {Status.ASSERTED: Status.ASSERTED},
    "colleague": {Status.ASSERTED: Status.ASSERTED},
    "predecessor": {Status.ASSERTED: Status.FORMER, Status.FORMER: Status.FORMER},
    "successor": {Status.FORMER: Status.ASSERTED, Status.ASSERTED: Status.PLANNED},
    "replacement": {Status.FORMER: Status.ASSERTED, Status.ASSERTED: Status.PLANNED},
}
"""By the noun and by what the first one's office is, what the other's is."""
RULES = frozenset(_STANDS)
_ABROAD = frozenset({"counterpart", "colleague"})
_HOLDS = frozenset({Status.ASSERTED})
_AIDES = frozenset(
    """deputy spokesman spokeswoman spokesperson chief_of_staff adviser advisor aide
    press_secretary secretary""".split()
)
"""Whose they are, they serve where that one does."""
_OF_FIRMS = frozenset(
    """cfo chief_financial_officer chief_operating_officer coo finance_chief finance_director
    treasurer vice-chair vice-chairman vice_chair vice_chairman""".split()
)
"""So do these, where that one leads a body."""
_OF_STATE = frozenset(
    """minister ambassador envoy special_envoy foreign_minister attorney_general
    national_security_adviser national_security_advisor secretary_of_state vice_president
    vice-president deputy_prime_minister""".split()
)
"""So do these, where that one leads a state."""
_SERVING = frozenset(
    part for office in _AIDES | _OF_FIRMS | _OF_STATE for part in office.split("_")
)


@dataclass(frozen=True, slots=True)
class Bare:
    """An office beside the name of who holds it, of no body by its words: "President Ann Lee"."""

    scene: Scene
    noun: Noun
    holder: Anchor


def bare(scene: Scene) -> Iterator[Bare]:
    """Yield the offices of the sentence that name no body."""
    for noun in roles.nouns(scene):
        office = any(role.office for role in noun.roles) and not noun.plural
        if not office or noun.status is not Status.ASSERTED:
            continue
        if body_before(scene, noun.start) or body_after(scene, noun.end):
            continue
        head = scene.span.doc[noun.head]
        holder = after(scene, noun.end, _PERSON, definite=False)
        holder = holder or before(scene, noun.start, noun.end, head, _PERSON)
        if holder is not None:
            yield Bare(scene, noun, holder.anchor)


def find(
    facts: Sequence[Fact], earlier: Sequence[Fact], scene: Scene, titles: Sequence[Bare] = ()
) -> Iterator[Fact]:
    """Yield the offices of those who are told by the office of somebody else.

    It is looked for in the ``facts`` of the sentence, then in those of the sentences ``earlier``;
    of one who deals with other states by what it is, its own body need not be told: ``titles``.
    """
    yield from _aides(facts, earlier, scene)
    if scene.lemmas.isdisjoint(_STANDS.keys() | {"number"}):
        return
    for noun in scene.span[:-1]:
        word = _word(noun)
        stands = _STANDS.get(word, {})
        owner = _owner(scene, noun) if stands else None
        if owner is None:
            continue
        office = _only(facts, owner, stands) or _only(earlier, owner, stands)
        if office is None and word in _ABROAD:
            office = _of_title(titles, owner, _place_before(scene, noun), (*facts, *earlier))
        if office is None:
            continue
        for person, body, verb in _named(scene, noun, office.object, abroad=word in _ABROAD):
            yield replace(
                office,
                subject=person,
                object=body,
                word=noun,
                rule=word,
                verb=verb,
                status=_stands(stands[office.status], office),
                state=False,
                confidence=PLAIN,
                implied=True,
            )


def _stands(status: Status, office: Fact) -> Status:
    """Return what another's office is; whether the first one has gone no model tells for sure."""
    gathered = office.unsaid or office.rule == MODEL
    return Status.ASSERTED if gathered and status is Status.PLANNED else status


def _word(noun: Token) -> str:
    """Return a noun in the singular; an opposite number is a counterpart."""
    word = noun.lower_.removesuffix("s")
    opposite = word == "number" and any(c.lower_ == "opposite" for c in noun.lefts)
    return "counterpart" if opposite else word


def _place_before(scene: Scene, noun: Token) -> Anchor | None:
    """Return the place whose counterpart it is: "her Danish counterpart"."""
    found = body_before(scene, _first(noun))
    return found.anchor if found and scene.type(found.anchor) is Type.PLACE else None


def _first(noun: Token) -> int:
    """Return where a noun begins: "opposite number"."""
    return noun.i - (noun.lower_.removesuffix("s") == "number")


def _of_title(
    titles: Iterable[Bare], owner: Anchor, place: Anchor | None, held: Iterable[Fact]
) -> Fact | None:
    """Return the only office of a person, as one of a place, if no other of them is told."""
    known = any(f.relation in OFFICES and f.subject.referent == owner.referent for f in held)
    if place is None or known:
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


def _named(
    scene: Scene, noun: Token, body: Anchor, *, abroad: bool
) -> Iterator[tuple[Anchor, Anchor, Token | None]]:
    """Yield who is meant, each with a body and the verb, if one says it.

    "Her Danish and Finnish counterparts, Poe and Orr", "her successor will be Ann Lee".
    """
    many = noun.tag_ == "NNS"
    holder = after(scene, noun.i + 1, _PERSON, definite=True, several=many or abroad)
    if holder is not None and many:
        holder = together(scene, holder, _PERSON)
    holder = holder or _who_is(scene, noun) or _beside(scene, noun)
    if holder is None:
        return
    bodies: tuple[Anchor, ...] = (body,)
    if abroad:
        found = body_before(scene, _first(noun))
        if found is None or scene.type(found.anchor) is not scene.type(body):
            return
        bodies = (*found.others, found.anchor)
    if len(bodies) == len(holder.all):
        for one, its in zip(holder.all, bodies, strict=True):
            yield one, its, holder.verb


def _aides(facts: Sequence[Fact], earlier: Sequence[Fact], scene: Scene) -> Iterator[Fact]:
    """Yield for whom those work who serve one with an office: "his deputy, Ann Lee"."""
    if scene.lemmas.isdisjoint(_SERVING):
        return
    for noun in roles.nouns(scene):
        word = "_".join(text_in(scene.span.doc, noun.noun, noun.end).lower().split())
        known = word in _AIDES | _OF_FIRMS | _OF_STATE and not noun.plural
        found = _serves(scene, noun) if known else None
        if found is None:
            continue
        owner, holder = found
        office = _only(facts, owner, _HOLDS) or _only(earlier, owner, _HOLDS)
        if office is None or holder.anchor.referent == owner.referent:
            continue
        state = scene.type(office.object) is Type.PLACE
        if word in _AIDES or (
            office.relation == "LEADS" and word in (_OF_STATE if state else _OF_FIRMS)
        ):
            yield replace(
                office,
                subject=holder.anchor,
                relation="WORKS_FOR",
                word=holder.verb or scene.span.doc[noun.head],
                rule=holder.rule,
                verb=holder.verb,
                status=noun.status,
                state=was(holder),
                role=title(scene, noun, noun.end),
                confidence=PLAIN,
                implied=True,
            )


def _serves(scene: Scene, noun: Noun) -> tuple[Anchor, Holder] | None:
    """Return whom one serves, and who does: "her spokesman, Max Orr", "named him as envoy"."""
    doc, head = scene.span.doc, scene.span.doc[noun.head]
    owner, back = body_before(scene, noun.start), body_after(scene, noun.end)
    if back is not None and back.word not in {"to", "in"}:
        return None
    if owner is None:
        holder = governed(scene, head, _PERSON)
        return _appointed(scene, holder) if holder is not None and holder.body is None else None
    if scene.type(owner.anchor) is not Type.PERSON:
        return None
    end = back.end if back is not None else noun.end
    holder = (
        named_for(scene, owner.start, head, _PERSON)
        or after(scene, end, _PERSON, definite=True)
        or before(scene, owner.start, end, doc[noun.head], _PERSON)
        or governed(scene, head, _PERSON)
    )
    return (owner.anchor, holder) if holder is not None and not holder.ends else None


def _appointed(scene: Scene, holder: Holder) -> tuple[Anchor, Holder] | None:
    """Return who appoints somebody to an office that is of no body by its words."""
    verb = holder.verb
    if verb is None or holder.ends or holder.lasts:
        return None
    doers = [a for t in clause(verb).doers if (a := scene.resolve(t)) is not None]
    if len(doers) != 1 or doers[0].referent == holder.anchor.referent:
        return None
    return (doers[0], holder) if scene.type(doers[0]) is Type.PERSON else None


def founders(read: Iterable[Fact], before: Iterable[Fact], scene: Scene) -> Iterator[Fact]:
    """Yield what somebody's co-founder founded: "her co-founders are Ann Lee and Bo Berg"."""
    made = [f for f in (*read, *before) if f.relation == "FOUNDED" and f.status is Status.ASSERTED]
    for noun in scene.span if made else ():
        if noun.lower_ not in _FOUNDERS or noun.i - 2 < scene.span.start:
            continue
        co = noun.nbor(-2) if noun.nbor(-1).text == "-" else noun
        owner = _owner(scene, noun) or _owner(scene, co)
        bodies = {f.key[2]: f for f in made if owner and f.subject.referent == owner.referent}
        if len(bodies) != 1 or (co == noun and not noun.lower_.startswith("co")):
            continue
        [founded] = bodies.values()
        for named in _persons(scene, noun):
            if named.referent not in founded.key:
                yield replace(
                    founded, subject=named, word=noun, rule="co-founder", verb=None,
                    confidence=PLAIN, implied=True,
                )  # fmt: skip


def _persons(scene: Scene, noun: Token) -> list[Anchor]:
    """Return the persons behind a noun, who it is, or who explain it."""
    holder = after(scene, noun.i + 1, _PERSON, definite=True) or _who_is(scene, noun)
    if holder is None:
        return []
    first = holder.anchor.span.root
    aside = (c for c in first.children if c.dep_ == "appos" and c.tag_ == "NN")
    tokens = [*conjuncts(first), *(t for c in aside for t in conjuncts(c)[1:])]
    found = (scene.heads.get(t.i) for t in tokens)
    return [a for a in found if a is not None and scene.type(a) is Type.PERSON]


def _who_is(scene: Scene, noun: Token) -> Holder | None:
    """Return who is it: "her successor will be Ann Lee"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or lemma(verb) != "be":
        return None
    named = (scene.heads.get(c.i) for c in verb.children if c.dep_ == "attr")
    found = next((a for a in named if a is not None and scene.type(a) is Type.PERSON), None)
    return Holder(found, noun.lower_, verb=verb) if found is not None else None


def _beside(scene: Scene, noun: Token) -> Holder | None:
    """Return who stands before it: "Max Orr, her predecessor as director,"."""
    if noun.dep_ != "appos" or noun.lower_ in _ABROAD:
        return None
    found = scene.heads.get(noun.head.i)
    named = found is not None and found.form is Form.NAME and scene.type(found) is Type.PERSON
    return Holder(found, noun.lower_) if found is not None and named else None


def _only(facts: Iterable[Fact], owner: Anchor, stands: Container[Status]) -> Fact | None:
    """Return the one office of a person, if there is but one."""
    found = {
        fact.key: fact
        for fact in facts
        if fact.relation in OFFICES
        and fact.subject.referent == owner.referent
        and fact.status in stands
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _owner(scene: Scene, noun: Token) -> Anchor | None:
    """Return whose counterpart it is."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    return scene.resolve(owner) if owner is not None else None
