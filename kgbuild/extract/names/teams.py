"""Which towns' names are clubs' in an article on sport: "Porto beat Braga 2-1", "a year at Genk".

A club that bears a town's name is an organisation wherever its article speaks of it. That takes
words of sport in the article, and one place at least where only a team can stand.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state, words
from kgbuild.extract.text.paragraphs import Paragraph, text_in, text_of, words_of
from kgbuild.extract.text.spans import Name
from kgbuild.extract.text.tagsets import NOUNS, SUBJECTS
from kgbuild.model import Type

SURE = 9.0
"""A club is one throughout an article, however often its town's name stands without a player."""
_LEAST = 3
LONGEST = 3
"""Tokens of a town's name, as of Al-Wasl."""
_WORD = re.compile(r"[\w-]+")
_SAID = "kgbuild_sport"


def find(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names, those of teams as organisations."""
    sport = is_sport(paragraphs)
    teams = {
        _text(paragraphs, name)
        for name in names
        if _may_be_one(paragraphs, name)
        and (
            _is_plain(doc := paragraphs[name.paragraph].doc, name) or (sport and _is_one(doc, name))
        )
    }
    for name in names:
        if _text(paragraphs, name) in teams and paragraphs[name.paragraph].kind is not Kind.PLACE:
            yield Name(name.paragraph, name.start, name.end, Type.ORGANIZATION, SURE)
        else:
            yield name


def is_sport(paragraphs: Sequence[Paragraph], least: int = _LEAST) -> bool:
    """Say whether an article is on team sport: by how many words of it there are."""
    return len({word for p in paragraphs for word in _of_sport(p.doc)}) >= least


def _of_sport(doc: Doc) -> frozenset[str]:
    """Return the words of sport of a paragraph; several stages ask."""
    if _SAID not in doc.user_data:
        said = words("sport", "words").intersection(_WORD.findall(text_of(doc).lower()))
        doc.user_data[_SAID] = said
    found: frozenset[str] = doc.user_data[_SAID]
    return found


def _text(paragraphs: Sequence[Paragraph], name: Name) -> str:
    return text_in(paragraphs[name.paragraph].doc, name.start, name.end)


def _may_be_one(paragraphs: Sequence[Paragraph], name: Name) -> bool:
    """Say whether a name may be a town's: of few words, and no state's."""
    one_word = " " not in _text(paragraphs, name)
    plain = name.type in {Type.PLACE, Type.ORGANIZATION} or one_word
    return plain and name.end - name.start <= LONGEST and state(_text(paragraphs, name)) is None


def _is_plain(doc: Doc, name: Name) -> bool:
    """Say whether it is a team whatever the article: "Porto striker Ana Paz", "plays for Porto"."""
    if name.type is Type.PERSON:
        return False
    after = words_of(doc)[name.end : name.end + 2]
    player = len(after) > 1 and after[0] in words("sport", "players")
    if player and doc[name.end + 1].is_title:
        return True
    before = words_of(doc)[max(0, name.start - 2) : name.start]
    return len(before) == 2 and before[1] == "for" and before[0] in words("sport", "playing")


def _is_one(doc: Doc, name: Name) -> bool:
    """Say whether a name stands where in an article on sport a team does."""
    if _is_hired(doc, name) or _is_many(doc, name):
        return True
    return name.type is not Type.PERSON and plays(doc, name)


def plays(doc: Doc, name: Name) -> bool:
    """Say whether only a team does or has what is told of it: "Porto beat Braga"."""
    if _has_score(doc, name) or _is_owner(doc, name):
        return True
    root = doc[name.start : name.end].root
    verb = root.head
    if root.dep_ == "nsubj" and lemma(verb) in words("sport", "does"):
        return True
    if root.dep_ in {"nsubj", "dobj"} and lemma(verb) in words("sport", "meets"):
        return True
    over = root.dep_ == "pobj" and root.head.lower_ in {"over", "against", "to", "with", "past"}
    return over and root.head.head.lower_ in words("sport", "results")


def _is_hired(doc: Doc, name: Name) -> bool:
    """Say whether a player comes from it or goes to it: "on loan at Genk", "signed for Genk"."""
    place = name.start - 1
    if place < 1:
        return False
    preposition, before = doc[place].lower_, doc[place - 1].lower_
    if preposition not in {"for", "with", "at", "from", "to", "by", "of"}:
        return False
    if preposition == "of" and name.type is not Type.PERSON:
        return before in words("sport", "players")
    return before in words("sport", "hires")


def _is_many(doc: Doc, name: Name) -> bool:
    """Say whether it is spoken of as several: "Vale are third", "beat Lens, who were second".

    Not of "fans from Oulu, who were there".
    """
    root, place = doc[name.start : name.end].root, name.end
    itself = root.dep_ in SUBJECTS
    if text_in(doc, place, place + 2).lower() == ", who":
        place += 2
        itself = root.dep_ != "pobj" or name.type is Type.PERSON
    one = name.end - name.start <= LONGEST and not root.conjuncts and root.tag_ != "NNPS"
    return one and itself and text_in(doc, place, place + 1) in {"are", "were", "have"}


def _has_score(doc: Doc, name: Name) -> bool:
    """Say whether the score stands behind it: "Karviná 27, Dunkirk 29", "Genk 2-1 Gent"."""
    after = doc[name.end : name.end + 4]
    if not after or not after[0].text[0].isdigit() or len(after[0]) > 5:
        return False
    text = after.text
    digits = text.split(",")[0].split()[0]
    both = [part for part in digits.replace("–", "-").split("-") if part]
    if len(both) == 2 and all(part.isdigit() for part in both):
        return True
    ends = name.end + 1 == len(doc) or doc[name.end + 1].text == ","
    return digits.isdigit() and ends and doc[name.start].is_sent_start is not False


def _is_owner(doc: Doc, name: Name) -> bool:
    """Say whether a player, a coach, a bench is its: "Genk's coach", "Genk goalkeeper"."""
    root = doc[name.start : name.end].root
    owned = root.head.lower_ in words("sport", "players") | words("sport", "owned")
    return owned and root.dep_ == "poss" and root.head.tag_ in NOUNS
