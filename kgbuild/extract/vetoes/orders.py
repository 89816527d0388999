"""Whether one orders what the other sells, or sells the firm that it is read to buy."""

from spacy.tokens import Token

from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.verbs import FULL, verb_above

AWARDS = frozenset("award grant give hand".split())
_ORDERS = frozenset("contract deal job mandate order tender work".split())
_SELLS = frozenset({"divest", "offload", "sell", "shed"})


def is_awarded(fact: Fact) -> bool:
    """Say whether it is he who orders: "awarded Acme a contract", "placed an order with Acme"."""
    return fact.verb is not None and _awards(fact.subject.span.root, fact.verb)


def is_winner(fact: Fact) -> bool:
    """Say whether it gets a contract: "awarded a contract for its plant to Acme"."""
    winner = fact.object.span.root
    verb = verb_above(winner, FULL)
    while winner.dep_ == "conj":
        winner = winner.head
    awarded = fact.verb is None and verb is not None and _awards(winner, verb)
    return awarded and winner.head.lower_ == "to"


def _awards(giver: Token, verb: Token) -> bool:
    gives = lemma(verb) in AWARDS or (lemma(verb) == "place" and giver.dep_ == "nsubj")
    return gives and _is_of_order(verb)


def is_ordered_from(fact: Fact) -> bool:
    """Say whether the one who gives is he who orders: "won a contract from Acme"."""
    ordered = fact.verb is not None and _is_of_order(fact.verb)
    return ordered and fact.subject.span.root.head.lower_ == "from"


def _is_of_order(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and lemma(c) in _ORDERS for c in verb.children)


def is_route(end: Token) -> bool:
    """Say whether but a way is told, from one place to another: "flights from Lima to Acme"."""
    return end.head.lower_ == "to" and end.head.head.lower_ == "from"


def is_sold(owner: Anchor, firm: Anchor) -> bool:
    """Say whether an owner sells it, by the verb before it: "to buy Acme and divest Beta"."""
    start = firm.span.start
    before = firm.span.doc[max(0, start - 2) : start]
    words = [t.lower_ for t in before if t.tag_ not in {"DT", "PRP$"}]
    return owner.span.start < start and bool(words) and words[-1] in _SELLS
