"""Make bytes and characters fit for SQLite, JSON and XML, and move none without need."""

import codecs
import logging
import re

from kgbuild.errors import ReadError

log = logging.getLogger(__name__)

_NEWLINES = re.compile("\r\n?|[\x0c\x85]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def clean(text: str, name: str) -> str:
    r"""Return the text with plain newlines and no character that XML or SQLite refuses.

    A control character becomes one space, half a surrogate pair U+FFFD; all other code
    points stay as they are. What ``name`` stands for is told when characters were replaced.

    >>> clean("one\r\ntwo\x00", "a.txt")
    'one\ntwo '
    """
    text, controls = _CONTROL.subn(" ", _NEWLINES.sub("\n", text))
    text, halves = _SURROGATE.subn("\ufffd", text)
    if controls or halves:
        log.warning("%s: %d control characters replaced", name, controls + halves)
    return text


def one_line(text: str | None, name: str) -> str | None:
    r"""Return the text cleaned, on one line, and ``None`` where nothing is left of it.

    >>> one_line(" Firm opens\n lab ", "a.txt")
    'Firm opens lab'
    """
    return " ".join(clean(text or "", name).split()) or None


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of the bytes; say so where it is neither UTF-8 nor as declared.

    Raises:
        ReadError: The bytes are no text in any encoding that could be told.
    """
    encoding = _marked(data) or "utf-8"
    if encoding == "utf-8":
        text = _decoded(data, encoding)
        if text is None and declared:
            text = _decoded(data, declared)
        if text is not None:
            return text.removeprefix("\ufeff")
        encoding = _detected(data)
    log.warning("%s is not UTF-8 but %s; read as that", name, encoding)
    return data.decode(encoding, "replace").removeprefix("\ufeff")


def _marked(data: bytes) -> str | None:
    """Tell the wide encodings by their mark, or as in a Western text every other byte is zero."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) < 20 or max(even, odd) * 3 < len(head) or min(even, odd) * 20 > len(head):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _detected(data: bytes) -> str:
    """Return the encoding of bytes that are not UTF-8.

    In an almost plain ASCII text a few bytes tell the Western code pages apart badly
    ("£3 million" became "Ł3 million"); English is most often in the commonest of them.
    """
    from charset_normalizer import from_bytes

    high = sum(byte > 127 for byte in data)
    controls = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data)
    if controls * 50 < len(data):  # else it is a picture or a program
        if high * 10 < len(data) and _decoded(data, "cp1252") is not None:
            return "cp1252"
        if best := from_bytes(data).best():
            return best.encoding
    raise ReadError("not text; save it as UTF-8 text")
