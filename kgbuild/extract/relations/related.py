"""Ties that no type fits: one name, a verb, another name."""

from collections.abc import Iterator, Sequence

from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.facts import OPEN, Fact
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Form
from kgbuild.ontology import Ontology

NAME = "RELATED_TO"
MOST_PAIRS = 20  # of one verb
_EMPTY = frozenset("be have do say tell go come get make take give see know think want let".split())
_ADJUNCTS = frozenset(
    """in on at during since until before after as than like because despite without by of unlike
    according including amid within via under over about""".split()
)


def find(scene: Scene, clauses: Sequence[Clause], ontology: Ontology) -> Iterator[Fact]:
    """Yield a tie for each verb whose subject and object, or preposition, are names."""
    relation = ontology.enabled(NAME)
    if relation is None:
        return
    for said in clauses:
        if said.verb.pos_ != "VERB" or said.key.split()[0] in _EMPTY or not said.key.isascii():
            continue
        for subject, label, object_ in _pairs(scene, said):
            if subject.referent != object_.referent:
                yield Fact(
                    subject,
                    NAME,
                    object_,
                    said.verb,
                    "svo",
                    said.verb,
                    label=label,
                    confidence=OPEN,
                )


def _pairs(scene: Scene, said: Clause) -> Iterator[tuple[Anchor, str, Anchor]]:
    doers = [a for t in said.doers if (a := _name(scene, t.i))]
    targets = [a for t in said.targets if (a := _name(scene, t.i))]
    found = [(s, said.key, o) for s in doers for o in targets]
    if not targets:
        passive = said.subjects.passive
        found = [
            (s, f"{said.key} {word}", o)
            for s in ([] if passive or said.targets else doers)
            for word, noun in said.prepositions()
            if word not in _ADJUNCTS and (o := _name(scene, noun.i))
        ]
    yield from found[:MOST_PAIRS]


def _name(scene: Scene, token: int) -> Anchor | None:
    anchor = scene.heads.get(token)
    return anchor if anchor is not None and anchor.form is Form.NAME else None
