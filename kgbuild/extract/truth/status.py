"""Whether a clause says that something is so: walk from its verb up to the sentence's head.

Each word on the way may deny, hedge, plan or attribute what hangs on it; where the walk
meets something it does not know, the weaker status wins.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from kgbuild.extract.text.clauses import LEAVES, clause, particle, subjects
from kgbuild.extract.text.contrast import is_left_out
from kgbuild.extract.text.governors import (
    VERBAL,
    denies,
    effect,
    governs,
    has_clause,
    has_that,
    holds,
    is_fake,
    is_hope,
    is_infinitive,
    is_none,
    is_weak,
    negated,
    negative,
    noun_effect,
    own,
    owned,
    says,
    verdict,
    words,
)
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.scene import KINDS
from kgbuild.extract.text.spans import FINITE
from kgbuild.model import FACTUAL, Status

_STOPS = frozenset({";", ":"})
OPEN = frozenset({Status.PLANNED, Status.POSSIBLE})
"""What has not come to pass."""
_UNDONE = OPEN | {Status.DENIED}
_TOLD = frozenset({"VBD", "VBP", "VBZ"})
_ROW = 2
_GOES = frozenset({"break away", "break off", "drop out", "step down", "walk out"})
_MEANWHILE = frozenset({"after", "as", "when"})
_FAR_FROM = frozenset({"far from", "anything but"})
_ON_THE_WAY = frozenset("bid effort negotiation offer proposal talk".split())
_RESULTS = frozenset(
    [*(("rise", verb) for verb in ("be", "become", "head", "lead")), ("go", "live"), ("go", "work")]
)
_SHARES = frozenset({"hand", "part", "role"})
_REVEALS = frozenset("confirm disclose report reveal".split())
_DENY = frozenset({"deny", "dispute", "refute"})
_FIRST = frozenset({"first", "second", "third", "last", "only", "latest", "youngest", "oldest"})
_JUDGED = "kgbuild_judged"
DEEPEST = 14  # heads climbed; a chain longer than this is a parser's slip: possible


@dataclass(frozen=True, slots=True)
class Standing:
    """What a sentence makes of a clause: its status, and the head word of who says so.

    ``given``: it is told in passing, so that to deny what governs it denies nothing of it.
    ``past``: it tells when something was, and is so whatever may come of that: "debt that it took
    on when it bought Acme".
    """

    status: Status = Status.ASSERTED
    speaker: Token | None = None
    given: bool = False
    past: bool = False


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
    found = _by_inserted(verb, Standing(own(verb)))
    token = verb
    for _ in range(DEEPEST):
        if token.dep_ == "ROOT" or token.head is token:
            return _doubted(verb, _by_verdict(token, found))
        token, found, done = _step(token, found)
        if done:
            return _doubted(verb, found)
    return replace(found, status=weaker(found.status, Status.POSSIBLE))


def tells(sentence: Span) -> bool:
    """Say whether somebody tells something in a sentence: "he said", "according to her"."""
    return any(says(t) or t.lower_ == "according" for t in sentence)


def weaker(inner: Status, outer: Status) -> Status:
    """Return what a claim is that stands under a word of another status.

    >>> weaker(Status.PLANNED, Status.DENIED), weaker(Status.DENIED, Status.DENIED)
    (<Status.DENIED: 'denied'>, <Status.POSSIBLE: 'possible'>)
    """
    if outer is Status.DENIED:
        return Status.POSSIBLE if inner is Status.DENIED else Status.DENIED
    if outer is Status.POSSIBLE:
        return Status.POSSIBLE
    if outer is Status.ALLEGED:
        return Status.ALLEGED if inner in FACTUAL else inner
    if inner is Status.ASSERTED or (inner is Status.FORMER and outer is Status.PLANNED):
        return outer
    return inner


def _step(token: Token, found: Standing) -> tuple[Token, Standing, bool]:
    """Climb one head: return it, what the claim is now, and whether the walk is over."""
    head, dep = token.head, token.dep_
    if token.pos_ not in VERBAL or dep in {"nsubj", "nsubjpass"}:
        return _from_noun(token, found)
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in token.children):
        return head, _weaken(found, Status.POSSIBLE), True
    if _is_far_from(token):
        return head, _weaken(found, Status.POSSIBLE), True
    told = _told_before(token)
    if told is not None:
        return told.head, _governed(told, told.head, found), False
    if dep == "ccomp" and any(c.text in _STOPS and token.i < c.i < head.i for c in head.children):
        return head, found, True  # two sentences, which the parser took for one
    if dep == "ccomp" and any(c.text == ";" and head.i < c.i < token.i for c in head.children):
        return head, found, True
    if dep == "ccomp" and (_is_joined(token, head) or _goes_on(token, head)):
        return head, found, True
    if dep == "ccomp" and (_tells_quote(token, head) or _is_taken_up(token, head)):
        return head, found, True
    if dep == "ccomp" and _is_spliced(token, head):
        return head, found, False
    if dep == "pcomp" and head.head.lower_ == "contrary":
        return head, found, True  # the parser hangs the whole sentence on "contrary to what"
    if dep == "pcomp" and head.head.pos_ in VERBAL:  # the verb's word is taken in here
        return head.head, _governed(token, head, found), False
    if _is_to_tell(token, head):
        return head, _weaken(found, own(head)), False
    if dep == "xcomp" and is_infinitive(token) and _leaves(head):
        return head, _on_leaving(head, found), False
    if dep in {"ccomp", "xcomp", "csubj", "csubjpass", "acomp", "pcomp", "parataxis", "prep"}:
        return head, _governed(token, head, found), False
    if dep == "conj":
        return head, _conjoined(token, head, found), False
    if dep == "advcl":
        above = _told_with(token, head)
        return above, _adverbial(token, above, found), False
    if dep in {"relcl", "acl"}:
        return _of_noun(token, head, found)
    return head, found, False


def _is_to_tell(token: Token, head: Token) -> bool:
    """Say whether what one set out to tell is told by that: "phoned to deny", "wrote to say"."""
    sets_out = token.dep_ in {"xcomp", "advcl"} and lemma(head) in words("governor", "turns_to")
    return sets_out and is_infinitive(token) and (says(token) or lemma(token) in _DENY)


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
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children)
    before = reversed(clause.doc[clause.sent.start : first.i])
    said = (t for t in before if t.dep_ == "ccomp" and has_that(t))
    return next(said, None) if own_subject else None


def _is_joined(token: Token, head: Token) -> bool:
    """Say whether a verb but stands in a row with the one behind: "was born in Ulm, attended"."""
    comma = any(c.text == "," and token.i < c.i < head.i for c in head.children)
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in head.children)
    whole = head.tag_ in _TOLD or any(map(_follows_object, head.lefts))
    return comma and whole and not own_subject and not (says(head) or _begins_with_that(token))


def _begins_with_that(clause: Token) -> bool:
    """Say whether a clause is the subject: "That she had met him, as one had it, was not shown"."""
    return has_that(clause) and clause.left_edge.i == clause.sent.start


def _follows_object(word: Token) -> bool:
    """Say whether it is the "was" of one more verb in a row: "was born in Ulm, was raised in"."""
    if word.dep_ != "auxpass" or word.tag_ not in _TOLD or word.i < _ROW:
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


def has_subject(verb: Token) -> bool:
    """Say whether a verb has a subject of its own."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _goes_on(token: Token, head: Token) -> bool:
    """Say whether a sentence of its own is behind a colon: "She is not: she has never been"."""
    own_subject = any(c.dep_[:5] == "nsubj" for c in token.children)
    start = token.left_edge.i
    parted = head.i < start and token.doc[start - 1].text == ":"
    return parted and own_subject and not (says(head) or has_that(token))


def _is_spliced(token: Token, head: Token) -> bool:
    """Say whether but a comma joins two sentences: "I never owned it, I never met him"."""
    comma = any(c.text == "," and token.i < c.i < head.i for c in head.children)
    whole = all(any(c.dep_[:5] == "nsubj" for c in verb.children) for verb in (token, head))
    return comma and whole and head.pos_ == "VERB" and not has_that(token) and not governs(head)


def _governed(token: Token, head: Token, found: Standing) -> Standing:
    subject = token.dep_ in {"csubj", "csubjpass", "ccomp"} or _begins_with_that(token)
    if subject and _is_or_proves(head):
        said = verdict(head)  # "it is false that", "that it has is not true"
        if said is not Status.POSSIBLE or token.dep_ != "ccomp":
            return _weaken(found, said)
    if lemma(head) == "be" and _is_said_of_saying(token, head):
        return _weaken(found, verdict(head))
    if head.pos_ in {"ADP", "SCONJ"} or head.dep_ == "prep":
        return _after_preposition(token, head, found)
    if head.pos_ not in VERBAL | {"ADJ"}:
        return _weaken(found, Status.POSSIBLE)
    made = effect(token, head)
    modal = own(head) if not negated(head) and not _can_tell(head) else Status.ASSERTED
    if _neither(head):
        return _weaken(found, Status.POSSIBLE)
    if negated(head) or (modal is Status.FORMER and made in OPEN):
        made, modal = negative(head, made), Status.ASSERTED  # "no longer intends to buy"
    if _will(token, head) and not found.past:
        return _weaken(_attributed(head, replace(found, status=Status.PLANNED)), modal)
    if says(head) or holds(token, head):
        found = _attributed(head, found)
        if head.i == head.sent.start and head.tag_ in {"VBD", "VBZ"}:
            found = _weaken(found, Status.ALLEGED)  # whose word it is, the parser cut off
        made = Status.ALLEGED if made is Status.ASSERTED and _accuses(head) else made
    return _weaken(_weaken(found, made), modal)


def _can_tell(head: Token) -> bool:
    """Say whether a paper tells what it has found out: ", Radio One can reveal"."""
    return lemma(head) in _REVEALS and any(c.lower_ == "can" for c in head.children)


def _by_verdict(root: Token, found: Standing) -> Standing:
    """Take in that a claim is belied, where the parser has its verb and the verdict's side by side.

    "That Poe held shares in Acme turned out to be an invention."
    """
    if not has_that(root):
        return found
    verdicts = (verdict(c) for c in root.children if c.dep_ == "conj" and _is_or_proves(c))
    return _weaken(found, Status.DENIED) if Status.DENIED in verdicts else found


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


def _neither(denial: Token) -> bool:
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


def _will(token: Token, head: Token, *, shared: bool = False) -> bool:
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
    return shared or any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)


def _hangs(clause: Token) -> bool:
    """Say whether a clause tells on what something hangs, or when it is done."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
    return not is_infinitive(clause) and marks != {"as"}


def _attributed(head: Token, found: Standing) -> Standing:
    speakers = subjects(head)
    if not speakers.tokens:  # "a post shared 900 times says", where "shared" is read as a verb
        before = (c for c in head.lefts if c.dep_ == "ccomp")
        speakers = next(map(subjects, before), speakers)
    if found.speaker is not None or speakers.passive or not speakers.tokens:
        return found
    return _told_by(speakers.tokens[0], found)


def _told_by(speaker: Token, found: Standing) -> Standing:
    """Take the speaker; a claim that only unnamed voices make is alleged.

    What a paper tells of itself in its own voice, "we said that", it takes back.
    """
    if speaker.lower_ == "we" and not any(t.is_quote for t in speaker.sent):
        return _weaken(found, Status.DENIED)
    named = speaker.pos_ == "PROPN" or any(
        c.dep_ == "appos" and c.pos_ == "PROPN" for c in speaker.children
    )
    if is_fake(speaker):
        found = _weaken(found, Status.DENIED)  # "a fake statement said"
    elif (
        _prosecutes(speaker)
        or _is_hearsay(speaker)
        or _is_but_claimed(speaker)
        or (not named and lemma(speaker) in words("unnamed", "nouns"))
    ):
        found = _weaken(found, Status.ALLEGED)
    return replace(found, speaker=found.speaker or speaker)


def _is_hearsay(speaker: Token) -> bool:
    """Say whether a paper tells it of others: "the daily El Faro reported that"."""
    if lemma(speaker.head) not in {"report", "write", "boast"}:
        return False
    nouns = (speaker, *(c for c in speaker.children if c.dep_ in {"amod", "compound"}))
    return any(lemma(noun) in words("unnamed", "papers") for noun in nouns)


def _is_but_claimed(speaker: Token) -> bool:
    """Say whether who tells it is not to be known: "a viral post", "a man claiming to be"."""
    nouns = (speaker, *(c for c in speaker.children if c.dep_ == "compound"))
    if any(noun.lower_ in words("unnamed", "own") for noun in nouns):
        return True
    return any(
        c.lower_ in words("unnamed", "adjectives")
        or (c.dep_ == "acl" and lemma(c) in {"purport", "claim", "pose", "pretend"})
        for c in speaker.children
    )


def _prosecutes(speaker: Token) -> bool:
    """Say whether it is a charge that is told: "prosecutor Ann Lee told the court"."""
    titles = (c for c in speaker.children if c.dep_ in {"compound", "appos"})
    return any(lemma(title) in {"charge", "prosecutor"} for title in titles)  # "charge sheet"


def _by_inserted(verb: Token, found: Standing, *, before: bool = False) -> Standing:
    """Take in "according to" and ", he said," that hang on the verb itself.

    ``before`` says whether only what stands before the verb counts.
    """
    for child in verb.lefts if before else verb.children:
        if child.lower_ == "according":
            for told in (o for to in child.children for o in to.children if o.dep_ == "pobj"):
                found = _told_by(_counted(told), found)
        elif child.dep_ == "advcl" and _if(child) and _believes(child):
            found = _weaken(found, Status.ALLEGED)  # "if one believes the commission"
        elif child.dep_ == "prep" and any(_is_tale(o) for o in child.children):
            found = _weaken(found, Status.POSSIBLE)
        elif child.dep_ == "parataxis" and child.pos_ in VERBAL:
            if says(child):
                found = _attributed(child, found)
            elif lemma(child) in words("governor", "alleged") | {"suggest"}:
                found = _weaken(found, Status.ALLEGED)
    return found


def _counted(noun: Token) -> Token:
    """Return of whom "two of the bankers" is some."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    some = noun.pos_ == "NUM" or noun.lower_ in {"one", "some", "several", "both", "many", "most"}
    named = next((o for o in of.children if o.dep_ == "pobj"), None) if of and some else None
    return named or noun


def _if(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "if" for c in clause.children)


def _believes(clause: Token) -> bool:
    """Say whether it is about believing: "if she is to be believed"."""
    inner = (c for c in clause.children if c.dep_ == "xcomp")
    return any(lemma(t) == "believe" for t in (clause, *inner))


def _is_tale(noun: Token) -> bool:
    """Say whether it is a film or a novel in which something is so, or but a joke."""
    if noun.dep_ != "pobj":
        return False
    if noun.head.lower_ == "as":
        return lemma(noun) in words("unreal", "jokes")
    inside = noun.head.lower_ in {"in", "during", "under"}
    return inside and (lemma(noun) in words("unreal", "nouns") or is_fake(noun))


def _after_preposition(token: Token, prep: Token, found: Standing) -> Standing:
    word, head = prep.lower_, prep.head
    if word in {"without", "instead"}:
        return _weaken(found, Status.DENIED)
    if word in {"than", "against"}:  # "rather than selling"
        return _weaken(found, Status.DENIED)
    if word in {"after", "since"}:
        return replace(found, given=True)  # "refused to speak after seeing him"
    if word in {"by", "through"} and is_left_out(prep.doc, prep.i - 1, prep.sent.start):
        return _weaken(found, Status.DENIED)  # "not, as is sometimes printed, by marrying her"
    if word in {"by", "while", "despite", "when", "upon"}:
        return found
    if word == "for" and lemma(head) in words("governor", "lists") and not negated(head):
        return found  # "was sanctioned for being owned by Acme"
    past = head.tag_ == "VBD" or any(c.lower_ == "had" for c in head.children)
    if word == "before" and token.tag_ == "VBG" and past and not negated(head):
        return found  # "before joining Acme, she ran Beta"
    if word == "from" and lemma(head) in words("governor", "keeps") and not negated(head):
        return _weaken(found, Status.DENIED)  # "stopped it from buying"
    if word in {"of", "for", "to"} and lemma(head) in words("governor", "convicts"):
        court = head.head if head.pos_ == "ADJ" else head  # "was found guilty of murdering him"
        return _weaken(_weaken(found, own(head)), own(court))
    if word == "on" and lemma(head) == "go" and not negated(head):
        return found  # "goes on heading the firm"
    if word == "in" and any(lemma(t) in _SHARES for t in (head, *head.children)):
        return found  # "had a hand in founding it"
    if word == "of" and head.lower_ == "short":
        return _weaken(found, Status.DENIED)  # "stopped short of suing"
    if head.pos_ in VERBAL:
        if word in {"of", "about"} and lemma(head) in words("governor", "muses"):
            return _weaken(found, Status.POSSIBLE)
        made = effect(token, head)
        if word in {"to", "before", "on", "about", "toward", "towards"}:
            owns_up = word == "to" and owned(head)  # "owned up to having met him"
            made = Status.POSSIBLE if made is Status.ASSERTED and not owns_up else made
        return _weaken(found, negative(head, made) if negated(head) else made)
    return _weaken(found, noun_effect(head))


def _conjoined(token: Token, head: Token, found: Standing) -> Standing:
    """Share the first verb's helpers with one that has neither subject nor helper.

    "In the film" and "according to him" before the first verb hold for both.
    """
    found = _by_inserted(head, found, before=True)
    if _neither(token):
        return found
    if head.dep_ == "ccomp" and _will(token, head.head, shared=True):
        return replace(found, status=Status.PLANNED)  # "said he had no ties and would sue"
    whole = any(c.dep_ in {"nsubj", "nsubjpass", "neg", "expl"} for c in token.children)
    if not whole and (_or_not(head) or _is_parted(head)):
        return _weaken(found, Status.DENIED)  # "has never been there or met him"
    modal = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in token.children)
    helper = head.dep_ in {"aux", "auxpass"}  # "had not, as he wrote, met her": one verb in two
    if whole or modal or head.pos_ not in VERBAL:
        return found
    if token.tag_ in {"VBD", "VBZ"} and not helper:
        return found
    status = own(head)
    but = any(c.lower_ == "but" for c in head.children)
    return found if status is Status.DENIED and but else _weaken(found, status)


def _is_parted(head: Token) -> bool:
    """Say whether "not" was parted from its verb: "has not, as was reported, bought it"."""
    nots = (c for c in head.children if c.dep_ == "neg")
    return any(text_in(n.doc, n.i + 1, n.i + 3).lower() == ", as" for n in nots)


def _or_not(head: Token) -> bool:
    """Say whether a negated verb is joined to the next by "or"."""
    return negated(head) and any(
        c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in head.children
    )


def _is_yet_to_be(verb: Token) -> bool:
    """Say whether a clause of time tells of what has not come yet: "once it has bought Acme"."""
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.tag_ in {"VBZ", "VBP"} or bool(aux & {"has", "have"})


def _adverbial(token: Token, head: Token, found: Standing) -> Standing:
    if denies(head) and token.tag_ == "VBG" and token.doc[token.i - 1].dep_ == "prt":
        return _governed(token, head, found)  # "rules out sitting down with her"
    if lemma(head) in _DENY and _is_what_is_denied(token, head):
        return _governed(token, head, found)
    if _begins_with_that(token):
        return _governed(token, head, found)
    marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"}}
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in head.children)
    if marks & {"until", "till"} and token.tag_ == "VBD" and (head.tag_ == "VBD" or had):
        return found  # "he led it until the state took over"
    if marks & words("mark", "possible"):
        return _weaken(found, Status.POSSIBLE)
    if "that" in marks and denies(head):  # "withdrew a statement, hours old, that it had banned"
        return _weaken(found, Status.DENIED)
    told = _noun_of(token, head) if "that" in marks else None
    if told is not None:
        return _weaken(found, noun_effect(told))
    if marks & {"when", "once", "before"} and token.tag_ in {"VBZ", "VBP"}:
        return _weaken(found, Status.PLANNED)
    if ("once" in marks or head.lower_ == "soon") and _is_yet_to_be(token):
        return _weaken(found, Status.PLANNED)  # "as soon as he has bought it"
    if marks & words("mark", "factual"):
        return replace(found, past=found.past or _was_then(token, head))
    if is_infinitive(token) and (clause(head).key == "go on" or _comes_to(token, head)):
        return _weaken(found, own(head))  # "went on to become"
    if is_infinitive(token):  # a purpose: whether it came off is not said
        if head.pos_ in VERBAL and _leaves(head):
            return _on_leaving(head, found)
        if _is_parted_from(token, head):
            return _governed(token, head, found)
        if denies(head) and _goes_with(token, head):
            return _weaken(found, Status.DENIED)
        ahead = head.pos_ in VERBAL and _plan(head)
        return _weaken(found, Status.PLANNED if ahead else Status.POSSIBLE)
    if any(c.dep_ == "mark" for c in token.children):
        return _weaken(found, Status.POSSIBLE)
    bare = token.tag_ == "VBN" and not any(c.dep_[:5] == "nsubj" for c in token.children)
    if bare and lemma(head) == "be" and head.i < token.i:
        return _weaken(found, own(head))  # "is not, as was reported, owned by Acme"
    status = own(head) if head.pos_ in VERBAL else Status.ASSERTED
    return found if status is Status.DENIED else _weaken(found, status)


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
        return any(c.dep_ == "nummod" or c.lower_ in _FIRST for o in ones for c in o.children)
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


def _was_then(clause: Token, head: Token) -> bool:
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


def _told_with(clause: Token, head: Token) -> Token:
    """Return the verb that tells when a clause is: "urged" of "urged him to go, as they met".

    The parser hangs it on the infinitive, of which no past tense tells.
    """
    start = clause.left_edge
    parted = start.i > 0 and start.nbor(-1).text == ","
    if clause.tag_ != "VBD" or start.lower_ not in _MEANWHILE or not parted:
        return head
    above = (t for t in (head, *head.ancestors) if t.tag_ in FINITE)
    return next(above, head) if head.tag_ in {"VB", "VBG"} else head


def _leaves(verb: Token) -> bool:
    """Say whether one goes by it, and to what end is done: "dropped out to found Acme"."""
    return lemma(verb) in LEAVES or clause(verb).key in _GOES


def _on_leaving(leaves: Token, found: Standing) -> Standing:
    """Take in when one goes: "leaves Acme in May to head Beta", "left to start Beta"."""
    now = leaves.tag_ in {"VBZ", "VBP", "VBG"} and not negated(leaves)
    return _weaken(found, Status.PLANNED if now else own(leaves))


def _noun_of(clause: Token, head: Token) -> Token | None:
    """Return the noun whose clause the parser hung on the verb: "on a report, ..., that he"."""
    before = clause.doc[head.i : clause.left_edge.i]
    nouns = (t for t in before if t.dep_ in {"attr", "dobj", "pobj"})
    return next((t for t in nouns if has_clause(t) or _is_talk(t)), None)


def _is_talk(noun: Token) -> bool:
    """Say whether it is but said: "there was talk that he had"; "talks" are held."""
    return lemma(noun) == "talk" and noun.tag_ == "NN"


def _plan(verb: Token) -> bool:
    """Say whether a verb is planned, by its own helpers or by the next above: "is to go"."""
    if own(verb) is Status.PLANNED:
        return True
    above = verb.head
    return verb.dep_ == "xcomp" and effect(verb, above) is Status.PLANNED and not negated(above)


def _of_noun(token: Token, head: Token, found: Standing) -> tuple[Token, Standing, bool]:
    if token.dep_ == "acl" and not _that(token) and any(map(is_fake, (head, head.head.head))):
        return head, _weaken(found, Status.DENIED), True  # "a deepfake of him visiting her"
    named = head.pos_ == "PROPN" and not _has_clause_that(token)
    if named or _explains_name(head) or _is_named(head):
        if is_infinitive(token):
            found = _weaken(found, Status.POSSIBLE)
        return head, found, True  # what is said of a name in passing is presupposed
    if is_infinitive(token) and any(c.lower_ in _FIRST for c in head.children):
        return head, found, False
    if head.pos_ == "NUM" and _was_then(token, head.head.head):
        return head, replace(found, past=True), False  # "signed in 2018 when she visited Lima"
    if found.status is not Status.PLANNED and _adds(token) and not has_clause(head):
        return head, found, True  # what more is told of a known thing is presupposed
    if _is_known(token, head):
        return head, found, True
    if _that(token) and lemma(head) in words("verdict", "false"):
        return head, _weaken(found, Status.DENIED), False  # "it is pure invention that"
    if is_infinitive(token) and head.dep_ == "dobj" and lemma(head.head) == "accept":
        return head, _weaken(found, Status.PLANNED), False  # "accepted an invitation to visit"
    talk = _is_talk(head) and token.left_edge.lower_ == "that"
    if is_infinitive(token) or (token.dep_ == "acl" and _that(token)) or talk or has_clause(head):
        found = _weaken(found, noun_effect(head))
    return head, found, False


def _from_noun(token: Token, found: Standing) -> tuple[Token, Standing, bool]:
    head = token.head
    if token.dep_ == "advmod":
        return head, found, False  # "will not sell it as long as she is mayor"
    if is_none(token):
        found = _weaken(found, Status.DENIED)
    if _explains_name(token):
        return head, found, True  # "Poe, a friend of the man who leads Acme, did not"
    if head.pos_ not in VERBAL:
        return head, found, False
    if token.dep_ == "nsubj" and lemma(head) == "be" and (said := verdict(head)) is Status.DENIED:
        return head, _weaken(found, said), False
    if token.dep_ == "nsubj" and is_weak(head):
        return head, _weaken(found, Status.POSSIBLE), False
    if denies(head):
        found = _weaken(found, Status.POSSIBLE if negated(head) else Status.DENIED)
    elif negated(head) and not is_none(token):
        found = _weaken(found, Status.DENIED)
    elif (
        token.dep_ == "attr"
        and not is_none(token)
        and (made := own(head)) in {Status.PLANNED, Status.DENIED}
    ):
        found = _weaken(found, made)  # "will be, would have been the first woman to head it"
    elif own(head) is Status.POSSIBLE or (
        token.dep_ == "dobj" and is_hope(head) and lemma(token) != "responsibility"
    ):
        found = _weaken(found, Status.POSSIBLE)
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


def _weaken(found: Standing, outer: Status) -> Standing:
    if (found.given and outer is Status.DENIED) or (found.past and outer in _UNDONE):
        return found
    return replace(found, status=weaker(found.status, outer))


def _is_covert(child: Token) -> bool:
    ways = {("in", "secret"), ("on", "sly")}
    in_secret = any((child.lower_, c.lower_) in ways for c in child.children)
    return in_secret or child.lower_ in words("adverb", "covert")


def _doubted(verb: Token, found: Standing) -> Standing:
    """Take in a question, and that what one tells of another's secrets is an accusation.

    "You were born in Oslo..." asks, too.
    """
    sentence = verb.sent
    tales = (c for c in sentence.root.lefts if c.dep_ == "prep")
    if any(_is_tale(o) for prep in tales for o in prep.children):
        found = _weaken(found, Status.POSSIBLE)  # "In the film, he plays Poe, who killed Berg"
    told = found.speaker is not None or any(map(says, verb.ancestors))
    if told and any(map(_is_covert, verb.children)):
        found = _weaken(found, Status.ALLEGED)
    last = sentence[-3:]
    asks = any(t.text == "?" for t in last)
    if last.text.rstrip().endswith(("...", "…")):
        asks = asks or any(s.lower_ == "you" for s in subjects(verb).tokens)
    return _weaken(found, Status.POSSIBLE) if asks else found
