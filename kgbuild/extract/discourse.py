"""What has been mentioned so far, sentence by sentence, and which of it is meant again."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

REACH = 3
"""How many sentences before its own a description's antecedent is looked for."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that was read: the thing's number, and the word that heads it."""

    number: int
    head: Token

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject of a clause."""
        return self.head.dep_ in _SUBJECTS


class Discourse:
    """The sentences read so far, the current one last."""

    def __init__(self) -> None:
        self.sentences: list[list[Seen]] = [[]]
        self._quotes: list[int] = []

    def begin_paragraph(self, doc: Doc) -> None:
        """Start a paragraph: a quotation does not run on into it."""
        self._quotes = [token.i for token in doc if token.text == '"']

    def in_quotes(self, token: Token) -> bool:
        """Say whether a word of the current paragraph stands between quotation marks."""
        return bisect_left(self._quotes, token.i) % 2 == 1

    def begin_sentence(self) -> None:
        """Start a sentence."""
        self.sentences.append([])

    def note(self, number: int, head: Token) -> None:
        """Note a mention in the current sentence."""
        self.sentences[-1].append(Seen(number, head))

    def nearest(
        self, fits: Callable[[Seen], bool], reach: int = REACH
    ) -> tuple[list[Seen], int] | None:
        """Return the fitting mentions of the nearest sentence that has any, and how far it is."""
        for back, sentence in enumerate(reversed(self.sentences[-1 - reach :])):
            found = [seen for seen in sentence if fits(seen)]
            if found:
                return found, back
        return None

    def so_far(self, fits: Callable[[Seen], bool]) -> tuple[int, ...]:
        """Return the numbers of all things that fit, in the order of first mention."""
        return numbers(seen for sentence in self.sentences for seen in sentence if fits(seen))


def numbers(found: Iterable[Seen]) -> tuple[int, ...]:
    """Return the things' numbers without repeats."""
    return tuple(dict.fromkeys(seen.number for seen in found))


def only(found: Iterable[Seen]) -> int | None:
    """Return the one thing that the mentions are of, None where they are of several."""
    candidates = numbers(found)
    return candidates[0] if len(candidates) == 1 else None


def main_subject(found: Iterable[Seen]) -> int | None:
    """Return the one thing among the mentions that is the subject of its sentence."""
    return only(s for s in found if s.is_subject and s.head.head.dep_ == "ROOT")


def of_same_clause(one: Token, other: Token) -> bool:
    """Say whether two words are arguments of one verb, and so hardly mean the same."""
    return _verb(one) == _verb(other)


def _verb(token: Token) -> Token:
    """Return the verb that a word depends on, through prepositions but not possession."""
    while token.dep_ in {"pobj", "prep", "conj", "agent", "dative"} and token.head != token:
        token = token.head
    return token.head
