"""Where a name begins and ends in the span that it was found in: no article, title, possessive."""

from spacy.tokens import Doc, Token

from kgbuild.extract.text.honorifics import HONOURS, without_titles
from kgbuild.extract.text.lexicon import state, state_of_people, words
from kgbuild.extract.text.no_names import is_name
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.spans import LONGEST, PARTICLES, is_capital, nicknamed
from kgbuild.model import Type

_LEADING_TAGS = frozenset("DT PDT IN CC PRP$ TO POS , . : `` '' -LRB- HYPH".split())
_TRAILING_TAGS = frozenset("POS , : `` '' -LRB- -RRB- CC IN DT HYPH TO _SP".split())
_ENDS = frozenset("( ) [ / ; | · • to from with by as after over if".split()) | {'"'}
_AIMING = frozenset("Alliance Campaign Coalition Committee Fund League Movement Society".split())
_YOUNGER = frozenset("jr jr. sr sr. ii iii iv".split())
_KINDS = frozenset("AG Bank Corp Energy Group Holding Holdings Inc Labs Ltd Media".split())
"""What the names of firms end in that are called by no such word alone."""
_STANDS_IN = frozenset({"Acting", "Assistant", "Deputy", "Former", "Interim"})
_TIMES = frozenset({"in", "on", "since", "until", "by", "last", "next", "this", "late", "early"})
_RANKS = frozenset({"Fellow", "Junior", "Local", "Senior", "Veteran"})
_ENGLISH = frozenset("bank club credit team".split())
"""Of the first words of bodies in other tongues those that are English, too."""


def trimmed(doc: Doc, start: int, end: int, type_: Type) -> tuple[int, int] | None:
    """Return the tokens of the name without article, title and possessive; None if none."""
    end = _cut_at_break(doc, start, end, type_)
    start = _start(doc, start, end, type_)
    end = _end(doc, start, end, type_)
    short = start < end <= start + LONGEST
    return (start, end) if short and is_name(doc, start, end, type_) else None


def _start(doc: Doc, first: int, end: int, type_: Type) -> int:
    """Return where the name begins, ``end`` if there is none."""
    start = first
    while (
        start < end and _leads(doc[start], type_) and text_in(doc, start, start + 2) != "The Hague"
    ):
        start += 1
    if start >= end:
        return end
    while start < end - 1 and doc[start].text in _STANDS_IN and state(doc[start + 1].text):
        start += 1  # Acting U.S. Attorney
    if start < end - 1 and start and doc[start - 1].lower_ in _TIMES:
        timed = doc[start].lower_ in words("none", "names") and not doc[start].is_upper
        start += timed  # "In February Raimondo left"
    if type_ is Type.ORGANIZATION:
        start -= _has_small_name(doc, first, start, end)
        return _without_kinds(doc, start, end)
    if type_ is Type.PERSON:
        start += text_in(doc, start, start + 2) == "X." and doc[start - 1].lower_ == "on"  # posted
        while start < end - 2 and state_of_people(doc[start].text):
            start += 1
        return without_titles(doc, start, end)
    return start


def _end(doc: Doc, start: int, end: int, type_: Type) -> int:
    """Return where the name ends, ``start`` if there is none."""
    foreign = type_ is Type.ORGANIZATION and start < end and is_foreign(doc, start)
    while start < end and _trails(doc[end - 1], type_):
        small = foreign and doc[end - 1].text.replace("'", "").islower()
        if small or text_in(doc, start, end) in words("organization", "names"):
            break
        end -= 1
    return end


def _has_small_name(doc: Doc, first: int, start: int, end: int) -> bool:
    """Say whether a firm's name in small letters stands before its kind: "edotco Group"."""
    if start == first or end - start > 1 or doc[start].text not in _KINDS:
        return False
    before = doc[start - 1]
    return before.text.islower() and before.text.isalpha() and before.tag_[:2] == "NN"


def _without_kinds(doc: Doc, start: int, end: int) -> int:
    """Return where a body's name begins after what kind of its members is meant.

    "The first Nordic EU country", "Senior UN officials", "a Local Labour councillor", and of the
    one adherent of a party whose he is: "the German Social Democrat".
    """
    last = doc[end - 1]
    alliance = last.is_upper and last.text in words("organization", "names")
    if alliance and all(_is_kind(token) for token in doc[start : end - 1]):
        return end - 1
    parties, whole = words("organization", "parties"), words("organization", "heads")
    party = any(t.lower_ in parties for t in doc[start + 1 : end]) and last.lower_ not in whole
    ranked = party and doc[start].text in _RANKS
    people = last.text == "Democrat" and end - start > 2 and state_of_people(doc[start].text)
    return start + bool(ranked or people)


def _is_kind(token: Token) -> bool:
    """Say whether an adjective tells of where or of what rank one is: "Western", "Senior"."""
    region = token.lower_ in words("none", "regions") or token.lower_ in words("none", "sides")
    return region or token.text in _RANKS or state_of_people(token.text) is not None


def _leads(token: Token, type_: Type) -> bool:
    """Say whether a word before a name is no part of it: "the", "former"."""
    if token.tag_ in _LEADING_TAGS and not (is_capital(token) and token.lower_ not in {"the", "a"}):
        return True
    if token.is_punct or token.is_space:
        return True
    if type_ is Type.ORGANIZATION and token.text[0].isdigit():  # the 3rd Battalion
        return False
    return not is_capital(token) and token.lower_ not in PARTICLES and type_ is not Type.LISTING


def _trails(token: Token, type_: Type) -> bool:
    """Say whether a word behind a name is no part of it: "'s", "Inc (", "chief"."""
    said, low = token.text, token.lower_
    if type_ is Type.LISTING and low in words("listing", "heads"):
        return False
    hyphened = token.i > 0 and token.nbor(-1).text == "-"  # Lee Cheuk-yan
    return (
        token.tag_ in _TRAILING_TAGS
        or token.is_space
        or said in {"'s", "'", "’s", "."}
        or (token.is_punct and not said.endswith("."))
        or (said[0].isdigit() and "-" in said)
        or (type_ is Type.ORGANIZATION and low.rstrip(".") in words("person", "offices"))
        or said in words("person", "abbreviated")
        or (type_ is Type.PERSON and said in HONOURS)
        or low in words("none", "tails")
        or (said.islower() and not hyphened)
    )


def is_foreign(doc: Doc, start: int) -> bool:
    """Say whether a body's name may end in small letters: École normale supérieure."""
    first = doc[start].lower_
    return first in words("organization", "first") and first not in _ENGLISH


def _cut_at_break(doc: Doc, start: int, end: int, type_: Type) -> int:
    """Return where a name ends at the latest: before a bracket, a slash, a quote."""
    called = nicknamed(doc, start, end) if type_ is Type.PERSON else range(0)
    for i in range(start + 1, end):
        if i in called or _is_of_name(doc, i, end) or _is_aim(doc, start, i, end):
            continue
        if doc[i].text in _ENDS or (doc[i].is_space and len(doc[i]) > 2):
            return i
        younger = text_in(doc, i + 1, i + 2).lower() in _YOUNGER
        if type_ is Type.PERSON and doc[i].text == "," and not younger:
            return i  # Ann Lee, M.D.
    return end


def _is_aim(doc: Doc, start: int, i: int, end: int) -> bool:
    """Say whether it is what a body is for: the Committee to Protect Journalists."""
    aims = doc[i].text == "to" and i + 1 < end and doc[i + 1].is_title
    return aims and text_in(doc, start, i).split()[-1] in _AIMING


def _is_of_name(doc: Doc, i: int, end: int) -> bool:
    """Say whether it is a slash within an acronym: Nordsten A/S, RFE/RL."""
    if doc[i].text != "/" or i + 1 >= end or doc[i - 1].whitespace_ or doc[i].whitespace_:
        return False
    return all(t.is_upper and len(t) < 4 for t in (doc[i - 1], doc[i + 1]))
