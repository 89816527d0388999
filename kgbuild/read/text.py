"""Read plain text and Markdown."""

import re
from collections.abc import Iterator

from kgbuild.read.clean import decode
from kgbuild.read.draft import Draft

_FIELD = re.compile(r"([A-Za-z][\w-]*)\s*:\s*(.*)")
_FRONT = re.compile(r"\s*---[ \t]*\r?\n(.*?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FRONT_MAX = 10_000
_FIELDS = {
    "title": "title",
    "date": "published",
    "published": "published",
    "url": "url",
    "publisher": "publisher",
    "language": "language",
    "id": "given",
}
_HEADING = re.compile(r"\s*#\s+(\S.*?)[ \t]*#*[ \t]*\r?(?:\n|\Z)")


def read_text(data: bytes, name: str) -> Draft:
    """Return a text file's article; a head of ``key: value`` lines may give its fields."""
    text, fields = _front_matter(decode(data, name))
    return Draft(text, **fields)


def read_markdown(data: bytes, name: str) -> Draft:
    """Return a Markdown file's article as it reads, titled by its head or its first heading."""
    text, fields = _front_matter(decode(data, name))
    blocks = [" ".join(block.split()) for block in _blocks(text)]
    if blocks and _HEADING.match(text):
        fields.setdefault("title", blocks[0])
    return Draft("\n\n".join(blocks), **fields)


def _blocks(text: str) -> Iterator[str]:
    """Yield the text of each heading, paragraph and list item, without the marks."""
    from markdown_it import MarkdownIt

    for token in MarkdownIt("commonmark").parse(text):
        if token.type in {"fence", "code_block"}:
            yield token.content
        elif token.type == "inline":
            yield "".join(
                " " if part.type.endswith("break") else part.content
                for part in token.children or ()
                if part.type in {"text", "code_inline", "softbreak", "hardbreak"}
            )


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    """Split off a head between two ``---`` lines, if it holds a field that we know."""
    match = _FRONT.match(text, 0, _FRONT_MAX)
    rows = map(_FIELD.fullmatch, map(str.strip, match[1].split("\n"))) if match else ()
    pairs = ((row[1].lower(), row[2].strip()) for row in rows if row)
    fields = {_FIELDS[key]: _unquoted(value) for key, value in pairs if key in _FIELDS and value}
    return (text[match.end() :], fields) if match and fields else (text, {})


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] in "'\"" else value
