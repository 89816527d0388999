"""Find which mentions of one article are one thing: names, descriptions, pronouns."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from kgbuild.extract.names import clusters
from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references import antecedents, chooser
from kgbuild.extract.references.people import of_ones, peoples
from kgbuild.extract.text.paragraphs import Anchor, Paragraph
from kgbuild.extract.text.spans import Name
from kgbuild.model import Form, Mention, Referent


def resolve(
    paragraphs: Sequence[Paragraph], names: Sequence[Name]
) -> tuple[tuple[Referent, ...], tuple[Anchor, ...], tuple[Anchor, ...]]:
    """Return what the article refers to and every mention of it, both in the text's order.

    A mention that may mean two things means none: a wrong tie costs more than a missing one.
    Last come the nouns of offices whose body is left unsaid, with that body.
    """
    things, anchors = named(paragraphs, names)
    found, unsaid = antecedents.found(paragraphs, things, anchors, chooser.load())
    anchors += found
    anchors += of_ones(things, anchors)
    return _settled(paragraphs, things, anchors, unsaid)


def named(
    paragraphs: Sequence[Paragraph], names: Sequence[Name]
) -> tuple[list[Cluster], list[Anchor]]:
    """Return the things that are called by a name or a people's adjective, and where."""
    things = [*clusters.clusters(paragraphs, names)]
    anchors = list(_named(paragraphs, things))
    anchors += peoples(paragraphs, things, anchors)
    return things, anchors


def _named(paragraphs: Sequence[Paragraph], things: Sequence[Cluster]) -> Iterator[Anchor]:
    for number, thing in enumerate(things):
        for name in thing.names:
            span = paragraphs[name.paragraph].doc[name.start : name.end]
            yield Anchor(name.paragraph, span, number, Form.NAME)


def _settled(
    paragraphs: Sequence[Paragraph],
    things: Sequence[Cluster],
    anchors: Sequence[Anchor],
    unsaid: Sequence[Anchor],
) -> tuple[tuple[Referent, ...], tuple[Anchor, ...], tuple[Anchor, ...]]:
    """Return referents by first mention, and anchors that point to them."""
    ordered = sorted(anchors, key=lambda a: (a.paragraph, a.span.start, -a.span.end))
    order = {old: new for new, old in enumerate(dict.fromkeys(a.referent for a in ordered))}
    mentions: dict[int, list[Mention]] = {number: [] for number in order}
    for anchor in ordered:
        mentions[anchor.referent].append(
            _mention(paragraphs, anchor.paragraph, anchor.span, anchor.form)
        )
    referents = tuple(
        Referent(t.name, t.type, tuple(mentions[n]), t.printed, t.equated)
        for n, t in ((n, things[n]) for n in order)
    )
    settled, bodies = (
        tuple(Anchor(a.paragraph, a.span, order[a.referent], a.form, a.sure) for a in some)
        for some in (ordered, unsaid)
    )
    return referents, settled, bodies


def _mention(paragraphs: Sequence[Paragraph], index: int, span: Span, form: Form) -> Mention:
    start = paragraphs[index].start
    return Mention(start + span.start_char, start + span.end_char, form)
