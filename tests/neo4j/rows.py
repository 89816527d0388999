"""Rows of graphs for tests: a few by hand, or as many as wanted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgbuild.changes import Changes, Gone
from kgbuild.model import Status, Type, content_id
from kgbuild.projection import ArticleRow, EdgeRow, EntityRow, MentionRow, Projection, StatementRow

HOSTILE = (
    "x`}) DETACH DELETE n //",
    "'; MATCH (n) DETACH DELETE n; //",
    '"}) RETURN 1 UNION CREATE (:Bad) //',
    "$rows RELATION {id: 1}",
    "任正非 \U0001f600 e\u0301 \u202e",
    "tab\tline\nnul\x00bell\x07\\u0041\\",
)
"""Names that must never be read as Cypher."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The rows of a graph, to be gone through as often as a test likes."""

    articles: tuple[ArticleRow, ...] = ()
    entities: tuple[EntityRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    edges: tuple[EdgeRow, ...] = ()

    @property
    def projection(self) -> Projection:
        return Projection(self.articles, self.entities, self.mentions, self.statements, self.edges)

    def changes(
        self, revision: int = 1, since: int = 0, gone: Sequence[Gone] = (), graph: str = "ours"
    ) -> Changes:
        return Changes(graph, since, revision, self.projection, gone)


def article(number: int, **values: str | None) -> ArticleRow:
    row = ArticleRow(
        id=content_id("article", number),
        title=f"Article {number}",
        url=f"https://news.example/{number}" if number % 2 else None,
        published="2021-02-09" if number % 3 else None,
        publisher=None,
        language="en",
    )
    return replace(row, **values)  # type: ignore[arg-type]


def entity(number: int, name: str | None = None, type_: Type | None = None) -> EntityRow:
    called = name or f"Name {number}"
    return EntityRow(
        id=content_id("entity", number),
        type=type_ or list(Type)[number % len(Type)],
        name=called,
        aliases=(f"Alias {called}", called) if number % 5 else (),
        mentions=2,
        articles=1,
    )


def statement(
    number: int,
    subject: EntityRow,
    object_: EntityRow,
    where: ArticleRow,
    *,
    speaker: EntityRow | None = None,
    relation: str = "LEADS",
    status: Status = Status.ASSERTED,
    sentence: str | None = None,
) -> StatementRow:
    return StatementRow(
        id=content_id("statement", number),
        article=where.id,
        subject=subject.id,
        object=object_.id,
        speaker=speaker.id if speaker else None,
        name=f"{subject.name} {relation} {object_.name}",
        relation=relation,
        status=status,
        role="CEO" if number % 2 else None,
        verb=None,
        since="2019-05" if number % 3 else None,
        until=None,
        sentence=sentence or f"Sentence {number} says at some length that one leads the other.",
        start=number,
        end=number + 60,
        published=where.published,
        confidence=round(0.5 + number % 50 / 100, 3),
        rule="hand",
    )


def edge(row: StatementRow) -> EdgeRow:
    return EdgeRow(
        id=content_id(row.subject, row.relation, row.object, row.status),
        subject=row.subject,
        relation=row.relation,
        object=row.object,
        status=row.status,
        statements=1,
        articles=1,
        first_reported=row.published,
        last_reported=row.published,
        since=row.since,
        until=None,
        role=row.role,
        verb=None,
        confidence=row.confidence,
        sentence=row.sentence,
        source="https://news.example/",
    )


def small() -> Graph:
    """Two articles, five entities, a statement of each kind of edge."""
    first, second = article(1), article(2)
    ren, huawei, biden, states, list_ = (
        entity(1, "Ren Zhengfei", Type.PERSON),
        entity(2, "Huawei", Type.ORGANIZATION),
        entity(3, "Joe Biden", Type.PERSON),
        entity(4, "United States", Type.PLACE),
        entity(5, "Entity List", Type.LISTING),
    )
    statements = (
        statement(1, ren, huawei, first, relation="LEADS"),
        statement(2, huawei, list_, first, relation="LISTED_ON", speaker=ren),
        statement(3, ren, biden, first, relation="SPOKE_TO", status=Status.POSSIBLE),
        statement(4, ren, biden, second, relation="SPOKE_TO", status=Status.DENIED, speaker=biden),
        statement(5, biden, states, second, relation="LEADS", status=Status.FORMER),
    )
    mentions = (
        *(MentionRow(one.id, first.id, 2) for one in (ren, huawei, biden, list_)),
        *(MentionRow(one.id, second.id, 1) for one in (ren, biden, states)),
    )
    edges = tuple(edge(one) for one in statements)
    return Graph((first, second), (ren, huawei, biden, states, list_), mentions, statements, edges)


def hostile() -> Graph:
    """A graph in which every text there is tries to be Cypher."""
    where = [article(n, title=text, publisher=text) for n, text in enumerate(HOSTILE)]
    named = [entity(n, text) for n, text in enumerate(HOSTILE)]
    said = [
        statement(n, named[n], named[n - 1], where[n], sentence=text, speaker=named[n - 2])
        for n, text in enumerate(HOSTILE)
    ]
    mentions = [MentionRow(one.id, at.id, 1) for one, at in zip(named, where, strict=True)]
    edges = map(edge, said)
    return Graph(tuple(where), tuple(named), tuple(mentions), tuple(said), tuple(edges))


def large(articles: int) -> Graph:
    """A graph of about ``18 * articles`` rows; the same one each time."""
    relations = ("LEADS", "OWNS", "MET_WITH", "VISITED", "SUED", "SUPPLIES", "LIVES_IN")
    where = tuple(article(n) for n in range(articles))
    named = tuple(entity(n) for n in range(3 * articles))
    said = []
    for n in range(4 * articles):
        subject, object_ = named[n * 7 % len(named)], named[(n * n + 1) % len(named)]
        speaker = named[n * 3 % len(named)] if n % 4 == 0 else None
        status = Status.DENIED if n % 20 == 0 else Status.ASSERTED
        said.append(
            statement(
                n,
                subject,
                object_,
                where[n % articles],
                speaker=speaker,
                relation=relations[n % len(relations)],
                status=status,
            )
        )
    pairs = {(n * 5 % len(named), n * 11 % articles) for n in range(6 * articles)}
    mentions = tuple(MentionRow(named[e].id, where[a].id, 1) for e, a in sorted(pairs))
    edges = {one.id: one for one in map(edge, said)}
    return Graph(where, named, mentions, tuple(said), tuple(edges[key] for key in sorted(edges)))
