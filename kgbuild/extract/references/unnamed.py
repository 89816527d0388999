"""What is of a body that stands elsewhere: "will join the board", "holds 40% of the shares"."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references import boards, shares
from kgbuild.extract.references.holding import Holding
from kgbuild.extract.references.traits import name_words
from kgbuild.extract.text.lexicon import is_force, is_party, words
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.tagsets import DESCRIBING

SURE = 0.9
"""So many of those that all is about are rightly taken for the body in our items."""
FARTHEST = 2
"""So many sentences back it was told of."""
BOARD = "board"
_IN_TEAMS = frozenset(
    """captain coach defender forward goalkeeper keeper midfielder skipper striker trainer
    winger""".split()
)
_NARROWS = frozenset("acting assistant caretaker head interim left new right star team".split())
_OWNERS = frozenset({"holder", "owner", "shareholder"})
_GREAT = frozenset(
    """biggest controlling dominant individual institutional largest main majority minority outside
    principal second single sole third""".split()
)
_OWN = frozenset("a an former her his its my our their whose".split())
_BEFORE = DESCRIBING | {"JJS", "POS"}
HELD = shares.PARTS | _OWNERS | {BOARD}
"""Words that may be of a body which is not named beside them, or its owner's."""
CUES = HELD | _IN_TEAMS
"""Without one of these in a sentence nothing of it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A board or shares of a body that is asked for, with the number of who has them."""

    holder: int
    of_owners: bool


def asked(token: Token, at: Mapping[int, int]) -> Asked | None:
    """Return the question of which body something is; ``at`` are the known heads by their places.

    It is none if nobody known is told to have it.
    """
    told = holding(token)
    holder = next((at[t.i] for t in told.persons if t.i in at), None) if told else None
    return Asked(holder, token.lower_ != BOARD) if holder is not None else None


def is_of_team(token: Token, names: Mapping[int, Anchor], at: Mapping[int, int]) -> bool:
    """Say whether it is what one of a team is called by, the team aside: "captain Bo Berg".

    ``names`` are the persons' names of the paragraph by each of their tokens.
    """
    if token.lower_ not in _IN_TEAMS:
        return False
    doc, start, end = token.doc, token.i, token.i + 1
    while start and doc[start - 1].lower_ in _NARROWS:
        start -= 1
    before = doc[max(0, start - 1)]
    if start and (before.lower_ in _OWN or before.tag_ in _BEFORE or before.i in at):
        return False
    named = end if text_in(doc, end, end + 1) != "," else end + 1
    parted = named > end and before.lower_ != "the"
    return named in names and not parted


def is_owner(token: Token) -> bool:
    """Say whether it is what an owner of an unnamed body is: "the second-largest shareholder"."""
    doc, start, end = token.doc, token.i, token.i + 1
    if token.lower_ not in _OWNERS or text_in(doc, end, end + 1).lower() in {"of", "in"}:
        return False
    while start and (doc[start - 1].lower_ in _GREAT or doc[start - 1].text == "-"):
        start -= 1
    return 0 < start < token.i and doc[start - 1].lower_ == "the"


def may_be_of(body: Cluster) -> bool:
    """Say whether a body may have a board or owners: no ministry has, nor has a party."""
    state = not words("organization", "government").isdisjoint(name_words(body))
    return not (state or is_force(body.name) or is_party(body.printed))


def holding(token: Token) -> Holding | None:
    """Return who is told to have a board's seat or shares, if the word heads such."""
    if token.lower_ == BOARD:
        return boards.seat(token)
    return shares.share(token) if token.lower_ in shares.PARTS else None
