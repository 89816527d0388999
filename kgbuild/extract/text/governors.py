"""What a verb, adjective or noun makes of the clause under it: the data of status.toml."""

from functools import cache

from spacy.tokens import Token

from kgbuild.extract.text.clauses import is_passive, particle
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import vocabulary
from kgbuild.extract.text.scene import conjuncts
from kgbuild.extract.words import table
from kgbuild.model import Status

VERBAL = frozenset({"VERB", "AUX"})
_OWNS_UP, _HEARD = frozenset({"admit", "acknowledge", "concede"}), frozenset({"say", "report"})
_NOR = frozenset({"nor", "neither"})
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_NOT_BELIEVED = frozenset({"accept"})
"""Of what one does not do so, one says that it is not so."""
_VAIN = {"in": "vain", "without": "success"}
_CONTESTS = frozenset({"dispute", "doubt", "contest"})
_HOLDS = frozenset({"believe", "think"})
_CALLS = frozenset("call describe list make name".split())
_ARE, _WERE = frozenset("am is are 'm 's 're ’m ’s ’re".split()), frozenset({"was", "were"})


def negated(token: Token) -> bool:
    """Say whether a verb is negated, or its subject or object is "no one", "no plan"."""
    if _after_nor(token):
        return True
    for child in token.children:
        if child.dep_ == "aux" and child.i + 2 < token.i and child.nbor().lower_ in {"not", "n't"}:
            return True  # "had not, as the station reported, met him", however it is parsed
        if child.dep_ == "prep" and any(_is_never(o) for o in child.children):
            return True
        if child.lower_ == "more" and _no_more(child):
            return True
        if child.dep_ == "neg" or child.lower_ in words("adverb", "denied"):
            if child.i + 1 < len(token.doc) and token.doc[child.i + 1].lower_ == "only":
                continue
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and is_none(child):
            return True
    return False


def _after_nor(token: Token) -> bool:
    """Say whether "nor" joins the verb to one before it: "nor did it arrest him", "nor is he"."""
    if _NOR.isdisjoint(vocabulary(token.doc)):
        return False
    first = token.sent[0]
    if (
        first.lower_ == "nor"
        and first.head == token
        and any(
            c.dep_ in {"nsubj", "nsubjpass"} and (token.i < c.i or token.nbor(-1) == first)
            for c in token.children
        )
    ):
        return True
    if any(c.dep_ == "aux" and c.i and c.nbor(-1).lower_ == "nor" for c in token.children):
        return True
    if any(c.dep_ == "aux" and _is_inverted(c, token) for c in token.lefts):
        before = token.doc[token.sent.start : token.i]
        if any(t.lower_ in _NOR and t.nbor().text == "," for t in before):
            return True
    if token.dep_ != "conj":
        return False
    start = token.left_edge.i
    near = token.doc[max(token.sent.start, start - 1) : min(token.i, start + 1)]
    return any(t.lower_ in _NOR for t in near)


def _is_inverted(aux: Token, verb: Token) -> bool:
    """Say whether a subject stands behind the helper: "nor, as was reported, did he meet her"."""
    subjects = (c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"})
    return any(c.left_edge.i == aux.i + 1 for c in subjects)


def verdict(head: Token) -> Status:
    """Return what "is wrong", "is not true", "turned out to be a lie" make of their subject."""
    found = next((c for c in head.children if c.dep_ == "xcomp" and lemma(c) == "be"), head)
    judged = (c for c in found.children if c.dep_ in {"acomp", "attr"})
    said = [lemma(t) for first in judged for t in conjuncts(first)]
    turned = negated(head) or negated(found)
    if any(word in words("verdict", "false") for word in said):
        return Status.POSSIBLE if turned else Status.DENIED
    if any(word in words("verdict", "true") for word in said):
        return Status.DENIED if turned else Status.ASSERTED
    return Status.POSSIBLE


def is_weak(head: Token) -> bool:
    """Say whether it is said of a proof that it proves little: "the evidence is thin"."""
    verb = head.head if head.dep_ == "aux" else head  # "is lacking"
    said = (verb, *(c for c in head.children if c.dep_ == "acomp"))
    return not negated(head) and any(t.lower_ in words("verdict", "weak") for t in said)


def denies(verb: Token) -> bool:
    """Say whether the verb turns down what is its object: "rejected the plan"."""
    return _key(verb) in words("governor", "denied") or lemma(verb) in {"lack", "end"}


def own(verb: Token) -> Status:
    """Return what a verb's own helpers make of it: will, may, not, no longer."""
    children = list(verb.children)
    if any(c.lower_ == "longer" and c.i and verb.doc[c.i - 1].lower_ == "no" for c in children):
        return Status.FORMER
    modal = next((c.lower_ for c in children if c.dep_ == "aux" and c.tag_ == "MD"), "")
    if negated(verb):
        return Status.POSSIBLE if modal in words("modal", "open") else Status.DENIED
    if lemma(verb) == "stop" and any(c.lower_ == "short" for c in children):
        return Status.DENIED  # "stopped short of sanctions on Acme"
    if modal in {"would", "'d"} and any(c.lower_ == "have" and c.dep_ == "aux" for c in children):
        return Status.DENIED  # "would have joined the board": it did not come to that
    if verb.i > 1 and verb.nbor(-1).lower_ == "but" and verb.nbor(-2).lower_ == "all":
        return Status.POSSIBLE
    adverbs = {c.lower_ for c in children if c.dep_ in {"advmod", "npadvmod", "acomp"}}
    if adverbs & words("adverb", "alleged"):
        return Status.ALLEGED
    if any(c.dep_ == "nsubj" and lemma(c) in words("noun", "rumour") for c in children):
        return Status.ALLEGED  # "rumour has long made him a shareholder"
    if lemma(verb) in _CALLS and any(c.dep_ == "nsubj" and _are_unnamed(c) for c in children):
        return Status.ALLEGED  # "some newspapers name her as its owner"
    if verb.tag_ == "VBG" and {"had", "has", "have"} & {c.lower_ for c in children if _helps(c)}:
        return Status.ALLEGED  # "whom the papers had joining Acme"
    if shows_a_fake(verb):
        return Status.DENIED
    if adverbs & words("adverb", "wrong") and lemma(verb) in words("governor", "convicts"):
        return Status.ALLEGED
    if adverbs & words("adverb", "possible") or modal in words("modal", "possible"):
        return Status.POSSIBLE
    if any(c.dep_ == "aux" and lemma(c) in words("governor", "wishes") for c in children):
        return Status.POSSIBLE  # "whom the party wants blacklisted"
    if any(
        c.dep_ == "aux" and c.lower_ in {"had", "should", "were"} and _leads(c, verb)
        for c in children
    ):
        return Status.POSSIBLE  # "Had Huawei bought it, ..."
    ahead = modal in words("modal", "planned") or _is_to(verb) or _is_under_way(verb)
    if ahead and any(c.dep_ == "advcl" and _has_unless(c) for c in children):
        return Status.POSSIBLE
    return Status.PLANNED if ahead else Status.ASSERTED


def _are_unnamed(tellers: Token) -> bool:
    return tellers.tag_ == "NNS" and any(
        lemma(tellers) in words("unnamed", name) for name in ("nouns", "papers")
    )


def _helps(word: Token) -> bool:
    """Say whether it is the only helper of its verb, or the first by far: no "had been joining"."""
    return word.dep_ == "aux" and all(c.lower_ != "been" for c in word.head.children)


def shows_a_fake(verb: Token) -> bool:
    """Say whether it tells what a made-up thing has: "a doctored picture shows him meeting her"."""
    shows = lemma(verb) in words("unnamed", "shows")
    return shows and any(c.dep_ == "nsubj" and is_fake(c) for c in verb.children)


def is_fake(noun: Token) -> bool:
    """Say whether a picture or a text was made up: "a deepfake", "an AI-generated image"."""
    if lemma(noun) in words("unnamed", "fakes"):
        return True
    if any(c.lower_ in words("unnamed", "false") for c in noun.children):
        return True
    made = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN")
    return any(t.lower_ in words("unnamed", "made") for verb in made for t in verb.subtree)


def _has_unless(clause: Token) -> bool:
    return any(c.lower_ == "unless" for c in clause.children)


def _is_to(verb: Token) -> bool:
    """Say whether a sentence has no other verb than "to receive": "President to receive envoy"."""
    return (
        verb.dep_ == "ROOT"
        and is_infinitive(verb)
        and any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i for c in verb.children)
    )


def _is_under_way(verb: Token) -> bool:
    """Say whether a deed that is done at one stroke is on its way: "is buying Beta".

    "She said she was buying Beta" says so of a time gone by.
    """
    if verb.tag_ != "VBG" or _key(verb) not in words("under_way", "planned"):
        return False
    told = verb.dep_ == "ccomp" and says(verb.head) and verb.head.tag_ == "VBD"
    helpers = _ARE | _WERE if told else _ARE
    return any(c.dep_ == "aux" and c.lower_ in helpers for c in verb.children)


def effect(token: Token, head: Token) -> Status:
    """Return what a verb or adjective makes of the clause under it; unknown: possible."""
    key, word = _key(head), lemma(head)
    bare = token.dep_ in {"xcomp", "acomp"}
    if _in_vain(head):
        return Status.DENIED  # "tried in vain to buy"
    yet = any(c.lower_ == "yet" for c in (*head.children, *token.children))
    if word in {"be", "have"} and bare and yet:
        return Status.DENIED  # "has yet to meet"
    if word == "be" and bare and head.tag_ == "VBD" and _perfect(token):
        return Status.DENIED  # "was to have become": it came to nothing
    if word == "be" and bare:
        return Status.PLANNED if is_infinitive(token) else Status.ASSERTED
    if (
        (word == "be" and _is_cleft(token, head))
        or holds(token, head)
        or (word == "let" and lemma(token) == "know")
    ):
        return Status.ASSERTED  # "it was there that", "the court held that", "let it be known"
    if word == "use" and any(c.dep_ == "dobj" for c in head.children):
        return Status.ASSERTED  # "used the firm to buy": not "used to buy"
    if word == "mean" and bare and is_infinitive(token):
        return Status.POSSIBLE if is_passive(head) else Status.PLANNED
    if word == "go" and head.tag_ == "VBG" and bare:
        return Status.PLANNED
    if says(head):
        hearsay = (bare and word not in _OWNS_UP) or (is_passive(head) and word in _HEARD)
        return Status.ALLEGED if hearsay else Status.ASSERTED
    if token.dep_ == "ccomp" and any(c.lower_ in {"whether", "if"} for c in token.children):
        return Status.POSSIBLE
    if word == "ask" and token.dep_ == "ccomp" and token.left_edge.lower_ in {"why", "how"}:
        return Status.ASSERTED  # "asked why she had bought it"
    if token.dep_ == "ccomp" and word in words("governor", "guesses") and negated(token):
        return Status.ASSERTED  # "suggested that it would not buy": it is as they say
    for name, status in _EFFECTS if bare else _EFFECTS[:-1]:
        listed = words("governor", name)
        if key in listed or word in listed:
            return Status.DENIED if status is Status.PLANNED and _had_been(head) else status
    return Status.POSSIBLE


def _had_been(word: Token) -> bool:
    """Say whether it was to be, and did not come to be: "had been due to meet"."""
    verb = word.head if word.dep_ == "acomp" else word
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return "had" in helpers and (verb.lower_ == "been" or "been" in helpers)


def holds(token: Token, head: Token) -> bool:
    """Say whether a verb tells what one holds to be so: "the court held that"."""
    return lemma(head) == "hold" and token.dep_ == "ccomp" and has_that(token)


def _in_vain(verb: Token) -> bool:
    """Say whether what is tried does not come off: "tried in vain", "sought without success"."""
    for child in verb.children:
        told = _VAIN.get(child.lower_)
        if told is not None and any(o.lower_ == told for o in child.children):
            return True
        if child.lower_ in words("adverb", "vain"):
            return True
    return False


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


def has_that(token: Token) -> bool:
    """Say whether "that" begins the verb's clause."""
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in token.children)


def begins_with_that(clause: Token) -> bool:
    """Say whether a clause is the subject: "That she had met him, as one had it, was not shown"."""
    return has_that(clause) and clause.left_edge.i == clause.sent.start


def has_subject(verb: Token) -> bool:
    """Say whether a verb has a subject of its own."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def governs(verb: Token) -> bool:
    """Say whether it is known what a verb makes of a clause under it."""
    said = {_key(verb), lemma(verb)}
    return lemma(verb) == "be" or any(said & listed for listed in _load()["governor"].values())


def turn(verb: Token) -> Status:
    """Return what a verb makes of a thing it has for an object: "is exploring an alliance"."""
    said = {_key(verb), lemma(verb)}
    if _key(verb) == "set_up":
        return Status.ASSERTED  # but "is set to"
    if lemma(verb) == "be":  # "a lawsuit against Acme is conceivable"
        said |= {lemma(c) for c in verb.children if c.dep_ == "acomp"}
    if words("governor", "feigned") & {f"{lemma(verb)}_{c.lower_}" for c in verb.children}:
        return Status.DENIED  # "posed as an adviser to Europol"
    for name, status in _EFFECTS[:_WEAKENING]:
        if said & words("governor", name):
            return status
    return Status.ASSERTED


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
    word = lemma(noun)
    if any(c.lower_ in words("noun", "vain") for c in noun.children):
        return Status.DENIED  # "a failed attempt to buy"
    for name, status in (
        ("planned", Status.PLANNED),
        ("alleged", Status.ALLEGED),
        ("denied", Status.DENIED),
        ("says", Status.ASSERTED),
        ("factual", Status.ASSERTED),
    ):
        if word in words("noun", name):
            return status
    return Status.POSSIBLE


def has_clause(noun: Token) -> bool:
    """Say whether the noun has a clause for what it is about: "the report that"."""
    return any(lemma(noun) in words("noun", n) for n in ("planned", "alleged", "denied"))


def is_talk(noun: Token) -> bool:
    """Say whether it is but said: "there was talk that he had"; "talks" are held."""
    return lemma(noun) == "talk" and noun.tag_ == "NN"


def is_hope(verb: Token) -> bool:
    """Say whether the verb's object is but wished, feared or made up."""
    return any(_key(verb) in words("governor", n) for n in ("possible", "alleged", "doubted"))


def says(head: Token) -> bool:
    """Say whether a verb only tells what is so."""
    if head.pos_ not in VERBAL or lemma(head) not in _sayings():
        return False
    return _key(head) in words("governor", "says")


@cache
def _sayings() -> frozenset[str]:
    """Return the verbs that say, their particles aside."""
    return frozenset(key.partition("_")[0] for key in words("governor", "says"))


def owned(verb: Token) -> bool:
    """Say whether the verb tells what one would rather not have done."""
    return lemma(verb) in _OWNS_UP or _key(verb) == "own_up"


def is_none(token: Token) -> bool:
    """Say whether a noun means that there is no such thing, or hardly any: "few bankers"."""
    if token.lower_ in {"nobody", "none", "nothing", "neither"}:
        return True
    first = token if token.lower_ == "few" else None
    few = next((c for c in token.children if c.lower_ == "few" and c.dep_ == "amod"), first)
    if few is not None and not {"a", "the"} & {c.lower_ for c in (*few.children, *token.children)}:
        return True
    if token.lower_ in {"anyone", "anybody"} and any(c.lower_ in _HARDLY for c in token.children):
        return True
    if any(c.lower_ == "not" and c.i and c.nbor().lower_ == "one" for c in token.lefts):
        return True  # "has not one share"
    return any(
        c.lower_ in {"no", "neither"} and c.dep_ in {"det", "neg", "preconj", "cc"}
        for c in token.children
    )


def is_infinitive(token: Token) -> bool:
    """Say whether "to" stands before the verb; it is none of "to which she belongs"."""
    return any(c.lower_ == "to" and c.tag_ == "TO" and c.dep_ != "prep" for c in token.children)


def _is_never(noun: Token) -> bool:
    """Say whether it is "no time" of "at no time", "nothing" of "charged her with nothing"."""
    if noun.dep_ != "pobj":
        return False
    return noun.lower_ in {"nothing", "nobody"} or (
        is_none(noun) and lemma(noun) in words("adverb", "never")
    )


def _no_more(more: Token) -> bool:
    """Say whether a thing is as untrue as another: "no more founded it than he founded Rome"."""
    after = more.doc[more.i + 1 : more.sent.end]
    return more.nbor(-1).lower_ == "no" and any(t.lower_ == "than" for t in after)


def _perfect(verb: Token) -> bool:
    return is_infinitive(verb) and any(c.lower_ == "have" for c in verb.children)


def _leads(aux: Token, verb: Token) -> bool:
    subjects = (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})
    return any(aux.i < c.left_edge.i and not c.lower_.endswith("self") for c in subjects)


def _key(token: Token) -> str:
    second = particle(token)
    return f"{lemma(token)}_{second}" if second else lemma(token)


@cache
def words(part: str, name: str) -> frozenset[str]:
    """Return the words of one list of status.toml."""
    return _load()[part].get(name, frozenset())


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


_WEAKENING = 5
"""The first of them make a claim less than a fact."""


@cache
def _load() -> dict[str, dict[str, frozenset[str]]]:
    return {
        part: {name: frozenset(words.split()) for name, words in row.items()}
        for part, row in table("status").items()
    }
