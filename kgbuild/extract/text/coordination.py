"""What "and" joins: the names of "Acme, Beta and Gamma"."""

from spacy.tokens import Token

from kgbuild.extract.text.tagsets import PROPER
from kgbuild.extract.text.vocabulary import PERCENT

_MOST = 12


def conjuncts(token: Token) -> list[Token]:
    """Return the token and what is joined to it by "and", the first dozen of them."""
    found = [token]
    for item in found:
        if len(found) >= _MOST:
            break
        for child in item.children:
            if item.lower_ in PERCENT and child.tag_ in PROPER:
                continue  # "will own 80 percent and Vinci the rest"
            if child.dep_ == "conj" or (child.dep_ == "appos" and _goes_on(item, child)):
                found.append(child)
    return found[:_MOST]


def _goes_on(item: Token, child: Token) -> bool:
    """Say whether the parser took a list of names for an apposition: "Acme, Beta and Gamma"."""
    if item.tag_ not in PROPER or child.tag_ not in PROPER:
        return False
    if child.left_edge.i == 0 or child.doc[child.left_edge.i - 1].i != item.i + 1:
        follows = [c for c in item.children if c.dep_ == "appos" and c.i < child.i]
        if not follows:
            return False
    return any(c.dep_ == "cc" for t in (item, child) for c in t.children)
