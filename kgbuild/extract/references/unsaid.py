"""Offices whose body is left unsaid: "Chief Executive Ann Lee" in an article on Acme.

The body is asked for as that of "its" is, and by the same scorer.
"""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kgbuild.extract.references.referring import OFFICE, Reference
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state_of_people
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.roles import OF_WHOM, office_at, past_subject
from kgbuild.extract.text.tagsets import DESCRIBING, FINITE, GOES_ON, POSSESSIVE
from kgbuild.extract.text.times import is_time
from kgbuild.extract.text.vocabulary import MONARCHS
from kgbuild.model import Form, Type

_TRADES = frozenset(
    """aide archbishop bishop broker chemist designer engineer general geologist historian
    journalist lawyer photographer physicist pilot producer prosecutor surgeon teacher
    trader writer""".split()
)
"""Of such, "the lawyer Ann Lee", 146 of 204 in our training items are of no body that is told."""
_WRITERS = frozenset({"columnist", "correspondent", "reporter"})
_OF_PLACES = MONARCHS | {"ambassador", "mayor", "minister", "premier"}
_LONGEST = 8
"""Words before an office that narrow it, "senior vice president", and titles behind it."""
_OF = OF_WHOM - {"from"}
"""None is told by "the first head from outside"."""
_WHILES = frozenset(
    "decade end meeting moment now past place rest start stead term time while".split()
)
"""Beside dates, what tells when or for whom one gets an office: "chairman at the time"."""


def office(
    paragraph: int, token: Token, names: Mapping[int, Anchor], at: Mapping[int, int]
) -> Reference | None:
    """Return the question of whom the office is that a word ends, if its body is not said.

    ``names`` are the persons' names of the paragraph by each of their tokens; ``at`` what its
    heads mean so far, by their places.
    """
    size, types = office_at(token)
    doc, end = token.doc, token.i + 1
    if not size or _is_trade(token, size) or _goes_on(past_subject(doc, end), doc):
        return None
    if token.lower_ in _OF_PLACES or text_in(doc, end - size, end).lower() == "attorney general":
        types &= {Type.PLACE}
    start = _start(doc, end - size, at)
    if start is None:
        return None
    holder = _beside(token, start, names)
    if holder is None:  # of "minister of finance" the minister
        inside = token.head.lower_ == "of" and token.head.i > token.i - size
        holder = _told(token.head.head if inside else token, names, at)
    if holder is None:
        return None
    return Reference(paragraph, doc[start:end], token, Form.NOMINAL, OFFICE, types, holder=holder)


def _is_trade(token: Token, size: int) -> bool:
    """Say whether one has no body by it: "the lawyer Ann Lee", "Chief Tony Anyanwu"."""
    if token.lower_ in _WRITERS and all(t.tag_ not in FINITE for t in token.sent):
        return True  # "Ann Lee, Chief Reporter" above an article
    before = token.doc[max(0, token.i - 1)]
    titled = token.text == "Chief" and before.tag_ not in DESCRIBING
    return size == 1 and (titled or token.lower_ in _TRADES)


def _goes_on(behind: int, doc: Doc) -> bool:
    """Say whether more than the office is told there: "chief's car", "head of Acme"."""
    return behind < len(doc) and (doc[behind].tag_ in GOES_ON or _says_of_what(doc[behind]))


def _start(doc: Doc, start: int, at: Mapping[int, int]) -> int | None:
    """Return where what narrows an office begins, if no body is told before: "senior vice"."""
    first = max(0, start - _LONGEST)
    while start > first and _narrows(doc[start - 1]):
        before = doc[start - 1]
        if _is_named(before, at) or state_of_people(before.text):
            return None
        if before.is_sent_start is True:
            break
        start -= 1
    if start and (doc[start - 1].tag_ in POSSESSIVE or _is_named(doc[start - 1], at)):
        return None
    return start + (doc[start].tag_ == "HYPH")  # "then-President"


def _is_named(token: Token, at: Mapping[int, int]) -> bool:
    return token.i in at or bool(token.ent_type_)


def _narrows(word: Token) -> bool:
    """Say whether it is part of an office: "acting head", but not "leaving Chief Executive Lee"."""
    return word.tag_ in DESCRIBING and (word.tag_ != "VBG" or word.dep_ == "amod")


def _beside(token: Token, start: int, names: Mapping[int, Anchor]) -> int | None:
    """Return the number of the person right behind the office, or before it."""
    doc, place = token.doc, token.i + 1
    if place < len(doc) and doc[place].text == ",":
        place += 1
    last = min(len(doc), place + _LONGEST)
    while place < last and place not in names and is_title(doc[place]):
        place += 1
    if place in names:
        return names[place].referent
    place = start - 1
    if place > 0 and doc[place].tag_ in {"DT", "RB"}:
        place -= 1
    if place > 0 and doc[place].text in {",", "("}:
        place -= 1
        if place > 1 and doc[place].tag_ == "CD" and doc[place - 1].text == ",":
            place -= 2
        if place in names:
            return names[place].referent
    return None


def _told(office: Token, names: Mapping[int, Anchor], at: Mapping[int, int]) -> int | None:
    """Return the number of who is told to have it: "was named chairman", "the head is Ann Lee"."""
    if office.dep_ == "nsubj" and lemma(office.head) == "be":
        who = (t for c in office.head.rights if c.dep_ == "attr" for t in (c, *c.rights))
        return next((names[t.i].referent for t in who if t.i in names), None)
    if office.dep_ not in {"attr", "oprd", "pobj"}:
        return None
    verb = office.head.head if office.head.lower_ == "as" else office.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    said = clause(verb)
    chosen = [names[t.i].referent for t in said.targets if t.i in names]
    held = (*chosen, *(at[t.i] for t in said.subjects.tokens if t.i in at))
    return next(iter(held), None)


def _says_of_what(word: Token) -> bool:
    """Say whether a word behind an office brings what it is of: "head of", no "head in 2019"."""
    if word.lower_ not in _OF:
        return False
    behind = [c for c in word.children if c.dep_ == "pobj"]
    return word.lower_ == "of" or not any(o.lower_ in _WHILES or is_time(o) for o in behind)
