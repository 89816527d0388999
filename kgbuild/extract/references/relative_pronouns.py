"""What "who", "which" or "where" takes up: "Ann Lee, a nurse from Oulu who"."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.referring import persons
from kgbuild.extract.text import attach
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.verbs import VERBAL
from kgbuild.model import Type

_OF_PERSONS = frozenset({"who", "whom"})
_OF_THINGS = frozenset({"which", "whose"})
FARTHEST = 10
"""So many heads are climbed from the word before "who"."""


def related(token: Token, at: Mapping[int, int], things: Sequence[Cluster]) -> int | None:
    """Return what "who" takes up: "Ann Lee, who", "Ann Lee, a nurse from Oulu who".

    Of nouns that end there together "who" is the nearest person, "which" the outermost thing:
    "Isar Funk of Munich, which". Of 1,665 items it so takes up 94 in 100 rightly.
    """
    word = token.lower_
    if word in _OF_PERSONS or word in _OF_THINGS:
        nouns = [*_nouns_before(token)]
        if (noun := attach.narrowed(token)) is not None:
            subject = _subject_of(noun)
            nouns = [subject or noun, *(t for t in noun.ancestors if noun.dep_ == "appos")]
        near = [at[noun.i] for noun in nouns if noun.i in at]
        if word != "whose":
            near = [
                number
                for number in near
                if (things[number].type is Type.PERSON) == (word in _OF_PERSONS)
            ]
        if near:
            return near[0] if word in _OF_PERSONS else near[-1]
        if noun is not None:
            return None
    place = _related_noun(token)
    for _ in range(2):
        if place in at or place < 0 or token.doc[place].dep_ != "appos":
            return at.get(place)
        place = token.doc[place].head.i
    return None


def _nouns_before(token: Token) -> Iterator[Token]:
    """Yield the words that end right before "who", the nearest first, each the head of the former.

    "Isar Funk of Munich, which": Munich, of, Funk.
    """
    doc, place, first = token.doc, token.i - 1, token.sent.start
    while place >= first and (doc[place].is_punct or doc[place].tag_ == "IN"):
        place -= 1
    if place < first:
        return
    word = doc[place]
    for _ in range(FARTHEST):
        yield word
        head = word.head
        if head is word or head.i >= token.i or word.dep_ == "conj":
            return  # "Acme and Beta, whose"
        unnamed = word.dep_ == "pobj" and word.tag_ == "NN" and lemma(word) in persons()
        if token.lower_ in _OF_PERSONS and unnamed:
            return  # "Ann Lee, a friend of the man who"
        if head.pos_ in VERBAL and word.dep_ != "acl" and head.dep_ not in {"acl", "relcl"}:
            return
        word = head


def _related_noun(token: Token) -> int:
    """Return the place of the noun that "who", "which" or "where" takes up, -1 if none.

    Only one that stands right before, but for a comma, is taken: the parse errs on others.
    """
    verb = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    noun = verb.head if verb is not None else token
    if noun.dep_ == "attr":
        subject = _subject_of(noun)
        return subject.i if subject is not None and _is_next(noun, token) else -1
    return noun.i if noun.i < token.i and _is_next(noun, token) else -1


def _subject_of(noun: Token) -> Token | None:
    """Return of whom a noun is said: "Ann Lee is a nurse who ..."."""
    told = noun.head.lefts if noun.dep_ == "attr" else ()
    return next((t for t in told if t.dep_ == "nsubj"), None)


def _is_next(noun: Token, token: Token) -> bool:
    return all(t.is_punct or t.tag_ == "IN" for t in token.doc[noun.i + 1 : token.i])
