"""What has been mentioned so far, thing by thing, the last mentioned last."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kgbuild.extract.text.paragraphs import text_of, texts_of
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.model import Form, Type

MOST = 12
"""So many things, the last mentioned, can be taken up."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that was read: its head and form, the number of its sentence and paragraph.

    And whether it is the subject of a clause, and that of its sentence, which is asked often.
    """

    head: Token
    form: Form
    sentence: int
    paragraph: int
    quoted: bool
    headline: bool
    is_subject: bool
    is_main: bool


@dataclass(slots=True)
class Thread:
    """A thing that was mentioned, and its mentions so far. ``place``: how many came before it."""

    number: int
    type: Type
    place: int
    seen: list[Seen] = field(default_factory=list)

    @property
    def last(self) -> Seen:
        """The last mention."""
        return self.seen[-1]


class Discourse:
    """The article as far as it was read."""

    def __init__(self) -> None:
        self.sentence = self.paragraph = 0
        self._headline = False
        self._threads: dict[int, Thread] = {}
        self._quotes: list[int] = []

    def begin_paragraph(self, doc: Doc, index: int, *, headline: bool) -> None:
        """Start a paragraph: a quotation does not run on into it."""
        self.paragraph, self._headline = index, headline
        self._quotes = quotes(doc)

    def begin_sentence(self) -> None:
        """Start a sentence."""
        self.sentence += 1

    def in_quotes(self, token: Token) -> bool:
        """Say whether a word of the current paragraph stands between quotation marks."""
        return is_between(self._quotes, token)

    def note(self, number: int, type_: Type, head: Token, form: Form) -> None:
        """Note a mention in the current sentence."""
        thread = self._threads.pop(number, None) or Thread(number, type_, len(self._threads))
        self._threads[number] = thread
        place = self.sentence, self.paragraph
        subject = head.dep_ in SUBJECTS
        main = subject and head.head.dep_ == "ROOT"
        quoted = self.in_quotes(head)
        thread.seen.append(Seen(head, form, *place, quoted, self._headline, subject, main))

    def threads(self) -> Iterator[Thread]:
        """Yield the things, the last mentioned first."""
        return reversed(self._threads.values())


def quotes(doc: Doc) -> list[int]:
    """Return the places of a paragraph's quotation marks; curly ones are straight by now."""
    if '"' not in text_of(doc):
        return []
    return [i for i, said in enumerate(texts_of(doc)) if said == '"']


def is_between(marks: Sequence[int], token: Token) -> bool:
    """Say whether a word stands between two quotation marks, by the places of all."""
    return bisect_left(marks, token.i) % 2 == 1
