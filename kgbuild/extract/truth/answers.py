"""What the next sentence answers to a claim: "He is not.", "She never did, and he knew."."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.truth.standing import Standing

_IS, _HAS = frozenset("is are was were".split()), frozenset("has had have".split())
_DOES = frozenset("do does did".split())
_NAMES = frozenset("call describe list name".split())
"""Who is named a member of it is or is not: "called her a member. She was not."."""
_SAYS = r"(?:[^,.;]{1,40}\s)?(?:insist(?:s|ed)|replied|said|says?)"
_END = rf"\s?(?:[.;:!]|,[\"”’']|,\s(?:and|but|{_SAYS})\b)"
_NO = re.compile(
    rf"""(?:but\ |in\ (?:fact|truth),?\ )?(?P<who>[^.,;:!?]{{1,40}}?)\ (?:
      (?P<does>is|are|was|were|has|had|have|does|did|do)(?:\ not|n['’]t|\ never)
      | never\ (?P<never>is|are|was|were|has|had|have|does|did|do)){_END}""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = " \n\t\"“—–-'‘"
_PRONOUNS = frozenset("he she it they".split())


def belied(verb: Token, standing: Standing, after: str, names: Sequence[str]) -> bool:
    """Say whether the next sentence says no to what somebody tells: "He had not, and she did".

    ``names`` are those of whom it is told; the helper must be that of the verb.
    """
    said = _NO.match(after.lstrip(_OPENING))
    if said is None or not (said["who"].lower() in _PRONOUNS or said["who"] in names):
        return False
    helper = (said["does"] or said["never"]).lower()
    if lemma(verb) in _NAMES:
        return helper in _IS
    told = standing.speaker is not None or verb.dep_ == "ccomp"
    return told and helper in _helpers(verb)


def _helpers(verb: Token) -> frozenset[str]:
    """Return what takes up a verb: "had" of "had met her", "did" of "met her"."""
    own = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ == "MD" for c in own):
        return frozenset()
    if any(lemma(c) == "have" for c in own):
        return _HAS
    be = lemma(verb) == "be" or any(lemma(c) == "be" for c in own)
    return _IS if be else _DOES
