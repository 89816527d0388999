"""Narrow trained weights: ``python -m training.narrow DATA BASE START OUT``; see README.md.

Of the numbers between the last two products of a layer those are dropped that are missed least, and
the second product is fitted anew (optimal brain surgeon, Hassibi and Stork 1993, on groups; the
error counts as the norm after it lets it through). Then the narrow model learns to say what the wide
one says, layer by layer (TinyBERT, Jiao et al. 2020): vectors, tags, relations, statuses; where the
gold is sure, a share of what is taught is the gold.
"""

import argparse
import copy
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from kgbuild.extract.neural.pieces import Pieces, load_tokenizer, pieces
from training import chains, noise
from training.chains import Text
from training.data import OWN, Window
from training.network import MINILM, Layer, Size
from training.patterns import Patterns
from training.train import (
    IGNORED,
    RELATIONS,
    Batch,
    Model,
    chain_scores,
    grouped,
    label,
    own_items,
    read,
    report,
    tell,
)

Taken = tuple[Window, Pieces]
SAMPLE = 220
"""Windows on which is measured what a layer misses."""
AT_ONCE = 32
"""So many numbers are dropped before the rest is fitted anew."""
RIDGE = 1e-4
PART, JOINED, MADE_UP = 2000, 500, 60
"""Windows that are disturbed at once, and what is added: longer ones, made-up ones."""
LONGEST, PAIRS, WARM = 160, 60, 0.02
CERTAIN = 1e-5
"""Nothing is taught as likelier or less likely."""
CHAINS, NEAREST = 4, 0.05
"""Every so many batches also ask who is who; so much the vectors of the wide model count at the end."""


def narrowed(layer: Layer, x: Tensor, mask: Tensor, size: Size) -> tuple[float, float]:
    """Leave a layer the heads and inner numbers of ``size``; return what it adds that is missed.

    ``x`` (B, N, width) is what goes in, ``mask`` (B, N) is true where there is a piece. The shares
    are those of what the heads add and of what the inner numbers add.
    """
    with torch.no_grad():
        before = x[mask]
        seen = layer.seen(x, mask[:, None, None, :])[mask]
        keep, layer.out, heads = _fitted(
            seen, layer.out, before, layer.norm1, size.heads * size.head, size.head, 1
        )
        layer.query, layer.key, layer.value = (
            _linear(part.weight[keep], part.bias[keep])
            for part in (layer.query, layer.key, layer.value)
        )
        layer.heads = size.heads
        after = layer.norm1(before + layer.out(seen[:, keep]))
        hidden = functional.gelu(layer.up(after))
        keep, layer.down, inner = _fitted(
            hidden, layer.down, after, layer.norm2, size.inner, 1, AT_ONCE
        )
        layer.up = _linear(layer.up.weight[keep], layer.up.bias[keep])
    return heads, inner


def _fitted(
    hidden: Tensor,
    last: nn.Linear,
    beside: Tensor,
    norm: nn.LayerNorm,
    count: int,
    together: int,
    at_once: int,
) -> tuple[Tensor, nn.Linear, float]:
    """Return which ``count`` of the numbers that go into a product stay, the product, what it misses.

    ``hidden`` (rows, numbers) goes in, ``beside`` is added to what comes out, then comes ``norm``.
    So many numbers stay or go ``together``, and so many of these groups go ``at_once``.
    """
    told = last(hidden)
    rows = 1 / (beside + told).var(-1).double()
    rows = rows / rows.sum()
    counts = norm.weight.double() ** 2
    mean = rows @ hidden.double()
    apart = (hidden - mean) * rows.sqrt()[:, None]
    shared = apart.T @ apart
    shared += RIDGE * shared.diagonal().mean() * torch.eye(len(shared)).to(shared)
    weight = last.weight.double()
    keep = torch.arange(len(shared), device=shared.device)
    while len(keep) > count:
        inverse = torch.linalg.inv(shared[keep][:, keep])
        fitted = (weight @ shared[:, keep] @ inverse).view(len(weight), -1, together)
        blocks = inverse.view(len(keep) // together, together, -1, together)
        blocks = torch.linalg.inv(blocks.diagonal(dim1=0, dim2=2).permute(2, 0, 1))
        missed = torch.einsum("oga,gab,ogb,o->g", fitted, blocks, fitted, counts)
        stay = max(count // together, len(missed) - at_once)
        groups = missed.argsort(descending=True)[:stay].sort().values
        keep = keep.view(-1, together)[groups].reshape(-1)
    fitted = weight @ shared[:, keep] @ torch.linalg.inv(shared[keep][:, keep])
    bias = last.bias + (weight @ mean - fitted @ mean[keep])
    error = (hidden[:, keep].double() @ fitted.T + bias - told) ** 2
    share = (rows @ error @ counts) / (rows @ (told - rows @ told.double()) ** 2 @ counts)
    return keep, _linear(fitted.float(), bias.float()), float(share)


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight.data, made.bias.data = weight.clone(), bias.clone()
    return made


def pruned(wide: Model, sample: Sequence[Taken], size: Size) -> Model:
    """Return a narrow copy of a model, each layer fitted to what reaches it."""
    model = copy.deepcopy(wide).eval()
    device = str(model.encoder.tags.weight.device)
    batch = Batch(sorted(sample, key=lambda w: len(w[1].ids)), random.Random(0)).to(device)
    for number, layer in enumerate(model.encoder.layers):
        with torch.no_grad():
            x = model.encoder.each(batch.ids, batch.shapes, batch.mask)[number]
        heads, inner = narrowed(layer, x, batch.mask, size)
        tell(f"layer {number}: {heads:.3f} and {inner:.3f} missed")
    with torch.no_grad():
        x, _ = model.encoder(batch.ids, batch.shapes, batch.mask)
    for layer in model.relations.layers:
        heads, inner = narrowed(layer, x, batch.mask, size)
        tell(f"relations: {heads:.3f} and {inner:.3f} missed")
    return model


@dataclass(frozen=True, slots=True)
class Told:
    """What a model says of a batch: the vectors of each layer, tags, relations, statuses."""

    each: Sequence[Tensor]
    tags: Tensor
    ties: Tensor | None
    status: Tensor | None


def told(model: Model, batch: Batch) -> Told:
    """Return what a model says of a batch."""
    each = model.encoder.each(batch.ids, batch.shapes, batch.mask)
    tags = model.encoder.tags(each[-1])[batch.mask]
    if not len(batch.pairs.ends):
        return Told(each, tags, None, None)
    return Told(each, tags, *model.relations.together(batch.pairs, each[-1], batch.mask))


def between(wide: Told, deep: Told) -> Told:
    """Return the wide model's answers, and as tags what both score in the mean."""
    tags = (wide.tags.log_softmax(-1) + deep.tags.float().log_softmax(-1)) / 2
    return replace(wide, each=(), tags=tags)


def mixed(deep: Told, batch: Batch, gold: Tensor) -> Told:
    """Return the answers of a model, the sure labels of each window counted in as much as ``gold`` (B,)."""
    each = gold[:, None].expand_as(batch.mask)[batch.mask]
    tags = _blended(deep.tags, batch.tags[batch.mask], each)
    if deep.ties is None or deep.status is None:
        return replace(deep, tags=tags)
    of = gold[batch.pairs.window[batch.pairs.ends[:, 0]]]
    sure = of[:, None] * batch.sure.float()
    ties = deep.ties.sigmoid() * (1 - sure) + batch.targets * sure
    status = _blended(deep.status, batch.status, of)
    return replace(deep, tags=tags, ties=ties.logit(CERTAIN), status=status)


def _blended(scores: Tensor, labels: Tensor, gold: Tensor) -> Tensor:
    """Return the logarithms of a mixture of scores (rows, choices) and labels (rows)."""
    share = (gold * (labels != IGNORED).float())[:, None]
    truth = functional.one_hot(labels.clamp(min=0), scores.shape[1])
    return (scores.softmax(-1) * (1 - share) + truth * share).clamp(min=CERTAIN).log()


def distance(said: Told, batch: Batch, wide: Told, near: float, deep: Told) -> Tensor:
    """Return how far what a model says of a batch is from the answers of a deep one.

    And, as much as ``near``, from the vectors of a wide one of as many layers.
    """
    apart = [
        ((a - b)[batch.mask] ** 2).mean() / b[batch.mask].var()
        for a, b in zip(said.each, wide.each, strict=True)
    ]
    total = near * (3 * apart[-1] + 0.5 * sum(apart[1:-1])) + 2 * _unlike(said.tags, deep.tags)
    if said.ties is None or said.status is None or deep.ties is None or deep.status is None:
        return total
    sure = deep.ties.sigmoid()
    wrong = functional.binary_cross_entropy_with_logits(said.ties, sure, reduction="sum")
    least = functional.binary_cross_entropy_with_logits(deep.ties, sure, reduction="sum")
    return total + (wrong - least) / 8 / len(batch.ids) + 0.3 * _unlike(said.status, deep.status)


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


class Stream(IterableDataset[Batch]):
    """Batches for ever: all windows disturbed, longer ones, made-up ones; each worker its own."""

    def __init__(self, found: Sequence[Taken], tokenizer: Tokenizer, room: int, seed: int) -> None:
        self._found, self._tokenizer, self._room, self._seed = found, tokenizer, room, seed

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        rng = random.Random(f"{self._seed} {worker.id if worker else 0}")
        whole, order = self._found, list(self._found)
        pool = noise.pool(w for w, _ in whole if w.names is not None)
        made = Patterns(pool, RELATIONS)
        while True:
            rng.shuffle(order)
            for start in range(0, len(order), PART):
                some = order[start : start + PART]
                fresh = [noise.disturbed(w, pool, rng, self._tokenizer) for w in some]
                fresh += [joined(whole, rng, self._tokenizer) for _ in range(JOINED)]
                own = (made.window(rng) for _ in range(MADE_UP))
                fresh += [(w, pieces(self._tokenizer, w.text)) for w in own]
                short = [w for w in fresh if len(w[1].ids) <= 2 * LONGEST]
                for group in grouped(short, rng, self._room):
                    yield Batch(group, rng, PAIRS)


def open_to_ties(one: Taken) -> Taken:
    """Return a window all of whose names are asked about, whatever its gold is for."""
    window, cut = one
    if window.mentions and (window.sure or window.doubt):
        return one
    return replace(window, mentions=window.mentions or window.names or (), doubt=0.25), cut


def taught(
    models: Sequence[Model],
    wide: Model,
    deep: Model,
    batches: Iterator[Batch],
    who: Iterator[list[Text]],
    options: argparse.Namespace,
) -> None:
    """Teach narrow models what the deep one says.

    What the deep one says is exact, so none drops anything at random, unless told so.
    """
    learned = [[p for p in m.parameters() if p.requires_grad] for m in models]
    makers = [torch.optim.AdamW(p, lr=options.rate, weight_decay=0.0, fused=True) for p in learned]
    began = last = time.monotonic()
    done, steps, running = 0, 0, list[Tensor]()
    while done < options.pieces and time.monotonic() - began < options.seconds:
        batch = next(batches).to(options.device)
        progress = max(done / options.pieces, (time.monotonic() - began) / options.seconds)
        factor = min(1.0, progress / WARM) * 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))
        with torch.no_grad():
            answers = vectors = told(wide, batch)
            if deep is not wide:
                with torch.autocast(options.device, torch.bfloat16):
                    answers = between(vectors, told(deep, batch))
            if options.gold or options.own:
                own = batch.weights >= OWN
                answers = mixed(answers, batch, torch.where(own, options.own, options.gold))
        asked = next(who) if steps % CHAINS == 0 else None
        values = []
        for model, maker, numbers in zip(models, makers, learned, strict=True):
            for group in maker.param_groups:
                group["lr"] = options.rate * (0.02 + 0.98 * factor)
            near = NEAREST if options.drop else max(NEAREST, (1 - progress) ** 2)
            value = distance(told(model, batch), batch, vectors, near, answers)
            values.append(value.detach())
            if asked is not None:
                value = value + 0.5 * model.chains.loss(model.encoder, asked)[0]
            maker.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(numbers, 1.0)
            maker.step()
        running.append(torch.stack(values))
        steps += 1
        done += int(batch.mask.sum())
        if time.monotonic() - last > 30:
            last = time.monotonic()
            losses = " ".join(f"{v:.4f}" for v in torch.stack(running).mean(0))
            tell(f"{progress:.3f} loss {losses} {done / (last - began):.0f} pieces/s")
            running.clear()
    tell(f"{done} pieces")


def main() -> None:
    """Narrow, teach, print figures as they come, and keep the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.narrow")
    parser.add_argument("data", type=Path, help="folder with the public gold as JSONL")
    parser.add_argument("base", type=Path, help="folder with all-MiniLM-L6-v2")
    parser.add_argument("start", type=Path, help="weights to narrow")
    parser.add_argument(
        "--deep", type=Path, help="weights of a deep one to learn the tags from too"
    )
    parser.add_argument(
        "--to", nargs=3, action="append", required=True, metavar=("HEADS", "INNER", "OUT"),
        help="heads and inner numbers of a layer, file for the weights; may be given again",
    )  # fmt: skip
    parser.add_argument("--resume", type=Path, help="narrow weights to go on from")
    parser.add_argument("--items", type=Path, required=True, help="own training items, JSONL")
    parser.add_argument("--repeat", type=int, default=1, help="times an own window comes a round")
    parser.add_argument("--new", type=Path, help="own items that the wide one has not seen, JSONL")
    parser.add_argument("--again", type=int, default=3, help="times a new window comes a round")
    parser.add_argument("--part", type=float, default=1, help="share of Re-DocRED")
    parser.add_argument("--gold", type=float, default=0, help="share of the gold in what is taught")
    parser.add_argument("--own", type=float, help="the same of our own items, if it is another")
    parser.add_argument("--drop", action="store_true", help="drop at random; no nearer vectors")
    parser.add_argument("--pieces", type=float, default=2e6, help="pieces to learn from")
    parser.add_argument("--seconds", type=float, default=1e6, help="stop after so long at most")
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--room", type=int, default=3000, help="pieces of a batch")
    parser.add_argument("--seed", type=int, default=40)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    parser.add_argument("--check", type=Path, help="own items to measure on, JSONL")
    options = parser.parse_args()
    options.own = options.gold if options.own is None else options.own
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision("high")
    rng = random.Random(options.seed)
    tokenizer = load_tokenizer(options.base / "tokenizer.json")
    parts = read(options.data, tokenizer, options.items)
    if options.check:
        parts["held"]["own"] = own_items(options.check, tokenizer)
    wide = Model.load(options.start).to(options.device)
    deep = Model.load(options.deep).to(options.device) if options.deep else wide
    rng.shuffle(parts["train"]["redocred"])
    found = parts["train"]["redocred"][: int(len(parts["train"]["redocred"]) * options.part)]
    found += [w for n in ("gum", "ner") for w in parts["train"][n]]
    found += parts["train"]["own"] * options.repeat
    if options.new:
        found += own_items(options.new, tokenizer) * options.again
    found += label(deep, [w for n in ("knowledgenet", "re3d") for w in parts["train"][n]])
    wide.eval().requires_grad_(requires_grad=False)
    deep.eval().requires_grad_(requires_grad=False)
    sample = rng.sample(found, SAMPLE)
    models = []
    for heads, inner, _ in options.to:
        size = replace(MINILM, heads=int(heads), inner=int(inner))
        models.append(Model.load(options.resume) if options.resume else pruned(wide, sample, size))
        models[-1].to(options.device).train(options.drop).requires_grad_()
        models[-1].encoder.words.weight.requires_grad_(requires_grad=False)
    stream = Stream([open_to_ties(w) for w in found], tokenizer, options.room, options.seed)
    batches = iter(DataLoader(stream, batch_size=None, num_workers=options.workers))
    texts = chains.texts(options.data, options.items, tokenizer)
    if options.new:
        texts += chains.texts(options.data, options.new, tokenizer, public=False)
    who = chains.batches(texts, options.room, rng)
    taught(models, wide, deep, batches, who, options)
    for model, (_, _, out) in zip(models, options.to, strict=True):
        torch.save({k: v.cpu() for k, v in model.state_dict().items()}, out)
    for model, (_, _, out) in zip(models, options.to, strict=True):
        tell("\n".join((out, *report(model, parts["held"]))))
        tell(
            chain_scores(model, chains.texts(options.data, options.items, tokenizer, taught=False))
        )


if __name__ == "__main__":
    main()
