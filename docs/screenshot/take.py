"""Take docs/images/browser.png anew: python -m docs.screenshot.take.

Needs what `make test` has installed, Node.js and Chromium. Starts a Neo4j of its own, ingests
examples/ into a ledger that is thrown away, loads it and runs browser.mjs.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.neo4j.server import Server

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def run(*command: str | Path, **environment: str) -> None:
    """Run a command, with these variables set, and stop where it fails."""
    subprocess.run(command, check=True, env={**os.environ, **environment})  # noqa: S603


def main() -> None:
    """Take the picture."""
    picture = ROOT / "docs" / "images" / "browser.png"
    picture.parent.mkdir(exist_ok=True)
    run("npm", "ci", "--silent", "--prefix", HERE)
    with Server() as server, tempfile.TemporaryDirectory() as folder:
        neo4j = server.address
        login = {"NEO4J_USERNAME": neo4j.user, "NEO4J_PASSWORD": neo4j.password}
        kgbuild = (sys.executable, "-m", "kgbuild", "--db", f"{folder}/kgbuild.db")
        run(*kgbuild, "--neo4j", neo4j.uri, "ingest", ROOT / "examples", **login)
        run("node", HERE / "browser.mjs", neo4j.browser or "", picture, *sys.argv[1:], **login)


if __name__ == "__main__":
    main()
