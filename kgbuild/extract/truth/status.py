"""Whether a clause says that something is so: walk from its verb up to the sentence's head.

Each word on the way may deny, hedge, plan or attribute what hangs on it; where the walk
meets something it does not know, the weaker status wins.
"""

from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.modality import own
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.status_words import governs, says, words
from kgbuild.extract.text.tagsets import FINITE, SUBJECTS
from kgbuild.extract.text.verbs import (
    VERBAL,
    begins_with_that,
    has_subject,
    has_that,
    is_infinitive,
)
from kgbuild.extract.truth.adverbials import adverbial, leaves, on_leaving, told_with
from kgbuild.extract.truth.governed import DENY, by_verdict, governed, is_neither, will
from kgbuild.extract.truth.nouns import from_noun, of_noun
from kgbuild.extract.truth.sayings import by_inserted, doubted
from kgbuild.extract.truth.standing import Standing, weaken, weaker
from kgbuild.model import Status

_STOPS = frozenset({";", ":"})
_CONDITIONS = frozenset({"if", "lest", "unless"})
_ROW = 2
_FAR_FROM = frozenset({"far from", "anything but"})
_JUDGED = "kgbuild_judged"
DEEPEST = 14  # heads climbed; a chain longer than this is a parser's slip: possible


def judge(verb: Token) -> Standing:
    """Return the status of what a verb says, all that governs it taken in.

    The speaker is the subject of the nearest verb of saying, or who stands after
    "according to"; an unnamed one makes the claim alleged.
    """
    # Rules ask several times of one verb. A token kept with its document would keep it alive.
    known: dict[int, tuple[Standing, int | None]] = verb.doc.user_data.setdefault(_JUDGED, {})
    if verb.i not in known:
        found = _judge(verb)
        speaker = found.speaker.i if found.speaker is not None else None
        known[verb.i] = replace(found, speaker=None), speaker
    standing, place = known[verb.i]
    return standing if place is None else replace(standing, speaker=verb.doc[place])


def _judge(verb: Token) -> Standing:
    found = by_inserted(verb, Standing(own(verb)))
    token = verb
    for _ in range(DEEPEST):
        if token.dep_ == "ROOT" or token.head is token:
            found = weaken(found, Status.POSSIBLE) if _is_condition(token) else found
            return doubted(verb, by_verdict(token, found))
        token, found, done = _step(token, found)
        if done:
            return doubted(verb, found)
    return replace(found, status=weaker(found.status, Status.POSSIBLE))


def _is_condition(verb: Token) -> bool:
    """Say whether the parser took a condition for the main clause: "If Poe is her son, we lose"."""
    return any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.children)


def _step(token: Token, found: Standing) -> tuple[Token, Standing, bool]:
    """Climb one head: return it, what the claim is now, and whether the walk is over."""
    head, dep = token.head, token.dep_
    if token.pos_ not in VERBAL or dep in SUBJECTS:
        return from_noun(token, found)
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in token.children):
        return head, weaken(found, Status.POSSIBLE), True
    if _is_far_from(token):
        return head, weaken(found, Status.POSSIBLE), True
    told = _told_before(token)
    if told is not None:
        return told.head, governed(told, told.head, found), False
    if dep == "ccomp" and _is_apart(token, head):
        return head, found, True
    if dep == "ccomp" and _is_spliced(token, head):
        return head, found, False
    if dep == "pcomp" and head.head.lower_ == "contrary":
        return head, found, True  # the parser hangs the whole sentence on "contrary to what"
    if dep == "pcomp" and head.head.pos_ in VERBAL:  # the verb's word is taken in here
        return head.head, governed(token, head, found), False
    if _is_to_tell(token, head):
        return head, weaken(found, own(head)), False
    if dep == "xcomp" and is_infinitive(token) and leaves(head):
        return head, on_leaving(head, found), False
    if dep in {"ccomp", "xcomp", "csubj", "csubjpass", "acomp", "pcomp", "parataxis", "prep"}:
        return head, governed(token, head, found), False
    if dep == "conj":
        return head, _conjoined(token, head, found), False
    if dep == "advcl":
        above = told_with(token, head)
        return above, adverbial(token, above, found), False
    if dep in {"relcl", "acl"}:
        return of_noun(token, head, found)
    return head, found, False


def _is_to_tell(token: Token, head: Token) -> bool:
    """Say whether what one set out to tell is told by that: "phoned to deny", "wrote to say"."""
    sets_out = token.dep_ in {"xcomp", "advcl"} and lemma(head) in words("governor", "turns_to")
    return sets_out and is_infinitive(token) and (says(token) or lemma(token) in DENY)


def _is_far_from(clause: Token) -> bool:
    """Say whether a clause is far from being sure: "it is anything but clear that"."""
    start = clause.left_edge.i
    if start < 3 or not has_that(clause):
        return False
    adjective = clause.doc[start - 1].tag_ == "JJ"
    return adjective and text_in(clause.doc, start - 3, start - 1).lower() in _FAR_FROM


def _told_before(clause: Token) -> Token | None:
    """Return the verb of the clause that one goes on from: "denies that he met her, that he".

    The parser puts the second to the name that the first ends with.
    """
    first = clause.left_edge
    if clause.dep_ not in {"relcl", "acl"} or not has_that(clause) or first.lower_ != "that":
        return None
    if first.i == 0 or first.nbor(-1).text != ",":
        return None
    before = reversed(clause.doc[clause.sent.start : first.i])
    said = (t for t in before if t.dep_ == "ccomp" and has_that(t))
    return next(said, None) if has_subject(clause) else None


def _is_apart(token: Token, head: Token) -> bool:
    """Say whether the verb above governs nothing: two sentences, or more, taken for one."""
    return (
        _is_parted_off(token, head)
        or _is_joined(token, head)
        or _goes_on(token, head)
        or _tells_quote(token, head)
        or _is_taken_up(token, head)
    )


def _is_parted_off(token: Token, head: Token) -> bool:
    """Say whether a semicolon is between two verbs, or a colon before the one above."""
    return any(
        (c.text in _STOPS and token.i < c.i < head.i) or (c.text == ";" and head.i < c.i < token.i)
        for c in head.children
    )


def _is_joined(token: Token, head: Token) -> bool:
    """Say whether a verb but stands in a row with the one behind: "was born in Ulm, attended"."""
    comma = any(c.text == "," and token.i < c.i < head.i for c in head.children)
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in head.children)
    whole = head.tag_ in FINITE or any(map(_follows_object, head.lefts))
    return comma and whole and not own_subject and not (says(head) or begins_with_that(token))


def _follows_object(word: Token) -> bool:
    """Say whether it is the "was" of one more verb in a row: "was born in Ulm, was raised in"."""
    if word.dep_ != "auxpass" or word.tag_ not in FINITE or word.i < _ROW:
        return False
    return word.nbor(-1).text == "," and word.nbor(-2).dep_ in {"dobj", "nummod", "pobj"}


def _tells_quote(token: Token, head: Token) -> bool:
    """Say whether it is who tells a quotation, whose own verb the parser puts above.

    So in "'They asked me for it,' Ann Lee told the paper".
    """
    start = token.left_edge
    quoted = start.is_quote or (start.i > 0 and start.nbor(-1).is_quote)
    return head.i < start.i and quoted and says(token) and has_subject(token)


def _is_taken_up(token: Token, head: Token) -> bool:
    """Say whether the verb behind but tells what somebody says to it: "something Acme denies"."""
    subjects_ = [c for c in head.children if c.dep_ == "nsubj" and c.i > token.i]
    return any(c.lower_ == "something" for c in subjects_)


def _goes_on(token: Token, head: Token) -> bool:
    """Say whether a sentence of its own is behind a colon: "She is not: she has never been"."""
    start = token.left_edge.i
    parted = head.i < start and token.doc[start - 1].text == ":"
    return parted and has_subject(token) and not (says(head) or has_that(token))


def _is_spliced(token: Token, head: Token) -> bool:
    """Say whether but a comma joins two sentences: "I never owned it, I never met him"."""
    comma = any(c.text == "," and token.i < c.i < head.i for c in head.children)
    whole = has_subject(token) and has_subject(head)
    return comma and whole and head.pos_ == "VERB" and not has_that(token) and not governs(head)


def _conjoined(token: Token, head: Token, found: Standing) -> Standing:
    """Share the first verb's helpers with one that has neither subject nor helper.

    "In the film" and "according to him" before the first verb hold for both.
    """
    found = by_inserted(head, found, before=True)
    if is_neither(token):
        return found
    if head.dep_ == "ccomp" and will(token, head.head, shared=True):
        return replace(found, status=Status.PLANNED)  # "said he had no ties and would sue"
    whole = any(c.dep_ in {"nsubj", "nsubjpass", "neg", "expl"} for c in token.children)
    if not whole and (_or_not(head) or _is_parted(head)):
        return weaken(found, Status.DENIED)  # "has never been there or met him"
    modal = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in token.children)
    helper = head.dep_ in {"aux", "auxpass"}  # "had not, as he wrote, met her": one verb in two
    if whole or modal or head.pos_ not in VERBAL:
        return found
    if token.tag_ in {"VBD", "VBZ"} and not helper:
        return found
    status = own(head)
    but = any(c.lower_ == "but" for c in head.children)
    return found if status is Status.DENIED and but else weaken(found, status)


def _is_parted(head: Token) -> bool:
    """Say whether "not" was parted from its verb: "has not, as was reported, bought it"."""
    nots = (c for c in head.children if c.dep_ == "neg")
    return any(text_in(n.doc, n.i + 1, n.i + 3).lower() == ", as" for n in nots)


def _or_not(head: Token) -> bool:
    """Say whether a negated verb is joined to the next by "or"."""
    return negated(head) and any(
        c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in head.children
    )
