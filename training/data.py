"""Read the public gold into windows of text with tagged names and labelled pairs.

KnowledgeNet (CC BY-SA 4.0), Re-DocRED (MIT), GUM (CC BY 4.0), re3d, WNUT-17, UNER-EWT and
Wikigold, each renamed to our types beforehand, and the benchmark's own training items.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations
from pathlib import Path
from typing import Any

from kgbuild.extract.text.lexicon import state_of_people

TYPES = ("PERSON", "ORGANIZATION", "PLACE", "LISTING")
FORMS = ("name", "nominal", "pronoun")
STATUSES = ("asserted", "former", "planned", "possible", "alleged", "denied")
LONGEST = 700
"""Code points of a window, about 160 word pieces."""
PRONOUNS = frozenset(
    "he she it they his her its their him them who i we my our which himself herself itself".split()
)
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bvs)[.!?][\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z])"
)
_RARELY = 0.25
"""Of two names in a sentence of any text few are tied: so much the no of an unlabelled pair weighs."""
OWN = 2.0
"""What a window of our own items weighs."""
_TIES = {"FIGHTS", "ALLIED_WITH", "MET_WITH", "MEMBER_OF", "LEADS"}
_WORLD = {"LOCATED_IN": 0.5, "CITIZEN_OF": 0.3}
"""Re-DocRED's labels of these come from Wikidata, whatever the sentence says."""


@dataclass(frozen=True, slots=True)
class Span:
    """A mention ``text[start:end]``; ``type`` and ``form`` are places in TYPES, FORMS."""

    start: int
    end: int
    type: int
    form: int = 0


@dataclass(slots=True)
class Window:
    """One passage that is encoded at once.

    ``names`` are the spans to tag, None where nobody tagged it exhaustively. ``mentions`` are
    the ends of ``pairs``: ``{(subject, object): {relation: weight}}`` by place in ``mentions``, those
    that carry a label. ``sure`` are the relations for which every other pair is a sure no;
    ``doubt`` weighs the no of all others. ``status`` tells of some pairs whether what ties them is
    so, by place in STATUSES. ``open`` says that a capitalised word outside the names may be one all
    the same. ``labelled`` says how many of the mentions the gold has, which come first, where others
    were added.
    """

    source: str
    text: str
    names: tuple[Span, ...] | None = None
    mentions: tuple[Span, ...] = ()
    pairs: dict[tuple[int, int], dict[str, float]] = field(default_factory=dict)
    sure: frozenset[str] = frozenset()
    doubt: float = 0.0
    weight: float = 1.0
    open: bool = False
    status: dict[tuple[int, int], int] = field(default_factory=dict)
    labelled: int | None = None


def part_of(identifier: str, draw: int, parts: int) -> int:
    """Return in which of so many parts a text falls, by a hash of its id; each draw is another."""
    return hashlib.sha256(identifier.encode()).digest()[draw] % parts


def held_out(identifier: str) -> bool:
    """Say whether a text is kept from training: every eighth, by a hash of its id."""
    return part_of(identifier, 0, 8) == 0


def is_taught(identifier: str) -> bool:
    """Say whether a training item's references are taught; the others tell what that gave."""
    return part_of(identifier, 2, 2) == 0


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a text, roughly, as code-point spans that cover all of it."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text)] + [len(text)]
    starts = [0, *ends[:-1]]
    return [(s, e) for s, e in zip(starts, ends, strict=True) if text[s:e].strip()]


def stretches(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Yield spans of whole sentences, each as long as fits; a line break ends one."""
    for line in re.finditer(r"[^\n]+", text):
        start = end = line.start()
        for low, high in sentences(line.group()):
            low, high = low + line.start(), high + line.start()
            if high - start > longest and end > start:
                yield start, end
                start = low
            end = high
        for cut in range(start, end, 2 * longest):
            yield cut, min(end, cut + 2 * longest)


_JOINS = (
    (re.compile(r" ([,.;:!?%)\]}])"), 1),
    (re.compile(r"([(\[{$£€]) "), 2),
    (re.compile(r" (['’]s|'S|n['’]t|['’]re|['’]ve|['’]ll|['’]d|['’]m|')(?= |$)"), 1),
    (re.compile(r"(?<=\w) (-|–|/) (?=\w)"), 3),
    (re.compile(r'(?:^| )" ([^"]*) "'), 4),
)


def detokenised(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without the spaces that a tokenizer put around marks, and the moved spans."""
    gone = set[int]()
    for pattern, kind in _JOINS:
        for found in pattern.finditer(text):
            whole = found.group()
            if kind == 4:
                quote = found.start() + whole.index('"')
                gone |= {quote + 1, found.end() - 2}
            else:
                gone |= {found.start() + i for i, c in enumerate(whole) if c == " "}
    kept = [i for i in range(len(text)) if i not in gone]
    where = {old: new for new, old in enumerate(kept)}
    made = "".join(text[i] for i in kept)
    moved = []
    for start, end in spans:
        while start in gone:
            start += 1
        last = end - 1
        while last in gone:
            last -= 1
        moved.append((where[start], where[last] + 1))
    return made, moved


_ADJECTIVES = frozenset(
    """African European Asian American Western Eastern Arab Arabic Latin Caribbean Balkan Baltic
    Scandinavian Catholic Catholics Christian Christians Christianity Muslim Muslims Islam Islamic
    Jewish Jews Protestant Orthodox Buddhist Hindu Roman Soviet Kurdish Kurds Jew Bavarian Scottish
    Welsh English Flemish Catalan Basque Hawaiian Texan Californian Persian Ottoman Byzantine
    """.split()
)


def _type(name: str) -> int | None:
    return TYPES.index(name) if name in TYPES else None


def _is_name(text: str) -> bool:
    """Say whether a span is a name by our guide: no demonym, some capital."""
    known = state_of_people(text) is not None or text in _ADJECTIVES
    return any(c.isupper() for c in text) and not known


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without article and possessive."""
    for article in ("the ", "The ", "a ", "A "):
        if text.startswith(article, start):
            start += len(article)
    for tail in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(tail):
            return start, end - len(tail)
    return start, end


def _cut(window: Window, start: int, end: int, *, same_sentence: bool = True) -> Window:
    """Return the part ``start:end`` of a window, with what lies wholly in it."""
    text = window.text[start:end]
    names = None
    if window.names is not None:
        names = tuple(
            replace(n, start=n.start - start, end=n.end - start)
            for n in window.names
            if start <= n.start and n.end <= end
        )
    inside = [i for i, m in enumerate(window.mentions) if start <= m.start and m.end <= end]
    place = {old: new for new, old in enumerate(inside)}
    mentions = tuple(
        replace(m, start=m.start - start, end=m.end - start)
        for m in (window.mentions[i] for i in inside)
    )
    of = _sentence_of(text, mentions)
    pairs = {
        (place[s], place[o]): labels
        for (s, o), labels in window.pairs.items()
        if s in place and o in place and (not same_sentence or of[place[s]] == of[place[o]])
    }
    status = {
        (place[s], place[o]): value
        for (s, o), value in window.status.items()
        if s in place and o in place and (place[s], place[o]) in pairs
    }
    return replace(window, text=text, names=names, mentions=mentions, pairs=pairs, status=status)


def _sentence_of(text: str, mentions: Iterable[Span]) -> list[int]:
    bounds = sentences(text)
    return [next((i for i, (s, e) in enumerate(bounds) if s <= m.start < e), 0) for m in mentions]


def _windows(whole: Window) -> Iterator[Window]:
    for start, end in stretches(whole.text):
        yield _cut(whole, start, end)


def redocred(path: Path) -> Iterator[tuple[str, Window]]:
    """Yield the windows of Re-DocRED's documents."""
    for row in rows(path):
        text, moved = detokenised(row["text"], [(e["start"], e["end"]) for e in row["entities"]])
        names, mentions, of = [], [], []
        for entity, (start, end) in zip(row["entities"], moved, strict=True):
            type_ = _type(entity["type"])
            if type_ is None:
                continue
            if _is_name(text[start:end]):
                names.append(Span(*_trim(text, start, end), type_))
            mentions.append(Span(start, end, type_, int(not _is_name(text[start:end]))))
            of.append(entity["cluster"])
        ties: dict[tuple[int, int], dict[str, float]] = {}
        for tie in row["relations"]:
            if not tie["type"].endswith("_ON"):
                labels = ties.setdefault((tie["head_cluster"], tie["tail_cluster"]), {})
                labels[tie["type"]] = _WORLD.get(tie["type"], 1.0)
        pairs = {
            (s, o): ties[of[s], of[o]]
            for s, o in permutations(range(len(of)), 2)
            if (of[s], of[o]) in ties
        }
        whole = Window("redocred", text, tuple(names), tuple(mentions), pairs, doubt=0.5)
        for window in _windows(whole):
            yield row["id"], window


def gum(path: Path) -> Iterator[tuple[str, Window]]:
    """Yield GUM's texts; it marks as named what is in Wikipedia only, so its windows are open."""
    for row in rows(path):
        text, names = row["text"], []
        for entity in row["entities"]:
            type_ = _type(entity["type"])
            if type_ is None:
                continue
            low, high = entity["start"], entity["end"]
            if entity["named"]:
                low, high = entity["name_start"], entity["name_end"]
            start, end = _trim(text, low, high)
            plain = all(w[0].isupper() or w in _SMALL for w in text[start:end].split())
            pronoun = text[start:end].lower() in PRONOUNS
            if _is_name(text[start:end]) and not pronoun and (entity["named"] or plain):
                names.append(Span(start, end, type_))
        tagged = _innermost(names)
        whole = Window("gum", text, tagged, tagged, doubt=_RARELY, open=True)
        for window in _windows(whole):
            yield row["id"], window


_SMALL = frozenset("of the and for de la von van der du di del".split())


def _innermost(names: list[Span]) -> tuple[Span, ...]:
    """Return the names without those that hold a shorter one of another kind inside."""
    kept: list[Span] = []
    for name in sorted(set(names), key=lambda n: (n.end - n.start, n.start), reverse=True):
        if not any(k.start <= name.start and name.end <= k.end for k in kept):
            kept.append(name)
    return _outermost(kept)


def _outermost(names: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for name in sorted(set(names), key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return tuple(kept)


def ner(path: Path) -> Iterator[tuple[str, Window]]:
    """Yield the sentences of WNUT-17, UNER-EWT and Wikigold."""
    for row in rows(path):
        known = [e for e in row["entities"] if _type(e["type"]) is not None]
        text, moved = detokenised(row["text"], [(e["start"], e["end"]) for e in known])
        names = [
            Span(*_trim(text, s, e), TYPES.index(k["type"]))
            for k, (s, e) in zip(known, moved, strict=True)
            if _is_name(text[s:e])
        ]
        weight = 0.5 if row["id"].startswith("wnut") else 1.0
        tagged = _outermost(names)
        yield row["id"], Window("ner", text, tagged, tagged, doubt=_RARELY, weight=weight)


def re3d(path: Path) -> Iterator[tuple[str, Window]]:
    """Yield re3d's press texts; what it calls an entity is often a description, so none is a name."""
    for row in rows(path):
        text, places = row["text"], {}
        mentions: list[Span] = []
        for entity in row["entities"]:
            type_ = _type(entity["type"])
            if type_ is None:
                continue
            words = text[entity["start"] : entity["end"]]
            start, end = _trim(text, entity["start"], entity["end"])
            named = _is_name(text[start:end]) and text[start:end].split()[-1][0].isupper()
            form = 0 if named else 2 if words.lower() in PRONOUNS else 1
            places[entity["start"], entity["end"]] = len(mentions)
            mentions.append(Span(start, end, type_, form))
        pairs: dict[tuple[int, int], dict[str, float]] = {}
        for tie in row["relations"]:
            ends = places.get(tuple(tie["head"])), places.get(tuple(tie["tail"]))
            if None not in ends:
                pairs.setdefault(ends, {})[tie["type"]] = 1.0  # type: ignore[arg-type]
        whole = Window(
            "re3d", text, None, tuple(mentions), pairs, frozenset(_TIES), _RARELY, weight=0.7
        )
        for window in _windows(whole):
            yield row["id"], window


def knowledgenet(path: Path) -> Iterator[tuple[str, Window]]:
    """Yield KnowledgeNet's passages; their names are tagged later, by the model itself."""
    for row in rows(path):
        for passage in row["passages"]:
            low, high = passage["start"], passage["end"]
            places: dict[tuple[int, int], int] = {}
            mentions: list[Span] = []
            for entity in row["entities"]:
                start, end, type_ = entity["start"], entity["end"], _type(entity["type"])
                if type_ is None or not (low <= start and end <= high) or (start, end) in places:
                    continue
                words = row["text"][start:end]
                form = 2 if words.lower() in PRONOUNS else 0 if any(map(str.isupper, words)) else 1
                places[start, end] = len(mentions)
                mentions.append(Span(start - low, end - low, type_, form))
            pairs: dict[tuple[int, int], dict[str, float]] = {}
            for tie in row["relations"]:
                ends = places.get(tuple(tie["head"])), places.get(tuple(tie["tail"]))
                if None not in ends:
                    pairs.setdefault(ends, {})[tie["type"]] = 1.0  # type: ignore[arg-type]
            sure = frozenset(t for t in passage["exhaustive"] if not t.endswith("_ON"))
            text = row["text"][low:high]
            yield row["id"], Window("knowledgenet", text, None, tuple(mentions), pairs, sure, 0.25)


def own(path: Path, relations: Iterable[str], weight: float = OWN) -> Iterator[tuple[str, Window]]:
    """Yield the windows of items in the benchmark's format, every relation exhaustive."""
    every = frozenset(relations)
    for row in rows(path):
        text = row["text"]
        names, mentions, of = [], [], []
        for entity in row["entities"]:
            type_, form = TYPES.index(entity["type"]), FORMS.index(entity["form"])
            if form == 0:
                names.append(Span(entity["start"], entity["end"], type_))
            mentions.append(Span(entity["start"], entity["end"], type_, form))
            of.append(entity["cluster"])
        pairs, status = _stated(row, text, mentions, of)
        whole = Window(
            "own", text, tuple(names), tuple(mentions), pairs, every, 0.0, weight, status=status
        )
        for window in _windows(whole):
            yield row["id"], window


_ELSEWHERE = 0.3
"""A statement is said once; of its other sentences that name both ends some say it, some do not."""


def _stated(
    row: dict[str, Any], text: str, mentions: Sequence[Span], of: Sequence[str]
) -> tuple[dict[tuple[int, int], dict[str, float]], dict[tuple[int, int], int]]:
    """Return the labels of pairs of mentions in one sentence, and the status of the sure ones.

    A statement is taken to stand in the first sentence below the headline that names both ends.
    """
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    headline = 0 if len(lines) > 1 and not text[: lines[0][1]].rstrip().endswith(".") else -1
    bounds = [(a + low, b + low) for low, high in lines for a, b in sentences(text[low:high])]
    sentence = [
        next((i for i, (a, b) in enumerate(bounds) if a <= m.start < b), -1) for m in mentions
    ]
    pairs: dict[tuple[int, int], dict[str, float]] = {}
    status: dict[tuple[int, int], int] = {}
    for tie in row["statements"]:
        ends = {(tie["subject"], tie["object"])}
        if tie["relation"] in SYMMETRIC:
            ends.add((tie["object"], tie["subject"]))
        found = [
            (s, o)
            for s, o in permutations(range(len(of)), 2)
            if (of[s], of[o]) in ends and sentence[s] == sentence[o]
        ]
        told = {sentence[s] for s, _ in found}
        first = min(told - {headline}, default=min(told, default=-1))
        for s, o in found:
            sure = 1.0 if sentence[s] == first else _ELSEWHERE
            labels = pairs.setdefault((s, o), {})
            labels[tie["relation"]] = max(sure, labels.get(tie["relation"], 0.0))
            if sentence[s] == first:
                value = STATUSES.index(tie["status"])
                status[s, o] = value if status.get((s, o), value) == value else -1
    return pairs, {pair: value for pair, value in status.items() if value >= 0}


SYMMETRIC = frozenset("PARTNERED_WITH SPOUSE_OF SIBLING_OF FIGHTS ALLIED_WITH MET_WITH".split())
