"""Find what a pronoun stands for, where only one thing can be meant."""

from collections.abc import Callable

from spacy.tokens import Token

from kgbuild.extract.clusters import Cluster
from kgbuild.extract.discourse import Discourse, Seen, main_subject, of_same_clause, only
from kgbuild.extract.lexicon import is_place, words
from kgbuild.extract.traits import Traits
from kgbuild.model import Type

PERSONAL = frozenset("he she him her his hers".split())
NEUTER = frozenset("it its".split())


def antecedent(token: Token, things: list[Cluster], traits: Traits, told: Discourse) -> int | None:
    """Return the number of the thing that the pronoun means; None where in doubt."""
    word = token.lower_
    if word in PERSONAL:
        sex = "female" if word in words("person", "female") else "male"
        number = _choose(token, told, lambda s: _may_be(s, things, traits, sex))
        if number is not None and not _is_sure(token, number, things, traits, told):
            return None
        if number is not None:
            traits.sex.setdefault(number, sex)
        return number
    if word in NEUTER and not _is_empty(token):
        return _choose_thing(token, things, told)
    return None


def related_noun(token: Token) -> int:
    """Return the place of the noun that "who", "which" or "where" takes up, -1 if none.

    Only one that stands right before, but for a comma, is taken: the parse errs on others.
    """
    verb = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    noun = verb.head if verb is not None else token
    if noun.dep_ == "attr":  # "Ann Lee is a nurse who ..."
        subject = next((t for t in noun.head.lefts if t.dep_ == "nsubj"), None)
        return subject.i if subject is not None and _is_next(noun, token) else -1
    return noun.i if noun.i < token.i and _is_next(noun, token) else -1


def _is_next(noun: Token, token: Token) -> bool:
    return all(t.is_punct or t.tag_ == "IN" for t in token.doc[noun.i + 1 : token.i])


def _may_be(seen: Seen, things: list[Cluster], traits: Traits, sex: str) -> bool:
    return things[seen.number].type is Type.PERSON and traits.sex.get(seen.number, sex) == sex


def _choose(token: Token, told: Discourse, fits: Callable[[Seen], bool]) -> int | None:
    """Return the only one that fits, nearest sentence first; of several the clause's subject."""
    quoted = told.in_quotes(token)

    def free(seen: Seen) -> bool:
        if not fits(seen) or (token.tag_ != "PRP$" and _bound(token, seen.head)):
            return False
        return not quoted or seen.head.doc is not token.doc or told.in_quotes(seen.head)

    near = told.nearest(free, reach=1)
    if near is None or (near[1] and (quoted or not _starts(token))):
        return None
    found, back = near
    number = only(found)
    if number is None and back == 0 and token.tag_ == "PRP$":
        number = _joined_before(token, found)
    if number is not None:
        return number
    if token.head.dep_ == "appos":  # "..., his first word on it": the parse is a guess there
        return None
    if back == 0:
        return _subject_above(token, found)
    return main_subject(found)


def _is_sure(
    token: Token, number: int, things: list[Cluster], traits: Traits, told: Discourse
) -> bool:
    """Say whether nothing else can be meant: no unknown name is the subject before.

    A subject that is no person and no known body or place may be one that was mistaken;
    nor is it said of whom "she" is in "Lee praised Kim because she won". Where the sex of
    the chosen one is told, there is no such doubt.
    """
    if number in traits.sex:
        return True
    here = [s for s in told.sentences[-1] if s.head.i < token.i]
    if any(s.number == number for s in here):
        verb = token.head
        while verb.dep_ in {"xcomp", "ccomp", "auxpass", "poss", "dobj"} and verb.head != verb:
            verb = verb.head
        persons = {s.number for s in here if things[s.number].type is Type.PERSON}
        return verb.dep_ != "advcl" or len(persons) == 1
    before = told.sentences[-2] if len(told.sentences) > 1 else []
    if not before:
        return True
    noted = {s.head.i for s in before if things[s.number].type is Type.PERSON}
    for child in before[0].head.sent.root.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.tag_ == "NNP" and child.i not in noted:
            return _is_known(child, before, things)
    return True


def _is_known(subject: Token, before: list[Seen], things: list[Cluster]) -> bool:
    """Say whether a subject's name is surely no man's or woman's."""
    number = next((s.number for s in before if s.head.i == subject.i), None)
    if number is None:
        return False
    thing = things[number]
    return is_place(thing.name) or any(len(name.split()) > 1 for name in thing.printed)


def _starts(token: Token) -> bool:
    """Say whether a pronoun is a subject or a subject's: such take up the sentence before."""
    place = token.head if token.dep_ == "poss" else token
    return place.dep_ in {"nsubj", "nsubjpass"}


def _bound(token: Token, other: Token) -> bool:
    return token.doc is other.doc and of_same_clause(token, other)


def _subject_above(token: Token, found: list[Seen]) -> int | None:
    """Return whichever of the mentions is the subject of the nearest clause around a word."""
    by_head = {seen.head.i: seen.number for seen in found}
    for verb in token.ancestors:
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i in by_head and child.i < token.i:
                return by_head[child.i]
    return None


def _choose_thing(token: Token, things: list[Cluster], told: Discourse) -> int | None:
    """Return the body or state that "it" or "its" means: the subject of a clause around it."""

    def fits(seen: Seen) -> bool:
        return things[seen.number].type in {Type.ORGANIZATION, Type.PLACE}

    near = told.nearest(fits, reach=1)
    if near is None:
        return None
    found, back = near
    if back == 0 and token.tag_ == "PRP$":
        joined = _joined_before(token, found)
        if joined is not None:
            return joined
    if back == 0:
        found = [s for s in found if token.tag_ == "PRP$" or not of_same_clause(token, s.head)]
        above = _subject_above(token, found)
        if above is not None:
            return above
    subjects = [s for s in found if s.is_subject]
    bodies = [s for s in found if things[s.number].type is Type.ORGANIZATION]
    number = only(bodies)
    if number is not None and number == only(subjects):
        return number
    return None


def _joined_before(token: Token, found: list[Seen]) -> int | None:
    """Return the one that "its" or "his" is joined to: "on Acme and on its owner"."""
    noun = token.head.head if token.head.dep_ == "appos" else token.head
    if token.head.dep_ == "compound":  # "his wife Marie Lee"
        noun = token.head.head
    link = noun.head if noun.dep_ == "pobj" else noun
    if link.dep_ != "conj":
        return None
    ahead = [s for s in found if link.head.i <= s.head.i < token.i]
    return ahead[-1].number if ahead else None


def _is_empty(token: Token) -> bool:
    """Say whether "it" stands for nothing: it is clear that, it rains."""
    if token.dep_ == "expl" or token.lower_ == "its":
        return token.dep_ == "expl"
    verb = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    copular = verb.lower_ in {"is", "was", "be", "been", "'s", "seems", "seemed", "appears"}
    return copular or any(c.dep_ in {"ccomp", "csubj"} and c.i > verb.i for c in verb.children)
