"""Tell which language a text is in, so that only English is read."""

import re
from functools import cache
from typing import Any

_ENGLISH = frozenset("the and of to said that with from by has would it its he she".split())
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 10_000
"""Code points looked at."""
_PLAIN = 0.12
"""Share of ``_ENGLISH`` words above which a text is English; news has about 0.2 of them."""
_SURE = 0.6
"""Probability below which a text in Latin letters, such as a list of names, passes as English."""


def language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language; English unless another is sure.

    >>> language("The founder of the firm said that it would stay."), language("ZTE, SMIC")
    ('en', 'en')
    """
    head = text[:_HEAD]
    words = _WORD.findall(head.lower())
    if sum(word in _ENGLISH for word in words) > _PLAIN * len(words):
        return "en"  # before the classifier, which takes half a second to load
    if not words:
        return "en"
    code, probability = _classifier().classify(head)
    latin = sum(letter < "\u0250" for letter in head if letter.isalpha())
    if probability < _SURE and latin * 2 > sum(map(str.isalpha, head)):
        return "en"
    return str(code)


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
