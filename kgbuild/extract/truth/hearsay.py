"""Claims that nobody stands for by name: "on condition of anonymity", "rumour has it that"."""

import re
from functools import lru_cache

from spacy.tokens import Span, Token

from kgbuild.extract.text.paragraphs import text_in, text_of

_BE = r"(?:be|to\ be)\ (?:named|identified|quoted)"
_SAYS = r"(?:says?|said|claims?|claimed|maintains?|maintained|insists?|insisted|alleges?|tells?)"
_THOUGHT = r"(?:alleged|assumed|claimed|held|said|rumou?red|believed|thought|understood|reported)"
_TALE = r"(?:\w+\ )?(?:accusation|allegation|case|charge|indictment|rumou?r|story|suspicion|theory)"
_HEARSAY = re.compile(
    rf"""\b(?:on|under)\ (?:the\ )?condition\ of\ anonymity\b
    | \bnot\ (?:to\ )?{_BE}\b | \b(?:declin|refus)(?:ed|ing)\ {_BE}\b
    | \bor\ so\ (?:(?:\w+\ ){{1,3}}{_SAYS}|{_SAYS})\b
    | (?:,|\bor)\ so\ (?:(?:goes|ran|runs|went)\ the\ {_TALE}
      |the\ {_TALE}\ (?:goes|ran|runs|went))\b
    | \bit\ (?:is|was|has\ been)\ (?:also\ |once\ |\w+ly\ )?{_THOUGHT}\b.*\bthat\b
    | \bit\ (?:is|was|has\ been)\ (?:\w+\ )?(?:printed|put\ about|whispered|written)\b.*\bthat\b
    | ,\ it\ (?:is|was)\ {_THOUGHT}[,.]
    | ^\W*(?:\w+\ )?(?:gossip|legend|myth|rumou?r|tradition|word)\ (?:has|had)\ it\b
    | \b(?:another|one)\ (?:account|legend|story|tale|version)\ has\b
    | \b(?:often|sometimes|variously)\ (?:ascribed|attributed|cited|counted|credited|described
      |listed|named)\b
    | ^\W*(?:the\ )?(?:allegation|claim|myth|rumou?r)\ ?[:–—]\s
    | ^To\ (?:hear|listen\ to)\ [^,]{{2,60}},
    | \bin\ (?:\w+\ ){{0,3}}(?:\w+['’]s|h(?:is|er)|their)\ (?:re)?telling\b
    | \bas\ far\ as\ (?:the\ )?(?:\w+\ )?(?:tabloids|papers|press|gossips?|internet)\b
    | \b(?:baselessly|without\ (?:any\ |\w+ing\ (?:any\ )?)?(?:evidence|proof|foundation))\b
    | \bin\ (?:an?|the|its|her|his|their)\ (?:\w+\ )?(?:lawsuit|suit|complaint|petition|affidavit)
      \b.*\b{_SAYS}\b
    | ,\ [^,;.]{{2,60}}\ (?:(?:alleg|claim)(?:ed|es|s)|(?:will|would)\ (?:allege|claim))[."”]*$""",
    re.VERBOSE | re.IGNORECASE,
)


def is_hearsay(sentence: Span, verb: Token) -> bool:
    """Say whether nobody stands for it by name: "on condition of anonymity", "or so he says".

    What stands behind a semicolon is told by itself.
    """
    if not _is_hearsay(text_of(sentence)):
        return False
    stops = [t.i for t in sentence if t.text == ";"]
    start = max((i + 1 for i in stops if i < verb.i), default=sentence.start)
    end = min((i for i in stops if i > verb.i), default=sentence.end)
    return not stops or _is_hearsay(text_in(sentence.doc, start, end))


@lru_cache(maxsize=64)
def _is_hearsay(text: str) -> bool:
    """Say the same of a text; every tie of a sentence asks."""
    return bool(_HEARSAY.search(text))
