"""Ask the named queries: of the ledger by NetworkX, or of Neo4j; the rows are the same."""

from typing import TYPE_CHECKING, Any, Protocol, Self

from kgbuild import cypher, queries
from kgbuild.errors import GraphError
from kgbuild.folding import fold
from kgbuild.ledger import around, index, rows
from kgbuild.ledger.store import Ledger
from kgbuild.model import unique
from kgbuild.projection import Value

if TYPE_CHECKING:
    from kgbuild.neo4j_.connection import Connection

TIMEOUT = 60.0
"""Seconds that Neo4j may take for an answer."""
SUGGESTIONS = 5
SHOWN = 80
"""Characters of a name that an error repeats."""
WHOLE = frozenset({"exposure", "ownership", "path", "paths"})
"""Queries that a part of the graph can't answer, though they name an entity."""


class Answers(Protocol):
    """What can be asked of a graph, wherever it is kept."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...

    def ask(self, query: str, **given: Value) -> list[dict[str, Any]]:
        """Return the rows of a named query.

        Raises:
            GraphError: There is no such query, or a parameter is unknown or missing.
        """
        ...

    def names(self) -> list[tuple[str, str]]:
        """Return every (folded name, entity id)."""
        ...


class Offline:
    """Answers from the ledger, by NetworkX."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._ledger.__exit__(*exc)

    def ask(self, query: str, **given: Value) -> list[dict[str, Any]]:
        """Return the rows of a named query, from as much of the graph as it needs."""
        parameters = queries.load(query).bind(given)
        from kgbuild.graph import ask, graph, needs

        named = [str(parameters[end]) for end in sorted(queries.NAMES) if parameters.get(end)]
        with self._ledger.snapshot():
            if not named or query in WHOLE:
                part = around.part(self._ledger, needs(query))
            else:
                ids = [id_ for name in named for id_ in rows.named(self._ledger, name)]
                part = around.around(self._ledger, ids, needs(query))
            return ask(graph(part), query, parameters)

    def names(self) -> list[tuple[str, str]]:
        """Return every (folded name, entity id)."""
        return index.all_names(self._ledger)


class Online:
    """Answers from Neo4j, by the Cypher files."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._connection.close()

    def ask(self, query: str, **given: Value) -> list[dict[str, Any]]:
        """Return the rows of a named query."""
        found = queries.load(query)
        return self._connection.read(found.text, found.bind(given), timeout=TIMEOUT)

    def names(self) -> list[tuple[str, str]]:
        """Return every (folded name, entity id)."""
        rows_ = self._connection.read(cypher.statement("load/names"), {}, timeout=TIMEOUT)
        return [(row["name"], row["id"]) for row in rows_]


def entity(answers: Answers, name: str, type_: str | None = None) -> dict[str, Any]:
    """Return the one entity that a name means.

    Raises:
        GraphError: None has the name, or several have; the message names those near it.
    """
    if not name.strip():
        raise GraphError("An empty name means nothing. Say a name.")
    found = answers.ask("find", name=name)
    short = name if len(name) <= SHOWN else f"{name[:SHOWN]}…"
    if type_ is not None:
        found = [row for row in found if row["type"] == type_.upper()]
    if len(found) == 1:
        return found[0]
    if found:
        several = "\n".join(f"  {row['id']}  {row['name']} ({row['type']})" for row in found)
        raise GraphError(f"{short!r} means {len(found)} entities. Say which, by id:\n{several}")
    near = _near(answers, name)
    hint = f" Did you mean {', '.join(near)}?" if near else " See: kgbuild query top"
    raise GraphError(f"Nothing in the graph is called {short!r}.{hint}")


def _near(answers: Answers, name: str) -> list[str]:
    from rapidfuzz import fuzz, process

    known = sorted(answers.names())
    matches = process.extract(
        fold(name), [one for one, _ in known], scorer=fuzz.WRatio, limit=None, score_cutoff=70
    )
    best = sorted(matches, key=lambda match: (-match[1], match[0], match[2]))
    ids = unique(known[place][1] for _, _, place in best)[:SUGGESTIONS]
    return [answers.ask("find", name=id_)[0]["name"] for id_ in ids]
