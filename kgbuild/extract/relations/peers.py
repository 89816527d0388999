"""Who holds an office by another's: "his Chinese counterpart, Wang Yi", "her successor"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.relations import aides, bare_offices
from kgbuild.extract.relations.appositions import after
from kgbuild.extract.relations.holders import PERSON, Holder, together
from kgbuild.extract.relations.phrases import body_before
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth.confidence import MODEL
from kgbuild.model import Form, Status, Type

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


def find(
    facts: Sequence[Fact],
    earlier: Sequence[Fact],
    scene: Scene,
    titles: Sequence[bare_offices.Bare],
) -> Iterator[Fact]:
    """Yield the offices of those who are told by the office of somebody else.

    It is looked for in the ``facts`` of the sentence, then in those of the sentences ``earlier``;
    of one who deals with other states by what it is, its own body need not be told: ``titles``.
    """
    yield from aides.find(facts, earlier, scene)
    if scene.lemmas.isdisjoint(_STANDS.keys() | {"number"}):
        return
    for noun in scene.span[:-1]:
        word = _word(noun)
        whose = owner(scene, noun) if word in _STANDS else None
        if whose is None:
            continue
        office = aides.only_office(whose, _STANDS[word], facts, earlier)
        if office is None and word in _ABROAD:
            office = _of_place(scene, noun, whose, titles, (*facts, *earlier))
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
                status=_stands(word, office),
                state=False,
                confidence=PLAIN,
                implied=True,
            )


def _stands(word: str, office: Fact) -> Status:
    """Return what another's office is; whether the first one has gone no model tells for sure."""
    status, gathered = _STANDS[word][office.status], office.unsaid or office.rule == MODEL
    return Status.ASSERTED if gathered and status is Status.PLANNED else status


def _word(noun: Token) -> str:
    """Return a noun in the singular; an opposite number is a counterpart."""
    word = noun.lower_.removesuffix("s")
    opposite = word == "number" and any(c.lower_ == "opposite" for c in noun.lefts)
    return "counterpart" if opposite else word


def _of_place(
    scene: Scene,
    noun: Token,
    whose: Anchor,
    titles: Sequence[bare_offices.Bare],
    held: Sequence[Fact],
) -> Fact | None:
    """Return the office of a person by the place before the noun: "her Danish counterpart"."""
    found = body_before(scene, _first(noun))
    if found is None or scene.type(found.anchor) is not Type.PLACE:
        return None
    return bare_offices.of_place(titles, whose, found.anchor, held)


def _first(noun: Token) -> int:
    """Return where a noun begins: "opposite number"."""
    return noun.i - (noun.lower_.removesuffix("s") == "number")


def _named(
    scene: Scene, noun: Token, body: Anchor, *, abroad: bool
) -> Iterator[tuple[Anchor, Anchor, Token | None]]:
    """Yield who is meant, each with a body and the verb, if one says it.

    "Her Danish and Finnish counterparts, Poe and Orr", "her successor will be Ann Lee".
    """
    many = noun.tag_ == "NNS"
    holder = after(scene, noun.i + 1, PERSON, definite=True, several=many or abroad)
    if holder is not None and many:
        holder = together(scene, holder, PERSON)
    holder = holder or who_is(scene, noun) or _beside(scene, noun)
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


def who_is(scene: Scene, noun: Token) -> Holder | None:
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


def owner(scene: Scene, noun: Token) -> Anchor | None:
    """Return whose counterpart it is."""
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    return scene.resolve(whose) if whose is not None else None
