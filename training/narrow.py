"""Narrow trained weights: ``python -m training.narrow DATA BASE START OUT``; see README.md.

Of the numbers between the last two products of a layer those are dropped that are missed least, and
the second product is fitted anew (optimal brain surgeon, Hassibi and Stork 1993, on groups; the
error counts as the norm after it lets it through). Then the narrow model learns to say what the wide
one says, layer by layer (TinyBERT, Jiao et al. 2020): vectors, tags, relations, statuses.
"""

import argparse
import copy
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from kgbuild.extract.pieces import Pieces, load_tokenizer, pieces
from training import noise
from training.data import Window
from training.network import Layer
from training.patterns import Patterns
from training.train import RELATIONS, Batch, Model, grouped, label, own_items, read, report, tell

Taken = tuple[Window, Pieces]
SAMPLE = 220
"""Windows on which is measured what a layer misses."""
AT_ONCE = 32
"""So many numbers are dropped before the rest is fitted anew."""
RIDGE = 1e-4
PART, JOINED, MADE_UP = 2000, 500, 60
"""Windows that are disturbed at once, and what is added: longer ones, made-up ones."""
LONGEST, ROOM, PAIRS, WARM = 160, 1500, 60, 0.02


def narrowed(layer: Layer, x: Tensor, mask: Tensor, inner: int) -> float:
    """Leave a layer so many inner numbers; return the share of what it adds that is missed.

    ``x`` (B, N, WIDTH) is what goes in, ``mask`` (B, N) is true where there is a piece.
    """
    with torch.no_grad():
        seen = layer.looked(x, mask[:, None, None, :])[mask]
        hidden = functional.gelu(layer.up(seen))
        told = layer.down(hidden)
        rows = 1 / (seen + told).var(-1).double()
        rows = rows / rows.sum()
        counts = layer.norm2.weight.double() ** 2
        mean = rows @ hidden.double()
        apart = (hidden - mean) * rows.sqrt()[:, None]
        shared = apart.T @ apart
        shared += RIDGE * shared.diagonal().mean() * torch.eye(len(shared), dtype=torch.double)
        weight = layer.down.weight.double()
        fitted, keep = weight, torch.arange(len(shared))
        while len(keep) > inner:
            inverse = torch.linalg.inv(shared[keep][:, keep])
            fitted = weight @ shared[:, keep] @ inverse
            missed = (fitted**2 * counts[:, None]).sum(0) / inverse.diagonal()
            fewer = max(inner, len(keep) - AT_ONCE)
            keep = keep[missed.argsort(descending=True)[:fewer].sort().values]
        fitted = weight @ shared[:, keep] @ torch.linalg.inv(shared[keep][:, keep])
        bias = layer.down.bias + (weight @ mean - fitted @ mean[keep])
        layer.up = _linear(layer.up.weight[keep], layer.up.bias[keep])
        layer.down = _linear(fitted.float(), bias.float())
        error = (hidden[:, keep] @ fitted.float().T + bias.float() - told) ** 2
        return float(
            (rows @ error.double() @ counts)
            / (rows @ (told - rows.float() @ told).double() ** 2 @ counts)
        )


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight.data, made.bias.data = weight.clone(), bias.clone()
    return made


def pruned(wide: Model, sample: Sequence[Taken], inner: int) -> Model:
    """Return a narrow copy of a model, each layer fitted to what reaches it."""
    model = copy.deepcopy(wide).eval()
    batch = Batch(sorted(sample, key=lambda w: len(w[1].ids)), random.Random(0))
    for number, layer in enumerate(model.encoder.layers):
        with torch.no_grad():
            x = model.encoder.each(batch.ids, batch.shapes, batch.mask)[number]
        tell(f"layer {number}: {narrowed(layer, x, batch.mask, inner):.3f} missed")
    with torch.no_grad():
        x, _ = model.encoder(batch.ids, batch.shapes, batch.mask)
    for layer in model.relations.layers:
        tell(f"relations: {narrowed(layer, x, batch.mask, inner):.3f} missed")
    return model


def distance(narrow: Model, wide: Model, batch: Batch) -> Tensor:
    """Return how far what a narrow model says of a batch is from what a wide one says."""
    mask, pairs = batch.mask, batch.pairs
    with torch.no_grad():
        taught = wide.encoder.each(batch.ids, batch.shapes, mask)
        tags = wide.encoder.tags(taught[-1])[mask]
    told = narrow.encoder.each(batch.ids, batch.shapes, mask)
    apart = [((a - b)[mask] ** 2).mean() / b[mask].var() for a, b in zip(told, taught, strict=True)]
    total = (
        3 * apart[-1]
        + 0.5 * sum(apart[1:-1])
        + 2 * _unlike(narrow.encoder.tags(told[-1])[mask], tags)
    )
    if not len(pairs.ends):
        return total
    with torch.no_grad():
        ties, status = wide.relations.together(pairs, taught[-1], mask)
        sure = ties.sigmoid()
        least = functional.binary_cross_entropy_with_logits(ties, sure, reduction="sum")
    said, stands = narrow.relations.together(pairs, told[-1], mask)
    wrong = functional.binary_cross_entropy_with_logits(said, sure, reduction="sum") - least
    return total + wrong / 8 / len(batch.ids) + 0.3 * _unlike(stands, status)


def _unlike(said: Tensor, taught: Tensor) -> Tensor:
    """Return the divergence of two sets of scores (rows, choices), a row's mean."""
    return functional.kl_div(
        said.log_softmax(-1), taught.log_softmax(-1), log_target=True, reduction="batchmean"
    )


def joined(found: Sequence[Taken], rng: random.Random, tokenizer: Tokenizer) -> Taken:
    """Return some windows that follow each other as one, as long as kgbuild reads them."""
    at, longest = rng.randrange(len(found) - 8), rng.choice((100, LONGEST, LONGEST))
    text, size = found[at][0].text, len(found[at][1].ids)
    for window, cut in found[at + 1 : at + 8]:
        size += len(cut.ids)
        if size > longest:
            break
        text = f"{text.rstrip()} {window.text}"
    return Window("joined", text), pieces(tokenizer, text)


def _batches(found: list[Taken], rng: random.Random, tokenizer: Tokenizer) -> Iterator[Batch]:
    """Yield batches for ever: all windows disturbed, longer ones, made-up ones."""
    pool = noise.pool(w for w, _ in found if w.names is not None)
    made, whole = Patterns(pool, RELATIONS), list(found)
    while True:
        rng.shuffle(found)
        for start in range(0, len(found), PART):
            fresh = [noise.disturbed(w, pool, rng, tokenizer) for w in found[start : start + PART]]
            fresh += [joined(whole, rng, tokenizer) for _ in range(JOINED)]
            own = (made.window(rng) for _ in range(MADE_UP))
            fresh += [(w, pieces(tokenizer, w.text)) for w in own]
            short = [w for w in fresh if len(w[1].ids) <= 2 * LONGEST]
            for group in grouped(short, rng, ROOM):
                yield Batch(group, rng, PAIRS)


def taught(
    model: Model, wide: Model, batches: Iterator[Batch], pieces_: float, rate: float
) -> None:
    """Teach a narrow model from so many pieces what the wide one says of them."""
    # Neither drops anything at random: what the wide one says is exact.
    learned = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=rate, weight_decay=0.0, fused=True)
    began = told = time.monotonic()
    done, running = 0, list[Tensor]()
    while done < pieces_:
        batch = next(batches)
        progress = done / pieces_
        factor = min(1.0, progress / WARM) * 0.5 * (1 + math.cos(math.pi * progress))
        for group in optimizer.param_groups:
            group["lr"] = rate * (0.02 + 0.98 * factor)
        value = distance(model, wide, batch)
        optimizer.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        running.append(value.detach())
        done += int(batch.mask.sum())
        if time.monotonic() - told > 30:
            told = time.monotonic()
            speed = done / (told - began)
            tell(f"{progress:.3f} loss {torch.stack(running).mean():.4f} {speed:.0f} pieces/s")
            running.clear()


def main() -> None:
    """Narrow, teach, print figures as they come, and keep the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.narrow")
    parser.add_argument("data", type=Path, help="folder with the public gold as JSONL")
    parser.add_argument("base", type=Path, help="folder with all-MiniLM-L6-v2")
    parser.add_argument("start", type=Path, help="weights to narrow")
    parser.add_argument("out", type=Path, help="file for the weights")
    parser.add_argument("--items", type=Path, required=True, help="own training items, JSONL")
    parser.add_argument("--inner", type=int, default=640, help="inner numbers of a layer")
    parser.add_argument("--pieces", type=float, default=2e6, help="pieces to learn from")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=40)
    parser.add_argument("--check", type=Path, help="own items to measure on, JSONL")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    tokenizer = load_tokenizer(options.base / "tokenizer.json")
    parts = read(options.data, tokenizer, options.items)
    if options.check:
        parts["held"]["own"] = own_items(options.check, tokenizer)
    wide = Model.load(options.start)
    found = [w for n in ("redocred", "gum", "ner", "own") for w in parts["train"][n]]
    found += label(wide, [w for n in ("knowledgenet", "re3d") for w in parts["train"][n]])
    wide.eval().requires_grad_(requires_grad=False)
    model = pruned(wide, rng.sample(found, SAMPLE), options.inner)
    model.requires_grad_()
    model.encoder.words.weight.requires_grad_(requires_grad=False)
    taught(model, wide, _batches(found, rng, tokenizer), options.pieces, options.rate)
    torch.save(model.state_dict(), options.out)
    tell("\n".join(report(model, parts["held"])))


if __name__ == "__main__":
    main()
