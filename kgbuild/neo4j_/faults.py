"""Say in one line what is wrong with a Neo4j, or with a question put to it."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from neo4j import exceptions

from kgbuild.errors import GraphError, KgbuildError, Neo4jError

SCHEMES = tuple(scheme + safety for scheme in ("neo4j", "bolt") for safety in ("", "+s", "+ssc"))
UNREACHABLE = (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError)
POSITION = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")

HIDDEN = " If it does run, its certificate may not be trusted: bolt+s:// tells."
"""What a driver that asks for routes keeps to itself."""

OPENING = {
    "Security.AuthenticationRateLimit": (
        "{there} has had too many wrong passwords: wait a minute, set NEO4J_PASSWORD, try again."
    ),
    "Security.CredentialsExpired": (
        "{there} wants its first password changed: do so in Neo4j Browser, set NEO4J_PASSWORD."
    ),
    "Security.": "{there} refuses user {user!r}: set NEO4J_PASSWORD.",
    "Database.DatabaseNotFound": (
        "{there} has no database {database!r}: set NEO4J_DATABASE, or leave it unset."
    ),
}
"""What to say of a server's code when a connection is opened; the first that fits."""

ASKING = {
    "Statement.AccessMode": "The query would write, and kgbuild only reads. Take out what writes.",
    "Transaction.TransactionTimedOut": (
        "The query took longer than {timeout:g} s and was stopped. Narrow its MATCH."
    ),
}
"""What to say of a server's code when a question is asked."""


def check(uri: str) -> None:
    """Refuse what is no address of a Neo4j.

    Raises:
        Neo4jError: The scheme, host or port is wrong, or a password stands in it.
    """
    try:
        parts = urlsplit(uri)
        right = parts.scheme in SCHEMES and parts.hostname and parts.port != 0
    except ValueError:
        right = False
    if not right:
        shown = uri if "@" not in uri else "NEO4J_URI"
        raise Neo4jError(f"{shown} is no address of a Neo4j. Write it as bolt://localhost:7687.")
    if parts.username is not None or parts.password is not None:
        raise Neo4jError(
            "The address of a Neo4j holds no user or password: set NEO4J_USERNAME and "
            "NEO4J_PASSWORD in their place."
        )
    if parts.query and parts.scheme.startswith("bolt"):
        raise Neo4jError(f"{uri} ends in a query, which only neo4j:// knows. Leave it out.")


@contextmanager
def opening(uri: str, user: str, password: str | None, database: str | None) -> Iterator[None]:
    """Turn what goes wrong while a connection is opened into one line.

    Raises:
        Neo4jError: Nobody answers, or who answers refuses.
    """
    try:
        yield
    except UNREACHABLE as error:
        if doubt := _doubt(error):
            raise Neo4jError(
                f"{uri} shows a certificate that is not trusted ({doubt}). Name the file of who "
                "signed it in SSL_CERT_FILE."
            ) from error
        raise Neo4jError(
            f"No Neo4j answers at {uri}. Start it with docker compose up, or leave NEO4J_URI "
            f"unset to work offline.{HIDDEN if uri.startswith('neo4j+s:') else ''}"
        ) from error
    except exceptions.Neo4jError as error:
        there = f"Neo4j at {uri}"
        if not password and isinstance(error, exceptions.AuthError):
            raise Neo4jError(f"{there} asks for a password: set NEO4J_PASSWORD.") from error
        line = _said(OPENING, error) or "{there} refuses: {first}"
        raise Neo4jError(
            line.format(there=there, user=user, database=database, first=first_line(error))
        ) from error
    except (exceptions.DriverError, ValueError) as error:
        raise Neo4jError(f"Can't connect to {uri}: {first_line(error)}") from error


@contextmanager
def asking(uri: str, timeout: float) -> Iterator[None]:
    """Turn what goes wrong with a question into one line.

    Raises:
        GraphError: The question is at fault.
        Neo4jError: The server is.
    """
    try:
        yield
    except exceptions.ClientError as error:
        line = _said(ASKING, error) or "Neo4j can't answer that: {first}"
        raise GraphError(line.format(timeout=timeout, first=first_line(error))) from error
    except UnicodeEncodeError as error:
        raise GraphError("The query is no valid Unicode text. Type it anew.") from error
    except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
        raise lost(uri, error) from error


@contextmanager
def loading(uri: str) -> Iterator[None]:
    """Turn what goes wrong while the graph is written into one line.

    Raises:
        Neo4jError: The server went away or refuses.
    """
    try:
        yield
    except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
        raise lost(uri, error) from error


def lost(uri: str, error: Exception) -> KgbuildError:
    """Return what to say of a server that went away or refuses in the midst of work."""
    if isinstance(error, UNREACHABLE):
        return Neo4jError(
            f"Neo4j at {uri} no longer answers. Nothing is lost: start it again, then kgbuild load."
        )
    if isinstance(error, exceptions.DatabaseError):
        return Neo4jError(
            f"Neo4j at {uri} fails: {first_line(error).rstrip('.')}. Its log tells why (is its "
            "disk full?). Mend that, start it again, then kgbuild load."
        )
    return Neo4jError(f"Neo4j at {uri} refuses: {first_line(error)}")


def first_line(error: Exception, shift: int = 0) -> str:
    """Return the first line of an error's message.

    ``shift`` is how many characters kgbuild had put before the text that the error is about.
    """
    text = getattr(error, "message", None) or str(error) or type(error).__name__

    def moved(found: re.Match[str]) -> str:
        line, column, _ = map(int, found.groups())
        return f"(line {line}, column {column - shift if line == 1 else column})"

    return POSITION.sub(moved, text.strip().splitlines()[0])


def _doubt(error: BaseException | None) -> str | None:
    """Return what is wrong with a certificate, if that is what an error comes from."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message.rstrip(".")
        error = error.__cause__ or error.__context__
    return None


def _said(lines: dict[str, str], error: exceptions.Neo4jError) -> str | None:
    code = (error.code or "").removeprefix("Neo.ClientError.")
    return next((line for start, line in lines.items() if code.startswith(start)), None)
