"""Connect to a Neo4j and ask it: within a time, up to a number of rows, never writing."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from neo4j import (
    READ_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Record,
    Session,
    Transaction,
    unit_of_work,
)
from neo4j.exceptions import ClientError

from kgbuild.errors import GraphError
from kgbuild.neo4j_ import faults
from kgbuild.neo4j_.values import plain

T = TypeVar("T")

REACH = 2.0
"""Seconds that a server may take to accept a connection; all tries together take twice that."""
AGAIN = 5.0
"""Seconds through which a write is tried again where the server asks for that."""
BATCH = 300.0
"""Seconds that one batch of a load may take."""

OUTSIDE = {
    "LoadCSV": "LOAD CSV reads files and addresses that the server can reach",
    "TerminateTransactions": "TERMINATE TRANSACTIONS ends the work of others",
}
"""Operators of a plan that only read the graph, yet do more than that."""

# Without a handler the driver's warnings would go to stderr; what matters is raised.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query as plain JSON values; ``cut`` says that there were more."""

    rows: list[dict[str, Any]]
    cut: bool


class Connection:
    """An open connection to one database of a Neo4j that has been heard to answer.

    Raises:
        Neo4jError: Nobody answers within five seconds, or who answers refuses.
    """

    def __init__(self, uri: str, user: str, password: str | None, database: str | None) -> None:
        faults.check(uri)
        self.uri = uri
        self.database = database
        with faults.opening(uri, user, password, database):
            self._driver = self._open(user, password)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; a second time does nothing."""
        self._driver.close()

    def read(
        self,
        text: str,
        parameters: Mapping[str, Any],
        *,
        timeout: float,
        limit: int | None = None,
    ) -> list[dict[str, Any]]:
        """Return the rows of one of kgbuild's own queries, at most ``limit`` of them.

        Raises:
            GraphError: The query can't be answered, would write, or takes too long.
            Neo4jError: The server went away.
        """
        with self._reading(timeout) as transaction:
            return _rows(transaction, text, parameters, limit).rows

    def ask(
        self, text: str, parameters: Mapping[str, Any], *, timeout: float, limit: int | None
    ) -> Answer:
        """Return the rows of a user's own query, which may do nothing but read the graph.

        The server refuses what writes. What does not write and yet does more than read the
        graph is refused by its plan: LOAD CSV, ending transactions, managing users or the
        server.

        Raises:
            GraphError: The query is refused, can't be answered, or takes too long.
            Neo4jError: The server went away.
        """
        with self._reading(timeout) as transaction:
            _inspect(transaction, text, parameters)
            return _rows(transaction, text, parameters, limit)

    def stream(self, text: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of one of kgbuild's own queries, however many, one by one."""
        with faults.loading(self.uri), self._session(fetch_size=2000) as session:
            for record in session.run(cast(Any, text)):
                yield record.data()

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Do some work in one transaction, again where the server asks for that.

        Raises:
            Neo4jError: The server went away or refuses.
        """
        with faults.loading(self.uri), self._session() as session:
            return session.execute_write(unit_of_work(timeout=BATCH)(work))

    def _open(self, user: str, password: str | None) -> Driver:
        driver = GraphDatabase.driver(
            self.uri,
            auth=(user, password) if password else None,
            connection_timeout=REACH,
            connection_acquisition_timeout=2 * REACH,
            max_transaction_retry_time=AGAIN,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            user_agent="kgbuild",
        )
        try:
            # To begin is enough to be let in, and unlike a query it is quick on a fresh server.
            with (
                driver.session(database=self.database, default_access_mode=READ_ACCESS) as session,
                session.begin_transaction(timeout=REACH),
            ):
                pass
        except BaseException:
            driver.close()
            raise
        return driver

    def _session(self, **settings: Any) -> Session:
        return self._driver.session(database=self.database, **settings)

    @contextmanager
    def _reading(self, timeout: float) -> Iterator[Transaction]:
        with (
            faults.asking(self.uri, timeout),
            self._session(default_access_mode=READ_ACCESS, fetch_size=500) as session,
            session.begin_transaction(timeout=timeout) as transaction,
        ):
            yield transaction


def _rows(
    transaction: Transaction, text: str, parameters: Mapping[str, Any], limit: int | None
) -> Answer:
    result = transaction.run(text, dict(parameters))
    if limit is None:
        return Answer([_row(record) for record in result], cut=False)
    rows = [_row(record) for record in islice(result, limit)]
    return Answer(rows, cut=result.peek() is not None)


def _row(record: Record) -> dict[str, Any]:
    return {name: plain(record[name]) for name in record.keys()}  # noqa: SIM118 (yields values)


def _inspect(transaction: Transaction, text: str, parameters: Mapping[str, Any]) -> None:
    ask = "EXPLAIN "
    try:
        summary = transaction.run(ask + text, dict(parameters)).consume()
    except ClientError as error:
        line = faults.first_line(error, shift=len(ask))
        raise GraphError(f"Neo4j can't answer that: {line}") from error
    if summary.query_type != "r":
        does = "would write" if "w" in (summary.query_type or "") else "manages the server"
        raise GraphError(f"The query {does}, and kgbuild only reads the graph. Reword it.")
    for operator in _operators(cast(Any, summary.plan)):
        if operator in OUTSIDE:
            raise GraphError(f"{OUTSIDE[operator]}, and kgbuild only reads the graph. Reword it.")


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield str(plan["operatorType"]).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)
