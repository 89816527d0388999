"""Who the article says is dead: the offices, marriages and goods of the dead are over."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Doc, Token

from kgbuild.extract.references import kin
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import BYGONE
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, vocabulary
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.verbs import particle
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Referent, Statement, Status, Type

_OVER = BYGONE - {"ALLIED_WITH", "SUBSIDIARY_OF"}
"""Of the 300 of these that our training items tell of somebody who died, 257 are over."""
_DIES = frozenset("die dies died dying drowned perished".split())
_KILLED = frozenset(
    """killed murdered assassinated beheaded executed buried cremated hanged guillotined lynched
    slain""".split()
)
_KILLINGS = frozenset("murder killing assassination slaying lynching beheading execution".split())
_OF_THE_DEAD = frozenset("death funeral burial widow widower".split()) | _KILLINGS
_TRIED = frozenset("attempt attempted conspiracy plan plot threat".split())
"""What is but tried or meant: "the attempted murder of", "a plot for the killing of"."""
_VICTIMS = frozenset("victim victims fatality fatalities dead deceased".split())
_FELLED = frozenset("batter beat bludgeon burn club crush hack stab torture trample".split())
"""With "to death" they kill; who is condemned to it lives."""
_MOURNED = frozenset("bury buried lose lost loses losing mourn mourned mourns mourning".split())
"""Whose kin somebody is told to have lost or buried is dead."""
_WORDS = MappingProxyType(
    {
        **dict.fromkeys(_DIES, "nsubj"),
        **dict.fromkeys(_KILLED, "nsubjpass"),
        **dict.fromkeys(_OF_THE_DEAD, "of"),
        **dict.fromkeys(["murdering", "killing", "assassinating"], "by"),
        **dict.fromkeys(_VICTIMS, "as"),
        "passed": "away",
        "heart": "heart",
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
    deaths = [one for one in found if one.relation in {"DIED_IN", "KILLED"}]
    dead |= {_victim(one) for one in deaths if one.status in FACTUAL}
    # Whom somebody is said to have killed is dead, whoever did it, if he says nothing himself.
    killed = {_victim(one) for one in deaths if one.status is Status.ALLEGED}
    dead |= killed - {one.speaker for one in found}
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
            yield from _among(word)
            # "Her husband, the painter Max Orr, died."
            named = [c for c in word.children if c.dep_ == "appos"]
            yield from (*named, *(o for c in named for o in c.children if o.dep_ == "appos"))


def _mourned(verb: Token) -> Iterator[Token]:
    """Yield the kin that somebody lost or buried: "buried her husband, Max Orr"."""
    if verb.lower_ in _MOURNED and verb.pos_ == "VERB" and judge(verb).status in FACTUAL:
        lost = (c for c in verb.children if c.dep_ == "dobj" and lemma(c) in kin.NEAR)
        yield from (one for one in lost if any(c.tag_ == "PRP$" for c in one.children))


def _meant(token: Token, way: str) -> Iterator[Token]:
    find = _WAYS.get(way)
    if find is not None:
        yield from find(token)
    elif token.pos_ in {"VERB", "AUX"} and judge(token).status in FACTUAL:
        if way == "dobj":
            yield from (c for c in token.children if c.dep_ == way)
            return
        said = subjects(token)
        if said.passive is (way == "nsubjpass"):
            yield from said.tokens


def _among(word: Token) -> Iterator[Token]:
    """Yield who is one of those who died: "among those who died was Max Orr"."""
    those = word.head.head if word.tag_ == "WP" else word
    if those.dep_ == "pobj" and those.head.lower_ == "among":
        yield from (c for c in those.head.head.children if c.dep_ in {"attr", "nsubj"})


def _late(word: Token) -> Iterator[Token]:
    """Yield who is called late: "the late Ann Lee", "the late geologist Ann Lee"."""
    if word.dep_ == "amod":
        yield word.head


def _of(noun: Token) -> Iterator[Token]:
    """Yield whose death it is: "Orr's funeral", "the murder of Orr"; of no "plot for" that."""
    if noun.lower_ == "death" and noun.head.lower_ == "to":
        yield from _to_death(noun)
    near = {noun.head.head.lower_, *(c.lower_ for c in noun.children)}
    if noun.lower_ in _KILLINGS and not near.isdisjoint(_TRIED):
        return
    if noun.lower_ not in _KILLINGS:
        yield from (c for c in noun.children if c.dep_ == "poss")
    of = (c for c in noun.children if c.lower_ == "of")
    yield from (t for prep in of for t in prep.children if t.dep_ == "pobj")


def _by_deed(verb: Token) -> Iterator[Token]:
    """Yield whom somebody is charged with, or convicted of, killing."""
    above = verb.head
    charged = verb.dep_ == "pcomp" and above.lower_ in {"of", "with", "for"}
    if charged and lemma(above.head) not in _TRIED:
        yield from (c for c in verb.children if c.dep_ == "dobj")


def _victims(word: Token) -> Iterator[Token]:
    """Yield who is found, named or left dead: "named the victim as Orr", "was shot dead"."""
    verb = word.head
    if verb.lower_ == "among":
        yield from _among(word)
    if word.dep_ in {"oprd", "acomp"} and word.lower_ == "dead":
        if verb.pos_ in {"VERB", "AUX"} and judge(verb).status in FACTUAL:
            left = [c for c in verb.children if c.dep_ == "dobj"]
            yield from left or subjects(verb).tokens
    elif word.dep_ in {"dobj", "nsubjpass"} and lemma(verb) in {"identify", "name"}:
        as_ = (c for c in verb.children if c.lower_ == "as")
        yield from (o for prep in as_ for o in prep.children if o.dep_ == "pobj")


def _away(verb: Token) -> Iterator[Token]:
    if particle(verb) == "away" and judge(verb).status in FACTUAL:
        yield from subjects(verb).tokens


def _heart(noun: Token) -> Iterator[Token]:
    """Yield whose heart it is: "until his heart gave out"."""
    verb = noun.head
    stops = noun.dep_ == "nsubj" and (lemma(verb) == "stop" or clause(verb).key == "give out")
    if stops and judge(verb).status is not Status.DENIED:
        yield from (c for c in noun.children if c.dep_ == "poss")


def _to_death(death: Token) -> Iterator[Token]:
    """Yield who was beaten to death, or fell to his own."""
    verb = death.head.head
    if verb.pos_ != "VERB" or judge(verb).status not in FACTUAL:
        return
    own = any(c.dep_ == "poss" for c in death.children)
    if own or lemma(verb) in _FELLED:
        objects = () if own else [c for c in verb.children if c.dep_ == "dobj"]
        yield from objects or subjects(verb).tokens


_WAYS: Mapping[str, Callable[[Token], Iterator[Token]]] = MappingProxyType(
    {
        "late": _late, "of": _of, "by": _by_deed, "as": _victims, "away": _away, "heart": _heart,
    }
)  # fmt: skip
