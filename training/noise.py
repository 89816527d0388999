"""Make encyclopaedic text look like a wire's: datelines, headlines, capitals, bylines."""

import random
from collections.abc import Iterable
from dataclasses import replace

from tokenizers import Tokenizer

from kgbuild.extract.neural.pieces import Pieces, pieces
from training.data import Span, Window

AGENCIES = (
    "Reuters",
    "AP",
    "AFP",
    "dpa",
    "Xinhua",
    "EFE",
    "TASS",
    "Kyodo News",
    "ANSA",
    "Bloomberg",
)
_ORGANIZATION, _PLACE, _PERSON = 1, 2, 0
_SMALL = frozenset("a an the of in on at to for and or by as with from".split())


Pool = dict[tuple[int, int], list[str]]
"""Names by type and number of words."""


def pool(windows: Iterable[Window]) -> Pool:
    """Return the names of all windows, to put in the place of others."""
    found: Pool = {}
    for window in windows:
        for name in window.names or ():
            words = window.text[name.start : name.end]
            found.setdefault((name.type, len(words.split())), []).append(words)
    return found


def disturbed(
    one: tuple[Window, Pieces], names: Pool, rng: random.Random, tokenizer: Tokenizer
) -> tuple[Window, Pieces]:
    """Return the window as it is, mostly, or changed as the module says, or with other names."""
    made = _changed(_swapped(one[0], names, rng), rng)
    return one if made is one[0] else (made, pieces(tokenizer, made.text))


def _swapped(window: Window, names: Pool, rng: random.Random) -> Window:
    """Return the window with some names replaced, each alike wherever it stands."""
    if not window.names or rng.random() > _SWAPS.get(window.source, 0.0):
        return window
    spans = sorted({(n.start, n.end) for n in window.names})
    types = {(n.start, n.end): n.type for n in window.names}
    chosen: dict[str, str] = {}
    text, moved, last = "", [], 0
    for start, end in spans:
        if start < last:
            return window
        words = window.text[start:end]
        if words not in chosen:
            others = names.get((types[start, end], len(words.split())), [words])
            chosen[words] = rng.choice(others) if rng.random() < 0.5 else words
            if types[start, end] == _PERSON and rng.random() < _NICKNAMED:
                chosen[words] = _with_nickname(chosen[words], names, rng)
        text += window.text[last:start]
        moved.append((start, end, len(text), len(text) + len(chosen[words])))
        text += chosen[words]
        last = end
    text += window.text[last:]

    def place(at: int) -> int | None:
        by = 0
        for start, end, _, new_end in moved:
            if at <= start:
                break
            if at < end:
                return None
            by = new_end - end
        return at + by

    mentions, ends = [], {(a, b): (c, d) for a, b, c, d in moved}
    for mention in window.mentions:
        new = ends.get((mention.start, mention.end)) or (place(mention.start), place(mention.end))
        if None in new:
            return window
        mentions.append(replace(mention, start=new[0], end=new[1]))
    fresh = tuple(
        replace(n, start=ends[n.start, n.end][0], end=ends[n.start, n.end][1]) for n in window.names
    )
    return replace(window, text=text, names=fresh, mentions=tuple(mentions))


def _with_nickname(name: str, names: Pool, rng: random.Random) -> str:
    """Return a full name with another word between first and last: Ana "Vega" Petrova."""
    first, _, last = name.partition(" ")
    nick = rng.choice(names.get((_PERSON, 1), [first]))
    before, after = rng.choice(_QUOTES)
    return f"{first} {before}{rng.choice(_ARTICLES)}{nick}{after} {last}" if last else name


_NICKNAMED = 0.04
_QUOTES = (('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’"))
_ARTICLES = ("", "", "", "", "the ", "El ", "Big ")
_SWAPS = {"own": 0.5, "redocred": 0.2, "ner": 0.2, "knowledgenet": 0.2}


def _changed(window: Window, rng: random.Random) -> Window:
    if window.names is None:
        return window
    chance = rng.random()
    if chance < 0.03:
        made = _same_length(window, window.text.upper())
    elif chance < 0.07 and len(window.text) < 200:
        made = _same_length(window, _title(window.text))
    elif chance < 0.12 and window.text[:1].isupper():
        made = _behind(window, *_dateline(window, rng))
    else:
        return window
    return made


def _same_length(window: Window, text: str) -> Window:
    """Return the window in another case; where a letter grows (ß), as it was."""
    return replace(window, text=text) if len(text) == len(window.text) else window


def _title(text: str) -> str:
    words = text.split(" ")
    made = [w if i and w in _SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words)]
    return " ".join(made)


def _dateline(window: Window, rng: random.Random) -> tuple[str, tuple[Span, ...]]:
    places = [window.text[n.start : n.end] for n in window.names or () if n.type == _PLACE]
    if not places:
        return "", ()
    place = rng.choice(places)
    if rng.random() < 0.7 and len(place.upper()) == len(place):
        place = place.upper()
    day = rng.choice(
        ("", "", f", {rng.choice(('Jan', 'March', 'Aug', 'Oct'))} {rng.randint(1, 28)}")
    )
    dash = rng.choice(("-", "—", "–"))
    spans = [Span(0, len(place), _PLACE)]
    text = place + day
    if rng.random() < 0.6:
        agency = rng.choice(AGENCIES)
        spans.append(Span(len(text) + 2, len(text) + 2 + len(agency), _ORGANIZATION))
        text += f" ({agency})"
    return f"{text} {dash} ", tuple(spans)


def _behind(window: Window, head: str, spans: tuple[Span, ...]) -> Window:
    by = len(head)
    names = tuple(replace(n, start=n.start + by, end=n.end + by) for n in window.names or ())
    mentions = tuple(replace(m, start=m.start + by, end=m.end + by) for m in window.mentions)
    return replace(window, text=head + window.text, names=(*spans, *names), mentions=mentions)
