"""What a sentence makes of a clause, and the weaker of two statuses: "denied he plans to"."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kgbuild.model import FACTUAL, Status

OPEN = frozenset({Status.PLANNED, Status.POSSIBLE})
"""What has not come to pass."""
UNDONE = OPEN | {Status.DENIED}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a sentence makes of a clause: its status, and the head word of who says so.

    ``given``: it is told in passing, so that to deny what governs it denies nothing of it.
    ``past``: it tells when something was, and is so whatever may come of that: "debt that it took
    on when it bought Acme".
    """

    status: Status = Status.ASSERTED
    speaker: Token | None = None
    given: bool = False
    past: bool = False


def weaker(inner: Status, outer: Status) -> Status:
    """Return what a claim is that stands under a word of another status.

    >>> weaker(Status.PLANNED, Status.DENIED), weaker(Status.DENIED, Status.DENIED)
    (<Status.DENIED: 'denied'>, <Status.POSSIBLE: 'possible'>)
    """
    if outer is Status.DENIED:
        return Status.POSSIBLE if inner is Status.DENIED else Status.DENIED
    if outer is Status.POSSIBLE:
        return Status.POSSIBLE
    if outer is Status.ALLEGED:
        return Status.ALLEGED if inner in FACTUAL else inner
    if inner is Status.ASSERTED or (inner is Status.FORMER and outer is Status.PLANNED):
        return outer
    return inner


def weaken(found: Standing, outer: Status) -> Standing:
    """Return the claim with what stands above it taken in, but what is given or past as it is."""
    if (found.given and outer is Status.DENIED) or (found.past and outer in UNDONE):
        return found
    return replace(found, status=weaker(found.status, outer))
