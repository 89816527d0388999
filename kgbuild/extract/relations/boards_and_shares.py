"""Who sits on the board of a body, or has shares of it, that the sentence leaves out."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from kgbuild.extract.references.unnamed import BOARD, HELD, holding
from kgbuild.extract.text.facts import UNSAID, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.ontology import Ontology

_ROLES = {"WORKS_FOR": "board member", "LEADS": "chair"}


def find(
    scene: Scene, bodies: Mapping[tuple[Doc, int], Anchor], ontology: Ontology
) -> Iterator[Fact]:
    """Yield who sits on the board of a body, or has shares of it, that the sentence leaves out."""
    for token in scene.tokens if bodies else ():
        body = bodies.get((token.doc, token.i)) if token.lower_ in HELD else None
        if body is None:
            continue
        for fact in _facts(scene, token, body):
            relation = ontology.enabled(fact.relation)
            ends = scene.type(fact.subject), scene.type(body)
            if relation is not None and relation.fits(*ends):
                yield fact


def _facts(scene: Scene, token: Token, body: Anchor) -> Iterator[Fact]:
    told = holding(token)
    if told is None:
        owner = _owner(scene, token)
        if owner is not None and owner.referent != body.referent:
            yield Fact(owner, "OWNS", body, token, UNSAID, confidence=body.sure)
        return
    for word in told.persons:
        holder = scene.resolve(word)
        if holder is not None and holder.referent != body.referent:
            yield Fact(
                holder, told.relation, body, told.said.verb, UNSAID,
                verb=told.governor, ends=told.ends, state=told.state,
                role=_ROLES[told.relation] if token.lower_ == BOARD else None,
                confidence=body.sure,
            )  # fmt: skip


def _owner(scene: Scene, noun: Token) -> Anchor | None:
    """Return who is the owner: "Acme, the biggest shareholder", "the sole shareholder is Acme"."""
    if noun.dep_ == "appos":
        return scene.resolve(noun.head)
    if lemma(noun.head) == "be" and noun.dep_ in {"attr", "nsubj"}:
        other = "nsubj" if noun.dep_ == "attr" else "attr"
        ends = (c for c in noun.head.children if c.dep_ == other)
        found = next((scene.resolve(c) for c in ends), None)
        return found if noun.head.tag_ in {"VBZ", "VBP"} else None
    return None
