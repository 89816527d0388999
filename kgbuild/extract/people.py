"""Adjectives and nouns of a people, where they stand for the state: "the French president"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kgbuild.extract.clusters import Cluster
from kgbuild.extract.lexicon import state_of_people
from kgbuild.extract.paragraphs import Anchor, Paragraph
from kgbuild.model import Form, Type

_OFFICES = frozenset(
    """president premier chancellor minister king queen emperor ambassador leader prince princess
    monarch prime foreign""".split()
)
_BETWEEN = frozenset(
    """foreign prime vice deputy finance defence defense interior justice health trade economy
    first supreme crown state energy education acting interim""".split()
)


def peoples(
    paragraphs: Sequence[Paragraph], things: list[Cluster], anchors: Sequence[Anchor]
) -> tuple[Anchor, ...]:
    """Return an anchor for each such word; states met only so are added to the things.

    A state is added only for its offices; "Dutch courts" alone makes no Netherlands.
    """
    taken = {(a.paragraph, i) for a in anchors for i in range(a.span.start, a.span.end)}
    known = {t.name: n for n, t in enumerate(things) if t.type is Type.PLACE}
    words = [w for w in _words(paragraphs) if (w[0], w[1].i) not in taken]
    for _, token, state in words:
        if state not in known and _of_office(token):
            known[state] = len(things)
            things.append(Cluster(Type.PLACE, (), state, (state,)))
    return tuple(
        Anchor(index, token.doc[token.i : token.i + 1], known[state], Form.NOMINAL)
        for index, token, state in words
        if state in known
    )


def _words(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Token, str]]:
    for index, paragraph in enumerate(paragraphs):
        for token in paragraph.doc:
            state = state_of_people(token.text)
            # The people themselves ("two Canadians") are not the state.
            if state and token.tag_ not in {"NNS", "NNPS"}:
                yield index, token, state


def _of_office(token: Token) -> bool:
    """Say whether an office follows: French President, Dutch prime minister."""
    doc, i = token.doc, token.i + 1
    while i < len(doc) and i - token.i < 4 and doc[i].lower_ in _BETWEEN:
        if doc[i].lower_ == "prime":
            return True
        i += 1
    return i < len(doc) and doc[i].lower_ in _OFFICES
