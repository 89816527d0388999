"""Whether two spoke, met or took sides at all: who "called Ann Lee a liar" did not call her."""

import re

from spacy.tokens import Span, Token

from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import text_of

_ABOUT = frozenset("about over regarding concerning".split())
_ARTICLES = frozenset({"a", "an", "the"})
_QUOTES = frozenset(['"', "“", "‘", "'", "``"])
_URGES = frozenset({"urge", "implore", "exhort"})
_CLOSE = frozenset("close dear old personal".split())
_MATCH = re.compile(
    r"""(?ix) \b( (in|of)\ the\ (last\ (four|eight|16|sixteen)|((semi|quarter)-?)?finals?)
    (?!\ (hour|day|week|month|year|minute|stage|round|phase|stretch|analysis))
    | (first|second|third|fourth|opening)[ ]round\ of\ the
    | on\ points | straight\ sets | (won|lost|win|lose|beat)\ \d\d?-\d\d? | by\ knockout
    | (heavy|middle|welter|light|cruiser)weight )\b"""
)


def is_match(sentence: Span) -> bool:
    """Say whether who "meet" play or box: "met in the final", "met and lost on points"."""
    return _MATCH.search(text_of(sentence)) is not None


def is_labelled(verb: Token, called: Token) -> bool:
    """Say whether it is said what one is: "called Ann Lee, his boss, a liar", "called her mad"."""
    if lemma(verb) != "call" or verb.i > called.i or called.head != verb:
        return False
    doc, end = called.doc, called.i + 1
    behind = doc[end : end + 1].text
    if behind in _QUOTES or behind.lower() in _ARTICLES:
        return True
    explained = [t for t in called.subtree if t.dep_ == "appos"]
    told = any(t.left_edge.lower_ in _ARTICLES for t in explained[1:])
    return told or any(c.dep_ == "amod" and c.i > end for c in called.rights)


def is_adviser(verb: Token) -> bool:
    """Say whether one is but paid to advise: "advised Acme on its merger", not "advised her to"."""
    return lemma(verb) == "advise" and all(c.dep_ not in {"ccomp", "xcomp"} for c in verb.children)


def is_topic(fact: Fact) -> bool:
    """Say whether one is but what others talk of: "met to talk about Acme"."""
    above = {end.span.root.head.lower_ for end in (fact.subject, fact.object)}
    return not _ABOUT.isdisjoint(above)


def is_on_network(fact: Fact) -> bool:
    """Say whether a network is but where one says it: "praised her on Facebook"."""
    name = fact.object.span.text.rstrip(".")
    return fact.object.span.root.head.lower_ == "on" and name in words("organization", "networks")


def is_urged(one: Token) -> bool:
    """Say whether one is but asked for something: "urged Acme to pay", "called on Acme to pay"."""
    verb = one.head
    if verb.dep_ in {"ccomp", "xcomp"} and one.dep_ == "nsubj":
        verb = verb.head
    if one.dep_ == "pobj":
        return verb.lower_ == "on" and lemma(verb.head) == "call"
    return one.dep_ in {"dobj", "nsubj"} and lemma(verb) in _URGES


def is_friend(one: Token) -> bool:
    """Say whether one is called somebody's friend: "called Poe a personal friend"."""
    friends = [t for t in (*one.children, *one.head.children) if lemma(t) == "friend"]
    own = any(c.tag_ == "PRP$" or c.lower_ in _CLOSE for t in friends for c in t.children)
    return lemma(one.head) == "call" and own
