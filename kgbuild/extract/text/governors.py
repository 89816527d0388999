"""What a verb, adjective or noun makes of the clause under it: "plans to", "denied that"."""

from collections.abc import Callable
from types import MappingProxyType

from spacy.tokens import Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.status_words import OWNS_UP, governing, key, says, words
from kgbuild.extract.text.verbs import has_that, is_infinitive, is_passive
from kgbuild.model import Status

_HEARD = frozenset({"say", "report"})
_NOT_BELIEVED = frozenset({"accept"})
"""Of what one does not do so, one says that it is not so."""
_VAIN = MappingProxyType({"in": "vain", "without": "success"})
_CONTESTS = frozenset({"dispute", "doubt", "contest"})
_HOLDS = frozenset({"believe", "think"})
_BARE = frozenset({"acomp", "xcomp"})
_WEAKENING = (
    ("denied", Status.DENIED),
    ("doubted", Status.POSSIBLE),
    ("possible", Status.POSSIBLE),
    ("alleged", Status.ALLEGED),
    ("planned", Status.PLANNED),
)
"""The lists of status.toml that make a claim less than a fact."""
_OF_CLAUSES = (*_WEAKENING, ("former", Status.FORMER), ("factual", Status.ASSERTED))
_OF_BARE = (*_OF_CLAUSES, ("done", Status.ASSERTED))
_OF_NOUNS = (
    ("planned", Status.PLANNED),
    ("alleged", Status.ALLEGED),
    ("denied", Status.DENIED),
    ("says", Status.ASSERTED),
    ("factual", Status.ASSERTED),
)


def effect(token: Token, head: Token) -> Status:
    """Return what a verb or adjective makes of the clause under it; unknown: possible."""
    if _in_vain(head):
        return Status.DENIED  # "tried in vain to buy"
    special = _SPECIAL.get(lemma(head))
    if special is not None and (made := special(token, head)) is not None:
        return made
    if says(head):
        return _as_told(token, head)
    if _is_whether(token):
        return Status.POSSIBLE
    if token.dep_ == "ccomp" and lemma(head) in words("governor", "guesses") and negated(token):
        return Status.ASSERTED  # "suggested that it would not buy": it is as they say
    return _as_listed(token, head)


def _in_vain(verb: Token) -> bool:
    """Say whether what is tried does not come off: "tried in vain", "sought without success"."""
    for child in verb.children:
        told = _VAIN.get(child.lower_)
        if told is not None and any(o.lower_ == told for o in child.children):
            return True
        if child.lower_ in words("adverb", "vain"):
            return True
    return False


def _as_told(token: Token, head: Token) -> Status:
    """Return what a verb of saying makes of it: "is said to have bought" is hearsay."""
    hearsay = (token.dep_ in _BARE and lemma(head) not in OWNS_UP) or (
        is_passive(head) and lemma(head) in _HEARD
    )
    return Status.ALLEGED if hearsay else Status.ASSERTED


def _is_whether(token: Token) -> bool:
    return token.dep_ == "ccomp" and any(c.lower_ in {"whether", "if"} for c in token.children)


def _as_listed(token: Token, head: Token) -> Status:
    said = {key(head), lemma(head)}
    for name, status in _OF_BARE if token.dep_ in _BARE else _OF_CLAUSES:
        if said & words("governor", name):
            return Status.DENIED if status is Status.PLANNED and _had_been(head) else status
    return Status.POSSIBLE


def _had_been(word: Token) -> bool:
    """Say whether it was to be, and did not come to be: "had been due to meet"."""
    verb = word.head if word.dep_ == "acomp" else word
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return "had" in helpers and (verb.lower_ == "been" or "been" in helpers)


def _of_be(token: Token, head: Token) -> Status | None:
    """Return what "is" makes of it: "is to buy", "has yet to meet", "was to have become"."""
    if token.dep_ not in _BARE:
        return Status.ASSERTED if _is_cleft(token, head) else None
    undone = head.tag_ == "VBD" and _is_perfect(token)  # it came to nothing
    if undone or _of_have(token, head) is not None:
        return Status.DENIED
    return Status.PLANNED if is_infinitive(token) else Status.ASSERTED


def _of_have(token: Token, head: Token) -> Status | None:
    yet = any(c.lower_ == "yet" for c in (*head.children, *token.children))
    return Status.DENIED if yet and token.dep_ in _BARE else None  # "has yet to meet"


def _is_perfect(verb: Token) -> bool:
    return is_infinitive(verb) and any(c.lower_ == "have" for c in verb.children)


def _is_cleft(token: Token, head: Token) -> bool:
    """Say whether a sentence is split to stress one part of it: "it was there that she met him".

    So is "it was she who in 2019 met him".
    """
    subject = next((c.lower_ for c in head.children if c.dep_ == "nsubj"), "")
    judged = any(c.dep_ in {"acomp", "attr"} for c in head.children)
    if token.dep_ != "ccomp" or subject != "it":
        return False
    who = any(c.tag_ == "WP" and c.dep_ == "nsubj" for c in token.children)
    return who or (not judged and has_that(token))


def holds(token: Token, head: Token) -> bool:
    """Say whether a verb tells what one holds to be so: "the court held that"."""
    return lemma(head) == "hold" and token.dep_ == "ccomp" and has_that(token)


def _of_mean(token: Token, head: Token) -> Status | None:
    if token.dep_ not in _BARE or not is_infinitive(token):
        return None
    return Status.POSSIBLE if is_passive(head) else Status.PLANNED


def _of_ask(token: Token, head: Token) -> Status | None:
    """Return what a question takes as so: "asked why she had bought it"."""
    known = token.left_edge.lower_ in {"why", "how"} and not _is_whether(token)
    return Status.ASSERTED if known and token.dep_ == "ccomp" else None


def _of_go(token: Token, head: Token) -> Status | None:
    return Status.PLANNED if head.tag_ == "VBG" and token.dep_ in _BARE else None


def _of_use(token: Token, head: Token) -> Status | None:
    """Return what "used the firm to buy" makes of it, which is not "used to buy"."""
    return Status.ASSERTED if any(c.dep_ == "dobj" for c in head.children) else None


_SPECIAL: MappingProxyType[str, Callable[[Token, Token], Status | None]] = MappingProxyType(
    {
        "ask": _of_ask,
        "be": _of_be,
        "go": _of_go,
        "have": _of_have,
        "hold": lambda token, head: Status.ASSERTED if holds(token, head) else None,
        # "let it be known"
        "let": lambda token, head: Status.ASSERTED if lemma(token) == "know" else None,
        "mean": _of_mean,
        "use": _of_use,
    }
)
"""Verbs of several senses, which the clause under them tells apart."""


def turn(verb: Token) -> Status:
    """Return what a verb makes of a thing it has for an object: "is exploring an alliance".

    A verb in two words that is listed is another than its first word: "set up", but "is set to".
    """
    said = {key(verb)} if key(verb) in governing() else {lemma(verb)}
    if lemma(verb) == "be":  # "a lawsuit against Acme is conceivable"
        said |= {lemma(c) for c in verb.children if c.dep_ == "acomp"}
    if words("governor", "feigned") & {f"{lemma(verb)}_{c.lower_}" for c in verb.children}:
        return Status.DENIED  # "posed as an adviser to Europol"
    weakened = (status for name, status in _WEAKENING if said & words("governor", name))
    return next(weakened, Status.ASSERTED)


def negative(head: Token, made: Status) -> Status:
    """Return what "not" leaves of an effect: "did not deny" is open, "not plan" is no."""
    if lemma(head) in _CONTESTS:
        return Status.ASSERTED  # "does not dispute that it did"
    if lemma(head) in _HOLDS:
        return Status.DENIED  # "does not believe that it did"
    if made in {Status.DENIED, Status.ALLEGED} or says(head):
        return Status.POSSIBLE
    if lemma(head) in words("governor", "factual") - _NOT_BELIEVED:
        return Status.POSSIBLE
    return Status.DENIED


def noun_effect(noun: Token) -> Status:
    """Return what a noun makes of its clause: "a plan to buy"; unknown: possible."""
    if any(c.lower_ in words("noun", "vain") for c in noun.children):
        return Status.DENIED  # "a failed attempt to buy"
    listed = (status for name, status in _OF_NOUNS if lemma(noun) in words("noun", name))
    return next(listed, Status.POSSIBLE)
