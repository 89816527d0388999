"""Average the weights of rounds that began alike: ``python -m training.average OUT WEIGHTS...``.

Model soups (Wortsman et al. 2022): what several seeds make of one start lies in one basin, and
their mean reads new text better than any one of them, at the cost of one.
"""

import sys
from pathlib import Path

import torch


def main() -> None:
    """Write the mean of the given weights."""
    if len(sys.argv) < 3:
        sys.exit("Usage: python -m training.average OUT WEIGHTS...")
    out, *given = map(Path, sys.argv[1:])
    states = [torch.load(path) for path in given]
    mean = {name: sum(s[name] for s in states) / len(states) for name in states[0]}
    torch.save(mean, out)


if __name__ == "__main__":
    main()
