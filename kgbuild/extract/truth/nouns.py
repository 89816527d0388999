"""What a noun makes of the clause that hangs on it, or it on: "a plan to buy", "no one who"."""

from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.text.fakes import is_fake
from kgbuild.extract.text.governors import noun_effect
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.modality import own
from kgbuild.extract.text.negation import is_none, negated
from kgbuild.extract.text.status_words import denies, has_clause, is_hope, is_talk, words
from kgbuild.extract.text.verbs import VERBAL, has_subject, has_that, is_infinitive
from kgbuild.extract.text.verdicts import is_weak, verdict
from kgbuild.extract.text.vocabulary import KINDS
from kgbuild.extract.truth.adverbials import FIRST, was_then
from kgbuild.extract.truth.standing import Standing, weaken
from kgbuild.model import Status

_DOUBTS = frozenset({"doubt", "question"})


def of_noun(token: Token, head: Token, found: Standing) -> tuple[Token, Standing, bool]:
    """Climb from a clause to its noun: the noun, the claim, and whether the walk is over."""
    if token.dep_ == "acl" and not _that(token) and any(map(is_fake, (head, head.head.head))):
        return head, weaken(found, Status.DENIED), True  # "a deepfake of him visiting her"
    named = head.pos_ == "PROPN" and not _has_clause_that(token)
    if named or _explains_name(head) or _is_named(head):
        if is_infinitive(token):
            found = weaken(found, Status.POSSIBLE)
        return head, found, True  # what is said of a name in passing is presupposed
    if is_infinitive(token) and any(c.lower_ in FIRST for c in head.children):
        return head, found, False
    if head.pos_ == "NUM" and was_then(token, head.head.head):
        return head, replace(found, past=True), False  # "signed in 2018 when she visited Lima"
    if found.status is not Status.PLANNED and _adds(token) and not has_clause(head):
        return head, found, True  # what more is told of a known thing is presupposed
    if _is_known(token, head):
        return head, found, True
    if lemma(head) in _DOUBTS and has_that(token):
        if _is_none_or_little(head):
            return head.head, found, False  # "there is no doubt that"
        found = weaken(found, Status.POSSIBLE)
    if _that(token) and lemma(head) in words("verdict", "false"):
        return head, weaken(found, Status.DENIED), False  # "it is pure invention that"
    if is_infinitive(token) and head.dep_ == "dobj" and lemma(head.head) == "accept":
        return head, weaken(found, Status.PLANNED), False  # "accepted an invitation to visit"
    talk = is_talk(head) and token.left_edge.lower_ == "that"
    if is_infinitive(token) or (token.dep_ == "acl" and _that(token)) or talk or has_clause(head):
        found = weaken(found, noun_effect(head))
    return head, found, False


def _is_none_or_little(doubt: Token) -> bool:
    return is_none(doubt) or any(c.lower_ in {"little", "scant"} for c in doubt.children)


def from_noun(token: Token, found: Standing) -> tuple[Token, Standing, bool]:
    """Climb from a noun to its head: the head, the claim, and whether the walk is over."""
    head = token.head
    if token.dep_ == "advmod":
        return head, found, False  # "will not sell it as long as she is mayor"
    if is_none(token):
        found = weaken(found, Status.DENIED)
    if _explains_name(token):
        return head, found, True  # "Poe, a friend of the man who leads Acme, did not"
    if head.pos_ not in VERBAL:
        return head, found, False
    if token.dep_ == "nsubj" and lemma(head) == "be" and (said := verdict(head)) is Status.DENIED:
        return head, weaken(found, said), False
    if token.dep_ == "nsubj" and is_weak(head):
        return head, weaken(found, Status.POSSIBLE), False
    if denies(head):
        found = weaken(found, Status.POSSIBLE if negated(head) else Status.DENIED)
    elif negated(head) and not is_none(token):
        found = weaken(found, Status.DENIED)
    elif (
        token.dep_ == "attr"
        and not is_none(token)
        and (made := own(head)) in {Status.PLANNED, Status.DENIED}
    ):
        found = weaken(found, made)  # "will be, would have been the first woman to head it"
    elif own(head) is Status.POSSIBLE or (
        token.dep_ == "dobj" and is_hope(head) and lemma(token) != "responsibility"
    ):
        found = weaken(found, Status.POSSIBLE)
    return head, found, False


def _has_clause_that(clause: Token) -> bool:
    """Say whether it tells what a noun is of, so that this is no name: "Proof that he owns it"."""
    return clause.dep_ == "acl" and has_that(clause)


def _adds(clause: Token) -> bool:
    """Say whether a clause tells more of a thing that is known: "the firm, which makes chips,"."""
    start = clause.left_edge.i
    return clause.dep_ == "relcl" and start > 0 and clause.doc[start - 1].text == ","


def _is_known(clause: Token, noun: Token) -> bool:
    """Say whether it tells which one is meant: "lifts the ban it put on him"."""
    told = clause.dep_ == "relcl" and clause.tag_ == "VBD" and noun.dep_ in {"dobj", "pobj"}
    if not told or not has_subject(clause) or has_that(clause):
        return False  # "dismissed the claim of the police that he went to Lima"
    if any(c.dep_ == "dobj" for c in clause.children):
        return False
    return any(c.lower_ in {"the", "this"} or c.dep_ == "poss" for c in noun.children)


def _is_named(noun: Token) -> bool:
    """Say whether a name before it tells which it is: "the Freedom party founded by Lee"."""
    before = noun.doc[max(0, noun.i - 1) : noun.i]
    named = any(t.pos_ == "PROPN" and t.dep_ == "compound" and t.head == noun for t in before)
    return named and noun.lower_ in KINDS


def _explains_name(noun: Token) -> bool:
    named = noun.dep_ == "appos" and noun.head.pos_ == "PROPN"
    return named and noun.doc[noun.left_edge.i - 1].text != ";"


def _that(token: Token) -> bool:
    return any(c.dep_ == "mark" for c in token.children)
