"""What kind of thing a name is that the model found, if its words or its neighbours tell better."""

from spacy.tokens import Doc

from kgbuild.extract.names import cues, posts, sites
from kgbuild.extract.names.context import is_several
from kgbuild.extract.names.own_words import (
    is_called_like_person,
    is_person_by_first,
    is_titled,
    told_by_words,
)
from kgbuild.extract.names.votes import LIKELY, SURE
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.honorifics import is_title, without_titles
from kgbuild.extract.text.lexicon import is_city, sex_of_given, state, state_of_people, words
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.spans import Name
from kgbuild.model import Type

_DOUBTED = 0.6
"""What is less probably a body, and called as persons are, is a person."""


def weighed(doc: Doc, index: int, start: int, end: int, type_: Type) -> Name:
    """Return the name with the type that its own words or its neighbours give it, if they do."""
    if (post := _by_post(doc, start, end, type_)) is not None:
        return Name(index, start, end, post, posts.SEAT if post is Type.PLACE else SURE)
    own, beside = _own(doc, start, end, type_), cues.told(doc, start, end)
    if found := _by_neighbours(doc, start, end, type_, own, beside):
        return Name(index, start, end, *found)
    sure = encoder.is_sure(doc, start) and not is_titled(doc, start, end)
    body = type_ is Type.ORGANIZATION
    if body and not (sure or own) and _is_person(doc, start, end, beside):
        start += bool(state_of_people(doc[start].text))
        return Name(index, without_titles(doc, start, end), end, Type.PERSON, LIKELY)
    if own is Type.PLACE and body and sure:
        own = None  # a firm called Lumen Harbor
    if own and own is not type_:
        return Name(index, start, end, own, SURE)
    return Name(index, start, end, type_, LIKELY if own or beside is type_ else 1.0)


def _own(doc: Doc, start: int, end: int, type_: Type) -> Type | None:
    """Return what its own words make of a name; capitals alone tell only that it is no person's."""
    told = told_by_words(doc, start, end)
    if told is Type.ORGANIZATION and end - start == 1 and type_ is not Type.PERSON:
        return told if text_in(doc, start, end) in words("organization", "names") else None
    return told


def _by_neighbours(
    doc: Doc, start: int, end: int, type_: Type, own: Type | None, beside: Type | None
) -> tuple[Type, float] | None:
    """Return what the words around a name make of it and what that weighs, if something else."""
    person = type_ is Type.PERSON
    if person and (is_several(doc[start:end]) or cues.is_called_several(doc, start, end)):
        return Type.ORGANIZATION, SURE
    titled = start > 0 and is_title(doc[start - 1]) and doc[start - 1].is_title
    if titled and (person or (own is Type.PLACE and end - start == 2)):
        return Type.PERSON, SURE
    sure = encoder.is_sure(doc, start)
    land = person and not sure and state(text_in(doc, start, end))
    if land and not sex_of_given(doc[start].text):
        return Type.PLACE, LIKELY  # but Jordan, and Ms Ireland, are persons
    if beside is None or beside is type_:
        return None
    if beside is Type.PERSON:
        role = not sure and not own and cues.is_role_of(doc, start)
        return (beside, LIKELY) if role else None
    known = person and sure and end - start > 1  # "the property developer Ann Lee"
    return None if known else (beside, SURE)


def _is_person(doc: Doc, start: int, end: int, beside: Type | None) -> bool:
    """Say whether a name that was taken for a body's begins or is built as persons' are."""
    if is_person_by_first(doc, start, end):
        return True
    hardly = beside is None and (encoder.sure(doc, start) or 1) < _DOUBTED
    return hardly and is_called_like_person(doc, start, end)


def _by_post(doc: Doc, start: int, end: int, type_: Type) -> Type | None:
    """Return what a post beside a name makes of it: a seat, who is served, a firm's successor."""
    if type_ is Type.LISTING:
        return None
    ways = (posts.is_seat, posts.is_house, sites.is_dug, sites.is_in_town)
    if any(way(doc, start, end) for way in ways):
        return Type.PLACE
    if type_ is Type.PERSON:
        return Type.ORGANIZATION if posts.is_successor(doc, start, end) else None
    if is_city(text_in(doc, start, end)) and posts.tells_where(doc, start, end):
        return Type.PLACE
    if told_by_words(doc, start, end):
        return None
    if posts.is_ruler(doc, start, end) or cues.is_only_of_persons(doc, start, end):
        return Type.PERSON
    served = posts.is_served(doc, start, end) or posts.is_holder(doc, start, end)
    return Type.PERSON if served else None
