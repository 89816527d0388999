"""A real Neo4j for the tests: from jars, on free ports of this machine, gone afterwards."""

import os
import re
import resource
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

CACHE = Path(__file__).parents[2] / ".cache" / "neo4j"
PASSWORD = "only-for-tests"
START = 180.0
"""Seconds that a start may take; ten are usual."""

WATCH = 'read -r _ || { kill -9 "$0"; sleep 1; rm -rf "$1"; } 2>/dev/null'
"""Ends the server and its files when this process is gone, however it went: a pipe tells."""

SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
dbms.security.auth_lock_time=1s
dbms.cypher.min_replan_interval=1h
"""


class MissingServer(Exception):  # noqa: N818
    """There is nothing to start, or it does not start."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a Neo4j is and how to get in; ``browser`` is its page, where one is served."""

    uri: str
    password: str
    user: str = "neo4j"
    database: str = "neo4j"
    browser: str | None = None

    def __post_init__(self) -> None:
        if urlsplit(self.uri).hostname not in {"localhost", "127.0.0.1", "::1"}:
            raise ValueError(f"{self.uri} is not this machine; the tests empty what they use")


class Server:
    """A server of our own, from entering the context to leaving it."""

    def __init__(
        self,
        memory: str = "768m",
        settings: str = "",
        before: Callable[[Path], object] | None = None,
        jars: Path | None = None,
    ) -> None:
        self.memory = memory
        self.jars = jars
        self.before = before
        self.settings = SETTINGS + settings

    def __enter__(self) -> Self:
        self.home = Path(tempfile.mkdtemp(prefix="kgbuild-neo4j-"))
        bolt, http = free_ports(2)
        self.address = Address(
            f"bolt://127.0.0.1:{bolt}", PASSWORD, browser=f"http://127.0.0.1:{http}/browser/"
        )
        for name in ("conf", "plugins", "import", "data/dbms"):
            (self.home / name).mkdir(parents=True)
        settings = self.settings.format(bolt=bolt, http=http)
        (self.home / "conf/neo4j.conf").write_text(settings)
        shutil.copy(auth(), self.home / "data/dbms/auth.ini")
        if self.before:
            self.before(self.home)
        self._port = bolt
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def stop(self) -> None:
        """Kill the server; what it has stored stays, and a second time does nothing."""
        self._java.kill()
        self._java.wait()
        if self._watch.poll() is None:
            self._watch.communicate(b"\n")

    def limit_files(self, size: int) -> None:
        """Let the running server write no file beyond so many bytes; Linux only."""
        resource.prlimit(self._java.pid, resource.RLIMIT_FSIZE, (size, size))

    def start(self, settings: str = "") -> None:
        """Start the server, with more settings than it has."""
        with (self.home / "conf/neo4j.conf").open("a") as conf:
            conf.write(settings)
        log = self.home / "start.log"
        command = [
            *java(self.jars),
            f"-Xmx{self.memory}",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "org.neo4j.server.CommunityEntryPoint",
            f"--home-dir={self.home}",
            f"--config-dir={self.home / 'conf'}",
        ]
        with log.open("wb") as out:
            self._java = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
            )
        self._watch = subprocess.Popen(
            ["sh", "-c", WATCH, str(self._java.pid), str(self.home)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )
        deadline = time.monotonic() + START
        while not answers(self._port):
            if self._java.poll() is not None or time.monotonic() > deadline:
                said = log.read_text(errors="replace")[-2000:]
                self.__exit__(None, None, None)
                raise MissingServer(f"The tests' Neo4j does not start. It said:\n{said}")
            time.sleep(0.1)


def java(more: Path | None = None) -> list[str]:
    """Return the start of a command that runs a class out of the server's jars, and more."""
    home = os.environ.get("JAVA_HOME")
    program = shutil.which(f"{home}/bin/java" if home else "java")
    if program is None or not (CACHE / "lib").is_dir():
        raise MissingServer("The tests need a Neo4j of their own. Say: sh tests/neo4j/install.sh")
    folders = [CACHE / "lib", *([more] if more else [])]
    return [program, "-cp", os.pathsep.join(f"{folder}/*" for folder in folders)]


def shell(to: Address, text: str) -> str:
    """Return what Cypher Shell prints for a text; it must understand all of it."""
    command = [*java(), "org.neo4j.shell.Main", "-a", to.uri, "-u", to.user, "--format", "plain"]
    environment = {**os.environ, "NEO4J_PASSWORD": to.password}
    done = subprocess.run(
        command, input=text, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise AssertionError(done.stderr)
    return done.stdout


def auth() -> Path:
    """Return the file that tells a fresh server its password, made once."""
    made = CACHE / "auth.ini"
    if not made.exists():
        with tempfile.TemporaryDirectory(prefix="kgbuild-neo4j-") as home:
            (Path(home) / "conf").mkdir()
            subprocess.run(
                [
                    *java(),
                    "org.neo4j.server.startup.Neo4jAdminCommand",
                    *("dbms", "set-initial-password", PASSWORD),
                ],
                env={**os.environ, "NEO4J_HOME": home, "NEO4J_CONF": f"{home}/conf"},
                check=True,
                capture_output=True,
            )
            fresh = CACHE / f"auth.{os.getpid()}"
            shutil.copy(Path(home) / "data/dbms/auth.ini", fresh)
            fresh.replace(made)
    return made


def free_ports(count: int) -> list[int]:
    """Return ports of this machine that nobody listens on now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [taken.getsockname()[1] for taken in sockets]
    for taken in sockets:
        taken.close()
    return ports


def answers(port: int) -> bool:
    """Say whether a Neo4j on this port speaks Bolt."""
    hello = bytes.fromhex("6060b017 00000405 00000004 00000000 00000000")
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as bolt:
            bolt.settimeout(1)
            bolt.sendall(hello)
            return len(bolt.recv(4)) == 4
    except OSError:
        return False


def version() -> str:
    """Return the server's version, as pom.xml has it."""
    pom = (Path(__file__).parent / "pom.xml").read_text(encoding="utf-8")
    [found] = re.findall(r"<neo4j\.version>(.*?)</neo4j\.version>", pom)
    return str(found)
