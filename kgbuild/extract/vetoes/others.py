"""What a sentence says of somebody else than the learned model ties: another does it, or is it.

The table of guards is below: one a line, the relations that it speaks of and what it asks.
"""

from collections.abc import Callable, Sequence, Set
from functools import cache

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.references import kin
from kgbuild.extract.text.facts import LASTING, OFFICES, OWNED, SEATS
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import CALLS
from kgbuild.extract.vetoes import doers, kinship, members, stays, tellings

_OF_THIRDS = frozenset(
    "FOUNDED INVESTED_IN LISTED_ON MET_WITH SANCTIONED SPOKE_TO SUPPLIES SUPPORTED".split()
)
_DEEDS = frozenset(
    """ARRESTED CHARGED CRITICIZED KILLED MET_WITH SANCTIONED SPOKE_TO SUED SUPPORTED
    VISITED""".split()
)
_STATES = frozenset("BORN_IN DIED_IN EDUCATED_AT LIVES_IN MEMBER_OF PLAYS_FOR WORKS_FOR".split())
_HELD = LASTING | {"FOUNDED"}
_BODILY = OFFICES | {"FOUNDED", "OWNS"}
_OF_FIRMS = OWNED | {"OPERATES_IN", "SUBSIDIARY_OF"}
Question = Callable[[Scene, Score, Sequence[Token]], bool]


def is_of_another(scene: Scene, score: Score, path: Sequence[Token]) -> bool:
    """Say whether a tie that the model holds for likely is told of another by the words."""
    return any(asks(scene, score, path) for asks in _questions(score.relation))


@cache
def _questions(relation: str) -> tuple[Question, ...]:
    return tuple(asks for of, asks in _GUARDS if of is None or relation in of)


def _tie(asks: Callable[[Scene, Anchor, str, Anchor], bool]) -> Question:
    """Ask it of the two ends and the relation."""
    return lambda scene, score, _: asks(scene, score.subject, score.relation, score.object)


def _tie_reversed(asks: Callable[[Scene, Anchor, str, Anchor], bool]) -> Question:
    return lambda scene, score, _: asks(scene, score.object, score.relation, score.subject)


def _ends(asks: Callable[[Scene, Anchor, Anchor], bool]) -> Question:
    return lambda scene, score, _: asks(scene, score.subject, score.object)


def _ends_reversed(asks: Callable[[Scene, Anchor, Anchor], bool]) -> Question:
    return lambda scene, score, _: asks(scene, score.object, score.subject)


def _roots(asks: Callable[[Token, Token], bool]) -> Question:
    """Ask it of the head words of the two ends, without the sentence."""
    return lambda _, score, __: asks(score.subject.span.root, score.object.span.root)


def _object(asks: Callable[[Token], bool]) -> Question:
    return lambda _, score, __: asks(score.object.span.root)


def _is_founded_by_another(scene: Scene, score: Score, _: Sequence[Token]) -> bool:
    ends = score.subject, score.relation, score.object
    return score.subject.span.root.dep_ == "nsubj" and doers.is_done_by_another(scene, *ends)


def _is_made_by_another(scene: Scene, score: Score, _: Sequence[Token]) -> bool:
    return tellings.is_made_by(scene, score.subject.span.root, score.object)


def _is_beside_holder(scene: Scene, score: Score, path: Sequence[Token]) -> bool:
    return tellings.is_beside_holder(scene, score.subject, score.object.span.root, path)


_GUARDS: tuple[tuple[Set[str] | None, Question], ...] = (
    (kin.RELATIONS, _tie(kin.is_anothers)),
    (_OF_THIRDS, tellings.is_of_third),
    ({"SPOKE_TO"}, _roots(tellings.is_told_to_others)),
    ({"SPOKE_TO"}, _object(tellings.is_told_by_unnamed)),
    (_DEEDS, lambda _, score, __: doers.is_but_whose(score.subject, score.object)),
    (_DEEDS, lambda _, score, __: doers.is_but_whose(score.object, score.subject)),
    (_DEEDS, _tie(doers.is_done_by_another)),
    ({"FOUNDED"}, _is_founded_by_another),
    ({"MET_WITH"}, lambda scene, *_: not CALLS.isdisjoint(scene.lemmas)),  # "held a video meeting"
    ({"MET_WITH"}, _tie_reversed(doers.is_done_by_another)),
    (None, _ends(kinship.is_of_families)),
    (None, _ends(kinship.is_of_whose_kin)),
    ({"WORKS_FOR"}, _object(kinship.is_of_kin_of_worker)),
    ({"WORKS_FOR"}, _roots(tellings.is_beside_doer)),
    ({"MEMBER_OF"}, _object(members.is_sought)),
    (members.CALLED.keys(), _tie(members.are_others_called)),
    ({"MEMBER_OF"}, _roots(members.is_of_officials)),
    ({"MEMBER_OF"}, _ends(members.is_of_which)),
    ({"MEMBER_OF", "WORKS_FOR"}, _ends(members.is_of_unnamed)),
    ({"CITIZEN_OF"}, _ends(members.is_citizen_beside)),
    (SEATS, _ends(members.are_based_there)),
    ({"VISITED", "EDUCATED_AT"}, _roots(stays.sends)),
    ({"BORN_IN"}, _ends(stays.is_of_described)),
    ({"DIED_IN"}, _roots(stays.kills)),
    ({"DIED_IN"}, _ends(stays.died_elsewhere)),
    (_STATES, lambda scene, score, _: doers.is_so_of_another(scene, score)),
    (_BODILY, _ends(tellings.is_of_its_own)),
    (_BODILY, _ends(tellings.is_in_what_is_told)),
    (_BODILY, _ends(tellings.is_whose_of_next)),
    (_BODILY, _is_made_by_another),
    ({"LEADS"}, _ends(tellings.is_of_state_dealt_with)),
    (_STATES | _HELD | {"CITIZEN_OF"}, _ends(tellings.is_told_of_who)),
    (_OF_FIRMS, _ends(tellings.is_told_of_which)),
    (_OF_FIRMS, _ends_reversed(tellings.is_told_of_which)),
    (_HELD, _is_beside_holder),
    (OFFICES, lambda _, score, __: tellings.is_spoken_to(score.object)),
)
