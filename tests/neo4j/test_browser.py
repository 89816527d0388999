"""Neo4j Browser itself, with kgbuild's guide and style, over the graph of the examples.

The pictures that the docs show are kept where ``KGBUILD_PICTURES`` says: ``make pictures``.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

import pytest
from neo4j import Driver
from playwright.sync_api import expect

from kgbuild import cypher
from kgbuild.guide import Guide
from tests.neo4j.browser import Browser, chromium
from tests.neo4j.plugin import EMPTY
from tests.neo4j.server import Address, shell

pytestmark = [pytest.mark.neo4j, pytest.mark.model]

ROOT = Path(__file__).parents[2]
AROUND = """
MATCH (h:Entity {name: 'Huawei'})-[t WHERE t.relation <> 'RELATED_TO']-(near:Entity)
WITH h, collect(DISTINCT near) AS near
MATCH p = (a)-[t WHERE t.relation <> 'RELATED_TO']->(b)
WHERE (a = h OR a IN near) AND (b = h OR b IN near)
RETURN p
"""
RED = "#DC2626"
LISTED = re.compile("Huawei (was added to|has been on) the Entity List")
"""Which of the two stands for the tie is for the weights to say."""
"""The surest of what the examples say of it, which is shown."""


@pytest.fixture(scope="module")
def examples(neo4j: Address, driver: Driver, tmp_path_factory: pytest.TempPathFactory) -> Address:
    """Load the graph of the examples into an empty database."""
    with driver.session() as session:
        session.run(EMPTY).consume()
    db = tmp_path_factory.mktemp("examples") / "kgbuild.db"
    command = [*kgbuild(neo4j), "--db", str(db), "ingest", str(ROOT / "examples")]
    subprocess.run(command, check=True, env=environment(neo4j), capture_output=True)
    return neo4j


def kgbuild(to: Address) -> list[str]:
    return [sys.executable, "-m", "kgbuild", "--neo4j", to.uri]


def environment(to: Address) -> dict[str, str]:
    login = {"NEO4J_USERNAME": to.user, "NEO4J_PASSWORD": to.password}
    return {**os.environ, **login, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def opened(examples: Address) -> Iterator[Browser]:
    """Open the address that ``kgbuild browser`` prints, and log in there."""
    if chromium() is None:
        pytest.skip("Chromium is not installed: apt-get install chromium, or set CHROMIUM")
    with subprocess.Popen(
        [*kgbuild(examples), "browser"],
        env=environment(examples),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as serving:
        try:
            assert serving.stdout is not None
            with Browser.at(
                serving.stdout.readline().strip(), examples.user, examples.password
            ) as one:
                yield one
        finally:
            serving.kill()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Return the folder for pictures."""
    return Path(os.environ.get("KGBUILD_PICTURES", tmp_path))


def test_a_newcomer_is_led_through_the_graph(opened: Browser, pictures: Path) -> None:
    guide = opened.page.locator('[data-testid="frame"]:has([data-testid="carousel"])')
    expect(guide).to_contain_text("every tie shows the sentence that it stands on")
    opened.picture(pictures / "guide.png")
    opened.follow(guide.locator("pre").first)
    expect(opened.page.get_by_text("relationship.DENIED {")).to_be_visible()

    guide.get_by_test_id("nextSlide").last.click()
    one_company = opened.drawn(opened.follow(guide.locator("pre").first))
    guide.get_by_test_id("nextSlide").last.click()
    evidence = opened.follow(guide.locator("pre").first)
    said, labels = opened.drawn(evidence), opened.labels(evidence)
    opened.picture(pictures / "evidence.png")
    guide.get_by_test_id("nextSlide").last.click()
    not_so = opened.follow(guide.locator("pre").first)
    opened.drawn(not_so)

    assert {"Huawei", "Ren Zhengfei", "Entity List"} <= set(one_company)
    assert {"Statement", "Article", "Listing"} <= labels
    assert all(said)
    assert {"DENIED": RED}.items() <= opened.colours(not_so).items()
    assert len(set(opened.colours(not_so).values())) == 4


def test_the_picture_of_the_readme(opened: Browser, pictures: Path, examples: Address) -> None:
    guide = opened.page.locator('[data-testid="frame"]:has([data-testid="carousel"])')
    opened.follow(guide.locator("pre").first)

    around = opened.run(" ".join(AROUND.split()))
    captions = opened.drawn(around)
    opened.spread(around)
    evidence = opened.choose(around, "LISTED_ON")
    expect(evidence).to_contain_text(LISTED)
    opened.picture(pictures / "browser.png")

    assert {"Huawei", "Ren Zhengfei", "Entity List", "HiSilicon"} <= set(captions)


def test_a_query_file_runs_in_the_browser_as_it_is(opened: Browser) -> None:
    text = cypher.statement("queries/ties")

    every = opened.run(text)
    expect(every.get_by_title("Status: success")).to_have_count(text.count(";\n"))
    last = opened.run(text[text.index("MATCH") :])

    expect(last).to_contain_text(LISTED)


def test_every_query_runs_in_cypher_shell_as_it_is_and_finds_something(examples: Address) -> None:
    files = {name: cypher.statement(f"queries/{name}") for name in cypher.names("queries")}
    text = "".join(f"RETURN '== {name}';\n{body}" for name, body in files.items())

    said = shell(examples, text)

    parts = dict(part.split("\n", 1) for part in said.split('"== ')[1:])
    rows = {name.rstrip('"'): len(part.splitlines()) - 2 for name, part in parts.items()}
    assert sorted(rows) == sorted(files)
    assert [name for name, count in rows.items() if count < 1] == []


@pytest.mark.parametrize("name", ["guide.html", "style.grass"])
def test_the_guide_is_served_to_this_machine_and_to_any_page(name: str) -> None:
    with Guide() as guide:
        Thread(target=guide.serve_forever, daemon=True).start()
        with urlopen(f"http://127.0.0.1:{guide.server_address[1]}/{name}") as answer:
            body = answer.read().decode()
        asked = Request(f"{guide.address}/{name}", method="OPTIONS")
        with urlopen(asked) as allowed:
            origin = allowed.headers["Access-Control-Allow-Origin"]
        guide.shutdown()

    assert guide.server_address[0] == "127.0.0.1"
    assert "ADDRESS" not in body
    assert origin == "*"
