"""Judgements as text: one a line, sorted, so that they can be read, kept in git and merged.

different "PERSON:michael jordan" and "PERSON:michael jordan" in "news/campus.txt"
rename "ORGANIZATION:huawei" to "Huawei Group"
"""

import json
import re
from collections.abc import Iterable

from kgbuild import names
from kgbuild.folding import fold
from kgbuild.model import PAIRED, Judgement, Side, Type, Verdict

HEAD = "# Judgements of kgbuild, one a line. Read them in with: kgbuild judgements --import FILE"
_PIECE = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[^\s"]+)')
_SHOWN = 60


def written(judgements: Iterable[Judgement]) -> str:
    """Return the judgements as the text of a file."""
    return "\n".join([HEAD, *sorted(line(one) for one in judgements), ""])


def line(judgement: Judgement) -> str:
    """Return a judgement as one line.

    >>> line(Judgement(Verdict.DROP, Side("PERSON:file photo", "a.txt")))
    'drop "PERSON:file photo" in "a.txt"'
    """
    words = [judgement.verdict.value, _side(judgement.left)]
    if judgement.right is not None:
        words += ["and", _side(judgement.right)]
    if judgement.value:
        words += ["to", _quoted(judgement.value)]
    return " ".join(words)


def parsed(text: str) -> Judgement | None:
    """Return the judgement that a line tells; None for an empty line or a comment.

    Raises:
        ValueError: It tells none; the message says why.
    """
    if not text.strip() or text.lstrip().startswith("#"):
        return None
    pieces = _Pieces(text)
    verdict = pieces.verdict()
    left = pieces.side()
    if verdict in PAIRED:
        pieces.word("and")
        judgement = _paired(verdict, left, pieces.side())
    elif verdict is Verdict.DROP:
        judgement = Judgement(verdict, left)
    else:
        pieces.word("to")
        judgement = Judgement(verdict, left, value=_value(verdict, pieces.string()))
    pieces.end()
    return judgement


def new_name(text: str) -> str:
    """Return a name as the user gives it, fit to be shown.

    Raises:
        ValueError: Nothing of it can be seen.
    """
    name = " ".join(text.split())
    if not fold(name) or not name.isprintable():
        raise ValueError(f"{text[:_SHOWN]!r} is no name that can be shown")
    return name


def type_named(text: str) -> Type:
    """Return the type that has a name, whatever its case.

    Raises:
        ValueError: None has.
    """
    try:
        return Type(text.upper())
    except ValueError:
        known = ", ".join(type_.value for type_ in Type)
        raise ValueError(f"{text[:_SHOWN]!r} is no type; there are {known}") from None


class _Pieces:
    """A line cut into words and quoted strings, taken one after the other."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def verdict(self) -> Verdict:
        word = self._take()
        if word not in list(Verdict):
            raise ValueError(f"{word[:_SHOWN]!r} is none of {', '.join(Verdict)}")
        return Verdict(word)

    def side(self) -> Side:
        type_, colon, name = self.string().partition(":")
        if not colon or not name.strip():
            raise ValueError(f'a name is written "TYPE:name", not {type_[:_SHOWN]!r}')
        key = names.key(type_named(type_), name)
        here = self._at
        if self._take() == "in":
            return Side(key, self.string())
        self._at = here
        return Side(key)

    def word(self, wanted: str) -> None:
        found = self._take()
        if found != wanted:
            raise ValueError(f"{wanted!r} is missing before {found[:_SHOWN]!r}")

    def string(self) -> str:
        piece = self._take()
        try:
            found = json.loads(piece, strict=False)
            found.encode()
        except (ValueError, AttributeError):
            raise ValueError(f'a text in "quotes" is missing at {piece[:_SHOWN]!r}') from None
        if not found:
            raise ValueError("a text is empty")
        return str(found)

    def end(self) -> None:
        if rest := self._text[self._at :].strip():
            raise ValueError(f"there is more than a judgement: {rest[:_SHOWN]!r}")

    def _take(self) -> str:
        match = _PIECE.match(self._text, self._at)
        if match is None:
            self._at = len(self._text)
            return ""
        self._at = match.end()
        return match[1]


def _paired(verdict: Verdict, left: Side, right: Side) -> Judgement:
    if left == right:
        raise ValueError(f"{_side(left)} is one and the same name on both sides")
    return Judgement(verdict, left, right)


def _value(verdict: Verdict, text: str) -> str:
    return new_name(text) if verdict is Verdict.RENAME else type_named(text).value


def _side(side: Side) -> str:
    return _quoted(side.key) + (f" in {_quoted(side.article)}" if side.article else "")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
