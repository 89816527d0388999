"""What a common noun behind a name makes of it: Evin prison, Osaka police, the Kalumba mine."""

from spacy.tokens import Doc

from kgbuild.extract.names.own_words import told_by_words
from kgbuild.extract.names.posts import PRIVATE
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.lexicon import is_town, state, state_of_people
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.model import Type

LONGEST = 3
"""Tokens of a town's or site's name."""
_FACILITIES = frozenset({"airport", "prison"})
_NO_BODY = frozenset(
    "academy custody dog headquarters officer officers car cars cell cells station stations".split()
)
"""Behind "police" these make it no body: "Hull police station"."""
_DUG = frozenset(
    "colliery deposit field gasfield mine oilfield quarry refinery smelter terminal".split()
)
_DIGS = frozenset(
    """coal cobalt container copper diamond gas gold iron lead lithium nickel oil ore potash silver
    tin uranium zinc""".split()
)
_ARTICLES = frozenset({"a", "an"})
_IN_TOWNS = PRIVATE | {"court", "hospital", "resident"}


def whole(doc: Doc, start: int, end: int, type_: Type) -> tuple[int, Type] | None:
    """Return the end and type of a name with the noun behind it that is a part of it, if one is.

    The Padua prosecutor's office, Osaka police, Evin prison; but Oslo airport is but one in Oslo.
    """
    noun = text_in(doc, end, end + 1)
    if end + 3 <= len(doc) and noun.lower().startswith("prosecutor"):
        return (end + 3, Type.ORGANIZATION) if doc[end + 2].lower_ == "office" else None
    if type_ not in {Type.PLACE, Type.ORGANIZATION}:
        return None
    police = noun == "police" and text_in(doc, end + 1, end + 2) not in _NO_BODY
    kept = noun in _FACILITIES and not is_town(text_in(doc, start, end))
    if not (police or kept) or not _is_plain(doc, start, end):
        return None
    return end + 1, Type.ORGANIZATION if police else Type.PLACE


def _is_plain(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is one as towns have, not a state's nor a body's by its words."""
    name = doc[start:end]
    land = state(name.text) or state_of_people(name.text)
    titled = all(t.is_title or t.text == "-" for t in name) and len(name) <= LONGEST
    return titled and land is None and told_by_words(doc, start, end) is not Type.ORGANIZATION


def is_dug(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is of where something is dug or refined: "the Kalumba copper mine".

    "A Glencore mine" is a firm's.
    """
    last = end + (end < len(doc) and doc[end].lower_ in _DIGS)
    if text_in(doc, last, last + 1) not in _DUG:
        return False
    if text_in(doc, last + 1, last + 2) in {"office", "offices", "hospital"}:
        return False
    return text_in(doc, start - 1, start).lower() not in _ARTICLES and _is_plain(doc, start, end)


def is_in_town(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is of the town one works in: "a Zug attorney", "a Duisburg court"."""
    article = text_in(doc, start - 1, start).lower() in _ARTICLES
    if not article or text_in(doc, end, end + 1).lower() not in _IN_TOWNS:
        return False
    return not encoder.is_sure(doc, start) and _is_plain(doc, start, end)
