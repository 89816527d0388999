"""What the queries answer, by example, on NetworkX; the contract holds Neo4j to the same."""

from typing import Any

import pytest

from kgbuild.graph import Graph, ask, graph, needs
from kgbuild.model import Status, Type
from kgbuild.projection import Kind, MentionRow, Projection
from kgbuild.queries import Answer, load
from tests.graph.rows import article, edge, entity, statement

NEWS = Projection(
    articles=(
        article("a0", "2024-01-02", url="https://news.example/0", publisher="Daily"),
        article("a1"),
    ),
    entities=(
        entity("e0", "Huawei", aliases=("Huawei Technologies",), count=3),
        entity("e1", "Ren Zhengfei", Type.PERSON, count=2),
        entity("e2", "Entity List", Type.LISTING),
        entity("e3", "Joe Biden", Type.PERSON),
        entity("e4", "ZTE"),
        entity("e5", "Huawei", Type.PLACE),
    ),
    mentions=(MentionRow("e0", "a0", 2), MentionRow("e0", "a1", 1), MentionRow("e1", "a0", 1)),
    statements=(
        statement("s0", "e1", "LEADS", "e0", role="CEO", speaker="e3", published="2024-01-02"),
        statement("s1", "e0", "LISTED_ON", "e2", since="2019-05", article="a1"),
        statement("s2", "e1", "SPOKE_TO", "e3", status=Status.POSSIBLE, published="2020"),
    ),
    edges=(
        edge("t0", "e1", "LEADS", "e0", role="CEO", articles=2),
        edge("t1", "e1", "FOUNDED", "e0"),
        edge("t2", "e0", "LISTED_ON", "e2", since="2019-05"),
        edge("t3", "e1", "SPOKE_TO", "e3", status=Status.POSSIBLE),
        edge("t4", "e4", "LISTED_ON", "e2", since="2018"),
        edge("t5", "e3", "RELATED_TO", "e0", verb="praised", articles=9),
        edge("t6", "e3", "LEADS", "e0", status=Status.FORMER, articles=9),
    ),
)


@pytest.fixture(scope="module")
def news() -> Graph:
    return graph(NEWS)


def asked(news: Graph, query: str, **given: Any) -> Answer:
    return ask(news, query, load(query).bind(given))


def column(rows: Answer, name: str) -> list[object]:
    return [row[name] for row in rows]


def test_a_name_means_all_that_bear_it(news: Graph) -> None:
    assert column(asked(news, "find", name="HUAWEI"), "id") == ["e0", "e5"]
    assert column(asked(news, "find", name="huawei technologies"), "id") == ["e0"]
    assert column(asked(news, "find", name="e4"), "name") == ["ZTE"]


def test_ties_are_the_facts_best_known_first(news: Graph) -> None:
    rows = asked(news, "ties", name="Huawei")

    assert column(rows, "relation") == ["LEADS", "LEADS", "FOUNDED", "LISTED_ON"]
    assert rows[1] == {
        "subject": "Ren Zhengfei",
        "relation": "LEADS",
        "object": "Huawei",
        "subjectId": "e1",
        "objectId": "e0",
        "status": "asserted",
        "role": "CEO",
        "verb": None,
        "since": None,
        "until": None,
        "sentence": "Sentence t0.",
        "source": "https://news.example/t0",
        "firstReported": None,
        "lastReported": None,
        "statements": 1,
        "articles": 2,
        "confidence": 0.5,
    }


def test_ties_show_more_when_asked(news: Graph) -> None:
    assert column(asked(news, "ties", name="joe biden"), "relation") == ["LEADS"]
    assert column(asked(news, "ties", name="joe biden", hide=""), "verb") == [None, "praised"]
    assert column(asked(news, "ties", name="joe biden", statuses="possible"), "relation") == [
        "SPOKE_TO"
    ]


def test_evidence_between_two_is_in_either_direction(news: Graph) -> None:
    [row] = asked(news, "evidence", a="Huawei", b="Ren Zhengfei")

    assert row["speaker"] == "Joe Biden"
    assert row["source"] == "https://news.example/0"
    assert row["publisher"] == "Daily"
    assert row["rule"] == "by hand"


def test_evidence_of_one_is_sorted_by_date(news: Graph) -> None:
    assert column(asked(news, "evidence", a="e1"), "published") == ["2020", "2024-01-02"]
    assert column(asked(news, "evidence", a="e0"), "published") == ["2024-01-02", None]
    assert column(asked(news, "evidence", a="e0"), "source")[1] == "Title a1"


def test_a_path_walks_facts_only(news: Graph) -> None:
    rows = asked(news, "path", a="zte", b="ren zhengfei")

    assert column(rows, "step") == [1, 2, 3, 3]
    assert column(rows, "relation") == ["LISTED_ON", "LISTED_ON", "LEADS", "FOUNDED"]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"a": "zte", "b": "zte"}, id="to itself"),
        pytest.param({"a": "zte", "b": "e5"}, id="no chain"),
        pytest.param({"a": "zte", "b": "ren zhengfei", "longest": 2}, id="too long"),
        pytest.param({"a": "zte", "b": "nobody"}, id="nobody of that name"),
    ],
)
def test_where_there_is_no_path_there_are_no_rows(news: Graph, given: dict[str, Any]) -> None:
    assert asked(news, "path", **given) == []


def test_of_equal_chains_the_first_by_ids_is_taken() -> None:
    diamond = graph(
        Projection(
            entities=[entity(f"e{i}") for i in range(6)],
            edges=[
                edge("t0", "e0", "OWNS", "e3"),
                edge("t1", "e3", "OWNS", "e5"),
                edge("t2", "e5", "OWNS", "e1"),
                edge("t3", "e1", "OWNS", "e0"),
            ],
        )
    )

    rows = asked(diamond, "path", a="e0", b="e5")

    assert column(rows, "subjectId") == ["e1", "e5"]


def test_leaders_come_before_founders_and_those_who_were(news: Graph) -> None:
    rows = asked(news, "leads", name="huawei")

    assert [(row["subject"], row["relation"], row["status"]) for row in rows] == [
        ("Ren Zhengfei", "LEADS", "asserted"),
        ("Joe Biden", "LEADS", "former"),
        ("Ren Zhengfei", "FOUNDED", "asserted"),
    ]


def test_listed_is_by_date_on_one_list_or_all(news: Graph) -> None:
    assert column(asked(news, "listed", name="entity list"), "subject") == ["ZTE", "Huawei"]
    assert column(asked(news, "listed"), "since") == ["2018", "2019-05"]
    assert asked(news, "listed", name="huawei") == []


def test_a_timeline_takes_the_event_before_the_report(news: Graph) -> None:
    rows = asked(news, "timeline", name="huawei")

    assert column(rows, "date") == ["2019-05", "2024-01-02"]
    assert column(rows, "relation") == ["LISTED_ON", "LEADS"]


def test_comentions_count_articles_in_common(news: Graph) -> None:
    assert asked(news, "comentions", name="huawei") == [
        {"name": "Ren Zhengfei", "type": "PERSON", "articles": 1, "id": "e1"}
    ]


def test_top_counts_what_ties_shows(news: Graph) -> None:
    rows = asked(news, "top")

    assert [(row["name"], row["ties"]) for row in rows][:2] == [("Huawei", 4), ("Ren Zhengfei", 2)]
    assert column(asked(news, "top", type="person"), "id") == ["e1", "e3"]
    assert column(asked(news, "top", limit="1"), "id") == ["e0"]


@pytest.mark.parametrize("query", sorted({"evidence", "ties", "top", "listed", "path", "leads"}))
def test_a_part_of_the_graph_is_enough(news: Graph, query: str) -> None:
    kinds = {
        Kind.ARTICLE: "articles",
        Kind.ENTITY: "entities",
        Kind.MENTION: "mentions",
        Kind.STATEMENT: "statements",
        Kind.EDGE: "edges",
    }
    part = graph(Projection(**{kinds[kind]: getattr(NEWS, kinds[kind]) for kind in needs(query)}))
    given = {p.name: "huawei" for p in load(query).parameters if p.name in {"name", "a"}}
    given |= {"b": "zte"} if query == "path" else {}

    assert asked(part, query, **given) == asked(news, query, **given)


def test_an_edge_without_its_ends_is_left_out() -> None:
    part = graph(Projection(entities=[entity("e0", "Huawei")], edges=NEWS.edges))

    assert asked(part, "ties", name="huawei") == []
