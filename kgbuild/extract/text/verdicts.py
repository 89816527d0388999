"""What is said of a claim or a proof: "is wrong", "is not true", "is thin"."""

from spacy.tokens import Token

from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.status_words import words
from kgbuild.model import Status


def verdict(head: Token) -> Status:
    """Return what "is wrong", "is not true", "turned out to be a lie" make of their subject."""
    found = next((c for c in head.children if c.dep_ == "xcomp" and lemma(c) == "be"), head)
    judged = [c for c in found.children if c.dep_ in {"acomp", "attr"}]
    said = [lemma(t) for first in judged for t in conjuncts(first)]
    turned = any(map(negated, (head, found, *judged)))  # "is hardly true"
    if any(word in words("verdict", "false") for word in said):
        return Status.POSSIBLE if turned else Status.DENIED
    if any(word in words("verdict", "true") for word in said):
        return Status.DENIED if turned else Status.ASSERTED
    return Status.POSSIBLE


def is_weak(head: Token) -> bool:
    """Say whether it is said of a proof that it proves little: "the evidence is thin"."""
    verb = head.head if head.dep_ == "aux" else head  # "is lacking"
    said = (verb, *(c for c in head.children if c.dep_ == "acomp"))
    return not negated(head) and any(t.lower_ in words("verdict", "weak") for t in said)
