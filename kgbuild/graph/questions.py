"""Ask the graph a named query, by the name and parameters that its Cypher twin has."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from kgbuild.graph.build import Graph
from kgbuild.graph.evidence import evidence, timeline
from kgbuild.graph.names import find
from kgbuild.graph.overview import comentions, top
from kgbuild.graph.paths import path
from kgbuild.graph.ties import leads, listed, ties
from kgbuild.projection import Kind, Value
from kgbuild.queries import Answer, load


class Question(NamedTuple):
    """What answers a query, and the kinds of row it looks at."""

    answer: Callable[..., Answer]
    needs: frozenset[Kind]


_TIES = frozenset({Kind.ENTITY, Kind.EDGE})
_STATEMENTS = frozenset({Kind.ENTITY, Kind.ARTICLE, Kind.STATEMENT})
QUESTIONS: Mapping[str, Question] = {
    "comentions": Question(comentions, frozenset({Kind.ENTITY, Kind.ARTICLE, Kind.MENTION})),
    "evidence": Question(evidence, _STATEMENTS),
    "find": Question(find, frozenset({Kind.ENTITY})),
    "leads": Question(leads, _TIES),
    "listed": Question(listed, _TIES),
    "path": Question(path, _TIES),
    "ties": Question(ties, _TIES),
    "timeline": Question(timeline, _STATEMENTS),
    "top": Question(top, _TIES),
}


def ask(graph: Graph, query: str, parameters: Mapping[str, Value]) -> Answer:
    """Return the rows of a named query; the parameters are as ``Query.bind`` gave them.

    Raises:
        GraphError: There is no query of that name.
    """
    return QUESTIONS[load(query).name].answer(graph, **parameters)


def needs(query: str) -> frozenset[Kind]:
    """Return the kinds of row that must be in the graph for the query.

    Raises:
        GraphError: There is no query of that name.
    """
    return QUESTIONS[load(query).name].needs
