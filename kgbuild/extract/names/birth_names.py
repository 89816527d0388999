"""Names that persons were given at birth: "She was born Ann Berg", "Born Reg Dole, John left"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kgbuild import names as spelling
from kgbuild.extract.text.paragraphs import Paragraph
from kgbuild.extract.text.spans import Name, printed
from kgbuild.model import Type


def pairs(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield each name right behind "born" with the one it was given to.

    It is the one of the same given name before it, "She was born Ann Berg", or else the subject:
    "Born Reg Dole in Oslo, John left".
    """
    given: dict[str, dict[str, int]] = defaultdict(dict)
    for i, name in enumerate(names):
        doc = paragraphs[name.paragraph].doc
        key = spelling.normalise(name.type, printed(doc, name))
        first, *rest = key.split()
        if name.type is not Type.PERSON or not rest:
            continue
        if _tells_birth(doc, name.start):
            others = [j for other, j in given[first].items() if other != key]
            begins = doc[name.start - 1].text == "Born"
            subject = _subject(doc, names, i) if begins and not others else None
            if len(others) == 1 or subject is not None:
                yield (others[0] if subject is None else subject), i
        given[first].setdefault(key, i)


def _tells_birth(doc: Doc, place: int) -> bool:
    """Say whether a name at the token is somebody's at birth: "Born Ann", "she was born Ann"."""
    before = [t.lower_ for t in doc[max(0, place - 3) : place]]
    if before[-1:] != ["born"]:
        return False
    whose = before[:2] in ([p, "was"] for p in ("he", "she", "who"))
    return whose or place == 1 or doc[place - 2].is_punct or bool(doc[place - 1].is_sent_start)


def _subject(doc: Doc, names: Sequence[Name], i: int) -> int | None:
    """Return the place of the person of whom the sentence tells that begins "Born Reg Dole"."""
    sentence = doc[names[i].start].sent
    for j in range(i + 1, len(names)):
        name = names[j]
        if name.paragraph != names[i].paragraph or name.start >= sentence.end:
            return None
        root = doc[name.start : name.end].root
        if name.type is Type.PERSON and root.dep_ == "nsubj" and root.head == sentence.root:
            return j
    return None
