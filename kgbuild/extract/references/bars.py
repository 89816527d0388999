"""What a description does not take up, whatever the scorer holds for likely: "the army" no M23."""

from collections.abc import Set

from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.clues import SHORTEST, people_of
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.traits import Traits, name_words, office
from kgbuild.extract.text.discourse import Thread
from kgbuild.extract.text.grammar import ACCUSED, PUNISH
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import (
    is_central_bank,
    is_land,
    is_place,
    state,
    state_of_people,
    state_of_region,
    words,
)
from kgbuild.extract.text.spans import BEFORE_NOUN
from kgbuild.extract.text.vocabulary import COACHES, LEADS, MONARCHS, PARLIAMENTS, PERCENT
from kgbuild.extract.truth.status import judge
from kgbuild.model import Form, Referent, Status, Type

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
_PLAYERS = frozenset("defender forward goalkeeper midfielder striker winger".split())
_ANALYSTS = frozenset("analyst broker dealer economist fund strategist trader".split())
_OFFICES = MONARCHS | frozenset(
    "ambassador chancellor governor mayor minister premier president senator".split()
)
"""Who holds one of these is not called by another."""
_OF_LAW = frozenset(
    """attorney coroner detective inspector judge lawyer magistrate prosecutor
    sheriff superintendent""".split()
)
_ARGUMENTS = frozenset({"poss", "dobj", "dative", "pobj"})
_SUFFERS = frozenset({"nsubjpass", "dobj"})
_GOES = frozenset("die leave lose quit resign retire step".split())
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
_SHARES = PERCENT | {"owner", "share", "shareholder", "stake"}
_LEADS = LEADS | {"join"}
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
        return _may_be_called(asked.head, thread, traits)
    return thing.type is not Type.ORGANIZATION or not (
        _is_elsewhere(asked, thing, traits.words.get(thread.number, set()))
        or _is_of_other_field(asked.head, thing, traits.words.get(thread.number, set()))
        or _is_of_region(asked.head, thing)
        or (asked.head.lower_ == "bank" and _is_shared(asked.head) and is_central_bank(thing.name))
        or _is_part(asked.head.lower_, thread, thing)
        or _is_of_other_task(asked.head, thing)
        or _comments(asked.head.lower_, thread)
        or _is_but_wished(asked.head.lower_, thread)
        or _is_of_other_kind(asked.head.lower_, thread.number, thing, traits)
        or _passes_on(asked.head.lower_, thread, thing)
    )


def is_medium(thing: Cluster | Referent) -> bool:
    """Say whether a thing has the name of a paper, channel or agency."""
    return thing.name.lower().split()[-1] in _PAPERS


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
    elif asked.head.lower_ == "state" and (of := state_of_region(thing.name)):
        its = its | {of}  # California is not "the French state"
    return bool(its) and mine not in its


def _may_be_called(noun: Token, thread: Thread, traits: Traits) -> bool:
    """Say whether a person can be called so: no prosecutor is the defendant, no king the mayor.

    No chairman is "the former chairman" of whom it is not told that he left.
    """
    number = thread.number
    said, nouns = office(noun), traits.nouns.get(number, {})
    if noun.lower_ in ACCUSED and any(one.split()[-1] in _OF_LAW for one in nouns):
        return False
    over = not _OVER.isdisjoint(traits.words.get(number, set()))
    if any(child.lower_ == "new" for child in noun.children):
        return not over
    if said in nouns and not over and any(child.lower_ == "former" for child in noun.children):
        return any(_goes(seen.head) for seen in thread.seen)
    if noun.lower_ in _PLAYERS and noun.lower_ not in nouns:
        return COACHES.isdisjoint(nouns)
    held = {one for one in nouns if one.split()[-1] in _OFFICES}
    if not held or said.split()[-1] not in _OFFICES or said in held:
        return True
    return "minister" in {said, *held} and any(one.endswith("minister") for one in held)


def _goes(name: Token) -> bool:
    """Say whether one leaves, is put out or held: "sacked the minister, Max Orr".

    So, too, of "Max Orr, mayor of Lyon until 2020", "Max Orr was the mayor of Lyon".
    """
    if any(t.lower_ == "until" or _is_bygone_year(t) for t in name.sent):
        return True
    name = name.head if name.dep_ == "appos" else name
    verb = lemma(name.head)
    if name.dep_ == "nsubj":
        return verb in _GOES or name.head.lower_ == "was"
    return name.dep_ in _SUFFERS and verb in PUNISH


def _is_bygone_year(token: Token) -> bool:
    return token.shape_ == "dddd" and token.i > 0 and token.nbor(-1).lower_ != "since"


def _is_of_other_kind(word: str, number: int, thing: Cluster, traits: Traits) -> bool:
    """Say whether a body's own name says that it is none such: a hospital is no charity.

    The state's own army, police or court is only a body whose name says that it is one, and so
    is a panel or committee: no university is "the panel" that it set up.
    """
    if word in traits.nouns.get(number, ()):
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


def _is_shared(body: Token) -> bool:
    """Say whether a body has owners: "controls 31% of the bank", "shareholders of the bank"."""
    noun = body.head.head
    return body.dep_ == "pobj" and body.head.lower_ in {"in", "of"} and lemma(noun) in _SHARES


def _is_elsewhere(asked: Reference, thing: Cluster, said: Set[str]) -> bool:
    """Say whether a body is named by another town: no London Festival is "the Bergen festival".

    No Austin-based firm is "the Portland company". ``said`` are the words before its name.
    """
    word, span = asked.head.lower_, asked.span
    towns = {t.text for t in span if t.ent_type_ == "LOC" and not is_land(t.text)}
    if towns and "base" in said:
        return said.isdisjoint(town.lower() for town in towns)
    told = {t.text for t in span if t.tag_ == "NNP" and t.i < asked.head.i and t.nbor().text != "-"}
    parts = {part for name in thing.printed for part in name.split()}
    if not told or word not in {part.lower() for part in parts} or not told.isdisjoint(parts):
        return False
    return any(is_place(part) and state(part) is None for part in parts)


def _is_of_region(noun: Token, thing: Cluster) -> bool:
    """Say whether "the national government" is none: an Autonomous or Regional Government."""
    whole = any(child.lower_ in _WHOLE for child in noun.children)
    return whole and not _PARTIAL.isdisjoint(thing.name.lower().split())


def _is_of_other_field(noun: Token, thing: Cluster, said: Set[str]) -> bool:
    """Say whether a name lacks what an agency is for: no Press Bureau is "the weather bureau"."""
    before = (c for c in noun.children if c.dep_ in BEFORE_NOUN and c.tag_ in {"NN", "NNS"})
    fields = {lemma(c) for c in before} - _LOOSE
    parts = {part for name in thing.printed if " " in name for part in name.lower().split()} | said
    if noun.lower_ not in _FIELDED or not fields or not parts:
        return False
    return not any(part[:SHORTEST] == field[:SHORTEST] for part in parts for field in fields)


def _is_part(word: str, thread: Thread, thing: Cluster) -> bool:
    """Say whether it was told of as a thing's own: "the Senate's panel": no Senate is the panel."""
    owns = any(seen.head.dep_ == "poss" and seen.head.head.lower_ == word for seen in thread.seen)
    return owns and word not in name_words(thing)


def _is_of_other_task(noun: Token, thing: Cluster) -> bool:
    """Say whether a body's name lacks what it is said to do: "the electoral commission"."""
    if noun.lower_ not in _COUNCILS | {"group"}:
        return False
    gerunds = noun.lower_ in _COUNCILS
    tasks = {c.lower_ for c in noun.children if c.lower_ in _TASKS or (gerunds and c.tag_ == "VBG")}
    return not tasks.issubset(name_words(thing))


def _comments(word: str, thread: Thread) -> bool:
    """Say whether a firm is named only as that of analysts: "analysts at Citi"."""
    return word in words("organization", "companies") and all(
        seen.form is Form.NAME
        and seen.head.dep_ == "pobj"
        and lemma(seen.head.head.head) in _ANALYSTS
        for seen in thread.seen
    )


def _is_but_wished(word: str, thread: Thread) -> bool:
    """Say whether a firm is named only as what one might lead: "was once tipped to head Acme"."""
    return word in words("organization", "companies") and all(
        seen.form is Form.NAME
        and seen.head.dep_ == "dobj"
        and lemma(seen.head.head) in _LEADS
        and judge(seen.head.head).status in {Status.POSSIBLE, Status.DENIED}
        for seen in thread.seen
    )


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


def _passes_on(word: str, thread: Thread, thing: Cluster) -> bool:
    """Say whether a thing only carries what others say: "on WhatsApp", "a Reuters report"."""
    if not words("organization", "networks").isdisjoint(thing.printed):
        return word not in _PLATFORMS
    if word in _MEDIA or not is_medium(thing):
        return False
    return all(_is_source(seen.head) for seen in thread.seen if seen.form is Form.NAME)


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
