"""Whether a place only tells where another is: "Strande near Kiel", "the Doha-based head"."""

from spacy.tokens import Doc

from kgbuild.extract.names import cues, posts
from kgbuild.extract.neural.scores import Score, between
from kgbuild.extract.references.referring import persons
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state, state_of_people
from kgbuild.extract.text.lexicon import words as listed
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.roles import of_heads
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import acts_behind
from kgbuild.extract.text.tagsets import BEFORE_NOUN, EPITHETS
from kgbuild.extract.text.vocabulary import HEADQUARTERS, TOWNS
from kgbuild.model import Form, Type

CONTINENTS = frozenset(
    ["Europe", "Asia", "Africa", "America", "North America", "South America", "Latin America"]
)
_NEAR, _SIDES = (
    frozenset({"above", "near", "outside"}),
    frozenset("north south east west northeast northwest southeast southwest".split()),
)
_TOWN_OF = [["the", noun, "of"] for noun in ("city", "town", "village", "port")]
NO_NATIONS = frozenset({"Hong Kong", "Macau", "Macao"})
_CITIES = NO_NATIONS | {"Singapore", "Luxembourg", "Monaco"}
"""A firm of theirs has its seat there: "a Hong Kong lender"."""
_TRADES = frozenset(
    """accountant banker businessman businesswoman financier lawyer man shipowner solicitor tycoon
    woman""".split()
)


def is_adjective(score: Score) -> bool:
    """Say whether the state only tells what kind a firm is of: "US biotech Norvik"."""
    doc, end = score.object.span.doc, score.object.span.end
    words = doc[end : max(end, score.subject.span.start)]
    before = len(words) > 0 and all(t.is_lower and t.tag_[:2] in {"JJ", "NN"} for t in words)
    return before and state(score.object.span.text) is not None


def is_around_named(scene: Scene, score: Score) -> bool:
    """Say whether another is told to lie in it: "in Dholera, in the Indian state of Gujarat"."""
    root, ends = score.object.span.root, {score.subject.referent, score.object.referent}
    inner = state_of_people(score.object.span.text) is not None or lemma(root.head) in TOWNS
    part = scene.under(root.head, "of") if inner and root.dep_ in BEFORE_NOUN else None
    return part is not None and part.referent not in ends


def is_around_told(scene: Scene, score: Score) -> bool:
    """Say whether a town is told that lies in it: "flew to Praia, the capital of Cape Verde"."""
    root = score.object.span.root
    town = root.head.head
    if root.dep_ != "pobj" or town.dep_ != "appos" or lemma(town) not in TOWNS | {"capital"}:
        return False
    told = scene.heads.get(town.head.i)
    return told is not None and scene.type(told) is Type.PLACE


def is_homeland(place: Anchor) -> bool:
    """Say whether one only comes from there: "Ann Lee, a doctor from Izmir"."""
    root = place.span.root
    noun = root.head.head
    return root.head.lower_ == "from" and noun.tag_ in {"NN", "NNS"} and noun.dep_ == "appos"


def is_kind(land: Anchor) -> bool:
    """Say whether a state only tells what kind a firm is of: "Acme, a Danish trader"."""
    noun, named = land.span.root.head, land.span.text
    nation = state_of_people(named) or (state(named) if named not in _CITIES else None)
    told = land.span.root.dep_ in BEFORE_NOUN and noun.is_lower and noun.i > land.span.root.i
    return nation is not None and told and lemma(noun) not in HEADQUARTERS


def is_constituency(place: Anchor) -> bool:
    """Say whether a lawmaker sits for it: "Rep. Ann Lee of Sulu"."""
    return posts.sits_for(place.span.doc, place.span.start)


def is_origin(place: Anchor) -> bool:
    """Say whether one of an age is from there: "Ann Lee, 19, from Uvira"."""
    return cues.is_origin(place.span.doc, place.span.start)


def is_of_person(scene: Scene, score: Score) -> bool:
    """Say whether it is where another is from: "owned by Prague investor Max Poe".

    So it is of "Acme Bank and the US firm Beta".
    """
    place = score.object
    doc, end = place.span.doc, _past_epithets(place.span.doc, place.span.end)
    if doc[end - 1].tag_ == "NN" and doc[end - 1].lower_ in _TRADES:
        return True  # "its owner is a Milan accountant"
    named = scene.starts.get(end) if end > place.span.end else None
    if named is None or named.form is not Form.NAME:
        return False
    other = scene.type(named) is Type.ORGANIZATION and named.referent != score.subject.referent
    return other or scene.type(named) is Type.PERSON


def is_base_of_person(place: Anchor) -> bool:
    """Say whether it is where somebody is: "Ann Lee, the Doha-based head of its arm"."""
    doc, end = place.span.doc, place.span.end
    if text_in(doc, end, end + 2).lower() != "-based":
        return False
    return lemma(doc[_past_epithets(doc, end + 2) - 1]) in persons() | of_heads()


def _past_epithets(doc: Doc, place: int) -> int:
    """Return where the words that tell of what kind somebody or something is end."""
    while place < len(doc) and doc[place].tag_ in EPITHETS:
        place += 1
    return place


def is_of_described_firm(scene: Scene, score: Score) -> bool:
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


def is_house(place: Anchor) -> bool:
    """Say whether somebody's house is called so: "at her Lima villa, Casa Blu"."""
    return posts.is_house(place.span.doc, place.span.start, place.span.end)


def stands_beside(score: Score) -> bool:
    """Say whether the place is told beside the other: "studied at the university and in Oslo"."""
    words = between(score.subject, score.object)
    return len(words) == 2 and words[0].lower_ in {"and", "or"} and words[1].tag_ == "IN"


def is_beside_doer(score: Score) -> bool:
    """Say whether a comma parts it from who acts: "held in Athens, Turkey said"."""
    acts = acts_behind(score.subject.span.root, score.object.span.root)
    return acts and between(score.subject, score.object).text == ","


def is_capital(place: Anchor) -> bool:
    """Say whether it is the capital itself: "the twin city of the capital, Khartoum"."""
    before = [t.lower_ for t in place.span.doc[max(0, place.span.start - 2) : place.span.start]]
    return "capital" in before and before[-1] in {"capital", ","}


def is_around(score: Score) -> bool:
    """Say whether the one is where the other lies: "the capital of North China's Shanxi"."""
    return score.object.span.start > 0 and between(score.subject, score.object).text == "'s"


def is_venue(end: Anchor) -> bool:
    """Say whether it is but where they met: "at his club, Mar-a-Lago"."""
    noun = end.span.root.head
    return (
        end.span.root.dep_ == "appos"
        and noun.tag_ == "NN"
        and noun.dep_ == "pobj"
        and noun.head.lower_ in {"at", "in", "inside"}
    )


def is_outside(place: Anchor) -> bool:
    """Say whether a thing is not in a place, or stands before a house: "outside the Bundestag"."""
    doc, start = place.span.doc, place.span.start
    start -= start > 0 and doc[start - 1].lower_ == "the"
    words = [t.lower_ for t in doc[max(0, start - 3) : start]]
    return words[-1:] == ["outside"] or words == ["in", "front", "of"]


def is_listed_at(place: Anchor) -> bool:
    """Say whether a firm's shares are but traded there: "an Amsterdam-listed group"."""
    behind = [t.lower_ for t in place.span.doc[place.span.end : place.span.end + 2]]
    return behind in (["-", "listed"], ["-", "quoted"], ["-", "traded"])


def is_of_next_place(scene: Scene, score: Score) -> bool:
    """Say whether it but tells where a place is: "the Red Sea port of Aqaba"."""
    place = score.object
    doc, end = place.span.doc, place.span.end
    while end < len(doc) and doc[end].tag_ in {"NN", "JJ"}:
        end += 1
    if end == place.span.end or text_in(doc, end, end + 1) != "of":
        return False
    named = scene.starts.get(end + 1)
    return named is not None and named.form is Form.NAME and scene.type(named) is Type.PLACE


def is_only_near(scene: Scene, score: Score) -> bool:
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
