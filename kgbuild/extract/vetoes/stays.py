"""Whether one was born, lived, went or died there: "the Lima-born lock Max Orr fled to Oslo"."""

from spacy.tokens import Token

from kgbuild.extract.references import kin
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.text.vocabulary import SENDS
from kgbuild.model import Type

_ORIGINS = kin.NEAR | frozenset("couple family immigrant emigrant migrant refugee".split())
_TOLD_OF = frozenset({"appos", "attr", "compound"})
_CLOSE_BY = 6
_DIES = frozenset({"die", "drown", "perish"})
_LEAVES = frozenset("depart escape flee leave quit".split())
_COMES = frozenset("arrive come drive fly hail move sail travel walk".split())
_DIRECTIONS = frozenset("across down in out over up".split())
"""With "from": who "flew in from Lima" did not fly there."""
_DWELLS = frozenset("bear dwell live reside retire".split())
_REGISTERS = frozenset("domicile incorporate register".split())
_RUNS = frozenset("base headquarter manage run".split())
QUOTED = frozenset({"list", "quote", "float", "trade"})


def is_origin_of_parents(place: Token) -> bool:
    """Say whether one's parents are from there: "born to a father from Peru"."""
    origin = place.head.head
    return place.head.lower_ == "from" and lemma(origin) in _ORIGINS and origin.head.lower_ == "to"


def is_born_elsewhere(place: Anchor) -> bool:
    """Say whether one works there, born somewhere else: "a Russian-born London banker"."""
    before = [t.lower_ for t in place.span.doc[max(0, place.span.start - 2) : place.span.start]]
    return before == ["-", "born"]


def is_of_described(scene: Scene, person: Anchor, place: Anchor) -> bool:
    """Say whether another is said to be born there: "Poe, his coach when the Peru-born forward"."""
    doc, end = place.span.doc, place.span.end
    if text_in(doc, end, end + 2).lower() != "-born":
        return False
    born = doc[end + 1]
    noun = born.head if born.dep_ in BEFORE_NOUN else born
    if 0 <= person.span.start - end < _CLOSE_BY:
        return False  # "the Oslo-born lock Max Orr"
    if noun.dep_ in _TOLD_OF or not any(c.lower_ == "the" for c in noun.children):
        return False
    whose = scene.heads.get(noun.i)
    mine = whose is not None and whose.referent == person.referent
    return not mine and noun.pos_ != "PROPN" and person.span.root not in noun.subtree


def died_elsewhere(scene: Scene, person: Anchor, place: Anchor) -> bool:
    """Say whether it happened there to who died: "was stabbed near Bar and died in Oslo".

    Of "was shot in Oslo and died" he died there; not so of "who died in 2009, saw it in Oslo".
    """
    root = place.span.root
    deaths = [t for t in scene.tokens if t.pos_ == "VERB" and lemma(t) in _DIES]
    for death in deaths:
        own = {a.referent for t in subjects(death).tokens if (a := scene.resolve(t)) is not None}
        if person.referent not in own or root in death.subtree:
            continue
        apart = any(t.dep_ == "relcl" for t in {*root.ancestors} ^ {death, *death.ancestors})
        inside = (scene.heads.get(t.i) for t in death.subtree)
        if apart or any(a is not None and scene.type(a) is Type.PLACE for a in inside):
            return True
    return False


def kills(person: Token, _: Token) -> bool:
    """Say whether one is told to have killed: "was shot dead by Max Orr in Oslo"."""
    return person.head.dep_ == "agent"


def is_left(fact: Fact) -> bool:
    """Say whether one goes or comes from there: "fled Lima", "arrived from Lima".

    Not so of "came back from Lima", "flew from Lima to Oslo".
    """
    place, verb = fact.object.span.root, fact.verb
    from_ = place.head.lower_ == "from"
    if verb is not None and lemma(verb) in _LEAVES:
        return from_ or place.head == verb
    return from_ and _comes_here(place.head.head)


def _comes_here(verb: Token) -> bool:
    beside = {c.lower_ for c in verb.children}
    comes = lemma(verb) in _COMES or not beside.isdisjoint(_DIRECTIONS)
    return comes and beside.isdisjoint({"back", "home", "to"})


def sends(sender: Token, place: Token) -> bool:
    """Say whether one only sent another there: "Poe sent Max Orr to Oulu"."""
    place = place.head.head if place.tag_ == "WRB" else place  # "to Oulu, where he met"
    verb = next((t for t in place.ancestors if lemma(t) in SENDS | {"bring"}), None)
    if place.head.lower_ != "to" or sender.dep_ != "nsubj" or sender.head != verb:
        return False
    return any(c.dep_ == "dobj" for c in verb.children)


def is_home(place: Token) -> bool:
    """Say whether somebody lives there: "lives in Lima and runs Acme"."""
    return place.head.lower_ == "in" and lemma(place.head.head) in _DWELLS


def is_registered(verb: Token) -> bool:
    """Say whether it is run from elsewhere: "registered in Malta but based in Oslo"."""
    others = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    run = any(lemma(c) in _RUNS for c in others)
    but = bool(others) and any(c.lower_ == "but" for c in verb.children)
    return lemma(verb) in _REGISTERS and (run or but)


def is_quoted(fact: Fact) -> bool:
    """Say whether but its shares are traded there: "Acme, which is listed in London"."""
    verb = fact.verb
    listed = verb is not None and lemma(verb) in QUOTED
    return listed and fact.object.span.root.head.head == verb
