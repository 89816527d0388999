"""Which gold cluster each referent of a reading is.

It is the one with whose names or mentions it shares most, of the same type; one that shares
nothing with any is a stranger.
"""

from kgbuild.evaluate.gold import Item
from kgbuild.model import Reading, Referent

_STRANGER = "?"
"""Begins the name of a referent that is no gold entity."""


def meant(item: Item, reading: Reading) -> list[str]:
    """Return the cluster that each referent is; a stranger's is its own name: "?Lind"."""
    found = []
    for referent in reading.referents:
        like = {cluster: _likeness(item, cluster, referent) for cluster in sorted(item.types)}
        best = max(like, key=lambda cluster: like[cluster], default="")
        found.append(best if like.get(best) else f"{_STRANGER}{referent.name}")
    return found


def _likeness(item: Item, cluster: str, referent: Referent) -> int:
    if item.types[cluster] is not referent.type:
        return 0
    names = {name.casefold() for name in item.names[cluster]}
    shared = len(names & {name.casefold() for name in (referent.name, *referent.names)})
    marks = {(m.start, m.end) for m in item.mentions if m.cluster == cluster}
    met = sum((m.start, m.end) in marks for m in referent.mentions)
    return 1000 * bool(shared) + 10 * shared + met


def name(item: Item, cluster: str) -> str:
    """Return what a cluster is called in what is told of differences: its longest name."""
    if cluster.startswith(_STRANGER):
        return cluster
    return max(item.names[cluster] or {cluster}, key=lambda n: (len(n), n))


def line(item: Item, subject: str, relation: str, object_: str) -> str:
    """Return a tie in words: "Ann Lee LEADS Lind Timber"."""
    return f"{name(item, subject)} {relation} {name(item, object_)}"
