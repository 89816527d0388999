"""Persons' names that the model has in pieces: Saïd Youssouf Ali, Ana "the Fox" Petrova."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from spacy.tokens import Doc

from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.spans import PARTICLES, Name
from kgbuild.extract.text.tagsets import QUOTES
from kgbuild.model import Type

LONGEST_NICKNAME = 6
"""Tokens of a nickname, its quotes among them."""


def unbroken(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one those of a person that stand side by side: "Saïd" "Youssouf Ali".

    Not a title that was taken for a name.
    """
    made: list[Name] = []
    for name in sorted(names, key=attrgetter("start")):
        before = made[-1] if made else name
        persons = before.type is name.type is Type.PERSON
        beside = persons and before.end == name.start
        if not beside or any(map(is_title, doc[before.start : before.end])):
            made.append(name)
        elif text_in(doc, before.start, name.start + 1).lower() in words("person", "double"):
            made[-1] = replace(name, start=min(name.start + 1, name.end - 1))  # Tan Sri Max Orr
        else:
            made[-1] = replace(before, end=name.end)
    return made


def with_nicknames(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names, as one those that a nickname parts: Ana "the Fox" Petrova."""
    starts = {name.start: name for name in names}
    made: list[Name] = []
    for name in sorted(names, key=attrgetter("start")):
        if made and name.start < made[-1].end:
            continue
        end = _past_nickname(doc, name) if name.type is Type.PERSON else name.end
        last = starts.get(end)
        if end > name.end and last and last.type is Type.PERSON:
            name = replace(name, end=last.end)
        elif end > name.end and not last and doc[end].is_title and doc[end].tag_ == "NNP":
            name = replace(name, end=end + 1)
        made.append(name)
    return made


def _past_nickname(doc: Doc, name: Name) -> int:
    """Return the token behind a nickname in quotes behind the name; its own end without one."""
    quoted = doc[name.end : name.end + LONGEST_NICKNAME]
    size = next((n for n, t in enumerate(quoted) if n and t.text == quoted[0].text), 0)
    plain = all(t.is_title or t.lower_ in PARTICLES | {"the"} for t in quoted[1:size])
    set_apart = size > 1 and quoted[0].text in QUOTES and doc[name.end - 1].whitespace_
    end = name.end + size + 1
    return end if set_apart and plain and end < len(doc) and quoted[size].whitespace_ else name.end
