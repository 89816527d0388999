"""Whether words mean a time: "in May", "formerly owned by", "now at Beta"."""

from spacy.tokens import Token

from kgbuild.extract.text import dates
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in

ONCE = frozenset({"once", "formerly", "previously"})
_TIMES = frozenset("basis day month spring summer autumn fall week winter year".split()) | {
    *dates.DAYS,
    *dates.MONTHS,
}


def is_time(noun: Token) -> bool:
    """Say whether a noun means a time: "in May", "since last summer"."""
    said = noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text
    named = noun.lower_ in _TIMES or lemma(noun) in _TIMES
    return named or noun.tag_ == "CD" or any(dates.find(said, None))


def is_bygone(verb: Token) -> bool:
    """Say whether it was so "once": "formerly owned by her", "then run by her"."""
    if verb.dep_ == "acl" and verb.i > 2:
        before = text_in(verb.doc, verb.i - 3, verb.i).lower()
        if before == "at the time" or before.endswith(" then"):
            return True  # even a participle that is taken for a verb in the present, "run"
    once = any(c.lower_ in ONCE and c.dep_ == "advmod" for c in verb.children)
    return once and verb.tag_ in {"VBD", "VBN"}


def is_now(body: Token) -> bool:
    """Say whether it is told of as today's: "a former Acme analyst now at Beta"."""
    return body.dep_ == "pobj" and body.head.i > 0 and body.head.nbor(-1).lower_ == "now"
