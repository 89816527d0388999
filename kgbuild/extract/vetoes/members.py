"""Whether others are of a body, or at a place: "Poe and the ASEAN members Laos and Vietnam"."""

from itertools import takewhile

from spacy.tokens import Token

from kgbuild.extract.references.referring import persons
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import BEFORE_NOUN, LINKS
from kgbuild.extract.vetoes.doers import verb_of
from kgbuild.extract.vetoes.tellings import TOLD_TO
from kgbuild.model import Form

CALLED = {
    "MEMBER_OF": frozenset("members countries states nations allies".split()),
    "PLAYS_FOR": frozenset("duo foursome pair players quartet teammates trio".split()),
}
"""What those are called together who are named behind it."""
_APPLICANTS = frozenset("candidates applicants hopefuls aspirants".split())
_CITIZENS = frozenset({"citizen", "national", "native", "resident"})


def are_others_called(scene: Scene, one: Anchor, relation: str, body: Anchor) -> bool:
    """Say whether names behind a noun of a body are others': "the Genk pair Ben and Bo Lee"."""
    noun = body.span.root.head
    if body.span.root.dep_ not in BEFORE_NOUN or noun.lower_ not in CALLED[relation]:
        return False
    listed = scene.listed(noun.i + 1, LINKS)
    called = {a.referent for a in takewhile(lambda a: a.form is Form.NAME, listed)}
    return bool(called) and one.referent not in called


def is_sought(body: Token) -> bool:
    """Say whether those who would be members are told of: "EU hopefuls Moldova and Georgia"."""
    return body.dep_ in BEFORE_NOUN and body.head.lower_ in _APPLICANTS


def is_of_unnamed(scene: Scene, one: Anchor, named: Anchor) -> bool:
    """Say whether unnamed ones are of it: "held by agents of the FBI"."""
    body = named.span.root
    while body.dep_ == "conj" or (body.dep_ in BEFORE_NOUN and body.head.dep_ == "pobj"):
        body = body.head
    if body.dep_ != "pobj" or body.head.lower_ not in {"from", "of"} or not body.head.i:
        return False
    noun = body.head.nbor(-1)  # whatever the parse
    if noun.tag_ != "NNS":
        return False
    acts = noun.head.dep_ == "agent" or noun.dep_ in {"dobj", "nsubj", "nsubjpass"}
    if not acts or noun.i in scene.heads or lemma(noun) not in persons():
        return False
    return one.span.root not in noun.subtree and not any(c.dep_ == "poss" for c in noun.children)


def is_of_officials(state: Token, body: Token) -> bool:
    """Say whether its officials are talked to: "told the ministers of Peru and Chile"."""
    while state.dep_ in {"conj", "appos"}:
        state = state.head
    noun = state.head.head
    if state.dep_ != "pobj" or state.head.lower_ != "of" or noun.tag_ != "NNS":
        return False
    if body in noun.subtree:
        return False  # "of Peru and Chile, which joined it last year"
    verb = verb_of(noun)
    talks = noun.dep_ == "pobj" and noun.head.lower_ in {"with", "to"}
    return talks or (verb is not None and lemma(verb) in TOLD_TO)


def is_of_which(scene: Scene, one: Anchor, body: Anchor) -> bool:
    """Say whether it is told of another body: "NATO, of which Peru is no member, met the EU"."""
    root, verb = one.span.root, one.span.root.head
    if root.dep_ != "nsubj" or verb.dep_ != "relcl" or lemma(verb) not in {"be", "belong"}:
        return False
    which = (scene.resolve(t) for t in verb.subtree if t.lower_ == "which")
    return any(a is not None and a.referent != body.referent for a in which)


def is_citizen_beside(scene: Scene, person: Anchor, state: Anchor) -> bool:
    """Say whether it is another's: "Poe and his partner, Max Orr, 39, a citizen of Peru"."""
    root, noun = state.span.root, state.span.root.head.head
    if root.dep_ != "pobj" or lemma(noun) not in _CITIZENS or noun.dep_ != "appos":
        return False
    whose = scene.heads.get(noun.head.i)
    return whose is not None and whose.referent != person.referent


def are_based_there(scene: Scene, body: Anchor, place: Anchor) -> bool:
    """Say whether unnamed ones are: "is sanctioning firms based in Oslo"."""
    verb = verb_of(place.span.root)
    if verb is None or lemma(verb) != "base" or verb.dep_ != "acl" or verb.head.tag_ != "NNS":
        return False
    return scene.resolve(verb.head) is None and body.span.root not in verb.head.subtree
