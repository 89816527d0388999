"""What the parse tells of a verb by itself: its voice, its particle, its "that", its subject."""

from collections.abc import Set
from types import MappingProxyType

from spacy.tokens import Token

from kgbuild.extract.text.tagsets import SUBJECTS

VERBAL = frozenset({"VERB", "AUX"})
FULL = frozenset({"VERB"})
"""The verbs but "be" and the helpers."""
PARTICIPLES = MappingProxyType(
    {
        "married": "marry",
        "based": "base",
        "headquartered": "headquarter",
        "located": "locate",
        "situated": "situate",
        "born": "bear",
        "allied": "ally",
    }
)
"""What the tagger takes for adjectives, and their verbs."""
_PARTICLES = frozenset("apart aside away down off out over through up".split())
_ENDS = frozenset({"dead", "private"})
"""What something is made: "shot dead", "took Acme private"."""


def verb_above(token: Token, kinds: Set[str] = VERBAL) -> Token | None:
    """Return the nearest verb that a word hangs on: "met" of "met the head of Acme"."""
    return next((t for t in token.ancestors if t.pos_ in kinds), None)


def is_passive(verb: Token) -> bool:
    """Say whether the verb stands in the passive voice."""
    return any(c.dep_ == "auxpass" for c in verb.children)


def is_infinitive(token: Token) -> bool:
    """Say whether "to" stands before the verb; it is none of "to which she belongs"."""
    return any(c.lower_ == "to" and c.tag_ == "TO" and c.dep_ != "prep" for c in token.children)


def is_participle(token: Token) -> bool:
    """Say whether the tagger took a participle for an adjective: "is married to"."""
    return token.dep_ == "acomp" and token.pos_ == "ADJ" and token.lower_ in PARTICIPLES


def is_told_of(verb: Token) -> bool:
    """Say whether "is" says it of its subject: "is majority-owned by"."""
    return verb.dep_ == "acomp" and verb.tag_ == "VBN"


def has_subject(verb: Token) -> bool:
    """Say whether a verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def has_that(token: Token) -> bool:
    """Say whether "that" begins the verb's clause."""
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in token.children)


def begins_with_that(clause: Token) -> bool:
    """Say whether a clause is the subject: "That she had met him, as one had it, was not shown"."""
    return has_that(clause) and clause.left_edge.i == clause.sent.start


def particle(verb: Token) -> str:
    """Return the second word of a verb in two, or nothing: "over" of "took over"."""
    found = ""
    for child in verb.children:
        if _is_particle(child, verb):
            return child.lower_
        if child.lower_ == "to" and any(o.lower_ == "death" for o in child.children):
            found = "to death"
    return found


def _is_particle(child: Token, verb: Token) -> bool:
    if child.dep_ == "prt" or (child.lower_ in _ENDS and child.dep_ in {"oprd", "acomp"}):
        return True
    if child.i != verb.i + 1 or child.lower_ not in _PARTICLES:
        return False
    alone = child.dep_ == "prep" and not any(child.children)  # "fell through in May"
    return alone or child.dep_ == "advmod"
