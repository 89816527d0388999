"""Ask the graph a named query, by the name and parameters that its Cypher twin has."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from kgbuild.graph.build import Graph
from kgbuild.graph.disputes import disputed, planned, single
from kgbuild.graph.evidence import evidence, sources, timeline
from kgbuild.graph.names import find
from kgbuild.graph.overview import busiest, comentions, top, untied
from kgbuild.graph.paths import path, paths
from kgbuild.graph.reach import common, exposure, ownership
from kgbuild.graph.ties import leads, listed, new, ties
from kgbuild.projection import Kind, Value
from kgbuild.queries import Answer, load


class Question(NamedTuple):
    """What answers a query, and the kinds of row it looks at."""

    answer: Callable[..., Answer]
    needs: frozenset[Kind]


_TIES = frozenset({Kind.ENTITY, Kind.EDGE})
_STATEMENTS = frozenset({Kind.ENTITY, Kind.ARTICLE, Kind.STATEMENT})
_MENTIONS = frozenset({Kind.ENTITY, Kind.ARTICLE, Kind.MENTION})
QUESTIONS: Mapping[str, Question] = {
    "busiest": Question(busiest, _STATEMENTS),
    "comentions": Question(comentions, _MENTIONS),
    "common": Question(common, _TIES),
    "disputed": Question(disputed, _TIES),
    "evidence": Question(evidence, _STATEMENTS),
    "exposure": Question(exposure, _TIES),
    "find": Question(find, frozenset({Kind.ENTITY})),
    "leads": Question(leads, _TIES),
    "listed": Question(listed, _TIES),
    "new": Question(new, _TIES),
    "ownership": Question(ownership, _TIES),
    "path": Question(path, _TIES),
    "paths": Question(paths, _TIES),
    "planned": Question(planned, _TIES),
    "single": Question(single, _STATEMENTS | _TIES),
    "sources": Question(sources, _STATEMENTS),
    "ties": Question(ties, _TIES),
    "timeline": Question(timeline, _STATEMENTS),
    "top": Question(top, _TIES),
    "untied": Question(untied, _MENTIONS | _TIES),
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
