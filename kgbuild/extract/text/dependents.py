"""A verb's subject and object as the parse hangs them on it, and the subject above a word."""

from spacy.tokens import Token

from kgbuild.extract.text.tagsets import SUBJECTS


def subject(verb: Token) -> Token | None:
    """Return the first subject that hangs on the verb itself."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def direct_object(verb: Token) -> Token | None:
    """Return the first object that hangs on the verb."""
    return next((child for child in verb.children if child.dep_ == "dobj"), None)


def subject_above(word: Token) -> Token | None:
    """Return the subject before a word of the nearest clause around it that has one."""
    subjects = (subject(verb) for verb in word.ancestors)
    return next((one for one in subjects if one is not None and one.i < word.i), None)
