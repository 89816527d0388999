"""What a description does not take up, whatever the scorer holds for likely: "the army" no M23."""

from collections.abc import Set

from spacy.tokens import Token

from kgbuild.extract.clues import people_of
from kgbuild.extract.clusters import Cluster
from kgbuild.extract.discourse import Thread
from kgbuild.extract.grammar import ACCUSED
from kgbuild.extract.lemma import lemma
from kgbuild.extract.lexicon import state, state_of_people, words
from kgbuild.extract.referring import Reference
from kgbuild.extract.spans import BEFORE_NOUN
from kgbuild.extract.traits import Traits, office
from kgbuild.model import Form, Type

_FORCES = frozenset({"armed", "army", "defence", "defense", "forces", "military"})
_HOUSES = frozenset(
    """assembly bundestag congress dáil diet duma folketing house knesset majlis parliament rada
    riksdag saeima seimas sejm senate storting""".split()
)
_ARMS = {
    "army": _FORCES,
    "military": _FORCES,
    "police": frozenset({"constabulary", "gendarmerie", "police"}),
    "government": frozenset({"administration", "cabinet", "council", "government"}),
    "court": frozenset({"bailey", "court", "courts", "tribunal"}),
    "parliament": _HOUSES,
}
"""A state's own, each with what a body's name has that is one."""
_SHORT = {"court": "C", "police": "P"}
"""What the initials have of such that are mostly called by them: "ICJ", "PSNI"."""
_COUNCILS = frozenset("board commission committee council panel tribunal".split())
"""What is called the one is not called the other."""
_TASKS = frozenset(
    "anti-corruption constitutional election electoral nominating olympic parliamentary".split()
)
_ANALYSTS = frozenset("analyst broker dealer economist fund strategist trader".split())
_OFFICES = frozenset(
    """ambassador chancellor emir emperor governor king mayor minister premier president queen
    senator sultan""".split()
)
"""Who holds one of these is not called by another."""
_OF_LAW = frozenset(
    """attorney coroner detective inspector judge lawyer magistrate prosecutor
    sheriff superintendent""".split()
)
_ARGUMENTS = frozenset({"poss", "dobj", "dative", "pobj"})
_OVER = frozenset("deposed ex former impeached late ousted outgoing".split())
_OF_WORLD = frozenset("african asian european global international world".split())
_PLATFORMS = frozenset(
    """app business company conglomerate firm giant group network operator platform service site
    startup website""".split()
)
_MEDIA = frozenset(
    """agency broadcaster channel daily magazine network newspaper newsroom outlet paper
    publisher radio service site station tabloid website weekly""".split()
)
_PAPERS = frozenset(
    """afp ap bbc bloomberg cnn courier daily gazette guardian herald journal magazine mirror news
    observer post reuters telegraph television times tribune tv weekly""".split()
)
"""Last words of the names of media."""
_STORIES = frozenset(
    "article column documentary interview investigation poll report reporter story".split()
)


def fits(asked: Reference, thread: Thread, thing: Cluster, traits: Traits) -> bool:
    """Say whether a thing can be what a description takes up; a pronoun may take up any."""
    if asked.form is not Form.NOMINAL or asked.holder is not None:
        return True
    if _is_of_other_state(asked, thread.number, thing, traits):
        return False
    if thing.type is Type.PERSON:
        return _may_be_called(asked.head, thread.number, traits)
    return thing.type is not Type.ORGANIZATION or not (
        _is_of_other_task(asked.head, thing)
        or _comments(asked.head.lower_, thread)
        or _is_of_other_kind(asked.head.lower_, thread.number, thing, traits)
        or _passes_on(asked.head.lower_, thread, thing)
    )


def is_subject_above(noun: Token, thread: Thread) -> bool:
    """Say whether one is the subject of what the noun is told in: "Poe met the minister's wife"."""
    above = {word.i for word in noun.ancestors}
    return noun.dep_ in _ARGUMENTS and any(
        seen.head.doc is noun.doc
        and seen.head.i not in above  # "Ann Lee, the chair, met"
        and seen.head.dep_ in {"nsubj", "nsubjpass"}
        and seen.head.i < noun.i
        and seen.head.head.i in above
        for seen in thread.seen
    )


def _is_of_other_state(asked: Reference, number: int, thing: Cluster, traits: Traits) -> bool:
    """Say whether a thing is of another state than "the Hungarian minister", or of the world."""
    mine, its = people_of(asked), traits.peoples.get(number, frozenset[str]())
    if mine is None:
        return False
    if thing.type is Type.ORGANIZATION:
        parts = {part for name in thing.printed for part in name.split()}
        its = its | {found for part in parts if (found := state(part) or state_of_people(part))}
        company = asked.head.lower_ in words("organization", "companies")
        if not (its or company) and not _OF_WORLD.isdisjoint(part.lower() for part in parts):
            return True
    return bool(its) and mine not in its


def _may_be_called(noun: Token, number: int, traits: Traits) -> bool:
    """Say whether a person can be called so: no prosecutor is the defendant, no king the mayor."""
    said, nouns = office(noun), traits.nouns.get(number, {})
    if noun.lower_ in ACCUSED and any(one.split()[-1] in _OF_LAW for one in nouns):
        return False
    if any(child.lower_ == "new" for child in noun.children):
        return _OVER.isdisjoint(traits.words.get(number, set()))
    held = {one for one in nouns if one.split()[-1] in _OFFICES}
    if not held or said.split()[-1] not in _OFFICES or said in held:
        return True
    return "minister" in {said, *held} and any(one.endswith("minister") for one in held)


def _is_of_other_kind(word: str, number: int, thing: Cluster, traits: Traits) -> bool:
    """Say whether a body's own name says that it is none such: a hospital is no charity.

    The state's own army, police or court is only a body whose name says that it is one.
    """
    if word in traits.nouns.get(number, ()):
        return False
    if word in _ARMS:
        return not any(_is_arm(word, name) for name in thing.printed)
    if word in _COUNCILS:
        parts = {part for name in thing.printed for part in name.lower().split()}
        return word not in parts and not _COUNCILS.isdisjoint(parts)
    if word not in words("organization", "one_kind"):
        return False
    own = words("organization", "own_kind").intersection(thing.name.lower().split())
    return bool(own) and word not in own


def _is_of_other_task(noun: Token, thing: Cluster) -> bool:
    """Say whether a body's name lacks what it is said to do: "the electoral commission"."""
    if noun.lower_ not in _COUNCILS:
        return False
    tasks = {c.lower_ for c in noun.children if c.lower_ in _TASKS or c.tag_ == "VBG"}
    return not tasks.issubset({part for name in thing.printed for part in name.lower().split()})


def _comments(word: str, thread: Thread) -> bool:
    """Say whether a firm is named only as that of analysts: "analysts at Citi"."""
    return word in words("organization", "companies") and all(
        seen.form is Form.NAME
        and seen.head.dep_ == "pobj"
        and lemma(seen.head.head.head) in _ANALYSTS
        for seen in thread.seen
    )


def _is_arm(word: str, name: str) -> bool:
    parts = name.lower().split()
    return not _ARMS[word].isdisjoint(parts) or (name.isupper() and _SHORT.get(word, "?") in name)


def _passes_on(word: str, thread: Thread, thing: Cluster) -> bool:
    """Say whether a thing only carries what others say: "on WhatsApp", "a Reuters report"."""
    if not _networks().isdisjoint(thing.printed):
        return word not in _PLATFORMS
    if word in _MEDIA or thing.name.lower().split()[-1] not in _PAPERS:
        return False
    return all(_is_source(seen.head) for seen in thread.seen if seen.form is Form.NAME)


def _networks() -> Set[str]:
    return words("organization", "networks")


def _is_source(token: Token) -> bool:
    """Say whether it is where something is told: "told Reuters", "the Post reported that"."""
    verb, dep = token.head, token.dep_
    if dep in BEFORE_NOUN or dep == "poss":
        return lemma(verb) in _STORIES
    if dep == "nsubj":
        return any(child.dep_ in {"ccomp", "parataxis"} for child in verb.children) or (
            verb.dep_ in {"ccomp", "parataxis"}
        )
    if dep in {"dobj", "dative"}:
        return lemma(verb) == "tell"
    return dep == "pobj" and (verb.lower_ in {"by", "in"} or verb.head.lower_ == "according")
