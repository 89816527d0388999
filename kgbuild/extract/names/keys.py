"""The names of one article by key, their type and normal words, and where each first comes."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from kgbuild.extract.names import stems, teams
from kgbuild.extract.names.short_forms import Key
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Paragraph, text_in
from kgbuild.extract.text.spans import Name, printed


class Keys:
    """What short_for.py asks of an article: each name's key, first mention and surroundings."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        names: Sequence[Name],
        words: Sequence[tuple[str, ...]],
    ) -> None:
        self.paragraphs, self.names = paragraphs, names
        self.each: list[Key] = [(n.type, own) for n, own in zip(names, words, strict=True)]
        self.first = self._first()
        self.units = stems.units(paragraphs, names, words)

    def _first(self) -> dict[Key, int]:
        """Return where each name first comes; one that only a headline has comes last."""
        first: dict[Key, int] = {}
        for i, (name, key) in enumerate(zip(self.names, self.each, strict=True)):
            if self.paragraphs[name.paragraph].kind is not Kind.HEADLINE:
                first.setdefault(key, i)
        for i, key in enumerate(self.each):
            first.setdefault(key, len(self.each) + i)
        return first

    @cached_property
    def sport(self) -> bool:
        """Whether the article is on sport."""
        return teams.is_sport(self.paragraphs)

    def name(self, key: Key) -> Name:
        """Return the first mention."""
        return self.names[self.first[key] % len(self.names)]

    def printed(self, key: Key) -> str:
        """Return the name as it is first printed."""
        name = self.name(key)
        return printed(self.paragraphs[name.paragraph].doc, name)

    def before(self, name: Name) -> str:
        """Return the word right before a mention, or nothing."""
        return text_in(self.paragraphs[name.paragraph].doc, name.start - 1, name.start)

    def introduced_before(self, short: Key, full: Iterable[Key]) -> tuple[Key, ...]:
        """Return those of the full names that came before the short one first did."""
        return tuple(key for key in full if self.first[key] < self.first[short])

    def sentence(self, key: Key) -> tuple[int, int]:
        """Return where the sentence begins that has the first mention."""
        name = self.name(key)
        return name.paragraph, self.paragraphs[name.paragraph].doc[name.start].sent.start
