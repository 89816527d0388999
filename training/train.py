"""Train the encoder and its two heads: ``python -m training.train``; see README.md."""

import argparse
import math
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import permutations
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset

from kgbuild import ontology
from kgbuild.extract.neural.pieces import SHAPES, Pieces, load_tokenizer, pieces
from kgbuild.extract.neural.tags import spans as decode
from training import chains, data, noise
from training.chains import Chains
from training.data import FORMS, PRONOUNS, TYPES, Span, Window
from training.network import MINILM, MPNET, Encoder, Pairs, Relations, Size, padded
from training.patterns import Patterns

RELATIONS = tuple(sorted(n for n, r in ontology.load().relations.items() if not r.hidden))
LEARNED = ontology.load().relations
MOST_PAIRS = 400
IGNORED = -100
UNLABELLED = 0.3
"""What the no of a pair weighs with a mention that only the model saw: gold says a fact once."""
POSITIVE = 2.0
"""What a yes weighs against a no: few pairs are tied, and at 1 the head learns to say nothing."""
CAPITAL = [SHAPES.index(s) for s in ("Title", "UPPER", "miXed", "X")]


PLACES = {name: place for place, name in enumerate(RELATIONS)}
FITS = np.array(
    [
        [[s in LEARNED[n].subject and o in LEARNED[n].object for n in RELATIONS] for o in TYPES]
        for s in TYPES
    ]
)
"""(types, types, relations), true where a relation may tie the two types."""


class Batch:
    """Windows as tensors: padded pieces, tags, pairs with targets and weights."""

    def __init__(
        self,
        windows: Sequence[tuple[Window, Pieces]],
        rng: random.Random,
        most: int = MOST_PAIRS,
    ) -> None:
        self.ids, self.shapes, self.mask = padded([cut for _, cut in windows])
        longest = self.ids.shape[1]
        self.tags = torch.full(self.ids.shape, IGNORED)
        self.weights = torch.tensor([w.weight for w, _ in windows])
        inside, first, kind, ends, owner = [], [], [], [], []
        targets, weights, sure, status = [], [], [], []
        for row, (window, cut) in enumerate(windows):
            if window.names is not None:
                self.tags[row, : len(cut.ids)] = torch.from_numpy(_tags(window, cut))
            base, kept = len(first), {}
            for place, mention in enumerate(window.mentions):
                on = np.flatnonzero(
                    (cut.spans[:, 0] < mention.end) & (cut.spans[:, 1] > mention.start)
                )
                if not len(on):
                    continue
                kept[place] = base + len(kept)
                line = np.zeros(longest, np.float32)
                line[on] = 1 / len(on)
                inside.append(line)
                first.append(int(on[0]))
                kind.append(mention.type * len(FORMS) + mention.form)
                owner.append(row)
            chosen = [
                (s, o)
                for s, o in permutations(kept, 2)
                if FITS[window.mentions[s].type, window.mentions[o].type].any()
            ]
            if len(chosen) > most:
                chosen = [
                    p for p in chosen if p in window.pairs or rng.random() < most / len(chosen)
                ]
            if not (window.sure or window.doubt):
                chosen = []
            for s, o in chosen:
                ends.append((kept[s], kept[o]))
                target, weight = _labels(window, s, o)
                targets.append(target)
                sure.append(weight >= np.where(target > 0, 0.7 * POSITIVE, 0.7))
                if window.labelled is not None and max(s, o) >= window.labelled:
                    weight = weight * UNLABELLED
                weights.append(weight * window.weight / len(chosen) ** 0.5)
                status.append(window.status.get((s, o), IGNORED))
        self.pairs = Pairs(
            torch.from_numpy(np.stack(inside)) if inside else torch.zeros(0, longest),
            torch.tensor(first, dtype=torch.long),
            torch.tensor(owner, dtype=torch.long),
            torch.tensor(kind, dtype=torch.long),
            torch.tensor(ends, dtype=torch.long).view(-1, 2),
        )
        self.targets = _rows(targets, np.float32)
        self.status = torch.tensor(status, dtype=torch.long)
        self.target_weights = _rows(weights, np.float32)
        self.sure = _rows(sure, np.bool_)

    def to(self, device: str) -> "Batch":
        """Move the tensors there; return the same batch."""
        for name, value in vars(self).items():
            setattr(self, name, value.to(device))
        return self


class Batches(Dataset[Batch]):
    """The windows of an epoch as batches, each made when it is asked for, by itself."""

    def __init__(self, groups: Sequence[Sequence[tuple[Window, Pieces]]], seed: int) -> None:
        self._groups, self._seed = groups, seed

    def __len__(self) -> int:
        return len(self._groups)

    def __getitem__(self, place: int) -> Batch:
        return Batch(self._groups[place], random.Random(f"{self._seed} {place}"))


def _tags(window: Window, cut: Pieces) -> np.ndarray:
    tags = np.where(cut.first, 0, IGNORED)
    if window.open:
        tags[np.isin(cut.shapes, CAPITAL)] = IGNORED
    for name in window.names or ():
        on = (cut.spans[:, 0] < name.end) & (cut.spans[:, 1] > name.start) & cut.first
        places = np.flatnonzero(on)
        tags[places] = 2 + 2 * name.type
        tags[places[:1]] = 1 + 2 * name.type
    return tags


def _labels(window: Window, s: int, o: int) -> tuple[np.ndarray, np.ndarray]:
    labels = window.pairs.get((s, o), {})
    target = np.zeros(len(RELATIONS), np.float32)
    weight = np.where(_sure(window.sure), 1.0, 0.0 if labels else window.doubt)
    weight = weight * FITS[window.mentions[s].type, window.mentions[o].type]
    for name, sure in labels.items():
        target[PLACES[name]] = 1.0
        weight[PLACES[name]] = sure * POSITIVE
    return target, weight


@cache
def _sure(names: frozenset[str]) -> np.ndarray:
    return np.array([name in names for name in RELATIONS])


def _rows(found: Sequence[np.ndarray], kind: type) -> Tensor:
    """Return (P, relations)."""
    return torch.from_numpy(np.array(found, kind).reshape(-1, len(RELATIONS)))


def grouped(
    windows: Sequence[tuple[Window, Pieces]], rng: random.Random, room: int
) -> list[Sequence[tuple[Window, Pieces]]]:
    """Return windows of like length together, up to ``room`` pieces, in a random order."""
    shuffled = sorted(windows, key=lambda w: (len(w[1].ids) + rng.random() * 12, rng.random()))
    found: list[Sequence[tuple[Window, Pieces]]] = []
    batch: list[tuple[Window, Pieces]] = []
    for one in shuffled:
        if batch and len(one[1].ids) * (len(batch) + 1) > room:
            found.append(batch)
            batch = []
        batch.append(one)
    found.append(batch)
    rng.shuffle(found)
    return found


class Model(torch.nn.Module):
    """The encoder and what reads its vectors, trained together."""

    def __init__(self, size: Size = MINILM) -> None:
        super().__init__()
        self.encoder = Encoder(size)
        self.relations = Relations(len(RELATIONS), size)
        self.chains = Chains(size.width)

    @classmethod
    def load(cls, path: Path) -> "Model":
        """Return the model of a file, of the size in which it was left."""
        state = torch.load(path)
        kind = MPNET if "encoder.apart.weight" in state else MINILM
        inner, _ = state["encoder.layers.0.up.weight"].shape
        looked, _ = state["encoder.layers.0.query.weight"].shape
        model = cls(replace(kind, inner=inner, heads=looked // kind.head))
        model.load_state_dict(state)
        return model

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor | None, Tensor | None]:
        """Return tag scores and, where the batch has pairs, those of relations and of status."""
        x, tags = self.encoder(batch.ids, batch.shapes, batch.mask)
        pairs = batch.pairs
        if not len(pairs.ends):
            return tags, None, None
        return tags, *self.relations.together(pairs, x, batch.mask)


def loss(model: Model, batch: Batch) -> Tensor:
    """Return the loss of a batch: tags by cross entropy, relations by weighed binary ones.

    A window weighs as the root of its pairs: summed, the few that hold hundreds would drown the
    rest; averaged, a pair of theirs would count for nothing.
    """
    tags, pairs, status = model(batch)
    each = functional.cross_entropy(
        tags.transpose(1, 2),
        batch.tags,
        reduction="none",
        ignore_index=IGNORED,
        label_smoothing=0.02,
    )
    seen = batch.tags != IGNORED
    total = (each * batch.weights[:, None]).sum() / seen.sum().clamp(min=1)
    if pairs is not None:
        wrong = functional.binary_cross_entropy_with_logits(pairs, batch.targets, reduction="none")
        total = total + (wrong * batch.target_weights).sum() / 8 / len(batch.ids)
    if status is not None and (batch.status != IGNORED).any():
        total = total + functional.cross_entropy(status, batch.status, ignore_index=IGNORED) / 4
    return total


def tagged(model: Model, windows: Sequence[tuple[Window, Pieces]]) -> list[tuple[Span, ...]]:
    """Return the names that the model finds in each window."""
    model.eval()
    device = str(model.encoder.tags.weight.device)
    order = sorted(range(len(windows)), key=lambda i: len(windows[i][1].ids))
    found: list[tuple[Span, ...]] = [()] * len(windows)
    with torch.inference_mode():
        for start in range(0, len(order), 24):
            group = order[start : start + 24]
            batch = Batch(
                [(replace_pairs(windows[i][0]), windows[i][1]) for i in group], random.Random(0)
            ).to(device)
            _, scores = model.encoder(batch.ids, batch.shapes, batch.mask)
            for i, score in zip(group, scores.cpu().numpy(), strict=True):
                cut = windows[i][1]
                names = decode(score[: len(cut.ids)], cut)
                found[i] = tuple(Span(s, e, TYPES.index(t)) for s, e, t, _ in names)
    model.train()
    return found


def replace_pairs(window: Window) -> Window:
    """Return the window without its mentions, so that only tags are asked for."""
    return replace(window, mentions=(), pairs={}, status={}, sure=frozenset(), doubt=0.0)


def silver(window: Window, names: Sequence[Span]) -> Window:
    """Return a window whose names are the model's, but for what the gold knows; more mentions."""
    gold = [m for m in window.mentions if m.form == 0]
    free = [n for n in names if not any(_meet(n, g) for g in gold)]
    tagged_names = sorted([*gold, *free], key=lambda n: n.start)
    apart: list[Span] = []
    for name in tagged_names:
        if not apart or name.start >= apart[-1].end:
            apart.append(replace(name, form=0))
    more = [n for n in names if not any(_meet(n, m) for m in window.mentions)]
    for word in re.finditer(r"[A-Za-z]+", window.text):
        low = word.group().lower()
        if low in PRONOUNS - {"who", "which"}:
            type_ = 1 if low in {"it", "its", "they", "we", "our", "their"} else 0
            spot = Span(word.start(), word.end(), type_, 2)
            if not any(_meet(spot, m) for m in window.mentions):
                more.append(spot)
    count = len(window.mentions)
    return replace(window, names=tuple(apart), mentions=(*window.mentions, *more), labelled=count)


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def tag_scores(model: Model, windows: Sequence[tuple[Window, Pieces]]) -> str:
    """Return strict precision, recall, F1 of names on windows."""
    counts: Counter[str] = Counter()
    gold_windows = [w for w in windows if w[0].names is not None and not w[0].open]
    for (window, _), found in zip(gold_windows, tagged(model, gold_windows), strict=True):
        gold = {(n.start, n.end, n.type) for n in window.names or ()}
        drawn = {(n.start, n.end, n.type) for n in found}
        counts["gold"] += len(gold)
        counts["found"] += len(drawn)
        counts["right"] += len(gold & drawn)
    return _prf(counts)


def pair_scores(
    model: Model, windows: Sequence[tuple[Window, Pieces]]
) -> tuple[str, dict[str, str]]:
    """Return precision, recall, F1 of pairs at .5 with gold mentions, where a no is sure.

    And the average precision of all, whatever the threshold.
    """
    model.eval()
    device = str(model.encoder.tags.weight.device)
    total: Counter[str] = Counter()
    each: dict[str, Counter[str]] = {r: Counter() for r in RELATIONS}
    told = []
    with torch.inference_mode():
        for start in range(0, len(windows), 16):
            batch = Batch(windows[start : start + 16], random.Random(0)).to(device)
            _, scores, _ = model(batch)
            if scores is None:
                continue
            sure = batch.sure
            drawn, gold = (scores > 0) & sure, (batch.targets > 0) & sure
            told.append(torch.stack([scores[sure], batch.targets[sure]]).cpu())
            for place, name in enumerate(RELATIONS):
                counts = Counter(
                    gold=int(gold[:, place].sum()), found=int(drawn[:, place].sum()),
                    right=int((gold & drawn)[:, place].sum()),
                )  # fmt: skip
                each[name] += counts
                total += counts
    model.train()
    whole = f"{_prf(total)} AP {_average_precision(told):.3f}"
    return whole, {name: _prf(counts) for name, counts in each.items() if counts["gold"]}


def _average_precision(told: Sequence[Tensor]) -> float:
    """Return the mean precision at each right pair, the likeliest first; each (2, P), score and truth."""
    if not told:
        return 0.0
    scores, truth = torch.cat(list(told), 1)
    right = truth[scores.argsort(descending=True)] > 0
    precisions = right.cumsum(0) / torch.arange(1, len(right) + 1)
    return float(precisions[right].mean())


def chain_scores(model: Model, texts: Sequence[chains.Text]) -> str:
    """Return how many references of texts that were not taught are read aright."""
    model.eval()
    asked = right = 0
    with torch.inference_mode():
        for one in texts:
            _, more, ones = model.chains.loss(model.encoder, [one])
            asked, right = asked + more, right + ones
    model.train()
    return f"references: {right / max(1, asked):.3f} of {asked}"


def _prf(counts: Counter[str]) -> str:
    precision = counts["right"] / max(1, counts["found"])
    recall = counts["right"] / max(1, counts["gold"])
    mean = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F {mean:.3f} ({counts['gold']})"


def read(
    folder: Path, tokenizer: Tokenizer, items: Path | None
) -> dict[str, dict[str, list[tuple[Window, Pieces]]]]:
    """Return the windows of every source, by part (train, held) and source."""
    parts: dict[str, dict[str, list[tuple[Window, Pieces]]]] = {"train": {}, "held": {}}
    for source in (data.redocred, data.gum, data.ner, data.re3d, data.knowledgenet):
        name = source.__name__
        for part in parts.values():
            part[name] = []
        for identifier, window in source(folder / f"{name}.jsonl"):
            part = "held" if data.held_out(str(identifier)) else "train"
            parts[part][name].append((window, pieces(tokenizer, window.text)))
    if items is not None:
        parts["train"]["own"] = own_items(items, tokenizer)
    for part in parts.values():
        for name, found in part.items():
            part[name] = [w for w in found if 2 < len(w[1].ids) <= 400]
    return parts


def main() -> None:
    """Train, print figures as they come, and keep the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.train")
    parser.add_argument("data", type=Path, help="folder with the public gold as JSONL")
    parser.add_argument("base", type=Path, help="folder with all-MiniLM-L6-v2")
    parser.add_argument("out", type=Path, help="file for the weights")
    parser.add_argument("--deep", type=Path, help="folder with all-mpnet-base-v2, to start from it")
    parser.add_argument("--items", type=Path, help="own training items, JSONL")
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--patterns", type=int, default=0, help="made-up windows an epoch")
    parser.add_argument("--repeat", type=int, default=3, help="times an own window comes an epoch")
    parser.add_argument("--rate", type=float, default=1, help="factor on the learning rates")
    parser.add_argument("--room", type=int, default=3000, help="pieces of a batch")
    parser.add_argument("--chains", type=float, default=0, help="weight of who is who")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--part", type=float, default=1, help="share of the gold for names alone")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    parser.add_argument("--check", type=Path, help="own items to measure on, JSONL")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision("high")
    rng = random.Random(options.seed)
    tokenizer = load_tokenizer(options.base / "tokenizer.json")
    parts = read(options.data, tokenizer, options.items)
    if options.check:
        parts["held"]["own"] = own_items(options.check, tokenizer)
    taught = chains.texts(options.data, options.items, tokenizer) if options.chains else []
    model = _begun(options).to(options.device)
    gold = [w for n in ("redocred", "gum", "ner") for w in parts["train"][n]]
    own = parts["train"].get("own", []) * options.repeat
    rest = [w for n in ("knowledgenet", "re3d") for w in parts["train"][n]]
    rng.shuffle(gold)
    gold = gold[: int(len(gold) * options.part)]
    optimizer, peaks = _optimizer(model, options.rate)
    epoch_pieces = sum(len(p.ids) for _, p in (*gold, *own, *rest)) + 28 * options.patterns
    total = options.epochs * epoch_pieces
    warm = 0.06 * total
    done, began, told = 0, time.monotonic(), 0.0
    silver_rest = label(model, rest) if options.start else []
    pool = noise.pool(w for w, _ in (*gold, *own))
    made = Patterns(pool, RELATIONS)
    who, steps = chains.batches(taught, options.room, rng), 0
    running: list[Tensor] = []
    while done < total:
        now = [*gold, *own, *silver_rest]
        fresh = [noise.disturbed(w, pool, rng, tokenizer) for w in now]
        made_up = (made.window(rng) for _ in range(options.patterns))
        fresh += [(w, pieces(tokenizer, w.text)) for w in made_up]
        groups = grouped(fresh, rng, options.room)
        loader = DataLoader(
            Batches(groups, rng.randrange(1 << 30)), batch_size=None, num_workers=options.workers
        )
        for group, batch in zip(groups, loader, strict=True):
            progress = done / total
            factor = min(done / warm, 1.0) * (
                0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))
            )
            for parameters, peak in zip(optimizer.param_groups, peaks, strict=True):
                parameters["lr"] = peak * factor
            value = loss(model, batch.to(options.device))
            steps += 1
            if options.chains and steps % 2:
                value = value + options.chains * model.chains.loss(model.encoder, next(who))[0]
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            running.append(value.detach())
            done += sum(len(p.ids) for _, p in group)
            if time.monotonic() - told > 30:
                told = time.monotonic()
                rate = done / (told - began)
                tell(
                    f"{done / total:.3f} loss {torch.stack(running).mean():.4f} {rate:.0f} pieces/s"
                )
                running.clear()
            if done >= total:
                break
        if done < total:
            silver_rest = label(model, rest)
    torch.save({k: v.cpu() for k, v in model.state_dict().items()}, options.out)
    tell(f"== {time.monotonic() - began:.0f} s")
    tell("\n".join(report(model, parts["held"])))
    tell(chain_scores(model, chains.texts(options.data, options.items, tokenizer, taught=False)))


def report(model: Model, held: Mapping[str, Sequence[tuple[Window, Pieces]]]) -> list[str]:
    """Return the figures on the windows kept from training, a line each."""
    lines = [f"{k}: {tag_scores(model, held[k])}" for k in ("redocred", "ner", "own") if k in held]
    for k in ("knowledgenet", "redocred", "re3d", "own"):
        if k in held:
            whole, each = pair_scores(model, held[k])
            lines += [f"{k} pairs: {whole}", *(f"   {r}: {f}" for r, f in each.items())]
    return lines


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _begun(options: argparse.Namespace) -> Model:
    """Return the model as MiniLM, or a former round, leaves it."""
    if options.start:
        model = Model.load(options.start)
    else:
        model = Model(MPNET if options.deep else MINILM)
        model.encoder.start_from((options.deep or options.base) / "model.safetensors")
        model.relations.start_from(model.encoder)
    model.encoder.words.weight.requires_grad_(False)
    return model


def _optimizer(model: Model, rate: float) -> tuple[torch.optim.Optimizer, list[float]]:
    """Return the optimizer and the highest learning rate of each of its groups."""
    upper = {id(p) for p in model.relations.layers.parameters()}
    new = [
        *model.chains.parameters(),
        model.encoder.shapes.weight,
        *model.encoder.tags.parameters(),
        *(p for p in model.relations.parameters() if id(p) not in upper),
    ]
    fast = {id(p) for p in new}
    slow = [p for p in model.parameters() if p.requires_grad and id(p) not in fast]
    peaks = [1.5e-4 * rate, 1e-3 * rate]
    groups = [{"params": slow, "lr": peaks[0]}, {"params": new, "lr": peaks[1]}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True), peaks


def own_items(path: Path, tokenizer: Tokenizer) -> list[tuple[Window, Pieces]]:
    """Return the windows of our own items."""
    return [(window, pieces(tokenizer, window.text)) for _, window in data.own(path, RELATIONS)]


def label(model: Model, windows: list[tuple[Window, Pieces]]) -> list[tuple[Window, Pieces]]:
    """Return windows that nobody tagged with the model's own names."""
    return [
        (silver(window, names), cut)
        for (window, cut), names in zip(windows, tagged(model, windows), strict=True)
    ]


if __name__ == "__main__":
    main()
