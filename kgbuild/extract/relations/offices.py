"""Ties that a noun says: titles, appositions, possessives, "is the head of", "resigned as"."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product
from types import MappingProxyType

from spacy.tokens import Doc, Token

from kgbuild.extract.relations.fitting import RULERS, relation_of
from kgbuild.extract.relations.holders import Holder, after, before, governed, itself, together
from kgbuild.extract.relations.phrases import Body, Phrase, body_after, phrases
from kgbuild.extract.relations.titles import lasting, status, title, was
from kgbuild.extract.text import roles
from kgbuild.extract.text.facts import CLEAR, LASTING, PLAIN, UNSAID, Fact
from kgbuild.extract.text.governors import says
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_central_bank, is_party, words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.roles import Noun, Role
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import SPOUSES
from kgbuild.extract.vetoes.senses import is_watched
from kgbuild.model import Form, Status, Type
from kgbuild.ontology import Ontology

MOST_TOGETHER = 6
NOTHING: Mapping[tuple[Doc, int], Anchor] = MappingProxyType({})
_PARTISAN = frozenset({"ruling", "governing", "opposition"})
_AIMS = frozenset({"to", "for"})
_ASIDE = 14  # tokens that tell more of a parent before the other is named


def find(
    scene: Scene, ontology: Ontology, unsaid: Mapping[tuple[Doc, int], Anchor] = NOTHING
) -> Iterator[Fact]:
    """Yield the ties that the sentence's role nouns say.

    ``unsaid`` are the bodies of offices that do not say them, by the place of the office's noun.
    """
    last: tuple[Phrase, Holder] | None = None
    for phrase in phrases(scene):
        body = _unsaid(scene, phrase, unsaid)
        holder = _holder(scene, phrase, bare=body is not None) or _same(scene, phrase, last)
        last = (phrase, holder) if holder is not None else None
        if holder is not None and any(noun.plural for noun in phrase.nouns):
            holder = together(scene, holder, _fits(phrase))
            if holder is not None and not phrase.front and not phrase.back:
                yield from _mutual(scene, phrase, holder, ontology)
                continue
            if holder is not None and phrase.bodies and _is_office(phrase):
                yield from _in_order(scene, phrase, holder, ontology)
                continue
        if holder is None:
            continue
        if phrase.back is None and phrase.front is None:  # "Prime Minister Rutte of X"
            back = body_after(scene, holder.anchor.span.end) if holder.close else None
            back = back if back is not None and back.word == "of" else None
            if back is not None and _of_party(scene, phrase, back):
                yield from _member(scene, phrase, holder, back, ontology)
                continue
            if back is None and body is not None and holder.body is None:
                end = roles.past_subject(scene.span.doc, phrase.end)
                back = Body(body, phrase.end, end, "of", title_end=end)
            phrase = replace(phrase, back=back)
        for noun in phrase.nouns:
            for anchor in holder.all:
                fact = _fact(scene, phrase, noun, holder, anchor, ontology)
                if fact is not None and fact.object is body:
                    named = any(a.referent == body.referent for a in scene.anchors)
                    yield replace(fact, rule=UNSAID, implied=not named, confidence=body.sure)
                elif fact is not None:
                    yield fact
                    yield from _also(scene, fact, phrase, ontology)


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


def _of_party(scene: Scene, phrase: Phrase, body: Body) -> bool:
    """Say whether it is the party of who rules: "Prime Minister Rutte of the ruling Liberals".

    Of a president it must be sure that it is one: he may be that of a league, or of the party.
    """
    doc, span = scene.span.doc, body.anchor.span
    ruler = doc[phrase.nouns[0].head].lower_
    if ruler not in RULERS or scene.type(body.anchor) is not Type.ORGANIZATION:
        return False
    if doc[span.start - 1].lower_ in _PARTISAN or "party" in span.text.lower().split():
        return True
    may_head = ruler in {"chancellor", "president"} or is_central_bank(span.text)
    named = any(t.lower_ in words("organization", "parties") or t.is_upper for t in span)
    named = named or is_party(scene.referents[body.anchor.referent].names)
    return named and not may_head


def _member(
    scene: Scene, phrase: Phrase, holder: Holder, body: Body, ontology: Ontology
) -> Iterator[Fact]:
    relation = ontology.enabled("MEMBER_OF")
    ends = holder.anchor, body.anchor
    if relation and relation.fits(*map(scene.type, ends)):
        word = scene.span.doc[phrase.nouns[0].head]
        yield Fact(ends[0], relation.name, ends[1], word, holder.rule, confidence=CLEAR)


def _mutual(scene: Scene, phrase: Phrase, holder: Holder, ontology: Ontology) -> Iterator[Fact]:
    """Yield what those are to one another who "are allies" or "are brothers"."""
    for role in phrase.nouns[0].roles:
        relation = ontology.enabled(role.relation)
        if relation is None or not relation.symmetric:
            continue
        for one, other in combinations(holder.all[:MOST_TOGETHER], 2):
            if relation.fits(scene.type(one), scene.type(other)) and holder.verb is not None:
                state = was(holder) and relation.name in LASTING
                status = phrase.nouns[0].status
                yield Fact(
                    one,
                    relation.name,
                    other,
                    holder.verb,
                    holder.rule,
                    verb=holder.verb,
                    status=status,
                    state=state,
                )


def _is_office(phrase: Phrase) -> bool:
    return any(role.office for role in phrase.nouns[-1].roles)


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


def _holder(scene: Scene, phrase: Phrase, *, bare: bool = False) -> Holder | None:
    head = scene.span.doc[phrase.nouns[0].head]
    fits = _fits(phrase)
    whole = bare or phrase.front is not None or phrase.back is not None
    several = bool(phrase.bodies) and _is_office(phrase) and phrase.nouns[-1].plural
    close = after(scene, phrase.end, fits, definite=whole, several=several)
    if close is not None and close.close:
        return close
    if close is not None and _is_one_of_many(scene, phrase, close.anchor):
        close = None
    left = before(scene, phrase.start, phrase.end, head, fits)
    if left is not None and close is not None:  # "X, head of Y, Z": which of them?
        if _runs_on(scene, close.anchor.span.end):  # "Poe, the speaker of the house, Berg, said"
            return close
        return left if head.dep_ == "appos" and head.head.i == left.anchor.span.root.i else None
    return left or close or governed(scene, head, fits) or itself(scene, head, fits)


def _same(scene: Scene, phrase: Phrase, last: tuple[Phrase, Holder] | None) -> Holder | None:
    """Return who has one more office: "Ann Lee, head of Acme and a former mayor of Lima"."""
    if last is None or last[1].rule != "apposition" or phrase.start <= last[1].anchor.span.end:
        return None
    doc, place = scene.span.doc, phrase.start - 1
    place -= doc[place].lower_ in {"a", "an"}
    adjoins = place == last[0].end and doc[place].lower_ == "and"
    joined = adjoins and doc[phrase.nouns[0].head].dep_ == "conj"
    alike = not any(noun.plural for noun in phrase.nouns) and not last[1].others
    return last[1] if joined and alike else None


def _is_one_of_many(scene: Scene, phrase: Phrase, holder: Anchor) -> bool:
    """Say whether more than a comma parts it from "a": "Is a member of Acme, General Poe said"."""
    article = scene.span.doc[max(scene.span.start, phrase.start - 1)].lower_
    return article in {"a", "an"} and holder.span.start > phrase.end + 1


def _runs_on(scene: Scene, end: int) -> bool:
    """Say whether a comma and a verb follow a name."""
    follows = scene.span.doc[end : min(end + 2, scene.span.end)]
    if len(follows) < 2 or follows[0].text != ",":
        return False
    verb = follows[1]
    return verb.tag_ in {"VBD", "VBZ", "MD"} or (verb.tag_ == "VBN" and says(verb))


def _fits(phrase: Phrase) -> frozenset[Type]:
    return roles.types(tuple(t for n in phrase.nouns for r in n.roles for t in r.holder))


def _fact(
    scene: Scene, phrase: Phrase, noun: Noun, holder: Holder, anchor: Anchor, ontology: Ontology
) -> Fact | None:
    for body, role in product(_bodies(phrase, noun, holder), noun.roles):
        name = relation_of(scene, role, noun, body, anchor)
        relation = ontology.enabled(name or "")
        if relation is None or body.anchor.referent == anchor.referent:
            continue
        ends = (body.anchor, anchor) if role.inverse else (anchor, body.anchor)
        if relation.fits(scene.type(ends[0]), scene.type(ends[1])):
            return _made(scene, noun, holder, body, role, relation.name, ends)
    return None


def _bodies(phrase: Phrase, noun: Noun, holder: Holder) -> list[Body]:
    """Return what the office may belong to, the likeliest first.

    Of "Huawei's chief writer and daughter of Ren" each noun has the body next to it; "Huawei's
    envoy to Peru" is Huawei's.
    """
    near_front = noun is not phrase.nouns[-1] or (phrase.back and phrase.back.word in _AIMS)
    both = [phrase.front, phrase.back] if near_front else [phrase.back, phrase.front]
    return [b for b in (*both, holder.body) if b is not None]


def _also(scene: Scene, fact: Fact, phrase: Phrase, ontology: Ontology) -> Iterator[Fact]:
    """Yield the same of further bodies: "chief executive of Tesla and SpaceX".

    Of the heads of two bodies, who are named together, it is not told who heads which.
    """
    fits = ontology.relations[fact.relation].fits
    front = None if any(noun.plural for noun in phrase.nouns) else phrase.front
    if front is not None and phrase.back is not None and _is_for_party(scene, fact, phrase):
        yield replace(fact, object=front.anchor)
    if fact.relation == "PARENT_OF" and phrase.back and fact.subject is phrase.back.anchor:
        other = _other_parent(scene, fact.subject)
        if other is not None and other.referent != fact.object.referent:
            yield replace(fact, subject=other)
    for body in (b for b in (front, phrase.back) if b is not None):
        for other in body.others:
            if fact.object is body.anchor:
                more = replace(fact, object=other)
            elif fact.subject is body.anchor:  # "the son of Ann and Bob Lee"
                more = replace(fact, subject=other)
            else:
                continue
            if fits(scene.type(more.subject), scene.type(more.object)):
                yield more


def _other_parent(scene: Scene, one: Anchor) -> Anchor | None:
    """Return whom more than "and" parts from a parent: "of Max Orr, a baker, and his wife, Ann"."""
    doc, end, place = scene.span.doc, scene.span.end - 2, one.span.end
    apart = place < end and doc[place].text == ","
    if apart:
        places = range(place + 1, min(place + _ASIDE, end))
        place = next((i + 1 for i in places if doc[i : i + 2].text.lower() == ", and"), end)
    if place >= end or doc[place].lower_ != "and":
        return None
    first, place = doc[place + 1], place + 2
    while place < scene.span.end and place not in scene.starts and _describes(doc[place]):
        place += 1
    married = first.tag_ == "PRP$" and any(lemma(t) in SPOUSES for t in doc[first.i : place])
    anchor = scene.starts.get(place) if married or (first.lower_ == "the" and not apart) else None
    named = anchor is not None and anchor.form is Form.NAME
    return anchor if named and anchor and scene.type(anchor) is Type.PERSON else None


def _describes(token: Token) -> bool:
    """Say whether it may stand between "his" and a wife's name: "his late wife, the singer"."""
    return token.text == "," or token.tag_ in {"DT", "HYPH", "JJ", "NN"}


def _is_for_party(scene: Scene, fact: Fact, phrase: Phrase) -> bool:
    """Say whether one sits in a house for the party told before: "a Nova member of the Senate"."""
    front, back = phrase.front, phrase.back
    if fact.relation != "MEMBER_OF" or front is None or back is None:
        return False
    party = front.anchor.form is Form.NAME and scene.type(front.anchor) is Type.ORGANIZATION
    owned = scene.span.doc[front.end - 1].tag_ == "POS"
    return party and not owned and fact.object is back.anchor


def _made(
    scene: Scene,
    noun: Noun,
    holder: Holder,
    body: Body,
    role: Role,
    relation: str,
    ends: tuple[Anchor, Anchor],
) -> Fact:
    token = scene.span.doc[noun.head]
    return Fact(
        ends[0],
        relation,
        ends[1],
        holder.verb if holder.verb is not None else token,
        holder.rule,
        verb=holder.verb,
        status=lasting(
            relation, token, Status.FORMER if holder.over else status(scene, noun, body)
        ),
        ends=holder.ends,
        state=was(holder) and relation in LASTING,
        role=title(scene, noun, body.title_end) if role.office else None,
        confidence=CLEAR if holder.verb is None else PLAIN,
    )
