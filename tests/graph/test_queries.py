"""The heads of the query files, and what a user gives against them."""

import inspect
import re
from pathlib import Path

import pytest

from kgbuild import queries
from kgbuild.cypher import statement
from kgbuild.errors import GraphError
from kgbuild.graph.questions import QUESTIONS


def test_each_query_has_a_file_and_a_twin() -> None:
    assert queries.names() == tuple(sorted(QUESTIONS))


@pytest.mark.parametrize("name", queries.names())
def test_the_head_and_the_twin_name_the_same_parameters(name: str) -> None:
    query = queries.load(name)

    twin = inspect.signature(QUESTIONS[name].answer).parameters

    assert [p.name for p in query.parameters] == list(twin)[1:]
    assert statement(f"queries/{name}").count(":param") == len(query.parameters)
    assert ":param" not in query.text
    assert query.title
    assert all(p.help for p in query.parameters)


@pytest.mark.parametrize("name", queries.names())
def test_a_query_names_its_parameters_and_no_other(name: str) -> None:
    query = queries.load(name)
    body = "\n".join(line for line in query.text.splitlines() if not line.startswith("//"))

    asked = set(re.findall(r"\$(\w+)", body))

    assert asked == {p.name for p in query.parameters}


@pytest.mark.parametrize("name", queries.names())
def test_the_cookbook_tells_of_every_query(name: str) -> None:
    cookbook = (Path(__file__).parents[2] / "docs/cookbook.md").read_text(encoding="utf-8")

    assert f"[{name}](../cypher/queries/{name}.cypher)" in cookbook


def test_what_is_not_given_has_its_default() -> None:
    bound = queries.load("ties").bind({"name": "Huawei"})

    assert bound == {
        "name": "huawei",
        "statuses": ["asserted", "former"],
        "hide": ["RELATED_TO"],
        "confidence": 0.0,
        "limit": 50,
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"limit": "7"}, {"limit": 7}, id="a number"),
        pytest.param({"statuses": "denied, former"}, {"statuses": ["denied", "former"]}, id="list"),
        pytest.param({"hide": ""}, {"hide": []}, id="an empty list"),
        pytest.param({"hide": ["OWNS"]}, {"hide": ["OWNS"]}, id="a list as it is"),
        pytest.param({"name": " Société  GÉNÉRALE"}, {"name": "societe generale"}, id="a name"),
    ],
)
def test_text_becomes_what_the_default_is(
    given: dict[str, str | list[str]], expected: dict[str, object]
) -> None:
    bound = queries.load("ties").bind({"name": "x", **given})

    assert bound.items() >= expected.items()


@pytest.mark.parametrize(
    ("query", "given", "said"),
    [
        pytest.param("ties", {}, "ties needs 'name'. It takes name \\(required\\)", id="missing"),
        pytest.param("ties", {"name": ""}, "ties needs 'name'", id="empty"),
        pytest.param("ties", {"name": " "}, "holds no letter", id="blank"),
        pytest.param("evidence", {"a": "x", "b": " "}, "b holds no letter", id="blank, optional"),
        pytest.param("ties", {"nam": "x"}, "takes no 'nam'. It takes name", id="unknown"),
        pytest.param("ties", {"name": "x", "limit": "-1"}, "whole number, not '-1'", id="negative"),
        pytest.param("ties", {"name": "x", "limit": "²"}, "whole number", id="no plain digit"),
        pytest.param("ties", {"name": "x", "statuses": "deny"}, "can't be 'deny'", id="no status"),
        pytest.param("new", {"since": "May"}, "is a date such as 2021-02-09, not 'May'", id="date"),
        pytest.param("top", {"type": "firm"}, "can't be 'FIRM'. It can be LISTING", id="no type"),
    ],
)
def test_a_slip_is_named(query: str, given: dict[str, str], said: str) -> None:
    with pytest.raises(GraphError, match=said):
        queries.load(query).bind(given)


def test_an_unknown_query_gets_the_list() -> None:
    with pytest.raises(GraphError, match=r"no query 'tie'\. There are busiest, comentions"):
        queries.load("tie")
