"""Whose "his" or "her" is by where it stands: "her coach, Max Orr, and her mother".

Most tell whose kin is meant; each way is given the places of the heads that name persons.
"""

from collections.abc import Set

from spacy.tokens import Token

from kgbuild.extract.text.dependents import subject
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.extract.text.vocabulary import MEN, SPOUSES, WOMEN

_KIN = WOMEN | MEN
_SPOUSES = SPOUSES | {"widow"}
_CONJOINED = 3
_EX = 4
"""Tokens from "his" to behind "wife" in "his ex-wife"."""


def _of_namesake(pronoun: Token, persons: Set[int]) -> Token | None:
    """Return the one by whom kin is called: "Nawaz may return, his daughter Maryam Nawaz said"."""
    doc, noun = pronoun.doc, pronoun.head
    if lemma(noun) not in _KIN:
        return None
    kin = next((i for i in range(noun.i + 1, noun.i + _EX) if i in persons), None)
    if kin is None:
        return None
    before = (doc[i] for i in persons if pronoun.sent.start <= i < pronoun.i)
    same = [token for token in before if token.text == doc[kin].text]
    return same[0] if len(same) == 1 else None


def _of_parallel(pronoun: Token, _: Set[int]) -> Token | None:
    """Return the first "her" of "her coach, Max Orr, and her mother": both are hers."""
    if pronoun.head.dep_ != "conj":
        return None
    first = pronoun.head.head
    for _conjunct in range(_CONJOINED):
        own = (c for c in first.children if c.tag_ == "PRP$" and c.lower_ == pronoun.lower_)
        found = next(own, None)
        if found is not None or first.dep_ not in {"conj", "appos"}:
            return found
        first = first.head
    return None


def _of_more_kin(pronoun: Token, persons: Set[int]) -> Token | None:
    """Return of whom more kin is told behind a comma: "Orr is the son of Max, and his wife"."""
    doc, start = pronoun.doc, pronoun.i - 1
    if pronoun.head.dep_ not in SUBJECTS:
        return None
    if text_in(doc, max(0, start - 1), start + 1).lower() != ", and":
        return None
    if all(lemma(t) not in _KIN for t in doc[pronoun.i + 1 : pronoun.i + _EX]):
        return None
    for verb in pronoun.ancestors:
        one = subject(verb)
        if one is not None and one.i in persons and verb.i < start:
            told = (c for c in verb.children if c.dep_ == "attr" and c.i < start)
            return one if any(lemma(c) in _KIN for c in told) else None
    return None


def _of_spouse(pronoun: Token, persons: Set[int]) -> Token | None:
    """Return the one right before "and his wife": "the son of Max Orr and his wife, Ann"."""
    noun, one, last = pronoun.head, pronoun.head.head, pronoun.i - 2
    if noun.dep_ != "conj" or lemma(noun) not in _SPOUSES:
        return None
    if pronoun.nbor(-1).lower_ != "and" or one.pos_ != "PROPN":
        return None
    last -= pronoun.doc[last].text == ","
    return one if one.i in persons and one.i == last else None


def _of_family(pronoun: Token, persons: Set[int]) -> Token | None:
    """Return the other of a family: "Max Orr, its head, and Bo Orr, his brother"."""
    doc, place = pronoun.doc, pronoun.i - 2
    if pronoun.head.dep_ != "appos" or place not in persons:
        return None
    if doc[place + 1].text != "," or lemma(pronoun.head) not in _KIN:
        return None
    before = (doc[i] for i in range(place - 1, pronoun.sent.start, -1) if i in persons)
    return next((token for token in before if token.text == doc[place].text), None)


def _of_subject_behind(pronoun: Token, persons: Set[int]) -> Token | None:
    """Return the subject before which "his" stands in a phrase: "During his stay, Ding met"."""
    if pronoun.head.dep_ != "pobj":
        return None
    preposition = pronoun.head.head
    behind = subject(preposition.head) if preposition.dep_ == "prep" else None
    fronted = behind is not None and behind.i > pronoun.i and behind.i in persons
    return behind if fronted else None


WAYS = (
    _of_namesake, _of_parallel, _of_more_kin, _of_spouse, _of_family, _of_subject_behind,
)  # fmt: skip
"""Tried in this order."""
