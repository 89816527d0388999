"""Names that the model cuts into pieces: departments with several subjects, a party's wing."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kgbuild.extract.lexicon import is_given, words
from kgbuild.extract.spans import Name
from kgbuild.model import Type

_FORMS = frozenset({"LLC", "OOO", "OAO", "PAO", "ZAO", "JSC", "OJSC", "PJSC", "CJSC"})
_DEPARTMENTS = frozenset(
    "bureau committee commission council department ministry office agency".split()
)
_WINGS = frozenset(
    """united secular marxist maoist leninist marxist-leninist centre socialist democratic unified
    reformed progressive nawaz quaid functional""".split()
)
_LINKS = frozenset({",", "and", "&"})
_LABELS = frozenset("DOB POB Gender Passport Nationality IMO National Tax ID Number".split())
_SURE = 3.0
LONGEST = 10
"""Tokens of a department's name."""


def entry(doc: Doc, index: int, names: Sequence[Name]) -> list[Name]:
    """Return the names of a register's entry: "POE, Max Otto, Lima; DOB 1958" is on one person."""
    plain = [n for n in names if _LABELS.isdisjoint(t.text for t in doc[n.start : n.end])]
    first = 0
    while first < len(doc) and doc[first].is_upper and doc[first].is_alpha:
        first += 1
    end = first + 1
    while end < len(doc) and doc[end].is_title:
        end += 1
    if not first or end == first + 1 or doc[first].text != ",":
        return plain
    person = Name(index, 0, end, Type.PERSON, _SURE)
    return [person, *(n for n in plain if n.start >= end)]


def whole(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one those that the model has in pieces."""
    wide = [_widened(doc, name) for name in _lists(doc, names)]
    longer = [n for n in wide if n not in names]
    rest = [n for n in wide if n in names]
    done: list[Name] = []
    for name in [*longer, *rest]:
        if not any(name.start < o.end and o.start < name.end for o in done):
            done.append(name)
    return sorted(done, key=lambda n: n.start)


def _lists(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one the Specially Designated Nationals and Blocked Persons List."""
    found = [n for n in names if n.type is Type.LISTING]
    starts = {n.start: n for n in found}
    made = []
    for first in found:
        last = starts.get(first.end + 1)
        bare = doc[first.end - 1].lower_ not in words("listing", "heads")
        joined = doc[first.end : first.end + 1].text == "and" and first.end - first.start > 1
        if last and joined and bare and doc[last.end - 1].lower_ in words("listing", "heads"):
            made.append(replace(first, end=last.end))
    return [*made, *names]


def _widened(doc: Doc, name: Name) -> Name:
    start, end = name.start, name.end
    if name.type is Type.PERSON:
        return replace(name, end=_past_family_name(doc, name))
    if name.type is Type.ORGANIZATION:
        start, end = _first_subject(doc, start, end), _past_subjects(doc, start, end)
        if (
            start
            and doc[start - 1].text in _FORMS
            and not doc[start - 2 : start - 1].text.istitle()
        ):
            start -= 1  # OOO Yug
        end = _past_wing(doc, end)
        end += doc[end - 1 : end + 1].text == "Sdn. Bhd."
    if doc[end - 1 : end + 2].text == "State-Owned":
        end += 2
        while end < len(doc) and doc[end].is_title:
            end += 1
    if (start, end) == (name.start, name.end):
        return name
    return replace(name, start=start, end=end, type=Type.ORGANIZATION, weight=3.0)


def _first_subject(doc: Doc, start: int, end: int) -> int:
    """Return where "the Foreign, Commonwealth and Development Office" begins."""
    if doc[end - 1].lower_ not in _DEPARTMENTS:
        return start
    place = start
    while place > 1 and doc[place - 1].text in _LINKS and _is_subject(doc, place - 2):
        place -= 2
    return place if doc[place - 1].lower_ == "the" else start


def _past_subjects(doc: Doc, start: int, end: int) -> int:
    """Return where "the Department for Business, Energy & Industrial Strategy" ends."""
    if doc[start].lower_ not in _DEPARTMENTS or doc[start + 1 : start + 2].text not in {
        "of",
        "for",
    }:
        return end
    place = end
    while place + 1 < min(len(doc), start + LONGEST) and doc[place].text in _LINKS:
        if not _is_subject(doc, place + 1):
            break
        last = doc[place].text != ","
        place += 2
        while last and place < len(doc) and doc[place].is_title and doc[place].tag_[:2] == "NN":
            place += 1
        if last:
            return place
    return end


def _is_subject(doc: Doc, place: int) -> bool:
    return doc[place].is_title and doc[place].lower_ in words("organization", "subjects")


def _past_wing(doc: Doc, end: int) -> int:
    """Return where "the Janata Dal (United)" ends."""
    closed = next((t.i for t in doc[end : end + 5] if t.text == ")"), 0)
    inner = doc[end + 1 : closed]
    wing = doc[end : end + 1].text == "(" and len(inner) > 0
    return closed + 1 if wing and all(t.lower_ in _WINGS | {"-"} for t in inner) else end


def _past_family_name(doc: Doc, name: Name) -> int:
    """Return where "Petra (Kvitova)", as a quotation is explained, ends."""
    behind = doc[name.end : name.end + 3]
    given = name.end - name.start == 1 and is_given(doc[name.start].text)
    family = len(behind) == 3 and behind[1].ent_type_ == "PERSON"
    return (
        name.end + 3 if given and family and behind[0].text + behind[2].text == "()" else name.end
    )
