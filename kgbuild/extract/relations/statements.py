"""Turn what the sentences of an article say of two referents into statements.

Rules find facts; each fact is then judged (is it so, who says it) and dated. A sentence of
a headline is none: headlines drop the words that tell a fact from a hope.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import islice, pairwise
from math import ceil

from kgbuild.extract.names import teams
from kgbuild.extract.neural import scores
from kgbuild.extract.relations import (
    affiliations,
    bylines,
    children,
    designated,
    echoes,
    genitives,
    rounds,
    sole_offices,
    stakes,
)
from kgbuild.extract.relations.repeats import tie_of, without_wider
from kgbuild.extract.relations.sentences import of_sentence
from kgbuild.extract.relations.whole import Place, Whole
from kgbuild.extract.text import dates
from kgbuild.extract.text.facts import POSTS
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, text_of, vocabulary, words_of
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.staging import scenes
from kgbuild.extract.truth import arrivals, confidence, corrections, deaths, supposed
from kgbuild.extract.truth.sayings import tells
from kgbuild.extract.truth.standing import OPEN
from kgbuild.model import FACTUAL, Article, Referent, Statement, Status
from kgbuild.ontology import Ontology

_DAYS = frozenset(dates.DAYS)
_FEW = 2  # words of sport in an article on it


def find(
    article: Article,
    paragraphs: Sequence[Paragraph],
    referents: Sequence[Referent],
    anchors: Sequence[Anchor],
    ontology: Ontology,
    bodies: Sequence[Anchor] = (),
) -> tuple[Statement, ...]:
    """Return what the article's sentences claim, sorted by place and ends.

    ``bodies`` are nouns of offices with the bodies that they are of, as can be gathered.
    """
    gathered = {(a.span.doc, a.span.start): a for a in bodies}
    echoing = designated.is_told_of(article.text) or echoes.is_told_of(article.text)
    joining = any(rounds.may_join(text_of(p.doc)) for p in paragraphs)
    resting = any(stakes.may_be(vocabulary(p.doc)) for p in paragraphs)
    dwelling = children.may_dwell(article.text)
    least = 1 if gathered or echoing or joining or resting or dwelling else 2
    seen = list(scenes(paragraphs, referents, anchors, least=least))
    staged = [
        (paragraph, scene)
        for paragraph, scene in seen
        if len({a.referent for a in scene.anchors}) > 1
        or (echoing and _may_echo(scene.text))
        or (joining and rounds.may_be(scene))
        or (resting and stakes.may_be(scene.words))
        or (dwelling and children.may_dwell(scene.text))
        or any((scene.span.doc, t.i) in gathered for t in scene.tokens)
    ]
    before = {b.span: a for (_, a), (_, b) in pairwise(seen)} if echoing else {}
    told = scores.ask([scene for _, scene in staged], ontology)
    whole = Whole(
        article,
        quiet=_is_quiet(paragraphs),
        column=corrections.is_column(article),
        bodies=gathered,
        supposed=supposed.starts(paragraphs, article.published),
        sport=genitives.is_of_sport(article.text),
        matches=teams.is_sport(paragraphs, _FEW),
    )
    found: list[Statement] = []
    for (paragraph, scene), said in zip(staged, told, strict=True):
        place = Place(scene, paragraph, said, whole, before.get(scene.span))
        found += of_sentence(place, ontology)
    found = [*sole_offices.of_states(found, referents)]
    found = genitives.without_closer(list(sole_offices.without_rivals(found)))
    found = list(affiliations.apart(found))
    found = found if whole.quiet else list(without_wider(found))
    living = corrections.alive(anchors)
    found = [replace(s, status=Status.DENIED) if _kills(s, living) else s for s in found]
    found = arrivals.planned(found, anchors, article.published)
    found = deaths.ended(found, paragraphs, anchors, referents, living)
    found += bylines.find(paragraphs, anchors, referents, ontology)
    return tuple(sorted(_contested(found, staged, whole.denied, ontology), key=_order))


def _may_echo(sentence: str) -> bool:
    return echoes.may_be(sentence) or designated.may_be(sentence)


def _kills(one: Statement, living: Set[int]) -> bool:
    """Say whether it has someone dead who the article says is alive."""
    dead = one.subject if one.relation == "DIED_IN" else one.object
    return one.relation in {"DIED_IN", "KILLED"} and dead in living


def _is_quiet(paragraphs: Iterable[Paragraph]) -> bool:
    """Say whether in fewer than one sentence of ten somebody tells something, or "on Monday"."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.doc.sents]
    news = (
        s for s in sentences if not _DAYS.isdisjoint(words_of(s.doc)[s.start : s.end]) or tells(s)
    )
    least = ceil(len(sentences) / 10)
    return len(list(islice(news, least))) < least


def _contested(
    found: Sequence[Statement],
    staged: Iterable[tuple[Paragraph, Scene]],
    unsure: Iterable[Statement],
    ontology: Ontology,
) -> Iterable[Statement]:
    """Take what one says and another part of the article denies for alleged.

    What the model alone reads out of words that tell of something else is left out then, and
    where a rule reads that it is planned or possible, or, too ``unsure`` to be drawn, denied.
    """
    denied = {tie_of(s, ontology) for s in found if s.status is Status.DENIED}
    less = denied | {tie_of(s, ontology) for s in found if s.status in OPEN and _is_told(s)}
    less |= {tie_of(s, ontology) for s in unsure}
    found = [
        one
        for one in found
        if one.rule != confidence.MODEL
        or one.status not in FACTUAL
        or tie_of(one, ontology) not in less
    ]
    if not denied:
        return found
    claims = {paragraph.start + s.span.start_char for paragraph, s in staged if tells(s.span)}
    return (
        replace(one, status=Status.ALLEGED)
        if one.status in FACTUAL
        and tie_of(one, ontology) in denied
        and (one.speaker is not None or one.start in claims)
        else one
        for one in found
    )


def _is_told(one: Statement) -> bool:
    """Say whether a rule reads it, or it is an office that someone will have."""
    return one.rule != confidence.MODEL or (one.status is Status.PLANNED and one.relation in POSTS)


def _order(item: Statement) -> tuple[object, ...]:
    ends = item.start, item.end, item.subject, item.relation, item.object, item.status
    return (*ends, item.role or "", item.verb or "", item.since or "", item.rule)
