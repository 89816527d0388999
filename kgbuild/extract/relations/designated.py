"""Whom sanctions hit whose imposer another sentence names: "Also hit were Ann Lee and Acme"."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from spacy.tokens import Token

from kgbuild.extract.references.referring import persons
from kgbuild.extract.relations import frames
from kgbuild.extract.relations.blacklists import keepers, lists
from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.prepositions import brought
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Form, Statement, Status, Type
from kgbuild.ontology import Ontology, Relation

RULE = "designated"
RELATION = "SANCTIONED"
_OF_SANCTIONS = (
    "sanction", "blacklist", "designat", "asset freeze", "travel ban", "entity list", "sdn",
)  # fmt: skip
_SAYS = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|among|also|too|as well|sanctioned|blacklisted|designated"
    r"|they are|the \w+ are)\b",
    re.IGNORECASE,
)
_SANCTIONS = frozenset({"blacklist", "designate", "sanction"})
"""What is done to somebody so is a sanction wherever the article tells of such."""
_HITS = frozenset("add catch hit include list name place punish put target".split())
_THOSE = frozenset(
    "those company entity firm individual name official people person target".split()
)
_FIRMS = words("organization", "companies")
_THEY = frozenset({"they", "these", "those"})
_TOO = frozenset({"also", "too", "well"})
_OTHER_SENSE = frozenset("acomp attr dobj oprd xcomp".split())
_BODIES = frozenset({Type.ORGANIZATION, Type.PLACE})
_ONTO = frozenset({"on", "onto", "to"})


def is_told_of(text: str) -> bool:
    """Say whether an article tells of sanctions."""
    return any(map(text.lower().__contains__, _OF_SANCTIONS))


def may_be(text: str) -> bool:
    """Say whether the words of a sentence may be such: a cheap look before the parse is asked."""
    return _SAYS.search(text) is not None


def find(
    scene: Scene,
    said: Sequence[Clause],
    before: Scene | None,
    known: Set[int],
    ontology: Ontology,
) -> Iterator[Fact]:
    """Yield who is hit by whom the sentence ``before`` names, or else by the only one ``known``."""
    relation = ontology.enabled(RELATION)
    if relation is None or not may_be(scene.text):
        return
    near = set(_before(before, ontology)) if before is not None else set()
    sole = near | known if len(near | known) == 1 else set()
    for one in said:
        for token, doers in _hit(scene, one, near, sole):
            for number in sorted(doers):
                yield from _tie(scene, one, relation, (number, token))
        if before is not None:
            for token in _those(scene, one):
                yield from _noted(scene, one, token, before, ontology)


def _tie(
    scene: Scene, one: Clause, relation: Relation, ends: tuple[int | Token, int | Token]
) -> Iterator[Fact]:
    """Yield the tie of two ends, of which the sentence names one, if it fits them."""
    place = scene.span.doc[one.verb.i : one.verb.i + 1]
    named = next((_named(scene, end) for end in ends if isinstance(end, Token)), None)
    if named is None:
        return
    subject, object_ = (
        named if isinstance(end, Token) else Anchor(named.paragraph, place, end, Form.NAME)
        for end in ends
    )
    fits = relation.fits(scene.type(subject), scene.type(object_))
    if fits and subject.referent != object_.referent:
        yield Fact(
            subject, relation.name, object_, one.verb, RULE,
            verb=one.verb, implied=True, confidence=PLAIN,
        )  # fmt: skip


def _named(scene: Scene, token: Token) -> Anchor | None:
    """Return who is named: of "its parent, Acme," the name, whatever its parent may be."""
    names = (scene.heads.get(c.i) for c in token.children if c.dep_ == "appos")
    found = next((a for a in names if a is not None and a.form is Form.NAME), None)
    own = scene.heads.get(token.i)
    return scene.resolve(token) if found is None or (own and own.form is Form.NAME) else found


def _noted(
    scene: Scene, one: Clause, token: Token, before: Scene, ontology: Ontology
) -> Iterator[Fact]:
    """Yield on which list of the sentence before somebody is who is named but here."""
    relation = ontology.enabled("LISTED_ON")
    if relation is None:
        return
    for told in frames.clauses(before):
        if frames.may_say(told, RELATION) and judge(told.governor).status in FACTUAL:
            noted = (before.heads.get(n.i) for n in lists((told.verb, *told.targets), _ONTO))
            for listing in noted:
                if listing is not None:
                    yield from _tie(scene, one, relation, (token, listing.referent))


def imposers(scene: Scene, said: Iterable[Clause]) -> Iterator[int]:
    """Yield who imposes sanctions on some who need not be named: "Peru hit eleven people"."""
    for one in said:
        if not frames.may_say(one, RELATION):
            continue
        if not any(_is_somebody(scene, t) for t in (*one.targets, *_whom(one))):
            continue
        if judge(one.governor).status not in FACTUAL:
            continue
        kept = (t for n in lists((one.verb, *one.targets), _ONTO) for t in keepers(scene, n))
        for token in one.doers or (kept if one.subjects.passive else ()):
            anchor = scene.resolve(token)
            if anchor is not None and scene.type(anchor) in _BODIES:
                yield anchor.referent


def _whom(one: Clause) -> Iterator[Token]:
    """Yield on whom it is imposed: "sanctions on ten people"."""
    for word in ("on", "against", "upon"):
        yield from one.after(word, one.targets, deep=False)


def _is_somebody(scene: Scene, noun: Token) -> bool:
    """Say whether a noun may mean people or bodies: "ten officials", no "exports of chips"."""
    known = any(lemma(noun) in some for some in (_THOSE, _FIRMS, persons()))
    return known or scene.resolve(noun) is not None


def by(found: Iterable[Statement]) -> Iterator[int]:
    """Yield who imposes sanctions by the statements."""
    yield from (s.subject for s in found if s.relation == RELATION and s.status is Status.ASSERTED)


def _before(before: Scene, ontology: Ontology) -> Iterator[int]:
    """Yield who imposes sanctions by the sentence before, on whomever."""
    said = frames.clauses(before)
    yield from imposers(before, said)
    for fact in frames.find(before, said, ontology):
        done = fact.relation == RELATION and fact.verb is not None and not fact.ends
        if done and judge(fact.word).status in FACTUAL:
            yield fact.subject.referent


def _hit(
    scene: Scene, one: Clause, near: Set[int], sole: Set[int]
) -> Iterator[tuple[Token, Set[int]]]:
    """Yield the words that name who is hit, with those who do it."""
    if one.verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in one.verb.children):
        doers = near if any(c.lower_ in _TOO for c in one.verb.children) else set()
        doers = doers or (sole if lemma(one.verb) in _SANCTIONS else set())
        if doers and _is_hit(one) and judge(one.verb).status in FACTUAL:
            yield from ((token, _agents(scene, one, doers)) for token in _suffer(one))
        return
    yield from ((token, near or sole) for token in _listed(one))
    yield from ((token, near) for token in _those(scene, one))


def _is_hit(one: Clause) -> bool:
    """Say whether who suffers it is sanctioned: "was designated", no "was named as a suspect"."""
    beside = one.verb.children
    if any(c.lower_ == "as" or (c.dep_ in _OTHER_SENSE and c.tag_[0] in "NV") for c in beside):
        return False
    return lemma(one.verb) in _SANCTIONS | _HITS


def _agents(scene: Scene, one: Clause, told: Set[int]) -> Set[int]:
    """Return who does it: the agent, if he is told of as such, or those told of, if there is none.

    "Also named by the Treasury were".
    """
    if not any(c.dep_ == "agent" or c.lower_ == "by" for c in one.verb.children):
        return told
    found = (scene.resolve(t) for t in one.doers)
    return {a.referent for a in found if a is not None} & told


def _suffer(one: Clause) -> Iterator[Token]:
    """Yield the subjects, and whom "including" names of many: "three firms, including Acme"."""
    be = (c for c in one.verb.children if c.dep_ == "auxpass")
    behind = (t for c in be for o in c.children if o.dep_ == "attr" for t in _joined(o))
    subjects = [c for c in one.verb.children if c.dep_ == "nsubjpass"]
    yield from (*(t for c in subjects for t in _joined(c)), *behind)
    if not subjects:
        yield from one.subjects.tokens
    holders = (one.verb, *one.subjects.tokens)
    yield from (t for word in holders for t in brought(word, "including"))


def _listed(one: Clause) -> Iterator[Token]:
    """Yield the names of a list: "those hit include", "among those hit are", "is among those"."""
    verb = one.verb
    nouns = [c for c in verb.children if c.dep_ == "nsubj"]
    if lemma(verb) == "include" and any(map(_are_hit, nouns)):
        yield from (t for c in verb.children if c.dep_ == "dobj" for t in conjuncts(c))
    if lemma(verb) == "be":
        among = (c for c in verb.children if c.lower_ == "among")
        if any(_are_hit(o) for prep in among for o in prep.children):
            yield from (t for c in nouns for t in conjuncts(c))


def _are_hit(noun: Token) -> bool:
    """Say whether a noun means who is sanctioned: "those hit", "the listed firms"."""
    if lemma(noun) in _HITS and any(c.lower_ == "those" for c in noun.children):
        return True
    if lemma(noun) not in _THOSE:
        return False
    told = (c for c in noun.children if c.dep_ in {"acl", "amod", "relcl"})
    return any(lemma(c) in _SANCTIONS | _HITS for c in told) or lemma(noun) == "target"


def _joined(first: Token) -> Iterator[Token]:
    """Yield what is joined to a word, or to the name or seat behind it: "his son, Max, and Bo"."""
    for token in conjuncts(first):
        names = (c for c in token.children if c.dep_ == "appos")
        seats = (o for of in token.children if of.lower_ == "of" for o in of.children)
        yield from (token, *(t for o in (*names, *seats) for t in conjuncts(o)[1:]))


def _those(scene: Scene, one: Clause) -> Iterator[Token]:
    """Yield who the many are of whom the sentence before tells: "They are Ann Lee and Acme"."""
    nouns = [c for c in one.verb.children if c.dep_ == "nsubj"]
    many = any(t.lower_ in _THEY or t.tag_ == "CD" or _are_counted(t) for t in nouns)
    if lemma(one.verb) == "be" and many and all(scene.heads.get(t.i) is None for t in nouns):
        yield from (t for c in one.verb.children if c.dep_ == "attr" for t in _joined(c))


def _are_counted(noun: Token) -> bool:
    """Say whether it is one of "the four companies"."""
    counted = any(c.dep_ == "nummod" for c in noun.children)
    return counted and lemma(noun) in _THOSE and any(c.lower_ == "the" for c in noun.children)
