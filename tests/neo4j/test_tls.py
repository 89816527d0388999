"""An encrypted connection, to a server whose certificate is made here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from kgbuild.errors import Neo4jError
from kgbuild.neo4j_.connection import Connection
from kgbuild.neo4j_.load import load
from kgbuild.neo4j_.verify import verify
from tests.neo4j.rows import small
from tests.neo4j.server import Address, Server

pytestmark = pytest.mark.neo4j

SETTINGS = """\
server.bolt.tls_level=OPTIONAL
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={folder}
dbms.ssl.policy.bolt.private_key=private.key
dbms.ssl.policy.bolt.public_certificate=public.crt
dbms.ssl.policy.bolt.client_auth=NONE
"""


@pytest.fixture(scope="module")
def signer() -> trustme.CA:
    """Make an authority that no system knows."""
    return trustme.CA(key_type=trustme.KeyType.RSA)


@pytest.fixture(scope="module")
def encrypted(signer: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """Start a server that shows a certificate for 127.0.0.1, and for no other name."""
    folder = tmp_path_factory.mktemp("certificate")
    shown = signer.issue_cert("127.0.0.1", key_type=trustme.KeyType.RSA)
    shown.private_key_pem.write_to_path(folder / "private.key")
    for blob in shown.cert_chain_pems:
        blob.write_to_path(folder / "public.crt", append=True)
    with Server(settings=SETTINGS.format(folder=folder)) as server:
        yield server.address


@pytest.fixture
def trusted(signer: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust the authority, as a user does."""
    signer.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))


def connect(to: Address, scheme: str, host: str = "127.0.0.1") -> Connection:
    uri = to.uri.replace("bolt", scheme).replace("127.0.0.1", host)
    return Connection(uri, to.user, to.password, to.database)


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_graph_is_loaded_where_the_certificate_is_trusted(
    encrypted: Address, scheme: str
) -> None:
    with connect(encrypted, scheme) as connection:
        load(connection, small().changes())

        assert verify(connection, small().projection) == []


@pytest.mark.parametrize(
    ("scheme", "said"),
    [
        ("bolt+s", r"not trusted \(.*Name the file .* in SSL_CERT_FILE"),
        ("neo4j+s", r"its certificate may not be trusted: bolt\+s:// tells"),
    ],
)
def test_a_certificate_of_unknown_origin_is_refused(
    encrypted: Address, scheme: str, said: str
) -> None:
    with pytest.raises(Neo4jError, match=said):
        connect(encrypted, scheme)


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_name_is_refused(encrypted: Address) -> None:
    with pytest.raises(Neo4jError, match="localhost"):
        connect(encrypted, "bolt+s", host="localhost")


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_a_certificate_is_taken_unseen_only_where_the_address_says_so(
    encrypted: Address, scheme: str
) -> None:
    with connect(encrypted, scheme) as connection:
        assert connection.read("RETURN 1 AS x", {}, timeout=10) == [{"x": 1}]
