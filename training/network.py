"""One encoder, two heads: a tag for every piece, relations for every pair of mentions.

The encoder is MiniLM-L6 (Wang et al. 2020; the weights of all-MiniLM-L6-v2, Apache 2.0) with an
embedding of each word's shape added at its input, since its vocabulary is lower-cased. A pair
is told by both mentions, their product, their distance and an attention over the
window whose query is the pair (after ATLOP, Zhou et al. 2021, with an attention of its own so
that the encoder may be fused). Before that, one more layer sees which pieces are mentions of
what kind (typed markers, Zhou and Chen 2022, put in late so that one pass serves both heads).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from kgbuild.extract.neural.pieces import SHAPES, Pieces
from training.data import FORMS, STATUSES, TYPES

MORE = 1
"""Layers for the relations alone."""
TAGS = ("O", *(f"{letter}-{kind}" for kind in TYPES for letter in "BI"))
DISTANCES = (-32, -16, -8, -4, -2, 0, 1, 3, 5, 9, 17, 33)
"""Bounds of the bins of how many pieces the object begins after the subject."""
MIDDLE, GAZES = 256, 4


BEGIN, END = 101, 102
"""Pieces that begin and end a text."""
FARTHEST = 128
"""Pieces; all that is farther away lies in one range."""
EPSILON = {384: 1e-12, 768: 1e-5}
_PARTS = {"query": "attention.self.query", "key": "attention.self.key",
          "value": "attention.self.value", "out": "attention.output.dense",
          "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
          "down": "output.dense", "norm2": "output.LayerNorm"}  # fmt: skip
_DEEP = _PARTS | {"query": "attention.attn.q", "key": "attention.attn.k",
                  "value": "attention.attn.v", "out": "attention.attn.o",
                  "norm1": "attention.LayerNorm"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """How many numbers a vector has, how many heads of how many numbers look at others, how many
    numbers lie between a layer's last two products, how many layers there are, and for how many
    ranges of distance a head has a bias of its own."""

    width: int = 384
    heads: int = 12
    head: int = 32
    inner: int = 1536
    layers: int = 6
    ranges: int = 0


MINILM = Size()
MPNET = Size(768, 12, 64, 3072, 12, 32)


class Layer(nn.Module):
    """One block of BERT."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        looked = size.heads * size.head
        self.query = nn.Linear(size.width, looked)
        self.key = nn.Linear(size.width, looked)
        self.value = nn.Linear(size.width, looked)
        self.out = nn.Linear(looked, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=EPSILON[size.width])
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.norm2 = nn.LayerNorm(size.width, eps=EPSILON[size.width])
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, look: Tensor | None) -> Tensor:
        """Return (B, N, width) of the same; ``look`` is true where to look, or is added there."""
        x = self.norm1(x + self.dropout(self.out(self.seen(x, look))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))

    def seen(self, x: Tensor, look: Tensor | None) -> Tensor:
        """Return (B, N, heads * head), what the heads see."""
        batch, length, _ = x.shape
        heads = [
            part(x).view(batch, length, self.heads, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        ]
        seen = functional.scaled_dot_product_attention(*heads, attn_mask=look)
        return seen.transpose(1, 2).reshape(batch, length, -1)


class Encoder(nn.Module):
    """Pieces and their words' shapes to vectors and tags."""

    def __init__(self, size: Size = MINILM) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, size.width)
        self.positions = nn.Embedding(512, size.width)
        self.shapes = nn.Embedding(len(SHAPES), size.width)
        self.norm = nn.LayerNorm(size.width, eps=EPSILON[size.width])
        self.apart = nn.Embedding(size.ranges, size.heads) if size.ranges else None
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(size.width, len(TAGS))
        nn.init.zeros_(self.shapes.weight)

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Return vectors (B, N, width) and tag scores (B, N, tags) of pieces (B, N)."""
        x = self.each(ids, shapes, mask)[-1]
        return x, self.tags(x)

    def each(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """Return what goes into the first layer and what comes out of every one."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.shapes(shapes)
        found = [self.dropout(self.norm(x))]
        look = None if mask is None else mask[:, None, None, :]
        if self.apart is not None:
            bias = self.apart(_ranges(len(places), self.apart.num_embeddings).to(ids.device))
            bias = bias.permute(2, 0, 1)[None].to(x.dtype)
            look = bias if look is None else bias.masked_fill(~look, float("-inf"))
        for layer in self.layers:
            found.append(layer(found[-1], look))
        return found

    def start_from(self, path: Path) -> None:
        """Take over the weights of all-MiniLM-L6-v2, or of all-mpnet-base-v2."""
        theirs = load_file(path)
        deep = self.apart is not None
        ours = {"words.weight": "embeddings.word_embeddings.weight",
                "positions.weight": "embeddings.position_embeddings.weight",
                "norm.weight": "embeddings.LayerNorm.weight",
                "norm.bias": "embeddings.LayerNorm.bias"}  # fmt: skip
        if deep:
            ours["apart.weight"] = "encoder.relative_attention_bias.weight"
        parts = _DEEP if deep else _PARTS
        for number in range(len(self.layers)):
            for name, part in parts.items():
                for kind in ("weight", "bias"):
                    source = f"encoder.layer.{number}.{part}.{kind}"
                    ours[f"layers.{number}.{name}.{kind}"] = source
        state = {name: theirs[source] for name, source in ours.items()}
        if deep:
            # MPNet has MiniLM's vocabulary behind four of its own, two of which begin and end a text.
            words = state["words.weight"]
            state["words.weight"] = words[4 : 4 + self.words.num_embeddings].clone()
            state["words.weight"][[BEGIN, END]] = words[[0, 2]]
            state["positions.weight"] = state["positions.weight"][2:]
        else:
            one_sentence = theirs["embeddings.token_type_embeddings.weight"][0]
            state["positions.weight"] = state["positions.weight"] + one_sentence
        self.load_state_dict(state, strict=False)


def _ranges(length: int, count: int) -> Tensor:
    """Return (N, N), the range in which each piece lies, seen from each, as T5 and MPNet tell them."""
    places = torch.arange(length)
    apart = places[:, None] - places[None]
    side, exact = count // 2, count // 4
    far = apart.abs()
    steps = (far.clamp(min=1) / exact).log() / math.log(FARTHEST / exact) * (side - exact)
    binned = torch.where(far < exact, far, (exact + steps.long()).clamp(max=side - 1))
    return binned + side * (apart < 0)


def padded(windows: Sequence[Pieces]) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids, shapes and where there are any, each (B, N) for the longest window."""
    size = len(windows), max(len(w.ids) for w in windows)
    ids, shapes = torch.zeros(size, dtype=torch.long), torch.zeros(size, dtype=torch.long)
    mask = torch.zeros(size, dtype=torch.bool)
    for row, window in enumerate(windows):
        length = len(window.ids)
        ids[row, :length] = torch.from_numpy(window.ids)
        shapes[row, :length] = torch.from_numpy(window.shapes)
        mask[row, :length] = True
    return ids, shapes, mask


@dataclass(slots=True)
class Pairs:
    """The pairs of one batch of windows, flat: M mentions, P pairs, N pieces a window.

    ``inside`` (M, N) holds 1 / length on a mention's pieces; ``first`` (M,) is its first piece,
    ``window`` (M,) its window, ``kind`` (M,) type and form in one number; ``ends`` (P, 2) are mentions.
    """

    inside: Tensor
    first: Tensor
    window: Tensor
    kind: Tensor
    ends: Tensor

    def to(self, device: str) -> "Pairs":
        """Return the same on another device."""
        parts = (self.inside, self.first, self.window, self.kind, self.ends)
        return Pairs(*(part.to(device) for part in parts))


class Relations(nn.Module):
    """Vectors of pieces and mentions to a score for every relation of every pair."""

    def __init__(self, count: int, size: Size = MINILM) -> None:
        super().__init__()
        self.marks = nn.Embedding(len(TYPES) * len(FORMS), size.width)
        self.begins = nn.Embedding(len(TYPES) * len(FORMS), size.width)
        self.layers = nn.ModuleList(Layer(size) for _ in range(MORE))
        self.kinds = nn.Embedding(len(TYPES) * len(FORMS), 64)
        self.subject = nn.Linear(2 * size.width + 64, MIDDLE)
        self.object = nn.Linear(2 * size.width + 64, MIDDLE)
        self.ask = nn.Linear(2 * MIDDLE, MIDDLE)
        self.keys = nn.Linear(size.width, MIDDLE)
        self.values = nn.Linear(size.width, MIDDLE)
        self.far = nn.Embedding(len(DISTANCES) + 1, 64)
        self.mix = nn.Linear(4 * MIDDLE + 64, MIDDLE)
        self.out = nn.Linear(MIDDLE, count)
        self.status = nn.Linear(MIDDLE, len(STATUSES))
        self.dropout = nn.Dropout(0.2)
        self.register_buffer("bounds", torch.tensor(DISTANCES), persistent=False)
        nn.init.normal_(self.marks.weight, std=0.02)
        nn.init.normal_(self.begins.weight, std=0.02)
        nn.init.constant_(self.out.bias, -4)

    def start_from(self, encoder: Encoder) -> None:
        """Begin the additional layers as copies of the encoder's last."""
        for mine, theirs in zip(self.layers, encoder.layers[-MORE:], strict=True):
            mine.load_state_dict(theirs.state_dict())

    def marked(self, x: Tensor, inside: Tensor, first: Tensor, kind: Tensor) -> Tensor:
        """Return x (N, width) of one window with its mentions marked."""
        on = (inside > 0).to(x.dtype)
        x = x + on.T @ self.marks(kind)
        return x.index_add(0, first, self.begins(kind))

    def forward(
        self, x: Tensor, inside: Tensor, first: Tensor, kind: Tensor, ends: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return scores (P, relations) and (P, statuses) of the pairs of one window: x (N, width)."""
        x = self.marked(x, inside, first, kind)
        for layer in self.layers:
            x = layer(x)
        subject, object_, query = self._ends(inside @ x, x[first], kind, ends)
        keys, values = (
            part(x).view(-1, GAZES, MIDDLE // GAZES) for part in (self.keys, self.values)
        )
        gaze = torch.einsum("pgd,ngd->pgn", query, keys) / (MIDDLE // GAZES) ** 0.5
        seen = torch.einsum("pgn,ngd->pgd", gaze.softmax(-1), values).reshape(-1, MIDDLE)
        return self._told(subject, object_, seen, first, ends)

    def together(self, pairs: Pairs, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the same scores of the pairs of a batch of windows: x (B, N, width)."""
        flat = x.reshape(-1, x.shape[-1])
        length = x.shape[1]
        mention, piece = (pairs.inside > 0).nonzero(as_tuple=True)
        marks = self.marks(pairs.kind)[mention].to(flat.dtype)
        flat = flat.index_add(0, pairs.window[mention] * length + piece, marks)
        begins = self.begins(pairs.kind).to(flat.dtype)
        flat = flat.index_add(0, pairs.window * length + pairs.first, begins)
        x = flat.view(x.shape)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        means = torch.einsum("mn,mnd->md", pairs.inside, x[pairs.window])
        return self.scores(pairs, means, x[pairs.window, pairs.first], x, mask)

    def scores(
        self, pairs: Pairs, means: Tensor, heads: Tensor, x: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return the scores of pairs whose mentions have the given mean and first vectors."""
        subject, object_, query = self._ends(means, heads, pairs.kind, pairs.ends)
        batch, length, _ = x.shape
        where = pairs.window[pairs.ends[:, 0]]
        # Pairs come window by window: a row of them each, or every pair would copy its window.
        counts = torch.bincount(where, minlength=batch)
        rank = torch.arange(len(where), device=where.device) - (counts.cumsum(0) - counts)[where]
        asked = query.new_zeros(batch, int(counts.max()), GAZES, MIDDLE // GAZES)
        asked = asked.index_put((where, rank), query)
        keys, values = (
            part(x).view(batch, length, GAZES, MIDDLE // GAZES) for part in (self.keys, self.values)
        )
        gaze = torch.einsum("bqgd,bngd->bgqn", asked, keys) / (MIDDLE // GAZES) ** 0.5
        gaze = gaze.masked_fill(~mask[:, None, None, :], -1e4)
        every = torch.einsum("bgqn,bngd->bqgd", gaze.softmax(-1), values)
        seen = every[where, rank].reshape(-1, MIDDLE)
        return self._told(subject, object_, seen, pairs.first, pairs.ends)

    def _ends(
        self, means: Tensor, heads: Tensor, kind: Tensor, ends: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        mention = self.dropout(torch.cat([means, heads, self.kinds(kind)], -1))
        subject = functional.gelu(self.subject(mention))[ends[:, 0]]
        object_ = functional.gelu(self.object(mention))[ends[:, 1]]
        query = self.ask(torch.cat([subject, object_], -1))
        return subject, object_, query.view(-1, GAZES, MIDDLE // GAZES)

    def _told(
        self, subject: Tensor, object_: Tensor, seen: Tensor, first: Tensor, ends: Tensor
    ) -> tuple[Tensor, Tensor]:
        apart = first[ends[:, 1]] - first[ends[:, 0]]
        bins = (apart[:, None] >= self.bounds[None]).sum(-1)
        parts = [subject, object_, subject * object_, seen, self.far(bins)]
        hidden = functional.gelu(self.mix(self.dropout(torch.cat(parts, -1))))
        hidden = self.dropout(hidden)
        return self.out(hidden), self.status(hidden)
