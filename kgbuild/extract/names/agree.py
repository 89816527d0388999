"""Hold one article to one opinion: the same name is the same kind of thing throughout."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from spacy.tokens import Doc

from kgbuild.extract.names import elsewhere, linked, parts
from kgbuild.extract.names.votes import Votes, Words, counted, words_of
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Paragraph
from kgbuild.extract.text.spans import Name
from kgbuild.model import Type


def agreed(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names with one type for one spelling, and those that were overlooked."""
    settled = [name for name in names if name.settled]
    names = elsewhere.completed(paragraphs, [name for name in names if not name.settled])
    votes = counted(paragraphs, names)
    persons, bodies = parts.of_persons(votes), parts.of_bodies(votes)
    types = {**votes.types, **persons, **bodies}
    types |= linked.bodies(paragraphs, names, types, votes)
    names = linked.parted(paragraphs, names, types)
    names = [name for name in names if not _is_only_shouted(paragraphs, name, votes)]
    both = persons.keys() & bodies.keys()
    kept = [*(_retyped(paragraphs, name, types, both) for name in names), *settled]
    overlooked = elsewhere.overlooked(paragraphs, kept, types)
    return tuple(sorted([*kept, *overlooked], key=lambda n: (n.paragraph, n.start)))


def _is_only_shouted(paragraphs: Sequence[Paragraph], name: Name, votes: Votes) -> bool:
    """Say whether a name stands in a headline whose every word has a capital, and only there."""
    paragraph = paragraphs[name.paragraph]
    if paragraph.kind is not Kind.HEADLINE or not _all_capitalised(paragraph.doc):
        return False
    return votes.total(words_of(paragraphs, name)) < 1.0


def _all_capitalised(doc: Doc) -> bool:
    long = [t for t in doc if t.is_alpha and len(t) > 4]
    return sum(not t.is_lower for t in long) > 0.8 * len(long)


def _retyped(
    paragraphs: Sequence[Paragraph], name: Name, types: Mapping[Words, Type], both: Set[Words]
) -> Name:
    """Return the name with its spelling's type.

    Where that may be short for a person and for a body, Aydın for Cem Aydın and Aydın Holding, it
    keeps its own that the model is sure of.
    """
    doc, words = paragraphs[name.paragraph].doc, words_of(paragraphs, name)
    either = words in both and name.type in {Type.PERSON, Type.ORGANIZATION}
    if either and encoder.is_sure(doc, name.start):
        return name
    type_ = types.get(words, name.type)
    return name if type_ is name.type else replace(name, type=type_)
