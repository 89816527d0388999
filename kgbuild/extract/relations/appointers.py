"""Whose an office is that a verb gives: "Acme named her as its chief", "joined Acme as chief"."""

from spacy.tokens import Token

from kgbuild.extract.relations.phrases import Body
from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.lexicon import state
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import HOUSES
from kgbuild.model import Type

_ELECTED_BY_HOUSES = frozenset(
    "president premier minister chancellor leader governor judge justice ombudsman".split()
)
"""Though they are the state's, as no speaker is."""
_OF_PARTS = frozenset({"governor", "mayor", "leader", "ruler"})


def joined(scene: Scene, said: Clause) -> Body | None:
    """Return whom one joins, which is the body of the office: "joined Acme as chief executive".

    Or "moved to Acme as its head of sales".
    """
    tokens = said.targets or said.after("to", (), deep=False)
    found = (a for token in tokens if (a := scene.resolve(token)) is not None)
    bodies = (a for a in found if scene.type(a) is Type.ORGANIZATION)
    return next(map(_as_body, bodies), None)


def appointer(scene: Scene, said: Clause, office: Token) -> Body | None:
    """Return the body that appoints, which is the body of the office unless one is named.

    A parliament elects its speaker, but also who rules its state. A state has many governors.
    """
    for token in said.doers:
        anchor = scene.resolve(token)
        if anchor is not None and scene.type(anchor) is Type.PLACE:
            if office.lower_ in _OF_PARTS or state(scene.referents[anchor.referent].name) is None:
                return None
            return _as_body(anchor)
        if anchor is not None and scene.type(anchor) is Type.ORGANIZATION:
            name = scene.referents[anchor.referent].name.lower().split()
            if not HOUSES.isdisjoint(name) and office.lower_ in _ELECTED_BY_HOUSES:
                return None
            return _as_body(anchor)
    return None


def _as_body(anchor: Anchor) -> Body:
    return Body(anchor, anchor.span.start, anchor.span.end, word="by")
