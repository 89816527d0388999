"""Sum up what the readings of a set of articles left out."""

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field

from kgbuild.model import Article, Gap, Reason

WORST = 10
NAMED = 5
_NO_PROSE = (Reason.NOT_PROSE, Reason.LANGUAGE)


@dataclass(frozen=True, slots=True)
class Silent:
    """An article by its key, and how many of its sentences name two things and gave no tie."""

    article: str
    title: str
    sentences: int


@dataclass(slots=True)
class Coverage:
    """Counts over articles; memory does not grow with their number.

    ``characters`` and ``lengths`` are code points. ``worst`` are the ``WORST`` articles with
    most sentences that name two things and gave no statement; ``stale`` counts the readings by
    another program, and ``old`` are the keys of the first ``NAMED`` of them.
    """

    articles: int = 0
    characters: int = 0
    counts: Counter[Reason] = field(default_factory=Counter)
    lengths: Counter[Reason] = field(default_factory=Counter)
    worst: list[Silent] = field(default_factory=list)
    stale: int = 0
    old: list[str] = field(default_factory=list)

    def add(
        self, key: str, article: Article, gaps: Sequence[Gap], *, is_fresh: bool = True
    ) -> None:
        """Add one article."""
        self.articles += 1
        if not is_fresh:
            self.stale += 1
            self.old = [*self.old, key][:NAMED]
        self.characters += len(article.text)
        for gap in gaps:
            self.counts[gap.reason] += 1
            self.lengths[gap.reason] += gap.end - gap.start
        silent = sum(gap.reason is Reason.NO_STATEMENT for gap in gaps)
        if silent:
            all_ = [*self.worst, Silent(key, article.title, silent)]
            self.worst = heapq.nsmallest(WORST, all_, key=lambda s: (-s.sentences, s.article))

    @property
    def prose(self) -> float:
        """The share of the characters that sentences were sought in, headlines among them."""
        return 1 - sum(self.share(reason) for reason in _NO_PROSE)

    def share(self, reason: Reason) -> float:
        """Return the share of the characters that were left unread for a reason."""
        return self.lengths[reason] / max(1, self.characters)

    def rows(self) -> Iterator[dict[str, object]]:
        """Yield the sums as JSON objects: all, each reason, the worst articles."""
        yield {
            "row": "total",
            "articles": self.articles,
            "characters": self.characters,
            "prose": round(self.prose, 3),
            "stale": self.stale,
        }
        for reason in Reason:
            yield {
                "row": "reason",
                "reason": reason,
                "stretches": self.counts[reason],
                "characters": self.lengths[reason],
                "share": round(self.share(reason), 3),
            }
        for one in self.worst:
            yield {"row": "worst", **asdict(one)}
