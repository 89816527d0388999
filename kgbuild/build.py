"""Ingest, remove, rebuild: call the stages, each article in a transaction of its own.

Stopped anywhere, even by SIGKILL, the ledger holds whole articles only, and the same
command run again ends in the graph that it would have ended in.
"""

import time
from collections.abc import Callable, Iterable, Iterator

from kgbuild.derive.change import Change
from kgbuild.derive.change import rebuild as derive_anew
from kgbuild.derive.fingerprint import fingerprint as derived_by
from kgbuild.errors import LedgerError
from kgbuild.extract.fingerprint import DEFAULT_MODEL as DEFAULT_MODEL
from kgbuild.extract.fingerprint import fingerprint
from kgbuild.extract.workers import Settings, readings
from kgbuild.ingest import Ingest, Report
from kgbuild.ledger import articles
from kgbuild.ledger.store import Ledger
from kgbuild.model import Failure, Judgement, Source
from kgbuild.ontology import load as load_ontology


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
    start = time.monotonic()
    run = Ingest(ledger, settings.model, load_ontology(settings.extension))
    report = run.report
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
    return derived_by(load_ontology(settings_of(ledger).extension))


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
