"""Teach the encoder who is who: which thing named before a pronoun or description takes up.

A text is read in windows, as kgbuild reads it, and a reference is compared with the last and with
the first mention of each thing of its type before it (bilinear mention ranking, after Wiseman et
al. 2015; "none" is an answer too). What is learned so stays in the vectors, which
``references.py`` reads; the products that compare them are thrown away.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from kgbuild.extract.neural.pieces import Pieces, pieces
from training.data import FORMS, PRONOUNS, TYPES, held_out, is_taught, rows, stretches
from training.network import MINILM, Encoder, padded

NARROW = 128
MOST = 24
"""Things that a reference is compared with, the last mentioned."""
_NOUN_ENDS = re.compile(r",| of | in | from | at | for | who | which | that | to | with | on ")


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention whose head's first piece is ``piece`` of window ``window``."""

    window: int
    piece: int
    thing: int
    type: int
    form: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text as windows, with its mentions in their order."""

    windows: tuple[Pieces, ...]
    mentions: tuple[Mention, ...]

    @property
    def size(self) -> int:
        """How many pieces it has, padded."""
        return len(self.windows) * max(len(w.ids) for w in self.windows)


def texts(
    folder: Path,
    items: Path | None,
    tokenizer: Tokenizer,
    *,
    taught: bool = True,
    public: bool = True,
) -> list[Text]:
    """Return GUM's texts, if ``public``, and our items whose references are taught; or the others."""
    found = []
    for row in rows(folder / "gum.jsonl") if public else ():
        if held_out(row["id"]) is not taught:
            spans = [
                (e["name_start"], e["name_end"], e["cluster"], e["type"], 0) if e["named"] else
                (e["start"], e["end"], e["cluster"], e["type"],
                 2 if row["text"][e["start"] : e["end"]].lower() in PRONOUNS else 1)
                for e in row["entities"]
            ]  # fmt: skip
            found.append(_text(row["text"], spans, tokenizer))
    for row in rows(items) if items else ():
        if is_taught(row["id"]) is taught and row.get("references") != "no":
            spans = [
                (e["start"], e["end"], e["cluster"], e["type"], FORMS.index(e["form"]))
                for e in row["entities"]
            ]
            found.append(_text(row["text"], spans, tokenizer))
    return [one for one in found if one.mentions]


def _text(text: str, spans: Sequence[tuple[int, int, object, str, int]], tok: Tokenizer) -> Text:
    bounds = list(stretches(text))
    cut = [pieces(tok, text[low:high]) for low, high in bounds]
    things: dict[object, int] = {}
    found = []
    for start, end, thing, type_, form in sorted(spans, key=lambda s: (s[0], -s[1])):
        if type_ not in TYPES:
            continue
        head = _head(text, start, end, form)
        number = next((i for i, (a, b) in enumerate(bounds) if a <= head < b), None)
        if number is None:
            continue
        at = head - bounds[number][0]
        on = np.flatnonzero((cut[number].spans[:, 0] <= at) & (at < cut[number].spans[:, 1]))
        if len(on):
            key = things.setdefault(thing, len(things))
            found.append(Mention(number, int(on[0]), key, TYPES.index(type_), form))
    return Text(tuple(cut), tuple(found))


def _head(text: str, start: int, end: int, form: int) -> int:
    """Return where the last word begins, of a description that of its first noun phrase."""
    words = text[start:end]
    if form == 1 and (found := _NOUN_ENDS.search(words)):
        words = words[: found.start()] or words
    tail = re.search(r"[^\s-]+\s*$", words)
    return start + (tail.start() if tail else 0)


def batches(found: Sequence[Text], room: int, rng: random.Random) -> Iterator[list[Text]]:
    """Yield texts for ever, in random order, as many as fit into ``room`` pieces."""
    while True:
        order = list(found)
        rng.shuffle(order)
        batch: list[Text] = []
        size = 0
        for one in order:
            if batch and size + one.size > room:
                yield batch
                batch, size = [], 0
            batch.append(one)
            size += one.size
        if batch:
            yield batch


class Chains(nn.Module):
    """Vectors of a reference and of a thing's last and first mention to a score."""

    def __init__(self, width: int = MINILM.width) -> None:
        super().__init__()
        self.ask = nn.Linear(width, NARROW)
        self.last = nn.Linear(width, NARROW)
        self.first = nn.Linear(width, NARROW)
        self.none = nn.Linear(width, 1)
        self.rank = nn.Embedding(MOST, 1)
        self.dropout = nn.Dropout(0.1)
        nn.init.zeros_(self.rank.weight)

    def loss(self, encoder: Encoder, batch: Sequence[Text]) -> tuple[Tensor, int, int]:
        """Return the mean loss of the references of some texts, how many, how many right."""
        device = self.ask.weight.device
        inputs = padded([window for text in batch for window in text.windows])
        x, _ = encoder(*(part.to(device) for part in inputs))
        at, asked, last, first, ranks, right = self._asked(batch)
        if not asked:
            return x.sum() * 0, 0, 0
        heads = self.dropout(x[at[:, 0].to(device), at[:, 1].to(device)])
        q = self.ask(heads)[torch.tensor(asked, device=device)]
        lasts = self.last(heads)[torch.tensor(last, device=device)]
        firsts = self.first(heads)[torch.tensor(first, device=device)]
        scale = NARROW**-0.5
        scores = torch.einsum("qd,qcd->qc", q, lasts + firsts) * scale
        ranks_ = torch.tensor(ranks, device=device)
        scores = scores + self.rank(ranks_.clamp(min=0))[..., 0]
        scores = scores.masked_fill(ranks_ < 0, -1e4)
        none = self.none(heads)[torch.tensor(asked, device=device)]
        answers = torch.tensor(right, device=device)
        told = torch.cat([none, scores], 1)
        value = nn.functional.cross_entropy(told, answers)
        return value, len(asked), int((told.argmax(1) == answers).sum())

    def _asked(self, batch: Sequence[Text]):  # type: ignore[no-untyped-def]
        at, asked, last, first, ranks, right = [], [], [], [], [], []
        window = 0
        for text in batch:
            base = len(at)
            named = {m.thing for m in text.mentions if m.form == 0}
            firsts: dict[int, int] = {}
            lasts: dict[int, int] = {}
            types: dict[int, int] = {}
            for place, m in enumerate(text.mentions):
                at.append((window + m.window, m.piece))
                if m.form != 0:
                    near = [t for t in reversed(list(lasts)) if types[t] == m.type][:MOST]
                    if near:
                        row = [lasts[t] for t in near], [firsts[t] for t in near]
                        fill = MOST - len(near)
                        asked.append(base + place)
                        last.append(row[0] + [0] * fill)
                        first.append(row[1] + [0] * fill)
                        ranks.append(list(range(len(near))) + [-1] * fill)
                        right.append(near.index(m.thing) + 1 if m.thing in near else 0)
                if m.thing in named:
                    lasts.pop(m.thing, None)
                    lasts[m.thing] = base + place
                    firsts.setdefault(m.thing, base + place)
                    types.setdefault(m.thing, m.type)
            window += len(text.windows)
        return torch.tensor(at), asked, last, first, ranks, right
