"""Take up shipped weights again: ``python -m training.thaw DATA FOLDER ITEMS OUT``; see README.md.

What ``export.py`` wrote with eight bits becomes a model that can be taught on. The products that tell
who is who are not shipped, so they are fitted anew first, to the vectors as they are.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from kgbuild.extract.neural.pieces import load_tokenizer
from training import chains
from training.network import MINILM, Size
from training.train import Model, tell

STEPS, RATE = 200, 1e-3
"""Batches to which who is who is fitted, and how fast."""
_TURNED, _WHOLE = "_Transposed", "_quantized"
_PARTS = ("query", "key", "value")


def thawed(folder: Path) -> Model:
    """Return the model that a weights folder holds, but for who is who.

    Raises:
        RuntimeError: The files hold another network.
    """
    state = {}
    for name in ("encoder", "relations"):
        for key, value in _numbers(folder / f"{name}.onnx"):
            key = key.removeprefix("encoder.").replace(".layer.", ".")
            state[f"{name}.{key}"] = torch.tensor(value)
    looked, _ = state["encoder.layers.0.query.weight"].shape
    inner, _ = state["encoder.layers.0.up.weight"].shape
    model = Model(Size(heads=looked // MINILM.head, inner=inner))
    lacking, _ = model.load_state_dict(state, strict=False)
    if missing := [name for name in lacking if not name.startswith("chains.")]:
        raise RuntimeError(f"{folder} lacks {', '.join(missing)}")
    return model


def _numbers(path: Path) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the weights of a file by name, as real numbers, fused products in their three parts."""
    held = {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}
    for name, value in held.items():
        key = name
        if name.endswith(_WHOLE):
            key = name.removesuffix(_WHOLE)
            value = (value.astype(np.float32) - held[f"{key}_zero_point"]) * held[f"{key}_scale"]
        if key.endswith(_TURNED):
            key, value = key.removesuffix(_TURNED), value.T
        if not key.endswith((".weight", ".bias")):
            continue
        if ".all." not in key:
            yield key, value
            continue
        query, *others = np.split(value, len(_PARTS))
        # The scale of the attention went into the query.
        for part, one in zip(_PARTS, (query * MINILM.head**0.5, *others), strict=True):
            yield key.replace(".all.", f".{part}."), one


def main() -> None:
    """Write the weights as they are before ``export.py``."""
    parser = argparse.ArgumentParser(prog="python -m training.thaw")
    parser.add_argument("data", type=Path, help="folder with the public gold as JSONL")
    parser.add_argument("folder", type=Path, help="weights folder, kgbuild/weights")
    parser.add_argument("items", type=Path, help="own training items, JSONL")
    parser.add_argument("out", type=Path, help="file for the weights")
    options = parser.parse_args()
    torch.manual_seed(50)
    model = thawed(options.folder)
    tokenizer = load_tokenizer(options.folder / "tokenizer.json")
    taught = chains.texts(options.data, options.items, tokenizer)
    model.eval().requires_grad_(requires_grad=False)
    model.chains.requires_grad_().train()
    maker = torch.optim.AdamW(model.chains.parameters(), lr=RATE)
    batches = chains.batches(taught, 3000, random.Random(50))
    asked = right = 0
    for step in range(STEPS):
        value, count, good = model.chains.loss(model.encoder, next(batches))
        if count:
            maker.zero_grad()
            value.backward()
            maker.step()
            asked, right = asked + count, right + good
        if step % 50 == 49:
            tell(f"step {step + 1}: who is who {right / max(asked, 1):.3f}")
            asked = right = 0
    torch.save(model.state_dict(), options.out)


if __name__ == "__main__":
    main()
