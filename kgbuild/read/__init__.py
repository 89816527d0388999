"""Read what the user names: files, folders and standard input, each article under its key."""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from kgbuild.errors import ReadError
from kgbuild.model import Failure, Source
from kgbuild.read import jsonl
from kgbuild.read.draft import Draft, Finished, finish
from kgbuild.read.text import read_markdown, read_text
from kgbuild.read.walk import Place, form, reason, shown, walk

__all__ = ["read"]

_LIMITS = {"text": 8, "markdown": 8, "html": 16, "pdf": 64, "json": 32}
"""MiB of the largest file of a format that is read; of JSON lines, the line is limited."""


def read(
    paths: Iterable[str], *, base: Path, stdin: BinaryIO | None = None
) -> Iterator[Source | Failure]:
    """Yield the articles that the paths mean, and a Failure for each input that gives none.

    A path is a file, a folder (read with all it holds) or ``-`` for ``stdin``. Keys name
    files as seen from the folder ``base``, so that a project that moves keeps its keys.
    One article is held at a time; one with a bad date comes with a Failure after it.
    """
    visited: set[Place] = set()
    for path in paths:
        if path == "-":
            yield from _sources(_stdin(stdin or sys.stdin.buffer), "-", None)
            continue
        for found in walk(path, visited):
            if isinstance(found, Failure):
                yield found
            else:
                yield from _sources(_file(found), shown(found), _place(found, base))


def _sources(
    found: Iterator[Finished | Failure], name: str, place: str | None
) -> Iterator[Source | Failure]:
    """File each article under its key, and turn what can't be read into a Failure."""
    try:
        for item in found:
            if isinstance(item, Failure):
                yield item
                continue
            yield Source(_key(item, place), item.article, item.given)
            if item.complaint:
                yield Failure(item.name, item.complaint)
    except ReadError as error:
        yield Failure(name, str(error))
    except OSError as error:
        yield Failure(name, reason(error))


def _key(item: Finished, place: str | None) -> str:
    """Return what the ledger files the article by: url, else place and id, else the place.

    Where many share a place, one without an id goes by its content: none replaces another.
    """
    if item.article.url:
        return item.article.url
    if item.given:
        return f"{place or '-'}#{item.given}"
    if place is None:
        return item.article.id
    return place if item.sole else f"{place}#{item.article.id}"


def _place(path: Path, base: Path) -> str:
    """Return the file as seen from the base; links are followed, so one file has one key."""
    real = path.resolve()
    with suppress(ValueError):  # there is no way to another drive
        real = Path(os.path.relpath(real, base.resolve()))
    return shown(real)


def _file(path: Path) -> Iterator[Finished | Failure]:
    name, kind = shown(path), form(path) or "text"
    with path.open("rb") as stream:
        if kind == "jsonl":
            yield from jsonl.read_lines(stream, name)
            return
        data = stream.read(_LIMITS[kind] * 2**20 + 1)
    yield from _document(data, kind, name)


def _document(data: bytes, kind: str, name: str) -> Iterator[Finished | Failure]:
    if len(data) > _LIMITS[kind] * 2**20:
        raise ReadError(f"larger than {_LIMITS[kind]} MiB; split it")
    if not data.strip():
        raise ReadError("empty; put the article there or leave it out")
    if kind == "json":
        yield from jsonl.read_json(data, name)
    else:
        yield finish(_format(kind)(data, name), name)


def _format(kind: str) -> Callable[[bytes, str], Draft]:
    """Return what reads a format; the libraries for pages and PDF are loaded on need."""
    if kind == "html":
        from kgbuild.read.html import read_html

        return read_html
    if kind == "pdf":
        from kgbuild.read.pdf import read_pdf

        return read_pdf
    return read_markdown if kind == "markdown" else read_text


def _stdin(stream: BinaryIO) -> Iterator[Finished | Failure]:
    """Read plain text, or JSON lines where the first character is a brace."""
    limit = _LIMITS["text"] * 2**20
    head, before = bytearray(), 0
    while len(head) <= limit and (line := stream.readline(limit + 1)):
        if line.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
            yield from jsonl.read_lines(stream, "-", line, before)
            return
        head += line
        before += 1
        if line.strip():
            break
    yield from _document(bytes(head) + stream.read(limit), "text", "-")
