"""Write inputs into a folder and read them."""

from io import BytesIO
from pathlib import Path

import pytest

from kgbuild.model import Article, Failure, Source
from kgbuild.read import read
from tests.read.inputs import Put, ReadOne, Reads


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file, with the folders on the way; return its path."""

    def write(name: str, content: bytes | str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


@pytest.fixture
def reads(tmp_path: Path) -> Reads:
    """Read paths with the test's folder as the base."""

    def run(*paths: str, stdin: bytes = b"") -> list[Source | Failure]:
        return list(read(paths, base=tmp_path, stdin=BytesIO(stdin)))

    return run


@pytest.fixture
def read_one(put: Put, reads: Reads) -> ReadOne:
    """Return the one article of a file, which comes without a Failure."""

    def run(name: str, content: bytes | str) -> Article:
        [found] = reads(put(name, content))
        assert isinstance(found, Source), found
        return found.article

    return run
