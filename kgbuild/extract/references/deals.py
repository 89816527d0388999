"""Who buys or holds what a noun means: "Lakes holds 5% of the drugmaker"."""

from spacy.tokens import Token

from kgbuild.extract.text.dependents import subject
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.vocabulary import BUYS

_HOLDS = frozenset(
    "acquire back buy control finance fund hold invest own purchase sell take".split()
)


def holder(noun: Token) -> Token | None:
    """Return who holds what a noun means: "Lakes holds 5% of the drugmaker"."""
    while noun.dep_ == "pobj" and noun.head.lower_ in {"in", "of"}:
        noun = noun.head.head
    verb = noun.head if noun.dep_ == "dobj" else noun
    if lemma(verb) not in _HOLDS:
        return None
    while subject(verb) is None and verb.dep_ in {"conj", "xcomp"}:
        verb = verb.head
    found = subject(verb)
    return None if found is None or found.dep_ == "nsubjpass" else found


def buyer(noun: Token) -> Token | None:
    """Return who buys what a noun means: "Acme has agreed to buy Beta"."""
    bought = noun.dep_ == "dobj" and lemma(noun.head) in BUYS
    return holder(noun) if bought else None
