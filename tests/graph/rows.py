"""Rows made by hand, and small random projections."""

from dataclasses import replace

from hypothesis import strategies as st

from kgbuild.model import Status, Type
from kgbuild.projection import (
    ArticleRow,
    EdgeRow,
    EntityRow,
    MentionRow,
    Projection,
    StatementRow,
)

HOSTILE = (
    "<b>&amp;\"'</b>",
    "]]>",
    "bell\x07 nul\x00 escape\x1b",
    "line\r\nbreak\ttab\rreturn",
    "👩‍👩‍👧 𝒳",
    "שלום \u202ethgir\u202c",
    "=1+1",
    "`}) DETACH DELETE n //",
    "\ufffe\uffff\x85\u2028",
    " | ",
)


def article(id_: str, published: str | None = None, **values: str | None) -> ArticleRow:
    given = {"url": None, "publisher": None, "title": f"Title {id_}", **values}
    return ArticleRow(
        id=id_,
        title=str(given["title"]),
        url=given["url"],
        published=published,
        publisher=given["publisher"],
        language="en",
    )


def entity(
    id_: str,
    name: str | None = None,
    type_: Type = Type.ORGANIZATION,
    aliases: tuple[str, ...] = (),
    count: int = 1,
) -> EntityRow:
    return EntityRow(id_, type_, name or f"Name {id_}", aliases, mentions=count, articles=count)


def edge(id_: str, subject: str, relation: str, object_: str, **values: object) -> EdgeRow:
    row = EdgeRow(
        id=id_,
        subject=subject,
        relation=relation,
        object=object_,
        status=Status.ASSERTED,
        statements=1,
        articles=1,
        first_reported=None,
        last_reported=None,
        since=None,
        until=None,
        role=None,
        verb=None,
        confidence=0.5,
        sentence=f"Sentence {id_}.",
        source=f"https://news.example/{id_}",
    )
    return replace(row, **values)  # type: ignore[arg-type]


def statement(
    id_: str, subject: str, relation: str, object_: str, **values: object
) -> StatementRow:
    row = StatementRow(
        id=id_,
        article="a0",
        subject=subject,
        object=object_,
        speaker=None,
        name=f"{subject} {relation} {object_}",
        relation=relation,
        status=Status.ASSERTED,
        role=None,
        verb=None,
        since=None,
        until=None,
        sentence=f"Sentence {id_}.",
        start=0,
        end=10,
        published=None,
        confidence=0.5,
        rule="by hand",
    )
    return replace(row, **values)  # type: ignore[arg-type]


_texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
_names = st.sampled_from(("Huawei", "ZTE", "Société Générale", "™", "Ꭰ", "İstanbul")) | _texts
_maybe = st.none() | _texts
_dates = st.sampled_from((None, "2019", "2019-05", "2019-05-16", "2020-01-01"))
_counts = st.integers(1, 3)
_sure = st.integers(0, 1000).map(lambda n: n / 1000)
_relations = st.sampled_from(("LEADS", "FOUNDED", "LISTED_ON", "OWNS", "MET_WITH", "RELATED_TO"))
_statuses = st.sampled_from(Status) | st.just(Status.ASSERTED)


def _ids(prefix: str, most: int, least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.integers(least, most).map(lambda n: [f"{prefix}{i}" for i in range(n)])


@st.composite
def projections(draw: st.DrawFn) -> Projection:
    """Draw a whole projection: every end of an edge is there."""
    articles = draw(_ids("a", 3, 1))
    entities = draw(_ids("e", 6))
    article_ids, entity_ids = st.sampled_from(articles), st.sampled_from(entities or ["none"])
    pairs = [(e, a) for e in entities for a in articles if draw(st.booleans())]
    said = {"relation": _relations, "status": _statuses, "role": _maybe, "verb": _maybe}
    said |= {"since": _dates, "until": _dates, "confidence": _sure, "sentence": _texts}
    counted = {"mentions": _counts, "articles": _counts}

    def linked(prefix: str, most: int) -> list[str]:
        return draw(_ids(prefix, most)) if entities else []

    return Projection(
        articles=tuple(
            ArticleRow(
                i, draw(_texts), draw(_maybe | st.just("")), draw(_dates), draw(_maybe), "en"
            )
            for i in articles
        ),
        entities=tuple(
            draw(
                st.builds(
                    EntityRow,
                    id=st.just(i),
                    type=st.sampled_from(Type),
                    name=_names,
                    aliases=st.lists(_names, max_size=2, unique=True).map(sorted).map(tuple),
                    **counted,
                )
            )
            for i in entities
        ),
        mentions=tuple(MentionRow(e, a, draw(_counts)) for e, a in pairs),
        statements=tuple(
            draw(
                st.builds(
                    StatementRow,
                    id=st.just(i),
                    article=article_ids,
                    subject=entity_ids,
                    object=entity_ids,
                    speaker=st.none() | entity_ids,
                    name=_texts,
                    start=st.just(0),
                    end=_counts,
                    published=_dates,
                    rule=_texts,
                    **said,
                )
            )
            for i in linked("s", 6)
        ),
        edges=tuple(
            draw(
                st.builds(
                    EdgeRow,
                    id=st.just(i),
                    subject=entity_ids,
                    object=entity_ids,
                    statements=_counts,
                    articles=_counts,
                    first_reported=_dates,
                    last_reported=_dates,
                    source=_texts,
                    **said,
                )
            )
            for i in linked("t", 9)
        ),
    )
