"""Ties that are told of another, or to another, by how a sentence tells them."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.references import kin, passing
from kgbuild.extract.references.referring import persons
from kgbuild.extract.references.speech import told_by
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.roles import office_at
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import DESCRIBING, POSSESSIVE, SUBJECTS
from kgbuild.extract.text.verbs import VERBAL, has_subject
from kgbuild.model import Form, Type

TOLD_TO = frozenset(
    """address assure brief greet host invite meet promise receive tell thank urge warn
    welcome""".split()
)
_GROUPS = frozenset("audience congregation crowd gathering rally conference".split())
_OWN_PEOPLE = frozenset(
    "colleague deputy director employee executive lawmaker manager member official worker".split()
)
"""Who speaks to these speaks to their body: "told workers at Acme"."""
_TELLERS = frozenset({"insider", "people", "person", "source"})
_STINTS = frozenset("career internship job spell stint tenure term".split())
_TIMES = frozenset({"after", "before"})
_FOUNDERS = frozenset({"co-founder", "cofounder", "founder"})
_TITLES = DESCRIBING - {"VBG", "VBN"}


def is_of_third(scene: Scene, score: Score, path: Sequence[Token]) -> bool:
    """Say whether it is told of a third: "Poe thanked Berg, who spoke to Lee": not Poe to Lee."""
    above = (t.head for t in path if t.dep_ == "relcl" and t.head in path)
    whose = (scene.heads.get(t.i) for t in above)
    ends = {score.subject.referent, score.object.referent}
    return any(a is not None and a.form is Form.NAME and a.referent not in ends for a in whose)


def is_told_to_others(teller: Token, body: Token) -> bool:
    """Say whether others are told it in a place, or a medium tells that they were.

    "Told fans at the Arena"; "told the judges, according to Radio One", ", Radio One reported".
    """
    named = head(body)
    verb = next((t for t in teller.ancestors if lemma(t) in TOLD_TO), None)
    if verb is None:
        return False
    hearers = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.tag_[0] in "NP"]
    if not hearers or any(named in t.subtree for t in hearers if not _is_crowd(t)):
        return False
    if named.dep_ == "nsubj":
        return verb.dep_ == "ccomp" and named.head == verb.head
    above = named.head.head
    if named.dep_ != "pobj" or above.lower_ == "according":
        return named.dep_ == "pobj"
    there = named.head.lower_ in {"at", "in", "inside", "outside"}
    return there and any(map(_is_crowd, hearers)) and above in (verb, *hearers)


def is_told_by_unnamed(hearer: Token) -> bool:
    """Say whether one without a name tells it: "a bid for Max Orr, a source told Radio One".

    The parser takes him for who is named before him.
    """
    verb = hearer.head
    if hearer.dep_ not in {"dobj", "dative"} or lemma(verb) != "tell" or not verb.i:
        return False
    if has_subject(verb):
        return False
    last = verb.nbor(-1)
    teller = next((t for t in (last, *last.ancestors) if t.dep_ == "appos"), None)
    if teller is None or teller.right_edge != last or teller.left_edge.nbor(-1).text != ",":
        return False
    one = teller.left_edge.lower_ in {"a", "an"} or teller.left_edge.tag_ == "CD"
    return one and (lemma(teller) in persons() | _TELLERS)


def _is_crowd(hearers: Token) -> bool:
    word = lemma(hearers)
    return word in _GROUPS or (hearers.tag_ == "NNS" and word not in _OWN_PEOPLE)


def is_beside_doer(person: Token, body: Token) -> bool:
    """Say whether who does it was there: "started it with Ann Lee after a stint at Acme"."""
    noun = body.head.head
    if body.dep_ != "pobj" or lemma(noun) not in _STINTS or noun.dep_ != "pobj":
        return False
    verb, above = noun.head.head, person.head
    return verb.pos_ in VERBAL and above.head == verb and person.dep_ in {"pobj", "dobj"}


def is_told_of_who(scene: Scene, subject: Anchor, object_: Anchor) -> bool:
    """Say whether "who" tells it of another: "Orr, who sits for the Greens, met her"."""
    clause = next((t for t in object_.span.root.ancestors if t.dep_ == "relcl"), None)
    if clause is None or all(t.tag_ != "WP" or t.head != clause for t in clause.lefts):
        return False
    whose, inside = scene.heads.get(clause.head.i), set(clause.subtree)
    if whose is None and clause.head.tag_ == "NN":  # "an aide to Orr who sits for the Greens"
        root = subject.span.root
        return root.dep_ == "pobj" and root.head.head == clause.head
    if whose is None or whose.form is not Form.NAME:
        return False
    if any(scene.type(a) is not Type.PERSON for a in (subject, whose)):
        return False
    mine = [a.span.root for a in scene.anchors if a.referent == subject.referent]
    if all(t.i > clause.right_edge.i for t in mine):
        return True
    joined = {*conjuncts(clause.head), *clause.head.ancestors}
    return inside.isdisjoint(mine) and joined.isdisjoint(mine) and clause.head not in mine


def is_told_of_which(scene: Scene, one: Anchor, other: Anchor) -> bool:
    """Say whether "which" tells it of the last of some: "Acme and Beta, which owns Gamma"."""
    clause = next((t for t in other.span.root.ancestors if t.dep_ == "relcl"), None)
    words = clause.lefts if clause is not None else ()
    which = next((t for t in words if t.lower_ == "which" and t.dep_[:5] == "nsubj"), None)
    whose = scene.heads.get(which.i) if which is not None else None
    if clause is None or whose is None or scene.type(whose) is not scene.type(one):
        return False
    if any(t.tag_ == "VBP" or t.lower_ == "were" for t in (clause, *clause.children)):
        return False
    mine = {a.span.root for a in scene.anchors if a.referent == one.referent}
    return whose.referent != one.referent and mine.isdisjoint(clause.subtree)


def is_beside_holder(scene: Scene, one: Anchor, body: Token, path: Sequence[Token]) -> bool:
    """Say whether one only is near to who has to do with a body.

    "A friend of Ajax coach Max Orr", "was a pupil of the founder of Acme".
    """
    inner = [t for t in path if t in body.ancestors]
    above = [a for t in inner if (a := scene.heads.get(t.i)) is not None]
    if any(a.referent == one.referent for a in above):
        return False
    outer = set(one.span.root.ancestors)
    near = [t for t in inner if lemma(t) in kin.ALL | words("person", "near") and t not in outer]
    person = {t.head.head for t in inner if t.dep_ == "pobj" and t.head.lower_ in {"of", "to"}}
    return not person.isdisjoint(near)


def is_spoken_to(body: Anchor) -> bool:
    """Say whether one but speaks to a body: "briefing the Ghana News Agency, the director said"."""
    root = body.span.root
    return root.dep_ == "dobj" and root.head.tag_ == "VBG" and lemma(root.head) in TOLD_TO


def is_whose_of_next(scene: Scene, person: Anchor, body: Anchor) -> bool:
    """Say whether it is the next body's: "Acme and Beta, whose chairman is Ann Lee"."""
    for token in scene.whose:
        if body.span.end <= token.i < person.span.start:
            whose = scene.heads.get(token.i)
            if whose is not None and whose.referent != body.referent:
                return scene.type(whose) is scene.type(body)
    return False


def is_made_by(scene: Scene, doer: Token, body: Anchor) -> bool:
    """Say whether it is another body: "Acme was bought by Beta, a fund founded by Ann Lee"."""
    verb = doer.head.head
    noun = verb.head
    if doer.head.dep_ != "agent" or verb.dep_ != "acl":
        return False
    start = noun.left_edge.i
    named = scene.ends.get(start - 2) if noun.doc[start - 1].text == "," else None
    whose = named or scene.heads.get(noun.i)
    if whose is None or whose.form is not Form.NAME or whose.referent == body.referent:
        return False
    return scene.type(whose) is scene.type(body) and body.span.root not in verb.subtree


def is_of_its_own(scene: Scene, person: Anchor, body: Anchor) -> bool:
    """Say whether "its" tells whose the office is: "was put under Acme after its head, Ann Lee".

    Or the name of another: "Acme chief Bo Berg and Peru's health minister, Ann Lee".
    """
    noun = person.span.root.head
    if person.span.root.dep_ == "appos" and _is_of_named(scene, noun, body):
        return True
    own = (c for c in noun.children if c.tag_ == "PRP$") if noun.tag_ == "NN" else ()
    whose = next((scene.heads[t.i] for t in own if t.i in scene.heads), None)
    if whose is None or person.span.root.dep_ != "appos" or body.span.end > noun.i:
        return False
    return scene.type(whose) is scene.type(body) and whose.referent != body.referent


def _is_of_named(scene: Scene, office: Token, body: Anchor) -> bool:
    """Say whether an office is said to be of another than of a body that stands before it."""
    owners = [scene.heads[c.i] for c in office.children if c.dep_ == "poss" and c.i in scene.heads]
    named = [a for a in owners if a.form is Form.NAME and scene.type(a) is not Type.PERSON]
    if not named or office.tag_ != "NN" or not office_at(office)[0]:
        return False
    apart = body.span.root not in office.subtree and body.span.end <= named[0].span.start
    return apart and all(a.referent != body.referent for a in named)


def is_in_what_is_told(scene: Scene, person: Anchor, body: Anchor) -> bool:
    """Say whether an officer of the firm that the article is on but tells of a body.

    "Tiger pulled out, co-founder Ann Lee said": she is of the firm that is told of first. Her
    own she calls "the firm" there.
    """
    named = body.form is Form.NAME or body.span.root.tag_ == "WDT"
    if not named or _title(person.span) is None:
        return False
    if body.span.root not in told_by(person.span.root):
        return False
    bodies = (
        number
        for number, one in enumerate(scene.referents)
        if one.type is Type.ORGANIZATION and not passing.is_medium(one)
    )
    return next(bodies, body.referent) != body.referent


def is_of_state_dealt_with(scene: Scene, person: Anchor, state: Anchor) -> bool:
    """Say whether one of two states acts on the other after what an officer of either did.

    "Kenya will send no police to Haiti, a day after Prime Minister Ann Lee resigned".
    """
    subject, first = state.span.root, _title(person.span)
    if subject.dep_ not in SUBJECTS or scene.type(state) is not Type.PLACE:
        return False
    if not first or person.span.doc[first - 1].lower_ not in _TIMES or subject.i > first:
        return False
    before = (a for a in scene.anchors if a.span.end <= first)
    return any(scene.type(a) is Type.PLACE and a.referent != state.referent for a in before)


def _title(name: Span) -> int | None:
    """Return where an office begins that tells no body: "co-founder and CEO Ann Lee"."""
    doc, place = name.doc, name.start - 1
    if place < 0 or not (office_at(doc[place])[0] or doc[place].lower_ in _FOUNDERS):
        return None
    while place > 0 and (doc[place - 1].tag_ in _TITLES or doc[place - 1].tag_ == "CC"):
        place -= 1
        if doc[place].ent_type_ or doc[place].tag_ == "POS":
            return None
    return place if not place or doc[place - 1].tag_ not in POSSESSIVE else None


def head(name: Token) -> Token:
    """Return the noun that a name explains: "boss" of "his boss, Max Orr, was charged"."""
    return name.head if name.dep_ == "appos" and name.head.tag_ in {"NN", "NNS"} else name
