"""Names by the common noun that heads them: "the Entity List", "the Iraqi army"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.names.votes import SURE
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.lexicon import state, state_of_people, words
from kgbuild.extract.text.paragraphs import text_in, vocabulary
from kgbuild.extract.text.spans import LONGEST, Name, is_capital
from kgbuild.extract.text.tagsets import PROPER
from kgbuild.model import Type

_PROPER_OR_JOINED = PROPER | {"HYPH"}
_ARMIES = frozenset({"army", "gendarmerie", "navy"})
_OF_HEADS = frozenset({"administration", "cabinet", "clan"})
_OF_CABINETS = frozenset({"minister", "secretaries", "secretary"})


def find(doc: Doc, index: int) -> Iterator[Name]:
    """Yield the names whose head noun makes plain what they are."""
    yield from _listings(doc, index)
    yield from _administrations(doc, index)
    yield from _armies(doc, index)


def _listings(doc: Doc, index: int) -> Iterator[Name]:
    """Yield names of lists, laws and agreements, without the state they are of."""
    heads = words("listing", "heads")
    if heads.isdisjoint(vocabulary(doc)):
        return
    for token in doc:
        if not token.text[0].isupper() or token.lower_ not in heads or _is_sure(doc, token):
            continue
        start = _run_start(doc, token.i)
        while start < token.i and (state(doc[start].text) or doc[start].tag_ == "POS"):
            start += 1
        if start < token.i and _is_listing(doc[start : token.i], token):
            yield Name(index, start, token.i + 1, Type.LISTING, SURE)


def _is_sure(doc: Doc, token: Token) -> bool:
    """Say whether the encoder is sure of the name that the word is in, and so needs no help."""
    name = next((e for e in doc.ents if e.start <= token.i < e.end), None)
    return name is not None and encoder.is_sure(name.doc, name.start)


def _is_listing(before: Span, head: Token) -> bool:
    """Say whether what is before its head noun tells one apart: no "New List", no "2019 Act"."""
    if before[-1].lower_ in words("listing", "not"):
        return False
    if head.lower_ in words("listing", "weak") and not any(t.is_alpha for t in before):
        return False
    return len(before) > 1 or not state_of_people(before.text)


def _administrations(doc: Doc, index: int) -> Iterator[Name]:
    """Yield governments and clans by the name of who heads them: the Biden administration."""
    if _OF_HEADS.isdisjoint(vocabulary(doc)):
        return
    for token in doc[1:]:
        if token.text not in _OF_HEADS:
            continue
        start = _run_start(doc, token.i)
        start -= 2 * (doc[max(0, start - 1)].text == "-" and is_capital(doc[start - 2]))
        if text_in(doc, token.i + 1, token.i + 2) in _OF_CABINETS:
            continue  # the Treasury cabinet secretary
        if 0 < token.i - start <= 3 and _is_who_heads(doc[start : token.i], token):
            yield Name(index, start, token.i + 1, Type.ORGANIZATION, SURE)


def _is_who_heads(before: Span, head: Token) -> bool:
    """Say whether a name may be a person's or a family's rather than a state's or a body's."""
    if not all(t.tag_ in _PROPER_OR_JOINED and state(t.text) is None for t in before):
        return False
    bodies = (e.label_ in {"GPE", "LOC", "ORG"} and len(e) > 1 for e in before.ents)
    return head.text == "clan" or not any(bodies)


def _armies(doc: Doc, index: int) -> Iterator[Name]:
    """Yield the forces that are called by their people: "the Iraqi army", "a Chilean navy ship"."""
    if _ARMIES.isdisjoint(vocabulary(doc)):
        return
    for token in doc[1:]:
        if token.text not in _ARMIES:
            continue
        for size in (2, 1):  # "South Korean" before "Korean"
            start = max(0, token.i - size)
            if state_of_people(text_in(doc, start, token.i)) is not None:
                yield Name(index, start, token.i + 1, Type.ORGANIZATION, SURE)
                break


def _run_start(doc: Doc, end: int) -> int:
    """Return where the capitalised run that ends before ``end`` begins."""
    start = end
    while start > max(0, end - LONGEST) and (
        is_capital(doc[start - 1])
        and not doc[start - 1].is_punct
        and not (doc[start - 1].is_sent_start and doc[start - 1].tag_ not in PROPER)
        and doc[start - 1].tag_ not in {"DT", "IN", "PRP", "PRP$", "CC"}
    ):
        start -= 1
    return start
