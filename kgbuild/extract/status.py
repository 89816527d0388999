"""Whether a clause says that something is so: walk from its verb up to the sentence's head.

Each word on the way may deny, hedge, plan or attribute what hangs on it; where the walk
meets something it does not know, the weaker status wins.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from kgbuild.extract.clauses import is_passive, subjects
from kgbuild.extract.lemma import lemma
from kgbuild.model import Status

DEEPEST = 14  # heads climbed; a chain longer than this is a parser's slip: possible
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a sentence makes of a clause: its status, and the head word of who says so."""

    status: Status = Status.ASSERTED
    speaker: Token | None = None


def judge(verb: Token) -> Standing:
    """Return the status of what a verb says, all that governs it taken in.

    The speaker is the subject of the nearest verb of saying, or who stands after
    "according to"; an unnamed one makes the claim alleged.
    """
    found = _by_inserted(verb, Standing(_own(verb)))
    token = verb
    for _ in range(DEEPEST):
        if token.dep_ == "ROOT" or token.head is token:
            return _questioned(verb, found)
        token, found, done = _step(token, found)
        if done:
            return _questioned(verb, found)
    return replace(found, status=weaker(found.status, Status.POSSIBLE))


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
        return inner if inner is Status.DENIED else Status.ALLEGED
    if inner is Status.ASSERTED or (inner is Status.FORMER and outer is Status.PLANNED):
        return outer
    return inner


def negated(token: Token) -> bool:
    """Say whether a verb is negated, or its subject or object is "no one", "no plan"."""
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in _words("adverb", "denied"):
            if child.i + 1 < len(token.doc) and token.doc[child.i + 1].lower_ == "only":
                continue
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and _none(child):
            return True
    return False


def denies(verb: Token) -> bool:
    """Say whether the verb turns down what is its object: "rejected the plan"."""
    return _key(verb) in _words("governor", "denied") or lemma(verb) in {"lack", "end"}


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return _load()[table].get(name, frozenset())


@cache
def _load() -> dict[str, dict[str, frozenset[str]]]:
    rows = tomllib.loads((files("kgbuild") / "extract/status.toml").read_text(encoding="utf-8"))
    return {
        table: {name: frozenset(words.split()) for name, words in row.items()}
        for table, row in rows.items()
    }


def _none(token: Token) -> bool:
    if token.lower_ in {"nobody", "none", "nothing", "neither"}:
        return True
    return any(
        c.lower_ in {"no", "neither"} and c.dep_ in {"det", "neg", "preconj", "cc"}
        for c in token.children
    )


def _key(token: Token) -> str:
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), "")
    return f"{lemma(token)}_{particle}" if particle else lemma(token)


def _own(verb: Token) -> Status:
    """Return what a verb's own helpers make of it: will, may, not, no longer."""
    children = list(verb.children)
    if any(c.lower_ == "longer" and c.i and verb.doc[c.i - 1].lower_ == "no" for c in children):
        return Status.FORMER
    modal = next((c.lower_ for c in children if c.dep_ == "aux" and c.tag_ == "MD"), "")
    if negated(verb):
        return Status.POSSIBLE if modal in _words("modal", "open") else Status.DENIED
    adverbs = {c.lower_ for c in children if c.dep_ in {"advmod", "npadvmod", "acomp"}}
    if adverbs & _words("adverb", "alleged"):
        return Status.ALLEGED
    if adverbs & _words("adverb", "possible") or modal in _words("modal", "possible"):
        return Status.POSSIBLE
    if any(
        c.tag_ in {"VBD", "MD"} and c.lower_ in {"had", "should", "were"} and _leads(c, verb)
        for c in children
    ):
        return Status.POSSIBLE  # "Had Huawei bought it, ..."
    return Status.PLANNED if modal in _words("modal", "planned") else Status.ASSERTED


def _leads(aux: Token, verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} and aux.i < c.left_edge.i for c in verb.children)


def _step(token: Token, found: Standing) -> tuple[Token, Standing, bool]:
    """Climb one head: return it, what the claim is now, and whether the walk is over."""
    head, dep = token.head, token.dep_
    if token.pos_ not in _VERBAL:
        return _from_noun(token, found)
    if dep in {"ccomp", "xcomp", "csubj", "csubjpass", "acomp", "pcomp", "parataxis", "prep"}:
        return head, _governed(token, head, found), False
    if dep == "conj":
        return head, _conjoined(token, head, found), False
    if dep == "advcl":
        return head, _adverbial(token, head, found), False
    if dep in {"relcl", "acl"}:
        return _of_noun(token, head, found)
    return head, found, False


def _governed(token: Token, head: Token, found: Standing) -> Standing:
    if head.pos_ in {"ADP", "SCONJ"} or head.dep_ == "prep":
        return _after_preposition(token, head, found)
    if head.pos_ not in _VERBAL | {"ADJ"}:
        return _weaken(found, Status.POSSIBLE)
    effect = _effect(token, head)
    if negated(head):
        effect = _negative(head, effect)
    modal = _own(head) if not negated(head) else Status.ASSERTED
    if _says(head):
        found = _attributed(head, found)
    return _weaken(_weaken(found, effect), modal)


def _effect(token: Token, head: Token) -> Status:
    """Return what a verb or adjective makes of the clause under it; unknown: possible."""
    key, word = _key(head), lemma(head)
    bare = token.dep_ in {"xcomp", "acomp"}
    if word == "be" and bare:
        return Status.PLANNED if _infinitive(token) else Status.ASSERTED
    if word == "go" and head.tag_ == "VBG" and bare:
        return Status.PLANNED
    if _says(head):
        return (
            Status.ALLEGED
            if bare or (is_passive(head) and word in {"say", "report"})
            else (Status.ASSERTED)
        )
    if token.dep_ == "ccomp" and any(c.lower_ in {"whether", "if"} for c in token.children):
        return Status.POSSIBLE
    for name, status in _EFFECTS:
        words = _words("governor", name)
        if key in words or word in words:
            return status
    return Status.POSSIBLE


_EFFECTS = (
    ("denied", Status.DENIED),
    ("doubted", Status.POSSIBLE),
    ("possible", Status.POSSIBLE),
    ("alleged", Status.ALLEGED),
    ("planned", Status.PLANNED),
    ("former", Status.FORMER),
    ("factual", Status.ASSERTED),
    ("done", Status.ASSERTED),
)


def _negative(head: Token, effect: Status) -> Status:
    """Return what "not" leaves of an effect: "did not deny" is open, "not plan" is no."""
    if effect in {Status.DENIED, Status.ALLEGED} or _says(head):
        return Status.POSSIBLE
    if lemma(head) in _words("governor", "factual"):
        return Status.POSSIBLE
    return Status.DENIED


def _says(head: Token) -> bool:
    return head.pos_ in _VERBAL and _key(head) in _words("governor", "says")


def _attributed(head: Token, found: Standing) -> Standing:
    speakers = subjects(head)
    if found.speaker is not None or speakers.passive or not speakers.tokens:
        return found
    return _told_by(speakers.tokens[0], found)


def _told_by(speaker: Token, found: Standing) -> Standing:
    """Take the speaker; a claim that only unnamed voices make is alleged."""
    named = speaker.pos_ == "PROPN" or any(
        c.dep_ == "appos" and c.pos_ == "PROPN" for c in speaker.children
    )
    if not named and lemma(speaker) in _words("unnamed", "nouns"):
        found = _weaken(found, Status.ALLEGED)
    return replace(found, speaker=found.speaker or speaker)


def _by_inserted(verb: Token, found: Standing) -> Standing:
    """Take in "according to" and ", he said," that hang on the verb itself."""
    for child in verb.children:
        if child.lower_ == "according":
            for told in (o for to in child.children for o in to.children if o.dep_ == "pobj"):
                found = _told_by(told, found)
        elif child.dep_ == "parataxis" and child.pos_ in _VERBAL:
            if _says(child):
                found = _attributed(child, found)
            elif lemma(child) in _words("governor", "alleged"):
                found = _weaken(found, Status.ALLEGED)
    return found


def _after_preposition(token: Token, prep: Token, found: Standing) -> Standing:
    word, head = prep.lower_, prep.head
    if word in {"without", "instead", "despite"} and word != "despite":
        return _weaken(found, Status.DENIED)
    if word in {"than", "against"}:  # "rather than selling"
        return _weaken(found, Status.DENIED)
    if word in {"after", "since", "by", "while", "despite", "when", "upon"}:
        return found
    if head.pos_ in _VERBAL:
        effect = _effect(token, head)
        if word in {"to", "before", "on", "about", "toward", "towards"}:
            effect = effect if effect is not Status.ASSERTED else Status.POSSIBLE
        return _weaken(found, _negative(head, effect) if negated(head) else effect)
    return _weaken(found, _noun_effect(head))


def _conjoined(token: Token, head: Token, found: Standing) -> Standing:
    """Share the first verb's helpers with one that has neither subject nor helper."""
    own = any(c.dep_ in {"nsubj", "nsubjpass", "neg", "expl"} for c in token.children)
    modal = any(c.dep_ == "aux" and c.tag_ in {"MD", "VBD", "VBZ"} for c in token.children)
    if own or modal or token.tag_ in {"VBD", "VBZ"} or head.pos_ not in _VERBAL:
        return found
    status = _own(head)
    but = any(c.lower_ == "but" for c in head.children)
    return found if status is Status.DENIED and but else _weaken(found, status)


def _adverbial(token: Token, head: Token, found: Standing) -> Standing:
    words = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"}}
    if words & _words("mark", "possible"):
        return _weaken(found, Status.POSSIBLE)
    if words & {"when", "once", "before"} and token.tag_ in {"VBZ", "VBP"}:
        return _weaken(found, Status.PLANNED)
    if words & _words("mark", "factual"):
        return found
    if _infinitive(token):
        return _weaken(found, Status.POSSIBLE)  # a purpose: whether it came off is not said
    if any(c.dep_ == "mark" for c in token.children):
        return _weaken(found, Status.POSSIBLE)
    status = _own(head) if head.pos_ in _VERBAL else Status.ASSERTED
    return found if status is Status.DENIED else _weaken(found, status)


def _of_noun(token: Token, head: Token, found: Standing) -> tuple[Token, Standing, bool]:
    if head.pos_ == "PROPN" or _explains_name(head):
        if _infinitive(token):
            found = _weaken(found, Status.POSSIBLE)
        return head, found, True  # what is said of a name in passing is presupposed
    if token.dep_ == "acl" and (_infinitive(token) or _that(token)):
        found = _weaken(found, _noun_effect(head))
    return head, found, False


def _noun_effect(noun: Token) -> Status:
    word = lemma(noun)
    for name, status in (
        ("planned", Status.PLANNED),
        ("alleged", Status.ALLEGED),
        ("denied", Status.DENIED),
        ("says", Status.ASSERTED),
        ("factual", Status.ASSERTED),
    ):
        if word in _words("noun", name):
            return status
    return Status.POSSIBLE


def _from_noun(token: Token, found: Standing) -> tuple[Token, Standing, bool]:
    head = token.head
    if _none(token):
        found = _weaken(found, Status.DENIED)
    if head.pos_ not in _VERBAL:
        return head, found, False
    if denies(head):
        found = _weaken(found, Status.POSSIBLE if negated(head) else Status.DENIED)
    elif negated(head) and not _none(token):
        found = _weaken(found, Status.DENIED)
    elif _own(head) is Status.POSSIBLE:
        found = _weaken(found, Status.POSSIBLE)
    return head, found, False


def _explains_name(noun: Token) -> bool:
    return noun.dep_ == "appos" and noun.head.pos_ == "PROPN"


def _infinitive(token: Token) -> bool:
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in token.children)


def _that(token: Token) -> bool:
    return any(c.dep_ == "mark" for c in token.children)


def _weaken(found: Standing, outer: Status) -> Standing:
    return replace(found, status=weaker(found.status, outer))


def _questioned(verb: Token, found: Standing) -> Standing:
    sentence = verb.sent
    asks = any(t.text == "?" for t in sentence[-3:])
    return _weaken(found, Status.POSSIBLE) if asks else found
