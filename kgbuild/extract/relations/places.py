"""Which place lies in which, and where a firm is based, by the words between two names."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from kgbuild.extract.relations.compounds import bearer
from kgbuild.extract.text.clauses import acts_behind, subjects
from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.lexicon import is_force, state, words
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.spans import BEFORE_NOUN, DESCRIBING
from kgbuild.extract.vetoes.whereabouts import CONTINENTS
from kgbuild.extract.words import table
from kgbuild.model import Form, Type
from kgbuild.names import normalise
from kgbuild.ontology import Ontology

MOST_WORDS = 4  # of a firm's name before "of Oslo"; longer ones go on: "High Court of Justice of"
_WIDER = frozenset("province state county region oblast prefecture district governorate".split())
_AMERICAN = frozenset(
    """Ala. Ariz. Ark. Calif. Colo. Conn. D.C. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich.
    Minn. Miss. Mo. Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Okla. Ore. Pa. R.I. S.C. S.D.
    Tenn. Tex. Va. Vt. W.Va. Wash. Wis. Wyo.""".split()
)
"""States by their short names, as the agencies write them behind a town."""
_SIDES = frozenset(
    """north south east west northern southern eastern western central northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern inner outer""".split()
)
_PUBLIC = frozenset(
    """brigade bundeswehr centre central chamber civil corps customs directorate division front
    greens guard guards forces headquarters inspectorate intelligence militia militias
    monarchy movement national prosecutor prosecutors regulator republicans
    security service services state statistics supreme troops""".split()
)
"""In the names of what a state has for itself: its services, troops, parties."""

ARMED = frozenset({"armed", "guerrilla", "insurgent", "jihadist", "militant", "rebel"})
_BRED = frozenset(
    ["born and raised in", "born and bred in", "born and brought up in", "born and reared in"]
)
_WITHIN = frozenset("DT JJ NN NNP IN HYPH".split())
_TITLES = DESCRIBING | {","}


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield "Paris, France", "China's Shanxi Province" and "Shenzhen-based Huawei"."""
    places = [a for a in scene.anchors if scene.type(a) is Type.PLACE and a.form is Form.NAME]
    names = ("LOCATED_IN", "HEADQUARTERED_IN", "BORN_IN", "OPERATES_IN")
    located, based, born, busy = map(ontology.enabled, names)
    for place in places:
        if located is not None:
            for fact in (
                _comma(scene, place),
                _owned(scene, place),
                _in(scene, place),
                _within(scene, place),
            ):
                if fact is not None:
                    yield fact
        if based is not None:
            fact = _based(scene, place) or _from(scene, place) or _seat(scene, place)
            if fact is not None and (fact.relation != "OPERATES_IN" or busy is not None):
                yield fact
        if born is not None:
            fact = _born(scene, place) or _bred(scene, place)
            if fact is not None:
                yield fact
    if born is not None:
        states = [a for a in scene.anchors if scene.type(a) is Type.PLACE]
        yield from (fact for a in states if (fact := _native(scene, a)) is not None)


@cache
def _countries() -> frozenset[str]:
    names = [*table("countries"), *(name for names in table("regions").values() for name in names)]
    return frozenset(normalise(Type.PLACE, name) for name in names)


def is_wide(name: str) -> bool:
    """Say whether a place is of the kind that others are said to lie in.

    >>> is_wide("Shanxi Province"), is_wide("North China"), is_wide("Lyon")
    (True, True, False)
    """
    parts = normalise(Type.PLACE, name).split()
    if name in _AMERICAN or not parts:
        return name in _AMERICAN
    if parts[0] in _SIDES and len(parts) > 1:
        return is_wide(" ".join(parts[1:])) or parts[-1] in _WIDER
    return " ".join(parts) in _countries() or (len(parts) > 1 and parts[-1] in _WIDER)


def _comma(scene: Scene, inner: Anchor) -> Fact | None:
    """Read "Paris, France" and "Taiyuan, North China's Shanxi Province"."""
    doc, end = scene.span.doc, inner.span.end
    if end + 1 >= scene.span.end or doc[end].text != ",":
        return None
    outer = scene.starts.get(end + 1)
    owner = _owner_at(scene, outer)
    if owner is not None:
        outer = owner
    if not _holds(scene, inner, outer) or _is_list(scene, inner, outer):
        return None
    return _fact(inner, "LOCATED_IN", outer, "place:comma")


def _owned(scene: Scene, owner: Anchor) -> Fact | None:
    """Read "China's Shanxi Province"."""
    inner = _owner_at(scene, owner)
    if inner is None or not _holds(scene, inner, owner):
        return None
    return _fact(inner, "LOCATED_IN", owner, "place:genitive")


def _seat(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Germany's Acme Steel": a firm's seat, as it is not of what each state has."""
    firm = _owner_at(scene, place, Type.ORGANIZATION)
    if firm is None or firm.span.root.dep_ in BEFORE_NOUN:
        return None
    name = firm.span.text
    kinds = {t.lower_ for t in firm.span} & (words("organization", "government") | _PUBLIC)
    short = name.replace(".", "").isupper()  # services as often as firms
    if kinds or short or is_force(name) or name in words("organization", "names"):
        return None
    fact = _fact(firm, "HEADQUARTERED_IN", place, "place:genitive")
    return replace(fact, implied=True) if fact else None  # the model was seldom taught it


def _owner_at(scene: Scene, owner: Anchor | None, type_: Type = Type.PLACE) -> Anchor | None:
    """Return the name, as a rule a place, that stands after this one and its 's."""
    end = scene.past_genitive(owner) if owner is not None else None
    if end is None:
        return None
    doc = scene.span.doc
    while end < scene.span.end and doc[end].lower_ in _SIDES and end not in scene.starts:
        end += 1
    found = scene.starts.get(end)
    if found is None or scene.type(found) is not type_ or found.form is not Form.NAME:
        return None
    return found


def _in(scene: Scene, inner: Anchor) -> Fact | None:
    """Read "Taiyuan in Shanxi" where the parse, too, ties the one to the other."""
    doc, end = scene.span.doc, inner.span.end
    if end + 1 >= scene.span.end or doc[end].lower_ != "in":
        return None
    outer = scene.starts.get(end + 1) or scene.starts.get(end + 2)
    if not _holds(scene, inner, outer) or doc[end].head.i != inner.span.root.i:
        return None
    return _fact(inner, "LOCATED_IN", outer, "place:in")


def _within(scene: Scene, inner: Anchor) -> Fact | None:
    """Read "Kirumba, in the Congolese province of North Kivu"."""
    doc, end = scene.span.doc, inner.span.end + 1
    if end + 1 >= scene.span.end or text_in(doc, end - 1, end + 1).lower() != ", in":
        return None
    place = end + 1
    while place < scene.span.end and place not in scene.starts and doc[place].tag_ in _WITHIN:
        place += 1
    outer = scene.starts.get(place)
    if outer is not None and scene.past_genitive(outer) is not None:
        outer = _owner_at(scene, outer)  # "Vitoria, in Spain's Basque Country"
    if outer is None or outer.form is not Form.NAME or scene.type(outer) is not Type.PLACE:
        return None
    named = doc[place - 1].lower_ == "of" and doc[place - 2].lower_ in _WIDER
    named = named or outer.span.start > place
    if not named and not is_wide(scene.referents[outer.referent].name):
        return None
    return _fact(inner, "LOCATED_IN", outer, "place:within")


def _based(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Shenzhen-based telecom giant Huawei"."""
    doc, end = scene.span.doc, place.span.end
    if end + 2 >= scene.span.end or doc[end].text != "-" or doc[end + 1].lower_ != "based":
        return None
    firm = bearer(scene, place)
    return _fact(firm, "HEADQUARTERED_IN", place, "place:based") if firm is not None else None


def _from(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Acme, a steel group from Oulu", "Acme of Oulu", "Acme is a maker of lifts in Oulu"."""
    prep = place.span.root.head
    if place.span.root.dep_ != "pobj" or prep.lower_ not in {"from", "in", "of", "on"}:
        return None
    if prep.lower_ == "of":
        return _of(scene, place)
    noun = prep.head
    if noun.i in scene.heads and noun.dep_ == "pobj":
        return None  # "Acme, a rival of Beta in Oslo"
    if _is_seat(noun):  # "Acme, a bank with its head office in Oulu"
        noun = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun
    elif prep.lower_ == "on":
        return None
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    if noun.lower_ not in words("organization", "companies"):
        return None
    firms = [noun.head] if noun.dep_ == "appos" else []
    if noun.dep_ == "attr" and noun.head.lower_ == "is":
        firms = [c for c in noun.head.children if c.dep_ == "nsubj"]
    firm = scene.heads.get(firms[0].i) if firms else None
    if firm is None or firm.form is not Form.NAME or scene.type(firm) is not Type.ORGANIZATION:
        return None
    there = prep.lower_ == "in" and _is_but_busy(noun, place)
    return _fact(firm, "OPERATES_IN" if there else "HEADQUARTERED_IN", place, "place:from")


def _is_but_busy(noun: Token, place: Anchor) -> bool:
    """Say whether a firm is only said to be at work in a land: "the largest bank in Chad".

    "A bank in Chad" has its seat there; a rebel group may have none.
    """
    land = state(place.span.text) is not None or place.span.text in CONTINENTS
    whose = [c for c in noun.children if c.dep_ in {"det", "poss"}]
    armed = any(c.lower_ in ARMED for c in noun.children)
    definite = any(c.dep_ == "poss" or c.lower_ == "the" for c in whose)
    return land and (armed or definite) and not _is_seat(place.span.root.head.head)


def _is_seat(noun: Token) -> bool:
    if noun.lower_ == "headquarters":
        return True
    return noun.lower_ == "office" and any(c.lower_ in {"head", "main"} for c in noun.children)


def _of(scene: Scene, place: Anchor) -> Fact | None:
    before = place.span.start - 1
    firm = scene.ends.get(before - 1) if before > scene.span.start else None
    if firm is None or firm.form is not Form.NAME or scene.type(firm) is not Type.ORGANIZATION:
        return None
    if scene.span.doc[before].lower_ != "of" or len(firm.span) > MOST_WORDS:
        return None
    return _fact(firm, "HEADQUARTERED_IN", place, "place:of")


def _born(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Ann Lee (born 12 June 1971 in Graz)"."""
    doc, i = scene.span.doc, place.span.start - 1
    if i <= scene.span.start or doc[i].lower_ != "in":
        return None
    i -= 1
    while i > scene.span.start and doc[i].tag_ in {"CD", ",", "NNP", "IN"} and doc[i].text != "(":
        i -= 1
    if doc[i].lower_ != "born" or doc[i - 1].text != "(":
        return None
    person = scene.ends.get(i - 2)
    if person is None or scene.type(person) is not Type.PERSON:
        return None
    return _fact(person, "BORN_IN", place, "place:born")


def _bred(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Ann Lee was born and raised in Linz"; the parser has her but raised there."""
    doc, end = scene.span.doc, place.span.start
    start = end - 4 - (text_in(doc, max(0, end - 2), end).lower() == "up in")
    if start < scene.span.start or text_in(doc, start, end).lower() not in _BRED:
        return None
    found = (scene.resolve(t) for t in subjects(doc[start]).tokens)
    person = next((a for a in found if a is not None and scene.type(a) is Type.PERSON), None)
    return _fact(person, "BORN_IN", place, "place:born") if person is not None else None


def _native(scene: Scene, place: Anchor) -> Fact | None:
    """Read "Oslo-born senator Ann Lee", "an Oslo-born senator, Ann Lee," and "Danish-born"."""
    doc, i = scene.span.doc, place.span.end + 2
    if text_in(doc, place.span.end, i).lower() != "-born":
        return None
    while i < scene.span.end:
        named = scene.starts.get(i)
        if named is not None and scene.type(named) is not Type.PLACE:
            parted = doc[i - 1].text == "," and named.span.root.head != doc[i - 2]
            if parted or scene.type(named) is not Type.PERSON or named.form is not Form.NAME:
                return None
            return _fact(named, "BORN_IN", place, "place:born")
        if doc[i].tag_ not in _TITLES:
            return None
        i = named.span.end if named else i + 1
    return None


def _holds(scene: Scene, inner: Anchor, outer: Anchor | None) -> bool:
    if outer is None or outer.form is not Form.NAME or scene.type(outer) is not Type.PLACE:
        return False
    if acts_behind(inner.span.root, outer.span.root):
        return False
    names = [scene.referents[a.referent].name for a in (inner, outer)]
    in_state = normalise(Type.PLACE, names[0]) in _countries() and not _is_part(outer)
    return inner.referent != outer.referent and is_wide(names[1]) and not in_state


def _is_part(outer: Anchor) -> bool:
    return outer.span[0].lower_ in _SIDES


def _is_list(scene: Scene, inner: Anchor, outer: Anchor | None) -> bool:
    """Say whether the two stand side by side in "China, Japan and Korea"."""
    if outer is None:
        return True
    doc, end = scene.span.doc, outer.span.end
    joined = any(c.dep_ in {"cc", "conj"} for t in (inner, outer) for c in t.span.root.children)
    follows = doc[end].lower_ if end < scene.span.end else "."
    return (joined and outer.span.root.dep_ == "conj") or follows in {"and", "or", "&"}


def _fact(inner: Anchor, relation: str, outer: Anchor | None, rule: str) -> Fact | None:
    if outer is None or inner.referent == outer.referent:
        return None
    return Fact(inner, relation, outer, inner.span.root, rule, confidence=CLEAR)
