"""What an article only supposes: "Scenario one: she becomes president", "Picture it"."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Paragraph, text_of

_RATED = (
    r"(?:best|worst|base|ideal|dream|nightmare|likel(?:y|iest)|possible|happy|bleak(?:est)?"
    r"|ros(?:y|iest)|gloomy|hopeful|(?:optimist|pessimist)(?:ic|['’]s))"
)
_CUE = re.compile(
    rf"""[\s"“(]*(?:
      (?:the\ \w+\ )?scenario(?:\ (?:one|two|three|four|five|[a-e]|\d))?\ ?[:.–-]
    | scenario\ (?:one|two|three|four|five|\d)\b
    | (?:in|under)\ (?:the|an?|this|that|our|one|another)\ (?:[\w'’-]+\ ){{0,3}}scenario\b
    | (?:in|at)\ (?:the\ )?(?:best|worst|base|ideal)[\ -]case\b
    | (?:the\ |an?\ )?{_RATED}\ (?:\w+\ )?(?:case|ending|outcome|scenario|version)\ ?:
    | under\ plan\ [a-z]\b
    | imagine\ ?[:.,] | (?:picture|imagine|envision)\ (?:it|this|that|the\ scene)\ ?[:.,]
    | (?:imagine|suppose|envision)\ (?:that|the|an?|this|for\ a\ moment)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:it is|the year is|fast[ -]forward to)[^.,;:]{0,20}?\b(20\d\d)\b", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:scenarios|outcomes|endings|what-ifs)\b", re.IGNORECASE)
_ONE_OF = re.compile(
    r"(?:in|under) (?:the|a) (?:first|second|third|fourth|fifth|last|other)\b", re.IGNORECASE
)
_MAY = (
    "20 scenario case outcome ending version what-if plan imagine picture suppose envision".split()
)
"""Without one of these in a paragraph no cue is sought in it."""
_FINAL = re.compile(r"[.!?…][\"')\]]*\s*$")
_HEADING = 100
"""Code points; a longer paragraph is no heading, however it ends."""


def starts(paragraphs: Iterable[Paragraph], published: str | None) -> frozenset[int]:
    """Return where sentences begin that tell what is but supposed.

    What follows a cue is, to the end of its paragraph; what follows a heading, to the next one.
    """
    return frozenset(_starts(paragraphs, published))


def is_now(verb: Token) -> bool:
    """Say whether a verb tells it as if it were so now: what was before is not supposed."""
    return verb.tag_ != "VBD" and all(c.tag_ != "VBD" for c in verb.children if _helps(c))


def _starts(paragraphs: Iterable[Paragraph], published: str | None) -> Iterator[int]:
    headed = listed = False
    for paragraph in paragraphs:
        if paragraph.kind is not Kind.PROSE:
            continue
        text = text_of(paragraph.doc)
        if len(text) < _HEADING and not _FINAL.search(text):
            headed = _begins(f"{text}.", published)
            continue
        inside = headed
        if not (headed or listed or any(map(text.lower().__contains__, _MAY))):
            continue
        for sentence in paragraph.doc.sents:
            said = text_of(sentence)
            one_of = listed and _ONE_OF.match(said) is not None
            inside = inside or one_of or _begins(said, published)
            if inside:
                yield paragraph.start + sentence.start_char
            listed = listed or bool(_TOLD.search(said))


def _begins(text: str, published: str | None) -> bool:
    """Say whether from here on it is supposed: a cue, or a year to come told as the present."""
    year = _YEAR.match(text)
    ahead = year is not None and published is not None and year[1] > published[:4]
    return ahead or bool(_CUE.match(text))


def _helps(word: Token) -> bool:
    return word.dep_ in {"aux", "auxpass"}
