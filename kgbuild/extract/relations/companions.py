"""Who is along: "flew to Oslo with Ann Lee", "lives there with her", "was held along with Eva"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.prepositions import brought, objects
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Type

TRAVELS, LIVES = "VISITED", "LIVES_IN"
_SUFFERED = frozenset("ARRESTED CHARGED CRITICIZED LISTED_ON SANCTIONED".split())
_ALONG = frozenset({"along", "together"})


def of(
    scene: Scene, said: Clause, relation: str, slot: str, ends: Sequence[Anchor]
) -> list[Anchor]:
    """Return the persons who do, or suffer, the same as the ``ends`` that fill a slot.

    One travels, and lives, with somebody; what is done is done to one "along with" another.
    """
    travels = relation == TRAVELS
    shares = relation == LIVES and slot == "doer"
    if not (travels or shares or (relation in _SUFFERED and slot == "target")):
        return []
    if negated(said.verb) or any(scene.type(end) is not Type.PERSON for end in ends):
        return []  # who did not go there with her tells nothing of her
    known = {end.referent for end in ends}
    tokens = (said.verb, *(end.span.root for end in ends))
    if shares:  # "lives in Oulu with his wife, Ann Lee"
        tokens = (said.verb, *(place for _, place in said.prepositions()))
    found = (
        scene.resolve(t) for token in tokens for t in _beside(token, travels=travels or shares)
    )
    return [
        a
        for a in found
        if a is not None and scene.type(a) is Type.PERSON and a.referent not in known
    ]


def _beside(token: Token, *, travels: bool) -> Iterator[Token]:
    """Yield whom a verb or a noun has beside it."""
    for child in token.children:
        if child.dep_ in {"acl", "advcl"} and lemma(child) == "accompany" and travels:
            yield from brought(child, "by")
        elif child.lower_ in _ALONG:
            yield from brought(child, "with")
        elif child.lower_ == "with" and child.dep_ == "prep":
            along = any(c.lower_ in _ALONG for c in child.children)
            noun = child.i > 0 and child.nbor(-1).tag_ in {"NN", "NNS"}
            if along or (travels and not noun):
                yield from objects(child)
