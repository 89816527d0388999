"""The base form of a word, found only where a rule asks for it.

A lemmatizer over every token costs a tenth of the parse; rules ask of few.
"""

from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.lookups import Lookups, Table
from spacy.tokens import Token

TABLES = ("lemma_exc", "lemma_index", "lemma_rules")
_CLASSES = {"V": "verb", "M": "verb", "N": "noun", "J": "adj", "R": "adv"}
_CLITICS = {
    "'re": "be",
    "'m": "be",
    "'s": "be",
    "'ve": "have",
    "'d": "would",
    "'ll": "will",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
}


def lemma(token: Token) -> str:
    """Return the base form, lower-case; the word itself where nothing is known of it.

    Any lemma that the pipeline set is taken; else the tables that ``keep_tables`` left
    in the vocabulary are asked, by the token's tag.
    """
    if token.lemma:
        return token.lemma_.lower()
    return _looked_up(token.lower_, token.tag_, token.vocab.lookups)


@lru_cache(maxsize=1 << 15)
def _looked_up(word: str, tag: str, lookups: Lookups) -> str:
    word = word.replace("’", "'")
    class_ = _CLASSES.get(tag[:1])
    if class_ is None or tag.startswith("NNP"):
        return word
    if class_ == "verb" and word in _CLITICS:
        return _CLITICS[word]
    return _base(word, tag, class_, lookups)


def keep_tables(nlp: Language) -> None:
    """Put the tables of the pipeline's lemmatizer, if it has one, where ``lemma`` looks."""
    for name, component in nlp.components:
        lookups: Any = getattr(component, "lookups", None)
        if name == "lemmatizer" and lookups and all(t in lookups for t in TABLES):
            for table in TABLES:
                rows = Table(name=table, data=_quick(lookups.get_table(table)))
                nlp.vocab.lookups.set_table(table, rows)


def _quick(table: Any) -> dict[str, Any]:
    """Return the table with its word lists as dictionaries: they are long and asked often."""
    rows = {class_: table.get(class_, {}) for class_ in ("verb", "noun", "adj", "adv")}
    return {class_: dict.fromkeys(row) if _is_words(row) else row for class_, row in rows.items()}


def _is_words(row: Any) -> bool:
    return isinstance(row, list) and all(isinstance(word, str) for word in row)


def _base(word: str, tag: str, class_: str, lookups: Lookups) -> str:
    if not lookups.has_table(TABLES[-1]):
        return word
    known = lookups.get_table("lemma_index").get(class_, {})
    if tag == "VB" and word in known:
        return word  # "to found"
    irregular = lookups.get_table("lemma_exc").get(class_, {}).get(word)
    if irregular:
        return str(irregular[0])
    if tag in {"NN", "JJ", "RB"} and word in known:
        return word
    return _by_rule(word, lookups.get_table("lemma_rules").get(class_, []), known)


def _by_rule(word: str, rules: list[list[str]], known: dict[str, Any]) -> str:
    """Return the first stem in the dictionary, else the first that a rule makes."""
    stems = [word[: len(word) - len(old)] + new for old, new in rules if word.endswith(old)]
    return next((s for s in stems if s in known), next((s for s in stems if s), word))
