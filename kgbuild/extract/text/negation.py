"""Whether a verb, or a noun, is negated: "did not meet", "nor is he", "at no time", "no plan"."""

from spacy.tokens import Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import vocabulary
from kgbuild.extract.text.status_words import words
from kgbuild.extract.text.tagsets import SUBJECTS

_NOR = frozenset({"nor", "neither"})
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_ARGUMENTS = SUBJECTS | {"dobj", "attr"}
_NONE = frozenset("anybody anyone few neither no nobody none not nothing".split())
"""Without one of these no noun of a paragraph means that there is no such thing."""


def negated(token: Token) -> bool:
    """Say whether a verb is negated, or its subject or object is "no one", "no plan"."""
    return _after_nor(token) or any(_negates(child, token) for child in token.children)


def _negates(child: Token, token: Token) -> bool:
    dep, word = child.dep_, child.lower_
    if dep == "aux" and child.i + 2 < token.i and child.nbor().lower_ in {"not", "n't"}:
        return True  # "had not, as the station reported, met him", however it is parsed
    if dep == "prep" and any(_is_never(o) for o in child.children):
        return True
    if word == "more" and _no_more(child):
        return True
    if dep == "neg" or word in words("adverb", "denied"):
        doc = token.doc
        return child.i + 1 >= len(doc) or doc[child.i + 1].lower_ != "only"
    return dep in _ARGUMENTS and is_none(child)


def _after_nor(token: Token) -> bool:
    """Say whether "nor" joins the verb to one before it: "nor did it arrest him", "nor is he"."""
    if _NOR.isdisjoint(vocabulary(token.doc)):
        return False
    return _begins_with_nor(token) or _has_nor_before_helper(token) or _is_joined_by_nor(token)


def _begins_with_nor(verb: Token) -> bool:
    """Say whether it is the sentence's first word: "Nor did she meet him"."""
    first = verb.sent[0]
    return (
        first.lower_ == "nor"
        and first.head == verb
        and any(
            c.dep_ in SUBJECTS and (verb.i < c.i or verb.nbor(-1) == first) for c in verb.children
        )
    )


def _has_nor_before_helper(verb: Token) -> bool:
    """Say whether it stands before a helper: "nor did he", "nor, as was reported, did he"."""
    if any(c.dep_ == "aux" and c.i and c.nbor(-1).lower_ == "nor" for c in verb.children):
        return True
    before = verb.doc[verb.sent.start : verb.i]
    inverted = any(c.dep_ == "aux" and _is_inverted(c, verb) for c in verb.lefts)
    return inverted and any(t.lower_ in _NOR and t.nbor().text == "," for t in before)


def _is_inverted(helper: Token, verb: Token) -> bool:
    """Say whether a subject stands behind the helper: "did he meet her"."""
    subjects = (c for c in verb.lefts if c.dep_ in SUBJECTS)
    return any(c.left_edge.i == helper.i + 1 for c in subjects)


def _is_joined_by_nor(verb: Token) -> bool:
    if verb.dep_ != "conj":
        return False
    start = verb.left_edge.i
    near = verb.doc[max(verb.sent.start, start - 1) : min(verb.i, start + 1)]
    return any(t.lower_ in _NOR for t in near)


def is_none(token: Token) -> bool:
    """Say whether a noun means that there is no such thing, or hardly any: "few bankers"."""
    if _NONE.isdisjoint(vocabulary(token.doc)):
        return False
    if token.lower_ in {"nobody", "none", "nothing", "neither"} or _are_few(token):
        return True
    if token.lower_ in {"anyone", "anybody"} and any(c.lower_ in _HARDLY for c in token.children):
        return True
    if any(c.lower_ == "not" and c.i and c.nbor().lower_ == "one" for c in token.lefts):
        return True  # "has not one share"
    return any(
        c.lower_ in {"no", "neither"} and c.dep_ in {"det", "neg", "preconj", "cc"}
        for c in token.children
    )


def _are_few(noun: Token) -> bool:
    """Say whether hardly any are meant: "few bankers", but not "a few bankers"."""
    first = noun if noun.lower_ == "few" else None
    few = next((c for c in noun.children if c.lower_ == "few" and c.dep_ == "amod"), first)
    if few is None:
        return False
    return {"a", "the"}.isdisjoint(c.lower_ for c in (*few.children, *noun.children))


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
