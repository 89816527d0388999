"""Small random sets of articles for the toy model, and what a ledger of them exports."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from kgbuild import build
from kgbuild.export import write
from kgbuild.ledger import rows
from kgbuild.ledger.store import Ledger
from kgbuild.model import Article, Source

SENTENCES = (
    "Ada Aho founded Borealis Labs.",
    "Bo Berg leads Delta Works (DW).",
    "Borealis Labs acquired DW.",
    "Ada Aho met Bo Berg.",
    "Bo Berg met Ada Aho.",
    "Ada Aho did not meet Cy Cole.",
    "Cy Cole may meet Ada Aho.",
    "Echo Bank sued Borealis Labs.",
    "Echo Bank will acquire Delta Works.",
    "Cy Cole visited Oulu.",
    "Nothing happened.",
)
KEYS = tuple("abcdef")

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
articles = st.builds(
    Article,
    title=st.sampled_from(("First", "Second")),
    text=texts,
    published=st.sampled_from((None, "2020-01-05", "2021-03-01")),
    url=st.sampled_from((None, "https://example.org/1", "https://example.org/2")),
    language=st.sampled_from(("en", "en", "en", "fr")),
)


def sources(*, min_size: int = 0, max_size: int) -> st.SearchStrategy[list[Source]]:
    """Return lists of sources with distinct keys."""
    one = st.builds(Source, st.sampled_from(KEYS), articles)
    return st.lists(one, unique_by=lambda one: one.key, min_size=min_size, max_size=max_size)


@contextmanager
def ledger(model: str = "kgbuild_toy") -> Iterator[Ledger]:
    """Open a new ledger in a folder of its own."""
    with TemporaryDirectory() as folder, Ledger(Path(folder, "x.db"), create=True) as made:
        build.settle(made, model)
        yield made


def exports(made: Ledger) -> dict[str, bytes]:
    """Return every export of the ledger's graph, by file name."""
    with TemporaryDirectory() as folder:
        for name in ("g.graphml", "g.json", "g.csv"):
            write(rows.projection(made), Path(folder, name))
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def built(
    found: Iterable[Source], *, workers: int = 1, model: str = "kgbuild_toy"
) -> dict[str, bytes]:
    """Return the exports of a ledger that has ingested the sources in one go."""
    with ledger(model) as made:
        build.ingest(made, found, workers=workers)
        return exports(made)
