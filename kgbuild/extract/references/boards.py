"""Who gets on "the board" of a firm that is not named there, or off it: "left the board"."""

from spacy.tokens import Token

from kgbuild.extract.references.holding import SITS, Holding
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.text.vocabulary import LEADS

_OF_FIRMS = frozenset("executive management supervisory".split())
_JOINS, _LEAVES = frozenset({"join"}), frozenset({"leave", "quit"})
_SEATS = frozenset({"seat", "place"})
_TAKES = frozenset("fill gain get have hold keep occupy take win".split())
_LOSES = frozenset({"give up", "lose", "vacate"})
_GOES = frozenset({"resign", "retire", "stand down", "step down", "withdraw"})
_ELECTS = frozenset("add appoint co-opt elect name re-elect reelect".split())
_REMOVES = frozenset("dismiss drop oust remove vote".split())
_CHAIRS = LEADS - {"direct", "run"}
"""Who runs "the board" may run an authority."""


def seat(board: Token) -> Holding | None:
    """Return who gets on "the board" or off it: "took a seat on the board", "left the board"."""
    if not _is_of_firm(board):
        return None
    chaired = next((c for c in board.rights if c.dep_ == "acl" and lemma(c) in _CHAIRS), None)
    if chaired is not None:
        return Holding("LEADS", clause(chaired))
    if board.dep_ == "dobj":
        return _joined(board)
    return _sat_on(board) if board.dep_ == "pobj" else None


def _is_of_firm(board: Token) -> bool:
    """Say whether it is "the board" or "the supervisory board", but not "the parole board"."""
    beside = list(board.children)
    if not any(c.lower_ == "the" for c in beside) or any(c.lower_ == "of" for c in beside):
        return False
    return all(c.dep_ not in BEFORE_NOUN or c.lower_ in _OF_FIRMS for c in beside)


def _joined(board: Token) -> Holding | None:
    """Return who is told to join, to leave or to lead it."""
    said = clause(board.head)
    if said.key in _CHAIRS and said.verb.tag_ != "VB":  # "will chair it": of what two found
        return Holding("LEADS", said)
    joins, leaves = said.key in _JOINS, said.key in _LEAVES
    return Holding("WORKS_FOR", said, ends=leaves) if joins or leaves else None


def _sat_on(board: Token) -> Holding | None:
    """Return who is told to sit on it: "serves on the board", "was voted off the board"."""
    word, above = board.head.lower_, board.head.head
    if above.lower_ in _SEATS and above.dep_ == "dobj":
        above = above.head
    if above.pos_ != "VERB":
        return None
    said = clause(above)
    if any(t.lower_ in _SEATS for t in said.targets):
        takes, loses = said.key in _TAKES, said.key in _LOSES
        return Holding("WORKS_FOR", said, ends=loses) if takes or loses else None
    if word in {"on", "from"} and said.key in (SITS if word == "on" else _GOES):
        return Holding("WORKS_FOR", said, ends=word == "from")
    if word in {"to", "onto"} and said.key in _ELECTS:
        return Holding("WORKS_FOR", said, suffers=True)
    if word in {"from", "off"} and lemma(above) in _REMOVES:
        return Holding("WORKS_FOR", said, ends=True, suffers=True)
    return None
