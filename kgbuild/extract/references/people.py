"""Adjectives and nouns of a people, where they stand for the state: "the French president"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.referring import is_one_of_people
from kgbuild.extract.relations import citizens, public
from kgbuild.extract.text import roles
from kgbuild.extract.text.lexicon import starts_of_people, state_of_people
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, text_in, text_of, texts_of
from kgbuild.extract.text.vocabulary import PAPERS
from kgbuild.model import Form, Type

_OFFICES = frozenset(
    """president premier chancellor minister king queen emperor ambassador leader prince princess
    monarch prime foreign secretary counterpart colleague opposite""".split()
)
_BETWEEN = frozenset(
    """foreign prime vice deputy finance defence defense interior justice health trade economy
    home first supreme crown state energy education acting interim""".split()
)


GOVERNMENTS = frozenset({"administration", "cabinet", "government"})
_OF_CITIZENS = PAPERS | {"citizen", "national"}
_OF_SEVERAL = _OF_CITIZENS | frozenset("colleagues counterparts passports".split())
"""Behind the adjectives of two peoples: "holds Israeli and Moldovan passports"."""
_WORD = re.compile(r"\w+")


def peoples(
    paragraphs: Sequence[Paragraph], things: list[Cluster], anchors: Sequence[Anchor]
) -> tuple[Anchor, ...]:
    """Return an anchor for each such word; states met only so are added to the things.

    A state is added only for its offices, firms and citizens; "Dutch courts" alone makes no
    Netherlands.
    """
    taken = {(a.paragraph, i) for a in anchors for i in range(a.span.start, a.span.end)}
    known, national = _of_type(things, Type.PLACE), _of_type(things, Type.ORGANIZATION)
    persons = {
        (a.paragraph, a.span.root.i) for a in anchors if things[a.referent].type is Type.PERSON
    }
    # The people themselves ("two Canadians", "the Dane") are not the state.
    words = [
        w
        for w in named(paragraphs)
        if (w[1][-1].tag_ not in {"NNS", "NNPS"} or _is_one(w[1]))
        and (w[0], w[1].start) not in taken
        and not is_one_of_people(w[1][0])
    ]
    for index, span, state in words:
        if _is_team(span):
            if state not in national:
                _add(state, things, national, Type.ORGANIZATION)
            continue
        told = _of_office(span) or _is_state(span) or _is_of_birth(span)
        if state not in known and (told or _of_person(index, span, persons)):
            _add(state, things, known, Type.PLACE)
    meant = (
        (index, span, (national if _is_team(span) else known).get(state))
        for index, span, state in words
    )
    return tuple(
        Anchor(index, _with_noun(span), thing, Form.NOMINAL)
        for index, span, thing in meant
        if thing is not None
    )


def _is_team(span: Span) -> bool:
    """Say whether the national team is meant: "Dutch international Max Orr"."""
    behind = span.doc[span.end : span.end + 2]
    if behind[:1].text != "international":
        return False
    alone = len(behind) < 2 or behind[1].is_title or behind[1].tag_[:2] not in {"NN", "JJ"}
    return alone and span.doc[max(0, span.start - 1)].text != "-"


def _is_one(span: Span) -> bool:
    """Say whether it is one of the people, though tagged as several: "a Portuguese who"."""
    return span.doc[max(0, span.start - 1)].lower_ in {"a", "an"}


def of_ones(things: list[Cluster], anchors: Sequence[Anchor]) -> Iterator[Anchor]:
    """Yield the state's mention in each description of a person by it: "the Dane"."""
    known = _of_type(things, Type.PLACE)
    for anchor in anchors:
        if anchor.form is not Form.NOMINAL or not is_one_of_people(anchor.span[-1]):
            continue
        span = anchor.span[-1:]
        state = state_of_people(span.text)
        if state is not None and things[anchor.referent].type is Type.PERSON:
            if state not in known:
                _add(state, things, known, Type.PLACE)
            yield Anchor(anchor.paragraph, span, known[state], Form.NOMINAL)


def _of_type(things: Sequence[Cluster], type_: Type) -> dict[str, int]:
    return {t.name: n for n, t in enumerate(things) if t.type is type_}


def _add(state: str, things: list[Cluster], known: dict[str, int], type_: Type) -> None:
    known[state] = len(things)
    things.append(Cluster(type_, (), state, (state,)))


def named(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Span, str]]:
    """Yield each word for a people with its paragraph's number and the state: "South Korean"."""
    starts = starts_of_people()
    for index, paragraph in enumerate(paragraphs):
        doc, after = paragraph.doc, 0
        if starts.isdisjoint(_WORD.findall(text_of(doc))):
            continue
        for i, word in enumerate(texts_of(doc)):
            if word not in starts or i < after:
                continue
            for size in (2, 1):  # "South Korean" before "Korean"
                state = state_of_people(text_in(doc, i, i + size))
                if state:
                    after = i + size
                    span = doc[i:after]
                    if not _is_of_two(span):
                        yield index, span, state
                    break


def _is_of_two(span: Span) -> bool:
    """Say whether it is a people within a state, or of one: Greek Cypriot, Bosnian Serb."""
    doc = span.doc
    beside = (doc[max(0, span.start - 1) : span.start], doc[span.end : span.end + 1])
    return any(state_of_people(word.text) is not None for word in beside)


def _is_state(span: Span) -> bool:
    """Say whether the state itself is named: "the Finnish state", but not "the Texan state law"."""
    doc, end = span.doc, span.end
    if text_in(doc, end, end + 1) != "state" or doc[max(0, span.start - 1)].lower_ != "the":
        return False
    behind = doc[end + 1 : end + 2]
    goes_on = behind and (behind[0].tag_[:2] in {"NN", "JJ"} or behind.text in {"-", "of"})
    return doc[end].tag_ == "NN" and not goes_on


def _with_noun(span: Span) -> Span:
    return span.doc[span.start : span.end + _is_state(span)]


def _is_of_birth(span: Span) -> bool:
    """Say whether somebody was born there: "the Uzbek-born billionaire"."""
    return text_in(span.doc, span.end, span.end + 2).lower() == "-born"


def _of_person(index: int, span: Span, persons: set[tuple[int, int]]) -> bool:
    token = citizens.described(span)
    return token is not None and ((index, token.i) in persons or token.tag_ in {"PRP", "WP"})


def _of_office(span: Span) -> bool:
    """Say whether an office or a citizen follows: French President, a Dutch national."""
    doc, i = span.doc, span.end
    while i + 1 < len(doc) and doc[i].lower_ in {"and", "-"} and state_of_people(doc[i + 1].text):
        i += 2  # "the Danish and Finnish ministers"
    before = doc[max(0, span.start - 2) : span.start]
    second = len(before) > 1 and before[1].lower_ == "and" and state_of_people(before[0].text)
    if i > span.end or (second and text_in(doc, i, i + 1).lower() in _OF_SEVERAL):
        return text_in(doc, i, i + 1).lower() in _OF_SEVERAL
    while i < len(doc) and i - span.end < 3 and doc[i].lower_ in _BETWEEN:
        if doc[i].lower_ == "prime":
            return True
        i += 1
    if i >= len(doc):
        return False
    if i + 1 < len(doc) and doc[i].lower_ in roles.of_citizens():  # "Austrian singer Ida Low"
        return doc[i + 1].tag_ == "NNP"
    if public.is_of_firm(doc, span.end):  # "the Russian state miner Rus"
        return True
    if doc[i].lower_ == "international":  # "a Dutch international", "Dutch international Max Orr"
        named = text_in(doc, i + 1, i + 2).istitle()
        return named or doc[span.start - 1].lower_ in {"a", "an", "former"}
    return doc[i].lower_ in _OFFICES | _OF_CITIZENS or _is_of_ruler(doc[i : i + 5])


def _is_of_ruler(words: Span) -> bool:
    """Say whether it is a government of somebody: "government of Prime Minister", ", led by"."""
    behind = [t.lower_ for t in words[1:] if t.text != "," and t.lower_ != "led"]
    governs = words[0].lower_ in GOVERNMENTS and len(behind) > 1
    return governs and behind[0] in {"by", "of", "under"} and behind[1] in _OFFICES
