"""Who has shares of a firm that is not named there: "keeps a third of the shares", "owns 40%"."""

from spacy.tokens import Doc, Token

from kgbuild.extract.references.holding import Holding
from kgbuild.extract.relations.stakes import OTHERS
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import words_of
from kgbuild.extract.text.tagsets import BEFORE_NOUN, SUBJECTS
from kgbuild.extract.text.times import is_time
from kgbuild.extract.text.vocabulary import FRACTIONS, PERCENT

_PARTS = PERCENT | FRACTIONS | frozenset("fifths majority quarters tenths thirds".split())
_STAKES = frozenset("stake shareholding share shares".split())
_STOCK = frozenset("capital equity share stock".split())
_OWNS = frozenset("control have hold keep own retain".split())
_OF_OWNERS = frozenset(
    """capital holder holders investor investors owned owner owners share shareholder shareholders
    shares stake stakes stock""".split()
)
_LIES = frozenset("be lie rest stay".split())
PARTS = _PARTS | _STAKES
"""Words that may be a part of a firm."""


def share(part: Token) -> Holding | None:
    """Return who has a part of what is not named: "keeps a third of the shares", "owns 40%"."""
    if _is_of_other(part):
        return None
    if part.dep_ == "pobj":
        return _with(part)
    said = clause(part.head)
    if part.dep_ in SUBJECTS:
        return _belongs(part, said)
    if part.dep_ != "dobj" or said.key not in _OWNS:
        return None
    if any(word in {"in", "of"} and not is_time(o) for word, o in said.prepositions()):
        return None  # "in which it holds 40%", "holds a stake in Acme"
    return Holding("OWNS", said) if said.key in {"hold", "own"} or _is_of_owners(part.doc) else None


def _is_of_owners(doc: Doc) -> bool:
    return not _OF_OWNERS.isdisjoint(words_of(doc))


def _with(part: Token) -> Holding | None:
    """Return who has it by the way: "The Orr Fund, with 9 per cent, is against it"."""
    doc, with_ = part.doc, part.head
    parted = with_.i > 1 and doc[with_.i - 1].text == ","
    behind = doc[part.right_edge.i + 1 : part.right_edge.i + 2]
    if with_.lower_ != "with" or not parted or not all(t.is_punct for t in behind):
        return None
    return Holding("OWNS", clause(part), owners=(doc[with_.i - 2],)) if _is_of_owners(doc) else None


def _belongs(part: Token, said: Clause) -> Holding | None:
    """Return whose a part of the shares is: "a third of the shares belong to the Orr Fund"."""
    of = (o for c in part.children if c.lower_ == "of" for o in c.children)
    if not any(lemma(o) in _STOCK for o in of):
        return None
    if said.key in {"hold", "own"} and said.subjects.passive:
        return Holding("OWNS", said, owners=said.doers)
    if said.key == "belong":
        return Holding("OWNS", said, owners=said.after("to", (), deep=False))
    if said.key not in _LIES:
        return None
    hands = tuple(h for h in said.after("in", (), deep=False) if h.lower_ == "hands")
    owners = said.after("with", (), deep=False) or said.after("of", hands, deep=False)
    return Holding("OWNS", said, owners=owners)


def _is_of_other(part: Token) -> bool:
    """Say whether it is a part of something else, or no part: "41% of the market", "its shares"."""
    if any(t.lower_ in OTHERS for t in part.lefts):
        return True  # "Acme owns 60 per cent of Beta. Gamma has the other 40 per cent"
    whole = part.lower_ in _STAKES
    if whole and not any(t.lower_ in _PARTS or t.like_num for t in part.lefts):
        return True
    behind = [o for c in part.children if c.dep_ == "prep" for o in c.children if not is_time(o)]
    return any(lemma(o) not in _STOCK or _has_owner(o) for o in behind)


def _has_owner(noun: Token) -> bool:
    return any(c.dep_ in {*BEFORE_NOUN, "poss"} for c in noun.lefts)
