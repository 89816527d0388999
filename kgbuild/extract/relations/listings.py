"""Who stands in a list: "members of the alliance include Acme", "customers such as Beta"."""

from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType

from spacy.tokens import Token

from kgbuild.extract.text import roles
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.negation import is_none
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.status_words import is_hope
from kgbuild.model import Form, Status, Type
from kgbuild.ontology import Ontology

_TIES = MappingProxyType(
    {
        "member": ("MEMBER_OF", True),
        "subsidiary": ("SUBSIDIARY_OF", True),
        "unit": ("SUBSIDIARY_OF", True),
        "brand": ("SUBSIDIARY_OF", True),
        "paper": ("OWNS", False),
        "newspaper": ("OWNS", False),
        "title": ("OWNS", False),
        "holding": ("OWNS", False),
        "portfolio": ("OWNS", False),
        "shareholder": ("OWNS", True),
        "investor": ("INVESTED_IN", True),
        "backer": ("INVESTED_IN", True),
        "supplier": ("SUPPLIES", True),
        "vendor": ("SUPPLIES", True),
        "customer": ("SUPPLIES", False),
        "client": ("SUPPLIES", False),
        "buyer": ("SUPPLIES", False),
        "ally": ("ALLIED_WITH", True),
        "founder": ("FOUNDED", True),
        "graduate": ("EDUCATED_AT", True),
    }
)
"""By noun, the relation to the body that has them, and whether they are its subject."""
_SINGULAR = frozenset({"portfolio"})
RULES = frozenset(f"list:{noun}" for noun in _TIES)


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield what the sentence's lists say of each name in them."""
    if scene.lemmas.isdisjoint(_TIES):
        return
    for noun in scene.tokens:
        many = noun.tag_ == "NNS" or noun.lower_ in _SINGULAR
        known = _TIES.get(lemma(noun)) if many else None
        relation = ontology.enabled(known[0]) if known else None
        if known is None or relation is None:
            continue
        body, status = _body(scene, noun), _status(noun)
        if body is None or status is None:
            continue
        for verb, first in _lists(noun):
            for token in conjuncts(first):
                named = scene.heads.get(token.i)
                if named is None or named.referent == body.referent:
                    continue
                if named.form is Form.PRONOUN and verb is not None and lemma(verb) == "count":
                    continue  # "counted her among its members, wrongly"
                ends = (named, body) if known[1] else (body, named)
                if relation.name == "OWNS" and scene.type(ends[0]) is Type.PLACE:
                    continue  # "London's newspapers"
                if relation.fits(scene.type(ends[0]), scene.type(ends[1])):
                    yield Fact(
                        ends[0], relation.name, ends[1], verb or noun, f"list:{lemma(noun)}",
                        verb=verb, status=status, implied=relation.name == "OWNS" and not known[1],
                        confidence=PLAIN,
                    )  # fmt: skip


def _body(scene: Scene, noun: Token) -> Anchor | None:
    """Return whose they are: "its members", "members of Acme", "Acme, whose members"."""
    for child in noun.children:
        if child.dep_ == "poss":
            if child.tag_ == "WP$" and noun.head.dep_ == "relcl":
                return scene.resolve(noun.head.head)
            return scene.heads.get(child.i)
    return scene.under(noun, "of")


def _lists(noun: Token) -> Iterator[tuple[Token | None, Token]]:
    """Yield the first name of each list, with the verb that brings it if there is one."""
    verb = noun.head
    if noun.dep_ == "nsubj" and lemma(verb) == "include":
        yield from ((verb, c) for c in verb.children if c.dep_ == "dobj")
    if noun.dep_ == "pobj" and noun.head.lower_ == "among":
        above = (t for t in islice(noun.head.ancestors, 3) if lemma(t) == "count")
        counts = next(above, noun)
        yield from ((counts, c) for c in counts.children if c.dep_ == "dobj")
    for child in noun.children:
        such = child.lower_ == "as" and any(c.lower_ == "such" for c in child.children)
        if child.dep_ == "prep" and (such or child.lower_ == "including"):
            yield from ((None, c) for c in child.children if c.dep_ == "pobj")


def _status(noun: Token) -> Status | None:
    """Return what the words by the noun make of it, None where there may be no such thing."""
    if is_none(noun) or (noun.dep_ == "dobj" and is_hope(noun.head)):
        return None
    told = (c.lower_ for c in noun.children if c.dep_ == "amod")
    return roles.status(told, Status.ASSERTED)
