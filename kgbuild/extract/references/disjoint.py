"""Whom a pronoun or a description does not mean: "My wife said she left", about Max Orr."""

from collections.abc import Mapping

from spacy.tokens import Token

from kgbuild.extract.text.dependents import direct_object, subject, subject_above
from kgbuild.extract.text.discourse import Thread
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import sex_of_noun
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.extract.text.vocabulary import ACCUSED, MEN, WOMEN

_ANY = frozenset("a an another my our".split())
_OTHER_KIN = frozenset(
    """aide child cousin disciple friend grandchild granddaughter grandson heir nephew niece partner
    protege protégé pupil sibling student twin""".split()
)
_BEFORE_KIN = frozenset({"CD", "DT", "HYPH", "JJ", "JJR", "JJS"})
_ORDER = frozenset({"half", "only", "step"})
_SUSPECTS = frozenset("accuse allege believe complain fear suspect think worry".split())
_ARGUMENTS = frozenset({"poss", "dobj", "dative", "pobj"})


def is_of_stranger(pronoun: Token, at: Mapping[int, int]) -> bool:
    """Say whether an unnamed man or woman is the subject before "she": "My wife said she left".

    It is theirs where they are the subject above the pronoun, or else of the sentence before.
    ``at`` are the numbers of what heads mean.
    """
    above, start = subject_above(pronoun), pronoun.sent.start
    if above is None and start:
        above = subject(pronoun.doc[start - 1].sent.root)
    if above is None or above.i in at or _is_named(above, at) or explained(pronoun):
        return False
    unnamed = above.lower_ in (WOMEN if sex_of_noun(pronoun.lower_) == "female" else MEN)
    return above.lower_ in ACCUSED or (unnamed and any(c.lower_ in _ANY for c in above.children))


def explained(pronoun: Token) -> range:
    """Return the places in front of "she" that say whose kin or pupil she is: none of them is she.

    "A daughter of the novelist Ann Lee, she was born in Lima"; "Married to Max Orr, she".
    """
    doc, start, end = pronoun.doc, pronoun.sent.start, pronoun.i - 1
    if pronoun.dep_ not in SUBJECTS or end <= start or doc[end].text != ",":
        return range(0)
    if doc[start : start + 2].text.lower() == "married to":
        return range(start, end)
    place = start
    while place < end and (doc[place].tag_ in _BEFORE_KIN or doc[place].lower_ in _ORDER):
        place += 1
    kin = lemma(doc[place]) in WOMEN | MEN | _OTHER_KIN
    of = kin and doc[place + 1].lower_ in {"of", "to"}
    return range(start, end) if of else range(0)


def suspected(pronoun: Token) -> tuple[Token, Token] | None:
    """Return who suspects and who is suspected: "feared Orr would hurt his wife".

    So, too, of "accused Orr of hurting his wife": the kin may be of either.
    """
    if pronoun.tag_ != "PRP$" or lemma(pronoun.head) not in WOMEN | MEN:
        return None
    clause = next((t for t in pronoun.ancestors if t.dep_ in {"ccomp", "pcomp"}), None)
    if clause is None:
        return None
    verb = clause.head if clause.dep_ == "ccomp" else clause.head.head
    inner, outer = subject(clause) or direct_object(verb), subject(verb)
    if lemma(verb) not in _SUSPECTS or inner is None or outer is None:
        return None
    return (outer, inner) if inner.i < pronoun.i else None


def is_subject_above(noun: Token, thread: Thread) -> bool:
    """Say whether one is the subject of what the noun is told in: "Poe met the minister's wife"."""
    above = {word.i for word in noun.ancestors}
    return noun.dep_ in _ARGUMENTS and any(
        seen.head.doc is noun.doc
        and seen.head.i not in above  # "Ann Lee, the chair, met"
        and seen.is_subject
        and seen.head.i < noun.i
        and seen.head.head.i in above
        for seen in thread.seen
    )


def _is_named(noun: Token, at: Mapping[int, int]) -> bool:
    """Say whether a name says who it is: "a man, Max Orr", "a woman named Ann Lee"."""
    behind = (c for c in noun.children if c.dep_ in {"appos", "acl"})
    return any(word.i in at for c in behind for word in (c, *c.children))
