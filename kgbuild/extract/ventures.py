"""Whose a joint venture is: "Helix, a joint venture between Acme and Beta"."""

from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Token

from kgbuild.extract import roles
from kgbuild.extract.facts import CLEAR, Fact
from kgbuild.extract.lemma import lemma
from kgbuild.extract.paragraphs import Anchor
from kgbuild.extract.scene import Scene
from kgbuild.extract.status import judge
from kgbuild.model import Form, Status, Type
from kgbuild.ontology import Ontology

RULE = "venture"
_OF = frozenset({"of", "between", "by"})
_JOINS = frozenset({",", "and", "&", "the"})
MOST = 6  # that own one


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who owns a venture that is named, and that they are partners."""
    owns, partners = (ontology.relations.get(name) for name in ("OWNS", "PARTNERED_WITH"))
    for noun in scene.span if "venture" in scene.lemmas else ():
        if lemma(noun) != "venture" or noun.tag_ != "NN":
            continue
        owners, (venture, verb) = _owners(scene, noun), _venture(scene, noun)
        if venture is None or len(owners) < 2 or venture.referent in {a.referent for a in owners}:
            continue
        before = (t.lower_ for t in scene.span.doc[noun.left_edge.i : noun.i])
        status = roles.status(before, Status.ASSERTED)
        pairs = [(owns, (owner, venture)) for owner in owners]
        if verb is None or judge(verb).status is not Status.DENIED:
            pairs += [(partners, pair) for pair in combinations(owners, 2)]
        for relation, ends in pairs:
            if relation and relation.enabled and relation.fits(*map(scene.type, ends)):
                yield Fact(
                    ends[0], relation.name, ends[1], noun, RULE,
                    verb=verb, status=status, implied=relation is owns, confidence=CLEAR,
                )  # fmt: skip


def _venture(scene: Scene, noun: Token) -> tuple[Anchor | None, Token | None]:
    """Return the venture's name, which the noun explains or is said of, and the verb of that."""
    head = noun.head
    if noun.dep_ == "appos":
        found, verb = scene.heads.get(head.i), None
    elif noun.dep_ == "attr" and lemma(head) in {"be", "remain"}:
        subjects = (scene.heads.get(c.i) for c in head.children if c.dep_ == "nsubj")
        found, verb = next(subjects, None), head
    else:
        return None, None
    named = found is not None and scene.type(found) is Type.ORGANIZATION
    return (found if named else None), verb


def _owners(scene: Scene, noun: Token) -> list[Anchor]:
    """Return the bodies behind "of" or "between", shares in brackets aside."""
    doc, place, found, last = scene.span.doc, noun.i + 2, list[Anchor](), False
    if place > scene.span.end or doc[place - 1].lower_ not in _OF:
        return found
    while place < scene.span.end and len(found) < MOST:
        anchor = scene.starts.get(place)
        if anchor is not None and anchor.form is Form.NAME:
            if scene.type(anchor) is not Type.ORGANIZATION:
                break
            found.append(anchor)
            if last:
                break  # "of Acme and Beta, Gamma said"
            place = anchor.span.end
        elif doc[place].text == "(":
            closing = (t.i for t in doc[place : scene.span.end] if t.text == ")")
            place = next(closing, scene.span.end) + 1
        elif doc[place].lower_ in _JOINS:
            last = last or doc[place].lower_ in {"and", "&"}
            place += 1
        else:
            break
    return found
