"""What is told of two who are married: "the couple have two sons, Max and Otto", "they live in"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from spacy.tokens import Token

from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import DASHES, LINKS
from kgbuild.model import FACTUAL, Form, Statement, Type
from kgbuild.ontology import Ontology

RELATION, MARRIED = "PARENT_OF", "SPOUSE_OF"
_CHILDREN = frozenset("children kids sons daughters twins triplets son daughter child".split())
_BOTH = frozenset({"couple", "pair", "they"})
_HAVE = frozenset({"have", "raise", "adopt"})
_TWO = _BOTH | {"both", "newlyweds", "two"}
_SURELY = frozenset({"couple", "newlyweds"})
"""They are the last who were told to be married, however long ago."""
_DWELLS = frozenset({"live", "reside"})
_SETTLES = frozenset({"move", "settle"})
_MAY_DWELL = re.compile(
    r"\b(?:both|couple|newlyweds|pair|they|two)\b[^.]{0,60}\b(?:live|moved|reside|settled)",
    re.IGNORECASE,
)
_LINKS = LINKS | DASHES | {":", "(", "both"}
MOST = 8

Couple = tuple[Anchor, Anchor]


def find(scene: Scene, couples: Sequence[Couple], ontology: Ontology) -> Iterator[Fact]:
    """Yield that both of the last couple are parents of the children named by the sentence.

    Of the last but one, where a child is of the last: "Poe, married to their daughter Ann".
    """
    relation = ontology.enabled(RELATION)
    if relation is None or not couples:
        return
    for noun in scene.tokens:
        if noun.lower_ not in _CHILDREN or noun.i in scene.named:
            continue
        told, verb = _is_of_both(noun)
        if not told:
            continue
        children = tuple(named(scene, noun))
        born = {child.referent for child in children}
        elder = (c for c in reversed(couples) if born.isdisjoint(a.referent for a in c))
        for parent, child in product(next(elder, ()), children):
            yield Fact(
                parent, RELATION, child, verb or noun, "children",
                verb=verb, confidence=PLAIN, implied=True,
            )  # fmt: skip


def may_dwell(text: str) -> bool:
    """Say whether some two may be told to live somewhere: a cheap look before the parse's."""
    return _MAY_DWELL.search(text) is not None


def homes(scene: Scene, couples: Sequence[Couple], ontology: Ontology) -> Iterator[Fact]:
    """Yield where the last couple lives: "The couple live in Oslo"."""
    relation = ontology.enabled("LIVES_IN")
    if relation is None or not couples:
        return
    for verb in scene.verbs:
        word = lemma(verb)
        if word not in _DWELLS | _SETTLES or not _are_meant(scene, verb, couples[-1]):
            continue
        said = clause(verb)
        prepositions = ("in", "on") if word != "move" else ("to",)
        places = (scene.resolve(t) for p in prepositions for t in said.after(p, (), deep=False))
        place = next((a for a in places if a and scene.type(a) is Type.PLACE), None)
        if place is None:
            continue
        for person in couples[-1]:
            yield Fact(
                person, "LIVES_IN", place, verb, "couple", verb=verb, implied=True,
                state=word in _DWELLS and said.past, confidence=PLAIN,
            )  # fmt: skip


def _are_meant(scene: Scene, verb: Token, couple: Couple) -> bool:
    """Say whether it is the couple that does something; "they" are who was told of just now."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if len(subjects) != 1 or subjects[0].i in scene.heads or subjects[0].lower_ not in _TWO:
        return False
    if subjects[0].lower_ in _SURELY:
        return True
    spans = [anchor.span for anchor in couple]
    near = (span.doc is scene.span.doc and span.sent.end >= scene.span.start for span in spans)
    return all(near) and all(span.start < verb.i for span in spans)


def married(scene: Scene, drawn: Iterable[Statement]) -> Iterator[Couple]:
    """Yield the couples that the statements of a sentence tell; who never married are none."""
    at = {anchor.referent: anchor for anchor in reversed(scene.anchors)}
    for one in drawn:
        if one.relation == MARRIED and one.status in FACTUAL:
            yield at[one.subject], at[one.object]


def _is_of_both(noun: Token) -> tuple[bool, Token | None]:
    """Say whether the children are a couple's, and by which verb, if that is told by one."""
    while noun.dep_ == "conj" and noun.head.lower_ in _CHILDREN:
        noun = noun.head  # "a son, Max, and a daughter, Ida"
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if any(c.lower_ == "their" or c.lower_ in _BOTH for c in owners):
        return True, None
    verb = noun.head
    if owners or noun.dep_ != "dobj" or lemma(verb) not in _HAVE:
        return False, None
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(s.lower_ in _BOTH for s in subjects), verb


def named(scene: Scene, noun: Token) -> Iterator[Anchor]:
    """Yield the persons named right behind: "twins, Lena and Noah", "son Max"."""
    doc, place = noun.doc, noun.i + 1
    for _ in range(MOST):
        while place < scene.span.end and doc[place].lower_ in _LINKS:
            place += 1
        anchor = scene.starts.get(place)
        if anchor is None or anchor.form is not Form.NAME or scene.type(anchor) is not Type.PERSON:
            return
        yield anchor
        place = anchor.span.end
        if place < scene.span.end and doc[place].text == "(":  # "Lena (12)"
            close = next((i for i in range(place, scene.span.end) if doc[i].text == ")"), place)
            place = close + 1
        elif place + 1 < scene.span.end and doc[place].text == "," and doc[place + 1].like_num:
            place += 2  # "Lena, 12, and Noah"
