"""How well names are joined: on pairs of names, and across documents with gold mentions."""

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from bench import corpus
from bench.run import Row
from kgbuild import names
from kgbuild.derive.change import Change
from kgbuild.folding import fold
from kgbuild.ledger import index
from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Mention, Reading, Referent, Source, Type
from kgbuild.ontology import load as load_ontology
from kgbuild.resolve.candidates import Index, Known

PAIRS = corpus.BESIDE / "names" / "name_pairs.csv"
NEAR = 20
FUZZY = 90
"""What the fuzzy baseline takes for one: a token-set ratio that is usual for the purpose."""


def pairs(_: Path) -> Iterator[Row]:
    """Automatic joins on pairs of names, and how often the other is among the candidates."""
    if not PAIRS.is_file():
        return
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [(*_typed(row), row["is_match"] == "true") for row in csv.DictReader(file)]
    keyed = _share(rows, lambda type_, name: names.key(type_, name))
    plain = _share(rows, lambda _, name: name.lower())
    yield Row(
        "names joined automatically: precision",
        f"{keyed[0]:.3f}",
        "≥ 0.99",
        f"{len(rows)} pairs; equal lower-cased names: {plain[0]:.3f}",
    )
    yield Row(
        "names joined automatically: recall",
        f"{keyed[1]:.3f} ({keyed[1] / plain[1]:.1f} times)",
        "≥ 3 times that of equal lower-cased names",
        f"equal lower-cased names: {plain[1]:.3f}",
    )
    yield _near(rows)


def _typed(row: dict[str, str]) -> tuple[Type, str, str]:
    type_ = Type.PERSON if row["schema"] == "Person" else Type.ORGANIZATION
    return type_, row["name1"], row["name2"]


def _share(
    rows: Sequence[tuple[Type, str, str, bool]], key: Callable[[Type, str], Hashable]
) -> tuple[float, float]:
    """Return precision and recall of taking names with equal keys for one."""
    joined = [match for type_, a, b, match in rows if key(type_, a) == key(type_, b)]
    return sum(joined) / len(joined), sum(joined) / sum(match for *_, match in rows)


def _near(rows: Sequence[tuple[Type, str, str, bool]]) -> Row:
    """Ask of each name of a pair whether the other is among the nearest of all names."""
    ids: dict[tuple[Type, str], str] = {}
    for type_, a, b, _ in rows:
        for name in (a, b):
            ids.setdefault((type_, name), str(len(ids)))
    known = Index(Known(id_, type_, (name,)) for (type_, name), id_ in ids.items())
    wanted = [(type_, a, b) for type_, a, b, match in rows if match and a != b]
    wanted += [(type_, b, a) for type_, a, b in wanted]
    found = 0
    for type_, name, other in wanted:
        near = known.near(ids[type_, name], NEAR)
        found += any(ids[type_, other] in (pair.left, pair.right) for pair in near)
    return Row(
        f"candidates: the other name of a pair among the first {NEAR}",
        f"{found / len(wanted):.3f}",
        "≥ 0.9",
        f"{len(wanted)} names, sought among {len(ids)}",
    )


@dataclass(frozen=True, slots=True)
class Named:
    """A gold mention by name: where, of what type, under what name, and what it is."""

    document: str
    type: Type
    name: str
    gold: str


def across(folder: Path) -> Iterator[Row]:
    """B³ over the mentions by name that carry a Wikidata address, across documents."""
    path = corpus.gold()
    if path is None:
        return
    found = [*_mentions(path)]
    gold = [one.gold for one in found]
    systems: dict[str, list[Hashable]] = {
        "kgbuild": _resolved(found, folder / "across.db"),
        "equal lower-cased names": [(one.type, one.name.lower()) for one in found],
        f"names at least {FUZZY} alike (rapidfuzz, token set)": _fuzzy(found),
    }
    for name, clusters in systems.items():
        precision, recall = _b_cubed(clusters, gold)
        f1 = 2 * precision * recall / (precision + recall)
        yield Row(
            f"entities across documents, B³ F1: {name}",
            f"{f1:.3f}",
            "P ≥ 0.97, F1 above the baselines" if name == "kgbuild" else "baseline",
            f"P {precision:.3f}, R {recall:.3f}; {len(found):,} mentions of {len(set(gold)):,}",
        )


def _mentions(path: Path) -> Iterator[Named]:
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            for one in row["entities"]:
                text, uri = " ".join(one["text"].split()), one.get("uri")
                is_name = text[:1].isupper() and fold(text) not in PRONOUNS
                if uri and is_name and one["type"] in list(Type):
                    yield Named(row["id"], Type(one["type"]), text, uri)


PRONOUNS = frozenset("he she it they his her its their him them who we our i my you your".split())


def _resolved(found: Sequence[Named], db: Path) -> list[Hashable]:
    """Return the entity of each mention, the documents filed one by one as articles."""
    told: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        told[one.document].append(place)
    ontology = load_ontology()
    entities: dict[int, Hashable] = {}
    with Ledger(db, create=True) as ledger:
        ledger.db.execute("PRAGMA synchronous = OFF")
        ids = {}
        for document, places in told.items():
            source = Source(document, Article(document, "."))
            ids[document] = source.article.id
            with ledger.transaction():
                change = Change(ledger, ontology)
                change.file_(source, "gold", Reading(_referents(found, places)))
                change.finish()
        for document, places in told.items():
            here = index.entities_in(ledger, ids[document])
            order = _grouped(found, places)
            for entity, group in zip(here, order, strict=True):
                entities.update(dict.fromkeys(group, entity))
    return [entities[place] for place in range(len(found))]


def _referents(found: Sequence[Named], places: Sequence[int]) -> tuple[Referent, ...]:
    made = []
    for group in _grouped(found, places):
        every = tuple(dict.fromkeys(found[place].name for place in group))
        best = max(every, key=lambda name: (len(name.split()), name))
        mentions = tuple(Mention(place, place + 1) for place in group)
        made.append(Referent(best, found[group[0]].type, mentions, every))
    return tuple(made)


def _grouped(found: Sequence[Named], places: Sequence[int]) -> list[list[int]]:
    """Group a document's mentions as a reading does: by key, a family name with its full name."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place in places:
        groups[names.key(found[place].type, found[place].name)].append(place)
    for key in [*groups]:
        full = [k for k in groups if k.startswith("PERSON:") and k.split(" ")[-1:] == [key[7:]]]
        if key.startswith("PERSON:") and " " not in key and len(full) == 1:
            groups[full[0]] += groups.pop(key)
    return [groups[key] for key in sorted(groups)]


def _fuzzy(found: Sequence[Named]) -> list[Hashable]:
    """Join names that are alike, each type apart, by the first name of the group."""
    parent: dict[tuple[Type, str], tuple[Type, str]] = {}

    def root(one: tuple[Type, str]) -> tuple[Type, str]:
        while (up := parent.get(one, one)) != one:
            one = up
        return one

    for type_ in Type:
        every = sorted({fold(one.name) for one in found if one.type is type_})
        scores = process.cdist(every, every, scorer=fuzz.token_set_ratio, score_cutoff=FUZZY)
        for i, j in zip(*scores.nonzero(), strict=True):
            if i < j:
                parent[root((type_, every[j]))] = root((type_, every[i]))
    return [root((one.type, fold(one.name))) for one in found]


def _b_cubed(clusters: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, float]:
    ours, theirs = _members(clusters), _members(gold)
    shared = [len(ours[a] & theirs[b]) for a, b in zip(clusters, gold, strict=True)]
    precision = sum(s / len(ours[a]) for s, a in zip(shared, clusters, strict=True))
    recall = sum(s / len(theirs[b]) for s, b in zip(shared, gold, strict=True))
    return precision / len(gold), recall / len(gold)


def _members(labels: Sequence[Hashable]) -> dict[Hashable, set[int]]:
    found: dict[Hashable, set[int]] = defaultdict(set)
    for place, label in enumerate(labels):
        found[label].add(place)
    return found
