"""Write the user's judgements down, take them back, read them in, tell which apply to nothing.

Each call is an *action*: one or more judgements, written down in one transaction with the
rows that they change, under a number by which it can be undone.
"""

from collections.abc import Iterable

from kgbuild import build
from kgbuild.errors import JudgementError
from kgbuild.ledger import judgements
from kgbuild.ledger.judgements import Action
from kgbuild.ledger.store import Ledger
from kgbuild.model import Judgement, Side, Verdict
from kgbuild.resolve.chains import Chains
from kgbuild.resolve.text import line, parsed


def undo(ledger: Ledger, number: int | None = None) -> Action:
    """Take back an action, the last if none is named; return it."""
    found = judgements.action(ledger, number)
    if found is None:
        which = "Nothing is left to undo" if number is None else f"There is no number {number}"
        raise JudgementError(f"{which}. See: kgbuild judgements")
    build.mend(ledger)
    with ledger.transaction():
        _judge(ledger, found.back, found.said)
        judgements.unlog(ledger, found.number)
    return found


def act(ledger: Ledger, said: Iterable[Judgement], back: Iterable[Judgement] = ()) -> Action:
    """Write judgements down as one action, in place of others.

    Raises:
        JudgementError: They are there already, or contradict what is; nothing is changed.
    """
    build.mend(ledger)
    with ledger.transaction():
        said, back = _judge(ledger, said, back)
        if not said and not back:
            raise JudgementError("That is judged already. See: kgbuild judgements")
        return Action(judgements.log(ledger, said, back), said, back)


def read_in(ledger: Ledger, lines: Iterable[str]) -> tuple[Action | None, list[str]]:
    """Write down the judgements of a text; return the action and what was wrong, by line."""
    build.mend(ledger)
    faults: list[str] = []
    said: list[Judgement] = []
    with ledger.transaction():
        there = judgements.all_(ledger)
        known, chains = set(there), Chains(there)
        values: dict[tuple[Verdict, Side], str] = {}
        for number, text in enumerate(lines, 1):
            try:
                one = parsed(text)
                if one is None:
                    continue
                _refuse_second(values, one)
                if one not in known:
                    _refuse(chains, one)
                    chains.add(one)
                    known.add(one)
                    said.append(one)
            except (ValueError, JudgementError) as error:
                faults.append(f"line {number}: {error}")
        if not said:
            return None, faults
        fresh, back = _judge(ledger, said)
        return Action(judgements.log(ledger, fresh, back), fresh, back), faults


def orphans(ledger: Ledger) -> list[tuple[Judgement, tuple[Side, ...]]]:
    """Return the judgements that apply to nothing now, each with the sides that are wanting."""
    found = ((one, judgements.unborne(ledger, one)) for one in judgements.all_(ledger))
    return [(one, sides) for one, sides in found if sides]


def _judge(
    ledger: Ledger, said: Iterable[Judgement], back: Iterable[Judgement] = ()
) -> tuple[tuple[Judgement, ...], tuple[Judgement, ...]]:
    """Do what is new of it, inside a transaction; return what was written and taken back."""
    there = set(judgements.all_(ledger))
    fresh = [one for one in dict.fromkeys(said) if one not in there]
    old = {one for one in back if one in there} | {o for n in fresh for o in _replaced(there, n)}
    old -= set(fresh)
    chains = Chains(one for one in sorted(there) if one not in old)
    for one in fresh:
        _refuse(chains, one)
        chains.add(one)
    build.judge(ledger, fresh, sorted(old))
    return tuple(fresh), tuple(sorted(old))


def _replaced(there: set[Judgement], new: Judgement) -> list[Judgement]:
    """Return what a new judgement takes the place of."""
    if new.verdict in (Verdict.RENAME, Verdict.RETYPE):
        return [one for one in there if (one.verdict, one.left) == (new.verdict, new.left)]
    if new.right is not None:
        doubt = Judgement(Verdict.UNSURE, new.left, new.right)
        return [doubt] if doubt in there else []
    return []


def _refuse(chains: Chains, judgement: Judgement) -> None:
    chain = chains.against(judgement)
    if chain:
        told = "; ".join(line(one) for one in chain)
        raise JudgementError(
            f"{line(judgement)} contradicts what is judged: {told}. Take one of these back first "
            "(kgbuild judgements gives the numbers for kgbuild undo)."
        )


def _refuse_second(values: dict[tuple[Verdict, Side], str], judgement: Judgement) -> None:
    """Refuse a second name or type for what an earlier line gave another."""
    what = (judgement.verdict, judgement.left)
    if judgement.value and values.setdefault(what, judgement.value) != judgement.value:
        raise JudgementError(f"an earlier line says {values[what]!r}, not {judgement.value!r}")
