"""Who speaks, and what is only told of others: "Acme shut it, Ann Lee said"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kgbuild.extract.references.referring import Reference
from kgbuild.extract.text.discourse import Discourse, Thread
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.model import Type

_TELLS = frozenset("add explain recall say tell".split())
_SAYS = _TELLS - {"explain"} | frozenset(
    "write answer ask reply argue insist joke warn post tweet".split()
)


def told_by(name: Token) -> Sequence[Token]:
    """Return the words of what one is named for having told: "Acme shut it, Ann Lee said"."""
    if name.dep_ == "appos" and name.head.tag_ == "NN":
        name = name.head  # "the founder, Ann Lee, said"
    verb = name.head
    if name.dep_ == "pobj" and verb.head.lower_ == "according":
        return [token for token in name.sent if token not in name.subtree]
    if name.dep_ != "nsubj" or lemma(verb) not in _TELLS:
        return []
    beside = verb.dep_ == "conj" and not any(c.dep_ == "cc" for c in verb.head.children)
    if beside or verb.dep_ in {"ccomp", "parataxis"}:
        return [token for token in verb.head.subtree if token not in verb.subtree]
    told = (child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i)
    return [token for clause in told for token in clause.subtree]


def tellers(sentence: Span, told: Discourse) -> Iterator[Token]:
    """Yield the subjects of verbs of saying outside of quotation marks: "he" of '"I", he said'."""
    for verb in sentence:
        if lemma(verb) in _SAYS and not told.in_quotes(verb):
            yield from (t for t in verb.children if t.dep_ in SUBJECTS)


def is_speaking(asked: Reference) -> bool:
    """Say whether it is who speaks: "my mother wept", the subject of "she said"."""
    head = asked.head
    return Type.PERSON in asked.types and (
        asked.is_first_person or (head.dep_ == "nsubj" and lemma(head.head) in _SAYS)
    )


def is_told_of_in_quotes(thread: Thread) -> bool:
    """Say whether only what others say tells of one: "My mother, Jana, wept"."""
    return thread.type is Type.PERSON and all(seen.quoted for seen in thread.seen)
