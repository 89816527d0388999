"""Of what state a ruler plainly is: "the Serbian government of Prime Minister Ann Lee"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.people import GOVERNMENTS
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_nation, state_by_capital
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.text.vocabulary import MONARCHS
from kgbuild.model import Type

HOME = 0.9
"""How probable it is that a ruler who is told of is the dateline's."""
_OF_STATES = MONARCHS | frozenset("ambassador chancellor minister premier secretary state".split())
"""Last words of what no town has, nor a club: "secretary of state"."""
_REGIONAL = frozenset(
    "cantonal county departmental local municipal provincial regional state".split()
)
_RECEIVES = frozenset({"greet", "host", "receive", "welcome"})
_OF_UNIONS = frozenset({"Belgium", "Ethiopia"})
"""In their capitals the presidents of unions of states receive, too."""


def is_ruler(asked: Reference) -> bool:
    """Say whether a state has such an office: a minister, "President Lee", not "the president"."""
    return asked.head.lower_ in _OF_STATES or is_titled_president(asked)


def is_titled_president(asked: Reference) -> bool:
    """Say whether it is "President Ann Lee": so are 103 of 110 in our items of a state.

    A club's stands there by its name.
    """
    return asked.head.lower_ == "president" and asked.head.is_title


def is_regional(asked: Reference) -> bool:
    """Say whether no state has such an office: "State Premier", "the state government of Lee"."""
    head, governed = asked.head, _government(asked)
    before = {head.nbor(-1).lower_} if head.i else set[str]()
    before |= {c.lower_ for c in governed.lefts} if governed is not None else set()
    return head.lower_ in {"governor", "mayor"} or not before.isdisjoint(_REGIONAL)


def ruled(asked: Reference, at: Mapping[int, int], things: Sequence[Cluster]) -> int | None:
    """Return the number of the state whose office it plainly is.

    "The Serbian government of Prime Minister Ann Lee"; "flew to Oslo, where President Poe received
    him", if the article names Norway: one receives guests at home.
    """
    governed = _government(asked)
    if is_regional(asked):
        return None
    if governed is not None:
        numbers = (at[c.i] for c in governed.lefts if c.i in at)
        return next((n for n in numbers if is_nation(things[n].name)), None)
    seats = (things[at[place.i]].name for place in _receives_in(asked, at, things) if place.i in at)
    home = next((found for seat in seats if (found := state_by_capital(seat))), None)
    if home is None or home in _OF_UNIONS:
        return None
    return next((n for n, thing in enumerate(things) if thing.name == home), None)


def at_home(
    asked: Reference, told: Iterable[int], datelines: Set[int], things: Sequence[Cluster]
) -> int | None:
    """Return the number of the state that the dateline names, where nothing else names one.

    "BANGUI, Central African Republic (AP) - Prime Minister Ann Lee said": 14 of 15 in our items.
    ``told`` are the things that the office may else be of.
    """
    if not is_ruler(asked):
        return None
    homes = [n for n in sorted(datelines) if is_nation(things[n].name)]
    alone = len(homes) == 1 and not any(is_nation(things[n].name) for n in told)
    return homes[0] if alone and not is_regional(asked) else None


def _holder_of(asked: Reference) -> Token:
    """Return the name behind an office, or the office itself where none is."""
    return asked.head.head if asked.head.dep_ in BEFORE_NOUN else asked.head


def _government(asked: Reference) -> Token | None:
    """Return the government whose head it is: "the government of", "a cabinet led by"."""
    name = _holder_of(asked)
    noun = name.head.head
    if name.dep_ != "pobj" or name.head.lower_ not in {"by", "of", "under"}:
        return None
    if name.head.lower_ == "by":
        noun = noun.head if lemma(noun) in {"head", "lead"} else name
    return noun if noun.lower_ in GOVERNMENTS else None


def _receives_in(
    asked: Reference, at: Mapping[int, int], things: Sequence[Cluster]
) -> Iterator[Token]:
    """Yield where the holder receives a person: "to Oslo, where he", "was in Oslo and was"."""
    name = _holder_of(asked)
    verb = name.head.head if name.head.dep_ == "agent" else name.head
    received = clause(verb)
    if lemma(verb) not in _RECEIVES or name not in received.doers:
        return
    explained = (c for t in received.targets for c in t.children if c.dep_ == "appos")
    guests = (*received.targets, *explained)
    if all(things[at[t.i]].type is not Type.PERSON for t in guests if t.i in at):
        return
    above = [verb.head] if verb.dep_ == "conj" else []
    if any(c.lower_ == "where" for c in verb.lefts):  # "flew to Oslo for talks, where he was"
        yield verb.head
        above = [t for t in verb.ancestors if t.pos_ == "VERB"][:1]
    for told in (verb, *above):
        where = (c for c in told.children if c.lower_ in {"in", "to"})
        yield from (o for to in where for o in to.children if o.dep_ == "pobj")
