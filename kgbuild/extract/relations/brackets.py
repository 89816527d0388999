"""Whose one is, put to the name: "Ann Lee (SPD)", "Max Orr (Genk)", "Ann Lee, a Republican,"."""

from collections.abc import Iterable, Iterator

from kgbuild.extract.names.partisans import PARTISANS, SEATED
from kgbuild.extract.neural.scores import Score
from kgbuild.extract.relations.genitives import POLITICS, is_called_party
from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.lexicon import state
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RULE = "bracket"


def find(scene: Scene, ontology: Ontology, *, sport: bool) -> Iterator[Fact]:
    """Yield who is of a party or, in an article on sport, of a team."""
    for body in scene.anchors:
        person = _bracketed(scene, body)
        name = _relation(scene, body, sport=sport) if person is not None else "MEMBER_OF"
        person = person or _partisan(scene, body)
        if person is None or person.form is not Form.NAME or body.form is not Form.NAME:
            continue
        if scene.type(person) is not Type.PERSON:
            continue
        known = ontology.enabled(name or "")
        if known and known.fits(scene.type(person), scene.type(body)):
            yield Fact(person, known.name, body, body.span.root, RULE, confidence=CLEAR)


def is_anothers(score: Score, facts: Iterable[Fact]) -> bool:
    """Say whether a party is read to be another's: "Sen. Ann Lee and Republican Rep. Max Orr"."""
    own = [f.subject.referent for f in facts if f.rule == RULE and f.object == score.object]
    return score.relation == "MEMBER_OF" and bool(own) and score.key[0] not in own


def _bracketed(scene: Scene, body: Anchor) -> Anchor | None:
    """Return whom a body in brackets stands behind."""
    doc, start, end = scene.span.doc, body.span.start, body.span.end
    closed = doc[start - 1].text == "(" and text_in(doc, end, end + 1) == ")"
    return scene.ends.get(start - 2) if closed else None


def _partisan(scene: Scene, party: Anchor) -> Anchor | None:
    """Return who is called by a party: "Ann Lee, 44, a Democrat,", "Democratic Sen. Ann Lee"."""
    doc, start, place = scene.span.doc, party.span.start, party.span.end
    if party.span[-1].text not in PARTISANS:
        return None
    while place < scene.span.end and doc[place].lower_ in SEATED:
        place += 1
    named = scene.starts.get(place)
    if named is not None:
        return named
    if start - 3 < scene.span.start or doc[start - 2].text != "," or doc[start - 1].tag_ != "DT":
        return None
    start -= 2
    aged = doc[start - 1].tag_ == "CD" and doc[start - 2].text == ","
    return scene.ends.get(start - 3 if aged else start - 1)


def _relation(scene: Scene, body: Anchor, *, sport: bool) -> str | None:
    """Return what a body in brackets is to whom it stands behind: "(SPD)", but not "(WHO)"."""
    party = is_called_party(body)
    if party or (body.span.text.isupper() and not scene.lemmas.isdisjoint(POLITICS)):
        return "MEMBER_OF"
    team = scene.type(body) is Type.ORGANIZATION and state(body.span.text) is None
    return "PLAYS_FOR" if sport and team else None
