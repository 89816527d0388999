"""Write the trained weights as the files that kgbuild reads: ``python -m training.export``.

``encoder.onnx`` (8-bit by dynamic quantisation), ``relations.onnx`` and ``tokenizer.json``, with
``weights.json``: names of tags and relations, thresholds, the hash of each file.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from training.data import STATUSES
from training.network import MINILM, TAGS, Encoder, Layer, Relations
from training.train import RELATIONS, Model

VERSION = 2


class FusedLayer(nn.Module):
    """A layer whose query, key and value are one product, for one window."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        parts = (layer.query, layer.key, layer.value)
        looked, width = layer.query.weight.shape
        self.head = looked // layer.heads
        self.all = nn.Linear(width, 3 * looked)
        self.all.weight.data = torch.cat([p.weight.data for p in parts])
        self.all.bias.data = torch.cat([p.bias.data for p in parts])
        # The scale of the attention goes into the query: one multiplication less.
        self.all.weight.data[:looked] /= self.head**0.5
        self.all.bias.data[:looked] /= self.head**0.5
        self.layer = layer

    def forward(self, x: Tensor) -> Tensor:
        """Return (N, width) of the same."""
        heads = self.layer.heads
        mixed = self.all(x).view(-1, 3 * heads, self.head).transpose(0, 1)
        query, key, value = mixed[:heads], mixed[heads : 2 * heads], mixed[2 * heads :]
        seen = torch.softmax(query @ key.transpose(1, 2), -1) @ value
        seen = seen.transpose(0, 1).reshape(-1, heads * self.head)
        x = self.layer.norm1(x + self.layer.out(seen))
        return self.layer.norm2(x + self.layer.down(functional.gelu(self.layer.up(x))))


class OneWindow(nn.Module):
    """The encoder for one window without padding: so no other window can change a digit."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in encoder.layers)

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Return vectors (N, width) and tag scores (N, tags) of pieces (N,)."""
        places = torch.arange(ids.shape[0])
        encoder = self.encoder
        x = encoder.norm(encoder.words(ids) + encoder.positions(places) + encoder.shapes(shapes))
        for layer in self.layers:
            x = layer(x)
        return x, encoder.tags(x)


def encoder(model: Encoder, out: Path) -> None:
    """Write the encoder, 8 bits a weight."""
    size = torch.export.Dim("n", min=2, max=512)
    example = torch.randint(100, 30000, (50,)), torch.randint(0, 8, (50,))
    program = torch.onnx.export(
        OneWindow(model).eval(), example, dynamo=True, opset_version=20,
        dynamic_shapes=({0: size}, {0: size}), input_names=["ids", "shapes"],
        output_names=["vectors", "tags"],
    )  # fmt: skip
    _quantised(program, out)


def relations(model: Relations, out: Path) -> None:
    """Write the head for pairs, its layers with 8 bits a weight."""
    model.layers = nn.ModuleList(FusedLayer(layer) for layer in model.layers)
    pieces, mentions, pairs = (torch.export.Dim(n, min=2, max=100_000) for n in ("n", "m", "p"))
    example = (
        torch.randn(50, MINILM.width), torch.rand(7, 50), torch.randint(0, 50, (7,)),
        torch.randint(0, 12, (7,)), torch.randint(0, 7, (11, 2)),
    )  # fmt: skip
    program = torch.onnx.export(
        model.eval(), example, dynamo=True, opset_version=20,
        dynamic_shapes=({0: pieces}, {0: mentions, 1: pieces}, {0: mentions}, {0: mentions}, {0: pairs}),
        input_names=["vectors", "inside", "first", "kind", "ends"], output_names=["scores", "status"],
    )  # fmt: skip
    _quantised(program, out)


def _quantised(program: torch.onnx.ONNXProgram, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder) / "whole.onnx", Path(folder) / "ready.onnx"
        program.save(whole)
        quant_pre_process(whole, ready, skip_symbolic_shape=True)
        quantize_dynamic(
            ready,
            out,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            # Seven bits: with eight, processors without VNNI saturate the sums of signed weights, and
            # two machines then read one article differently. Unsigned ones are a third slower there.
            weight_type=QuantType.QInt8,
            reduce_range=True,
            per_channel=True,
        )


def main() -> None:
    """Write the weights folder."""
    parser = argparse.ArgumentParser(prog="python -m training.export")
    parser.add_argument("weights", type=Path)
    parser.add_argument("base", type=Path, help="folder with all-MiniLM-L6-v2")
    parser.add_argument("out", type=Path, help="folder to write")
    options = parser.parse_args()
    model = Model.load(options.weights).eval()
    options.out.mkdir(parents=True, exist_ok=True)
    encoder(model.encoder, options.out / "encoder.onnx")
    relations(model.relations, options.out / "relations.onnx")
    shutil.copyfile(options.base / "tokenizer.json", options.out / "tokenizer.json")
    files = ("encoder.onnx", "relations.onnx", "tokenizer.json")
    hashes = {n: hashlib.sha256((options.out / n).read_bytes()).hexdigest() for n in files}
    about = {
        "version": VERSION,
        "tags": TAGS,
        "relations": RELATIONS,
        "statuses": STATUSES,
        "sha256": hashes,
    }
    (options.out / "weights.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
