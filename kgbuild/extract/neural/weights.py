"""The folder with the learned weights: what belongs to it, and whether it is whole."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from kgbuild.errors import ModelError

FOLDER = Path(__file__).parents[2] / "weights"
VERSION = 2
MEND = "Install kgbuild again."
"""What to do where the weights can't be read."""


@cache
def about(folder: Path = FOLDER) -> dict[str, Any]:
    """Return what the folder says of itself: tags, relations, thresholds, hashes.

    Raises:
        ModelError: It is missing, can't be read, or was made for another version.
    """
    try:
        found = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"The learned weights in {folder} can't be read: {error}. {MEND}"
        ) from error
    if not isinstance(found, dict) or found.get("version") != VERSION:
        raise ModelError(f"The learned weights in {folder} are not of version {VERSION}. {MEND}")
    return found


def check(folder: Path = FOLDER) -> None:
    """Read every file once and compare it with its hash.

    Raises:
        ModelError: A file is missing or damaged.
    """
    for name, expected in about(folder)["sha256"].items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(f"The learned weights lack {name}: {error}. {MEND}") from error
        if found != expected:
            raise ModelError(f"The learned weights are damaged: {folder / name}. {MEND}")
