"""What two are to each other by two nouns or a verb: "are brother and sister", "are married"."""

from collections.abc import Iterator
from itertools import product
from types import MappingProxyType

from spacy.tokens import Token

from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.model import Type
from kgbuild.ontology import Ontology

RULE = "kin pair"
_CHILDREN, _PARENTS = ("son", "daughter"), ("father", "mother")
_RELATIONS = MappingProxyType(
    {
        **dict.fromkeys([("brother", "sister"), ("sister", "brother")], "SIBLING_OF"),
        **dict.fromkeys(product(("husband", "man", "wife"), ("husband", "wife")), "SPOUSE_OF"),
        **dict.fromkeys(product(_PARENTS, _CHILDREN), "PARENT_OF"),
        **dict.fromkeys(product(_CHILDREN, _PARENTS), "PARENT_OF"),
    }
)
"""By what the first is called, and the second."""
_APART = frozenset({"both", "by", "each", "to", "twice"})
"""Who are both married need not be so to each other."""


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield what the sentence says that two persons are to each other."""
    if not scene.lemmas.isdisjoint({"brother", "husband", "father", "mother", "sister", "wife"}):
        for noun in scene.tokens:
            second = next((c for c in noun.children if c.dep_ == "conj"), None)
            named = _RELATIONS.get((lemma(noun), lemma(second))) if second is not None else None
            if named and noun.dep_ == "attr":
                down = lemma(noun) in _CHILDREN
                yield from _tied(scene, noun.head, named, noun, ontology, down=down)
    if "married" in scene.words:
        for word in scene.tokens:
            verb = _that_weds(word) if word.lower_ == "married" else None
            if verb is not None:
                yield from _tied(scene, verb, "SPOUSE_OF", word, ontology)


def _tied(
    scene: Scene, verb: Token, name: str, word: Token, ontology: Ontology, *, down: bool = False
) -> Iterator[Fact]:
    """Yield the tie of the two who are the verb's subject; ``down`` if the child is named first."""
    named = (scene.resolve(c) for t in subjects(verb).tokens for c in conjuncts(t))
    found: dict[int, Anchor] = {a.referent: a for a in named if a is not None}
    two = [a for a in found.values() if scene.type(a) is Type.PERSON]
    if ontology.enabled(name) and len(two) == len(found) == 2:
        one, other = reversed(two) if down else two
        yield Fact(one, name, other, word, RULE, verb=verb, confidence=PLAIN)


def _that_weds(married: Token) -> Token | None:
    """Return the verb by which two are married now, to each other: "have long been married"."""
    verb = married.head if married.dep_ == "acomp" and lemma(married.head) == "be" else married
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    now = any(t.tag_ in {"MD", "VBP"} for t in (verb, *helpers))
    apart = (c.lower_ in _APART for t in {verb, married} for c in t.children)
    return verb if now and not any(apart) else None
