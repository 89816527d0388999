"""Ties that a noun says: titles, appositions, possessives, "is the head of", "resigned as"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product
from types import MappingProxyType

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.names import posts
from kgbuild.extract.names.fills import PARTISANS, SEATED
from kgbuild.extract.relations.holders import (
    Holder,
    after,
    before,
    governed,
    is_bygone,
    itself,
    together,
)
from kgbuild.extract.relations.phrases import Body, Phrase, body_after, phrases
from kgbuild.extract.text import roles
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.contrast import is_left_out, opening
from kgbuild.extract.text.facts import CLEAR, LASTING, PLAIN, UNSAID, Fact
from kgbuild.extract.text.governors import says
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import (
    is_agency,
    is_central_bank,
    is_force,
    is_institution,
    is_party,
    state,
    state_of_people,
    words,
)
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.roles import Noun, Role
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.spans import POSSESSIVE
from kgbuild.extract.text.vocabulary import SPOUSES
from kgbuild.extract.vetoes.senses import is_watched
from kgbuild.model import Form, Status, Type
from kgbuild.ontology import Ontology

MOST_TOGETHER = 6
NOTHING: Mapping[tuple[Doc, int], Anchor] = MappingProxyType({})
_PARTISAN = frozenset({"ruling", "governing", "opposition"})
_RULERS = frozenset("chancellor governor mayor minister premier president".split())
_BYGONE = re.compile(r"(?:at|of|in) (?:the|that|those) (?:time|day|days|years)\b", re.IGNORECASE)
"""Behind an office: "the mayor of Lyon at the time"."""
_FOR_GOOD = frozenset({"FOUNDED", "PARENT_OF", "SIBLING_OF"})
_CITIZENS = frozenset({"citizen", "national", "subject"})
_AIMS = frozenset({"to", "for"})
_ASIDE = 14  # tokens that tell more of a parent before the other is named
NEAR = 6  # tokens between a name and the noun of its office


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
    if ruler not in _RULERS or scene.type(body.anchor) is not Type.ORGANIZATION:
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
        name = _relation(scene, role, noun, body, anchor)
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
        status=_lasting(
            relation, token, Status.FORMER if holder.over else _status(scene, noun, body)
        ),
        ends=holder.ends,
        state=was(holder) and relation in LASTING,
        role=title(scene, noun, body.title_end) if role.office else None,
        confidence=CLEAR if holder.verb is None else PLAIN,
    )


def was(holder: Holder) -> bool:
    """Say whether it is told in the past tense of one who held it for a time: "served as"."""
    return holder.verb is not None and holder.lasts and clause(holder.verb).past


def _status(scene: Scene, noun: Noun, body: Body) -> Status:
    """Return what the words around the office make of it: "former Huawei CEO"."""
    doc, after = scene.span.doc, max(noun.end, body.end)
    if _is_not(scene, min(noun.start, body.start) if body.front else noun.start):
        return Status.DENIED
    if noun.status is not Status.ASSERTED:
        return noun.status
    started = opening(
        doc, scene.span.start, min(noun.start, body.start) if body.front else noun.start
    )
    if started is not None:
        return started
    start = min(noun.start, body.start) if body.front else noun.start
    lasts = noun.roles[0].relation in LASTING
    if lasts and is_bygone(doc, start, scene.span.start):
        return Status.FORMER
    if _BYGONE.match(text_in(doc, after, min(after + 3, scene.span.end))):
        return Status.FORMER
    if after < scene.span.end and doc[after].lower_ in {"until", "till"}:
        verb = doc[after].head
        runs_on = verb.i < after and verb.tag_ in {"VBZ", "VBP", "VB"}  # "remains mayor until May"
        return noun.status if runs_on else Status.FORMER  # "mayor of Lyon until 2003"
    place = body.start - 1
    if not body.front or place < scene.span.start:
        return noun.status
    word = doc[place]
    if word.text in {"-", "'"} and place > scene.span.start:  # "then-Huawei CEO"
        word = doc[place - 1]
    if word.lower_ == "once" and word.head.pos_ in {"VERB", "AUX"}:
        return noun.status  # "once Kenya's health minister gave her word"
    return roles.status([word.lower_], noun.status)


def _lasting(relation: str, noun: Token, status: Status) -> Status:
    """Return what an office is; who is dead or gone founded it all the same: "late founder".

    So are "his late father" and "the late Senegalese poet Ann Lee".
    """
    lasts = relation in _FOR_GOOD or (relation == "CITIZEN_OF" and lemma(noun) not in _CITIZENS)
    return Status.ASSERTED if lasts and status is Status.FORMER else status


def _is_not(scene: Scene, start: int) -> bool:
    """Say whether "not" stands before a description: "her brother Max Poe, not her son,"."""
    doc, place = scene.span.doc, start - 1
    while place > scene.span.start and doc[place].tag_ in {"DT", "PRP$"}:
        place -= 1
    return is_left_out(doc, place, scene.span.start)


def _relation(scene: Scene, role: Role, noun: Noun, body: Body, holder: Anchor) -> str | None:
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
    narrow = _narrowing(scene, noun)
    if _is_of_exchequer(scene, noun, body):
        return role.else_
    if body.narrows or narrow or _is_of_branch(scene, noun, body):
        if role.else_ and not _may_narrow(scene, narrow, scene.type(body.anchor)):
            return None
        return role.else_ or role.relation
    return role.relation


def _sits(scene: Scene, noun: Noun) -> bool:
    return scene.span.doc[noun.head].lower_ in _RULERS | SEATED


def _other_words(scene: Scene, noun: Noun) -> Iterator[str]:
    """Yield the words before an office, but for what a minister is of: "industry minister"."""
    of_state = scene.span.doc[noun.head].lower_ == "minister"
    return (w for w in noun.words if not (of_state and w in roles.words("state")))


def relation_to(scene: Scene, noun: Noun, body: Body, holder: Anchor) -> str | None:
    """Return the relation that the first fitting role of a noun gives with a body, if one does."""
    found = (_relation(scene, role, noun, body, holder) for role in noun.roles)
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


def _narrowing(scene: Scene, noun: Noun) -> list[Token]:
    words = scene.span.doc[noun.start : noun.noun]
    return [t for t in words if not (_idle(t) or _is_of_name(scene, t))]


def _is_of_name(scene: Scene, word: Token) -> bool:
    """Say whether it but tells what a place is: "Lagos state governor"."""
    place = scene.ends.get(word.i - 1) if word.lower_ in roles.words("lands") else None
    return place is not None and scene.type(place) is Type.PLACE


def _idle(token: Token) -> bool:
    kinds = (
        "empty",
        *(s.value for s in roles.STATUSES),
    )
    return token.text == "-" or any(token.lower_ in roles.words(kind) for kind in kinds)


def office_of(scene: Scene, anchor: Anchor, at: Anchor) -> tuple[str, Status] | None:
    """Return the office that a noun next to a person's mention names, and whether it is over.

    Not where it is of another body than the one asked for: "once head of Acme, now at Beta".
    """
    found = []
    for noun in roles.nouns(scene):
        gap = max(noun.start - anchor.span.end, anchor.span.start - noun.end)
        near = gap <= NEAR and not any(t.text == ";" for t in _between(anchor.span, noun))
        near = near and not _is_title_of_another(scene, noun, anchor)
        body = body_after(scene, noun.end) if near else None
        near = near and (body is None or not _is_other_body(scene, body.anchor, at))
        if near and not noun.plural and any(role.office for role in noun.roles):
            found.append((gap, noun.start, noun))
    if not found:
        return None
    noun = min(found, key=lambda f: f[:2])[2]
    return title(scene, noun, noun.end), _held(scene, noun)


def _held(scene: Scene, noun: Noun) -> Status:
    """Return what the words around an office make of it, those before a body's name, too."""
    doc, first = scene.span.doc, noun.start
    if _BYGONE.match(text_in(doc, noun.end, min(noun.end + 3, scene.span.end))):
        return Status.FORMER
    while first - 1 in scene.named:
        first -= 1
    return roles.status([doc[first - 1].lower_], noun.status) if first else noun.status


def _is_other_body(scene: Scene, body: Anchor, at: Anchor) -> bool:
    """Say whether an office is of a firm, and a comma parts that from the one asked for."""
    if scene.type(body) is not Type.ORGANIZATION or body.referent == at.referent:
        return False
    first, last = sorted((body.span, at.span), key=lambda span: span.start)
    return any(t.text == "," for t in first.doc[first.end : last.start])


def _is_title_of_another(scene: Scene, noun: Noun, anchor: Anchor) -> bool:
    """Say whether it stands before another's name: "Ann Lee and Chancellor Max Poe"."""
    titled = scene.starts.get(noun.end)
    if titled is None or titled.form is not Form.NAME or scene.type(titled) is not Type.PERSON:
        return False
    return titled.referent != anchor.referent


def _between(name: Span, noun: Noun) -> Span:
    first, last = sorted(((name.start, name.end), (noun.start, noun.end)))
    return name.doc[first[1] : max(first[1], last[0])]


def title(scene: Scene, noun: Noun, end: int) -> str:
    """Return the name of an office, in the singular: "foreign minister"."""
    narrow = _narrowing(scene, noun)
    start = narrow[0].i if narrow else noun.noun
    end = max(end, noun.end)
    if noun.status is Status.PLANNED and scene.span.doc[noun.end - 2].text == "-":
        end = noun.end - 2
    said = roles.text(scene.span.doc, start, end, scene.named - {*range(start, noun.end)})
    return said.removesuffix("s") if noun.plural and end == noun.end else said


def _demonym(anchor: Anchor) -> bool:
    return state_of_people(anchor.span.text) is not None
