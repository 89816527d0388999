"""Ties that names, or the words right beside them, rule out, whatever the model holds.

The table of guards is below: one a line, with the relations and types of ends that it speaks of.
"""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import cache

from kgbuild.extract.names import posts
from kgbuild.extract.neural.scores import Score
from kgbuild.extract.relations import citizens
from kgbuild.extract.text.discourse import is_between, quotes
from kgbuild.extract.text.facts import OFFICES, OWNED, SEATS, TITULAR, WHEREABOUTS
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_central_bank, is_city, is_force, is_nation, state
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import WE
from kgbuild.extract.vetoes import bearers, lists, peoples, whereabouts
from kgbuild.model import Type

_OTHER_LISTINGS = {
    "MEMBER_OF": frozenset("list lists blacklist register registry".split()),
    "LISTED_ON": frozenset("accord accords agreement convention pact protocol treaty".split()),
}
"""A list has no members, and on a treaty nobody stands."""
_WHERE = WHEREABOUTS | SEATS | {"LOCATED_IN"}
_UNEQUAL = frozenset("MEMBER_OF OWNS PARENT_OF SUBSIDIARY_OF WORKS_FOR".split())
_ONE_SIDED = frozenset(
    """ACQUIRED ARRESTED CHARGED CRITICIZED FOUNDED INVESTED_IN KILLED LEADS MEMBER_OF OWNS
    PLAYS_FOR SANCTIONED SUBSIDIARY_OF SUED SUPPLIES SUPPORTED WORKS_FOR""".split()
)
_CUSTOMERS = frozenset("advertiser buyer client customer partner sponsor supplier tenant".split())
_LIKELY = 0.8
"""Of 21 told so of "we" 20 were right."""
_TITULAR = TITULAR | {"CITIZEN_OF"}
_HELD = frozenset({"LIVES_IN", "MEMBER_OF", "WORKS_FOR"})
_SENATOR = re.compile(r"[DIR]-[A-Z]")
"""In brackets, of what party one sits for what state: "Ann Lee (D-Calif.)"."""
Rule = Callable[[Scene, Score], bool]


@dataclass(frozen=True, slots=True)
class Guard:
    """What rules out ties of some relations, or of any, whose ends may have to be of a type."""

    rules_out: Rule
    relations: Set[str] | None = None
    subject: Type | None = None
    object: Type | None = None

    def speaks_of(self, scene: Scene, score: Score) -> bool:
        """Say whether the ends are of the types."""
        if self.subject is not None and scene.type(score.subject) is not self.subject:
            return False
        return self.object is None or scene.type(score.object) is self.object


def is_unfit(scene: Scene, score: Score) -> bool:
    """Say whether no such tie has an object of that name.

    A continent is too wide to be a seat, "runs Acme's business in Europe"; one is a citizen of a
    state, not of Wisconsin; a listing may be of another kind; what is near is not there; "Japan's
    Acme" says nothing of Beta's seat, "Japan's Ann Lee" of no one else's office.
    """
    return any(
        guard.speaks_of(scene, score) and guard.rules_out(scene, score)
        for guard in _guards(score.relation)
    )


@cache
def _guards(relation: str) -> tuple[Guard, ...]:
    return tuple(g for g in _GUARDS if g.relations is None or relation in g.relations)


def _is_spoken_of(scene: Scene, score: Score) -> bool:
    """Say whether who holds an office only talks of the body: '"They back the Houthis," he said'.

    Of their own they say so: "We at Acme"; and who is the likely head calls it "we".
    """
    if score.relation == "LEADS" and score.object.span.text.lower() in WE:
        place = scene.type(score.object) is Type.PLACE  # "We open in Lima", who leads a firm said
        return place or score.probability < _LIKELY
    marks, start = quotes(scene.span.doc), score.object.span.start
    spoken = is_between(marks, score.object.span.root)
    if not spoken or is_between(marks, score.subject.span.root):
        return False
    before = {t.lower_ for t in scene.span.doc[max(scene.span.start, start - 3) : start]}
    return before.isdisjoint(WE | {"at"})


def _is_won(firm: Anchor) -> bool:
    """Say whether one has a firm as a customer, not for itself: "hopes to win Acme as a client"."""
    behind = firm.span.doc[firm.span.end : firm.span.end + 4]
    return behind[:1].text == "as" and any(lemma(t) in _CUSTOMERS for t in behind)


def _is_no_nation(name: str) -> bool:
    """Say whether one is a citizen of none such: "Wisconsin", "Hong Kong"."""
    return not is_nation(name) or name in whereabouts.NO_NATIONS


def _is_represented(body: Anchor) -> bool:
    """Say whether one only speaks for it: "who represents Acme", not "represents Labour"."""
    root, span = body.span.root, body.span
    spoken_for = root.dep_ == "dobj" and lemma(root.head) == "represent"
    return spoken_for and not posts.is_party(span.doc, span.start, span.end)


def _lies_elsewhere(scene: Scene, score: Score) -> bool:
    """Say whether neither lies in the other: "in Turkey, the United Arab Emirates, and Russia".

    A city lies in no city, a state in no state; and nothing in a house, "her villa, Casa Blu".
    """
    name, other = _name(scene, score.object), _name(scene, score.subject)
    if is_city(name.title()):
        return is_city(other.title())
    if whereabouts.is_house(score.object):
        return True
    return state(name) is not None and state(other) is not None


def _is_other_listing(scene: Scene, score: Score) -> bool:
    """Say whether it is of another kind: a list has no members, and on a treaty nobody stands."""
    words = _name(scene, score.object).lower().split()
    return not _OTHER_LISTINGS[score.relation].isdisjoint(words)


def _name(scene: Scene, end: Anchor) -> str:
    return scene.referents[end.referent].name


def _named(asks: Callable[[str], object]) -> Rule:
    """Ask it of the object's name."""
    return lambda scene, score: bool(asks(scene.referents[score.object.referent].name))


def _subject(asks: Callable[[Anchor], bool]) -> Rule:
    return lambda _, score: asks(score.subject)


def _object(asks: Callable[[Anchor], bool]) -> Rule:
    return lambda _, score: asks(score.object)


def _both(asks: Callable[[Score], bool]) -> Rule:
    """Ask it of the two ends, without the sentence."""
    return lambda _, score: asks(score)


_GUARDS = (
    Guard(_named(_SENATOR.match)),
    Guard(_named(whereabouts.CONTINENTS.__contains__), {"HEADQUARTERED_IN"}),
    Guard(_named(bearers.OF_STATES.__contains__), {"MEMBER_OF"}, subject=Type.PERSON),
    Guard(_named(is_city), {"OWNS"}),  # "the Madrid club's owner"
    Guard(_named(is_central_bank), OWNED),
    Guard(_named(is_force), {"PLAYS_FOR"}),
    Guard(_named(_is_no_nation), {citizens.RELATION}),
    Guard(_is_other_listing, _OTHER_LISTINGS.keys(), object=Type.LISTING),
    Guard(_subject(lambda court: is_city(court.span.text)), {"ARRESTED", "CHARGED"}),
    Guard(_lies_elsewhere, {"LOCATED_IN"}),
    Guard(_both(whereabouts.stands_beside), SEATS | {"LOCATED_IN"}),
    Guard(_both(whereabouts.is_beside_doer), {"LOCATED_IN"}),
    Guard(_both(whereabouts.is_around), {"CAPITAL_OF"}),
    Guard(_object(whereabouts.is_capital), {"CAPITAL_OF"}),
    Guard(_object(whereabouts.is_outside), SEATS | {"SPOKE_TO"}),
    Guard(_object(whereabouts.is_listed_at), {"HEADQUARTERED_IN"}),
    Guard(_both(whereabouts.is_adjective), {"HEADQUARTERED_IN"}),
    Guard(_object(whereabouts.is_kind), {"HEADQUARTERED_IN"}),
    Guard(_object(whereabouts.is_base_of_person), SEATS),
    Guard(whereabouts.is_of_person, SEATS),
    Guard(whereabouts.is_of_described_firm, SEATS),
    Guard(_object(whereabouts.is_homeland), {"LIVES_IN"}),
    Guard(whereabouts.is_around_named, {"LOCATED_IN"}),
    Guard(whereabouts.is_only_near, _WHERE),
    Guard(whereabouts.is_of_next_place, _WHERE - {"LOCATED_IN"}),
    Guard(whereabouts.is_around_told, _WHERE - {"LOCATED_IN"}),
    Guard(_object(whereabouts.is_constituency), _HELD, object=Type.PLACE),
    Guard(_object(whereabouts.is_origin), _HELD, object=Type.PLACE),
    Guard(_object(whereabouts.is_venue), {"MET_WITH"}),
    Guard(_subject(whereabouts.is_venue), {"MET_WITH"}),
    Guard(_object(_is_won), {"ACQUIRED"}),
    Guard(_object(_is_represented), {"MEMBER_OF"}),
    Guard(_both(lists.are_joined), _ONE_SIDED),
    Guard(lists.is_joined, _ONE_SIDED),
    Guard(_both(peoples.is_but_a_people), OFFICES),
    Guard(_object(bearers.is_prosecuted_for), OFFICES),
    Guard(bearers.has_own_body, OFFICES, object=Type.PLACE),
    Guard(_object(bearers.is_field), OFFICES),
    Guard(bearers.is_of_counterpart, OFFICES),
    Guard(bearers.is_of_holder, OFFICES),
    Guard(bearers.has_named_arm, OFFICES),
    Guard(_object(bearers.is_of_faction), {"LEADS"}),
    Guard(_both(bearers.is_where), {"WORKS_FOR"}, object=Type.PLACE),
    Guard(bearers.is_listed_before, OFFICES),
    Guard(bearers.is_titled_else, OFFICES),
    Guard(bearers.is_in_office_of, OFFICES),
    Guard(_is_spoken_of, OFFICES),
    Guard(_object(bearers.is_aim_of_post), OFFICES, object=Type.PLACE),
    Guard(_object(bearers.has_branch), {"LEADS"}),
    Guard(_subject(bearers.has_branch), {"HEADQUARTERED_IN"}),
    Guard(peoples.is_of_named_next, {citizens.RELATION}),
    Guard(_object(bearers.is_seat), {citizens.RELATION}),
    Guard(_object(peoples.is_of_body), {citizens.RELATION}),
    Guard(_object(peoples.is_tongue), {citizens.RELATION}),
    Guard(bearers.is_of_next, SEATS | _TITULAR),
    Guard(lists.are_of_one_list, _UNEQUAL),
)
"""The cheapest first."""
