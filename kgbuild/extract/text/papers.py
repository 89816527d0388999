"""The paper that makes a citizen of one: "a Cypriot passport"."""

from spacy.tokens import Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.vocabulary import PAPERS


def paper(people: Token) -> Token | None:
    """Return the noun that makes a citizen of one: "a Cypriot passport"."""
    return next((t for t in people.ancestors if lemma(t) in PAPERS), None)
