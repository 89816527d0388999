"""What prepositions bring: "talks between Lee and Orr", "out of the list"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.text.coordination import conjuncts


def prepositions(holder: Token) -> Iterator[tuple[str, Token]]:
    """Yield the prepositions of a word with what follows each: "out of" with "list"."""
    for prep in holder.children:
        if prep.dep_ not in {"prep", "dative", "agent"} or prep.tag_[0] not in "ITR":
            continue
        for child in prep.children:
            if child.dep_ == "pobj":
                yield prep.lower_, child
            elif child.dep_ == "conj" and child.tag_ == "IN":  # "at Basel and at Zurich"
                yield from ((child.lower_, o) for o in child.children if o.dep_ == "pobj")
            elif child.dep_ == "prep":  # "out of the list"
                yield from (
                    (f"{prep.lower_} {child.lower_}", o) for o in child.children if o.dep_ == "pobj"
                )


def brought(token: Token, word: str) -> Iterator[Token]:
    """Yield what a preposition of a word brings: "talks between Lee and Orr"."""
    yield from (t for prep in token.children if prep.lower_ == word for t in objects(prep))


def objects(prep: Token) -> Iterator[Token]:
    """Yield what stands behind a preposition, and what is joined to it."""
    yield from (t for o in prep.children if o.dep_ == "pobj" for t in conjuncts(o))
