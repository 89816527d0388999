"""Serve the guide and the style for Neo4j Browser, to this machine alone."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import urlencode, urlsplit

from kgbuild import cypher
from kgbuild.errors import GraphError

TYPES = {"guide.html": "text/html", "style.grass": "text/plain"}
HOST = "127.0.0.1"
NAME = "localhost"
"""What Neo4j Browser must call this machine: it takes guides from there without being told to."""
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Private-Network": "true",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}
"""What lets a page of another address read the two files; nothing in them is secret."""


class Guide(ThreadingHTTPServer):
    """A server of the two files, bound to loopback; port 0 takes any that is free.

    Raises:
        GraphError: The port is taken.
    """

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as error:
            raise GraphError(f"Port {port} is taken. Name another with --port.") from error
        self.address = f"http://{NAME}:{self.server_address[1]}"
        texts = {name: cypher.text(f"browser/{name}") for name in TYPES}
        self.bodies = {
            name: text.replace("ADDRESS", self.address).encode() for name, text in texts.items()
        }


class _Handler(BaseHTTPRequestHandler):
    """Answers GET, and the question whether a page of another address may ask."""

    def do_GET(self) -> None:
        """Send one of the files."""
        name = urlsplit(self.path).path.removeprefix("/")
        body = cast(Guide, self.server).bodies.get(name)
        status = HTTPStatus.NOT_FOUND if body is None else HTTPStatus.OK
        self._answer(status, TYPES.get(name, "text/plain"), body or b"")

    def do_OPTIONS(self) -> None:
        """Say that any page may ask."""
        self._answer(HTTPStatus.OK, "text/plain", b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _answer(self, status: HTTPStatus, type_: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{type_}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def opening(uri: str, ports: dict[str, str], guide: str) -> str:
    """Return the address that opens Neo4j Browser at a database, with the guide in it.

    ``ports`` are the addresses that the server itself tells, by ``http`` and ``https``; what
    it calls itself there is of no use from outside, so only the port counts.

    >>> opening("bolt://10.0.0.7:7687", {"http": "localhost:7475"}, "http://localhost:80")
    'http://10.0.0.7:7475/browser/?dbms=bolt%3A%2F%2F10.0.0.7%3A7687&cmd=play&arg=http%3A%2F%2Flocalhost%3A80%2Fguide.html'
    """
    scheme, usual = ("https", "7473") if "+s" in uri else ("http", "7474")
    port = ports.get(scheme, "").rpartition(":")[2] or usual
    host = urlsplit(uri).netloc.rpartition(":")[0] or urlsplit(uri).netloc
    given = urlencode({"dbms": uri, "cmd": "play", "arg": f"{guide}/guide.html"})
    return f"{scheme}://{host}:{port}/browser/?{given}"
