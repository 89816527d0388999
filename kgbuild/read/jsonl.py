"""Read articles from JSON: an object a line, or one object, or a list of them."""

import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from typing import Any, BinaryIO

from kgbuild.errors import ReadError
from kgbuild.model import Failure
from kgbuild.read.clean import decode
from kgbuild.read.draft import Draft, Finished, finish

MAX_LINE = 8 * 2**20
"""Bytes of the longest line that is read."""
_STRINGS = ("title", "text", "url", "publisher", "language")


def read_lines(
    stream: BinaryIO, name: str, first: bytes = b"", before: int = 0
) -> Iterator[Finished | Failure]:
    """Yield the article of each line; a line that gives none is a Failure that names it.

    The stream was already read up to the end of ``first``, with ``before`` lines before it.
    """
    for number, line in enumerate(_lines(stream, first), before + 1):
        label = f"{name} line {number}"
        if number == 1 and line and line.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            yield Failure(name, "UTF-16, whose lines can't be told apart; save it as UTF-8")
            return
        if line is None:
            yield Failure(label, f"longer than {MAX_LINE >> 20} MiB; shorten or split it")
            continue
        try:
            if line.strip():
                yield finish(_draft(_parsed(decode(line, label))), label, sole=False)
        except ReadError as error:
            yield Failure(label, str(error))


def read_json(data: bytes, name: str) -> Iterator[Finished | Failure]:
    """Yield the article of a JSON object, or each of a JSON list."""
    whole = _parsed(decode(data, name))
    for number, row in enumerate(whole if isinstance(whole, list) else [whole], 1):
        label = f"{name} item {number}" if isinstance(whole, list) else name
        try:
            yield finish(_draft(row), label, sole=not isinstance(whole, list))
        except ReadError as error:
            yield Failure(label, str(error))


def _lines(stream: BinaryIO, first: bytes) -> Iterator[bytes | None]:
    """Yield the lines, and ``None`` for one that is too long, which is never held."""
    piece = first or stream.readline(MAX_LINE + 1)
    while piece:
        yield piece if (whole := _ends(piece)) else None
        while not whole:
            whole = _ends(stream.readline(MAX_LINE + 1))
        piece = stream.readline(MAX_LINE + 1)


def _ends(piece: bytes) -> bool:
    return piece.endswith(b"\n") or len(piece) <= MAX_LINE


def _parsed(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        where = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}"
        raise ReadError(f"broken JSON at {where} ({error.msg}); mend it") from error
    except (ValueError, RecursionError) as error:  # a number or a nest that Python refuses
        raise ReadError(f"JSON that can't be read ({error}); mend it") from error


def _draft(row: Any) -> Draft:
    if not isinstance(row, dict):
        raise ReadError('no JSON object; write {"title": …, "text": …}')
    for field in _STRINGS:
        if not isinstance(row.get(field), str | None):
            raise ReadError(f"{field!r} is no string; put it in quotes")
    given, published = row.get("id"), row.get("published")
    if isinstance(given, bool) or not isinstance(given, str | int | None):
        raise ReadError("'id' is no string; put it in quotes")
    if not (row.get("text") or "").strip():
        raise ReadError("no 'text'; put the article's text there")
    return Draft(
        text=row["text"],
        title=row.get("title"),
        url=row.get("url"),
        publisher=row.get("publisher"),
        language=row.get("language"),
        published=None if published is None else str(published),
        given=None if given is None else str(given),
    )
