"""Set words of sport: "Serie A side Lecce", "on loan from Genk", "a Ghana international"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgbuild.extract.relations.compounds import status_before
from kgbuild.extract.text import roles
from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_nation, state_of_people
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Form, Status, Type
from kgbuild.ontology import Ontology

RULE = "club"
_LANDS = frozenset({Type.ORGANIZATION, Type.PLACE})
_CLUBS = frozenset(
    """champions club franchise giants leaders newcomers outfit side strugglers team""".split()
)
_OTHERS = frozenset(
    """ambassador businessman businesswoman delegate fan fixture journalist minister official owner
    president referee reporter side spokesman spokeswoman supporter team tycoon umpire""".split()
)
"""Who plays for no team, though the article is on sport."""


def find(scene: Scene, ontology: Ontology, *, sport: bool) -> Iterator[Fact]:
    """Yield clubs named right behind their league, players on loan, those of national teams.

    ``sport`` says that the article is on it: elsewhere "Ghana baker Max Orr" is in no team.
    """
    for body in scene.anchors:
        facts: tuple[Fact | None, ...] = ()
        if scene.type(body) in _LANDS and _is_states(body):
            facts = (_international(scene, body), _of_nation(scene, body) if sport else None)
        elif scene.type(body) is Type.ORGANIZATION and body.form is Form.NAME:
            facts = _club_of(scene, body), _lent(scene, body)
        for fact in facts:
            known = ontology.enabled(fact.relation) if fact else None
            if fact is not None and known is not None:
                yield fact


def managed(
    facts: Iterable[Fact], scene: Scene, ontology: Ontology, *, sport: bool
) -> Iterator[Fact]:
    """Yield the facts; in sport the manager of a body trains it: "new Genk manager Max Orr"."""
    trains = ontology.enabled("PLAYS_FOR") if sport else None
    for fact in facts:
        manages = fact.relation == "WORKS_FOR" and fact.role == "manager"
        if trains is None or not manages or scene.type(fact.object) is not Type.ORGANIZATION:
            yield fact
        else:
            yield replace(fact, relation=trains.name, role=None)


def _club_of(scene: Scene, league: Anchor) -> Fact | None:
    """Read "Serie A side Lecce" and "former Premier League champions Leicester"."""
    doc, end = scene.span.doc, league.span.end
    club = scene.starts.get(end + 1)
    if club is None or club.form is not Form.NAME or scene.type(club) is not Type.ORGANIZATION:
        return None
    if doc[end].lower_ not in _CLUBS or club.referent == league.referent:
        return None
    status, word = status_before(scene, league), league.span.root
    return Fact(club, "MEMBER_OF", league, word, RULE, status=status, confidence=CLEAR)


def _lent(scene: Scene, club: Anchor) -> Fact | None:
    """Read "Max Orr, on loan from Genk,": he is Genk's player yet."""
    doc, start = scene.span.doc, club.span.start
    start -= doc[start - 1].lower_ == "the"
    if start - 4 < scene.span.start or text_in(doc, start - 3, start).lower() != "on loan from":
        return None
    parted = doc[start - 4].text == ","
    player = scene.ends.get(start - 4 - parted)
    if player is None or player.form is not Form.NAME or scene.type(player) is not Type.PERSON:
        return None
    if doc[player.span.start - 1].text == "(":
        return None
    return Fact(player, "PLAYS_FOR", club, doc[start - 2], RULE, confidence=CLEAR)


def _international(scene: Scene, land: Anchor) -> Fact | None:
    """Read "Ghana international Max Orr" and "Max Orr, a former Dutch international,"."""
    doc, start, end = scene.span.doc, land.span.start, land.span.end
    named = scene.starts.get(end + 1)
    if text_in(doc, end, end + 1) != "international":
        return None
    before = []
    while start > scene.span.start and doc[start - 1].tag_ in {"JJ", "DT", "HYPH"}:
        start -= 1
        before.append(doc[start].lower_)
    if named is None and doc[start - 1].text == "," and doc[start].tag_ == "DT":
        named = scene.ends.get(start - 2)
    if named is None or named.form is not Form.NAME or scene.type(named) is not Type.PERSON:
        return None
    status, word = roles.status(before, Status.ASSERTED), doc[end]
    return Fact(named, "PLAYS_FOR", land, word, RULE, status=status, implied=True, confidence=CLEAR)


def _of_nation(scene: Scene, land: Anchor) -> Fact | None:
    """Read "Pakistan opener Max Orr" and "former Latvia centre Ann Lee"."""
    doc, end = scene.span.doc, land.span.end
    place = end
    while place < scene.span.end and doc[place].tag_ in {"NN", "JJ", "HYPH"}:
        place += 1
    player = scene.starts.get(place)
    named = land.form is Form.NAME and player is not None and player.form is Form.NAME
    if not named or player is None or scene.type(player) is not Type.PERSON:
        return None
    noun = doc[place - 1]
    if place == end or noun.tag_ != "NN" or lemma(noun) in _OTHERS:
        return None
    status = status_before(scene, land)
    return Fact(player, "PLAYS_FOR", land, noun, RULE, status=status, confidence=CLEAR)


def _is_states(land: Anchor) -> bool:
    name = land.span.text
    return is_nation(name) or state_of_people(name) is not None
