"""What a clause of time, purpose or condition makes of itself: "left to start", "once it has"."""

from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.governors import effect, noun_effect
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.modality import own
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.status_words import denies, has_clause, is_talk, says, words
from kgbuild.extract.text.subjects import LEAVES
from kgbuild.extract.text.tagsets import FINITE
from kgbuild.extract.text.verbs import (
    VERBAL,
    begins_with_that,
    has_subject,
    is_infinitive,
    particle,
)
from kgbuild.extract.truth.governed import DENY, governed
from kgbuild.extract.truth.standing import Standing, weaken
from kgbuild.model import Status

_GOES = frozenset({"break away", "break off", "drop out", "step down", "walk out"})
_MEANWHILE = frozenset({"after", "as", "when"})
_ON_THE_WAY = frozenset("bid effort negotiation offer proposal talk".split())
_RESULTS = frozenset(
    [*(("rise", verb) for verb in ("be", "become", "head", "lead")), ("go", "live"), ("go", "work")]
)
FIRST = frozenset({"first", "second", "third", "last", "only", "latest", "youngest", "oldest"})


def _is_yet_to_be(verb: Token) -> bool:
    """Say whether a clause of time tells of what has not come yet: "once it has bought Acme"."""
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.tag_ in {"VBZ", "VBP"} or bool(aux & {"has", "have"})


def adverbial(token: Token, head: Token, found: Standing) -> Standing:
    """Climb from an adverbial clause: "until it was sold", "left Acme to start Beta"."""
    if denies(head) and token.tag_ == "VBG" and token.doc[token.i - 1].dep_ == "prt":
        return governed(token, head, found)  # "rules out sitting down with her"
    if lemma(head) in DENY and _is_what_is_denied(token, head):
        return governed(token, head, found)
    if begins_with_that(token):
        return governed(token, head, found)
    marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"}}
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in head.children)
    if marks & {"until", "till"} and token.tag_ == "VBD" and (head.tag_ == "VBD" or had):
        return found  # "he led it until the state took over"
    if marks & words("mark", "possible") or marks >= {"as", "though"}:
        return weaken(found, Status.POSSIBLE)
    if "that" in marks and denies(head):  # "withdrew a statement, hours old, that it had banned"
        return weaken(found, Status.DENIED)
    if "that" in marks and says(head):  # "wrote last week that it had, but had no proof"
        return governed(token, head, found)
    told = _noun_of(token, head) if "that" in marks else None
    if told is not None:
        return weaken(found, noun_effect(told))
    if marks & {"when", "once", "before"} and token.tag_ in {"VBZ", "VBP"}:
        return weaken(found, Status.PLANNED)
    if ("once" in marks or head.lower_ == "soon") and _is_yet_to_be(token):
        return weaken(found, Status.PLANNED)  # "as soon as he has bought it"
    if marks & words("mark", "factual"):
        return replace(found, past=found.past or was_then(token, head))
    if is_infinitive(token) and (clause(head).key == "go on" or _comes_to(token, head)):
        return weaken(found, own(head))  # "went on to become"
    if is_infinitive(token):  # a purpose: whether it came off is not said
        if head.pos_ in VERBAL and leaves(head):
            return on_leaving(head, found)
        if _is_parted_from(token, head):
            return governed(token, head, found)
        if denies(head) and _goes_with(token, head):
            return weaken(found, Status.DENIED)
        ahead = head.pos_ in VERBAL and _plan(head)
        return weaken(found, Status.PLANNED if ahead else Status.POSSIBLE)
    if any(c.dep_ == "mark" for c in token.children):
        return weaken(found, Status.POSSIBLE)
    bare = token.tag_ == "VBN" and not has_subject(token)
    if bare and lemma(head) == "be" and head.i < token.i:
        return weaken(found, own(head))  # "is not, as was reported, owned by Acme"
    status = own(head) if head.pos_ in VERBAL else Status.ASSERTED
    return found if status is Status.DENIED else weaken(found, status)


def _is_what_is_denied(clause: Token, verb: Token) -> bool:
    """Say whether a day parts what is denied from its verb: "denied on Monday having met her"."""
    start = clause.left_edge
    having = any(c.lower_ == "having" and c.dep_ == "aux" for c in clause.children)
    return having and start.i > verb.i and start.nbor(-1).text != ","


def _comes_to(clause: Token, verb: Token) -> bool:
    """Say whether that is what came of it: "rose to be its head", "one of two men to start it"."""
    if lemma(verb) == "be":
        ones = (
            o for c in verb.children if c.dep_ == "attr" for of in c.children for o in of.children
        )
        return any(c.dep_ == "nummod" or c.lower_ in FIRST for o in ones for c in o.children)
    return (lemma(verb), lemma(clause)) in _RESULTS


def _is_parted_from(clause: Token, verb: Token) -> bool:
    """Say whether a plan is but parted from its verb: "agreed in January to buy Acme"."""
    said = {lemma(verb), f"{lemma(verb)}_{particle(verb)}"}
    planned = not said.isdisjoint(words("governor", "planned"))
    return planned and clause.i > verb.i and all(c.dep_ != "dobj" for c in verb.children)


def _goes_with(clause: Token, verb: Token) -> bool:
    """Say whether it tells what is given up: "walked away from talks to buy Acme"."""
    start = clause.left_edge.i
    noun = clause.doc[start - 1]
    told = has_clause(noun) or lemma(noun) in _ON_THE_WAY
    return start - 1 > verb.i and told and noun.dep_ in {"dobj", "pobj"} and not negated(verb)


def was_then(clause: Token, head: Token) -> bool:
    """Say whether it tells when something was: "signed in 2018 when she visited Lima".

    Of "would sell it when he left" the past tense says nothing of that.
    """
    if clause.tag_ != "VBD" or all(c.lower_ != "when" for c in clause.lefts):
        return False
    start = clause.left_edge
    before = start.nbor(-1) if start.i else start  # "on" of "took on when it bought Acme"
    verbs = (head, before.head if before.dep_ == "prt" else before)
    return any(v.tag_ in {"VBD", "VBN"} and not _helped(v) for v in verbs)


def _helped(verb: Token) -> bool:
    """Say whether a verb has a helper: "would be sold when he left"."""
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def told_with(clause: Token, head: Token) -> Token:
    """Return the verb that tells when a clause is: "urged" of "urged him to go, as they met".

    The parser hangs it on the infinitive, of which no past tense tells.
    """
    start = clause.left_edge
    parted = start.i > 0 and start.nbor(-1).text == ","
    if clause.tag_ != "VBD" or start.lower_ not in _MEANWHILE or not parted:
        return head
    above = (t for t in (head, *head.ancestors) if t.tag_ in FINITE)
    return next(above, head) if head.tag_ in {"VB", "VBG"} else head


def leaves(verb: Token) -> bool:
    """Say whether one goes by it, and to what end is done: "dropped out to found Acme"."""
    return lemma(verb) in LEAVES or clause(verb).key in _GOES


def on_leaving(leaves: Token, found: Standing) -> Standing:
    """Take in when one goes: "leaves Acme in May to head Beta", "left to start Beta"."""
    now = leaves.tag_ in {"VBZ", "VBP", "VBG"} and not negated(leaves)
    return weaken(found, Status.PLANNED if now else own(leaves))


def _noun_of(clause: Token, head: Token) -> Token | None:
    """Return the noun whose clause the parser hung on the verb: "on a report, ..., that he"."""
    before = clause.doc[head.i : clause.left_edge.i]
    nouns = (t for t in before if t.dep_ in {"attr", "dobj", "pobj"})
    return next((t for t in nouns if has_clause(t) or is_talk(t)), None)


def _plan(verb: Token) -> bool:
    """Say whether a verb is planned, by its own helpers or by the next above: "is to go"."""
    if own(verb) is Status.PLANNED:
        return True
    above = verb.head
    return verb.dep_ == "xcomp" and effect(verb, above) is Status.PLANNED and not negated(above)
