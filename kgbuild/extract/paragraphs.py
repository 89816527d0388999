"""Cut an article into paragraphs and parse them, the offsets kept."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from kgbuild.model import Form


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph: ``article.text[start:start + len(doc.text)] == doc.text``."""

    doc: Doc
    start: int
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mention in the parse: its tokens, how it refers, and which referent it means.

    ``paragraph`` and ``referent`` are places in the article's paragraphs and referents.
    """

    paragraph: int
    span: Span
    referent: int
    form: Form
