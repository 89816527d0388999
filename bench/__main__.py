"""Measure, print and keep the figures."""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.difference import difference
from bench.faults import faults
from bench.identity import across, pairs
from bench.loading import loading
from bench.parts import scratch, size, speed, start_up, workers
from bench.quality import quality
from bench.rivals import rivals
from bench.scale import scale

PARTS = {
    "start": start_up,
    "speed": speed,
    "quality": quality,
    "pairs": pairs,
    "across": across,
    "workers": workers,
    "load": loading,
    "rivals": rivals,
    "difference": difference,
    "faults": faults,
    "size": size,
    "scale": scale,
}
RESULTS = Path(__file__).parent / "results.md"


def main() -> None:
    """Run the parts named, or all; keep the results where all ran."""
    wanted = sys.argv[1:] or [*PARTS]
    lines = ["| what | figure | target | how |", "|---|---|---|---|"]
    for name in wanted:
        with scratch() as folder:
            for row in PARTS[name](Path(folder)):
                line = f"| {row.what} | {row.figure} | {row.target} | {row.note} |"
                print(line, flush=True)
                lines.append(line)
    if wanted == [*PARTS]:
        RESULTS.write_text("\n".join([*_head(), *lines, ""]), encoding="utf-8")


def _head() -> list[str]:
    day = datetime.now(UTC).date().isoformat()
    python = platform.python_version()
    machine = f"{os.cpu_count()} shared cores, {platform.machine()}, {platform.system()}"
    return [
        "# Figures",
        "",
        f"Measured by `make bench` on {day}, Python {python}, {machine}. The machine is shared and",
        "noisy: read the ratios, taken in one run, and not the seconds.",
        "",
    ]


if __name__ == "__main__":
    main()
