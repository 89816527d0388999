"""Train what chooses a reference's antecedent: ``python -m training.references DATA``.

Needs the exported encoder, whose vectors it reads. Writes ``kgbuild/weights/references.npz``. How
sure an answer must be is set on ``gold/dev.jsonl``, which neither these networks nor the encoder saw.
"""

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kgbuild import ontology
from kgbuild.extract import pipeline
from kgbuild.extract.neural import weights
from kgbuild.extract.references import chooser
from kgbuild.model import Form
from training.questions import Example, examples, own, texts

GOLD = Path(__file__).parents[1] / "gold"
SEEDS, EPOCHS, BATCH, RATE = 3, 15, 64, 2e-3
SMALL, HIDDEN, NONE_HIDDEN, MOST = 8, 32, 16, 12
SHARE = {"own": 2.0, "gum": 0.5, "knowledgenet": 0.5}
PRECISION = 0.92
NOMINAL = 0.45
"""Least probability of a description's antecedent: there ties gain most by it."""
NO_VECTORS, NO_CLUE, NO_NUMBER = 0.2, 0.2, 0.4
"""Shares of what is hidden in training: all vectors, a clue, a number of a vector."""

Floats = NDArray[np.float32]
Net = dict[str, Floats]
Packed = tuple[Floats, Floats, Floats, Floats, Floats, NDArray[np.bool_]]


def pack(found: Sequence[Example]) -> Packed:
    """Return own, each, reference, last, first and which things there are, padded to MOST."""
    size, clues = len(found), found[0].each.shape[1]
    each = np.zeros((size, MOST, clues), np.float32)
    last, first = (np.zeros((size, MOST, chooser.WIDTH), np.float32) for _ in range(2))
    mask = np.zeros((size, MOST), bool)
    for i, one in enumerate(found):
        count = len(one.each)
        each[i, :count], mask[i, :count] = one.each, True
        last[i, :count], first[i, :count] = np.split(one.vectors[1:], 2)
    own = np.stack([one.own for one in found]).astype(np.float32)
    return own, each, np.stack([one.vectors[0] for one in found]), last, first, mask


def start(own: int, clues: int, chance: np.random.Generator) -> Net:
    """Return a network's weights at random."""

    def drawn(rows: int, columns: int, scale: float = 1.0) -> Floats:
        return chance.normal(0, scale / rows**0.5, (rows, columns)).astype(np.float32)

    net = {name: drawn(chooser.WIDTH, SMALL, 0.3) for name in ("reference", "last", "first")}
    net |= {"none_in": drawn(own + SMALL, NONE_HIDDEN), "none_out": drawn(NONE_HIDDEN, 1, 0.3)}
    net |= {"each_in": drawn(own + clues + 5 * SMALL, HIDDEN), "each_out": drawn(HIDDEN, 1, 0.3)}
    sizes = {"none_bias": NONE_HIDDEN, "each_bias": HIDDEN, "offset": 1}
    return net | {name: np.zeros(size, np.float32) for name, size in sizes.items()}


def forward(net: Net, data: Packed) -> tuple[Floats, tuple[Floats, ...]]:
    """Return probabilities (questions, 1 + MOST), none first, and what the slopes need."""
    own, each, reference, last, first, mask = data
    r, t, u = (
        np.tanh(x @ net[n]) for x, n in ((reference, "reference"), (last, "last"), (first, "first"))
    )
    alone = np.concatenate([own, r], 1)
    tiled = np.repeat(alone[:, None], MOST, 1)
    rows = np.concatenate([tiled, each, t, r[:, None] * t, u, r[:, None] * u], 2)
    none = np.tanh(alone @ net["none_in"] + net["none_bias"])
    hidden = np.tanh(rows @ net["each_in"] + net["each_bias"])
    scores = (hidden @ net["each_out"])[..., 0]
    raw = np.concatenate([none @ net["none_out"] + net["offset"], np.where(mask, scores, -1e9)], 1)
    powers = np.exp(raw - raw.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True), (r, t, u, alone, rows, none, hidden)


def slopes(net: Net, data: Packed, wrong: Floats, kept: tuple[Floats, ...]) -> Net:
    """Return the slope of the loss by each weight; ``wrong`` (questions, 1 + MOST) is by score."""
    _, each, reference, last, first, _ = data
    r, t, u, alone, rows, none, hidden = kept
    of_none, of_each = wrong[:, :1], wrong[:, 1:, None]
    found = {"offset": of_none.sum(0), "none_out": none.T @ of_none}
    back = of_none @ net["none_out"].T * (1 - none**2)
    found |= {"none_in": alone.T @ back, "none_bias": back.sum(0)}
    by_alone = back @ net["none_in"].T
    found["each_out"] = np.einsum("bmh,bmo->ho", hidden, of_each)
    back = of_each @ net["each_out"].T * (1 - hidden**2)
    found["each_in"] = np.tensordot(rows, back, ((0, 1), (0, 1)))
    found["each_bias"] = back.sum((0, 1))
    by_rows = back @ net["each_in"].T
    cuts = np.cumsum([alone.shape[1], each.shape[2], SMALL, SMALL, SMALL])
    by_tiled, _, by_t, by_rt, by_u, by_ru = np.split(by_rows, cuts, axis=2)
    by_r = (by_alone + by_tiled.sum(1))[:, -SMALL:] + (by_rt * t + by_ru * u).sum(1)
    by_t = (by_t + by_rt * r[:, None]) * (1 - t**2)
    by_u = (by_u + by_ru * r[:, None]) * (1 - u**2)
    found["reference"] = reference.T @ (by_r * (1 - r**2))
    found["last"] = np.tensordot(last, by_t, ((0, 1), (0, 1)))
    found["first"] = np.tensordot(first, by_u, ((0, 1), (0, 1)))
    return found


def fit(found: Sequence[Example], seed: int) -> Net:
    """Return a network trained by Adam (Kingma and Ba 2015) with decay."""
    chance, data = np.random.default_rng(seed), pack(found)
    answers = np.array([one.answer + 1 for one in found])
    share = np.array([SHARE[one.source] for one in found], np.float32)
    net = start(data[0].shape[1], data[1].shape[2], chance)
    mean = {name: np.zeros_like(value) for name, value in net.items()}
    square = {name: np.zeros_like(value) for name, value in net.items()}
    steps, step = EPOCHS * -(-len(found) // BATCH), 0
    for _ in range(EPOCHS):
        order = chance.permutation(len(found))
        for begin in range(0, len(found), BATCH):
            chosen = order[begin : begin + BATCH]
            step += 1
            batch = _hidden(tuple(part[chosen] for part in data), chance)  # type: ignore[arg-type]
            shares, kept = forward(net, batch)
            wrong = shares.copy()
            wrong[np.arange(len(chosen)), answers[chosen]] -= 1
            wrong *= (share[chosen] / share[chosen].sum())[:, None]
            rate = RATE * min(1, step / 50) * (1 - step / steps) + 1e-5
            for name, slope in slopes(net, batch, wrong, kept).items():
                mean[name] = 0.9 * mean[name] + 0.1 * slope
                square[name] = 0.999 * square[name] + 0.001 * slope**2
                size = np.sqrt(square[name] / (1 - 0.999**step)) + 1e-8
                decay = 1e-3 * net[name] if net[name].ndim > 1 else 0
                net[name] = net[name] - rate * (mean[name] / (1 - 0.9**step) / size + decay)
    return net


def _hidden(data: Packed, chance: np.random.Generator) -> Packed:
    """Return the batch with some of what it knows hidden, so that no one clue is relied on."""
    own, each, *vectors, mask = data
    some = chance.random(len(own)) >= NO_VECTORS
    shown = [
        v * some.reshape(-1, *[1] * (v.ndim - 1)) * (chance.random(v.shape) >= NO_NUMBER)
        for v in vectors
    ]
    own = own * (chance.random(own.shape) >= NO_CLUE)
    each = each * (chance.random(each.shape) >= NO_CLUE)
    return own, each, shown[0], shown[1], shown[2], mask


def least(found: Sequence[Example], shares: Floats) -> dict[Form, float]:
    """Return how probable an answer must be, so that PRECISION of a pronoun's answers are right."""
    best = shares[:, 1:].argmax(1)
    sure = shares[np.arange(len(shares)), best + 1]
    right = best == np.array([one.answer for one in found])
    wanted = {}
    for form in (Form.PRONOUN, Form.NOMINAL):
        mine = np.array([one.form is form for one in found])
        gold = np.array([one.answer >= 0 for one in found]) & mine
        for share in np.arange(0.5, 0.96, 0.01) if form is Form.PRONOUN else (NOMINAL,):
            taken = mine & (sure >= share) & (sure > shares[:, 0])
            precision = right[taken].mean() if taken.any() else 1.0
            if precision >= PRECISION:
                break
        wanted[form] = round(float(share), 2)
        recall = (right & taken).sum() / max(1, gold.sum())
        told = f"{form}s held out: P {precision:.3f} R {recall:.3f} from {share:.2f}"
        sys.stdout.write(f"{told} ({gold.sum()})\n")
    return wanted


def keep(nets: Sequence[Net], taken: Mapping[Form, float]) -> None:
    """Write the weights, and their hash beside the others'."""
    parts = {f"{n}_{name}": value for n, net in enumerate(nets) for name, value in net.items()}
    path = weights.FOLDER / chooser.FILE
    limits = np.array([taken[Form.PRONOUN], taken[Form.NOMINAL]])
    np.savez(path, nets=np.array(len(nets)), least=limits, **parts)
    about = json.loads((weights.FOLDER / "weights.json").read_text(encoding="utf-8"))
    about["sha256"][chooser.FILE] = hashlib.sha256(path.read_bytes()).hexdigest()
    written = json.dumps(about, indent=1) + "\n"
    (weights.FOLDER / "weights.json").write_text(written, encoding="utf-8")


def main() -> None:
    """Read, train, keep."""
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m training.references DATA")
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ontology.load())
    found = [
        one
        for source, item in texts(Path(sys.argv[1]), GOLD / "train.jsonl")
        for one in examples(reader, source, item, 0)
    ]
    unseen = [one for item in own(GOLD / "dev.jsonl") for one in examples(reader, "own", item, 0)]
    nets = [fit(found, seed) for seed in range(SEEDS)]
    shares = np.mean([forward(net, pack(unseen))[0] for net in nets], axis=0)
    keep(nets, least(unseen, shares))


if __name__ == "__main__":
    main()
