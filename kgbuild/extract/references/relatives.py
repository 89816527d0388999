"""Whose wife, brother or father a named person was said to be, so that "his brother" means them."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Span, Token

from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.paragraphs import Anchor, text_in, words_of
from kgbuild.extract.text.tagsets import BEFORE_NOUN, SUBJECTS

_SAME = {"widow": "wife", "widower": "husband"} | dict.fromkeys(
    "attorney barrister counsel solicitor".split(), "lawyer"
)
_TURNED = {
    "wife": ("husband", "wife"),
    "husband": ("husband", "wife"),
    "brother": ("brother", "sister"),
    "sister": ("brother", "sister"),
    "son": ("father", "mother"),
    "daughter": ("father", "mother"),
    "father": ("son", "daughter"),
    "mother": ("son", "daughter"),
    "uncle": ("nephew", "niece"),
    "aunt": ("nephew", "niece"),
    "nephew": ("uncle", "aunt"),
    "niece": ("uncle", "aunt"),
    "lawyer": ("client", "client"),
    "client": ("lawyer", "lawyer"),
}
"""By kin what a man and what a woman is to it: the brother of a woman has a sister.

A lawyer has a client, who is told of in the same way.
"""
_OF = {"lawyer": frozenset({"of", "for"})}
"""Before whose kin one is; "of" of all others."""
_OF_KIN = frozenset({"of"})
_SPOUSES = {"wife": "male", "husband": "female"}
"""The sex of whose they are."""
KIN = frozenset(_TURNED) | frozenset(_SAME)
_CUES = KIN | {"married"}
_ONE_OF = frozenset(
    """another elder eldest ex fifth first former fourth middle older oldest other second
    third twin young younger youngest""".split()
)
"""They tell one of several from the rest, whichever may be named."""


class Relatives:
    """Who of the persons read of so far is whose kin, by their numbers."""

    def __init__(self, sexes: Mapping[int, str]) -> None:
        self._sexes = sexes
        self._found: dict[tuple[int, str], dict[int, None]] = {}

    def note(self, sentence: Span, at: Mapping[int, int], names: Mapping[int, Anchor]) -> None:
        """Note what a sentence tells: "her husband, Max Orr", "Ann Lee, widow of Max Orr"."""
        if _CUES.isdisjoint(words_of(sentence.doc)[sentence.start : sentence.end]):
            return
        for token in sentence:
            if token.lower_ in KIN and token.tag_ == "NN":
                self._note_noun(token, at, names)
            elif token.lower_ == "married":
                self._note_wedded(token, at, names)

    def meant(self, noun: Token, at: Mapping[int, int], names: Mapping[int, Anchor]) -> int | None:
        """Return who "his brother" or "Orr's brother" is, where one alone was told of as such."""
        if noun.lower_ not in KIN or noun.tag_ != "NN" or noun.dep_ in BEFORE_NOUN:
            return None
        before = [t for t in noun.lefts if t.lower_ != "late"]
        if any(t.lower_ in _ONE_OF for t in before):
            return None
        owner = next((at[t.i] for t in before if t.dep_ == "poss" and t.i in at), None)
        if owner is None or any(_named(noun, names)):
            return None
        found = self._found.get((owner, _plain(noun)), {})
        return next(iter(found)) if len(found) == 1 else None

    def _note_noun(self, noun: Token, at: Mapping[int, int], names: Mapping[int, Anchor]) -> None:
        owner = _first(_owners(noun), at)
        kin = _first(_named(noun, names), at)
        if owner is not None and kin is not None:
            self._add(owner, _plain(noun), kin)

    def _note_wedded(self, verb: Token, at: Mapping[int, int], names: Mapping[int, Anchor]) -> None:
        told = [*verb.lefts, *(verb.head.lefts if verb.dep_ == "acomp" else ())]
        one = _first((t for t in told if t.dep_ in SUBJECTS), at)
        objects = [t for t in verb.rights if t.dep_ == "dobj"]
        objects += [o for t in verb.rights if t.lower_ == "to" for o in t.children]
        other = _first((t for o in objects for t in _called(o) if t.i in names), at)
        if one is not None and other is not None and not negated(verb):
            self._add(one, self._spouse(one, other), other)

    def _spouse(self, one: int, other: int) -> str:
        male = self._sexes.get(other) == "male" or self._sexes.get(one) == "female"
        return "husband" if male else "wife"

    def _add(self, owner: int, kin: str, number: int) -> None:
        if owner == number:
            return
        self._found.setdefault((owner, kin), {})[number] = None
        sex = _SPOUSES.get(kin) or self._sexes.get(owner)
        if sex is not None or len({*_TURNED[kin]}) == 1:
            self._found.setdefault((number, _TURNED[kin][sex != "male"]), {})[owner] = None


def _first(tokens: Iterable[Token], at: Mapping[int, int]) -> int | None:
    """Return the number of the first word that means somebody."""
    return next((at[token.i] for token in tokens if token.i in at), None)


def _plain(noun: Token) -> str:
    return _SAME.get(noun.lower_, noun.lower_)


def _owners(noun: Token) -> Iterator[Token]:
    """Yield whose kin it is: "his" wife, "Orr's" wife, the wife "of Orr"."""
    yield from (t for t in noun.lefts if t.dep_ == "poss")
    if noun.dep_ == "compound":  # "his wife Ann Lee"
        yield from (t for t in noun.head.lefts if t.dep_ == "poss" and t.i < noun.i)
    between = _OF.get(_plain(noun), _OF_KIN)
    for preposition in noun.rights:
        if preposition.lower_ in between:
            for token in preposition.children:
                yield from _called(token)


def _called(noun: Token) -> Iterator[Token]:
    """Yield a word and the names right behind it: "the shipowner Max Orr"."""
    yield noun
    yield from (t for t in noun.rights if t.dep_ == "appos")


def _named(noun: Token, names: Mapping[int, Anchor]) -> Iterator[Token]:
    """Yield the head of the name of who is such kin, which stands beside the noun."""
    doc, place = noun.doc, noun.i + 1
    comma = text_in(doc, place, place + 1) == ","
    name = names.get(place + comma)
    starts = name is not None and name.span.start == place + comma
    # No "in a letter to his wife, Max Orr wrote".
    if name is not None and starts and (not comma or is_closed(name)):
        yield name.span.root
    told = (t for c in noun.rights if c.dep_ == "appos" for t in _called(c))
    yield from (t for t in told if t.i in names)
    if noun.dep_ == "appos" and noun.head.i in names:
        yield noun.head
    if noun.dep_ == "attr" and not negated(noun.head):
        yield from (t for t in noun.head.lefts if t.dep_ == "nsubj" and t.i in names)


def is_closed(name: Anchor) -> bool:
    """Say whether a name is followed by a comma or ends the sentence: ", Ann Lee,"."""
    return text_in(name.span.doc, name.span.end, name.span.end + 1) in {",", "."}
