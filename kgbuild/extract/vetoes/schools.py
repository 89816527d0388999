"""Whether one was no pupil there, but taught or learned a trade: "taught at Oslo University"."""

import re

from spacy.tokens import Token

from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.verbs import is_passive

_LEARNS = frozenset({"learn", "train", "qualify", "apprentice"})
_TRADES = frozenset("trade business craft ropes profession".split())
_SCHOOL = re.compile(
    r"""(?ix) universi|colleg|school|academ|institut|conservator|polytech|seminar|facult|lyc|gymnas
    |hochsch"""
)
_TEACHES = frozenset("coach instruct teach train tutor".split())
_LECTURES = frozenset("lecture supervise teach tutor".split())
_LESSONS = frozenset("class course lecture lesson masterclass seminar workshop".split())


def learns_a_trade(fact: Fact) -> bool:
    """Say whether one learns at work: "learned his trade at Acme", "trained as an auditor with"."""
    verb, span = fact.verb, fact.object.span
    name = text_in(span.doc, max(0, span.start - 2), span.end)  # "at the film school INSAS"
    if verb is None or lemma(verb) not in _LEARNS or _SCHOOL.search(name):
        return False
    trade = any(c.dep_ == "dobj" and lemma(c) in _TRADES for c in verb.children)
    return trade or any(c.lower_ == "as" for c in verb.children)


def teaches(word: Token) -> bool:
    """Say whether one teaches there: "trained apprentices at Acme", "gave classes at"."""
    if word.pos_ != "VERB" or is_passive(word):
        return False
    taught = [c for c in word.children if c.dep_ == "dobj"]
    if lemma(word) in _TEACHES:
        return any(c.tag_ in {"NN", "NNS"} for c in taught)
    return lemma(word) == "give" and any(lemma(c) in _LESSONS for c in taught)


def is_taught_at(school: Token) -> bool:
    """Say whether one teaches there: "taught at Oslo University", "supervised her thesis at"."""
    verb = school.head.head
    verb = verb.head if verb.dep_ == "dobj" else verb
    lectures = lemma(verb) in _LECTURES and not is_passive(verb)
    return school.dep_ == "pobj" and school.head.lower_ in {"at", "in"} and lectures
