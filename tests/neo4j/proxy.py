"""A way to a server that can be cut."""

import socket
from contextlib import suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from typing import cast
from urllib.parse import urlsplit

from tests.neo4j.server import Address


class Proxy(ThreadingTCPServer):
    """Hands on to a server what comes, until so many bytes have gone there.

    What is under way is then cut off, or, if it goes ``mute``, stays open and gets no answer.
    ``heals`` says whether new connections get through.
    """

    daemon_threads = True

    def __init__(
        self, to: Address, *, cut: int | None = None, heals: bool = False, mute: bool = False
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        there = urlsplit(to.uri)
        self.there = (there.hostname or "", there.port or 0)
        self.uri = f"bolt://127.0.0.1:{self.server_address[1]}"
        self.cut = cut
        self.heals = heals
        self.mute = mute
        self.over = Event()
        self.sent = 0
        self.cuts = 0
        Thread(target=self.serve_forever, daemon=True).start()

    def verify_request(self, request: object, client_address: object) -> bool:
        """Let a connection in as long as nothing was cut, or it was healed."""
        return self.heals or not self.cuts

    def passes(self, count: int) -> bool:
        """Say whether so many more bytes get through."""
        self.sent += count
        if self.cut is None or self.sent < self.cut:
            return True
        self.cut = None
        self.cuts += 1
        return False

    def server_close(self) -> None:
        """Stop to listen."""
        self.over.set()
        self.shutdown()
        super().server_close()


class _Handler(BaseRequestHandler):
    def handle(self) -> None:
        proxy = cast(Proxy, self.server)
        with socket.create_connection(proxy.there) as there, suppress(OSError):
            Thread(target=_pump, args=(there, self.request), daemon=True).start()
            while (data := self.request.recv(4096)) and proxy.passes(len(data)):
                there.sendall(data)
            if proxy.mute and proxy.cuts:
                proxy.over.wait()
            for end in (there, self.request):  # to close is not enough while another thread reads
                end.shutdown(socket.SHUT_RDWR)


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_RDWR)
