"""What a "not" before a word or name leaves out: "by the city, not, as we wrote, by the army"."""

import re

from spacy.tokens import Doc, Span

from kgbuild.extract.text.paragraphs import text_in
from kgbuild.model import Status

_OPENINGS = {
    Status.DENIED: "far from|instead of|rather than|without|anything but|not yet|never|hardly"
    "|by no means",
    Status.FORMER: "no longer",
    Status.POSSIBLE: "unless|tipped to|hoping to|expected to|set to",
}
_NOMINAL = re.compile(
    r"\b(?:on paper|nominally|in name only|(?:formal|nominal)(?= (?:owner|shareholder)))\b"
    r"(?!.*(?:;|\b(?:but|though|while|actually)\b|\bin (?:fact|reality|truth|practice)\b))",
    re.IGNORECASE,
)
_OPENING = {
    status: re.compile(rf"(?:{words})(?: \w+){{0,4}}", re.IGNORECASE)
    for status, words in _OPENINGS.items()
}


_A = r"(?:its|his|her|the|their|an?)"
_NOT = re.compile(
    rf"\bnot,? (?:as [^,.;]{{3,60}}, )?(?:as )?{_A} (?P<noun>[\w-]+)"
    r"(?:[.;:]|, (?![A-Z])| (?:of|as)\b|$)"
)
_NOUNS = {
    "FOUNDED": frozenset({"founder", "co-founder"}),
    "OWNS": frozenset({"owner", "co-owner", "proprietor", "shareholder"}),
    "PARENT_OF": frozenset("daughter son child father mother".split()),
    "SIBLING_OF": frozenset({"brother", "sister"}),
    "SPOUSE_OF": frozenset({"husband", "wife"}),
    "SUBSIDIARY_OF": frozenset("arm branch subsidiary unit".split()),
}


def is_not(relation: str, sentence: str) -> bool:
    """Say whether it is said what somebody is not: "its chairman, not its founder"."""
    nouns = _NOUNS.get(relation)
    said = _NOT.search(sentence) if nouns else None
    return nouns is not None and said is not None and said["noun"] in nouns


def opening(doc: Doc, first: int, place: int) -> Status | None:
    """Return what the words from the sentence's first to a token make of what follows, if less.

    "Far from being a member of Acme, Ann Lee", "No longer a member of Acme, Ann Lee".
    """
    said = text_in(doc, first, place)
    found = (status for status, words in _OPENING.items() if words.fullmatch(said))
    return next(found, None)


def is_nominal(sentence: Span, place: int) -> bool:
    """Say whether one owns but in name: "on paper it belongs to Ann Lee, but Max Orr runs it".

    What stands after "but" is the truth: only what comes before a token counts.
    """
    said = text_in(sentence.doc, sentence.start, place)
    return bool(_NOMINAL.search(said))


def is_left_out(doc: Doc, place: int, first: int) -> bool:
    """Say whether "not" stands at a token, or before what is put in by commas that end there.

    ``first`` is the first token of the sentence.
    """
    if place > first and doc[place].text == ",":
        commas = (i for i in range(place - 1, first, -1) if doc[i].text == ",")
        place = next(commas, first) - 1
    return place >= first and doc[place].lower_ == "not"
