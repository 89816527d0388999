"""Spans that look like names and are none: posts, ranks, sums of money, honours, links.

The table of guards is below: one a line, with the type that it speaks of, if of one alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

from kgbuild.extract.text.honorifics import HONOURS, is_title
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state, words
from kgbuild.extract.text.paragraphs import text_in, words_of
from kgbuild.extract.text.spans import PARTICLES, is_capital, nicknamed
from kgbuild.extract.text.tagsets import FINITE
from kgbuild.model import Type

_DEGREES = frozenset({"M.D.", "Ph.D.", "PhD", "J.D.", "M.B.A.", "MBA", "R.N.", "D.Phil."})
_MONEY = frozenset("rs re inr usd eur gbp chf rm php".split())  # Rs 672
_MOST = 6  # words of a person's name
_POSTS = frozenset(
    """chairman chairwoman director executive manager minister officer president secretary spokesman
    spokeswoman""".split()
)
_POST_OF_TWO = re.compile(r"(?:(?<!the )High|Special) Representative(?: for |$)")
_STATES = frozenset("state nation country republic kingdom emirate monarchy".split())
_ORDERS = frozenset({"Cross", "Legion", "Medal", "Order"})
_DECORATES = frozenset("award bestow confer decorate invest pin present receive".split())
_RANKING = re.compile(r"(?:[Ww]orld )?[Nn]o\.? ?(?!10\b)\d+")
_NUMBERED = frozenset({"Executive Order", "E.O."})


def is_name(doc: Doc, start: int, end: int, type_: Type) -> bool:
    """Say whether tokens that look like the name of something of a type are one."""
    name = _Candidate(doc, start, end, type_)
    return not any(rules_out(name) for rules_out in _OF_TYPE[type_])


@dataclass(frozen=True)
class _Candidate:
    """Tokens ``start`` to ``end`` of a paragraph that may be a name of a type."""

    doc: Doc
    start: int
    end: int
    type: Type

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens."""
        return tuple(self.doc[self.start : self.end])

    @cached_property
    def said(self) -> str:
        """What it says."""
        return text_in(self.doc, self.start, self.end)


def _is_address(name: _Candidate) -> bool:
    """Say whether it is a link, a handle or a sum: "acme.com", "@annlee", "US$5"."""
    return any(
        (t.like_url and not t.text[0].isupper())
        or t.like_email
        or t.text[0] in "@#"
        or "$" in t.text
        for t in name.tokens
    )


def _is_of_letters(name: _Candidate) -> bool:
    """Say whether it is but letters of honour, or of a degree: "(MBE)", "Ph.D."."""
    bracketed = name.start > 0 and name.doc[name.start - 1].text == "("
    return name.said in _DEGREES or (bracketed and name.said in HONOURS)


def _is_sum(name: _Candidate) -> bool:
    """Say whether it is a sum of money: "Rs 672"."""
    return name.tokens[0].lower_.rstrip(".") in _MONEY and name.tokens[-1].text[0].isdigit()


def _is_of_no_names(name: _Candidate) -> bool:
    """Say whether none of its words is a name: "Monday", "CEO", "English"."""
    return all(t.lower_ in words("none", "names") or t.is_digit for t in name.tokens)


def _is_no_persons(name: _Candidate) -> bool:
    """Say whether it has a figure, or more words than a person's name, a nickname aside."""
    length = len(name.tokens) - len(nicknamed(name.doc, name.start, name.end))
    return length > _MOST or any(c.isdigit() for c in name.said)


def _is_post(name: _Candidate) -> bool:
    """Say whether it is what somebody is: "as Chief Medical Officer", "the King of Jordan"."""
    ends = len(name.tokens) > 1 and name.tokens[-1].lower_ in _POSTS
    return ends or name.tokens[0].lower_ in {"of", "for"} or _is_post_of(name)


def _is_post_of(name: _Candidate) -> bool:
    """Say whether it is a post with its field: "Assistant Secretary of Defense"."""
    said = words_of(name.doc)[name.start : name.end]
    return any(of == "of" and before in _POSTS for before, of in pairwise(said))


def _is_post_for(name: _Candidate) -> bool:
    """Say the same by "for", and of a post of two words: "the Commissioner for Trade"."""
    subjects = name.tokens[0].lower_ in words("person", "subjects_of")
    behind = text_in(name.doc, name.start + 1, min(name.start + 2, name.end))
    return (subjects and behind == "for") or _POST_OF_TWO.search(name.said) is not None


def _is_event(name: _Candidate) -> bool:
    """Say whether its first word is of none: "Hurricane Ida", "Operation Dawn"."""
    return len(name.tokens) > 1 and name.tokens[0].lower_ in words("none", "first")


def _is_title(name: _Candidate) -> bool:
    """Say whether it is but titles: "Prime Minister", "US President"."""
    last = is_title(name.tokens[-1])
    return all(is_title(t) or (last and state(t.text)) for t in name.tokens)


def _is_rank(name: _Candidate) -> bool:
    """Say whether it is a place in a ranking: "the world No. 1". No 10 is a house."""
    ranking = _RANKING.match(text_in(name.doc, name.start, name.end + 2))
    return ranking is not None and len(ranking[0]) >= len(name.said)


def _is_honour(name: _Candidate) -> bool:
    """Say whether it is what one is decorated with: "awarded her the Order of the Lion"."""
    second = name.tokens[1].text if len(name.tokens) > 1 else ""
    if name.tokens[0].text not in _ORDERS or second != "of":
        return False
    root = name.doc[name.start : name.end].root
    above = root.head
    above = above.head if root.dep_ == "pobj" and above.lower_ == "with" else above
    return root.dep_ in {"dobj", "oprd", "pobj"} and lemma(above) in _DECORATES


def _is_adjective(name: _Candidate) -> bool:
    """Say whether it describes a noun: "a Hindu priest", but not "the Hindu reported"."""
    if not all(t.lower_ in words("none", "adjectives") for t in name.tokens):
        return False
    return name.end < len(name.doc) and name.doc[name.end].tag_[:2] in {"NN", "JJ", "HY"}


def _is_region(name: _Candidate) -> bool:
    """Say whether it is an adjective of a state that is not named: "the Baltic nation"."""
    followed = text_in(name.doc, name.end, name.end + 1).lower() in _STATES
    return followed and all(t.lower_ in words("none", "regions") for t in name.tokens)


def _has_verb(name: _Candidate) -> bool:
    """Say whether a finite verb is in it: "Acme said"."""
    return any(t.tag_ in FINITE and t.is_lower and t.text not in PARTICLES for t in name.tokens)


def _is_short(name: _Candidate) -> bool:
    """Say whether it has but one letter; a body's name may have a figure besides: "3M"."""
    body = name.type is Type.ORGANIZATION and len(name.said) > 1
    return not body and sum(c.isalpha() for c in name.said) < 2


_GUARDS: tuple[tuple[Callable[[_Candidate], bool], Type | None], ...] = (
    (lambda name: not any(map(is_capital, name.tokens)), None),
    (_is_address, None),
    (_is_of_letters, None),
    (_is_sum, None),
    (_is_of_no_names, None),
    (_is_no_persons, Type.PERSON),
    (_is_post, Type.PERSON),
    (_is_post_for, None),
    (_is_event, None),
    (_is_rank, None),
    (lambda name: name.said in _NUMBERED, Type.LISTING),  # without its number
    (lambda name: name.said.lower() in words("person", "personal"), Type.PERSON),
    (lambda name: name.tokens[-1].text == "Famer", None),
    (lambda name: any(t.text == "Professor" for t in name.tokens[:-1]), None),
    (_is_honour, None),
    (_is_adjective, None),
    (_is_region, None),
    (_is_title, None),
    (_has_verb, None),
    (_is_short, None),
)
"""What rules a name out, of one type or of all."""
_OF_TYPE = {
    type_: tuple(rules_out for rules_out, only in _GUARDS if only in {None, type_})
    for type_ in Type
}
