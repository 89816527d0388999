"""The README's session: its commands run again, its outputs compared or written anew.

``python -m tests.session`` writes what the commands print now into the README.
"""

import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from kgbuild.cli import main

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- session:[^\n]*-->\n```console\n)(.*?)(```\n)", re.DOTALL)
SPEED = re.compile(r"^(words a second).*$", re.MULTILINE)


def session(text: str) -> str:
    """Return the README's session as it stands there."""
    match = BLOCK.search(text)
    return match[2] if match else ""


def commands(block: str) -> list[str]:
    """Return the commands of a session, each without its prompt."""
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def replayed(block: str) -> str:
    """Return the session with what its commands print now, run in a folder with the examples."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(ROOT / "examples", "examples")
        return "".join(_lines(block))


def settled(block: str) -> str:
    """Return a session without what differs from machine to machine."""
    return SPEED.sub(r"\1", block)


def _lines(block: str) -> Iterator[str]:
    for command in commands(block):
        yield f"$ {command}\n"
        words = shlex.split(command)[1:]
        result = CliRunner(env={"NEO4J_URI": "", "KGBUILD_DB": ""}).invoke(main, words)
        yield result.stdout


if __name__ == "__main__":
    found = README.read_text(encoding="utf-8")
    now = replayed(session(found))
    README.write_text(BLOCK.sub(lambda m: m[1] + now + m[3], found), encoding="utf-8")
