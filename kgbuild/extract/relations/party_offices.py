"""In what party an office says that one is: "Prime Minister Rutte of the ruling Liberals"."""

from collections.abc import Iterator
from dataclasses import replace

from kgbuild.extract.relations.fitting import GOVERNING
from kgbuild.extract.relations.holders import Holder
from kgbuild.extract.relations.phrases import Body, Phrase
from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.lexicon import is_central_bank, is_party, words
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Type
from kgbuild.ontology import Ontology

_RELATION = "MEMBER_OF"
_PARTISAN = frozenset({"ruling", "governing", "opposition"})


def is_of_party(scene: Scene, phrase: Phrase, body: Body) -> bool:
    """Say whether it is the party of who rules: "Prime Minister Rutte of the ruling Liberals".

    Of a president it must be sure that it is one: he may be that of a league, or of the party.
    """
    doc, span = scene.span.doc, body.anchor.span
    ruler = doc[phrase.nouns[0].head].lower_
    if ruler not in GOVERNING or scene.type(body.anchor) is not Type.ORGANIZATION:
        return False
    if doc[span.start - 1].lower_ in _PARTISAN or "party" in span.text.lower().split():
        return True
    may_head = ruler in {"chancellor", "president"} or is_central_bank(span.text)
    named = any(t.lower_ in words("organization", "parties") or t.is_upper for t in span)
    named = named or is_party(scene.referents[body.anchor.referent].names)
    return named and not may_head


def member(
    scene: Scene, phrase: Phrase, holder: Holder, party: Body, ontology: Ontology
) -> Iterator[Fact]:
    """Yield that who rules is in the party."""
    relation = ontology.enabled(_RELATION)
    ends = holder.anchor, party.anchor
    if relation and relation.fits(*map(scene.type, ends)):
        word = scene.span.doc[phrase.nouns[0].head]
        yield Fact(ends[0], relation.name, ends[1], word, holder.rule, confidence=CLEAR)


def seated(scene: Scene, fact: Fact, phrase: Phrase) -> Iterator[Fact]:
    """Yield for what party one sits in a house: "a Nova member of the Senate"."""
    front, back = phrase.front, phrase.back
    if fact.relation != _RELATION or front is None or back is None:
        return
    party = scene.as_name(front.anchor, Type.ORGANIZATION)
    owned = scene.span.doc[front.end - 1].tag_ == "POS"
    if party is not None and not owned and fact.object is back.anchor:
        yield replace(fact, object=party)
