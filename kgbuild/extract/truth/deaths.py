"""Who the article says is dead: the offices, marriages and goods of the dead are over."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Doc, Token

from kgbuild.extract.references import kin
from kgbuild.extract.text.clauses import subjects
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, vocabulary
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Referent, Statement, Status, Type

_OVER = frozenset("LEADS WORKS_FOR MEMBER_OF PLAYS_FOR OWNS LIVES_IN SPOUSE_OF".split())
"""Of the 300 of these that our training items tell of somebody who died, 257 are over."""
_DIES = frozenset("die dies died dying drowned perished".split())
_KILLED = frozenset("killed murdered assassinated beheaded executed buried cremated".split())
_OF_THE_DEAD = frozenset("death funeral burial widow widower".split())
_MOURNED = frozenset("bury buried lose lost loses losing mourn mourned mourns mourning".split())
"""Whose kin somebody is told to have lost or buried is dead."""
_WORDS = MappingProxyType(
    {
        **dict.fromkeys(_DIES, "nsubj"),
        **dict.fromkeys(_KILLED, "nsubjpass"),
        **dict.fromkeys(_OF_THE_DEAD, "of"),
        "survived": "nsubjpass",
        "survives": "dobj",
        "late": "late",
    }
)
"""Words, each with what tells who is dead: a verb's subject or object, whose it is, before whom."""
_CUES = _MOURNED.union(_WORDS)


def ended(
    found: Sequence[Statement],
    paragraphs: Sequence[Paragraph],
    anchors: Iterable[Anchor],
    referents: Sequence[Referent],
    living: Set[int],
) -> list[Statement]:
    """Return the statements, those of the dead as over; the ``living`` are not dead after all."""
    said = {
        (i, token.i) for i, paragraph in enumerate(paragraphs) for token in _dead(paragraph.doc)
    }
    dead = {
        a.referent
        for a in (anchors if said else ())
        if referents[a.referent].type is Type.PERSON and (a.paragraph, a.span.root.i) in said
    }
    deaths = (one for one in found if one.relation in {"DIED_IN", "KILLED"})
    dead |= {_victim(one) for one in deaths if one.status in FACTUAL}
    dead -= living
    return [replace(one, status=Status.FORMER) if _is_over(one, dead) else one for one in found]


def _victim(one: Statement) -> int:
    return one.subject if one.relation == "DIED_IN" else one.object


def _is_over(one: Statement, dead: Set[int]) -> bool:
    ends = {one.subject, one.object} if one.relation == "SPOUSE_OF" else {one.subject}
    return one.status is Status.ASSERTED and one.relation in _OVER and not dead.isdisjoint(ends)


def _dead(doc: Doc) -> Iterator[Token]:
    """Yield the words that name who is dead: "Orr died", "the late Ann Lee", "his widow"."""
    if _CUES.isdisjoint(vocabulary(doc)):
        return
    for token in doc:
        way = _WORDS.get(token.lower_)
        if way is None and token.lower_ not in _MOURNED:
            continue
        for word in (*(_meant(token, way) if way else ()), *_mourned(token)):
            yield word
            # "Her husband, the painter Max Orr, died."
            named = [c for c in word.children if c.dep_ == "appos"]
            yield from (*named, *(o for c in named for o in c.children if o.dep_ == "appos"))


def _mourned(verb: Token) -> Iterator[Token]:
    """Yield the kin that somebody lost or buried: "buried her husband, Max Orr"."""
    if verb.lower_ in _MOURNED and verb.pos_ == "VERB" and judge(verb).status in FACTUAL:
        lost = (c for c in verb.children if c.dep_ == "dobj" and lemma(c) in kin.NEAR)
        yield from (one for one in lost if any(c.tag_ == "PRP$" for c in one.children))


def _meant(token: Token, way: str) -> Iterator[Token]:
    if way == "late":
        if token.dep_ == "amod":
            yield token.head
    elif way == "of":
        yield from (c for c in token.children if c.dep_ == "poss")
        of = (c for c in token.children if c.lower_ == "of")
        yield from (t for prep in of for t in prep.children if t.dep_ == "pobj")
    elif token.pos_ in {"VERB", "AUX"} and judge(token).status in FACTUAL:
        if way == "dobj":
            yield from (c for c in token.children if c.dep_ == way)
            return
        said = subjects(token)
        if said.passive is (way == "nsubjpass"):
            yield from said.tokens
