"""Sanctions that another sentence tells: "Japan followed suit", "those hit include Ann Lee"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from kgbuild.extract import frames
from kgbuild.extract.clauses import Clause
from kgbuild.extract.facts import PLAIN, Fact
from kgbuild.extract.lemma import lemma
from kgbuild.extract.paragraphs import Anchor
from kgbuild.extract.scene import Scene, conjuncts
from kgbuild.extract.status import judge
from kgbuild.model import FACTUAL, Type
from kgbuild.ontology import Ontology

RULE = "echo"
RELATION = "SANCTIONED"
_SAYS = re.compile(
    r"\b(?:followed suit|follow suit|follows suit|the same|likewise|includ(?:e|es|ed)|among)\b",
    re.IGNORECASE,
)
_SAME = {"follow": frozenset({"suit"}), "do": frozenset({"same", "likewise"})}
"""By verb, what stands behind it where one does what another did."""
_HIT = frozenset("add blacklist designate hit list name punish sanction target".split())
_THOSE = frozenset("those company entity firm individual official people person target".split())
_STATES = frozenset({"European Union", "EU"})


def may_be(sentence: Span) -> bool:
    """Say whether the words of a sentence may be such: a cheap look before the parse is asked."""
    return _SAYS.search(sentence.text) is not None


def find(scene: Scene, before: Scene | None, ontology: Ontology) -> Iterator[Fact]:
    """Yield who does what the sentence ``before`` tells, and to whom else its state does it."""
    relation = ontology.relations.get(RELATION)
    if before is None or relation is None or not relation.enabled or not may_be(scene.span):
        return
    said = frames.clauses(scene)
    told = [f for f in frames.find(before, frames.clauses(before), ontology) if _is_done(f)]
    for one in said:
        stands = _same(one.verb)
        for doer in _states(scene, one) if stands is not None else ():
            for fact in told:
                if fact.subject.referent != doer.referent != fact.object.referent:
                    place = scene.span.doc[stands.i : stands.i + 1]  # type: ignore[union-attr]
                    yield replace(
                        fact, subject=doer, object=replace(fact.object, span=place), word=one.verb,
                        rule=RULE, verb=one.verb, implied=True, confidence=PLAIN,
                    )  # fmt: skip
    for verb, first in _lists(said):
        for state in _imposers(before):
            for token in conjuncts(first):
                named = scene.heads.get(token.i)
                if named is not None and relation.fits(*map(scene.type, (state, named))):
                    doer = replace(state, span=scene.span.doc[verb.i : verb.i + 1])
                    yield Fact(
                        doer, RELATION, named, verb, RULE,
                        verb=verb, implied=True, confidence=PLAIN,
                    )  # fmt: skip


def _is_done(fact: Fact) -> bool:
    done = fact.verb is not None and judge(fact.verb).status in FACTUAL
    return fact.relation == RELATION and done and not fact.ends


def _same(verb: Token) -> Token | None:
    """Return the word by which one does the same: "suit" of "followed suit"."""
    words = _SAME.get(lemma(verb), frozenset())
    return next((c for c in verb.rights if c.lower_ in words), None)


def _states(scene: Scene, said: Clause) -> Iterator[Anchor]:
    for token in said.doers:
        anchor = scene.resolve(token)
        if anchor is not None:
            name = scene.referents[anchor.referent].name
            if scene.type(anchor) is Type.PLACE or name in _STATES:
                yield anchor


def _lists(said: Sequence[Clause]) -> Iterator[tuple[Token, Token]]:
    """Yield the verb and the first name: "those hit include", "among those targeted are"."""
    for one in said:
        verb = one.verb
        nouns = [c for c in verb.children if c.dep_ == "nsubj"]
        if lemma(verb) == "include" and any(map(_are_hit, nouns)):
            yield from ((verb, c) for c in verb.children if c.dep_ == "dobj")
        if lemma(verb) == "be":
            among = (c for c in verb.children if c.lower_ == "among" and c.i < verb.i)
            if any(_are_hit(o) for prep in among for o in prep.children):
                yield from ((verb, c) for c in nouns if c.i > verb.i)


def _are_hit(noun: Token) -> bool:
    """Say whether a noun means who is sanctioned: "those hit", "the listed firms"."""
    if lemma(noun) not in _THOSE:
        return False
    own = any(c.dep_ in {"acl", "amod", "relcl"} and lemma(c) in _HIT for c in noun.children)
    return own or lemma(noun) == "target"


def _imposers(before: Scene) -> Iterator[Anchor]:
    """Yield the states that impose sanctions on some who are not named: "on eleven people"."""
    for said in frames.clauses(before):
        if judge(said.governor).status not in FACTUAL or not frames.may_say(said, RELATION):
            continue
        yield from _states(before, said)
