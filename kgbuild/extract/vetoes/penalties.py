"""Whether one is not arrested, killed or put on a list, but fined, freed, spared or told of."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from kgbuild.extract.references.referring import persons
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.tagsets import BEFORE_NOUN, PAST
from kgbuild.extract.text.verbs import FULL, verb_above

_FINES = frozenset({"fine", "penalty"})
_BANS = frozenset(
    """asset ban bar blacklist block designate designation embargo freeze list sanction
    suspend""".split()
)
_DEALS = frozenset("blacklist charge designate fine list name punish sanction sue target".split())
_SPARES = frozenset("carve except exclude exempt exemption omit shield spare".split())
_FIRES = frozenset("fire sack dismiss suspend expel".split())
_ACQUITS = frozenset("absolve acquit clear exonerate free pardon release".split())
_LIVES = frozenset({"recover", "survive"})
_PLACES = frozenset("first second third fourth fifth last top".split())
_FAR = 8
"""Tokens before a law's name in which "pursuant to section 3 of" may stand."""


def is_fined(sentence: Span) -> bool:
    """Say whether it is a fine that is told, no ban or list: "imposed a monetary penalty on"."""
    said = {lemma(t) for t in sentence if t.tag_[:2] in {"NN", "VB"}}
    return not said.isdisjoint(_FINES) and said.isdisjoint(_BANS)


def is_imposer(body: Anchor) -> bool:
    """Say whether it is the one that does something to a firm: "a firm OFAC designated in May"."""
    behind = body.span.doc[body.span.end : body.span.end + 1]
    return bool(behind) and behind[0].tag_ in PAST and lemma(behind[0]) in _DEALS


def is_spared(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether it is left out of what others suffer: "sanctions that exempt Acme"."""
    words = path if fact.verb is None else (*path, fact.verb)
    return any(lemma(t) in _SPARES for t in words)


def is_employer(body: Token) -> bool:
    """Say whether it is one of its people: "an executive of Acme", "sanctions Acme boss"."""
    noun = body.head.head if body.head.lower_ == "of" else body.head
    return (body.dep_ in BEFORE_NOUN or body.dep_ == "pobj") and lemma(noun) in persons()


def is_called(verb: Token) -> bool:
    """Say whether one is but said to be something, no terrorist: "listed Poe as a communist"."""
    as_ = lemma(verb) == "list" and any(c.lower_ == "as" for c in verb.children)
    return as_ and not any("terror" in t.lower_ for t in verb.subtree)


def is_fired(fact: Fact) -> bool:
    """Say whether one sends away, not arrests: "a day after the university fired him"."""
    doer = fact.subject.span.root
    told = (fact.verb, doer.head if doer.dep_ == "nsubj" else None)
    return any(t is not None and lemma(t) in _FIRES for t in told)


def is_acquitted(fact: Fact) -> bool:
    """Say whether one lets somebody go: "a Maltese court acquitted him"."""
    court, verb = fact.subject.span.root, fact.verb
    freed = verb is not None and lemma(verb) in _ACQUITS
    return freed and verb in (court.head, court.head.head)


def is_alive(one: Token) -> bool:
    """Say whether one was but hurt: "stabbed Poe, who is recovering"."""
    return any(lemma(t) in _LIVES for t in one.subtree)


def is_under_code(fact: Fact) -> bool:
    """Say whether rules but apply to one: "is deemed independent under the Dutch Code"."""
    banned = fact.verb is not None and lemma(fact.verb) in _BANS
    return not banned and fact.object.span.root.head.lower_ == "under"


def is_by_law(listing: Anchor) -> bool:
    """Say whether a law but allows what is done: "pursuant to section 34 of the Banking Act"."""
    doc, start = listing.span.doc, listing.span.start
    before = {t.lower_ for t in doc[max(0, start - _FAR) : start]}
    order = any(t.lower_ in {"order", "e.o", "e.o."} for t in listing.span)
    return not order and not before.isdisjoint({"pursuant", "accordance"})


def is_listed_by_another(listed: Token, listing: Token) -> bool:
    """Say whether another clause tells of it: "listed Acme, cutting it off from Beta"."""
    own = verb_above(listed, FULL)
    put = verb_above(listing, FULL)
    if own is None or put is None or own == put or listed in listing.ancestors:
        return False
    return own.dep_ in {"advcl", "relcl", "ccomp"} and put in own.ancestors


def is_ballot(listing: Token) -> bool:
    """Say whether it is a list of candidates: "is second on the Greens list"."""
    verb = listing.head.head
    placed = any(c.dep_ in {"acomp", "advmod"} and c.lower_ in _PLACES for c in verb.children)
    return listing.dep_ == "pobj" and placed
