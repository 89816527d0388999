"""Who holds an office, and with whom: what the rules of titles, verbs and appositions answer."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kgbuild.extract.relations.phrases import Body
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.lexicon import state_of_people
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Form, Type

PERSON = frozenset({Type.PERSON})
"""Who holds an office, where nothing else may."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office, by which rule; ``verb`` is what the tie's truth hangs on.

    ``close``: the name stands right after the noun. ``lasts``: in the past tense the office
    is over; ``over``: it is, whatever the tense. ``body`` is set where the verb names it:
    "Huawei appointed Ren as CEO".
    """

    anchor: Anchor
    rule: str
    close: bool = False
    verb: Token | None = None
    lasts: bool = False
    ends: bool = False
    over: bool = False
    body: Body | None = None
    others: tuple[Anchor, ...] = ()

    @property
    def all(self) -> tuple[Anchor, ...]:
        """Every holder."""
        return (self.anchor, *self.others)


def named(scene: Scene, anchor: Anchor | None, fits: frozenset[Type]) -> Anchor | None:
    """Return what is mentioned, if that is a name of one that may hold an office."""
    if anchor is None or anchor.form is not Form.NAME or anchor.span.text[:1].islower():
        return None
    return anchor if scene.type(anchor) in fits else None


def together(scene: Scene, holder: Holder, fits: frozenset[Type]) -> Holder | None:
    """Return the holder with the names that it is joined to; None where there are none.

    "Larry Page and Sergey Brin, the founders of Google": a plural has several holders.
    """
    if holder.others:
        return holder
    first = holder.anchor.span.root
    while first.dep_ == "conj":
        first = first.head
    found = (named(scene, scene.heads.get(t.i), fits) for t in conjuncts(first))
    names = [a for a in found if a is not None]
    others = tuple(a for a in names if a.referent != holder.anchor.referent)
    joined = len(others) < len(names)
    return replace(holder, others=others) if others and joined else None


def itself(scene: Scene, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return whom the phrase means by itself: "the US President" in an article on Biden.

    "The Norwegian state in Oslo" is nowhere.
    """
    anchor = scene.heads.get(head.i)
    if anchor is None or anchor.form is not Form.NOMINAL or scene.type(anchor) not in fits:
        return None
    if head.lower_ == "state" and state_of_people(anchor.span[0].text):
        return None
    return Holder(anchor, "description")
