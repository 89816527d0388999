"""Write a projection to files, each whole or not at all."""

import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kgbuild.errors import GraphError
from kgbuild.export import graphml, json_, tables
from kgbuild.projection import Projection

Writer = Callable[[Projection, BinaryIO], None]

FORMATS: Mapping[str, Mapping[str, Writer]] = {
    ".csv": {"-nodes": tables.write_nodes, "-edges": tables.write_edges},
    ".graphml": {"": graphml.write},
    ".json": {"": json_.write},
}
"""By suffix: what is put behind the file's stem, and what writes that file."""
SUFFIXES = tuple(FORMATS)


def write(projection: Projection, path: Path) -> tuple[Path, ...]:
    """Write the graph in the format of the path's suffix; return the files made.

    ``x.csv`` makes ``x-nodes.csv`` and ``x-edges.csv``. The same rows give the same bytes,
    in whatever order they come. A file that was there stays until the new one is whole.

    Raises:
        GraphError: The suffix means no format, or the file can't be written.
    """
    writers = FORMATS.get(path.suffix.lower())
    if writers is None:
        raise GraphError(f"Can't tell a format by {path.name!r}. End it in {', '.join(SUFFIXES)}.")
    files = {
        path.with_name(path.stem + part + path.suffix): partial(writer, projection)
        for part, writer in writers.items()
    }
    write_whole(path, files)
    return tuple(files)


def write_whole(asked: Path, files: Mapping[Path, Callable[[BinaryIO], object]]) -> None:
    """Write files, all of them or none, each by its writer; ``asked`` is what the user named.

    Raises:
        GraphError: One can't be written.
    """
    drafts = {file: _draft(file) for file in files}
    try:
        for file, draft in drafts.items():
            with draft.open("xb") as out:
                files[file](out)
                out.flush()
                os.fsync(out.fileno())
        for file, draft in drafts.items():
            draft.replace(os.path.realpath(file))
    except OSError as error:
        raise GraphError(f"Can't write {asked}: {error.strerror}.") from error
    finally:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink()


def _draft(file: Path) -> Path:
    """Return a free name in the folder where the file, followed through links, lies."""
    real = Path(os.path.realpath(file))
    return real.with_name(f".{real.name}.{secrets.token_hex(4)}")
