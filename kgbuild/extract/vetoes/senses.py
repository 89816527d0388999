"""Ties that the model guesses though the words are of another sense: nobody has said them.

The table of guards is below: one a line, the relations that it speaks of and what it asks.
"""

from collections.abc import Callable, Sequence, Set
from functools import cache

from spacy.tokens import Token

from kgbuild.extract.references import kin
from kgbuild.extract.text.facts import SEATS, TITULAR, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.vetoes import (
    founders,
    kinship,
    orders,
    outsiders,
    penalties,
    schools,
    stays,
    talks,
)

_OTHER_VERBS = {
    "EDUCATED_AT": frozenset({"ordain", "bury"}),
    "HEADQUARTERED_IN": frozenset("aid assist help".split()),
    "KILLED": frozenset({"hire", "lure", "poach", "recruit"}),
    "LISTED_ON": frozenset({"sign", "enact", "issue", "promulgate"}),
    "OPERATES_IN": frozenset("aid assist help return repatriate restitute".split()),
    "SUBSIDIARY_OF": stays.QUOTED,
    "SUPPORTED": frozenset("oppose reject resist rebuff spurn".split()),
}
"""Verbs that tell something else of two."""
_GIVEN = frozenset({"SUPPLIES", "SUPPORTED", "SANCTIONED"})
_APPEALED = frozenset({"CRITICIZED", "SPOKE_TO", "SUPPORTED"})
_HITS = frozenset({"ARRESTED", "CHARGED", "KILLED", "SANCTIONED"})
_BELONGS = frozenset({"EDUCATED_AT", "WORKS_FOR"})
_CLOSE = frozenset("ALLIED_WITH LEADS MEMBER_OF OWNS PARTNERED_WITH SUBSIDIARY_OF".split())
"""Rivals are not tied so, but for other words."""
Question = Callable[[Fact, Sequence[Token]], bool]


def is_of_other_sense(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether the words tell something else: one "opposed by Acme" is not backed by it."""
    return any(asks(fact, path) for asks in _questions(fact.relation))


@cache
def _questions(relation: str) -> tuple[Question, ...]:
    return tuple(asks for of, asks in _GUARDS if of is None or relation in of)


def _has_other_verb(fact: Fact) -> bool:
    return fact.verb is not None and lemma(fact.verb) in _OTHER_VERBS[fact.relation]


def _is_labelled(fact: Fact) -> bool:
    return fact.verb is not None and talks.is_labelled(fact.verb, fact.object.span.root)


def _fact(asks: Callable[[Fact], bool]) -> Question:
    """Ask it of the fact, without the words between the ends."""
    return lambda fact, _: asks(fact)


def _verb(asks: Callable[[Token], bool]) -> Question:
    """Ask it of the verb, where one tells the tie."""
    return lambda fact, _: fact.verb is not None and asks(fact.verb)


def _subject(asks: Callable[[Token], bool]) -> Question:
    return lambda fact, _: asks(fact.subject.span.root)


def _object(asks: Callable[[Token], bool]) -> Question:
    return lambda fact, _: asks(fact.object.span.root)


def _object_name(asks: Callable[[Anchor], bool]) -> Question:
    return lambda fact, _: asks(fact.object)


def _ends(asks: Callable[[Token, Token], bool]) -> Question:
    return lambda fact, _: asks(fact.subject.span.root, fact.object.span.root)


def _ends_reversed(asks: Callable[[Token, Token], bool]) -> Question:
    return lambda fact, _: asks(fact.object.span.root, fact.subject.span.root)


def _without_verb(asks: Question) -> Question:
    """Ask it where no verb tells the tie."""
    return lambda fact, path: fact.verb is None and asks(fact, path)


def _titled(asks: Question) -> Question:
    """Ask it where an office is told by what it is called."""
    return lambda fact, path: fact.role is not None and asks(fact, path)


_GUARDS: tuple[tuple[Set[str] | None, Question], ...] = (
    (_OTHER_VERBS.keys(), _fact(_has_other_verb)),
    (None, _ends(kinship.acts_on_other)),
    (None, _ends_reversed(kinship.acts_on_other)),
    (None, _fact(kinship.is_of_kin)),
    (kin.RELATIONS, kinship.are_otherwise_kin),
    ({"LIVES_IN", "VISITED"}, _ends(kinship.is_of_family)),
    ({"FOUNDED"}, _subject(founders.is_run_by)),
    ({"FOUNDED"}, lambda fact, _: founders.is_of_founders_kin(fact.subject)),
    ({"FOUNDED"}, _subject(founders.is_patron)),
    ({"FOUNDED"}, _subject(founders.is_made)),
    ({"FOUNDED"}, lambda fact, _: founders.is_shared_out(fact.object.span.sent)),
    ({"FOUNDED"}, _object_name(founders.is_but_young)),
    ({"LEADS", "OWNS"}, _fact(founders.has_but_founded)),
    ({"FOUNDED", "LEADS"}, _object(outsiders.is_heir)),
    ({"LEADS"}, _object(outsiders.is_of_team)),
    ({"LEADS"}, _fact(outsiders.is_servant)),
    ({"LEADS"}, _subject(outsiders.is_counterpart)),
    ({"LEADS", "HEADQUARTERED_IN"}, outsiders.is_of_part),
    ({"WORKS_FOR"}, _object(outsiders.is_watched)),
    ({"WORKS_FOR"}, _object(outsiders.is_of_others_there)),
    ({"WORKS_FOR"}, _object(outsiders.is_left_to)),
    ({"WORKS_FOR"}, _without_verb(_fact(outsiders.is_of_other_minister))),
    ({"WORKS_FOR"}, _without_verb(_object(outsiders.is_aim))),
    ({"WORKS_FOR"}, _without_verb(_object(outsiders.is_epithet))),
    ({"LEADS"}, _titled(_object(outsiders.is_epithet))),
    (_BELONGS, _subject(outsiders.is_remembered)),
    (_BELONGS, _fact(outsiders.is_given)),
    (TITULAR, _object(outsiders.is_house)),
    ({"MEMBER_OF"}, outsiders.stays_out),
    (_CLOSE, outsiders.is_rival),
    ({"WORKS_FOR"}, _without_verb(outsiders.is_rival)),
    ({"CITIZEN_OF"}, _object(outsiders.has_but_a_fake)),
    ({"EDUCATED_AT"}, lambda _, path: any(map(schools.teaches, path))),
    ({"EDUCATED_AT"}, _object(schools.is_taught_at)),
    ({"EDUCATED_AT"}, _fact(schools.learns_a_trade)),
    ({"BORN_IN"}, _object_name(stays.is_born_elsewhere)),
    ({"BORN_IN"}, _object(stays.is_origin_of_parents)),
    ({"VISITED"}, _fact(stays.is_left)),
    (SEATS, _object(stays.is_home)),
    ({"HEADQUARTERED_IN"}, _verb(stays.is_registered)),
    ({"HEADQUARTERED_IN"}, _fact(stays.is_quoted)),
    ({"SPOKE_TO"}, _fact(_is_labelled)),
    ({"SPOKE_TO"}, _verb(talks.is_adviser)),
    ({"SPOKE_TO", "MET_WITH"}, _fact(talks.is_topic)),
    (_APPEALED | {"MET_WITH"}, _fact(talks.is_on_network)),
    (_APPEALED, _object(talks.is_urged)),
    ({"SUPPORTED", "CRITICIZED"}, _object(talks.is_friend)),
    (_GIVEN, _fact(orders.is_awarded)),
    ({"SUPPLIES"}, _fact(orders.is_winner)),
    ({"SUPPLIES"}, _fact(orders.is_ordered_from)),
    ({"SUPPLIES"}, _object(orders.is_route)),
    ({"ACQUIRED"}, lambda fact, _: orders.is_sold(fact.subject, fact.object)),
    (_HITS, _object(penalties.is_employer)),
    ({"ARRESTED"}, _fact(penalties.is_fired)),
    ({"ARRESTED", "CHARGED"}, _fact(penalties.is_acquitted)),
    ({"KILLED"}, _object(penalties.is_alive)),
    ({"SANCTIONED"}, lambda fact, _: penalties.is_fined(fact.object.span.sent)),
    ({"SANCTIONED"}, _verb(penalties.is_called)),
    ({"SANCTIONED", "CRITICIZED"}, penalties.is_spared),
    ({"SUBSIDIARY_OF", "HEADQUARTERED_IN"}, _object_name(penalties.is_imposer)),
    ({"LISTED_ON"}, _fact(penalties.is_under_code)),
    ({"LISTED_ON"}, _object_name(penalties.is_by_law)),
    ({"LISTED_ON"}, _ends(penalties.is_listed_by_another)),
    ({"LISTED_ON"}, _object(penalties.is_ballot)),
)
