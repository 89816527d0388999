"""Read many articles, in this process or in several, and answer in the order asked.

Each article is read by itself, so the number of processes can't change a reading. A
worker that loses its parent, even to SIGKILL, sees its pipe close and ends.
"""

import gc
import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING, TypeVar

from kgbuild.errors import ModelError
from kgbuild.model import Article, Reading
from kgbuild.ontology import load as load_ontology

if TYPE_CHECKING:
    from kgbuild.extract.pipeline import Reader

T = TypeVar("T")
Pair = tuple[T, Article | None]
"""Anything, with the article to read for it; None where there is nothing to read."""

BATCH_CHARACTERS = 40_000
"""What a worker gets at a time, in code points: enough that pipes cost nothing."""
ZONE_CHARACTERS = 200_000
"""After so many code points the new words are forgotten."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reading depends on beside the program: the model, the user's ontology as text."""

    model: str
    extension: str | None = None


def load_reader(settings: Settings) -> "Reader":
    """Load the model. Imports spaCy, which takes most of a second.

    Raises:
        ModelError: There is no such model, or it can't be used.
    """
    from kgbuild.extract.pipeline import load

    reader = load(settings.model, load_ontology(settings.extension))
    # A model is a hundred thousand objects, which the collector would look at again and again.
    gc.freeze()
    return reader


def readings(
    pairs: Iterable[Pair[T]], settings: Settings, workers: int = 1
) -> Iterator[tuple[T, Reading | None]]:
    """Yield each first with what its article says, in the order of the pairs.

    ``pairs`` is taken as the readings are asked for: one at a time with one worker, some
    batches ahead with more. The model is loaded when the first article needs it.
    """
    if workers > 1:
        return _in_processes(pairs, settings, workers)
    return _here(pairs, settings)


def _here(pairs: Iterable[Pair[T]], settings: Settings) -> Iterator[tuple[T, Reading | None]]:
    reader, size = None, 0
    with ExitStack() as zone:
        for one, article in pairs:
            if article is None:
                yield one, None
                continue
            reader = reader or load_reader(settings)
            if size == 0:
                zone.enter_context(reader.zone())
            yield one, reader.read(article)
            size += len(article.text)
            if size > ZONE_CHARACTERS:
                zone.close()
                size = 0


def _in_processes(
    pairs: Iterable[Pair[T]], settings: Settings, workers: int
) -> Iterator[tuple[T, Reading | None]]:
    crew = _Crew(settings)
    threads = ThreadPoolExecutor(workers, initializer=crew.hire)
    waiting: deque[tuple[list[Pair[T]], Future[list[Reading | None]]]] = deque()
    try:
        for batch in _batches(pairs):
            articles = [article for _, article in batch]
            waiting.append((batch, threads.submit(crew.read, articles)))
            if len(waiting) > 3 * workers:
                yield from _answers(*waiting.popleft())
        while waiting:
            yield from _answers(*waiting.popleft())
    finally:
        crew.dismiss()
        threads.shutdown(cancel_futures=True)


def _answers(
    batch: list[Pair[T]], future: "Future[list[Reading | None]]"
) -> Iterator[tuple[T, Reading | None]]:
    for (one, _), found in zip(batch, future.result(), strict=True):
        yield one, found


def _batches(pairs: Iterable[Pair[T]]) -> Iterator[list[Pair[T]]]:
    batch: list[Pair[T]] = []
    size = 0
    for pair in pairs:
        batch.append(pair)
        size += 100 + len(pair[1].text if pair[1] else "")
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Crew:
    """Worker processes, each behind a thread of ours that talks to it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._own = threading.local()
        self._workers: list[tuple[SpawnProcess, Connection]] = []

    def hire(self) -> None:
        """Start the calling thread's worker; spawned, since a fork would copy open files."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._settings), daemon=True)
        process.start()
        theirs.close()
        self._own.pipe = ours
        self._workers.append((process, ours))

    def read(self, articles: Sequence[Article | None]) -> list[Reading | None]:
        """Have the calling thread's worker read some articles."""
        pipe: Connection = self._own.pipe
        try:
            pipe.send(articles)
            answer = pipe.recv()
        except (EOFError, OSError) as error:
            raise ModelError(
                "A worker ended too early. Is memory short? Use --workers 1."
            ) from error
        if isinstance(answer, ModelError):
            raise answer
        return list(answer)

    def dismiss(self) -> None:
        """End the workers: at once where nothing waits for them any more."""
        for process, _ in self._workers:
            process.terminate()
        for process, pipe in self._workers:
            process.join()
            pipe.close()


def _serve(pipe: Connection, settings: Settings) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    reader = None
    while True:
        try:
            articles = pipe.recv()
        except EOFError:
            return
        try:
            reader = reader or load_reader(settings)
        except ModelError as error:
            pipe.send(error)
            return
        with reader.zone():
            pipe.send([article and reader.read(article) for article in articles])
