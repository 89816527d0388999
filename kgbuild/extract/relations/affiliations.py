"""Of which body somebody is: "Ann Lee of Norvane", "Ann Lee, formerly of the Reform Party"."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Told
from kgbuild.extract.relations.genitives import FIRMS, likeliest
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_central_bank, is_force, is_institution, is_party
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import GOES_ON
from kgbuild.extract.text.vocabulary import ELECTED
from kgbuild.model import Form, Statement, Status, Type
from kgbuild.ontology import Ontology

RULE = "of"
LIKELY = 0.1
"""From there on the model's word counts; below it the words around decide."""
SURE = 0.5
_KINDS = ("MEMBER_OF", "PLAYS_FOR", "WORKS_FOR")
_ONCE = frozenset({"formerly", "late", "previously"})
_ELECTED = ELECTED | {"minister"}
"""Behind such a title it is the party: "Senator Ann Lee of Nova"."""
_GOES_ON = GOES_ON - {"POS"}
_OF_WHICH = frozenset(
    """accuse acquit clear convict cure deprive inform remind rid rob strip suspect tell
    warn""".split()
)


def find(scene: Scene, told: Told, ontology: Ontology, *, sport: bool) -> Iterator[Fact]:
    """Yield of which bodies the sentence's persons are; ``sport`` as in genitives.is_of_sport."""
    for body in scene.anchors:
        of = _of(scene, body)
        person = _person(scene, of) if of is not None else None
        if of is None or person is None:
            continue
        name = _kind(scene, person, body, told, sport=sport)
        relation = ontology.enabled(name or "")
        if relation and relation.fits(scene.type(person), scene.type(body)):
            once = of.i > 0 and of.nbor(-1).lower_ in _ONCE
            status = Status.FORMER if once else Status.ASSERTED
            word = body.span.root
            yield Fact(person, relation.name, body, word, RULE, status=status, confidence=PLAIN)


def apart(found: Sequence[Statement]) -> list[Statement]:
    """Return the statements, of what one may be to a body the best told: "Governor Poe of Nova".

    What is told so loosely gives way to all that something else tells for sure.
    """
    loose = {(s.subject, s.object): s.relation for s in found if s.rule == RULE}
    sure = {(s.subject, s.object) for s in found if _is_rival(s, loose) and s.confidence >= SURE}
    return [
        one
        for one in found
        if not (one.rule == RULE and (one.subject, one.object) in sure)
        and not (_is_rival(one, loose) and (one.subject, one.object) not in sure)
    ]


def _is_rival(one: Statement, loose: Mapping[tuple[int, int], str]) -> bool:
    """Say whether it is something else to a body than "of" it."""
    kind = loose.get((one.subject, one.object))
    kinds = {*_KINDS, "LEADS"}
    return one.rule != RULE and kind not in {None, one.relation} and one.relation in kinds


def _of(scene: Scene, body: Anchor) -> Token | None:
    """Return the "of" before a body's name: "of the Reform Party", "of Vienna's Norvane"."""
    doc, place = scene.span.doc, body.span.start - 1
    if body.form is not Form.NAME or scene.type(body) is not Type.ORGANIZATION:
        return None
    if body.span.end < scene.span.end and doc[body.span.end].tag_ in _GOES_ON:
        return None  # "accused Ann Lee of Norvane fraud"
    if place > scene.span.start and doc[place].tag_ == "POS":
        town = scene.ends.get(place) or scene.ends.get(place - 1)
        if town is None or scene.type(town) is not Type.PLACE:
            return None
        place = town.span.start - 1
    if place > scene.span.start and doc[place].lower_ == "the":
        place -= 1
    if place <= scene.span.start or doc[place].lower_ != "of":
        return None
    return None if lemma(doc[place].head) in _OF_WHICH else doc[place]


def _person(scene: Scene, of: Token) -> Anchor | None:
    """Return whose name stands before "of", or before a comma and "formerly of"."""
    place = of.i - 1
    place -= of.doc[place].lower_ in _ONCE
    place -= of.doc[place].text == ","
    person = scene.ends.get(scene.before_aside(place)) if place >= scene.span.start else None
    if person is None or person.form is not Form.NAME or scene.type(person) is not Type.PERSON:
        return None
    return person


def _kind(scene: Scene, person: Anchor, body: Anchor, told: Told, *, sport: bool) -> str | None:
    """Return what one is to a body: a member of a party, a player, or at work."""
    doc, names = scene.span.doc, scene.referents[body.referent].names
    name = scene.referents[body.referent].name
    title = doc[person.span.start - 1].lower_ if person.span.start > scene.span.start else ""
    if title in _ELECTED and not (is_institution(name) or is_central_bank(name)):
        return "MEMBER_OF"
    works = not sport or is_force(name) or name.lower().split()[-1] in FIRMS
    kinds = [n for n in _KINDS if n != "PLAYS_FOR" or not works]
    if (likely := likeliest(told, person, body, kinds, LIKELY)) is not None:
        return likely
    if is_party(names):
        return "MEMBER_OF"
    return "WORKS_FOR" if works else None
