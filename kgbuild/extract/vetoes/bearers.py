"""Whether an office or a body is another's: "Ann Lee, Bo Berg and EU envoy Max Orr"."""

from spacy.tokens import Token

from kgbuild.extract.names import posts
from kgbuild.extract.neural.scores import Score, between
from kgbuild.extract.text.facts import SEATS
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_institution, state, state_of_people
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import BEFORE_NOUN, EPITHETS
from kgbuild.extract.vetoes.lists import JOINS
from kgbuild.extract.vetoes.whereabouts import CONTINENTS
from kgbuild.model import Form, Type

COUNTERPARTS = frozenset({"counterpart", "colleague", "number"})
_STAFFS = frozenset({"cabinet", "chancellery", "entourage", "office", "staff"})
_FACTIONS = frozenset(
    """far-right far-left right left opposition rebel separatist independence protest party union
    religious spiritual militia militant gang student jihadist guerrilla Islamist Communist
    communist Socialist socialist populist nationalist dissident community tribal exiled""".split()
)
"""Whoever leads those of a state does not lead it: "the French far-right leader"."""
OF_STATES = frozenset({"NATO", "European Union", "EU", "ASEAN", "African Union", "OPEC"})


def is_of_holder(scene: Scene, score: Score) -> bool:
    """Say whether the adjective of a people is the holder's: "the Russian president of Acme"."""
    people = score.object.span.root
    told = people.tag_ == "JJ" or (people.head.is_lower and state(people.text))
    if not told or people.dep_ not in BEFORE_NOUN:
        return False
    body = scene.under(people.head, "of")
    return body is not None and scene.type(body) is Type.ORGANIZATION


def is_in_office_of(scene: Scene, score: Score) -> bool:
    """Say whether one works for a person: "Ann Lee, the head of Orr's office"."""
    root = score.subject.span.root
    nouns = [c for c in root.children if c.dep_ == "appos"]
    nouns += [root.head] if root.dep_ == "appos" else []
    offices = (o for n in nouns for of in n.children if of.lower_ == "of" for o in of.children)
    owners = (c for o in offices if o.lower_ in _STAFFS for c in o.children if c.dep_ == "poss")
    whose = (scene.resolve(owner) for owner in owners)
    return any(a is not None and scene.type(a) is Type.PERSON for a in whose)


def is_of_counterpart(scene: Scene, score: Score) -> bool:
    """Say whether a state is that of another's counterpart: "Orr and his Danish colleague"."""
    doc, place = scene.span.doc, score.object.span.end
    place += text_in(doc, place, place + 1).lower() == "opposite"
    if text_in(doc, place, place + 1).lower() not in COUNTERPARTS:
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


def has_named_arm(scene: Scene, score: Score) -> bool:
    """Say whether an office is not its own but another's: "head of its parent, Beta Group"."""
    owner = score.object
    noun = owner.span.root.head
    if owner.span.root.dep_ != "poss" or noun.dep_ != "pobj":
        return False
    named = (scene.heads.get(c.i) for c in noun.children if c.dep_ == "appos")
    bodies = (a for a in named if a is not None and scene.type(a) is Type.ORGANIZATION)
    return noun.head.lower_ in {"of", "at", "for"} and any(
        a.referent != owner.referent for a in bodies
    )


def is_field(body: Anchor) -> bool:
    """Say whether an office is for it: "EU affairs minister", "minister for Europe"."""
    doc, start, end = body.span.doc, body.span.start, body.span.end
    if doc[end : end + 1].text.lower() == "affairs" and body.span[-1].tag_ != "POS":
        return True
    before = [lemma(t) for t in doc[max(0, start - 2) : start]]
    return body.span.text in CONTINENTS | OF_STATES and before == ["minister", "for"]


def is_prosecuted_for(state: Anchor) -> bool:
    """Say whether it is in a prosecutor's title, whose body is another: "U.S. Attorney Ann Lee"."""
    behind = text_in(state.span.doc, state.span.end, state.span.end + 1)
    return behind in {"Attorney", "Attorneys"}


def is_of_faction(state: Anchor) -> bool:
    """Say whether some of a state's are led: "the French far-right leader, Ann Lee"."""
    doc, place = state.span.doc, state.span.end
    last = place
    while last < len(doc) and doc[last].tag_ in EPITHETS and lemma(doc[last]) != "leader":
        last += 1
    led = text_in(doc, last, last + 1) == "leader"
    return led and any(t.text in _FACTIONS for t in doc[place:last])


def has_own_body(scene: Scene, score: Score) -> bool:
    """Say whether an office is of a state's body, not of the state: "Israel's Mossad chief"."""
    end = score.object.span.end
    owns = text_in(scene.span.doc, end, end + 1) == "'s"
    body = scene.starts.get(end + 1) if owns else None
    return body is not None and scene.type(body) is Type.ORGANIZATION


def has_branch(body: Anchor) -> bool:
    """Say whether a state behind tells which branch is led: "the head of Acme in Serbia".

    An institution stands where it is: "the head of the University of Oslo in Norway".
    """
    root = body.span.root
    noun = root.head.head
    headed = root.head.lower_ == "of" and lemma(noun) in posts.OF_BRANCHES
    where = (o for t in (root, noun) for c in t.children if c.lower_ == "in" for o in c.children)
    there = any(state(text_in(o.doc, o.left_edge.i, o.i + 1)) for o in where)
    return headed and there and not is_institution(body.span.text)


def is_aim_of_post(place: Anchor) -> bool:
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
    return is_seat(place) or start in posts.subjects(doc)


def is_seat(place: Anchor) -> bool:
    """Say whether it is whom a lawmaker sits for: "MP for Bath"."""
    return posts.is_seat(place.span.doc, place.span.start, place.span.end)


def is_where(score: Score) -> bool:
    """Say whether it is but where somebody works: "taught in Oslo", "her lawyer, Poe of Oslo"."""
    preposition = score.object.span.root.head
    above = preposition.head
    if preposition.lower_ == "in":
        return above.pos_ == "VERB"
    from_there = preposition.lower_ == "of" and above == score.subject.span.root
    return from_there and not posts.PRIVATE.isdisjoint(
        {above.head.lower_, *(c.lower_ for c in above.children)}
    )


def is_of_next(scene: Scene, score: Score) -> bool:
    """Say whether a place or body is that of who is named right before it, or right behind."""
    doc, start, end = scene.span.doc, score.object.span.start, score.object.span.end
    if doc[start - 1].lower_ == "the":
        start -= 1
    of = start > 1 and doc[start - 1].lower_ == "of"
    whose = scene.ends.get(start - 2) if of else _firm_of(scene, score.object.span.root)
    if whose is not None and whose.form is Form.NAME and scene.type(whose) is not Type.PLACE:
        return whose.referent != score.subject.referent  # "Ann Lee of Acme and Max Poe"
    if doc[end - 1].tag_ != "POS":
        end += 1
    owned = scene.starts.get(end)
    if owned is None or doc[end - 1].tag_ != "POS":
        return False
    same = score.relation in SEATS or scene.type(owned) is scene.type(score.subject)
    return (
        same
        and scene.type(owned) is not Type.PLACE
        and owned.form is Form.NAME
        and owned.referent != score.subject.referent
    )


def is_listed_before(scene: Scene, score: Score) -> bool:
    """Say whether the body is in another's title: "Ann Lee, Bo Berg and EU envoy Max Orr"."""
    first = score.subject.span.end < score.object.span.start
    words = between(score.subject, score.object)
    if not first or any(t.i not in scene.named and t.lower_ not in JOINS for t in words):
        return False
    named = titled(scene, score.object)
    return named is not None and named.referent != score.subject.referent


def is_titled_else(scene: Scene, score: Score) -> bool:
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
    named = titled(scene, body) if scene.type(body) is Type.ORGANIZATION else None
    return named is not None and named.referent == person.referent


def titled(scene: Scene, title: Anchor) -> Anchor | None:
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
