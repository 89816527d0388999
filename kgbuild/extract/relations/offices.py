"""Ties that a noun says: titles, appositions, possessives, "is the head of", "resigned as"."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from spacy.tokens import Doc, Token

from kgbuild.extract.relations import party_offices, second_ends
from kgbuild.extract.relations.fitting import relation_of
from kgbuild.extract.relations.holders import Holder, together
from kgbuild.extract.relations.incumbents import holder_of, is_office, types_of
from kgbuild.extract.relations.phrases import Body, Phrase, body_after, phrases
from kgbuild.extract.relations.titles import lasting, status, title, was
from kgbuild.extract.text import roles
from kgbuild.extract.text.facts import CLEAR, LASTING, PLAIN, UNSAID, Fact
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.role_nouns import Noun
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.vetoes.outsiders import is_watched
from kgbuild.model import Status
from kgbuild.ontology import Ontology

MOST_TOGETHER = 6
_AIMS = frozenset({"to", "for"})


def find(
    scene: Scene, ontology: Ontology, unsaid: Mapping[tuple[Doc, int], Anchor]
) -> Iterator[Fact]:
    """Yield the ties that the sentence's role nouns say.

    ``unsaid`` are the bodies of offices that do not say them, by the place of the office's noun.
    """
    last: tuple[Phrase, Holder] | None = None
    for phrase in phrases(scene):
        body = _unsaid(scene, phrase, unsaid)
        holder = holder_of(scene, phrase, last, bare=body is not None)
        last = (phrase, holder) if holder is not None else None
        if holder is not None and _is_plural(phrase):
            holder = together(scene, holder, types_of(phrase))
        if holder is not None:
            yield from _ties(scene, phrase, holder, body, ontology)


def _ties(
    scene: Scene, phrase: Phrase, holder: Holder, unsaid: Anchor | None, ontology: Ontology
) -> Iterator[Fact]:
    """Yield the ties of one phrase and who holds it."""
    if _is_plural(phrase) and not phrase.front and not phrase.back:
        yield from _mutual(scene, phrase, holder, ontology)
        return
    if _is_plural(phrase) and phrase.bodies and is_office(phrase):
        yield from _in_order(scene, phrase, holder, ontology)
        return
    if phrase.back is None and phrase.front is None:  # "Prime Minister Rutte of X"
        back = body_after(scene, holder.anchor.span.end) if holder.close else None
        back = back if back is not None and back.word == "of" else None
        if back is not None and party_offices.is_of_party(scene, phrase, back):
            yield from party_offices.member(scene, phrase, holder, back, ontology)
            return
        if back is None and unsaid is not None and holder.body is None:
            end = roles.past_subject(scene.span.doc, phrase.end)
            back = Body(unsaid, phrase.end, end, "of", title_end=end)
        phrase = replace(phrase, back=back)
    # Of the heads of two bodies, who are named together, it is not told who heads which.
    plain = replace(phrase, front=None) if _is_plural(phrase) else phrase
    for noun, anchor in product(phrase.nouns, holder.all):
        fact = _fact(scene, phrase, noun, holder, anchor, ontology)
        if fact is not None and fact.object is unsaid:
            named = any(a.referent == unsaid.referent for a in scene.anchors)
            yield replace(fact, rule=UNSAID, implied=not named, confidence=unsaid.sure)
        elif fact is not None:
            yield fact
            yield from party_offices.seated(scene, fact, plain)
            yield from second_ends.find(scene, fact, plain, ontology)


def _is_plural(phrase: Phrase) -> bool:
    """Say whether several may hold it: "the founders of Huawei"."""
    return any(noun.plural for noun in phrase.nouns)


def _unsaid(
    scene: Scene, phrase: Phrase, unsaid: Mapping[tuple[Doc, int], Anchor]
) -> Anchor | None:
    """Return the body of an office that is nowhere beside it, if it may be one's own."""
    if phrase.front is not None or phrase.back is not None:
        return None
    places = ((scene.span.doc, noun.head) for noun in phrase.nouns)
    body = next((unsaid[place] for place in places if place in unsaid), None)
    named = (a.span.root for a in scene.anchors if body and a.referent == body.referent)
    return None if any(map(is_watched, named)) else body


def _mutual(scene: Scene, phrase: Phrase, holder: Holder, ontology: Ontology) -> Iterator[Fact]:
    """Yield what those are to one another who "are allies" or "are brothers"."""
    if holder.verb is None:
        return
    noun = phrase.nouns[0]
    pairs = tuple(combinations(holder.all[:MOST_TOGETHER], 2))
    for role, (one, other) in product(noun.roles, pairs):
        relation = ontology.enabled(role.relation)
        if relation is None or not relation.symmetric:
            continue
        if relation.fits(scene.type(one), scene.type(other)):
            fact = _held(holder, one, relation.name, other, holder.verb)
            yield replace(fact, status=noun.status, ends=False)


def _in_order(scene: Scene, phrase: Phrase, holder: Holder, ontology: Ontology) -> Iterator[Fact]:
    """Yield who of some has which of as many bodies: "the kings of Oman and Nepal, Poe and Orr"."""
    holders = sorted(holder.all, key=lambda a: a.span.start)
    if len(holders) != len(phrase.bodies):
        return
    for body, anchor in zip(phrase.bodies, holders, strict=True):
        one = replace(phrase, front=body if body.front else None, back=None if body.front else body)
        fact = _fact(scene, one, phrase.nouns[-1], holder, anchor, ontology)
        if fact is not None:
            yield fact


def _fact(
    scene: Scene, phrase: Phrase, noun: Noun, holder: Holder, anchor: Anchor, ontology: Ontology
) -> Fact | None:
    """Return what one of a phrase's nouns makes of one of its holders."""
    word = scene.span.doc[noun.head]
    for body, role in product(_bodies(phrase, noun, holder), noun.roles):
        name = relation_of(scene, role, noun, body, anchor)
        relation = ontology.enabled(name or "")
        if relation is None or body.anchor.referent == anchor.referent:
            continue
        ends = (body.anchor, anchor) if role.inverse else (anchor, body.anchor)
        if relation.fits(*map(scene.type, ends)):
            told = Status.FORMER if holder.over else status(scene, noun, body)
            return replace(
                _held(holder, ends[0], relation.name, ends[1], word),
                status=lasting(relation.name, word, told),
                role=title(scene, noun, body.title_end) if role.office else None,
            )
    return None


def _held(holder: Holder, subject: Anchor, relation: str, object_: Anchor, noun: Token) -> Fact:
    """Return the tie as it is told that one holds the office: by a verb, or in passing."""
    verb = holder.verb
    return Fact(
        subject, relation, object_, noun if verb is None else verb, holder.rule,
        verb=verb, ends=holder.ends, state=was(holder) and relation in LASTING,
        confidence=CLEAR if verb is None else PLAIN,
    )  # fmt: skip


def _bodies(phrase: Phrase, noun: Noun, holder: Holder) -> list[Body]:
    """Return what the office may belong to, the likeliest first.

    Of "Huawei's chief writer and daughter of Ren" each noun has the body next to it; "Huawei's
    envoy to Peru" is Huawei's.
    """
    near_front = noun is not phrase.nouns[-1] or (phrase.back and phrase.back.word in _AIMS)
    both = [phrase.front, phrase.back] if near_front else [phrase.back, phrase.front]
    return [b for b in (*both, holder.body) if b is not None]
