"""Names that the model left out: runs of proper nouns whose kind a word in or beside them tells."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.names import cues
from kgbuild.extract.names.own_words import is_acronym, told_by_words
from kgbuild.extract.names.votes import LIKELY
from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lexicon import is_place, state
from kgbuild.extract.text.spans import Name, is_capital
from kgbuild.extract.text.tagsets import PROPER
from kgbuild.extract.text.trimming import trimmed
from kgbuild.model import Type

_LINKS = frozenset({"and", ","})


def find(doc: Doc, index: int, names: Sequence[Name]) -> Iterator[Name]:
    """Yield runs of proper nouns that no name covers and whose kind a word tells."""
    taken = {i for name in names for i in range(name.start, name.end)}
    taken.update(i for e in doc.ents if not _is_free(e) for i in range(e.start, e.end))
    kinds = {place: name.type for name in names for place in (name.start, name.end - 1)}
    shouted = all(t.is_upper for t in doc if t.is_alpha)  # "WHO IS NEXT?"
    for start, end in _runs(doc, taken):
        if shouted and is_acronym(doc, start, end):
            continue
        if end - start > 1 and state(doc[start].text) and is_title(doc[start + 1]):
            end = start + 1  # US President
        type_ = told_by_words(doc, start, end) or cues.told(doc, start, end)
        type_ = type_ or _by_list(doc, start, end, kinds)
        tokens = type_ and trimmed(doc, start, end, type_)
        if type_ and tokens and not cues.is_clock(doc, start, end):
            yield Name(index, *tokens, type_, LIKELY)


def _is_free(ent: Span) -> bool:
    """Say whether what the model takes it for is no reason not to look closer."""
    if ent.label_ == "NORP":  # Tunis, taken for a people
        return len(ent) == 1 and ent[0].tag_ == "NNP" and is_place(ent.text)
    return ent.label_ in {"PRODUCT", "WORK_OF_ART", "EVENT"}


def _runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Yield maximal runs of proper nouns, "of" and the like between them."""
    i, size = 0, len(doc)
    while i < size:
        if not _is_proper(doc[i]) or i in taken:
            i += 1
            continue
        start = i
        while i < size and i not in taken and (_is_proper(doc[i]) or _joins(doc, i, taken)):
            i += 1
        yield start, i


def _is_proper(token: Token) -> bool:
    return token.tag_ in PROPER and is_capital(token)


def _joins(doc: Doc, i: int, taken: set[int]) -> bool:
    after = i + 1
    if doc[i].lower_ not in {"of", "for", "&"} or after >= len(doc) or after in taken:
        return False
    return _is_proper(doc[after])


def _by_list(doc: Doc, start: int, end: int, kinds: Mapping[int, Type]) -> Type | None:
    """Return the kind of the name with which the run is listed: "Acme and Norvane"."""
    before = kinds.get(start - 2) if start and doc[start - 1].lower_ in _LINKS else None
    behind = kinds.get(end + 1) if end < len(doc) and doc[end].lower_ in _LINKS else None
    body = Type.ORGANIZATION if is_acronym(doc, start, end) else None
    found = before or behind or body
    return found if found and _conjoined(doc, start, end) else None


def _conjoined(doc: Doc, start: int, end: int) -> bool:
    """Say whether the parse joins the run to another name by "and" or a comma."""
    root = doc[start:end].root
    joined = [c for c in root.children if c.dep_ == "conj"]
    if root.dep_ == "conj":
        joined.append(root.head)
    return any(t.tag_ in PROPER for t in joined)
