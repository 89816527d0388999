"""Which names of states are their teams': "won 30 caps for Peru", "the Wales coach".

Such a team is an organisation where it is meant, and the state stays a place beside it: so each
mention is looked at by itself, and no other one of the article has a say in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kgbuild.extract.names import teams
from kgbuild.extract.names.votes import SURE
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.lexicon import is_nation, words
from kgbuild.extract.text.paragraphs import Paragraph, text_in
from kgbuild.extract.text.spans import Name
from kgbuild.model import Type

_COMPETES = frozenset(
    """appearance appearances boxed cap capped caps compete competed competes competing cycled debut
    debuted fenced goal goals internationals played playing plays play raced ran rode rowed sailed
    scored skied starred swam swim swims swum tests wicket wickets wrestled""".split()
)
"""Before "for" and a state."""
_TIMES = frozenset({"once", "twice", "thrice", "times"})
_LEADS = frozenset({"captain", "captaincy", "coach"})
_MEETS = frozenset(
    """against beat beating by captain captained captaining captains coach coached coaches coaching
    face faced facing for meet meeting train trained training with""".split()
)
"""Right before a state, in an article on sport."""
_SELECTED = frozenset({"international", "job", "side", "squad", "team"})
_OF = frozenset({"charge", *_LEADS})
_RULE = frozenset(
    """ambassador authorities cabinet dictator foreign government justice king leader parliament
    premier president prime queen ruler strongman""".split()
)
"""Right behind a state, in an article not on sport."""


def find(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names, those of states where their teams are meant as organisations."""
    sport = teams.is_sport(paragraphs)
    for name in names:
        doc = paragraphs[name.paragraph].doc
        land = name.type in {Type.PLACE, Type.ORGANIZATION} and _has_team(doc, name)
        if land and (_is_told(doc, name) or (sport and _is_playing(doc, name))):
            yield replace(name, type=Type.ORGANIZATION, settled=True)
        elif land and name.type is Type.ORGANIZATION and not sport and _is_land(doc, name):
            yield replace(name, type=Type.PLACE, weight=SURE)
        else:
            yield name


def _has_team(doc: Doc, name: Name) -> bool:
    return is_nation(text_in(doc, name.start, name.end))


def _before(doc: Doc, name: Name, size: int) -> list[str]:
    """Return the words before a name, without its article."""
    end = name.start - (doc[max(0, name.start - 1)].lower_ == "the")
    found = [t.lower_ for t in doc[max(0, end - size) : end]]
    return [""] * (size - len(found)) + found


def _is_told(doc: Doc, name: Name) -> bool:
    """Say whether it is a team whatever the article: "caps for Peru", "capped by", "coach of"."""
    earlier, *_, second, first = _before(doc, name, 4)
    behind = text_in(doc, name.end, name.end + 1)
    if behind == "'s":
        return False
    if first == "for" and (second in _COMPETES or second in words("sport", "players")):
        return True
    if first in {"by", "for"} and (
        second == "capped" or (second in _TIMES and earlier == "capped")
    ):
        return True
    if first == "of" and second in _LEADS:
        return True
    if text_in(doc, name.end, name.end + 2).lower() in {"national team", "national side"}:
        return True
    player = behind == "international" or behind in words("sport", "players")
    return player and name.end + 1 < len(doc) and doc[name.end + 1].is_title


def _is_land(doc: Doc, name: Name) -> bool:
    """Say whether a land is meant where the model sees a body: "ousted Nauru leader Ann Lee"."""
    if not encoder.is_sure(doc, name.start):
        return True
    behind = name.end + (text_in(doc, name.end, name.end + 1) == "'s")
    return text_in(doc, behind, behind + 1) in _RULE


def _is_playing(doc: Doc, name: Name) -> bool:
    """Say whether it stands where in an article on sport a team does."""
    if name.type is Type.ORGANIZATION and encoder.is_sure(doc, name.start):
        return True
    second, first = _before(doc, name, 2)
    behind = text_in(doc, name.end, name.end + 1)
    noun = behind in _SELECTED or behind in words("sport", "players")
    if noun and doc[name.end : name.end + 2][-1].tag_[:2] != "NN":
        return True
    if behind == "'s":
        return False
    met = first in _MEETS or (first == "of" and second in _OF)
    return met or teams.plays(doc, name)
