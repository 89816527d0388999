"""Articles to measure with: prose cut to passages and put together anew, seeded.

Real prose is taken where ``KGBUILD_BENCH_TEXTS`` names a JSONL file with ``text``
fields, or where the development data lies beside the project; else the examples.
"""

import json
import os
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
BESIDE = HERE.parent / "shared" / "data"


def gold() -> Path | None:
    """Return the file of passages with gold relations, if it is there."""
    path = BESIDE / "knowledgenet.jsonl"
    return path if path.is_file() else None


@cache
def passages() -> tuple[str, ...]:
    """Return passages of a few sentences."""
    named = os.environ.get("KGBUILD_BENCH_TEXTS")
    path = Path(named) if named else gold()
    if path is None:
        files = sorted((HERE / "examples").glob("*.txt"))
        texts = [file.read_text(encoding="utf-8") for file in files]
    else:
        with path.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    return tuple(" ".join(text.split()) for text in texts if len(text.split()) > 20)


def articles(count: int, words: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """Yield rows for a JSONL file, each of about so many words, all different."""
    draw = random.Random(seed)
    for number in range(count):
        parts: list[str] = []
        while sum(len(part.split()) for part in parts) < words:
            part = draw.choice(passages()).split()
            parts.append(" ".join(part[: words + 20]))
        text = "\n\n".join(parts)
        day = f"20{draw.randrange(15, 24)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 28):02}"
        yield {"id": f"{seed}-{number}", "title": f"Item {number}", "text": text, "published": day}


def write(path: Path, count: int, words: int, seed: int = 0) -> Path:
    """Write articles to a JSONL file."""
    with path.open("w", encoding="utf-8") as out:
        for row in articles(count, words, seed):
            out.write(json.dumps(row) + "\n")
    return path
