"""What an office is called, and whether its bearer has it still: "former foreign minister"."""

import re

from spacy.tokens import Span, Token

from kgbuild.extract.relations.holders import Holder
from kgbuild.extract.relations.phrases import Body, body_after
from kgbuild.extract.relations.tenure import is_bygone
from kgbuild.extract.text import role_nouns, roles
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.contrast import is_left_out, opening
from kgbuild.extract.text.facts import LASTING
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.role_nouns import Noun
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Form, Status, Type

BYGONE = re.compile(r"(?:at|of|in) (?:the|that|those) (?:time|day|days|years)\b", re.IGNORECASE)
"""Behind an office: "the mayor of Lyon at the time"."""
_FOR_GOOD = frozenset({"FOUNDED", "PARENT_OF", "SIBLING_OF"})
_CITIZENS = frozenset({"citizen", "national", "subject"})
NEAR = 6  # tokens between a name and the noun of its office


def was(holder: Holder) -> bool:
    """Say whether it is told in the past tense of one who held it for a time: "served as"."""
    return holder.verb is not None and holder.lasts and clause(holder.verb).past


def status(scene: Scene, noun: Noun, body: Body) -> Status:
    """Return what the words around the office make of it: "former Huawei CEO"."""
    doc, after = scene.span.doc, max(noun.end, body.end)
    start = min(noun.start, body.start) if body.front else noun.start
    if _is_not(scene, start):
        return Status.DENIED
    if noun.status is not Status.ASSERTED:
        return noun.status
    started = opening(doc, scene.span.start, start)
    if started is not None:
        return started
    lasts = noun.roles[0].relation in LASTING
    if lasts and is_bygone(doc, start, scene.span.start):
        return Status.FORMER
    if BYGONE.match(text_in(doc, after, min(after + 3, scene.span.end))):
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


def lasting(relation: str, noun: Token, status: Status) -> Status:
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


def narrowing(scene: Scene, noun: Noun) -> list[Token]:
    """Return the words that say which office it is: "foreign" of "former foreign minister"."""
    words = scene.span.doc[noun.start : noun.noun]
    return [t for t in words if not (_idle(t) or _is_of_name(scene, t))]


def _is_of_name(scene: Scene, word: Token) -> bool:
    """Say whether it but tells what a place is: "Lagos state governor"."""
    place = scene.ends.get(word.i - 1) if word.lower_ in roles.words("lands") else None
    return place is not None and scene.type(place) is Type.PLACE


def _idle(token: Token) -> bool:
    if token.text == "-" or token.lower_ in roles.words("empty"):
        return True
    return roles.status([token.lower_], Status.ASSERTED) is not Status.ASSERTED


def office_of(scene: Scene, anchor: Anchor, at: Anchor) -> tuple[str, Status] | None:
    """Return the office that a noun next to a person's mention names, and whether it is over.

    Not where it is of another body than the one asked for: "once head of Acme, now at Beta".
    """
    found = []
    for noun in role_nouns.find(scene):
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
    if BYGONE.match(text_in(doc, noun.end, min(noun.end + 3, scene.span.end))):
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
    narrow = narrowing(scene, noun)
    start = narrow[0].i if narrow else noun.noun
    end = max(end, noun.end)
    if noun.status is Status.PLANNED and scene.span.doc[noun.end - 2].text == "-":
        end = noun.end - 2
    said = roles.text(scene.span.doc, start, end, scene.named - {*range(start, noun.end)})
    return said.removesuffix("s") if noun.plural and end == noun.end else said
