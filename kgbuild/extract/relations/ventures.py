"""Whose a joint venture is, who works jointly: "Helix, a joint venture between Acme and Beta"."""

from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Token

from kgbuild.extract.text import roles
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.tagsets import LINKS
from kgbuild.extract.text.verbs import FULL, verb_above
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Form, Status, Type
from kgbuild.ontology import Ontology, Relation

RULE, JOINTLY = "venture", "jointly"
_OF = frozenset({"of", "between", "by"})
_JOINS = LINKS | {"the"}
_JOINTLY = frozenset({"jointly", "together"})
_IN_UNION = frozenset({"collaboration", "cooperation", "co-operation", "partnership", "tandem"})
_TOGETHER = _JOINTLY | _IN_UNION
_WORKS = frozenset(
    """assemble brew build breed construct create design develop drill explore finance fund grow
    launch make market mine offer open operate organise organize produce publish put research run
    sell set study test train work""".split()
)
"""What firms do together as partners: not "was added to the list together with"."""
_BUILDS = frozenset("build co-develop construct develop drill mine operate produce run".split())
"""What firms do as partners where one just does it "with" the other."""
_NO_WORKS = frozenset(
    """alliance bond business cause contact deal friendship link merger peace program programme
    rapport relation relationship tie trust venture""".split()
)
_UNIONS = frozenset({"collaboration", "partnership", "venture"})
_LEAVES = frozenset("abandon dissolve end exit leave quit terminate".split())
_GROUPS = frozenset({"venture", "consortium"})
_DEEDS = frozenset({"by", "from", "to", "with"})
MOST = 6  # that own one


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who owns a venture that is named, and who are partners."""
    owns, partners = map(ontology.enabled, ("OWNS", "PARTNERED_WITH"))
    if partners:
        yield from _joint(scene, partners)
        if not scene.lemmas.isdisjoint(_UNIONS):
            yield from _owned(scene, partners)
    for noun in scene.tokens if not scene.lemmas.isdisjoint(_GROUPS) else ():
        if lemma(noun) not in _GROUPS or noun.tag_ != "NN":
            continue
        owners, (venture, verb) = _owners(scene, noun), _venture(scene, noun)
        if venture is None and partners and _acts(noun):
            yield from (
                Fact(one, partners.name, other, noun, RULE, confidence=CLEAR)
                for one, other in combinations(owners, 2)
            )
        if (
            lemma(noun) != "venture"
            or venture is None
            or len(owners) < 2
            or venture.referent in {a.referent for a in owners}
        ):
            continue
        status = _status(noun)
        pairs = [(owns, (owner, venture)) for owner in owners]
        if verb is None or judge(verb).status is not Status.DENIED:
            pairs += [(partners, pair) for pair in combinations(owners, 2)]
        for relation, ends in pairs:
            if relation and relation.fits(*map(scene.type, ends)):
                yield Fact(
                    ends[0], relation.name, ends[1], noun, RULE,
                    verb=verb, status=status, implied=relation is owns, confidence=CLEAR,
                )  # fmt: skip


def _joint(scene: Scene, partners: Relation) -> Iterator[Fact]:
    """Yield who works "jointly with" whom, or whose things are tested so."""
    for word in scene.verbs if _TOGETHER.isdisjoint(scene.words) else scene.tokens:
        if word.pos_ == "VERB" and lemma(word) in _BUILDS:
            yield from _with(scene, word, partners)
        place = _behind_jointly(scene, word) if word.lower_ in _TOGETHER else None
        if place is None:
            continue
        other = scene.starts.get(place) or scene.starts.get(place + 1)
        verb = verb_above(word, FULL)
        if other is None or verb is None or lemma(verb) not in _WORKS:
            continue
        for one in _workers(scene, verb):
            if _are_bodies(scene, one, other):
                yield Fact(one, partners.name, other, verb, JOINTLY, verb=verb)


def _owned(scene: Scene, partners: Relation) -> Iterator[Fact]:
    """Yield whose partner one is by a genitive: "its joint venture with Acme"."""
    for noun in scene.tokens:
        if noun.tag_ != "NN" or noun.lower_ not in _UNIONS:
            continue
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        one = scene.resolve(owner) if owner is not None else None
        other = scene.under(noun, "with")
        if noun.dep_ == "dobj" and lemma(noun.head) in _LEAVES:
            continue  # a frame reads what is ended
        if one is not None and other is not None and _are_bodies(scene, one, other):
            yield Fact(one, partners.name, other, noun, RULE, status=_status(noun))


def _with(scene: Scene, verb: Token, partners: Relation) -> Iterator[Fact]:
    """Yield with whom somebody builds something: "is building a dam with Acme of Oslo"."""
    said = clause(verb)
    works = tuple(t for t in said.targets if t.tag_[:2] == "NN" or t.tag_ == "WDT")
    if said.subjects.passive or not works or any(lemma(t) in _NO_WORKS for t in works):
        return
    others = [scene.heads.get(t.i) for t in said.after("with", works, deep=False)]
    under_way = verb.tag_ == "VBG" and judge(verb).status is Status.PLANNED  # "is building"
    told = None if under_way else verb
    for one in (scene.resolve(t) for t in said.doers):
        for other in others:
            if one is not None and other is not None and _are_bodies(scene, one, other):
                yield Fact(one, partners.name, other, verb, JOINTLY, verb=told)


def _are_bodies(scene: Scene, one: Anchor, other: Anchor) -> bool:
    """Say whether two may be partners: bodies, and not the same."""
    both = {scene.type(one), scene.type(other)} == {Type.ORGANIZATION}
    return both and one.referent != other.referent


def _status(noun: Token) -> Status:
    """Return what the words before a venture make of it: "a planned joint venture"."""
    before = (t.lower_ for t in noun.doc[noun.left_edge.i : noun.i])
    return roles.status(before, Status.ASSERTED)


def _behind_jointly(scene: Scene, word: Token) -> int | None:
    """Return where whom begins behind "jointly with" or "in cooperation with"."""
    doc, place = scene.span.doc, word.i
    if place + 2 >= scene.span.end or doc[place + 1].lower_ != "with":
        return None
    union = word.lower_ in _IN_UNION and place > 0 and doc[place - 1].lower_ == "in"
    return place + 2 if union or word.lower_ in _JOINTLY else None


def _workers(scene: Scene, verb: Token) -> Iterator[Anchor]:
    """Yield who does it, or, of "its vaccine is tested", whose it is."""
    found = subjects(verb)
    for token in found.tokens:
        owner = next((c for c in token.children if c.dep_ == "poss"), token)
        one = scene.resolve(owner if found.passive else token)
        if one is not None:
            yield one


def _acts(noun: Token) -> bool:
    """Say whether a venture that has no name is told to do something, or has it done to it.

    So in "built by a consortium of Acme and Beta"; of "plans for a venture" it is not.
    """
    if _status(noun) is not Status.ASSERTED:
        return False
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in _DEEDS else noun.head
    acts = noun.dep_ in {"nsubj", "pobj"} and above.pos_ == "VERB"
    return acts and judge(above).status in FACTUAL


def _venture(scene: Scene, noun: Token) -> tuple[Anchor | None, Token | None]:
    """Return the venture's name, which the noun explains or is said of, and the verb of that."""
    head = noun.head
    if noun.dep_ == "appos":
        found, verb = _right_before(scene, noun) or scene.heads.get(head.i), None
    elif noun.dep_ == "attr" and lemma(head) in {"be", "remain"}:
        named_so = (scene.heads.get(c.i) for c in head.children if c.dep_ == "nsubj")
        found, verb = next(named_so, None), head
    else:
        return None, None
    named = found is not None and scene.type(found) is Type.ORGANIZATION
    return (found if named else None), verb


def _right_before(scene: Scene, noun: Token) -> Anchor | None:
    """Return who is named before "Acme and Beta, itself a venture of"."""
    doc, i = scene.span.doc, noun.left_edge.i - 1
    i -= i > scene.span.start and doc[i].lower_ == "itself"
    parted = i > scene.span.start and doc[i].text == ","
    return scene.ends.get(i - 1) if parted else None


def _owners(scene: Scene, noun: Token) -> list[Anchor]:
    """Return the bodies behind "of" or "between", shares in brackets aside."""
    doc, place, found, last = scene.span.doc, noun.i + 2, list[Anchor](), False
    if place > scene.span.end or doc[place - 1].lower_ not in _OF:
        return found
    while place < scene.span.end and len(found) < MOST:
        anchor = scene.starts.get(place)
        seat = anchor is not None and scene.type(anchor) is Type.PLACE
        if anchor is not None and seat and (after := scene.past_genitive(anchor)) is not None:
            place = after  # "of Peru's Acme and Beta"
        elif anchor is not None and anchor.form is Form.NAME:
            if scene.type(anchor) is not Type.ORGANIZATION:
                break
            found.append(anchor)
            if last:
                break  # "of Acme and Beta, Gamma said"
            place = anchor.span.end
        elif doc[place].text == "(":
            closing = (t.i for t in doc[place : scene.span.end] if t.text == ")")
            place = next(closing, scene.span.end) + 1
        elif doc[place].lower_ in _JOINS:
            last = last or doc[place].lower_ in {"and", "&"}
            place += 1
        else:
            break
    return found
