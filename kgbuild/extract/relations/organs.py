"""Whom a word means that acts for another: "Canadian police", "FBI agents", "the Malian state"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.relations.valency import Frame
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_city, state
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.truth.status import judge
from kgbuild.model import Status, Type

_ORGANS = frozenset(
    """police authority prosecutor government army troop force navy military court regulator soldier
    official investigator agent judge airstrike ministry strike raid missile drone detective
    commando""".split()
)
_MEN = frozenset(
    """agent commando detective fighter force guard gunman investigator militant officer rebel
    soldier trooper""".split()
)
"""What they do their body does: "FBI agents", "its officers", "fighters of the Red Front"."""
_OWNS = BEFORE_NOUN | {"poss"}
_OWNS_UP = frozenset({"accept", "admit", "claim", "take"})
_VIOLENT = frozenset({"ARRESTED", "KILLED"})


def meant(scene: Scene, token: Token, frame: Frame) -> Anchor | None:
    """Return what an argument of a frame's verb refers to, or for whom it acts."""
    anchor = scene.resolve(token)
    if anchor is not None:
        return anchor
    if frame.relation == "KILLED" and token.tag_ == "WDT":
        return _claimer(scene, token)
    if frame.relation == "OWNS":
        return _whose_state(scene, token)
    if not frame.organ:
        return None
    found = _whose_organ(scene, token)
    return _whose_men(scene, token) if found is None and frame.relation in _VIOLENT else found


def _owners(scene: Scene, noun: Token) -> Iterator[Anchor]:
    """Yield whose a noun is by a name before it: "Canadian", "Turkey's"."""
    before = (scene.heads.get(c.i) for c in noun.children if c.dep_ in _OWNS)
    yield from (a for a in before if a is not None)


def _whose_organ(scene: Scene, token: Token) -> Anchor | None:
    """Return the place for which its organs act: "Canadian police", "Turkey's army"."""
    if lemma(token) not in _ORGANS:
        return None
    owner = next(_owners(scene, token), None)
    if owner is not None:
        acts = scene.type(owner) is Type.PLACE and not is_city(owner.span.text)
        return owner if acts else None  # a Milan court is not Milan
    land = scene.under(token, "in")
    return land if land is not None and state(scene.referents[land.referent].name) else None


def _whose_state(scene: Scene, token: Token) -> Anchor | None:
    """Return the place whose state owns: "the Chadian government", "the government of Chad"."""
    if token.tag_ != "NN" or token.lower_ not in {"government", "state", "treasury"}:
        return None
    lands = (*_owners(scene, token), scene.under(token, "of"))
    return next((a for a in lands if a is not None and scene.type(a) is Type.PLACE), None)


def _whose_men(scene: Scene, token: Token) -> Anchor | None:
    """Return the body for which its men act: "FBI agents", "fighters of the Red Front"."""
    if lemma(token) not in _MEN:
        return None
    owners = (scene.under(token, "of"), scene.under(token, "from"), *_owners(scene, token))
    bodies = (a for a in owners if a is not None and scene.type(a) is Type.ORGANIZATION)
    return next(bodies, None)


def _claimer(scene: Scene, that: Token) -> Anchor | None:
    """Return who owns up to what killed: "claimed responsibility for the raid that killed Orr"."""
    deed = that.head.head
    noun = deed.head.head if deed.dep_ == "pobj" and deed.head.lower_ == "for" else deed
    verb = noun.head
    if that.head.dep_ != "relcl" or lemma(noun) != "responsibility" or noun.dep_ != "dobj":
        return None
    if lemma(verb) not in _OWNS_UP or judge(verb).status is not Status.ASSERTED:
        return None
    found = (scene.resolve(t) for t in subjects(verb).tokens)
    return next((a for a in found if a is not None), None)
