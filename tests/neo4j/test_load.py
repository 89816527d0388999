"""What a load leaves in Neo4j is what the rows say, whatever was there of ours before."""

from dataclasses import replace

import pytest
from neo4j import Driver

from kgbuild.changes import Gone
from kgbuild.model import Status, Type
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import Counts, load
from kgbuild.neo4j_.state import State, since, state
from kgbuild.neo4j_.verify import verify
from kgbuild.projection import Kind
from tests.neo4j.rows import HOSTILE, Graph, article, edge, entity, hostile, large, small, statement

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize("graph", [small(), hostile(), Graph()], ids=["small", "hostile", "empty"])
def test_what_was_loaded_is_there_property_for_property(
    connection: Connection, graph: Graph
) -> None:
    load(connection, graph.changes())

    assert verify(connection, graph.projection) == []
    assert state(connection) == State("ours", 1, 1)


def test_a_name_and_a_sentence_of_a_million_signs_go_round_unchanged(
    connection: Connection,
) -> None:
    long = "".join(HOSTILE) * (1_000_000 // sum(map(len, HOSTILE)) + 1)
    graph = small()
    named = (replace(graph.entities[0], name=long), *graph.entities[1:])
    said = (replace(graph.statements[0], sentence=long), *graph.statements[1:])
    graph = replace(graph, entities=named, statements=said)

    load(connection, graph.changes())

    assert verify(connection, graph.projection) == []


def test_the_graph_has_the_shape_that_is_documented(connection: Connection, driver: Driver) -> None:
    load(connection, small().changes())

    [row], _, _ = driver.execute_query("""
        MATCH (ren:Entity:Person {name: 'Ren Zhengfei'})-[leads:LEADS]->(:Entity:Organization),
          (ren)-[asked:POSSIBLE]->(biden), (ren)-[denied:DENIED]->(biden),
          (said:Statement {status: 'denied'})-[:SUBJECT]->(ren), (said)-[:OBJECT]->(biden),
          (said)-[:SAID_BY]->(biden), (said)-[:STATED_IN]->(article:Article),
          (ren)-[mention:MENTIONED_IN]->(article)
        RETURN leads.role AS role, asked.relation AS asked, denied.relation AS denied,
          mention.mentions AS mentions, article.name AS title, ren.search AS search
        """)

    assert row.data() == {
        "role": "CEO",
        "asked": "SPOKE_TO",
        "denied": "SPOKE_TO",
        "mentions": 1,
        "title": "Article 2",
        "search": ["alias ren zhengfei", "ren zhengfei"],
    }


def test_what_is_denied_or_possible_is_no_tie_of_that_type(
    connection: Connection, driver: Driver
) -> None:
    load(connection, small().changes())

    found, _, _ = driver.execute_query("MATCH ()-[r]->() WHERE type(r) = 'SPOKE_TO' RETURN r")

    assert found == []


def test_a_second_load_of_the_same_revision_writes_nothing(connection: Connection) -> None:
    graph = large(60)
    first = load(connection, graph.changes(revision=3))

    second = load(connection, Graph().changes(revision=3, since=since(connection, "ours")))
    again = load(connection, graph.changes(revision=3))

    assert first.nodes_created == len(graph.articles + graph.entities + graph.statements)
    assert second == again == Counts()
    assert verify(connection, graph.projection) == []


def test_only_what_changed_is_written(connection: Connection) -> None:
    graph = small()
    load(connection, graph.changes())
    renamed = replace(graph.entities[1], name="Huawei Technologies")

    counts = load(connection, Graph(entities=(renamed,)).changes(revision=2, since=1))

    after = replace(graph, entities=(graph.entities[0], renamed, *graph.entities[2:]))
    assert verify(connection, after.projection) == []
    assert (counts.nodes_created, counts.relationships_created, counts.nodes_deleted) == (0, 0, 0)
    assert state(connection) == State("ours", 2, 1)


def test_a_property_that_is_no_more_vanishes(connection: Connection, driver: Driver) -> None:
    graph = Graph(articles=(article(1, publisher="Global Times"),))
    load(connection, graph.changes())

    bare = Graph(articles=(article(1, publisher=None, url=None),))
    load(connection, bare.changes(revision=2, since=1))

    [row], _, _ = driver.execute_query("MATCH (a:Article) RETURN keys(a) AS keys")
    assert not {"publisher", "url"} & set(row["keys"])


def test_an_entity_of_another_type_loses_its_old_label(connection: Connection) -> None:
    load(connection, Graph(entities=(entity(1, type_=Type.PERSON),)).changes())
    graph = Graph(entities=(entity(1, type_=Type.PLACE),))

    load(connection, graph.changes(revision=2, since=1))

    assert verify(connection, graph.projection) == []


def test_a_statement_whose_ends_changed_keeps_no_old_edge(connection: Connection) -> None:
    ren, huawei, other, at, elsewhere = entity(1), entity(2), entity(3), article(1), article(2)
    before = statement(1, ren, huawei, at, speaker=ren)
    after = statement(1, other, ren, elsewhere)
    nodes = Graph((at, elsewhere), (ren, huawei, other))
    load(connection, replace(nodes, statements=(before,)).changes())

    load(connection, Graph(statements=(after,)).changes(revision=2, since=1))

    assert verify(connection, replace(nodes, statements=(after,)).projection) == []


def test_what_is_gone_is_removed_and_nothing_else(connection: Connection) -> None:
    graph = small()
    load(connection, graph.changes())
    last, said, mention = graph.edges[-1], graph.statements[-1], graph.mentions[-1]
    gone = [
        Gone(Kind.EDGE, last.id, last.subject, last.kind),
        Gone(Kind.STATEMENT, said.id),
        Gone(Kind.MENTION, mention.article, mention.entity),
        Gone(Kind.ENTITY, graph.entities[3].id),
        Gone(Kind.ENTITY, "that never was"),
    ]

    load(connection, Graph().changes(revision=2, since=1, gone=gone))

    left = Graph(
        graph.articles,
        tuple(one for one in graph.entities if one.name != "United States"),
        graph.mentions[:-1],
        graph.statements[:-1],
        graph.edges[:-1],
    )
    assert verify(connection, left.projection) == []


def test_an_edge_of_a_relation_that_the_ontology_lost_is_removed(connection: Connection) -> None:
    said = statement(1, entity(1), entity(2), article(1), relation="BRIBED")
    tie = edge(said)
    graph = Graph(entities=(entity(1), entity(2)), edges=(tie,))
    load(connection, graph.changes(), relations={"BRIBED"})

    gone = [Gone(Kind.EDGE, tie.id, tie.subject, tie.kind)]
    load(connection, Graph().changes(revision=2, since=1, gone=gone))

    assert verify(connection, replace(graph, edges=()).projection) == []


def test_a_whole_load_takes_away_what_is_no_longer_of_the_graph(
    connection: Connection, driver: Driver
) -> None:
    load(connection, large(30).changes(revision=1))
    driver.execute_query(
        "MATCH (e:Entity) WITH e LIMIT 3 CREATE (:Note {text: 'mine'})-[:ABOUT]->(e)"
        "-[:MY_LINK {id: 'mine'}]->(e)"
    )

    load(connection, small().changes(revision=2))

    [row], _, _ = driver.execute_query("MATCH (n:Note) RETURN count(n) AS notes")
    assert verify(connection, small().projection) == []
    assert row["notes"] == 3


def test_what_a_user_added_beside_the_graph_stays(connection: Connection, driver: Driver) -> None:
    graph = small()
    load(connection, graph.changes())
    driver.execute_query(
        "MATCH (a:Person), (b:Organization) "
        "CREATE (a)-[:MY_LINK {id: 'x'}]->(b), (:Note)-[:ON]->(a)"
    )

    load(connection, graph.changes(revision=2))

    kept, _, _ = driver.execute_query("MATCH (:Note)-[:ON]->()-[r:MY_LINK]->() RETURN r")
    assert len(kept) == 2
    assert verify(connection, graph.projection) == []


def test_progress_adds_up_to_the_rows(connection: Connection) -> None:
    graph = large(500)
    told: list[int] = []

    load(connection, graph.changes(), progress=told.append)

    kinds = (graph.articles, graph.entities, graph.mentions, graph.statements, graph.edges)
    assert sum(told) == sum(map(len, kinds))
    assert len(told) > 1


def test_statuses_that_are_so_are_drawn_as_the_relation() -> None:
    said = statement(1, entity(1), entity(2), article(1), relation="LEADS")

    kinds = {status: edge(replace(said, status=status)).kind for status in Status}

    assert {status for status, kind in kinds.items() if kind == "LEADS"} == {
        Status.ASSERTED,
        Status.FORMER,
    }
