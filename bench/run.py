"""Run commands and take their time and memory."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
KGBUILD = (sys.executable, "-m", "kgbuild")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the results: what, the figure, the target, how it came about."""

    what: str
    figure: str
    target: str
    note: str = ""


def timed(words: Sequence[str]) -> float:
    """Return the seconds that a command takes.

    Raises:
        RuntimeError: It fails.
    """
    start = time.perf_counter()
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, env={**os.environ, **ONE_THREAD}
    )
    if done.returncode:
        raise RuntimeError(f"{words} ended with {done.returncode}: {done.stderr[-800:]}")
    return time.perf_counter() - start


def in_turn(
    first: Sequence[str], second: Sequence[str], rounds: int, clear: object
) -> list[tuple[float, float]]:
    """Return the seconds of two commands, run in turn, ``clear()`` called before each."""
    pairs = []
    for _ in range(rounds):
        clear()  # type: ignore[operator]
        one = timed(first)
        clear()  # type: ignore[operator]
        pairs.append((one, timed(second)))
    return pairs


def peak(words: Sequence[str]) -> int:
    """Return the peak memory of a command, in MiB."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, check=True)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return int(done.stdout) // unit


def middle(pairs: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Return the median ratio of pairs, first by second, with the least and the greatest."""
    ratios = sorted(one / other for one, other in pairs)
    return median(ratios), ratios[0], ratios[-1]
