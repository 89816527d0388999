"""Whether what the present tense tells is yet to come: "meets Hall on Monday"."""

from spacy.tokens import Span, Token

from kgbuild.extract.text import dating
from kgbuild.extract.text.facts import LASTING, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import APPOINTS

_MOVES = frozenset("fly travel leave go head sail arrive return depart meet visit receive".split())
"""What one does "today", told in the present tense, is yet to be done."""
_SETS_OUT = frozenset("come fly go head sail travel".split())
"""Who went there is told in the past tense: of 57 told in the present, 55 are yet to go."""
_NEXT = frozenset({"new", "next", "coming"})
_TIMES = frozenset(
    """year years month months week weeks days season summer autumn spring winter term quarter
    decade""".split()
)
"""With "in" or "from": "in the new year"; with "at the end of": "of the season"."""
_MOVES_HOME = frozenset({"move", "relocate", "retire"})
_BEGINS = frozenset(
    "become join take assume succeed move replace start return switch leave".split()
)


def is_to_come(fact: Fact, scene: Scene, published: str | None) -> bool:
    """Say whether it begins on a day to come: "meets Hall on Monday", "named Hall from May 1"."""
    verb = fact.verb
    if verb is None:
        return False
    if fact.relation == "ACQUIRED" and _is_being_sold(verb):
        return True
    if fact.relation in LASTING and lemma(verb) in APPOINTS:
        starts = (c for c in verb.children if c.dep_ == "xcomp")  # "to succeed Poe on May 1"
        return dating.starts_later(scene.span, published) or any(
            dating.to_come(start, scene.span, published) for start in starts
        )
    if verb.tag_ == "VBG" and any(map(_is_next, verb.children)):
        return True  # "said that she was taking them to court next week"
    if verb.tag_ not in {"VBZ", "VBP"}:
        return False
    if lemma(verb) == "be" and any(c.lower_ == "off" for c in verb.children):
        return True  # "is off to Celtic"
    if fact.relation == "LIVES_IN" and lemma(verb) in _MOVES_HOME:
        return True  # "moves to Lima after the season"
    if fact.relation in LASTING and lemma(verb) not in _BEGINS:
        starts = (c for c in verb.children if c.lower_ == "from")  # "from January he rides for"
        return any(_is_next(c) or dating.starts_later(_phrase(c), published) for c in starts)
    if any(map(_is_next, verb.children)):
        return True
    if lemma(verb) in _BEGINS and any(map(_waits_for, verb.children)):
        return True
    travels = fact.relation == "VISITED" and lemma(verb) in _MOVES
    if travels and any(c.lower_ == "on" and c.dep_ in {"advmod", "prt"} for c in verb.children):
        return True  # "flies on to Oulu"
    sets_out = fact.relation == "VISITED" and lemma(verb) in _SETS_OUT
    if sets_out and dating.near(verb, scene.span, published) is None:
        return True  # "flies to Oulu to see her"
    anywhere = travels or lemma(verb) == "become"
    return dating.to_come(verb, scene.span, published, anywhere=anywhere)


def _is_being_sold(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return lemma(verb) == "sell" and "being" in helpers and not helpers.isdisjoint({"is", "are"})


def _phrase(word: Token) -> Span:
    return word.doc[word.left_edge.i : word.right_edge.i + 1]


def _is_next(time: Token) -> bool:
    """Say whether it is a time to come, whenever that is: "flies to Beijing next month"."""
    if time.lower_ in {"tomorrow", "tonight"}:
        return True
    if time.lower_ == "today" and lemma(time.head) in _MOVES:
        return True
    nouns = [c for c in time.children if c.dep_ == "pobj"]
    if time.lower_ == "at":
        of = (c for noun in nouns if noun.lower_ == "end" for c in noun.children)
        return any(t.lower_ in _TIMES for prep in of for t in prep.children)
    if time.lower_ in {"in", "from"}:
        new = (c for noun in nouns if noun.lower_ in _TIMES for c in noun.children)
        return any(c.lower_ in _NEXT for c in new)
    return time.dep_ == "npadvmod" and any(c.lower_ == "next" for c in time.children)


def _waits_for(clause: Token) -> bool:
    """Say whether it tells what comes first: "takes the chair when Poe retires"."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
    ahead = clause.dep_ == "advcl" and clause.tag_ in {"VBZ", "VBP"}
    return ahead and bool(marks & {"when", "once"})
