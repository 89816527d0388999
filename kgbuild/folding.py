"""A name as it is looked up and compared: case, accents, spacing and punctuation aside."""

import re
import unicodedata

_POSSESSIVE = re.compile(r"['’]s?$")
_DOTS = re.compile(r"(?<!\w)(?:\w\.){2,}(?:\w(?!\w))?")
_APOSTROPHE = re.compile(r"['’`´]")
_OTHER = re.compile(r"[^\w&+]+|_+")


def fold(name: str) -> str:
    """Return the name as it is looked up: case, accents and spacing aside.

    >>> fold("  Société   GÉNÉRALE ")
    'societe generale'
    """
    if name.isascii():
        return " ".join(name.lower().split())
    for _ in range(2):  # what decomposes may give capitals: "™" is "TM", so it takes two turns
        decomposed = unicodedata.normalize("NFKD", name.casefold())
        name = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(name.split())


def words(name: str) -> list[str]:
    """Return the folded words of a name, punctuation aside.

    >>> words("the U.S. People's Bank")
    ['the', 'us', 'peoples', 'bank']
    """
    folded = _POSSESSIVE.sub("", fold(name))
    folded = _DOTS.sub(lambda match: match[0].replace(".", ""), folded)
    return _OTHER.sub(" ", _APOSTROPHE.sub("", folded)).split()
