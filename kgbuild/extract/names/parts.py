"""What a part of a full name means in its article: Lee of Ann Lee, Zephyr of Zephyr Inc."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kgbuild.extract.names.votes import Votes, Words
from kgbuild.extract.text.lexicon import is_given, is_place, is_town, sex_of_given
from kgbuild.extract.text.lexicon import words as listed
from kgbuild.model import Type
from kgbuild.names import LEGAL_FORMS

_TOWN = 0.9
"""What the votes weigh of a mention that is a place beyond doubt."""
_CLUBS = frozenset(
    """athletic atletico atlético club deportivo dinamo dynamo fc independiente lokomotiv olympique
    racing rapid real sporting spartak unión vitória""".split()
)
"""Before the name of a town or quarter, by which alone the club is called."""


def of_persons(votes: Votes) -> dict[Words, Type]:
    """Return one-word names that are a part of a person's full name.

    A state stays a state; a name that was used before the full one, and more often taken
    for something else, stays that: Ericsson, founded by Lars Magnus Ericsson.
    """
    owners: dict[Words, list[Words]] = defaultdict(list)
    for full, type_ in votes.types.items():
        if type_ is Type.PERSON and len(full) > 1:
            hyphened = full[-3:] if len(full) > 3 and full[-2] == "-" else full[-1:]
            for part in dict.fromkeys((full[:1], full[-1:], hyphened, _with_particles(full))):
                owners[part].append(full)
    return {
        part: Type.PERSON
        for part, full_names in owners.items()
        if len(part[0]) > 1 and part[0][0].isupper() and not is_place(part[0])
        if not _is_something_else(part, full_names, votes)
    }


def _is_something_else(part: Words, full_names: Sequence[Words], votes: Votes) -> bool:
    """Say whether the name was taken for no person more often than it and its bearers were."""
    last = [full for full in full_names if full[-len(part) :] == part]
    if any(votes.takes_up(part, full) for full in last):
        return False
    persons = sum(votes.share(full, Type.PERSON) for full in full_names)
    persons += votes.share(part, Type.PERSON)
    bare = votes.shares.get(part, {})
    others = sum(share for type_, share in bare.items() if type_ is not Type.PERSON)
    return others > (2 * persons + 1 if last else persons)


def _with_particles(full: Words) -> Words:
    """Return a family name with its particles, as it begins a sentence: De Wit, Van der Moe."""
    start = len(full) - 1
    while start > 1 and full[start - 1].islower():
        start -= 1
    return (full[start].capitalize(), *full[start + 1 :]) if full[start].islower() else full[-1:]


def of_bodies(votes: Votes) -> dict[Words, Type]:
    """Return names that are a body's in short: Zephyr of Zephyr Inc."""
    bodies = [w for w, type_ in votes.types.items() if type_ is Type.ORGANIZATION and len(w) > 1]
    found = [full[:1] for full in bodies if _is_called_by_first(full, votes)]
    found += [run for full in bodies for run in _runs(full) if _is_in_short(run, full, votes)]
    return dict.fromkeys(found, Type.ORGANIZATION)


def _is_called_by_first(full: Words, votes: Votes) -> bool:
    """Say whether the first word alone means a body.

    Not where a place or its kind names it: Oxford University.
    """
    short = full[:1]
    if short not in votes.types:
        return False
    if all(word.casefold().rstrip(".") in LEGAL_FORMS for word in full[1:]):
        return True
    if is_place(short[0]) or full[-1].casefold() in listed("organization", "seated"):
        return False
    town = votes.share(short, Type.PLACE) >= _TOWN  # Dili, of the Dili Tribune
    return len(full) < 4 and votes.takes_up(short, full) and not town


def _is_in_short(run: Words, full: Words, votes: Votes) -> bool:
    """Say whether a name taken for a person is what is proper in a body's name before it.

    Vale Azul of Construtora Vale Azul, Dafang of Zhejiang Dafang Shipping, Sado of Real Sado.
    """
    person = votes.types.get(run) is Type.PERSON and votes.takes_up(run, full)
    return person and _is_no_person(run, full)


def _runs(full: Words) -> Iterator[Words]:
    """Yield the parts of a body's name by which it may be called."""
    if len(full) == 2:
        if full[0].casefold() in _CLUBS:
            yield full[1:]
        return
    yield from (full[:size] for size in range(2, len(full)))
    yield full[-2:]
    if is_town(full[0]):
        yield full[1:2]


def _is_no_person(run: Words, full: Words) -> bool:
    """Say whether a part of a body's name begins as no person's does: Sable of Sable Crest Capital.

    A name that a few people bear is a firm's, too, where only its kind is left out.
    """
    if sex_of_given(full[0]) is None and sex_of_given(run[0]) is None:
        return True
    kind = full[-1].casefold() in listed("organization", "heads")
    return kind and run == full[:-1] and len(run) > 1 and not is_given(run[0])
