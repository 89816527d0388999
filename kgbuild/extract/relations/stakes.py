"""Shares that are told by the way: "may sell its stake in Acme", "Beta owns 60% and Gamma 40%".

So is what is somebody's "property", or "in the hands of" somebody.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.text import roles
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import CLEAR, PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_town
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.times import ONCE
from kgbuild.extract.text.vocabulary import FRACTIONS, PERCENT
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Form, Status, Type
from kgbuild.ontology import Ontology, Relation

RULE, REST, PROPERTY = "stake", "share", "property"
_RELATION = "OWNS"
_STAKES = frozenset("stake shareholding holding interest share".split())
_PARTS = frozenset({"half", "quarter", "third"})
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
_IS = frozenset({"be", "become", "lie", "remain", "stay"})
_HANDS = frozenset({"hand", "property"})
_PERCENT = PERCENT | {"per"}
_ARTICLES = frozenset({"a", "the"})
_WORDS = 5
"""So many stand in "the other 12.5 per cent" before the last."""
OTHERS = frozenset("another further other remaining".split())
_OF_RESTS = _RESTS | OTHERS
_TIED = {"to": "belongs belonging belong sold went", "of": "hands", "by": "", "with": ""}
"""Words that tell whose a share is, each with those one of which must stand before it."""
_BELONGS = frozenset(
    """are been being belong belongs belonging has have held in is lie lies now owned rests sold
    still the was went were hands""".split()
)
_BEFORE_NAME = frozenset("DT JJ NN NNP POS , HYPH CD NNS PRP$".split())


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield what somebody has a stake in, by a genitive."""
    relation = ontology.enabled(_RELATION)
    if relation is None or scene.lemmas.isdisjoint(_STAKES | _PARTS | _HANDS):
        return
    yield from _properties(scene, relation)
    for noun in scene.tokens:
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


def _properties(scene: Scene, relation: Relation) -> Iterator[Fact]:
    """Yield what is "the property of" somebody, or a body "in the hands of" somebody."""
    for noun in scene.tokens:
        property_ = noun.lower_ == "property"
        if not property_ and noun.lower_ != "hands":
            continue
        owners = (o for c in noun.children if c.lower_ == "of" for o in c.children)
        owner = next((a for o in owners if (a := scene.resolve(o)) is not None), None)
        owned, verb = _owned(scene, noun if property_ else noun.head)
        if owner is None or owned is None or owned.referent == owner.referent:
            continue
        ends = scene.type(owner), scene.type(owned)
        if relation.fits(*ends) and (property_ or ends[1] is Type.ORGANIZATION):
            gone = any(c.lower_ in ONCE for c in noun.children)
            gone = gone or (verb is not None and clause(verb).past)
            yield Fact(
                owner, _RELATION, owned, noun, PROPERTY, verb=verb, confidence=CLEAR,
                status=Status.FORMER if gone else Status.ASSERTED,
            )  # fmt: skip


def _owned(scene: Scene, noun: Token) -> tuple[Anchor | None, Token | None]:
    """Return what "is", or is told by the way as, somebody's, with the verb that says so."""
    head = noun.head
    if noun.dep_ == "appos":
        start = noun.left_edge.i
        parted = start - 2 >= scene.span.start and noun.doc[start - 1].text == ","
        return (scene.ends.get(start - 2) if parted else None), None
    if head.pos_ in {"AUX", "VERB"} and lemma(head) in _IS and noun.dep_ in {"attr", "prep"}:
        named = (scene.resolve(t) for t in subjects(head).tokens)
        return next((a for a in named if a is not None), None), head
    return None, None


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
    return not _OF_RESTS.isdisjoint(words)


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
        told = [fact for fact in shared if fact.implied or fact.word.i < start]
        if not told or other.form is not Form.NAME or other.referent in taken:
            continue
        if scene.type(other) is not Type.LISTING and _has_share(scene, other):
            taken.add(other.referent)
            nearest = max(told, key=lambda fact: fact.word.i)
            if nearest.unsaid:
                yield replace(nearest, subject=other)
            else:
                yield replace(nearest, subject=other, rule=REST, confidence=PLAIN)


def parts(scene: Scene, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield by what verb somebody is said to have a part of something."""
    owned = (f for f in facts if f.relation == _RELATION and not f.ends)
    held = [f for f in owned if f.unsaid or f.rule[:5] == "verb:"]
    if held and _is_part(scene):
        yield from held


def _is_part(scene: Scene) -> bool:
    return any(
        t.lower_ in _PERCENT or t.lower_ in _RESTS or lemma(t) in _STAKES for t in scene.tokens
    )


def _has_share(scene: Scene, other: Anchor) -> bool:
    """Say whether a share stands right behind a name or, with "by" or "to", before it."""
    doc, place = scene.span.doc, other.span.end
    while place < scene.span.end and doc[place].lower_ in _HOLDS:
        place += 1
    end = _share(scene, place)
    if end is not None:
        return end >= scene.span.end or doc[end].lower_ not in {"of", "in", "stake", "owned"}
    if any(t.tag_[:2] == "NN" for t in doc[other.span.end : other.span.end + 1]):
        return False  # "by London fund Acme"
    place = other.span.start - 1
    while place > scene.span.start and doc[place].tag_ in _BEFORE_NAME and place not in scene.ends:
        place -= 1
    before = _TIED.get(doc[place].lower_)
    if doc[place].lower_ == "to" and _is_second(scene, place - 1):
        return True
    if before is None or (before and doc[place - 1].lower_ not in before.split()):
        return False
    place -= 1
    if doc[place].lower_ in _PERCENT:
        return True
    while place > scene.span.start and doc[place].lower_ in _BELONGS:
        place -= 1
    return doc[place].lower_ in _RESTS or _is_other(scene, place)


def _is_other(scene: Scene, place: int) -> bool:
    """Say whether a share that ends here is another: "the remaining 15 per cent", "other third"."""
    doc, first = scene.span.doc, max(scene.span.start, place - _WORDS)
    ends = doc[place].lower_ in _PERCENT | FRACTIONS or lemma(doc[place]) in _STAKES
    return ends and any(t.lower_ in OTHERS for t in doc[first:place])


def _is_second(scene: Scene, place: int) -> bool:
    """Say whether a share ends here that has no verb: "51 percent to Acme and 49 percent to"."""
    doc, first = scene.span.doc, scene.span.start
    if place - 3 < first or doc[place].lower_ not in _PERCENT:
        return False
    place -= 1 + (doc[place - 1].lower_ == "per")
    return doc[place].like_num and doc[place - 1].lower_ in {"and", ","}


def _share(scene: Scene, place: int) -> int | None:
    """Return where a share ends that begins here: "the rest", "40 percent", "a third"."""
    doc, end = scene.span.doc, scene.span.end
    while place < end and doc[place].lower_ in _ARTICLES | OTHERS:
        place += 1
    if place >= end:
        return None
    if doc[place].lower_ in _RESTS | FRACTIONS:
        return place + 1
    if doc[place].like_num and place + 1 < end and doc[place + 1].lower_ in _PERCENT:
        return place + 2 + (doc[place + 1].lower_ == "per")
    return None
