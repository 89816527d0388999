"""Whom and what the words in a frame's slot mean, those beside and behind them included."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from kgbuild.extract.relations import arguments, companions, organs
from kgbuild.extract.relations.valency import Frame
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import OWNED
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.prepositions import brought
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import LINKS
from kgbuild.model import Form, Type

_BUYERS = frozenset({"consortium", "group", "syndicate"})
_HEADS = frozenset({"head", "lead"})


def of(
    scene: Scene, said: Clause, frame: Frame, slots: Sequence[str], nouns: tuple[Token, ...]
) -> list[Anchor]:
    """Return who or what fills the first of some slots that anything known fills."""
    for slot in slots:
        words = arguments.of(scene, said, frame, slot, nouns)
        found = [a for t in words if (a := organs.meant(scene, t, frame)) is not None]
        found += _strays(scene, words)
        found += _included(scene, words)
        found += _explained(scene, words)
        if frame.relation in OWNED:
            found += _leading(scene, words)
        if found:
            return [*found, *companions.of(scene, said, frame.relation, slot, found)]
    return []


def _strays(scene: Scene, words: Iterable[Token]) -> Iterator[Anchor]:
    """Yield bodies that the parser joins to another's seat: "Acme, Beta of Oslo and Gamma"."""
    for word in words:
        seat = scene.under(word, "of")
        if seat is None or scene.type(seat) is not Type.PLACE:
            continue
        joined = (scene.heads.get(t.i) for t in conjuncts(seat.span.root)[1:])
        yield from (a for a in joined if a is not None and scene.type(a) is Type.ORGANIZATION)


def _included(scene: Scene, words: Iterable[Token]) -> Iterator[Anchor]:
    """Yield whom "including" names of many: "sanctioned 50 firms, including Acme and Beta"."""
    many = (t for t in words if t.tag_ == "NNS" and scene.resolve(t) is None)
    names = (t for noun in many for t in brought(noun, "including"))
    yield from (a for t in names if (a := scene.heads.get(t.i)) is not None)


def _explained(scene: Scene, words: Iterable[Token]) -> Iterator[Anchor]:
    """Yield all who are named behind what they are: "met her deputies, Max Orr and Bo Berg".

    The parser ties but one of them to it.
    """
    doc = scene.span.doc
    for word in words:
        one = scene.resolve(word) if word.tag_ == "NNS" and word.i not in scene.heads else None
        place = word.i + 1
        if one is None or one.form is not Form.NAME or doc[place : place + 1].text != ",":
            continue
        while place < scene.span.end:
            anchor = scene.starts.get(place)
            if anchor is not None and anchor.form is Form.NAME:
                if scene.type(anchor) is scene.type(one) and anchor != one:
                    yield anchor
                place = anchor.span.end
            elif doc[place].lower_ in LINKS or doc[place].dep_ in {"compound", "nmod"}:
                place += 1
            else:
                break


def _leading(scene: Scene, words: Iterable[Token]) -> Iterator[Anchor]:
    """Yield who leads those that do it together: "sold to a consortium led by Ann Lee"."""
    many = (t for t in words if lemma(t) in _BUYERS and scene.resolve(t) is None)
    led = (c for t in many for c in t.rights if c.dep_ == "acl" and lemma(c) in _HEADS)
    doers = (t for verb in led for t in clause(verb).doers)
    yield from (a for t in doers if (a := scene.resolve(t)) is not None)
