"""What somebody's co-founder founded: "her co-founders are Ann Lee and Bo Berg"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.relations.appositions import after
from kgbuild.extract.relations.holders import PERSON
from kgbuild.extract.relations.peers import owner, who_is
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Status, Type

_FOUNDERS = frozenset({"founder", "founders", "cofounder", "cofounders"})


def find(read: Iterable[Fact], before: Iterable[Fact], scene: Scene) -> Iterator[Fact]:
    """Yield what somebody's co-founder founded: "her co-founders are Ann Lee and Bo Berg"."""
    made = [f for f in (*read, *before) if f.relation == "FOUNDED" and f.status is Status.ASSERTED]
    for noun in scene.tokens if made else ():
        if noun.lower_ not in _FOUNDERS or noun.i - 2 < scene.span.start:
            continue
        co = noun.nbor(-2) if noun.nbor(-1).text == "-" else noun
        whose = owner(scene, noun) or owner(scene, co)
        bodies = {f.key[2]: f for f in made if whose and f.subject.referent == whose.referent}
        if len(bodies) != 1 or (co == noun and not noun.lower_.startswith("co")):
            continue
        [founded] = bodies.values()
        for named in _persons(scene, noun):
            if named.referent not in founded.key:
                yield replace(
                    founded, subject=named, word=noun, rule="co-founder", verb=None,
                    confidence=PLAIN, implied=True,
                )  # fmt: skip


def _persons(scene: Scene, noun: Token) -> list[Anchor]:
    """Return the persons behind a noun, who it is, or who explain it."""
    holder = after(scene, noun.i + 1, PERSON, definite=True) or who_is(scene, noun)
    if holder is None:
        return []
    first = holder.anchor.span.root
    aside = (c for c in first.children if c.dep_ == "appos" and c.tag_ == "NN")
    tokens = [*conjuncts(first), *(t for c in aside for t in conjuncts(c)[1:])]
    found = (scene.heads.get(t.i) for t in tokens)
    return [a for a in found if a is not None and scene.type(a) is Type.PERSON]
