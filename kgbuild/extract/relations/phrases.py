"""The bodies around a role noun: "Huawei's", "its" before it, "of Gazprom" after it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgbuild.extract.names import posts
from kgbuild.extract.text import role_nouns, roles
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.role_nouns import Noun
from kgbuild.extract.text.roles import OF_WHOM
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import DESCRIBING, LINKS, POSSESSIVE
from kgbuild.extract.text.vocabulary import ELECTED
from kgbuild.model import Form, Type

LONGEST = 8  # tokens of the noun phrase after a preposition, names counted as one
_NOMINAL = DESCRIBING | frozenset("DT JJR JJS PDT POS PRP$".split())


_FREE = frozenset("the a an former ex ex- one-time onetime longtime veteran".split())
_OWNERS = frozenset({"PRP$", "WP$"})
_JOINTS = LINKS | {"/"}
_LANDS = frozenset({"capital", "city", "country", "district", "province", "region", "town"})
_OF_STATES = frozenset({"minister", "secretary"})


@dataclass(frozen=True, slots=True)
class Body:
    """What an office belongs to, and the tokens from ``start`` to ``end`` that say so.

    ``narrows``: "head of research at X" is no head of X; the title ends at ``title_end``.
    ``others`` are bodies joined to it: "chief executive of Tesla and SpaceX".
    """

    anchor: Anchor
    start: int
    end: int
    word: str = ""
    front: bool = False
    narrows: bool = False
    title_end: int = 0
    others: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One or more role nouns that share holder and body: "founder and CEO of Huawei"."""

    nouns: tuple[Noun, ...]
    front: Body | None
    back: Body | None

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies of the side that names several, from left to right: "of Peru and Chile"."""
        for side in (self.front, self.back):
            if side is not None and side.others:
                found = sorted((side.anchor, *side.others), key=lambda a: a.span.start)
                return tuple(replace(side, anchor=anchor, others=()) for anchor in found)
        return ()

    @property
    def start(self) -> int:
        """The first token, a possessor's article included."""
        return self.front.start if self.front else self.nouns[0].start

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.back.end if self.back else self.nouns[-1].end


def phrases(scene: Scene) -> Iterator[Phrase]:
    """Yield the sentence's role nouns in groups, with the bodies around them."""
    group: list[Noun] = []
    for noun in role_nouns.find(scene):
        if group and not _adjoin(scene, group[-1], noun):
            yield _phrase(scene, group)
            group = []
        group.append(noun)
    if group:
        yield _phrase(scene, group)


def _adjoin(scene: Scene, left: Noun, right: Noun) -> bool:
    between = scene.span.doc[left.end : right.start]
    return 0 < len(between) <= 2 and all(t.lower_ in _JOINTS for t in between)


def _phrase(scene: Scene, group: list[Noun]) -> Phrase:
    front, back = body_before(scene, group[0].start), body_after(scene, group[-1].end)
    noun = scene.span.doc[group[0].head].lower_
    if front is not None and noun in _OF_STATES and _is_its_field(scene, front):
        front = body_before(scene, front.start)
    elif front is not None and noun not in ELECTED and _is_bare_place(scene, front):
        front = _owner(scene, front) or front
        if back is not None and noun in posts.OF_BRANCHES:
            back = replace(back, narrows=True)  # "the UK chief of Acme"
    return Phrase(tuple(group), front, back)


def _is_its_field(scene: Scene, body: Body) -> bool:
    """Say whether a name only tells what a minister is for: "France's EU affairs minister"."""
    doc, field = scene.span.doc, body.end
    return doc[field].lower_ == "affairs" and doc[field - 1].tag_ not in POSSESSIVE


def _is_bare_place(scene: Scene, body: Body) -> bool:
    """Say whether it is a place's name alone that stands before an office, no genitive."""
    named = body.anchor
    if named.form is not Form.NAME or scene.type(named) is not Type.PLACE:
        return False
    return (
        not body.others and scene.ends.get(body.end - 1) is named and named.span[-1].tag_ != "POS"
    )


def _owner(scene: Scene, place: Body) -> Body | None:
    """Return the body whose branch a place tells: Acme, in "Acme's Senegal director"."""
    owner = body_before(scene, place.start)
    owned = owner is not None and scene.type(owner.anchor) is Type.ORGANIZATION
    if owner is None or not owned or scene.span.doc[place.start - 1].tag_ not in POSSESSIVE:
        return None
    return replace(owner, end=place.end, narrows=True)


def body_before(scene: Scene, start: int) -> Body | None:
    """Return the body just before a role noun: "Huawei CEO", "Huawei's", "its"."""
    place = start - 1
    if place < scene.span.start:
        return None
    doc = scene.span.doc
    if doc[place].tag_ == "POS" and place not in scene.ends:
        place -= 1
    anchor = scene.ends.get(scene.before_aside(place))
    if anchor is None or (anchor.form is Form.PRONOUN and doc[place].tag_ not in _OWNERS):
        return None
    if scene.type(anchor) is Type.PERSON and doc[start - 1].tag_ not in POSSESSIVE:
        return None
    first = anchor.span.start
    if _is_owned_player(scene, anchor, start):
        owner = body_before(scene, first)
        return replace(owner, end=start) if owner else None
    other = _joined_before(scene, anchor)
    if other is not None:
        first = other.span.start
    if first > scene.span.start and doc[first - 1].tag_ == "DT":
        first -= 1
    return Body(anchor, first, start, front=True, others=(other,) if other else ())


def _is_owned_player(scene: Scene, people: Anchor, start: int) -> bool:
    """Say whether a people stands between a team and its player: "the club's Iranian coach"."""
    if people.form is not Form.NOMINAL or scene.type(people) is not Type.PLACE:
        return False
    doc, before = scene.span.doc, people.span.start - 1
    owned = before >= scene.span.start and doc[before].tag_ in POSSESSIVE
    return owned and doc[start].lower_ in words("sport", "players")


def _joined_before(scene: Scene, last: Anchor) -> Anchor | None:
    """Return the first of two bodies of one office: "former Genk and Ghana winger Kofi Ba".

    Not where another word governs it: "a row between Acme and Beta founder Ann Lee".
    """
    doc, place = scene.span.doc, last.span.start - 1
    if place <= scene.span.start or doc[place].lower_ not in {"and", "&"}:
        return None
    other = scene.ends.get(place - 1)
    if other is None or Form.PRONOUN in {other.form, last.form}:
        return None
    before = other.span.start - 1
    free = before < scene.span.start or doc[before].is_punct or doc[before].lower_ in _FREE
    free = free or doc[before].tag_ in _OWNERS
    return other if free else None


def body_after(scene: Scene, end: int) -> Body | None:
    """Return the body after a role noun: "of Gazprom", "of research at Gazprom"."""
    doc = scene.span.doc
    if end >= scene.span.end - 1 or doc[end].lower_ not in OF_WHOM:
        return None
    word, last = doc[end].lower_, _phrase_end(scene, end + 1)
    land = doc[last].lower_ in roles.words("lands")  # "the ruler of Pahang state"
    anchor = scene.ends.get(last - 1 if land else last)
    if anchor is not None and anchor.span.start > end:
        title = last + 1 if word == "to" else 0
        others = _joined(scene, anchor)
        stop = others[-1].span.end if others else last + 1
        return Body(anchor, end, stop, word, title_end=title, others=others)
    named = _named_behind(scene, end + 1, last) if word in {"of", "at"} else None
    if named is not None:
        return Body(named, end, named.span.end, word)
    if word not in {"of", "for"} or last <= end or last + 2 >= scene.span.end:
        return None
    inner = doc[last + 1].lower_
    if inner not in {"at", "of", "for"} or any(i in scene.named for i in range(end, last + 1)):
        return None
    if inner != "at" and any(t.tag_ in {"NNP", "CD"} for t in doc[end : last + 1]):
        return None  # "of the Foo Bar team for the league": an unknown name is the body
    final = _phrase_end(scene, last + 2)
    anchor = scene.ends.get(final)
    if anchor is None or anchor.span.start <= last:
        return None
    return Body(anchor, end, final + 1, inner, narrows=True, title_end=last + 1)


def _named_behind(scene: Scene, start: int, last: int) -> Anchor | None:
    """Return the body that a comma parts from what it is: "head of its parent, Beta Group,"."""
    doc, place = scene.span.doc, last + 2
    if place >= scene.span.end or doc[last + 1].text != "," or doc[last].tag_ != "NN":
        return None
    if doc[start].tag_ not in {"DT", "PRP$"} and start not in scene.starts:
        return None
    anchor = scene.starts.get(place + (doc[place].lower_ == "the"))
    if anchor is None or anchor.form is not Form.NAME:
        return None
    kind, end = scene.type(anchor), anchor.span.end
    fits = kind is Type.ORGANIZATION or (kind is Type.PLACE and doc[last].lower_ in _LANDS)
    closed = end >= scene.span.end or doc[end].text in {",", ".", ";", ")"}
    return anchor if fits and closed else None


def _joined(scene: Scene, first: Anchor) -> tuple[Anchor, ...]:
    """Return the name that stands right after this one and "and", if the parse joins them."""
    place = first.span.end
    if place >= scene.span.end or scene.span.doc[place].lower_ not in {"and", "&"}:
        return ()
    other = scene.starts.get(place + 1)
    if other is None or scene.type(other) is not scene.type(first):
        return ()
    return (other,) if other.span.root.head.i == first.span.root.i else ()


def _phrase_end(scene: Scene, place: int) -> int:
    """Return the last token of the noun phrase that begins here; before it, if none does."""
    doc, named = scene.span.doc, False
    for _ in range(LONGEST):
        if place >= scene.span.end:
            break
        anchor = scene.starts.get(place)
        if anchor is not None and anchor.span.end > place:
            if place - 1 in scene.ends and named and scene.type(anchor) is Type.PERSON:
                break  # "president of Ukraine Volodymyr Zelensky"
            place, named = anchor.span.end, True
        elif named and "npadvmod" in {doc[place].dep_, doc[place].head.dep_}:
            break  # "chief of Acme last month"
        elif doc[place].tag_ in _NOMINAL or doc[place : place + 2].text.lower() == "then-":
            place += 1
        else:
            break
    return place - 1
