"""Ties that names, or the words right beside them, rule out, whatever the model holds."""

import re

from spacy.tokens import Token

from kgbuild.extract.names import fills, posts
from kgbuild.extract.neural.scores import Score, between
from kgbuild.extract.references.referring import persons
from kgbuild.extract.relations import citizens
from kgbuild.extract.text.clauses import acts_behind
from kgbuild.extract.text.discourse import is_between, quotes
from kgbuild.extract.text.facts import OFFICES, OWNED, SEATS, TITULAR, WHEREABOUTS
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import (
    is_central_bank,
    is_city,
    is_force,
    is_institution,
    is_nation,
    state,
    state_of_people,
)
from kgbuild.extract.text.lexicon import words as listed
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.roles import of_heads
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.spans import BEFORE_NOUN, EPITHETS
from kgbuild.extract.text.vocabulary import HEADQUARTERS, TOWNS, WE
from kgbuild.model import Form, Type

CONTINENTS = frozenset(
    ["Europe", "Asia", "Africa", "America", "North America", "South America", "Latin America"]
)
_OTHER_LISTINGS = {
    "MEMBER_OF": frozenset("list lists blacklist register registry".split()),
    "LISTED_ON": frozenset("accord accords agreement convention pact protocol treaty".split()),
}
"""A list has no members, and on a treaty nobody stands."""
_WHERE = WHEREABOUTS | SEATS | {"LOCATED_IN"}
_UNEQUAL = frozenset("MEMBER_OF OWNS PARENT_OF SUBSIDIARY_OF WORKS_FOR".split())
_JOINS, _LINKS = frozenset({",", "and", "or", "the"}), frozenset({"NN", "POS"})
_NEAR, _SIDES = (
    frozenset({"above", "near", "outside"}),
    frozenset("north south east west northeast northwest southeast southwest".split()),
)
_TOWN_OF = [["the", noun, "of"] for noun in ("city", "town", "village", "port")]
_ONE_SIDED = frozenset(
    """ACQUIRED ARRESTED CHARGED CRITICIZED FOUNDED INVESTED_IN KILLED LEADS MEMBER_OF OWNS
    PLAYS_FOR SANCTIONED SUBSIDIARY_OF SUED SUPPLIES SUPPORTED WORKS_FOR""".split()
)
_CUSTOMERS = frozenset("advertiser buyer client customer partner sponsor supplier tenant".split())
_LIKELY = 0.8
"""Of 21 told so of "we" 20 were right."""
_TITULAR = TITULAR | {"CITIZEN_OF"}
_HELD = frozenset({"LIVES_IN", "MEMBER_OF", "WORKS_FOR"})
_COUNTERPARTS = frozenset({"counterpart", "colleague", "number"})
_STAFFS = frozenset({"cabinet", "chancellery", "entourage", "office", "staff"})
_SENATOR = re.compile(r"[DIR]-[A-Z]")
"""In brackets, of what party one sits for what state: "Ann Lee (D-Calif.)"."""
_NO_NATIONS = frozenset({"Hong Kong", "Macau", "Macao"})
_FACTIONS = frozenset(
    """far-right far-left right left opposition rebel separatist independence protest party union
    religious spiritual militia militant gang student jihadist guerrilla Islamist Communist
    communist Socialist socialist populist nationalist dissident community tribal exiled""".split()
)
"""Whoever leads those of a state does not lead it: "the French far-right leader"."""
_CITIES = _NO_NATIONS | {"Singapore", "Luxembourg", "Monaco"}
"""A firm of theirs has its seat there: "a Hong Kong lender"."""
_TRADES = frozenset(
    """accountant banker businessman businesswoman financier lawyer man shipowner solicitor tycoon
    woman""".split()
)
_SQUADS = frozenset("camp crew daily delegation newspaper outfit side squad team watchdog".split())
_BELONGING = frozenset(
    """citizen citizenship descent national nationality native origin paper parent passport program
    root subject""".split()
)
_SPEAKS = frozenset("learn know speak study teach".split())
_OF_STATES = frozenset({"NATO", "European Union", "EU", "ASEAN", "African Union", "OPEC"})


def is_unfit(scene: Scene, score: Score) -> bool:
    """Say whether no such tie has an object of that name.

    A continent is too wide to be a seat, "runs Acme's business in Europe"; one is a citizen of a
    state, not of Wisconsin; a listing may be of another kind; what is near is not there; "Japan's
    Acme" says nothing of Beta's seat, "Japan's Ann Lee" of no one else's office.
    """
    name = scene.referents[score.object.referent].name
    if score.relation in _UNEQUAL and _are_of_one_list(scene, score):
        return True
    if score.relation in _ONE_SIDED and (_are_joined(score) or _is_joined(scene, score)):
        return True
    if score.relation in OFFICES and (
        _is_spoken_of(scene, score)
        or _is_listed_before(scene, score)
        or _is_titled_else(scene, score)
        or _is_of_holder(scene, score.object.span.root)
        or _is_in_office_of(scene, score.subject)
        or _has_own_body(scene, score.object)
        or _is_of_counterpart(scene, score)
        or _is_but_a_people(score)
        or _is_prosecuted_for(score.object)
        or _is_field(score.object)
        or _has_named_arm(scene, score.object)
    ):
        return True
    if score.relation == "LEADS" and _is_of_faction(score.object):
        return True
    if score.relation == "OWNS" and is_city(name):
        return True  # "the Madrid club's owner"
    if score.relation in _WHERE and _is_only_near(scene, score):
        return True
    if score.relation in _WHERE - {"LOCATED_IN"} and (
        _is_of_next_place(scene, score.object) or _is_around_told(scene, score.object)
    ):
        return True
    if score.relation == "LIVES_IN" and _is_homeland(score.object):
        return True
    if score.relation in SEATS | {"LOCATED_IN"} and _stands_beside(score):
        return True
    if score.relation in _HELD and (
        _is_constituency(scene, score.object) or _is_origin(scene, score.object)
    ):
        return True
    if score.relation == "LOCATED_IN" and _is_around_named(scene, score):
        return True
    if score.relation == "LOCATED_IN" and _is_beside_doer(score):
        return True
    if score.relation == "LOCATED_IN" and is_city(name.title()):
        return is_city(scene.referents[score.subject.referent].name.title())
    if score.relation == "LOCATED_IN" and _is_house(score.object):
        return True  # "at her Lima villa, Casa Blu"
    if score.relation == "LOCATED_IN" and state(name):
        other = scene.referents[score.subject.referent].name
        return state(other) is not None  # "in Turkey, the United Arab Emirates, and Russia"
    if score.relation in OWNED and is_central_bank(name):
        return True
    if score.relation == "CAPITAL_OF" and (_is_capital(score.object) or _is_around(score)):
        return True
    if score.relation == "ACQUIRED" and _is_won(score.object):
        return True
    if (score.relation in SEATS or score.relation in _TITULAR) and _is_of_next(scene, score):
        return True
    if score.relation in SEATS and (
        _is_of_person(scene, score.subject, score.object)
        or _is_of_described_firm(scene, score)
        or _is_base_of_person(score.object)
    ):
        return True
    if score.relation == "MET_WITH" and (_is_venue(score.object) or _is_venue(score.subject)):
        return True
    if score.relation in SEATS | {"SPOKE_TO"} and _is_outside(score.object):
        return True
    if score.relation == "HEADQUARTERED_IN":
        return (
            name in CONTINENTS
            or _is_adjective(score)
            or _is_kind(score.object)
            or _is_listed_at(score.object)
            or _has_branch(score.subject)
        )
    if score.relation == "LEADS" and _has_branch(score.object):
        return True
    if _SENATOR.match(name):
        return True
    if score.relation == "MEMBER_OF" and name in _OF_STATES:
        return scene.type(score.subject) is Type.PERSON
    if score.relation in {"ARRESTED", "CHARGED"} and is_city(score.subject.span.text):
        return True  # a Milan court is not Milan
    if score.relation == "PLAYS_FOR" and is_force(name):
        return True
    if score.relation in OFFICES and scene.type(score.object) is Type.PLACE:
        return _is_aim_of_post(score.object) or (score.relation == "WORKS_FOR" and _is_where(score))
    if score.relation == "MEMBER_OF" and lemma(score.object.span.root.head) == "represent":
        span = score.object.span
        return span.root.dep_ == "dobj" and not posts.is_party(span.doc, span.start, span.end)
    if score.relation == citizens.RELATION:
        nation = is_nation(name) and name not in _NO_NATIONS
        return (
            not nation
            or _is_of_named_next(scene, score)
            or _is_seat(score.object)
            or _is_of_body(score.object)
            or _is_tongue(score.object)
        )
    if score.relation in _OTHER_LISTINGS and scene.type(score.object) is Type.LISTING:
        return not _OTHER_LISTINGS[score.relation].isdisjoint(name.lower().split())
    return False


def _is_adjective(score: Score) -> bool:
    """Say whether the state only tells what kind a firm is of: "US biotech Norvik"."""
    doc, end = score.object.span.doc, score.object.span.end
    words = doc[end : max(end, score.subject.span.start)]
    before = len(words) > 0 and all(t.is_lower and t.tag_[:2] in {"JJ", "NN"} for t in words)
    return before and state(score.object.span.text) is not None


def _is_of_body(people: Anchor) -> bool:
    """Say whether it tells of another: "head of the Danish group", "a Danish film", a colleague."""
    noun = people.span.root
    while noun.dep_ in BEFORE_NOUN and noun.head.i > noun.i:
        noun = noun.head
    kinds = listed("organization", "companies") | listed("organization", "government") | _SQUADS
    if state_of_people(people.span.text) is None or noun == people.span.root:
        return False
    if lemma(noun) in kinds or noun.lower_ in _COUNTERPARTS:
        return True
    thing = noun.tag_ in {"NN", "NNS"} and noun.is_lower and not citizens.is_person(noun)
    return thing and lemma(noun) not in _BELONGING | persons()


def _is_tongue(people: Anchor) -> bool:
    """Say whether it is a language: "said in fluent German", "learned his German in Bonn"."""
    root = people.span.root
    if state_of_people(people.span.text) is None:
        return False
    spoken = root.dep_ == "dobj" and lemma(root.head) in _SPEAKS
    return spoken or (root.dep_ == "pobj" and root.head.lower_ in {"in", "into"})


def _is_around_named(scene: Scene, score: Score) -> bool:
    """Say whether another is told to lie in it: "in Dholera, in the Indian state of Gujarat"."""
    root, ends = score.object.span.root, {score.subject.referent, score.object.referent}
    inner = state_of_people(score.object.span.text) is not None or lemma(root.head) in TOWNS
    part = scene.under(root.head, "of") if inner and root.dep_ in BEFORE_NOUN else None
    return part is not None and part.referent not in ends


def _is_around_told(scene: Scene, land: Anchor) -> bool:
    """Say whether a town is told that lies in it: "flew to Praia, the capital of Cape Verde"."""
    root = land.span.root
    town = root.head.head
    if root.dep_ != "pobj" or town.dep_ != "appos" or lemma(town) not in TOWNS | {"capital"}:
        return False
    told = scene.heads.get(town.head.i)
    return told is not None and scene.type(told) is Type.PLACE


def _is_homeland(place: Anchor) -> bool:
    """Say whether one only comes from there: "Ann Lee, a doctor from Izmir"."""
    root = place.span.root
    noun = root.head.head
    return root.head.lower_ == "from" and noun.tag_ in {"NN", "NNS"} and noun.dep_ == "appos"


def _is_kind(land: Anchor) -> bool:
    """Say whether a state only tells what kind a firm is of: "Acme, a Danish trader"."""
    noun, named = land.span.root.head, land.span.text
    nation = state_of_people(named) or (state(named) if named not in _CITIES else None)
    told = land.span.root.dep_ in BEFORE_NOUN and noun.is_lower and noun.i > land.span.root.i
    return nation is not None and told and lemma(noun) not in HEADQUARTERS


def _is_constituency(scene: Scene, place: Anchor) -> bool:
    return scene.type(place) is Type.PLACE and posts.sits_for(scene.span.doc, place.span.start)


def _is_origin(scene: Scene, place: Anchor) -> bool:
    return scene.type(place) is Type.PLACE and fills.is_origin(scene.span.doc, place.span.start)


def _is_of_holder(scene: Scene, people: Token) -> bool:
    """Say whether the adjective of a people is the holder's: "the Russian president of Acme"."""
    told = people.tag_ == "JJ" or (people.head.is_lower and state(people.text))
    if not told or people.dep_ not in BEFORE_NOUN:
        return False
    body = scene.under(people.head, "of")
    return body is not None and scene.type(body) is Type.ORGANIZATION


def _is_in_office_of(scene: Scene, person: Anchor) -> bool:
    """Say whether one works for a person: "Ann Lee, the head of Orr's office"."""
    root = person.span.root
    nouns = [c for c in root.children if c.dep_ == "appos"]
    nouns += [root.head] if root.dep_ == "appos" else []
    offices = (o for n in nouns for of in n.children if of.lower_ == "of" for o in of.children)
    owners = (c for o in offices if o.lower_ in _STAFFS for c in o.children if c.dep_ == "poss")
    whose = (scene.resolve(owner) for owner in owners)
    return any(a is not None and scene.type(a) is Type.PERSON for a in whose)


def _is_of_counterpart(scene: Scene, score: Score) -> bool:
    """Say whether a state is that of another's counterpart: "Orr and his Danish colleague"."""
    doc, place = scene.span.doc, score.object.span.end
    place += text_in(doc, place, place + 1).lower() == "opposite"
    if text_in(doc, place, place + 1).lower() not in _COUNTERPARTS:
        return False
    owners = (c for c in doc[place].children if c.dep_ == "poss")
    owned = (scene.resolve(owner) for owner in owners)
    if any(a is not None and a.referent == score.subject.referent for a in owned):
        return True
    place += 1
    place += text_in(doc, place, place + 1) == ","
    named = scene.starts.get(place)
    if named is None or score.subject.span.start > place:
        return False
    return scene.type(named) is Type.PERSON and named.referent != score.subject.referent


def _is_but_a_people(score: Score) -> bool:
    """Say whether a people's adjective stands right before the name: "the Algerian Ann Lee"."""
    named = score.subject.form is Form.NAME and score.object.span.end == score.subject.span.start
    return named and state_of_people(score.object.span.text) is not None


def _has_named_arm(scene: Scene, owner: Anchor) -> bool:
    """Say whether an office is not its own but another's: "head of its parent, Beta Group"."""
    noun = owner.span.root.head
    if owner.span.root.dep_ != "poss" or noun.dep_ != "pobj":
        return False
    named = (scene.heads.get(c.i) for c in noun.children if c.dep_ == "appos")
    bodies = (a for a in named if a is not None and scene.type(a) is Type.ORGANIZATION)
    return noun.head.lower_ in {"of", "at", "for"} and any(
        a.referent != owner.referent for a in bodies
    )


def _is_field(body: Anchor) -> bool:
    """Say whether an office is for it: "EU affairs minister", "minister for Europe"."""
    doc, start, end = body.span.doc, body.span.start, body.span.end
    if doc[end : end + 1].text.lower() == "affairs" and body.span[-1].tag_ != "POS":
        return True
    before = [lemma(t) for t in doc[max(0, start - 2) : start]]
    return body.span.text in CONTINENTS | _OF_STATES and before == ["minister", "for"]


def _is_prosecuted_for(state: Anchor) -> bool:
    """Say whether it is in a prosecutor's title, whose body is another: "U.S. Attorney Ann Lee"."""
    behind = text_in(state.span.doc, state.span.end, state.span.end + 1)
    return behind in {"Attorney", "Attorneys"}


def _is_of_faction(state: Anchor) -> bool:
    """Say whether some of a state's are led: "the French far-right leader, Ann Lee"."""
    doc, place = state.span.doc, state.span.end
    last = place
    while last < len(doc) and doc[last].tag_ in EPITHETS and lemma(doc[last]) != "leader":
        last += 1
    led = text_in(doc, last, last + 1) == "leader"
    return led and any(t.text in _FACTIONS for t in doc[place:last])


def _has_own_body(scene: Scene, state: Anchor) -> bool:
    """Say whether an office is of a state's body, not of the state: "Israel's Mossad chief"."""
    doc, end = scene.span.doc, state.span.end
    if scene.type(state) is not Type.PLACE or text_in(doc, end, end + 1) != "'s":
        return False
    body = scene.starts.get(end + 1)
    return body is not None and scene.type(body) is Type.ORGANIZATION


def _has_branch(body: Anchor) -> bool:
    """Say whether a state behind tells which branch is led: "the head of Acme in Serbia".

    An institution stands where it is: "the head of the University of Oslo in Norway".
    """
    root = body.span.root
    noun = root.head.head
    headed = root.head.lower_ == "of" and lemma(noun) in posts.OF_BRANCHES
    where = (o for t in (root, noun) for c in t.children if c.lower_ == "in" for o in c.children)
    there = any(state(text_in(o.doc, o.left_edge.i, o.i + 1)) for o in where)
    return headed and there and not is_institution(body.span.text)


def _is_of_person(scene: Scene, body: Anchor, place: Anchor) -> bool:
    """Say whether it is where another is from: "owned by Prague investor Max Poe".

    So it is of "Acme Bank and the US firm Beta".
    """
    doc, end = place.span.doc, place.span.end
    while end < len(doc) and doc[end].tag_ in EPITHETS:
        end += 1
    if doc[end - 1].tag_ == "NN" and doc[end - 1].lower_ in _TRADES:
        return True  # "its owner is a Milan accountant"
    named = scene.starts.get(end) if end > place.span.end else None
    if named is None or named.form is not Form.NAME:
        return False
    other = scene.type(named) is Type.ORGANIZATION and named.referent != body.referent
    return other or scene.type(named) is Type.PERSON


def _is_base_of_person(place: Anchor) -> bool:
    """Say whether it is where somebody is: "Ann Lee, the Doha-based head of its arm"."""
    doc, end = place.span.doc, place.span.end
    if text_in(doc, end, end + 2).lower() != "-based":
        return False
    last = end + 2
    while last < len(doc) and doc[last].tag_ in EPITHETS:
        last += 1
    return lemma(doc[last - 1]) in persons() | of_heads()


def _is_of_described_firm(scene: Scene, score: Score) -> bool:
    """Say whether it is where another firm is: "Acme, which owns 3% of the Oslo lender"."""
    place = score.object.span.root
    noun = place.head
    kinds = listed("organization", "companies")
    if place.dep_ not in {*BEFORE_NOUN, "poss"} or noun.lower_ not in kinds:
        return False
    told = scene.heads.get(noun.i)
    if told is not None:
        return told.referent != score.subject.referent
    the = place.dep_ == "poss" or any(c.lower_ == "the" for c in noun.children)
    held = noun.dep_ in {"dobj", "pobj"} and the
    named = scene.starts.get(noun.i + 1) is not None or any(
        c.dep_ == "appos" for c in noun.children
    )
    return held and not named and score.subject.span.root.dep_ in {"nsubj", "nsubjpass", "pobj"}


def _is_aim_of_post(place: Anchor) -> bool:
    """Say whether it is only where a post is, or what it is for: "Secretary for East Africa".

    A state may have who is called by it, "a US official", but not as the branch of a body: "its
    Kenya manager".
    """
    doc, start, end = place.span.doc, place.span.start, place.span.end
    named = state(place.span.text) or state_of_people(place.span.text)
    if (not named or posts.is_branch(doc, start)) and posts.tells_where(doc, start, end):
        return True
    if text_in(doc, end, end + 1).lower() in {"affairs", "issues", "matters", "relations"}:
        return True  # "the minister for Bougainville affairs"
    return _is_seat(place) or start in posts.subjects(doc)


def _is_house(place: Anchor) -> bool:
    return posts.is_house(place.span.doc, place.span.start, place.span.end)


def _is_seat(place: Anchor) -> bool:
    return posts.is_seat(place.span.doc, place.span.start, place.span.end)


def _is_where(score: Score) -> bool:
    """Say whether it is but where somebody works: "taught in Oslo", "her lawyer, Poe of Oslo"."""
    preposition = score.object.span.root.head
    above = preposition.head
    if preposition.lower_ == "in":
        return above.pos_ == "VERB"
    from_there = preposition.lower_ == "of" and above == score.subject.span.root
    return from_there and not posts.PRIVATE.isdisjoint(
        {above.head.lower_, *(c.lower_ for c in above.children)}
    )


def _are_of_one_list(scene: Scene, score: Score) -> bool:
    """Say whether nothing but names stands between two: "Huawei, SMIC and DJI".

    A name may have another before it: "Apple, Google parent Alphabet and Japan's Sony".
    """
    if scene.type(score.subject) is not scene.type(score.object):
        return False
    words, named = between(score.subject, score.object), scene.named
    linked = {t.i for t in words if t.tag_ in _LINKS and {t.i - 1, t.i + 1} <= named}
    joints = {"and", "or"}
    last = max(score.subject.span.end, score.object.span.end)
    after = scene.span.doc[last : last + 2]
    runs_on = len(after) > 1 and after[0].lower_ in _JOINS and after[1].i in named
    if runs_on or (linked and any(t.i in named for t in words)):
        joints.add(",")  # "Huawei, SMIC" of "Huawei, SMIC and DJI"
    parted = any(t.lower_ in joints for t in words)
    return parted and all(t.i in named | linked or t.lower_ in _JOINS for t in words)


def _is_of_next(scene: Scene, score: Score) -> bool:
    """Say whether a place or body is that of who is named right before it, or right behind."""
    doc, start, end = scene.span.doc, score.object.span.start, score.object.span.end
    if doc[start - 1].lower_ == "the":
        start -= 1
    of = start > 1 and doc[start - 1].lower_ == "of"
    whose = scene.ends.get(start - 2) if of else _firm_of(scene, score.object.span.root)
    if whose is not None and whose.form is Form.NAME and scene.type(whose) is not Type.PLACE:
        return whose.referent != score.subject.referent  # "Ann Lee of Acme and Max Poe"
    if scene.span.doc[end - 1].tag_ != "POS":
        end += 1
    owned = scene.starts.get(end)
    if owned is None or scene.span.doc[end - 1].tag_ != "POS":
        return False
    same = score.relation in SEATS or scene.type(owned) is scene.type(score.subject)
    return (
        same
        and scene.type(owned) is not Type.PLACE
        and owned.form is Form.NAME
        and owned.referent != score.subject.referent
    )


def _is_of_named_next(scene: Scene, score: Score) -> bool:
    """Say whether a people is that of the next name: "Ann Lee and Polish author Max Orr"."""
    if state_of_people(score.object.span.text) is None:
        return False
    named = _titled(scene, score.object)
    return named is not None and named.referent != score.subject.referent


def _is_listed_before(scene: Scene, score: Score) -> bool:
    """Say whether the body is in another's title: "Ann Lee, Bo Berg and EU envoy Max Orr"."""
    first = score.subject.span.end < score.object.span.start
    words = between(score.subject, score.object)
    if not first or any(t.i not in scene.named and t.lower_ not in _JOINS for t in words):
        return False
    named = _titled(scene, score.object)
    return named is not None and named.referent != score.subject.referent


def _is_titled_else(scene: Scene, score: Score) -> bool:
    """Say whether another body's title is joined: "Acme's agent and the Beta clerk Max Orr"."""
    doc, person = scene.span.doc, score.subject
    own = next((a for a in scene.anchors if _is_title_of(scene, a, person)), None)
    if own is None or own.referent == score.object.referent:
        return False
    start = own.span.start - (doc[own.span.start - 1].lower_ == "the")
    body = score.object.span
    whose = doc[body.end - 1 : body.end + 1]
    owner = any(t.tag_ == "POS" for t in whose)
    return body.end < start and owner and doc[start - 1].lower_ in {"and", ","}


def _is_title_of(scene: Scene, body: Anchor, person: Anchor) -> bool:
    named = _titled(scene, body) if scene.type(body) is Type.ORGANIZATION else None
    return named is not None and named.referent == person.referent


def _titled(scene: Scene, title: Anchor) -> Anchor | None:
    """Return the person whose name the nouns behind a word lead to: "EU envoy Max Orr"."""
    doc, place = scene.span.doc, title.span.end
    while place < scene.span.end and doc[place].tag_ in {"NN", "JJ", "VBN", "VBG"}:
        place += 1
    if place == title.span.end:
        return None
    named = scene.starts.get(place + (place < scene.span.end and doc[place].text == ","))
    if named is None or named.form is not Form.NAME or scene.type(named) is not Type.PERSON:
        return None
    return named


def _firm_of(scene: Scene, body: Token) -> Anchor | None:
    """Return the name that a firm is put to, some words between: "Poe of the Oslo firm Acme"."""
    head = body.head
    if body.dep_ == "appos" and head.dep_ == "pobj":
        head = head.head
    named = head.lower_ == "of" and head.dep_ == "prep"
    return scene.heads.get(head.head.i) if named else None


def _are_joined(score: Score) -> bool:
    """Say whether nothing but "and" stands between two: "Poe and the Acme Group back Berg"."""
    words = [t.lower_ for t in between(score.subject, score.object)]
    return words in (["and"], ["and", "the"], ["or"])


def _is_joined(scene: Scene, score: Score) -> bool:
    """Say whether one stands with the other as "he": "said neither he nor Acme had paid her"."""
    doc, place = scene.span.doc, score.object.span.start - 1
    if place <= scene.span.start or doc[place].lower_ not in {"and", "nor", "or"}:
        return False
    beside = scene.ends.get(place - 1)
    person = beside is not None and beside.form is Form.PRONOUN and doc[place - 1].tag_ == "PRP"
    return beside is not None and person and beside.referent == score.subject.referent


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


def _stands_beside(score: Score) -> bool:
    """Say whether the place is told beside the other: "studied at the university and in Oslo"."""
    words = between(score.subject, score.object)
    return len(words) == 2 and words[0].lower_ in {"and", "or"} and words[1].tag_ == "IN"


def _is_beside_doer(score: Score) -> bool:
    """Say whether a comma parts it from who acts: "held in Athens, Turkey said"."""
    acts = acts_behind(score.subject.span.root, score.object.span.root)
    return acts and between(score.subject, score.object).text == ","


def _is_capital(place: Anchor) -> bool:
    """Say whether it is the capital itself: "the twin city of the capital, Khartoum"."""
    before = [t.lower_ for t in place.span.doc[max(0, place.span.start - 2) : place.span.start]]
    return "capital" in before and before[-1] in {"capital", ","}


def _is_around(score: Score) -> bool:
    """Say whether the one is where the other lies: "the capital of North China's Shanxi"."""
    return score.object.span.start > 0 and between(score.subject, score.object).text == "'s"


def _is_won(firm: Anchor) -> bool:
    """Say whether one has a firm as a customer, not for itself: "hopes to win Acme as a client"."""
    behind = firm.span.doc[firm.span.end : firm.span.end + 4]
    return behind[:1].text == "as" and any(lemma(t) in _CUSTOMERS for t in behind)


def _is_venue(end: Anchor) -> bool:
    """Say whether it is but where they met: "at his club, Mar-a-Lago"."""
    noun = end.span.root.head
    return (
        end.span.root.dep_ == "appos"
        and noun.tag_ == "NN"
        and noun.dep_ == "pobj"
        and noun.head.lower_ in {"at", "in", "inside"}
    )


def _is_outside(place: Anchor) -> bool:
    """Say whether a thing is not in a place, or stands before a house: "outside the Bundestag"."""
    doc, start = place.span.doc, place.span.start
    start -= start > 0 and doc[start - 1].lower_ == "the"
    words = [t.lower_ for t in doc[max(0, start - 3) : start]]
    return words[-1:] == ["outside"] or words == ["in", "front", "of"]


def _is_listed_at(place: Anchor) -> bool:
    """Say whether a firm's shares are but traded there: "an Amsterdam-listed group"."""
    behind = [t.lower_ for t in place.span.doc[place.span.end : place.span.end + 2]]
    return behind in (["-", "listed"], ["-", "quoted"], ["-", "traded"])


def _is_of_next_place(scene: Scene, place: Anchor) -> bool:
    """Say whether it but tells where a place is: "the Red Sea port of Aqaba"."""
    doc, end = place.span.doc, place.span.end
    while end < len(doc) and doc[end].tag_ in {"NN", "JJ"}:
        end += 1
    if end == place.span.end or text_in(doc, end, end + 1) != "of":
        return False
    named = scene.starts.get(end + 1)
    return named is not None and named.form is Form.NAME and scene.type(named) is Type.PLACE


def _is_only_near(scene: Scene, score: Score) -> bool:
    """Say whether the place tells where another is: "Strande near Kiel", "a town east of Kiel".

    Who lives "near Kiel", where no other place is told, is taken to live there.
    """
    doc, end = score.object.span.doc, score.object.span.start
    if [t.lower_ for t in doc[max(0, end - 3) : end]] in _TOWN_OF:
        end -= 3
    words = [t.lower_ for t in doc[max(0, end - 2) : end]]
    if words[1:] == ["of"] and words[0] in _SIDES:
        return all(c.dep_ != "det" for c in doc[end - 2].children)  # "in the west of Kiel"
    if not words or words[-1] not in _NEAR:
        return False
    end -= 2 if end > 1 and doc[end - 2].text == "," else 1
    parted = any(a.span.end == end and scene.type(a) is Type.PLACE for a in scene.anchors)
    return parted or score.relation == "LOCATED_IN"
