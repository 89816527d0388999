"""Find the files that the user's paths mean, in a settled order, each folder once."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kgbuild.model import Failure

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}
"""Which format a suffix means."""

Place = tuple[int, int]
"""What tells one folder from another: its device and its number there."""


def shown(path: Path) -> str:
    r"""Return the path as text that can be stored and printed, whatever bytes are in it.

    >>> shown(Path("a\x1b[1m.txt"))
    'a\\x1b[1m.txt'
    """
    text = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def form(path: Path) -> str | None:
    """Return the format that the path's suffix means."""
    return SUFFIXES.get(path.suffix.lower())


def walk(typed: str, visited: set[Place]) -> Iterator[Path | Failure]:
    """Yield the files that a path means: itself, or all that a folder holds, by name.

    Hidden files and unknown suffixes are passed over inside a folder. ``visited`` are the
    folders already read; a link back to one of them is a Failure.
    """
    path = Path(typed)
    status = _status(path)
    if isinstance(status, Failure):
        yield status
    elif stat.S_ISDIR(status.st_mode):
        if _place(status) not in visited:  # else named twice: nothing is lost
            yield from _folder(path, visited)
    elif form(path):
        yield from _file(path, status)
    else:
        yield Failure(shown(path), f"unknown suffix; known are {' '.join(SUFFIXES)}")


def _folder(path: Path, visited: set[Place]) -> Iterator[Path | Failure]:
    empty = True
    for found in _entries(path, visited):
        empty = False
        yield found
    if empty:
        yield Failure(shown(path), f"no file in it that is read; known are {' '.join(SUFFIXES)}")


def _entries(top: Path, visited: set[Place]) -> Iterator[Path | Failure]:
    waiting = [top]  # a stack: nested generators end at a thousand folders
    while waiting:
        path = waiting.pop()
        status = _status(path)
        if isinstance(status, Failure):
            yield status
        elif not stat.S_ISDIR(status.st_mode):
            if form(path):
                yield from _file(path, status)
        elif _place(status) not in visited:
            visited.add(_place(status))
            try:
                inside = [entry for entry in path.iterdir() if not entry.name.startswith(".")]
            except OSError as error:
                yield Failure(shown(path), reason(error))
            else:
                waiting += sorted(inside, key=lambda entry: entry.name, reverse=True)
        elif path.is_symlink():
            yield Failure(shown(path), "a link to a folder already read; passed over")


def _status(path: Path) -> os.stat_result | Failure:
    try:
        return path.stat()
    except FileNotFoundError as error:
        broken = path.is_symlink()
        return Failure(shown(path), "a link to nothing; mend it" if broken else reason(error))
    except OSError as error:
        return Failure(shown(path), reason(error))
    except ValueError:  # a NUL or half a surrogate pair: no file system has such a name
        return Failure(ascii(str(path)), "no path; check its name")


def _place(status: os.stat_result) -> Place:
    return status.st_dev, status.st_ino


def _file(path: Path, status: os.stat_result) -> Iterator[Path | Failure]:
    """Let only a plain file pass; a pipe or a device could keep us waiting for ever."""
    if stat.S_ISREG(status.st_mode):
        yield path
    else:
        yield Failure(shown(path), "no regular file; give a file or a folder")


def reason(error: OSError) -> str:
    """Return in plain words why a file can't be read, and the mend."""
    if isinstance(error, FileNotFoundError):
        return "does not exist; check the name"
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    return f"can't be read ({error.strerror or error}); check the file"
