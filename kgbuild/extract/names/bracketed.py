"""What brackets tell of names: "Acme (Thailand) Co.", "ACME (Hull).", "(born Ann Berg, 1950)"."""

from collections.abc import Sequence, Set
from dataclasses import replace
from operator import attrgetter

from spacy.tokens import Doc

from kgbuild.extract.names.votes import SURE
from kgbuild.extract.text import lives
from kgbuild.extract.text.lexicon import sex_of_given, words
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.spans import Name
from kgbuild.model import Type

LONGEST_TOWN = 5
"""Tokens of the town in a firm's name, its brackets among them."""


def with_towns(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one those of a firm with a town inside: Acme (Thailand) Co., Ltd."""
    made: list[Name] = []
    for name in sorted(names, key=attrgetter("start")):
        if made and name.start < made[-1].end:
            continue
        end = _past_town(doc, name) if name.type is not Type.PERSON else name.end
        if end > name.end:
            name = replace(name, end=end, type=Type.ORGANIZATION, weight=SURE)
        made.append(name)
    return made


def _past_town(doc: Doc, name: Name) -> int:
    """Return the token behind "(Thailand) Co., Ltd." behind the name; its own end without such."""
    if text_in(doc, name.end, name.end + 1) != "(":
        return name.end
    inner = doc[name.end : name.end + LONGEST_TOWN]
    closed = next((t.i for t in inner if t.text == ")"), 0)
    capitals = all(t.text[0].isupper() for t in doc[name.end + 1 : closed])
    if not closed or not capitals:
        return name.end
    end = last = closed + 1
    while end < len(doc) and (doc[end].is_title or doc[end].text in {",", "&"}):
        end += 1
        joined = text_in(doc, end, end + 1) == "-"  # "(GSW) Co-owner"
        if not joined and doc[end - 1].lower_.rstrip(".") in words("organization", "heads"):
            last = end
    return last if last > closed + 1 else name.end


def told(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, those as places and persons that brackets make such."""
    persons = (n for n in names if n.type is Type.PERSON)
    towns = {i for n in persons for _, part in lives.told(doc, n.end) for i in part}
    return _with_seat(doc, [_by_life(doc, name, towns) for name in names])


def _by_life(doc: Doc, name: Name, towns: Set[int]) -> Name:
    """Return the name, that of a town in which one was born or died as such: "(Ribe, 1827)".

    A name at birth is a person's: "(born Ann Berg, 1950)".
    """
    born = text_in(doc, name.start - 1, name.start).lower() == "born"
    if name.type is not Type.PLACE:
        town = name.start in towns and not born
        return replace(name, type=Type.PLACE, weight=SURE) if town else name
    longer = name.end - name.start > 1
    at_birth = born and longer and sex_of_given(doc[name.start].text)
    return replace(name, type=Type.PERSON, weight=SURE) if at_birth else name


def _with_seat(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names, the town of a line that has but it and a body a place: "ACME (Hull)."."""
    if len(names) != 2 or names[0].start or not text_in(doc, 0, names[0].end).isupper():
        return names
    body, town = names
    between, behind = text_in(doc, body.end, town.start), doc[town.end :].text
    alone = between == "(" and behind in {")", ")."} and doc[town.start].is_title
    return [body, replace(town, type=Type.PLACE, weight=SURE)] if alone else [body, town]
