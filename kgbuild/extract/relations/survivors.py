"""Whom the dead leave: "is survived by a son, Max, and two sisters, Mary and Rose"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.references.kin import CHILDREN, PARENTS, SIBLINGS
from kgbuild.extract.relations.children import named
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Type
from kgbuild.ontology import Ontology

RULE = "survivors"


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield the children, parents and siblings by whom the sentence says somebody is survived."""
    for verb in scene.verbs:
        if lemma(verb) != "survive":
            continue
        said = clause(verb)
        dead = [a for t in said.targets if (a := scene.resolve(t)) is not None]
        if not said.subjects.passive or len(dead) != 1 or scene.type(dead[0]) is not Type.PERSON:
            continue
        for noun in scene.span.doc[verb.i + 1 : scene.span.end]:
            yield from _of_noun(scene, noun, verb, dead[0], ontology)


def _of_noun(
    scene: Scene, noun: Token, verb: Token, dead: Anchor, ontology: Ontology
) -> Iterator[Fact]:
    word = lemma(noun)
    name = "SIBLING_OF" if word in SIBLINGS else "PARENT_OF" if word in CHILDREN | PARENTS else ""
    relation = ontology.enabled(name)
    own = all(c.tag_ == "PRP$" for c in noun.children if c.dep_ == "poss")
    if relation is None or noun.i in scene.named or not own:
        return
    told = _of_marriage(scene, noun) if word in CHILDREN else None
    for person in named(scene, noun) if told is None else (told,):
        if person.referent != dead.referent:
            ends = (person, dead) if word in PARENTS | SIBLINGS else (dead, person)
            yield Fact(ends[0], name, ends[1], noun, RULE, verb=verb, confidence=PLAIN)


def _of_marriage(scene: Scene, noun: Token) -> Anchor | None:
    """Return the child named before: "Ida Orr, the daughter of his first marriage"."""
    if noun.dep_ != "appos":
        return None
    objects = [o for c in noun.children if c.lower_ in {"of", "from", "by"} for o in c.children]
    anchor = scene.heads.get(noun.head.i) if any(map(_is_own_marriage, objects)) else None
    return anchor if anchor is not None and scene.type(anchor) is Type.PERSON else None


def _is_own_marriage(noun: Token) -> bool:
    return lemma(noun) == "marriage" and any(c.tag_ == "PRP$" for c in noun.children)
