"""Whose a family name is where more than one of the family are told of."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from kgbuild.extract.names.short_forms import is_of_sex, is_short, sex_of_title
from kgbuild.extract.text.lexicon import sex_of_given
from kgbuild.extract.text.paragraphs import Paragraph, text_in, words_of
from kgbuild.extract.text.spans import Name
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.model import Type

Words = tuple[str, ...]

KIN = frozenset(
    """husband wife widow widower son daughter father mother brother sister twin grandson
    granddaughter nephew niece uncle aunt cousin grandfather grandmother""".split()
)
_YOUNG = frozenset("son daughter grandson granddaughter nephew niece".split())
_OLD = frozenset("father mother uncle aunt grandfather grandmother".split())
_BEFORE = {"younger": _YOUNG, "elder": _OLD, "older": _OLD}
_BEHIND = {"junior": _YOUNG, "senior": _OLD}
_CALLED = frozenset({"called", "named", ",", "(", "is", "was", "who"})
_WHOSE = frozenset({"a", "the", "his", "her", "their"})
_PLAIN = frozenset(", a the whose is was of late younger older elder twin only".split())
"""What besides the kin may stand between two of a family where one is told of by the other."""
FARTHEST = 10
"""Tokens before a name in which "the son of the baker" may stand; between two of a family."""
_FEMALE = re.compile(r"(?<=sk)(?:aya|aia|aja|a|iy|ii|y|i)$|(?<=[vn])a$")


def told(
    paragraphs: Sequence[Paragraph], names: Sequence[Name], words: Sequence[Words]
) -> list[Words]:
    """Return the words of the names, of a family name those of the one it is said to mean.

    So do "Mrs Penner", "the younger Savvidi" and "Savvidi senior". Where it is not said who is
    the younger one, it is neither; "Darryl" of "Darryl and Cheryl Penner" is a Penner.
    """
    words = _with_family(paragraphs, names, words)
    words = [
        (*own, "also") if _is_namesake(paragraphs, name) else own
        for name, own in zip(names, words, strict=True)
    ]
    families = _families(names, words)
    generations = {
        words[i]: found
        for i, name in reversed(list(enumerate(names)))
        if name.type is Type.PERSON and (found := _generation(paragraphs, name))
    }
    return [
        _meant(paragraphs, name, own, families.get(own, ()), generations)
        if name.type is Type.PERSON and len(own) == 1
        else own
        for name, own in zip(names, words, strict=True)
    ]


def _with_family(
    paragraphs: Sequence[Paragraph], names: Sequence[Name], words: Sequence[Words]
) -> list[Words]:
    """Return the words of the names, the family's with both in "Darryl and Cheryl Penner"."""
    others = {word for own in words if len(own) > 1 for word in own}
    known = {
        own: (*own, *other[1:])
        for (name, own), (after, other) in pairwise(zip(names, words, strict=True))
        if name.type is after.type is Type.PERSON
        and name.paragraph == after.paragraph
        and (len(own), len(other)) == (1, 2)
        and own[0] not in others
        and sex_of_given(own[0])
        and text_in(paragraphs[name.paragraph].doc, name.end, after.start) == "and"
    }
    return [
        known.get(own, own) if name.type is Type.PERSON else own
        for name, own in zip(names, words, strict=True)
    ]


def _is_namesake(paragraphs: Sequence[Paragraph], name: Name) -> bool:
    """Say whether one is called like one's kin: "his father, also named Jonas"."""
    if name.type is not Type.PERSON:
        return False
    doc = paragraphs[name.paragraph].doc
    before = [t.lower_ for t in doc[max(0, name.start - FARTHEST) : name.start]]
    words = [word for word in before if word not in _CALLED]
    return words[-1:] == ["also"] and not KIN.isdisjoint(words[-2:-1])


def _families(names: Sequence[Name], words: Sequence[Words]) -> dict[Words, tuple[Words, ...]]:
    """Return the full names by family name, one of each person."""
    found: dict[Words, list[Words]] = defaultdict(list)
    for name, own in zip(names, words, strict=True):
        if name.type is Type.PERSON and len(own) > 1 and own not in found[own[-1:]]:
            found[own[-1:]].append(own)
    return {
        family: tuple(
            own
            for own in full
            if not any(is_short((Type.PERSON, own), (Type.PERSON, other)) for other in full)
        )
        for family, full in found.items()
    }


def _meant(
    paragraphs: Sequence[Paragraph],
    name: Name,
    own: Words,
    family: Sequence[Words],
    generations: dict[Words, frozenset[str]],
) -> Words:
    doc = paragraphs[name.paragraph].doc
    before = doc[name.start - 1].lower_ if name.start else ""
    behind = text_in(doc, name.end, name.end + 1).lower()
    found: list[Words] = []
    if family and (sex := sex_of_title(before)):
        found = [full for full in family if is_of_sex((Type.PERSON, full), sex)]
        own = own if found else (*own, before)
    elif kind := _BEFORE.get(before) or _BEHIND.get(behind):
        if len(family) < 2:
            found = [one for one, other in generations.items() if len(one) == 1 and other is kind]
            return found[0] if len(found) == 1 else own
        if len(family) == 2:
            pairs = (family, family[::-1])
            found = [a for a, b in pairs if kind is generations.get(a, _other(generations.get(b)))]
        own = (*own, before if before in _BEFORE else behind)
    return found[0] if len(found) == 1 else own


def _other(generation: frozenset[str] | None) -> frozenset[str] | None:
    return {_YOUNG: _OLD, _OLD: _YOUNG}.get(generation) if generation else None


def _generation(paragraphs: Sequence[Paragraph], name: Name) -> frozenset[str] | None:
    """Return which kin one is called by: "his son, Max Berg", "Ann Lee, his mother"."""
    doc = paragraphs[name.paragraph].doc
    start = doc[name.start].sent.start
    before = [*words_of(doc)[max(start, name.start - 3) : name.start]]
    while before and before[-1] in {",", "is", "was"}:
        before.pop()
    behind = [word for word in words_of(doc)[name.end : name.end + 3] if word not in _WHOSE]
    kin = before[-1:]
    if kin[:1] in (["brother"], ["sister"]) and before[-2:-1]:
        return _BEFORE.get(before[-2])
    if behind[:1] == [","] and KIN.intersection(behind[1:2]):
        kin = behind[1:2]
    return next((words for words in (_YOUNG, _OLD) if words.intersection(kin)), None)


def is_kin_of(paragraphs: Sequence[Paragraph], name: Name) -> bool:
    """Say whether somebody is told of as another's kin, or another as theirs.

    "his father, Emil Berg", "the son of the baker Emil Berg".
    """
    doc = paragraphs[name.paragraph].doc
    start = doc[name.start].sent.start
    before = [t.lower_ for t in doc[max(start, name.start - FARTHEST) : name.start]]
    if not KIN.isdisjoint(before[-2:]):
        return True
    return any(word in KIN and after == "of" for word, after in pairwise(before))


def is_owner(doc: Doc, name: Name, other: Name) -> bool:
    """Say whether one is told of as another's kin right behind them: "Poe's wife, Ann Poe"."""
    between = doc[name.end : min(other.start, name.end + FARTHEST)]
    if other.start < name.end or between.end < other.start or between[:1].text not in {"'s", "'"}:
        return False
    told = any(t.lower_ in KIN for t in between)
    return told and not any(t.pos_ in {"VERB", "AUX"} for t in between)


def is_told_of(paragraphs: Sequence[Paragraph], one: Name, other: Name) -> bool:
    """Say whether another of a family is named but as who the subject is.

    "Ann Poe, wife of Max Poe, left". Of "the wife of President Max Poe" nobody knows who is next.
    """
    doc = paragraphs[one.paragraph].doc
    between = doc[one.end : min(other.start, one.end + FARTHEST)]
    words = {t.lower_ for t in between}
    subject = doc[one.start : one.end].root.dep_ in SUBJECTS
    return subject and between.end == other.start and bool(words & KIN) and words <= KIN | _PLAIN


def stem(family: str) -> str:
    """Return a family name as those of either sex have it in common.

    >>> stem("hajiyeva"), stem("yavorskaya"), stem("garcia")
    ('hajiyev', 'yavorsk', 'garcia')
    """
    return _FEMALE.sub("", family)
