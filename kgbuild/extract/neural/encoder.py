"""The learned encoder: one pass over a stretch of text serves names and relations.

A spaCy component, ``kgbuild_encoder``, sets ``doc.ents`` and keeps each window's vectors in
``doc.user_data`` for the relations. One window a run, one thread, no padding: so nothing but
its own text can change a digit of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans
from tokenizers import Tokenizer

from kgbuild.extract.neural import tags, weights
from kgbuild.extract.neural.pieces import Pieces, load_tokenizer, part, pieces
from kgbuild.extract.text.paragraphs import text_of

NAME = "kgbuild_encoder"
WINDOW = 160
"""Pieces of a window; sentences are kept whole where they fit."""
LONGEST = 400
"""Pieces of a sentence; what goes beyond is a window of its own."""
SURE = 0.8
"""From this probability on a name's type is not doubted for a word beside it."""
_LABELS = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "PLACE": "LOC", "LISTING": "LISTING"}
_WINDOWS, _SURE = "kgbuild_windows", "kgbuild_sure"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """Code points ``start`` to ``end`` of a document, with ``vectors`` (N, 384) of its pieces."""

    start: int
    end: int
    pieces: Pieces
    vectors: Floats


@dataclass(frozen=True, slots=True)
class Encoder:
    """The sessions of the weights; makes windows of a document."""

    tokenizer: Tokenizer
    session: ort.InferenceSession

    @classmethod
    def load(cls, folder: Path) -> "Encoder":
        """Return the encoder of a weights folder.

        Raises:
            ModelError: The weights are damaged or of another version.
        """
        weights.check(folder)
        return cls(load_tokenizer(folder / "tokenizer.json"), session(folder / "encoder.onnx"))

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's names, and keep the vectors of its windows."""
        windows, found = [], []
        for start, end, cut in self._windows(doc):
            vectors, scores = self.session.run(None, {"ids": cut.ids, "shapes": cut.shapes})
            windows.append(Window(start, end, cut, vectors))
            for low, high, type_, sure in tags.spans(scores, cut):
                span = doc.char_span(low, high, label=_LABELS[type_], alignment_mode="expand")
                if span is not None:
                    found.append((span, sure))
        doc.ents = filter_spans([span for span, _ in found])
        doc.user_data[_WINDOWS] = windows
        doc.user_data[_SURE] = {span.start: sure for span, sure in found}
        return doc

    def _windows(self, doc: Doc) -> Iterator[tuple[int, int, Pieces]]:
        whole = pieces(self.tokenizer, text_of(doc))
        starts = whole.spans[1:-1, 0]
        low, last = 0, 0
        for bound in self._bounds(doc, starts):
            if bound - low > WINDOW and last > low:
                yield self._window(whole, low, last)
                low = last
            while bound - low > LONGEST:
                yield self._window(whole, low, low + LONGEST)
                low += LONGEST
            last = bound
        if last > low:
            yield self._window(whole, low, last)

    def _bounds(self, doc: Doc, starts: NDArray[np.int64]) -> Iterator[int]:
        """Yield after which piece, the marks not counted, each sentence ends."""
        if doc.has_annotation("SENT_START"):
            yield from starts.searchsorted([s.end_char for s in doc.sents]).tolist()
        yield len(starts)

    def _window(self, whole: Pieces, low: int, high: int) -> tuple[int, int, Pieces]:
        cut = part(whole, low + 1, high + 1)
        return int(cut.spans[1, 0]), int(cut.spans[-2, 1]), cut


def windows(doc: Doc) -> list[Window]:
    """Return the windows that the encoder made of a document; none if it did not read it."""
    found: list[Window] = doc.user_data.get(_WINDOWS, [])
    return found


def window_at(doc: Doc, place: int) -> Window | None:
    """Return the window that holds a place (a code point of the document), if any does."""
    return next((w for w in windows(doc) if w.start <= place < w.end), None)


def sure(doc: Doc, start: int) -> float | None:
    """Return how probable the least sure word is of the name that begins at a token.

    None if the encoder found none there.
    """
    found: dict[int, float] = doc.user_data.get(_SURE, {})
    return found.get(start)


def is_sure(doc: Doc, start: int) -> bool:
    """Say whether the encoder found a name that begins at a token and is sure of its type."""
    return (sure(doc, start) or 0) >= SURE


def session(path: Path) -> ort.InferenceSession:
    """Return a session that gives the same digits whatever else the machine does."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@Language.factory(NAME)
def _component(nlp: Language, name: str) -> Encoder:
    return Encoder.load(weights.FOLDER)
