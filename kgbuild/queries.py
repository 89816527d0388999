"""The named queries: what each is called, asks for, and takes where nothing is given.

A query is one file in ``cypher/queries/`` that Neo4j Browser and Cypher Shell run as it is; its
head says it all, to them and to us::

    // What an entity is tied to.
    //
    // name: any name of it, or its id (required)
    :param name => 'Huawei';
    // limit: the most rows
    :param limit => 50;
"""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kgbuild import cypher
from kgbuild.errors import GraphError
from kgbuild.folding import fold
from kgbuild.model import Status, Type
from kgbuild.projection import Value

Answer = list[dict[str, Value | None]]
"""Rows in their order; every row has the same columns."""

PARAMETER = re.compile(
    r"^// (\w+): (.*?)( \(required\))?\n:param \1 => (\[.*\]|'.*'|\d+(?:\.\d+)?);\n", re.MULTILINE
)
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
DATES = frozenset({"since", "until"})
NAMES = frozenset({"name", "a", "b"})
"""Parameters that are a name or id of an entity: compared folded."""
KNOWN = {"statuses": frozenset(Status), "type": frozenset(Type) | {""}}
"""Parameters of a closed set: a slip there must not look like an empty answer."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query takes. ``default`` also says the type; a required one's is an example."""

    name: str
    default: Value
    help: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question by name, with its Cypher; its twin in ``graph/`` gives the same rows."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, given: Mapping[str, Value]) -> dict[str, Value]:
        """Return all parameters: what is given, as the type of the default, else the default.

        Names are folded here and nowhere else, so what comes out isn't to be bound again.

        >>> load("ties").bind({"name": "Huawei", "limit": "5"})["limit"]
        5

        Raises:
            GraphError: A parameter is unknown, missing or not of its type.
        """
        for name in sorted(given.keys() - {p.name for p in self.parameters}):
            raise GraphError(f"{self.name} takes no {name!r}. {self._takes()}")
        return {p.name: self._value(p, given.get(p.name)) for p in self.parameters}

    def _value(self, parameter: Parameter, given: Value | None) -> Value:
        if given is None or (parameter.required and given == ""):
            if parameter.required:
                raise GraphError(f"{self.name} needs {parameter.name!r}. {self._takes()}")
            return parameter.default
        return _checked(parameter, _converted(parameter, given))

    def _takes(self) -> str:
        each = (p.name + (" (required)" if p.required else "") for p in self.parameters)
        return f"It takes {', '.join(each)}."


def names() -> tuple[str, ...]:
    """Return the names of the queries, sorted."""
    return cypher.names("queries")


@cache
def load(name: str) -> Query:
    """Return a query.

    Raises:
        GraphError: There is none of that name.
    """
    if name not in names():
        raise GraphError(f"There is no query {name!r}. There are {', '.join(names())}.")
    whole = cypher.statement(f"queries/{name}")
    title = whole.partition("\n")[0].removeprefix("// ").removesuffix(".")
    parameters = tuple(_parameter(match) for match in PARAMETER.finditer(whole))
    return Query(name, title, parameters, PARAMETER.sub("", whole))


def _parameter(match: re.Match[str]) -> Parameter:
    name, text, required, value = match.groups()
    return Parameter(name, ast.literal_eval(value), text, required is not None)


def _converted(parameter: Parameter, given: Value) -> Value:
    if not isinstance(given, str):
        return given
    match parameter.default:
        case list():
            return [part.strip() for part in given.split(",") if part.strip()]
        case int():
            if not re.fullmatch("[0-9]{1,18}", given):
                raise GraphError(f"{parameter.name} is a whole number, not {given!r}.")
            return int(given)
        case float():
            if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", given):
                raise GraphError(f"{parameter.name} is a number, not {given!r}.")
            return float(given)
    if parameter.name not in NAMES:
        return given
    if given and not fold(given):
        raise GraphError(f"{parameter.name} holds no letter to look up.")
    return fold(given)


def _checked(parameter: Parameter, value: Value) -> Value:
    if parameter.name in DATES and value and not DATE.fullmatch(str(value)):
        raise GraphError(f"{parameter.name} is a date such as 2021-02-09, not {value!r}.")
    allowed = KNOWN.get(parameter.name)
    if allowed is None:
        return value
    parts = value if isinstance(value, list) else [str(value).upper()]
    for part in parts:
        if part not in allowed:
            known = ", ".join(sorted(word for word in allowed if word))
            raise GraphError(f"{parameter.name} can't be {part!r}. It can be {known}.")
    return value
