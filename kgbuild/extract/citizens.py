"""Read a nationality: "German skier Hans Meier", "Meier, an Austrian", "is a Chilean poet"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kgbuild.extract import referring
from kgbuild.extract.facts import PLAIN, Fact
from kgbuild.extract.lemma import lemma
from kgbuild.extract.lexicon import state_of_people, words
from kgbuild.extract.scene import Scene
from kgbuild.extract.spans import BEFORE_NOUN, is_title
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RELATION, RULE = "CITIZEN_OF", "people"
NATIONS = frozenset({"England", "Scotland", "Wales", "Northern Ireland"})
"""No states, and yet one is a Scot."""
_OF_OFFICE = frozenset(
    """minister president premier chancellor king queen emperor prince princess ambassador envoy
    diplomat official spokesman spokeswoman spokesperson leader monarch secretary general
    commander soldier officer police prosecutor judge government side team club company firm
    state deputy senator lawmaker mp counterpart colleague rival unit coach manager prime foreign
    captain resident taxpayer""".split()
)
"""Nouns of offices and bodies: "the Greek foreign minister" need be no Greek."""


_OF_MANY = frozenset(
    """captain coach commander deputy diplomat lawmaker manager officer senator soldier""".split()
)
"""Of them a state has many: who "was a French soldier" is French."""


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield the citizens that the sentence names with the adjective of their people."""
    known = ontology.relations.get(RELATION)
    if known is None or not known.enabled:
        return
    for anchor in scene.anchors:
        if anchor.form is not Form.NOMINAL or scene.type(anchor) is not Type.PLACE:
            continue
        token = described(anchor.span)
        if referring.is_one_of_people(anchor.span.root):  # "the Dane"
            token = anchor.span.root
        person = scene.heads.get(token.i) if token is not None else None
        if person is not None and scene.type(person) is Type.PERSON:
            word = token or anchor.span.root
            verb = _is(anchor.span.root)
            yield Fact(person, RELATION, anchor, word, RULE, verb=verb, confidence=PLAIN)


def _is(word: Token) -> Token | None:
    """Return the verb by which one is said to be a citizen: "denied that he was a Russian"."""
    noun = next((t for t in (word, *word.ancestors) if t.dep_ not in BEFORE_NOUN), word)
    return noun.head if _is_said(noun) else None


def described(people: Span) -> Token | None:
    """Return the word for whom the adjective or noun of a people describes, if it is one.

    What it is the caller knows: a name's last word, or a pronoun.
    """
    if state_of_people(people.text) is None:
        return None
    word = people.root
    noun = word.head if word.dep_ in BEFORE_NOUN and word.head.i > word.i else word
    while noun.dep_ in BEFORE_NOUN and noun.head.i > noun.i:
        noun = noun.head
    if any(lemma(t) in _OF_OFFICE for t in people.doc[people.end : noun.i]):
        return None
    if lemma(noun) in _OF_OFFICE and not (_is_said(noun) and lemma(noun) in _OF_MANY):
        return None
    noun = _named(noun)
    if noun.tag_ in {"NNP", "NNPS"} and noun is not word:
        return noun if _has_role(people, noun) or _is_one(people, noun) else None
    named = people.doc[noun.i + 1 : noun.i + 2]  # "the Swedish poet Ann Lee"
    if any(t.tag_ == "NNP" for t in named) and noun is not word:
        return None
    if noun.tag_ in {"NNS", "NNPS"} or not _is_indefinite(people):
        return None
    if _is_said(noun):
        return next((t for t in noun.head.lefts if t.dep_ == "nsubj"), None)
    return noun.head if noun.dep_ == "appos" else None


def _named(noun: Token) -> Token:
    """Return the name that follows its role without a comma: "American former player Joe Fox"."""
    behind = (t for t in noun.rights if t.dep_ == "appos" and t.tag_ in {"NNP", "NNPS"})
    return next((t for t in behind if t.left_edge.i == noun.i + 1), noun)


def _is_said(noun: Token) -> bool:
    """Say whether someone is said to be one: "was a French soldier"."""
    return noun.dep_ == "attr" and lemma(noun.head) == "be"


def _is_one(people: Span, name: Token) -> bool:
    """Say whether a people's noun stands right before a name: "the Swede Jonas Ekdahl"."""
    doc, first = people.doc, people.start
    the = first > 0 and doc[first - 1].lower_ == "the"
    tokens = doc[people.end : name.i + 1]
    return the and not is_title(doc[people.end]) and all(t.tag_ == "NNP" for t in tokens)


def _has_role(people: Span, name: Token) -> bool:
    """Say whether only nouns for persons stand between a people and a name: "skier"."""
    start = next((t.i for t in people.doc[people.end : name.i + 1] if t.tag_ == "NNP"), name.i)
    between = people.doc[people.end : start]
    nouns = [t for t in between if t.tag_ == "NN"]
    plain = all(t.tag_ in {"NN", "NNS", "JJ", "HYPH", "CD", "VBN", "VBG"} for t in between)
    return bool(nouns) and plain and _is_person(nouns[-1])


def _is_person(noun: Token) -> bool:
    word = lemma(noun)
    if any(word in words("person", part) for part in ("roles", "nominal", "others")):
        return True
    return word.endswith(("er", "or", "ist", "ian", "man", "woman", "eur", "ant"))


def _is_indefinite(people: Span) -> bool:
    before = people.doc[people.start - 1] if people.start else None
    articles = [c for c in people.root.children if c.dep_ == "det"]  # "a 36-year-old Finn"
    return any(t is not None and t.lower_ in {"a", "an", "the"} for t in (before, *articles))
