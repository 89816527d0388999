"""Ties that names, or the words right beside them, rule out, whatever the model holds."""

import re

from kgbuild.extract.names import posts
from kgbuild.extract.neural.scores import Score
from kgbuild.extract.relations import citizens
from kgbuild.extract.text.discourse import is_between, quotes
from kgbuild.extract.text.facts import OFFICES, OWNED
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import (
    is_central_bank,
    is_city,
    is_force,
    is_nation,
    state,
)
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.vetoes.bearers import (
    OF_STATES,
    has_branch,
    has_named_arm,
    has_own_body,
    is_aim_of_post,
    is_field,
    is_in_office_of,
    is_listed_before,
    is_of_counterpart,
    is_of_faction,
    is_of_holder,
    is_of_next,
    is_prosecuted_for,
    is_seat,
    is_titled_else,
    is_where,
)
from kgbuild.extract.vetoes.lists import are_joined, are_of_one_list, is_joined
from kgbuild.extract.vetoes.peoples import is_but_a_people, is_of_body, is_of_named_next, is_tongue
from kgbuild.extract.vetoes.whereabouts import (
    CONTINENTS,
    NO_NATIONS,
    SEATS,
    is_adjective,
    is_around,
    is_around_named,
    is_around_told,
    is_base_of_person,
    is_beside_doer,
    is_capital,
    is_constituency,
    is_homeland,
    is_house,
    is_kind,
    is_listed_at,
    is_of_described_firm,
    is_of_next_place,
    is_of_person,
    is_only_near,
    is_origin,
    is_outside,
    is_venue,
    stands_beside,
)
from kgbuild.model import Type

_OTHER_LISTINGS = {
    "MEMBER_OF": frozenset("list lists blacklist register registry".split()),
    "LISTED_ON": frozenset("accord accords agreement convention pact protocol treaty".split()),
}
"""A list has no members, and on a treaty nobody stands."""
_WHERE = frozenset(
    "BORN_IN DIED_IN HEADQUARTERED_IN LIVES_IN LOCATED_IN OPERATES_IN VISITED".split()
)
_UNEQUAL = frozenset("MEMBER_OF OWNS PARENT_OF SUBSIDIARY_OF WORKS_FOR".split())
_ONE_SIDED = frozenset(
    """ACQUIRED ARRESTED CHARGED CRITICIZED FOUNDED INVESTED_IN KILLED LEADS MEMBER_OF OWNS
    PLAYS_FOR SANCTIONED SUBSIDIARY_OF SUED SUPPLIES SUPPORTED WORKS_FOR""".split()
)
_CUSTOMERS = frozenset("advertiser buyer client customer partner sponsor supplier tenant".split())
US = frozenset({"we", "us", "our"})
_LIKELY = 0.8
"""Of 21 told so of "we" 20 were right."""
_TITULAR = OFFICES | {"CITIZEN_OF", "MEMBER_OF"}
_HELD = frozenset({"LIVES_IN", "MEMBER_OF", "WORKS_FOR"})
_SENATOR = re.compile(r"[DIR]-[A-Z]")
"""In brackets, of what party one sits for what state: "Ann Lee (D-Calif.)"."""


def is_unfit(scene: Scene, score: Score) -> bool:
    """Say whether no such tie has an object of that name.

    A continent is too wide to be a seat, "runs Acme's business in Europe"; one is a citizen of a
    state, not of Wisconsin; a listing may be of another kind; what is near is not there; "Japan's
    Acme" says nothing of Beta's seat, "Japan's Ann Lee" of no one else's office.
    """
    name = scene.referents[score.object.referent].name
    if score.relation in _UNEQUAL and are_of_one_list(scene, score):
        return True
    if score.relation in _ONE_SIDED and (are_joined(score) or is_joined(scene, score)):
        return True
    if score.relation in OFFICES and (
        _is_spoken_of(scene, score)
        or is_listed_before(scene, score)
        or is_titled_else(scene, score)
        or is_of_holder(scene, score.object.span.root)
        or is_in_office_of(scene, score.subject)
        or has_own_body(scene, score.object)
        or is_of_counterpart(scene, score)
        or is_but_a_people(score)
        or is_prosecuted_for(score.object)
        or is_field(score.object)
        or has_named_arm(scene, score.object)
    ):
        return True
    if score.relation == "LEADS" and is_of_faction(score.object):
        return True
    if score.relation == "OWNS" and is_city(name):
        return True  # "the Madrid club's owner"
    if score.relation in _WHERE and is_only_near(scene, score):
        return True
    if score.relation in _WHERE - {"LOCATED_IN"} and (
        is_of_next_place(scene, score.object) or is_around_told(scene, score.object)
    ):
        return True
    if score.relation == "LIVES_IN" and is_homeland(score.object):
        return True
    if score.relation in SEATS | {"LOCATED_IN"} and stands_beside(score):
        return True
    if score.relation in _HELD and (
        is_constituency(scene, score.object) or is_origin(scene, score.object)
    ):
        return True
    if score.relation == "LOCATED_IN" and is_around_named(scene, score):
        return True
    if score.relation == "LOCATED_IN" and is_beside_doer(score):
        return True
    if score.relation == "LOCATED_IN" and is_city(name.title()):
        return is_city(scene.referents[score.subject.referent].name.title())
    if score.relation == "LOCATED_IN" and is_house(score.object):
        return True  # "at her Lima villa, Casa Blu"
    if score.relation == "LOCATED_IN" and state(name):
        other = scene.referents[score.subject.referent].name
        return state(other) is not None  # "in Turkey, the United Arab Emirates, and Russia"
    if score.relation in OWNED and is_central_bank(name):
        return True
    if score.relation == "CAPITAL_OF" and (is_capital(score.object) or is_around(score)):
        return True
    if score.relation == "ACQUIRED" and _is_won(score.object):
        return True
    if (score.relation in SEATS or score.relation in _TITULAR) and is_of_next(scene, score):
        return True
    if score.relation in SEATS and (
        is_of_person(scene, score.subject, score.object)
        or is_of_described_firm(scene, score)
        or is_base_of_person(score.object)
    ):
        return True
    if score.relation == "MET_WITH" and (is_venue(score.object) or is_venue(score.subject)):
        return True
    if score.relation in SEATS | {"SPOKE_TO"} and is_outside(score.object):
        return True
    if score.relation == "HEADQUARTERED_IN":
        return (
            name in CONTINENTS
            or is_adjective(score)
            or is_kind(score.object)
            or is_listed_at(score.object)
            or has_branch(score.subject)
        )
    if score.relation == "LEADS" and has_branch(score.object):
        return True
    if _SENATOR.match(name):
        return True
    if score.relation == "MEMBER_OF" and name in OF_STATES:
        return scene.type(score.subject) is Type.PERSON
    if score.relation in {"ARRESTED", "CHARGED"} and is_city(score.subject.span.text):
        return True  # a Milan court is not Milan
    if score.relation == "PLAYS_FOR" and is_force(name):
        return True
    if score.relation in OFFICES and scene.type(score.object) is Type.PLACE:
        return is_aim_of_post(score.object) or (score.relation == "WORKS_FOR" and is_where(score))
    if score.relation == "MEMBER_OF" and lemma(score.object.span.root.head) == "represent":
        span = score.object.span
        return span.root.dep_ == "dobj" and not posts.is_party(span.doc, span.start, span.end)
    if score.relation == citizens.RELATION:
        nation = is_nation(name) and name not in NO_NATIONS
        return (
            not nation
            or is_of_named_next(scene, score)
            or is_seat(score.object)
            or is_of_body(score.object)
            or is_tongue(score.object)
        )
    if score.relation in _OTHER_LISTINGS and scene.type(score.object) is Type.LISTING:
        return not _OTHER_LISTINGS[score.relation].isdisjoint(name.lower().split())
    return False


def _is_spoken_of(scene: Scene, score: Score) -> bool:
    """Say whether who holds an office only talks of the body: '"They back the Houthis," he said'.

    Of their own they say so: "We at Acme"; and who is the likely head calls it "we".
    """
    if score.relation == "LEADS" and score.object.span.text.lower() in US:
        place = scene.type(score.object) is Type.PLACE  # "We open in Lima", who leads a firm said
        return place or score.probability < _LIKELY
    marks, start = quotes(scene.span.doc), score.object.span.start
    spoken = is_between(marks, score.object.span.root)
    if not spoken or is_between(marks, score.subject.span.root):
        return False
    before = {t.lower_ for t in scene.span.doc[max(scene.span.start, start - 3) : start]}
    return before.isdisjoint(US | {"at"})


def _is_won(firm: Anchor) -> bool:
    """Say whether one has a firm as a customer, not for itself: "hopes to win Acme as a client"."""
    behind = firm.span.doc[firm.span.end : firm.span.end + 4]
    return behind[:1].text == "as" and any(lemma(t) in _CUSTOMERS for t in behind)
