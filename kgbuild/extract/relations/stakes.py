"""Shares that are told by the way: "may sell its stake in Acme", "Beta owns 60% and Gamma 40%"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.text import roles
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_town
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Form, Status, Type
from kgbuild.ontology import Ontology

RULE, REST = "stake", "share"
_RELATION = "OWNS"
_STAKES = frozenset("stake shareholding holding interest share".split())
_PARTS = frozenset("half quarter third".split())
_GONE = frozenset(
    """sell offload divest dump unload shed transfer hand relinquish surrender forfeit lose
    exit donate""".split()
) | {"give up", "sign over", "hand over", "give away", "sell off"}
_GONE_OF = frozenset({"dispose", "part", "rid"})
_MOST = frozenset("all bulk last majority most remainder rest".split())
_MOVES = frozenset("allow convince force get help let order persuade press push urge".split())
"""Whom they make sell may have done so."""
_CLAIMS = frozenset("allegation claim report rumour rumor suspicion".split())
_SALES = frozenset({"sale", "disposal", "transfer"})
_HOLDS = frozenset("has have had holds hold held holding having owns own owned owning with".split())
_RESTS = frozenset({"rest", "remainder", "balance"})
_PERCENT = frozenset({"%", "percent", "per", "pct"})
_TIED = (("to", "belongs belonging belong"), ("of", "hands"), ("by", ""), ("with", ""))
"""Words that tell whose a share is, each with those one of which must stand before it."""
_BELONGS = frozenset("belongs belonging are is being held owned lies in the hands".split())
_BEFORE_NAME = frozenset("DT JJ NN NNP POS , HYPH CD NNS PRP$".split())


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield what somebody has a stake in, by a genitive."""
    relation = ontology.enabled(_RELATION)
    if relation is None or scene.lemmas.isdisjoint(_STAKES | _PARTS):
        return
    for noun in scene.span:
        word = lemma(noun) if noun.tag_ in {"NN", "NNS"} else ""
        if word not in _STAKES | _PARTS:
            continue
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        holder = scene.resolve(owner) if owner is not None else None
        body = _behind(scene, noun, "of" if word in _PARTS else "in")
        status = _status(noun) if holder is not None and body is not None else None
        if holder is None or body is None or status is None or holder.referent == body.referent:
            continue
        town = is_town(scene.referents[body.referent].name)
        if not town and relation.fits(scene.type(holder), scene.type(body)):
            yield Fact(
                holder, _RELATION, body, noun, RULE,
                status=status, implied=_is_of_part(noun), confidence=PLAIN,
            )  # fmt: skip


def _behind(scene: Scene, noun: Token, word: str) -> Anchor | None:
    """Return in what it is, wherever the parser hangs the preposition right behind."""
    prep = scene.span.doc[noun.i + 1 : noun.i + 2]
    if prep.text.lower() != word:
        return None
    return next((scene.heads.get(o.i) for o in prep[0].children if o.dep_ == "pobj"), None)


def _told_of(stake: Token) -> Token:
    """Return the noun whose verb tells of it: "most of its shares"."""
    noun = stake.head.head
    most = stake.dep_ == "pobj" and stake.head.lower_ == "of" and noun.lower_ in _MOST
    return noun if most else stake


def _is_of_part(stake: Token) -> bool:
    """Say whether only a part of it is told of: "sold a tenth of its stake", which it still has."""
    noun = stake.head.head
    of = stake.dep_ == "pobj" and stake.head.lower_ == "of"
    return of and noun.tag_ == "NN" and noun.lower_ not in _MOST


def _status(noun: Token) -> Status | None:
    """Return whether it is still somebody's; None where that is only talked of."""
    status = roles.status((c.lower_ for c in noun.lefts), Status.ASSERTED)
    noun = _told_of(noun)
    head = noun.head
    if noun.dep_ == "pobj":
        above = head.head
        if lemma(above) in _CLAIMS | _SALES:
            return None
        gone = above.pos_ == "VERB" and lemma(above) in _GONE_OF and head.lower_ in {"of", "with"}
        verb = above if gone else None
    else:
        gone = noun.dep_ in {"dobj", "nsubjpass"} and clause(head).key in _GONE
        gone = gone or (noun.dep_ == "nsubj" and any(c.lower_ == "gone" for c in head.children))
        verb = head if gone else None
    if verb is None:
        return status
    told = judge(verb).status
    if told is Status.ALLEGED or lemma(verb.head) in _MOVES:
        return None
    return Status.FORMER if told in FACTUAL else status


def may_be(words: Iterable[str]) -> bool:
    """Say whether it may tell who has the rest of what the sentence before tells the owner of."""
    return not _RESTS.isdisjoint(words)


def rest(scene: Scene, facts: Sequence[Fact], before: Fact | None) -> Iterator[Fact]:
    """Yield who else has a share of what one is told to have a share of.

    ``before`` is such a fact of the sentence before: "Acme owns 60%. The rest belongs to Beta".
    """
    shared = list(parts(scene, facts))
    if not shared and before is not None and may_be(scene.words):
        word = scene.span[0]
        shared = [replace(before, word=word, verb=None, state=False, implied=True)]
    taken = {end for fact in shared for end in fact.key[::2]}
    for other in scene.anchors:
        start = other.span.start
        told = [fact for fact in shared if fact.word.i < start]
        if not told or other.form is not Form.NAME or other.referent in taken:
            continue
        if scene.type(other) is not Type.LISTING and _has_share(scene, other):
            taken.add(other.referent)
            nearest = max(told, key=lambda fact: fact.word.i)
            yield replace(nearest, subject=other, rule=REST, confidence=PLAIN)


def parts(scene: Scene, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield by what verb somebody is said to have a part of something."""
    held = [f for f in facts if f.relation == _RELATION and not f.ends and f.rule[:5] == "verb:"]
    if held and _is_part(scene):
        yield from held


def _is_part(scene: Scene) -> bool:
    return any(
        t.lower_ in _PERCENT or t.lower_ in _RESTS or lemma(t) in _STAKES for t in scene.span
    )


def _has_share(scene: Scene, other: Anchor) -> bool:
    """Say whether a share stands right behind a name or, with "by" or "to", before it."""
    doc, place = scene.span.doc, other.span.end
    while place < scene.span.end and doc[place].lower_ in _HOLDS:
        place += 1
    end = _share(scene, place)
    if end is not None:
        return end >= scene.span.end or doc[end].lower_ not in {"of", "in", "stake", "owned"}
    place = other.span.start - 1
    while place > scene.span.start and doc[place].tag_ in _BEFORE_NAME and place not in scene.ends:
        place -= 1
    before = dict(_TIED).get(doc[place].lower_)
    if before is None or (before and doc[place - 1].lower_ not in before.split()):
        return False
    place -= 1
    if doc[place].lower_ in {"%", "percent", "cent"}:
        return True
    while place > scene.span.start and doc[place].lower_ in _BELONGS:
        place -= 1
    return doc[place].lower_ in _RESTS


def _share(scene: Scene, place: int) -> int | None:
    """Return where a share ends that begins here: "the rest", "40 percent", "a third"."""
    doc, end = scene.span.doc, scene.span.end
    if place < end and doc[place].lower_ in {"the", "a"}:
        place += 1
    if place >= end:
        return None
    if doc[place].lower_ in _RESTS:
        return place + 1
    if doc[place].like_num and place + 1 < end and doc[place + 1].lower_ in _PERCENT:
        return place + 2 + (doc[place + 1].lower_ == "per")
    return None
