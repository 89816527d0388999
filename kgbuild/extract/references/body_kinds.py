"""What a body cannot be called by its name: no hospital is "the charity", no M23 "the army"."""

from kgbuild.extract.references.candidate import Candidate
from kgbuild.extract.references.likeness import SHORTEST
from kgbuild.extract.references.traits import name_words
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import (
    is_central_bank,
    is_land,
    is_place,
    state,
    state_of_people,
    words,
)
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.text.vocabulary import PARLIAMENTS, PERCENT

_FORCES = frozenset({"armed", "army", "defence", "defense", "forces", "military"})
_STATES_OWN = frozenset("the royal national people's liberation red regular army".split())
"""What the name of a state's own army may be of, beside the state: no Arakan Army is "the army"."""
_MINISTRIES = frozenset("department exchequer ministry office pentagon treasury".split())
_COUNCILS = frozenset("board commission committee council jury panel tribunal".split())
"""What is called the one is not called the other."""
_ARMS = {
    **{word: frozenset({word}) for word in _COUNCILS - {"board"}},
    "council": frozenset({"conseil", "consejo", "council"}),
    "army": _FORCES,
    "military": _FORCES,
    "police": frozenset({"constabulary", "gendarmerie", "police"}),
    "government": frozenset({"administration", "cabinet", "council", "government"}),
    "court": frozenset({"bailey", "court", "courts", "tribunal"}),
    "parliament": PARLIAMENTS,
    "chamber": PARLIAMENTS | {"chamber"},
    "ministry": _MINISTRIES,
    "department": _MINISTRIES | {"bureau", "police"},
    "cabinet": frozenset({"cabinet", "government"}),
}
"""A state's or a body's own, each with what the name has of one that is such."""
_BY_INITIALS = _COUNCILS | {"court", "department", "ministry", "police"}
"""These are often called by their initials: "ICJ", "PSNI"."""
_TASKS = frozenset(
    """anti-corruption constitutional election electoral nominating olympic parliamentary
    working""".split()
)
_FIELDED = frozenset("agency authority bureau directorate service".split())
_LOOSE = frozenset(
    """aid assistance charity development government health intelligence news press rating relief
    security space spy state watchdog world""".split()
)
"""An agency may be called such whose name does not have the word."""
_WHOLE = frozenset({"central", "federal", "national"})
_PARTIAL = frozenset({"autonomous", "local", "municipal", "provincial", "regional"})
_FIRMS = frozenset({"company", "conglomerate", "corporation", "firm"})
_SHARES = PERCENT | {"owner", "share", "shareholder", "stake"}


def is_of_other_kind(candidate: Candidate) -> bool:
    """Say whether a body's own name says that it is none such: a hospital is no charity.

    The state's own army, police or court is only a body whose name says that it is one, and so
    is a panel or committee: no university is "the panel" that it set up.
    """
    word, thing = candidate.word, candidate.thing
    if word in candidate.nouns:
        return False
    if word in _FIRMS and thing.name.lower().split()[-1] in _ARMS:
        return True
    if word in _ARMS:
        return not any(_is_arm(word, name) for name in thing.printed)
    if word == "board":  # any firm has one
        parts = name_words(thing)
        return word not in parts and not _COUNCILS.isdisjoint(parts)
    if word not in words("organization", "one_kind"):
        return False
    own = words("organization", "own_kind").intersection(thing.name.lower().split())
    return bool(own) and word not in own


def _is_arm(word: str, name: str) -> bool:
    parts = name.lower().split()
    if word == "army" and not _is_states_army(name):
        return False
    return not _ARMS[word].isdisjoint(parts) or (
        name.isupper() and word in _BY_INITIALS and word[0].upper() in name
    )


def _is_states_army(name: str) -> bool:
    """Say whether a force may be a state's, as no "Rapid Support Forces" or "Arakan Army" is."""
    parts = name.replace("’", "'").split()
    if parts[-1].lower() == "army":
        return all(
            part.lower() in _STATES_OWN or state(part) or state_of_people(part) for part in parts
        )
    said = {part.lower() for part in parts}
    armed = not said.isdisjoint({"armed", "defence", "defense"})
    return "military" in said or (armed and not said.isdisjoint({"force", "forces"}))


def is_central_bank_owned(candidate: Candidate) -> bool:
    """Say whether a central bank would have owners: "31% of the bank", "the bank's owner"."""
    if candidate.word != "bank" or not is_central_bank(candidate.thing.name):
        return False
    bank = candidate.noun
    of = bank.dep_ == "pobj" and bank.head.lower_ in {"in", "of"}
    return of and lemma(bank.head.head) in _SHARES


def is_elsewhere(candidate: Candidate) -> bool:
    """Say whether a body is named by another town: no London Festival is "the Bergen festival".

    No Austin-based firm is "the Portland company".
    """
    noun, span = candidate.noun, candidate.asked.span
    towns = {t.text for t in span if t.ent_type_ == "LOC" and not is_land(t.text)}
    if towns and "base" in candidate.told:
        return candidate.told.isdisjoint(town.lower() for town in towns)
    told = {t.text for t in span if t.tag_ == "NNP" and t.i < noun.i and t.nbor().text != "-"}
    parts = {part for name in candidate.thing.printed for part in name.split()}
    kinds = {part.lower() for part in parts}
    if not told or candidate.word not in kinds or not told.isdisjoint(parts):
        return False
    return any(is_place(part) and state(part) is None for part in parts)


def is_of_region(candidate: Candidate) -> bool:
    """Say whether "the national government" is none: an Autonomous or Regional Government."""
    whole = any(child.lower_ in _WHOLE for child in candidate.noun.children)
    return whole and not _PARTIAL.isdisjoint(candidate.thing.name.lower().split())


def is_of_other_field(candidate: Candidate) -> bool:
    """Say whether a name lacks what an agency is for: no Press Bureau is "the weather bureau"."""
    if candidate.word not in _FIELDED:
        return False
    before = (c for c in candidate.noun.children if c.dep_ in BEFORE_NOUN)
    fields = {lemma(c) for c in before if c.tag_ in {"NN", "NNS"}} - _LOOSE
    names = (name for name in candidate.thing.printed if " " in name)
    parts = {part for name in names for part in name.lower().split()} | candidate.told
    if not fields or not parts:
        return False
    return not any(part[:SHORTEST] == field[:SHORTEST] for part in parts for field in fields)


def is_whole(candidate: Candidate) -> bool:
    """Say whether it was told of as a thing's own: "the Senate's panel": no Senate is the panel."""
    heads = (seen.head for seen in candidate.thread.seen)
    owns = any(head.dep_ == "poss" and head.head.lower_ == candidate.word for head in heads)
    return owns and candidate.word not in name_words(candidate.thing)


def is_of_other_task(candidate: Candidate) -> bool:
    """Say whether a body's name lacks what it is said to do: "the electoral commission"."""
    council = candidate.word in _COUNCILS
    if not council and candidate.word != "group":
        return False
    told = candidate.noun.children
    tasks = {c.lower_ for c in told if c.lower_ in _TASKS or (council and c.tag_ == "VBG")}
    return not tasks.issubset(name_words(candidate.thing))
