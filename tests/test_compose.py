"""The Neo4j that users start is the one that is tested, and is open to nobody else."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.neo4j.server import version


@pytest.fixture
def service() -> dict[str, Any]:
    text = (Path(__file__).parents[1] / "docker-compose.yml").read_text(encoding="utf-8")
    whole: dict[str, Any] = yaml.safe_load(text)
    assert list(whole["services"]) == ["neo4j"]
    assert [volume.split(":")[0] for volume in whole["services"]["neo4j"]["volumes"]] == list(
        whole["volumes"]
    )
    found: dict[str, Any] = whole["services"]["neo4j"]
    return found


def test_the_image_is_the_version_that_the_tests_run_against(service: dict[str, Any]) -> None:
    assert service["image"] == f"neo4j:{version()}-community"


def test_every_port_is_bound_to_this_machine(service: dict[str, Any]) -> None:
    assert service["ports"] == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]
    assert "network_mode" not in service


def test_a_password_must_be_set_and_has_no_default(service: dict[str, Any]) -> None:
    auth = service["environment"]["NEO4J_AUTH"]

    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?set NEO4J_PASSWORD[^}]*\}", auth)


def test_the_graph_is_kept_in_a_named_volume(service: dict[str, Any]) -> None:
    assert service["volumes"] == ["neo4j:/data"]


def test_it_is_known_when_it_is_ready(service: dict[str, Any]) -> None:
    assert service["healthcheck"]["test"][0] == "CMD"
    assert service["healthcheck"]["retries"] > 1


def test_memory_is_set_and_nothing_is_reported(service: dict[str, Any]) -> None:
    environment = service["environment"]

    assert all(
        environment[f"NEO4J_server_memory_{name}"]
        for name in ("heap_initial__size", "heap_max__size", "pagecache_size")
    )
    assert environment["NEO4J_dbms_usage__report_enabled"] == "false"
    assert environment["NEO4J_client_allow__telemetry"] == "false"
