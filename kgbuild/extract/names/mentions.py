"""Find the proper names in parsed paragraphs, and what kind of thing each names.

The model's named entities are the base. Rules trim them, fill what the model left out
where a word beside or in the name tells its kind, and hold one article to one opinion.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.names import agree, brands, fills, joins, nations, posts, ships, sites, teams
from kgbuild.extract.names.context import is_several
from kgbuild.extract.neural import encoder
from kgbuild.extract.text import lives
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.lexicon import (
    is_city,
    is_place,
    is_town,
    sex_of_given,
    state,
    state_of_people,
    words,
)
from kgbuild.extract.text.paragraphs import Paragraph, text_in, text_of
from kgbuild.extract.text.spans import (
    PARTICLES,
    PROPER,
    QUOTES,
    Name,
    is_title,
    text,
    trimmed,
    with_royal,
    without_titles,
)
from kgbuild.model import Type

_TYPES = {
    "PERSON": Type.PERSON,
    "PER": Type.PERSON,
    "ORG": Type.ORGANIZATION,
    "GPE": Type.PLACE,
    "LOC": Type.PLACE,
    "FAC": Type.PLACE,
    "LISTING": Type.LISTING,
}
_COMMON = frozenset("NN NNS PRP PRP$ JJ VBG VBN RB DT IN".split())
_PLAIN_TITLES = frozenset("mr mrs ms miss dr prof professor sir dame rev reverend".split())
_MADE = frozenset("backed born built led made owned run".split())
_DOUBTED = 0.6
"""What is less probably a body, and called as persons are, is a person."""
LONGEST_TOWN = 5
"""Tokens of the town in a firm's name, its brackets among them."""
_CALLED_PLAINLY = frozenset({"Associated Press", "Canadian Press"})
"""News agencies whose name is as often told without its article as with it."""
LONGEST_NICKNAME = 6
"""Tokens of a nickname, its quotes among them."""


def find(paragraphs: Sequence[Paragraph]) -> tuple[Name, ...]:
    """Return the proper names in the order of the text; no two share a token."""
    found: list[Name] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is Kind.PLACE:
            agency = paragraphs[index + 1 : index + 2]
            sure = bool(agency) and agency[0].kind is Kind.AGENCY
            found.extend(_dateline(paragraph.doc, index, sure=sure))
        elif paragraph.kind is Kind.AGENCY:
            found.append(Name(index, 0, len(paragraph.doc), Type.ORGANIZATION, 2.0))
        else:
            names = [*_surest(paragraph.doc, index), *_by_model(paragraph.doc, index)]
            names = [*_with_nicknames(paragraph.doc, _apart(names))]
            names = joins.whole(paragraph.doc, [*_over_brackets(paragraph.doc, names)])
            names = _with_towns_of_lives(paragraph.doc, names)
            names = _with_seats(paragraph.doc, names)
            if paragraph.kind is Kind.ENTRY:
                names = joins.entry(paragraph.doc, index, [*names])
            more = fills.by_cue(paragraph.doc, index, names)
            found.extend(_unbroken(paragraph.doc, [*names, *more]))
    found = ships.without(paragraphs, brands.whole(paragraphs, found))
    found = [*nations.find(paragraphs, [*teams.find(paragraphs, found)])]
    agreed = agree.agreed(paragraphs, sorted(found, key=_place))
    return tuple(_with_article(paragraphs[name.paragraph], name) for name in agreed)


def _with_article(paragraph: Paragraph, name: Name) -> Name:
    """Return a body's name with its article, where that has a capital: "told The Nation"."""
    doc, article = paragraph.doc, name.start - 1
    if name.type is not Type.ORGANIZATION or article < 1 or doc[article].text != "The":
        return name
    inside = paragraph.kind is not Kind.HEADLINE and doc[article - 1].text.islower()
    plain = text_in(doc, name.start, name.end) in _CALLED_PLAINLY
    return replace(name, start=article) if inside and not plain else name


def _unbroken(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one those of a person that stand side by side: "Saïd" "Youssouf Ali".

    Not a title that was taken for a name.
    """
    made: list[Name] = []
    for name in sorted(names, key=_place):
        before = made[-1] if made else None
        persons = before is not None and before.type is name.type is Type.PERSON
        beside = persons and before is not None and before.end == name.start
        if before is None or not beside or any(map(is_title, doc[before.start : before.end])):
            made.append(name)
        elif text_in(doc, before.start, name.start + 1).lower() in words("person", "double"):
            made[-1] = replace(name, start=min(name.start + 1, name.end - 1))  # Tan Sri Max Orr
        else:
            made[-1] = replace(before, end=name.end)
    return made


def _with_nicknames(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names, as one those that a nickname parts: Ana "the Fox" Petrova."""
    starts = {name.start: name for name in names}
    done = 0
    for name in sorted(names, key=_place):
        if name.start < done:
            continue
        end = _past_nickname(doc, name) if name.type is Type.PERSON else name.end
        last = starts.get(end)
        if end > name.end and last and last.type is Type.PERSON:
            name = replace(name, end=last.end)
        elif end > name.end and not last and doc[end].is_title and doc[end].tag_ == "NNP":
            name = replace(name, end=end + 1)
        done = name.end
        yield name


def _with_towns_of_lives(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """Return the names, those of towns in which one was born or died as such: "(Ribe, 1827)".

    A name at birth is a person's.
    """
    names = list(names)
    persons = (n for n in names if n.type is Type.PERSON)
    towns = {i for n in persons for _, part in lives.told(doc, n.end) for i in part}
    return [
        replace(n, type=Type.PLACE, weight=fills.SURE)
        if n.start in towns and n.type is not Type.PLACE and doc[n.start - 1].lower_ != "born"
        else replace(n, type=Type.PERSON, weight=fills.SURE)
        if n.type is Type.PLACE and _is_name_at_birth(doc, n)
        else n
        for n in names
    ]


def _with_seats(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, the town of a line that has but it and a body a place: "ACME (Hull)."."""
    if len(names) != 2 or names[0].start or not text_in(doc, 0, names[0].end).isupper():
        return list(names)
    body, town = names
    between, behind = text_in(doc, body.end, town.start), doc[town.end :].text
    alone = between == "(" and behind in {")", ")."} and doc[town.start].is_title
    return [body, replace(town, type=Type.PLACE, weight=fills.SURE)] if alone else [body, town]


def _is_name_at_birth(doc: Doc, name: Name) -> bool:
    """Say whether somebody was born under a name: "(born Ann Berg, 1950)"."""
    born = name.start > 0 and doc[name.start - 1].lower_ == "born"
    return born and name.end - name.start > 1 and bool(sex_of_given(doc[name.start].text))


def _over_brackets(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names, as one those of a firm with a town inside: Acme (Thailand) Co., Ltd."""
    done = 0
    for name in sorted(names, key=_place):
        if name.start < done:
            continue
        end = _past_town(doc, name) if name.type is not Type.PERSON else name.end
        if end > name.end:
            name = replace(name, end=end, type=Type.ORGANIZATION, weight=fills.SURE)
        done = name.end
        yield name


def _past_town(doc: Doc, name: Name) -> int:
    """Return the token behind "(Thailand) Co., Ltd." behind the name; its own end without such."""
    inner = doc[name.end : name.end + LONGEST_TOWN]
    closed = next((t.i for t in inner if t.text == ")"), 0)
    if (
        not closed
        or inner[0].text != "("
        or not all(t.text[0].isupper() for t in doc[name.end + 1 : closed])
    ):
        return name.end
    end = last = closed + 1
    while end < len(doc) and (doc[end].is_title or doc[end].text in {",", "&"}):
        end += 1
        joined = text_in(doc, end, end + 1) == "-"  # "(GSW) Co-owner"
        if not joined and doc[end - 1].lower_.rstrip(".") in words("organization", "heads"):
            last = end
    return last if last > closed + 1 else name.end


def _past_nickname(doc: Doc, name: Name) -> int:
    """Return the token behind a nickname in quotes behind the name; its own end without one."""
    quoted = doc[name.end : name.end + LONGEST_NICKNAME]
    size = next((n for n, t in enumerate(quoted) if n and t.text == quoted[0].text), 0)
    plain = all(t.is_title or t.lower_ in PARTICLES | {"the"} for t in quoted[1:size])
    set_apart = size > 1 and quoted[0].text in QUOTES and doc[name.end - 1].whitespace_
    end = name.end + size + 1
    return end if set_apart and plain and end < len(doc) and quoted[size].whitespace_ else name.end


def _place(name: Name) -> tuple[int, int]:
    return name.paragraph, name.start


def _dateline(doc: Doc, index: int, *, sure: bool) -> Iterator[Name]:
    """Yield the places of a dateline: between its commas and slashes.

    A name in capitals, with no agency behind it, may as well be a firm's: "NESTLE - Nestle has".
    """
    start = 0
    sure = sure or any(t.text == "," for t in doc) or is_place(doc.text.title())
    for end in range(len(doc) + 1):
        if end == len(doc) or doc[end].text in {",", "/"}:
            if start < end:
                yield Name(index, start, end, Type.PLACE, 2.0 if sure else 0.5)
            start = end + 1


def _surest(doc: Doc, index: int) -> Iterator[Name]:
    """Yield names whose kind is plain from their words, whatever the model says."""
    yield from fills.listings(doc, index)
    yield from fills.administrations(doc, index)
    yield from fills.partisans(doc, index)
    yield from fills.armies(doc, index)


def _by_model(doc: Doc, index: int) -> Iterator[Name]:
    """Yield what the model found, trimmed; an office in its middle parts two names."""
    told = posts.subjects(doc)
    for ent in doc.ents:
        type_ = _type(ent)
        if type_ is None or _is_common(ent):
            continue
        if type_ is Type.LISTING and len(ent) > 1 and state(ent[0].text):
            yield Name(index, ent.start, ent.start + 1, Type.PLACE, 2.0)  # US Entity List
            ent = ent[1:]
        for start, end, part in _parts(ent, type_):
            tokens = _tokens(doc, start, end, part)
            if tokens is None:
                continue
            if made := sites.whole(doc, *tokens, part):
                yield Name(index, tokens[0], *made, fills.SURE)
            elif not (
                fills.is_portfolio(doc, *tokens) or posts.is_subject(doc, *tokens, part, told)
            ):
                yield _weighed(doc, index, *tokens, part)


def _tokens(doc: Doc, start: int, end: int, type_: Type) -> tuple[int, int] | None:
    """Return the tokens of the name in what the model found; None if none, or but a people."""
    end = _with_particle(doc, end) if type_ is Type.PERSON else _with_rest(doc, start, end)
    tokens = trimmed(doc, start, end, type_)
    if tokens is None:
        return None
    start, end = tokens[0], posts.without_adherent(doc, *tokens)
    if posts.is_of_a_kind(doc, start, end) or _is_product(doc, start, end, type_):
        return None
    if type_ is Type.PERSON:
        start, end = with_royal(doc, start, end)
    whole = (text_in(doc, start, end + more) for more in (0, 1))  # "Lankan" may be broken off
    return None if any(map(_is_people, whole)) else (start, end)


def _is_common(ent: Span) -> bool:
    """Say whether a span is a people, or a word that is capital only since it begins a sentence."""
    name = text_of(ent)
    land, _, made = name.partition("-")
    if _is_people(name) or (made in _MADE and state(land)):
        return True  # "U.S.-made" is one word
    if fills.is_clock(ent.doc, ent.start, ent.end):
        return True
    begins = len(ent) == 1 and bool(ent[0].is_sent_start) and not ent[0].is_upper
    return begins and ent[0].tag_ in _COMMON and not encoder.is_sure(ent)


def _is_product(doc: Doc, start: int, end: int, type_: Type) -> bool:
    """Say whether a name taken for a place is of what a firm makes: "Viagra maker Norvik"."""
    if type_ is not Type.PLACE or text_in(doc, end, end + 1) != "maker":
        return False
    named = text_in(doc, end + 1, end + 2).istitle()  # "the Wichita maker of bolts" is of a town
    return named and not is_town(text_in(doc, start, end))


def _is_people(name: str) -> bool:
    return state_of_people(name) is not None and state(name) is None


def _type(ent: Span) -> Type | None:
    if ent.label_ in {"NORP", "PRODUCT", "FAC", "GPE", "LOC", "PERSON"}:
        bare = text(ent).removeprefix("the ").removeprefix("The ")
        if bare in words("organization", "names"):
            return Type.ORGANIZATION
    return _TYPES.get(ent.label_)


def _parts(ent: Span, type_: Type) -> Iterator[tuple[int, int, Type]]:
    """Yield the names in a span such as "Huawei CEO Ren Zhengfei"."""
    titles = (t for t in ent[1:-1] if is_title(t) or t.text == "TD")  # Clare TD Ann Lee
    inner = [t.i for t in titles if not _is_given(t)]
    person = type_ is Type.PERSON or (inner and ent.doc[inner[-1]].text in {"CEO", "CFO"})
    if not inner or not person or ent.doc[inner[-1] + 1].lower_ in {"of", "for"}:
        yield ent.start, ent.end, type_
        return
    first = next((t.i for t in ent if is_title(t)), inner[0])
    if first > ent.start:
        head = ent.doc[ent.start : first]
        if not state_of_people(head.text):
            seat = posts.is_seat(ent.doc, ent.start, first)
            yield ent.start, first, Type.PLACE if seat else Type.ORGANIZATION
    yield inner[-1] + 1, ent.end, Type.PERSON


def _is_given(token: Token) -> bool:
    """Say whether a rare title may as well be part of a name: Cassiel Ato Forson."""
    word = token.lower_
    rare = word in words("person", "honorifics") and word.rstrip(".") not in _PLAIN_TITLES
    return rare and not token.is_upper  # but Health MEC Ann Lee


def _with_particle(doc: Doc, end: int) -> int:
    """Return the end of a name that the model broke off at a particle: Ursula von der Leyen."""
    broken = doc[end - 1].lower_ in PARTICLES and doc[end - 1].is_lower
    return end + 1 if broken and end < len(doc) and doc[end].is_title else end


def _with_rest(doc: Doc, start: int, end: int) -> int:
    """Return the end of a body's one-word name that the tagger broke off: the Global Times."""
    if end - start != 1 or not start or doc[start - 1].lower_ != "the" or end >= len(doc):
        return end
    after = doc[end]
    free = after.is_title and after.tag_ in PROPER and not after.ent_type_
    return end + 1 if free and not is_title(after) else end


def _weighed(doc: Doc, index: int, start: int, end: int, type_: Type) -> Name:
    """Return the name with the type that its own words give it, if they do."""
    if (beside := _by_post(doc, start, end, type_)) is not None:
        return Name(index, start, end, beside, posts.SEAT if beside is Type.PLACE else fills.SURE)
    name = doc[start:end]
    if type_ is Type.PERSON and (is_several(name) or fills.is_called_several(doc, start, end)):
        return Name(index, start, end, Type.ORGANIZATION, fills.SURE)
    told = fills.told_by_words(doc, start, end)
    if told is Type.ORGANIZATION and end - start == 1 and type_ is not Type.PERSON:
        told = told if text_in(doc, start, end) in words("organization", "names") else None
    titled = start > 0 and is_title(doc[start - 1]) and doc[start - 1].is_title
    if titled and (type_ is Type.PERSON or (told is Type.PLACE and end - start == 2)):
        return Name(index, start, end, Type.PERSON, fills.SURE)
    sure = encoder.is_sure(name)
    doubted = type_ is Type.PERSON and not sure and not sex_of_given(doc[start].text)
    if doubted and state(text_in(doc, start, end)):
        return Name(index, start, end, Type.PLACE, 2.0)  # but Jordan, and Ms Ireland, are persons
    beside = fills.told_before(doc, start, end)
    if (
        not sure
        and beside is Type.PERSON
        and type_ is not beside
        and not told
        and fills.is_role_of(doc, start)
    ):
        return Name(index, start, end, beside, 2.0)
    known = type_ is Type.PERSON and sure and end - start > 1  # "the property developer Ann Lee"
    if beside in {Type.ORGANIZATION, Type.PLACE} and type_ is not beside and not known:
        return Name(index, start, end, beside, fills.SURE)
    sure = sure and not fills.is_titled(doc, start, end)
    person = not sure and type_ is Type.ORGANIZATION and not told
    hardly = person and beside is None and (encoder.sure(name) or 1) < _DOUBTED
    if (person and fills.is_person_by_first(doc, start, end)) or (
        hardly and fills.is_called_like_person(doc, start, end)
    ):
        start += bool(state_of_people(doc[start].text))
        start = without_titles(doc, start, end)
        return Name(index, start, end, Type.PERSON, 2.0)
    if told is Type.PLACE and sure and type_ is Type.ORGANIZATION:
        told = None  # a firm called Lumen Harbor
    if told and told is not type_:
        return Name(index, start, end, told, 3.0)
    return Name(index, start, end, type_, 2.0 if told or beside is type_ else 1.0)


def _by_post(doc: Doc, start: int, end: int, type_: Type) -> Type | None:
    """Return what a post beside a name makes of it: a seat, who is served, a firm's successor."""
    ways = (posts.is_seat, posts.is_house, sites.is_dug, sites.is_in_town)
    if type_ is not Type.LISTING and any(way(doc, start, end) for way in ways):
        return Type.PLACE
    if type_ is Type.PERSON:
        return Type.ORGANIZATION if posts.is_successor(doc, start, end) else None
    if type_ is Type.LISTING:
        return None
    if is_city(text_in(doc, start, end)) and posts.tells_where(doc, start, end):
        return Type.PLACE
    if fills.told_by_words(doc, start, end):
        return None
    if posts.is_ruler(doc, start, end) or fills.is_only_of_persons(doc, start, end):
        return Type.PERSON
    served = posts.is_served(doc, start, end) or posts.is_holder(doc, start, end)
    return Type.PERSON if served else None


def _apart(names: list[Name]) -> list[Name]:
    """Return the names without those that share a token with one before them in the list."""
    taken: set[int] = set()
    kept = []
    for name in names:
        tokens = range(name.start, name.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(name)
    return kept
