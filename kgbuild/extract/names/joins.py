"""Names that the model cuts into pieces: departments with several subjects, a party's wing.

And those that an acronym behind them shows to go on, "the UN Mission in Haiti (UNMIH)".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from kgbuild.extract.names import acronyms
from kgbuild.extract.names.short_forms import is_introduced
from kgbuild.extract.text.lexicon import is_given, state, words
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.spans import Name
from kgbuild.extract.text.tagsets import LINKS
from kgbuild.extract.text.trimming import is_foreign
from kgbuild.model import Type

_FORMS = frozenset({"LLC", "OOO", "OAO", "PAO", "ZAO", "JSC", "OJSC", "PJSC", "CJSC"})
_DEPARTMENTS = frozenset(
    "bureau committee commission council department ministry office agency".split()
)
_WINGS = frozenset(
    """united secular marxist maoist leninist marxist-leninist centre socialist democratic unified
    reformed progressive nawaz quaid functional""".split()
)
_STATES = frozenset(
    """kingdom republic duchy principality emirate sultanate empire commonwealth union state
    confederation federation khanate caliphate isle islands province governorate""".split()
)
_JOINED = frozenset({"and", "and the"})
_UNIONS = frozenset({"union", "unions", "association", "federation"})
_WORKERS = frozenset("employees engineers nurses officers staff staffs teachers workers".split())
_GENITIVES = frozenset({"de", "des", "del", "della", "dos", "du"})
_LABELS = frozenset("DOB POB Gender Passport Nationality IMO National Tax ID Number".split())
_SURE = 3.0
LONGEST = 10
"""Tokens of a department's name."""
LONGEST_ACRONYM = 4
"""Tokens of "(IRGC ASF)" behind the bracket that opens."""


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
    names = _doubles(doc, _over_gaps(doc, names))
    names = [*_with_places(doc, names), *_in_brackets(doc, names), *names]
    wide = [_widened(doc, name) for name in _states(doc, _lists(doc, names))]
    longer = [n for n in wide if n not in names]
    rest = [n for n in wide if n in names]
    done: list[Name] = []
    for name in [*longer, *rest]:
        if not any(name.start < o.end and o.start < name.end for o in done):
            done.append(name)
    return sorted(done, key=lambda n: n.start)


def _over_gaps(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one those of the Caisse de dépôt et placement du Québec."""
    made: list[Name] = []
    for name in names:
        before = made[-1] if made else None
        gap = doc[before.end : name.start] if before else doc[:0]
        foreign = before and is_foreign(doc, before.start) and doc[name.start].lower_ in _GENITIVES
        if before and foreign and len(gap) < LONGEST and all(t.is_lower for t in gap):
            made[-1] = replace(before, end=name.end, type=Type.ORGANIZATION, weight=_SURE)
        else:
            made.append(name)
    return made


def _doubles(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one those of Antigua and Barbuda, or of Saint Kitts and Nevis."""
    made: list[Name] = []
    for name in names:
        before = made[-1] if made else name
        gap, both = text_in(doc, before.end, name.start), text_in(doc, before.start, name.end)
        if gap == "/" and both in words("organization", "names"):  # RFE/RL
            made[-1] = replace(before, end=name.end, type=Type.ORGANIZATION, weight=_SURE)
        elif gap in _JOINED and state(both):
            made[-1] = replace(before, end=name.end, type=Type.PLACE, weight=_SURE)
        else:
            made.append(name)
    return made


def _lists(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one the Specially Designated Nationals and Blocked Persons List."""
    found = [n for n in names if n.type is Type.LISTING]
    starts = {n.start: n for n in found}
    made = []
    for first in found:
        last = starts.get(first.end + 1)
        bare = doc[first.end - 1].lower_ not in words("listing", "heads")
        joined = text_in(doc, first.end, first.end + 1) == "and" and first.end - first.start > 1
        if last and joined and bare and doc[last.end - 1].lower_ in words("listing", "heads"):
            made.append(replace(first, end=last.end))
    return [*made, *names]


def _states(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one "Kingdom of Yugoslavia", where model and text agree on a place."""
    ends = {n.end: n for n in names if n.type is Type.PLACE}
    made = []
    for last in names:
        of = last.start - 1 - (text_in(doc, last.start - 1, last.start).lower() == "the")
        first = ends.get(of)
        if first is None or last.type is not Type.PLACE or doc[of].lower_ != "of":
            continue
        if doc[of - 1].lower_ in _STATES and doc[of - 1].is_title:
            made.append(replace(first, end=last.end))
    return [*made, *names]


def _with_places(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Yield bodies with the place that their acronym tells: the UN Mission in Haiti (UNMIH)."""
    for body, place in pairwise(sorted(names, key=lambda n: n.start)):
        if (body.type, place.type) != (Type.ORGANIZATION, Type.PLACE):
            continue
        if place.start - body.end > 2 or text_in(doc, place.end, place.end + 1) not in {"(", ","}:
            continue
        between = text_in(doc, body.end, place.start).removesuffix(" the")
        full, short = (
            text_in(doc, body.start, place.end),
            text_in(doc, place.end + 1, place.end + 2),
        )
        closed = text_in(doc, place.end + 2, place.end + 3) in {")", ",", "."}
        if between in {"in", "of", "for"} and closed and acronyms.fits(short, full):
            yield replace(body, end=place.end, weight=_SURE)


def _in_brackets(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Yield acronyms of two words behind a body: "the Guard Corps Aerospace Force (GC ASF)"."""
    for body in names:
        if body.type is not Type.ORGANIZATION or text_in(doc, body.end, body.end + 1) != "(":
            continue
        inner = doc[body.end + 1 : body.end + 1 + LONGEST_ACRONYM]
        closed = next((t.i for t in inner if t.text == ")"), 0)
        inner = doc[body.end + 1 : closed]
        plain = all(t.is_alpha and t.is_upper for t in inner)
        full = text_in(doc, body.start, body.end)
        if len(inner) > 1 and plain and is_introduced(inner.text, full):
            yield Name(body.paragraph, inner.start, inner.end, Type.ORGANIZATION, _SURE)


def _widened(doc: Doc, name: Name) -> Name:
    start, end = name.start, _past_form(doc, name.end)
    if name.type is Type.PERSON and end == name.end:
        return replace(name, end=_past_family_name(doc, name))
    if name.type is Type.PLACE and text_in(doc, max(0, start - 2), start) == "Alternative for":
        start -= 2  # the AfD
    if name.type is Type.ORGANIZATION and end == name.end:
        start, end = _first_subject(doc, start, end), _past_subjects(doc, start, end)
        if (
            start
            and doc[start - 1].text in _FORMS
            and not text_in(doc, start - 2, start - 1).istitle()
        ):
            start -= 1  # OOO Yug
        start = _first_trade(doc, start, end)
        end = _past_wing(doc, _past_trades(doc, start, end))
        end += "(" in doc[end - 1].text[1:] and text_in(doc, end, end + 1) == ")"  # the CPI(M)
        end += text_in(doc, end - 1, end + 1) == "Sdn. Bhd."
    if text_in(doc, end - 1, end + 2) == "State-Owned":
        end += 2
        while end < len(doc) and doc[end].is_title:
            end += 1
    if (start, end) == (name.start, name.end):
        return name
    return replace(name, start=start, end=end, type=Type.ORGANIZATION, weight=3.0)


def _past_form(doc: Doc, end: int) -> int:
    """Return where a firm's name ends with its legal form: "Acme d.o.o.", "Acme, s.r.o."."""
    behind = end + (text_in(doc, end, end + 1) == ",")
    legal = text_in(doc, behind, behind + 1) in words("organization", "forms")
    return behind + 1 if legal else end


def _first_subject(doc: Doc, start: int, end: int) -> int:
    """Return where "the Foreign, Commonwealth and Development Office" begins."""
    if doc[end - 1].lower_ not in _DEPARTMENTS:
        return start
    place = start
    while place > 1 and doc[place - 1].text in LINKS and _is_subject(doc, place - 2):
        place -= 2
    return place if doc[place - 1].lower_ == "the" else start


def _first_trade(doc: Doc, start: int, end: int) -> int:
    """Return where "the Bakers, Food and Allied Workers Union" begins."""
    if doc[end - 1].lower_ not in _UNIONS:
        return start
    place, size = start, 0
    while place > 1 and doc[place - 1].text in LINKS and doc[place - 2].is_title:
        place -= 2
        size += 1
        while place > 0 and doc[place - 1].is_title and doc[place - 1].lower_ != "the":
            place -= 1
    inner = any(t.lower_ in {"and", "&"} for t in doc[place:end])
    return place if size and inner and doc[max(0, place - 1)].lower_ == "the" else start


def _past_trades(doc: Doc, start: int, end: int) -> int:
    """Return where "the Union of Shop, Distributive and Allied Workers" ends."""
    inner = text_in(doc, start, end).lower()
    if not any(f"{union} of " in inner for union in _UNIONS):
        return end
    place = end
    while place + 1 < min(len(doc), start + LONGEST) and doc[place].text in LINKS:
        last = doc[place].text != ","
        place += 1
        while place < len(doc) and doc[place].is_title:
            place += 1
        if last:
            return place if doc[place - 1].lower_ in _WORKERS else end
    return place if doc[place - 1].lower_ in _WORKERS else end


def _past_subjects(doc: Doc, start: int, end: int) -> int:
    """Return where "the Department for Business, Energy & Industrial Strategy" ends."""
    if doc[start].lower_ not in _DEPARTMENTS or text_in(doc, start + 1, start + 2) not in {
        "of",
        "for",
    }:
        return end
    place = end
    while place + 1 < min(len(doc), start + LONGEST) and doc[place].text in LINKS:
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
    wing = text_in(doc, end, end + 1) == "(" and len(inner) > 0
    return closed + 1 if wing and all(t.lower_ in _WINGS | {"-"} for t in inner) else end


def _past_family_name(doc: Doc, name: Name) -> int:
    """Return where "Petra (Kvitova)", as a quotation is explained, ends."""
    behind = doc[name.end : name.end + 3]
    given = name.end - name.start == 1 and is_given(doc[name.start].text)
    family = len(behind) == 3 and behind[1].ent_type_ == "PERSON"
    return (
        name.end + 3 if given and family and behind[0].text + behind[2].text == "()" else name.end
    )
