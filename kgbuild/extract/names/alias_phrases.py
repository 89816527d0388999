"""What is said between a name and another of the same thing: ", also known as", " (né "."""

import re

from spacy.tokens import Doc

from kgbuild.extract.names import renamings
from kgbuild.extract.text.lexicon import state, state_of_people
from kgbuild.extract.text.paragraphs import text_in, text_of
from kgbuild.extract.text.spans import Name
from kgbuild.extract.text.tagsets import QUOTES
from kgbuild.model import Type

LONGEST = 60
"""Characters between two names."""
_OFTEN = """also|better|commonly|more commonly|popularly|widely|otherwise|sometimes|locally
|professionally|formerly|previously|originally"""
_KNOWN = rf"""(?:(?:{_OFTEN}|once|then|now|later|today) )?(?:known|billed|styled)
(?: (?:to|in|among|by|on|as) (?:\w+ ){{1,3}}?as| as)"""
_ANYHOW = rf"[afn]\.?k\.?a\.?|alias|{_KNOWN}"
_PERSONS = rf"""{_ANYHOW}|née?|nee
|(?:(?:\w+ing )?(?:with|under) the |(?:his|her|whose) )?(?:(?:real|birth|full|family|legal|given
|stage|ring|pen|code|war) ?name|nom de (?:guerre|plume)|call ?sign|pseudonym|nickname)
(?: (?:is|was|of))?
|(?:known )?(?:by|under) (?:the|his|her) (?:stage |ring |pen )?name(?: of)?
|(?:known )?by (?:the|his|her) nom de guerre|(?:who )?took the name(?: of)?
|who (?:also |now |sometimes |mostly )?goes by
|(?:who )?(?:also |now )?(?:goes|went|going) by the names?(?: of)?
|who (?:records|performs|writes|wrote|raps|fights|fought) as"""
_OTHERS = rf"""{_ANYHOW}|whose (?:full|legal|official|registered|corporate) name (?:is|was)
|trading as|doing business as|d/b/a|dba|(?:since |later )?rebranded as
|(?:which )?operat(?:es|ing) (?:as|under the (?:brand|name)(?: of)?)"""
_SET_OFF_ANY = rf"(?:{_OFTEN}|now) (?:called|named)|or(?= (?:the )?[\"'])"
_SET_OFF_PERSONS = rf"{_SET_OFF_ANY}|nicknamed|born|born as"
_SET_OFF_OTHERS = rf"{_SET_OFF_ANY}|formerly|previously|now|(?:since |later )?(?:renamed|rebranded)"
"""Only behind a comma, a bracket or a dash, and before one: "the FCC also named ZTE a threat"."""
_IN_TONGUE = re.compile(r"\((?:in )?(\w+)(?: (?:Cyrillic|script|name|spelling))?: ?", re.I)
_DEFINED = re.compile(
    r"""(?:,?\ ?(?:plc|ltd|inc|corp|llc|asa|sa|ag|nv)\.?)?\)?\ ?\(
    (?:hereinafter,?\ )?(?:referred\ to\ as\ )?(?:the\ ["']|["']the\ )""",
    re.I | re.X,
)
"""What defines a word for the name before it: "Acme Foods plc (the "Issuer")"."""
_GOES_ON = frozenset("in by after since".split())


def _between(phrases: str, opened: str) -> re.Pattern[str]:
    """Return what stands between two names where one of the phrases does."""
    plain = phrases.replace("\n", "")
    no = "(?!(?:and|at|by|for|from|in|of|to|who|whose|with) )"
    clause = rf"(?:(?:the|an?) (?:{no}(?-i:[a-z])[\w-]* ){{1,5}}?)?"
    clause += r"(?:(?:who|which|that) (?:is|was|are|were) )?"
    return re.compile(
        rf"""(?:,\ ?\d\d)?[,(–—-]{opened}\s?{clause}(?:{plain})[,:]? (?:the )?["']?""", re.I
    )


_PERSON, _OTHER = _between(_PERSONS, "?"), _between(_OTHERS, "?")
_PERSON_SET_OFF, _OTHER_SET_OFF = _between(_SET_OFF_PERSONS, ""), _between(_SET_OFF_OTHERS, "")


def equate(doc: Doc, left: Name, start: int, end: int) -> bool:
    """Say whether the words from a name to a token say that another name of it follows."""
    between = text_of(doc)[doc[left.end].idx : doc[start].idx]
    if len(between) > LONGEST:
        return False
    if tongue := _IN_TONGUE.fullmatch(between):
        return state_of_people(tongue[1].title()) is not None or tongue[1].lower() == "cyrillic"
    before = text_in(doc, max(left.start - 2, 0), left.start).lower().split()
    if not {"of", "'s"}.isdisjoint(before):
        return False  # "a suburb of Lagos, also known as Ajegunle"
    listed = text_in(doc, left.start - 1, left.start) == ","
    if left.type is Type.PLACE and (listed or state(text_in(doc, left.start, left.end))):
        return False  # "Persia (now Iran)" is another state, of "Dux, Bohemia, now Duchcov" Dux
    quoted = end < len(doc) and doc[end].text in QUOTES
    if left.type is Type.ORGANIZATION and quoted and _DEFINED.fullmatch(between):
        return True
    if left.type is not Type.PLACE and renamings.told(doc, left, between):
        return True
    person = left.type is Type.PERSON
    if (_PERSON if person else _OTHER).fullmatch(between):
        return True
    closed = end >= len(doc) or doc[end].is_punct or doc[end].lower_ in _GOES_ON
    return closed and bool((_PERSON_SET_OFF if person else _OTHER_SET_OFF).fullmatch(between))


def is_of_person(between: str) -> bool:
    """Say whether the words stand between two names of a person, and of nothing else."""
    return bool(_PERSON.fullmatch(between)) and not _OTHER.fullmatch(between)
