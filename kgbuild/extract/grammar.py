"""What the grammar of its sentence alone tells of a pronoun: "Win Myint, who is with his son"."""

from collections.abc import Mapping, Set

from spacy.tokens import Token

from kgbuild.extract.lemma import lemma

_SELF = frozenset({"himself", "herself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OF = frozenset({"at", "for", "in", "of"})
_CAUSES = frozenset({"after", "as", "because", "when"})
_HOLD = frozenset(
    "acquire back buy control finance fund hold invest own purchase sell take".split()
)
ACCUSED = frozenset("accused convict defendant fugitive inmate suspect".split())
_ANY = frozenset("a an another my our".split())
_WOMEN = frozenset("aunt daughter girl grandmother lady mother sister wife widow woman".split())
_MEN = frozenset("boy brother father gentleman grandfather husband man son uncle widower".split())
_UNNAMED = {
    **dict.fromkeys(["she", "her", "hers", "herself"], _WOMEN),
    **dict.fromkeys(["he", "him", "his", "himself"], _MEN),
}
_BLAME = frozenset(
    "accuse arrest catch charge convict detain find fine indict jail sentence suspect".split()
)
_CONJOINED = 3
_SPOUSES = frozenset({"husband", "wife", "widow", "partner"})
_PUNISH = frozenset(
    """arrest ban bar charge dismiss drop expel fire jail oust remove sack suspend""".split()
)


def meant(pronoun: Token, at: Mapping[int, int], persons: Set[int]) -> int | None:
    """Return the number of what a pronoun means, where its sentence leaves no choice.

    ``at`` are the numbers of what heads mean, ``persons`` the places of those of persons.
    """
    ways = (_joined,) if pronoun.lower_ == "its" else _OF_PERSONS
    found = (way(pronoun, persons) for way in ways)
    return next((at[place] for place in found if place is not None and place in at), None)


def _who(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the "who" of the clause of "his": "who was freed with his daughter"."""
    if pronoun.dep_ != "poss" and pronoun.lower_ not in _SELF:
        return None
    for verb in pronoun.ancestors:
        subject = _subject(verb)
        if subject is not None and subject.i < pronoun.i:
            alone = persons.isdisjoint(range(subject.i + 1, pronoun.i)) and verb.i < pronoun.i
            return subject.i if subject.lower_ == "who" and alone else None
    return None


def _fronted(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the subject before which "his" stands in a phrase: "During his stay, Ding met"."""
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "pobj":
        return None
    preposition = pronoun.head.head
    subject = _subject(preposition.head) if preposition.dep_ == "prep" else None
    fronted = subject is not None and subject.i > pronoun.i and subject.i in persons
    return subject.i if fronted and subject is not None else None


def _punished(pronoun: Token, persons: Set[int]) -> int | None:
    """Return who was punished for what "he" did: "sacked Ann Lee after she was charged"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubjpass" or verb.dep_ != "advcl" or lemma(verb.head) not in _PUNISH:
        return None
    if lemma(verb) not in _BLAME or _CAUSES.isdisjoint(c.lower_ for c in verb.children):
        return None
    return _object(verb.head)


def _answering(pronoun: Token, persons: Set[int]) -> int | None:
    """Return who was talked to by several: "Croft and Low questioned Sharp. He told them"."""
    start, verb = pronoun.sent.start, pronoun.head
    if not start or pronoun.dep_ != "nsubj" or "them" not in {t.lower_ for t in verb.children}:
        return None
    before = pronoun.doc[start - 1].sent.root
    subject = _subject(before)
    if subject is None or (subject.i in persons and not subject.n_rights):
        return None
    return _object(before)


def is_of_stranger(pronoun: Token, at: Mapping[int, int]) -> bool:
    """Say whether an unnamed man or woman is the subject before "she": "My wife said she left".

    It is theirs where they are the subject above the pronoun, or else of the sentence before.
    """
    subjects = (_subject(verb) for verb in pronoun.ancestors)
    above = next((one for one in subjects if one is not None and one.i < pronoun.i), None)
    start = pronoun.sent.start
    if above is None and start:
        above = _subject(pronoun.doc[start - 1].sent.root)
    if above is None or above.i in at or _is_named(above, at):
        return False
    unnamed = above.lower_ in _UNNAMED[pronoun.lower_]
    return above.lower_ in ACCUSED or (unnamed and any(c.lower_ in _ANY for c in above.children))


def _is_named(noun: Token, at: Mapping[int, int]) -> bool:
    """Say whether a name says who it is: "a man, Max Orr", "a woman named Ann Lee"."""
    behind = (c for c in noun.children if c.dep_ in {"appos", "acl"})
    return any(word.i in at for c in behind for word in (c, *c.children))


def holder(noun: Token) -> int | None:
    """Return the place of who holds what a noun means: "Lakes holds 5% of the drugmaker"."""
    while noun.dep_ == "pobj" and noun.head.lower_ in {"in", "of"}:
        noun = noun.head.head
    verb = noun.head if noun.dep_ == "dobj" else noun
    if lemma(verb) not in _HOLD:
        return None
    while _subject(verb) is None and verb.dep_ in {"conj", "xcomp"}:
        verb = verb.head
    subject = _subject(verb)
    return None if subject is None or subject.dep_ == "nsubjpass" else subject.i


def _joined(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the body of the first of two offices: "chairman of Amal and nephew of its leader"."""
    noun = pronoun.head
    if noun.dep_ == "pobj":
        noun = noun.head.head
    first = noun.head
    if noun.dep_ != "conj" or first.pos_ not in _NOUNS:
        return None
    of = (word for child in first.children if child.lower_ in _OF for word in child.children)
    return next((word.i for word in of if word.dep_ == "pobj" and word.i < pronoun.i), first.i)


def _parallel(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the first "her" of "her coach, Max Orr, and her mother": both are hers."""
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "conj":
        return None
    first = pronoun.head.head
    for _ in range(_CONJOINED):
        own = (c.i for c in first.children if c.tag_ == "PRP$" and c.lower_ == pronoun.lower_)
        place = next(own, None)
        if place is not None or first.dep_ not in {"conj", "appos"}:
            return place
        first = first.head
    return None


def _next(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the one right before "and his wife": "the son of Max Orr and his wife, Ann"."""
    place, noun = pronoun.i - 1, pronoun.head
    if pronoun.tag_ != "PRP$" or noun.dep_ != "conj" or lemma(noun) not in _SPOUSES:
        return None
    if pronoun.nbor(-1).lower_ != "and" or noun.head.pos_ != "PROPN":
        return None
    place -= pronoun.doc[place - 1].text == ","
    return noun.head.i if noun.head.i in persons and noun.head.i == place - 1 else None


_OF_PERSONS = (_who, _parallel, _next, _fronted, _punished, _answering)


def _object(verb: Token) -> int | None:
    return next((child.i for child in verb.children if child.dep_ == "dobj"), None)


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
