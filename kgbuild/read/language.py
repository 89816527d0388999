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
"""Probability below which a text in Latin letters passes as English."""
_FEW = 3
"""Words below which no other language is sure, unless its script is not ours."""


def language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language; English unless another is sure.

    >>> language("The founder of the firm said that it would stay."), language("ZTE, SMIC")
    ('en', 'en')
    """
    words = _WORD.findall(text[:_HEAD])
    if sum(word.lower() in _ENGLISH for word in words) > _PLAIN * len(words):
        return "en"  # before the classifier, which takes half a second to load
    plain = _without_names(words)
    latin = sum(word[0] < "\u0250" for word in plain) * 2 >= len(plain)
    if latin and len(plain) < _FEW:
        return "en"
    code, probability = _classifier().classify(" ".join(plain))
    return "en" if latin and probability < _SURE else str(code)


def _without_names(words: list[str]) -> list[str]:
    """Drop the capitalised words: a team's names are no sign of the language it is told in."""
    if all(word.isupper() for word in words):
        return [word.lower() for word in words]
    return [word for word in words if not word[0].isupper()]


@cache
def _classifier() -> Any:
    """Load the classifier, for the languages that have an ISO 639-1 code."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    classifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    classifier.set_languages([code for code in classifier.labels if len(code) == 2])
    return classifier
