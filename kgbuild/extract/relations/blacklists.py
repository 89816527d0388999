"""Lists that bring sanctions to those who stand on them: "the EU's sanctions list", "SDN List"."""

from collections.abc import Container, Iterable, Iterator

from spacy.tokens import Token

from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import PROPER
from kgbuild.model import Type

_LISTS = frozenset({"blacklist", "list"})
_KINDS = frozenset(
    """blocked consolidated designated entity nationals sanction sanctioned sanctions sdn
    user""".split()
)
"""Words of such lists: "Entity List", "End User List", "list of Specially Designated Nationals"."""
_NOUNS = frozenset({"compound", "nmod"})
_TIES = frozenset({"prep", "prt"})


def lists(words: Iterable[Token], prepositions: Container[str]) -> Iterator[Token]:
    """Yield the lists of sanctions that such prepositions tie to some words: "put on its list".

    Of "taken off its list" the parser may take the list for the verb's object.
    """
    for word in words:
        ties = [c for c in word.children if c.dep_ in _TIES and c.lower_ in prepositions]
        behind = (c for c in word.children if c.dep_ == "dobj" and any(c.i > t.i for t in ties))
        nouns = (*(o for tie in ties for o in tie.children), *behind)
        yield from (t for o in nouns for t in conjuncts(o) if _brings_sanctions(t))


def keepers(scene: Scene, noun: Token) -> Iterator[Token]:
    """Yield whose a list is: "Peru's", "the US Treasury", "of Peru and Chile"; no "Libya list"."""
    before = [t for t in noun.doc[noun.left_edge.i : noun.i] if t.i in scene.heads]
    own = [t for t in before if t.head == noun and t.dep_ in {"poss", "amod"}]
    first = own or [t for t in before if t.dep_ in _NOUNS and _keeps(scene, scene.heads[t.i])][:1]
    after = (o for of in noun.children if of.lower_ == "of" for o in of.children)
    for token in first or after:
        yield from conjuncts(token)


def _keeps(scene: Scene, anchor: Anchor) -> bool:
    """Say whether a name right before a list is whose it is: "EU list", but no "Libya list"."""
    return scene.type(anchor) is not Type.PLACE or not anchor.span.text[1:2].islower()


def _brings_sanctions(noun: Token) -> bool:
    """Say whether who stands on it is under sanctions: "the terrorist list", "its blacklist"."""
    if lemma(noun) == "blacklist":
        return True
    named = noun.doc[noun.left_edge.i : noun.i + 1]
    kinds = [t for of in noun.children if of.lower_ == "of" for t in of.subtree]
    told = any(t.lower_ in _KINDS or t.lower_.startswith("terror") for t in (*named, *kinds))
    return told and (lemma(noun) in _LISTS or noun.tag_ in PROPER)
