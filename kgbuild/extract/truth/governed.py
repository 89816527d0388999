"""What a verb above, and the preposition between, make of a clause: "denied having met her"."""

from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.text.contrast import is_left_out
from kgbuild.extract.text.governors import effect, holds, negative, noun_effect
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.modality import own
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.status_words import owned, says, words
from kgbuild.extract.text.verbs import (
    VERBAL,
    begins_with_that,
    has_subject,
    has_that,
    is_infinitive,
)
from kgbuild.extract.text.verdicts import verdict
from kgbuild.extract.truth.sayings import attributed
from kgbuild.extract.truth.standing import OPEN, Standing, weaken
from kgbuild.model import Status

_SHARES = frozenset({"hand", "part", "role"})
_REVEALS = frozenset("confirm disclose report reveal".split())
DENY = frozenset({"deny", "dispute", "refute"})


def governed(token: Token, head: Token, found: Standing) -> Standing:
    """Climb to what governs a clause: a verb, or the preposition between."""
    subject = token.dep_ in {"csubj", "csubjpass", "ccomp"} or begins_with_that(token)
    if subject and _is_or_proves(head):
        said = verdict(head)  # "it is false that", "that it has is not true"
        if said is not Status.POSSIBLE or token.dep_ != "ccomp":
            return weaken(found, said)
    if lemma(head) == "be" and _is_said_of_saying(token, head):
        return weaken(found, verdict(head))
    if head.pos_ in {"ADP", "SCONJ"} or head.dep_ == "prep":
        return _after_preposition(token, head, found)
    if head.pos_ not in VERBAL | {"ADJ"}:
        return weaken(found, Status.POSSIBLE)
    made = effect(token, head)
    modal = own(head) if not negated(head) and not _can_tell(head) else Status.ASSERTED
    if is_neither(head):
        return weaken(found, Status.POSSIBLE)
    if negated(head) or (modal is Status.FORMER and made in OPEN):
        made, modal = negative(head, made), Status.ASSERTED  # "no longer intends to buy"
    if will(token, head) and not found.past:
        return weaken(attributed(head, replace(found, status=Status.PLANNED)), modal)
    if says(head) or holds(token, head):
        found = attributed(head, found)
        if head.i == head.sent.start and head.tag_ in {"VBD", "VBZ"}:
            found = weaken(found, Status.ALLEGED)  # whose word it is, the parser cut off
        made = Status.ALLEGED if made is Status.ASSERTED and _accuses(head) else made
    return weaken(weaken(found, made), modal)


def _can_tell(head: Token) -> bool:
    """Say whether a paper tells what it has found out: ", Radio One can reveal"."""
    return lemma(head) in _REVEALS and any(c.lower_ == "can" for c in head.children)


def by_verdict(root: Token, found: Standing) -> Standing:
    """Take in that a claim is belied, where the parser has its verb and the verdict's side by side.

    "That Poe held shares in Acme turned out to be an invention."
    """
    if not has_that(root):
        return found
    verdicts = (verdict(c) for c in root.children if c.dep_ == "conj" and _is_or_proves(c))
    return weaken(found, Status.DENIED) if Status.DENIED in verdicts else found


def _is_or_proves(verb: Token) -> bool:
    """Say whether a verb gives a verdict: "is false", "turned out to be an invention"."""
    return lemma(verb) == "be" or (
        lemma(verb) in {"turn", "prove"}
        and any(c.dep_ == "xcomp" and lemma(c) == "be" for c in verb.children)
    )


def _is_said_of_saying(token: Token, head: Token) -> bool:
    """Say whether a verdict is given on telling something: "it is false to claim that"."""
    word = lemma(token)
    tells = word in {"suggest", "pretend"} or any(
        word in words("governor", name) for name in ("says", "alleged")
    )
    judged = any(c.dep_ == "acomp" for c in head.children)
    return tells and judged and token.dep_ in {"xcomp", "advcl"} and is_infinitive(token)


def is_neither(denial: Token) -> bool:
    """Say whether it is left open: "neither confirmed nor denied killing him"."""
    first = denial.head
    joined = denial.dep_ == "conj" and lemma(denial) == "deny" and lemma(first) == "confirm"
    return joined and any(c.lower_ in {"neither", "not", "n't"} for c in first.children)


def _accuses(saying: Token) -> bool:
    """Say whether it tells of what someone is punished: "blacklisted Acme, saying it had sold"."""
    if saying.dep_ != "advcl" or saying.tag_ != "VBG":
        return False
    verb = saying.head
    listed = (o for to in verb.children if to.lower_ == "to" for o in to.children)
    return lemma(verb) in words("accuser", "verbs") or any(
        lemma(o) in {"list", "blacklist"} or "List" in o.text for o in listed
    )


def will(token: Token, head: Token, *, shared: bool = False) -> bool:
    """Say whether someone tells what will be done: "he said he would sue".

    ``shared``: the verb may have the subject of the one that it is joined to.
    """
    if not says(head) or head.tag_ != "VBD" or negated(token) or negated(head):
        return False
    if not any(c.lower_ in {"would", "'d", "’d"} and c.dep_ == "aux" for c in token.children):
        return False
    if any(c.dep_ == "advcl" and _hangs(c) for c in token.children):
        return False  # "would buy it if it could"
    if lemma(token) in words("governor", "wishes"):
        return False
    return shared or has_subject(token)


def _hangs(clause: Token) -> bool:
    """Say whether a clause tells on what something hangs, or when it is done."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
    return not is_infinitive(clause) and marks != {"as"}


def _after_preposition(token: Token, prep: Token, found: Standing) -> Standing:
    word, head = prep.lower_, prep.head
    if word in {"without", "instead"}:
        return weaken(found, Status.DENIED)
    if word in {"than", "against"}:  # "rather than selling"
        return weaken(found, Status.DENIED)
    if word in {"after", "since"}:
        return replace(found, given=True)  # "refused to speak after seeing him"
    if word in {"by", "through"} and is_left_out(prep.doc, prep.i - 1, prep.sent.start):
        return weaken(found, Status.DENIED)  # "not, as is sometimes printed, by marrying her"
    if word in {"by", "while", "despite", "when", "upon"}:
        return found
    if word == "for" and lemma(head) in words("governor", "lists") and not negated(head):
        return found  # "was sanctioned for being owned by Acme"
    past = head.tag_ == "VBD" or any(c.lower_ == "had" for c in head.children)
    if word == "before" and token.tag_ == "VBG" and past and not negated(head):
        return found  # "before joining Acme, she ran Beta"
    if word == "from" and lemma(head) in words("governor", "keeps") and not negated(head):
        return weaken(found, Status.DENIED)  # "stopped it from buying"
    if word in {"of", "for", "to"} and lemma(head) in words("governor", "convicts"):
        court = head.head if head.pos_ == "ADJ" else head  # "was found guilty of murdering him"
        return weaken(weaken(found, own(head)), own(court))
    if word == "on" and lemma(head) == "go" and not negated(head):
        return found  # "goes on heading the firm"
    if word == "in" and any(lemma(t) in _SHARES for t in (head, *head.children)):
        return found  # "had a hand in founding it"
    if word == "of" and head.lower_ == "short":
        return weaken(found, Status.DENIED)  # "stopped short of suing"
    if head.pos_ in VERBAL:
        if word in {"of", "about"} and lemma(head) in words("governor", "muses"):
            return weaken(found, Status.POSSIBLE)
        made = effect(token, head)
        if word in {"to", "before", "on", "about", "toward", "towards"}:
            owns_up = word == "to" and owned(head)  # "owned up to having met him"
            made = Status.POSSIBLE if made is Status.ASSERTED and not owns_up else made
        return weaken(found, negative(head, made) if negated(head) else made)
    return weaken(found, noun_effect(head))
