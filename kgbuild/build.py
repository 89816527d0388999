"""Ingest, remove, rebuild: call the stages, each article in a transaction of its own.

Stopped anywhere, even by SIGKILL, the ledger holds whole articles only, and the same
command run again ends in the graph that it would have ended in.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from kgbuild.derive import Change
from kgbuild.derive import rebuild as derive_anew
from kgbuild.errors import LedgerError
from kgbuild.extract.fingerprint import DEFAULT_MODEL as DEFAULT_MODEL
from kgbuild.extract.fingerprint import fingerprint
from kgbuild.extract.workers import Settings, readings
from kgbuild.ledger import articles
from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Failure, Judgement, Reading, Source
from kgbuild.ontology import Ontology
from kgbuild.ontology import load as load_ontology


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


def settle(ledger: Ledger, model: str | None = None, extension: str | None = None) -> Settings:
    """Return the ledger's settings, changed where something is given.

    Raises:
        ModelError: The model or the ontology can't be used; nothing is changed then.
    """
    settings = settings_of(ledger)
    wanted = Settings(model or settings.model, extension or settings.extension)
    if wanted != settings or ledger.setting("model") is None:
        fingerprint(wanted.model, load_ontology(wanted.extension))
        with ledger.transaction():
            ledger.set("model", wanted.model)
            ledger.set("ontology", wanted.extension)
    return wanted


def settings_of(ledger: Ledger) -> Settings:
    """Return the model and ontology that the ledger is set to."""
    return Settings(ledger.setting("model") or DEFAULT_MODEL, ledger.setting("ontology"))


def ingest(
    ledger: Ledger,
    items: Iterable[Source | Failure],
    *,
    workers: int = 1,
    progress: Callable[[Report], None] = lambda _: None,
) -> Report:
    """Read what is new or changed into the ledger, then what an older program had read."""
    settings = settings_of(ledger)
    mend(ledger)
    report, start = Report(), time.monotonic()
    run = _Run(ledger, settings, load_ontology(settings.extension), report)
    for source, found in readings(run.wanted(items), settings, workers):
        run.keep(source, found)
        report.seconds = time.monotonic() - start
        progress(report)
    for _ in reread(ledger, workers=workers):
        report.reread += 1
        progress(report)
    report.seconds = time.monotonic() - start
    return report


def reread(ledger: Ledger, *, workers: int = 1) -> Iterator[str]:
    """Read again what another model, ontology or program had read; yield the articles' ids."""
    settings = settings_of(ledger)
    ontology = load_ontology(settings.extension)
    mark = fingerprint(settings.model, ontology)
    stale = articles.stale(ledger, mark)
    pairs = ((id_, articles.article(ledger, id_)) for id_ in stale)
    for id_, found in readings(pairs, settings, workers):
        with ledger.transaction():
            if found is not None and articles.keys_of(ledger, id_):
                change = Change(ledger, ontology)
                change.leave(id_)
                articles.keep_reading(ledger, id_, mark, found)
                change.enter(id_)
                change.finish()
        yield id_


def rebuild(ledger: Ledger, *, workers: int = 1) -> int:
    """Read again what is stale, then make every row anew; return how many were stale."""
    count = sum(1 for _ in reread(ledger, workers=workers))
    _derive_anew(ledger)
    return count


def remove(ledger: Ledger, wanted: str) -> str:
    """Take an article away, every version of it, and return the key that it had.

    ``wanted`` is its url, its given id, its path, or its file's name where only one has it.

    Raises:
        LedgerError: None or several are meant.
    """
    mend(ledger)
    key = find(ledger, wanted)
    ontology = load_ontology(settings_of(ledger).extension)
    with ledger.transaction():
        versions, article = articles.versions(ledger, key), articles.article_of(ledger, key)
        change = Change(ledger, ontology)
        if article is not None:
            change.leave(article)
        articles.forget(ledger, key)
        if article is not None and articles.keys_of(ledger, article):
            change.enter(article)
        change.finish()
        for version in versions:
            articles.purge(ledger, version)
    return key


def judge(ledger: Ledger, said: Iterable[Judgement] = (), back: Iterable[Judgement] = ()) -> None:
    """Write the user's word down and take an earlier one back, in a transaction of the caller.

    The rows must not be behind the program (``mend``). What contradicts what is not asked here.
    """
    change = Change(ledger, load_ontology(settings_of(ledger).extension))
    change.judge(said, back)
    change.finish()


def lag(ledger: Ledger) -> int:
    """Return how many articles wait to be read again; -1 where only the rows are behind."""
    waiting = articles.stale(ledger, fresh(ledger))
    return len(waiting) or (0 if ledger.setting("derived") in (None, _mark(ledger)) else -1)


def fresh(ledger: Ledger) -> str:
    """Return the fingerprint of a reading made now: with this program, the ledger's settings."""
    settings = settings_of(ledger)
    return fingerprint(settings.model, load_ontology(settings.extension))


def mend(ledger: Ledger) -> None:
    """Make the rows anew if another version of the program, or another ontology, made them."""
    if ledger.setting("derived") != _mark(ledger):
        _derive_anew(ledger)


def _derive_anew(ledger: Ledger) -> None:
    with ledger.transaction():
        derive_anew(ledger, load_ontology(settings_of(ledger).extension))
        ledger.set("derived", _mark(ledger))


def _mark(ledger: Ledger) -> str:
    """Return the fingerprint of what makes rows from readings."""
    ontology = load_ontology(settings_of(ledger).extension)
    return f"{_program()} {ontology.fingerprint}"


_PARTS = (
    *("derive.py", "describe.py", "model.py", "names.py", "projection.py"),
    *("resolve/gazetteer.py", "resolve/join.py", "resolve/slots.py"),
    *("ledger/families.py", "ledger/index.py", "ledger/judgements.py", "ledger/rows.py"),
)
"""The files that make rows from readings."""


@cache
def _program() -> str:
    found = hashlib.sha256()
    for part in _PARTS:
        found.update(files("kgbuild").joinpath(part).read_bytes())
    return found.hexdigest()[:24]


def find(ledger: Ledger, wanted: str) -> str:
    """Return the key of the article that is called so: its key, given id, id or file name.

    Raises:
        LedgerError: None is, or several are.
    """
    for keys in articles.called(ledger, wanted):
        if len(keys) == 1:
            return keys[0]
        if keys:
            raise LedgerError(
                f"{wanted!r} means {len(keys)} articles: {', '.join(keys[:5])}. Name one."
            )
    raise LedgerError(f"No article is called {wanted!r}. See them with: kgbuild articles")


class _Run:
    """One ingest: sorts out what has to be read, and files what was."""

    def __init__(
        self, ledger: Ledger, settings: Settings, ontology: Ontology, report: Report
    ) -> None:
        self._ledger, self._ontology, self._report = ledger, ontology, report
        self._mark = fingerprint(settings.model, ontology)
        self._seen: set[str] = set()

    def wanted(self, items: Iterable[Source | Failure]) -> Iterator[tuple[Source, Article | None]]:
        """Yield each source that is not there as it is, with the article if it must be read."""
        for item in items:
            if isinstance(item, Failure):
                self._report.failures.append(item)
                continue
            if item.key not in self._seen and self._is_there(item):
                self._report.same += 1
            else:
                known = articles.is_fresh(self._ledger, item.article.id, self._mark)
                yield item, None if known else item.article
            self._seen.add(item.key)  # a later source of this run may have the same key

    def keep(self, source: Source, found: Reading | None) -> None:
        """File an article with what it says, in one transaction."""
        article, ledger = source.article, self._ledger
        with ledger.transaction():
            before = articles.article_of(ledger, source.key)
            if before == article.id and self._is_there(source):
                self._report.same += 1
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
            self._report.new += 1
        elif before == article.id:
            self._report.reread += 1
        else:
            self._report.replaced += 1
        self._report.unread += article.language != "en"
        self._report.words += len(article.text.split())
