"""Of which class a word is by status.toml: verbs that say, hopes, nouns that tell of a clause."""

from functools import cache

from spacy.tokens import Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.verbs import VERBAL, particle
from kgbuild.extract.words import table

OWNS_UP = frozenset({"admit", "acknowledge", "concede"})


@cache
def words(part: str, name: str) -> frozenset[str]:
    """Return the words of one list of status.toml."""
    return _load()[part].get(name, frozenset())


def key(token: Token) -> str:
    """Return how status.toml writes a verb, its particle with it: "set_up"."""
    second = particle(token)
    return f"{lemma(token)}_{second}" if second else lemma(token)


def says(head: Token) -> bool:
    """Say whether a verb only tells what is so."""
    if head.pos_ not in VERBAL or lemma(head) not in _sayings():
        return False
    return key(head) in words("governor", "says")


@cache
def _sayings() -> frozenset[str]:
    """Return the verbs that say, their particles aside."""
    return frozenset(said.partition("_")[0] for said in words("governor", "says"))


def owned(verb: Token) -> bool:
    """Say whether the verb tells what one would rather not have done."""
    return lemma(verb) in OWNS_UP or key(verb) == "own_up"


def denies(verb: Token) -> bool:
    """Say whether the verb turns down what is its object: "rejected the plan"."""
    return key(verb) in words("governor", "denied") or lemma(verb) in {"lack", "end"}


def is_hope(verb: Token) -> bool:
    """Say whether the verb's object is but wished, feared or made up."""
    return any(key(verb) in words("governor", n) for n in ("possible", "alleged", "doubted"))


def governs(verb: Token) -> bool:
    """Say whether it is known what a verb makes of a clause under it."""
    return lemma(verb) == "be" or not governing().isdisjoint({key(verb), lemma(verb)})


@cache
def governing() -> frozenset[str]:
    """Return the verbs and adjectives that make something of what hangs on them."""
    return frozenset[str]().union(*_load()["governor"].values())


def has_clause(noun: Token) -> bool:
    """Say whether the noun has a clause for what it is about: "the report that"."""
    return any(lemma(noun) in words("noun", n) for n in ("planned", "alleged", "denied"))


def is_talk(noun: Token) -> bool:
    """Say whether it is but said: "there was talk that he had"; "talks" are held."""
    return lemma(noun) == "talk" and noun.tag_ == "NN"


@cache
def _load() -> dict[str, dict[str, frozenset[str]]]:
    return {
        part: {name: frozenset(listed.split()) for name, listed in row.items()}
        for part, row in table("status").items()
    }
