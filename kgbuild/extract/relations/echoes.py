"""What the sentence before tells of another: "Japan followed suit", "Ann Lee was held, too"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.relations import frames
from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Type
from kgbuild.ontology import Ontology

RULE = "echo"
RELATION = "SANCTIONED"
ARREST = "ARRESTED"
_SAYS = re.compile(
    r"\b(?:followed suit|follow suit|follows suit|the same|likewise"
    r"|apprehended|arrested|captured|caught|custody|detained|held|picked up|seized)\b",
    re.IGNORECASE,
)
_OF_ARRESTS = re.compile(r"\b(?:apprehend|arrest|captur|custody|detain|picked up|round)")
_SAME = {"follow": frozenset({"suit"}), "do": frozenset({"same", "likewise"})}
"""By verb, what stands behind it where one does what another did."""
_HELD = frozenset({"arrest", "capture", "catch", "detain", "hold", "pick up", "seize"})
_STATES = frozenset({"European Union", "EU"})


def is_told_of(text: str) -> bool:
    """Say whether an article tells of arrests."""
    return _OF_ARRESTS.search(text) is not None


def may_be(text: str) -> bool:
    """Say whether the words of a sentence may be such: a cheap look before the parse is asked."""
    return _SAYS.search(text) is not None


def find(
    scene: Scene, said: Sequence[Clause], before: Scene | None, ontology: Ontology
) -> Iterator[Fact]:
    """Yield who does what the sentence ``before`` tells, or to whom it is done, too."""
    if before is None or not may_be(scene.text):
        return
    followers = [(one, word) for one in said if (word := _same(one.verb)) is not None]
    if followers and ontology.enabled(RELATION):
        yield from _followed(scene, followers, before, ontology)
    taken = [one for one in said if _is_taken(one)]
    if taken and ontology.enabled(ARREST):
        yield from _taken(scene, taken, before)


def _followed(
    scene: Scene, said: Iterable[tuple[Clause, Token]], before: Scene, ontology: Ontology
) -> Iterator[Fact]:
    """Yield who imposes what another does by the sentence before: "Japan followed suit"."""
    told = [f for f in frames.find(before, frames.clauses(before), ontology) if _is_done(f)]
    for one, word in said:
        place = scene.span.doc[word.i : word.i + 1]
        for doer in _states(scene, one):
            for fact in told:
                if fact.subject.referent != doer.referent != fact.object.referent:
                    yield replace(
                        fact, subject=doer, object=replace(fact.object, span=place), word=one.verb,
                        rule=RULE, verb=one.verb, implied=True, confidence=PLAIN,
                    )  # fmt: skip


def _taken(scene: Scene, said: Iterable[Clause], before: Scene) -> Iterator[Fact]:
    """Yield whom they arrest who arrest some by the sentence before: "Ann Lee was held in Oslo".

    So it is in the 8 items that tell it, be the first arrested unnamed, he himself or another.
    """
    above = [o for o in frames.clauses(before) if judge(o.governor).status in FACTUAL]
    bodies = {a.referent: a for o in above for a in frames.doers(before, o, ARREST)}
    if len(bodies) != 1:
        return
    body = next(iter(bodies.values()))
    for one in said if scene.type(body) is not Type.PERSON else ():
        place = scene.span.doc[one.verb.i : one.verb.i + 1]
        for held in filter(None, map(scene.resolve, one.subjects.tokens)):
            if scene.type(held) is Type.PERSON:
                yield Fact(
                    replace(body, span=place), ARREST, held, one.verb, RULE,
                    verb=one.verb, implied=True, confidence=PLAIN,
                )  # fmt: skip


def _is_taken(one: Clause) -> bool:
    """Say whether somebody "was picked up", not said by whom, and no year before."""
    beside = list(one.verb.children)
    if not any(c.dep_ == "auxpass" for c in beside) or any(c.lower_ == "by" for c in beside):
        return False
    under = [noun for _, noun in one.prepositions()]
    if any(t.shape_ == "dddd" for noun in under for t in noun.subtree):
        return False
    custody = one.key == "take" and any(noun.lower_ == "custody" for noun in under)
    return (one.key in _HELD or custody) and judge(one.verb).status in FACTUAL


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
