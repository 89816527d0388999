"""What is known of a whole article, and of a sentence in it, while its ties are read."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from kgbuild.extract.neural.scores import Told
from kgbuild.extract.relations import bare_offices, children
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.paragraphs import Anchor, Paragraph
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth import corrections, scope
from kgbuild.model import Article, Statement, Status

_APART = 2  # characters between two sentences
_NEXT = 400  # characters after a sentence in which a denial of it is sought


@dataclass(frozen=True, slots=True)
class Whole:
    """What is known of the whole article.

    ``quiet`` as in confidence.of, ``column`` as in corrections.of; ``bodies`` are those of offices
    that do not say them, by document and place of the office's noun; ``supposed`` is where
    sentences begin that tell what may be; ``sport`` as in genitives.is_of_sport,
    ``matches`` whether it is on team sport by its words;
    ``titles`` are the offices so far that name no body, ``held`` those plainly told, ``taken``
    those that somebody has or is to get, ``founded`` who founded what, ``raised`` who has raised
    money, ``shared`` who has a share of what, and where that is told, ``couples`` who is married
    so far, ``denied`` is what rules read as denied, but are not sure enough of to draw,
    ``imposers`` are who is told to impose sanctions so far.
    """

    article: Article
    quiet: bool
    column: bool
    bodies: Mapping[tuple[Doc, int], Anchor]
    supposed: Set[int]
    sport: bool
    matches: bool
    titles: list[bare_offices.Bare] = field(default_factory=list)
    held: list[Fact] = field(default_factory=list)
    taken: list[Fact] = field(default_factory=list)
    founded: list[Fact] = field(default_factory=list)
    raised: list[Anchor] = field(default_factory=list)
    shared: list[tuple[int, Fact]] = field(default_factory=list)
    couples: list[children.Couple] = field(default_factory=list)
    denied: list[Statement] = field(default_factory=list)
    imposers: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Place:
    """A sentence where it stands, with what the model says of it."""

    scene: Scene
    paragraph: Paragraph
    told: Told
    whole: Whole
    before: Scene | None = None

    @cached_property
    def start(self) -> int:
        """Where the sentence begins in the article."""
        return self.paragraph.start + self.scene.span.start_char

    @cached_property
    def end(self) -> int:
        """Where it ends."""
        return self.paragraph.start + self.scene.span.end_char

    @cached_property
    def corrected(self) -> Status | None:
        """What the article makes of the sentence where it takes it back."""
        return corrections.of(self.scene.span, self.after, column=self.whole.column)

    @cached_property
    def inverted(self) -> bool:
        """Whether the sentence says the contrary of its words."""
        return scope.is_inverted(self.scene.span)

    @property
    def shared(self) -> Fact | None:
        """What the sentence before tells somebody to have a share of."""
        last = self.whole.shared[-1:]
        return next((f for end, f in last if end <= self.start <= end + _APART), None)

    @cached_property
    def after(self) -> str:
        """What follows the sentence."""
        return self.whole.article.text[self.end : self.end + _NEXT]
