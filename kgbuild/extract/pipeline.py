"""Load a model and read articles with it, one article a pass."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_suffix_regex

from kgbuild.errors import ModelError
from kgbuild.extract import blas, fingerprint, gaps
from kgbuild.extract.names import mentions
from kgbuild.extract.neural import encoder
from kgbuild.extract.references import referents
from kgbuild.extract.relations import statements
from kgbuild.extract.text import attach, paragraphs
from kgbuild.extract.text.lemma import keep_tables
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.pos import set_pos
from kgbuild.model import Article, Reading, content_id
from kgbuild.ontology import Ontology

DEFAULT_MODEL = fingerprint.DEFAULT_MODEL
SPARED = ("ner", "attribute_ruler", "senter", "textcat")
"""Components that cost time; the encoder, ``lemma`` and ``set_pos`` stand in for them."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A model made ready to read; what it reads is a pure function of the article."""

    nlp: Language
    ontology: Ontology
    fingerprint: str

    @classmethod
    def from_pipeline(cls, nlp: Language, ontology: Ontology) -> "Reader":
        """Return a reader by a pipeline that is at hand, told from others by its meta data."""
        named = {k: nlp.meta.get(k) for k in ("lang", "name", "version", "pipeline")}
        mark = content_id(named)
        return cls(nlp, ontology, fingerprint.combine(mark, ontology))

    @contextmanager
    def zone(self) -> Iterator[None]:
        """Forget at the end the new words of what is read meanwhile; within another, at its end.

        Outside of it each article is a zone of its own, and common words are looked at anew.
        """
        if self.nlp.vocab.in_memory_zone:  # type: ignore[attr-defined]
            yield
        else:
            with self.nlp.memory_zone():
                yield

    def read(self, article: Article) -> Reading:
        """Return who and what the article mentions and how it says they are tied.

        An article that is not English gives a reading that says only that.
        """
        if not article.text.strip():
            return Reading()
        if article.language != "en":
            return Reading(unread=gaps.foreign(article))
        with self.zone(), blas.one_thread():
            parsed = paragraphs.parse(article, self.nlp)
            for paragraph in parsed:
                complete(paragraph.doc)
            names = mentions.find(parsed)
            found, anchors, bodies = referents.resolve(parsed, names)
            said = statements.find(article, parsed, found, anchors, self.ontology, bodies)
            unread = gaps.find(article, parsed, found, said)
        return Reading(found, said, unread)


def complete(doc: Doc) -> None:
    """Give a parsed text what the rules need beside the parse: parts of speech, lost subjects."""
    set_pos(doc)
    attach.mend(doc)


def load(name: str, ontology: Ontology) -> Reader:
    """Return a reader by an installed spaCy package.

    Raises:
        ModelError: There is no such package, it lacks a parser, or the learned weights are damaged.
    """
    mark = fingerprint.fingerprint(name, ontology)
    try:
        with blas.in_models():
            nlp = spacy.load(name, disable=["lemmatizer"], exclude=[*SPARED])
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(f"The model {name} can't be loaded: {error}. Install it again.") from error
    if "parser" not in nlp.pipe_names:
        raise ModelError(
            f"The model {name} can't read news: it needs a parser. Take {DEFAULT_MODEL}."
        )
    if encoder.NAME not in nlp.pipe_names:
        nlp.add_pipe(encoder.NAME)
    keep_tables(nlp)
    _keep_titles_whole(nlp)
    _part_full_stops(nlp)
    return Reader(nlp, ontology, mark)


def _keep_titles_whole(nlp: Language) -> None:
    """Make one token of each abbreviated title or legal form with its full stop, if it can be.

    The small models take an unknown "Capt." for the end of a sentence, so they are shown "Gen.",
    which they know; and "Ltd." for "Sdn.". The WHO is shown as the UN, for they take it for "who".
    """
    add = getattr(nlp.tokenizer, "add_special_case", None)
    if add is None:
        return
    for title in words("person", "abbreviated"):
        add(title, [{"ORTH": title, "NORM": "Gen."}])
    for form in words("organization", "abbreviated"):
        add(form, [{"ORTH": form, "NORM": "Ltd."}])
    add("WHO", [{"ORTH": "WHO", "NORM": "un"}])


def _part_full_stops(nlp: Language) -> None:
    """Make a token of its own of the full stop behind letters of either case: "joined PiS."."""
    suffixes = [*(nlp.Defaults.suffixes or ()), r"(?<=[a-z][A-Z])\."]
    if hasattr(nlp.tokenizer, "suffix_search"):
        nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search
