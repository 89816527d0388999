"""Sort out which sources have to be read, and file what was: one article a transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kgbuild.derive.change import Change
from kgbuild.extract.fingerprint import fingerprint
from kgbuild.ledger import articles
from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Failure, Reading, Source
from kgbuild.ontology import Ontology


@dataclass(slots=True)
class Report:
    """What an ingest did; counts of articles but for ``words`` and ``seconds``."""

    new: int = 0
    same: int = 0
    replaced: int = 0
    unread: int = 0
    reread: int = 0
    words: int = 0
    seconds: float = 0.0
    failures: list[Failure] = field(default_factory=list)


class Ingest:
    """One ingest into a ledger, by one model and ontology; ``report`` says what it did."""

    def __init__(self, ledger: Ledger, model: str, ontology: Ontology) -> None:
        self._ledger, self._ontology = ledger, ontology
        self._mark = fingerprint(model, ontology)
        self._seen: set[str] = set()
        self.report = Report()

    def wanted(self, items: Iterable[Source | Failure]) -> Iterator[tuple[Source, Article | None]]:
        """Yield each source that is not there as it is, with the article if it must be read."""
        for item in items:
            if isinstance(item, Failure):
                self.report.failures.append(item)
                continue
            if item.key not in self._seen and self._is_there(item):
                self.report.same += 1
            else:
                known = articles.is_fresh(self._ledger, item.article.id, self._mark)
                yield item, None if known else item.article
            self._seen.add(item.key)  # a later source of this run may have the same key

    def keep(self, source: Source, found: Reading | None) -> None:
        """File an article with what it says, in one transaction."""
        article, ledger = source.article, self._ledger
        with ledger.transaction():
            before = articles.article_of(ledger, source.key)
            if self._is_there(source):
                self.report.same += 1
                return
            change = Change(ledger, self._ontology)
            change.file_(source, self._mark, found)
            change.finish()
        self._count(article, before)

    def _is_there(self, source: Source) -> bool:
        """Say whether the key points to just this article, read by just this program."""
        there = articles.article_of(self._ledger, source.key) == source.article.id
        return there and articles.is_fresh(self._ledger, source.article.id, self._mark)

    def _count(self, article: Article, before: str | None) -> None:
        if before is None:
            self.report.new += 1
        elif before == article.id:
            self.report.reread += 1
        else:
            self.report.replaced += 1
        self.report.unread += article.language != "en"
        self.report.words += len(article.text.split())
