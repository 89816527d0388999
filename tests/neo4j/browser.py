"""Neo4j Browser as a person uses it: a real Chromium, driven by Playwright."""

import json
import math
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Locator, Page, Route, expect, sync_playwright

WIDTH, HEIGHT = 1400, 900
MIDDLE = (565, 490)
"""Of the canvas, between the views on its left and the legend on its right."""
RADIUS = (440, 345)
PATIENCE = 30_000
"""Milliseconds that a page may take to show something."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SETTINGS = {
    "showSampleScripts": False,
    "showWheelZoomInfo": False,
    "allowCrashReports": False,
    "allowUserStats": False,
    "autoComplete": False,  # only what the query returns
    "initialNodeDisplay": 300,
}
OURS = {"localhost", "127.0.0.1"}


def chromium() -> str | None:
    """Return the program, None if this machine has none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


class Browser:
    """One window of Neo4j Browser, logged in."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @classmethod
    @contextmanager
    def at(cls, url: str, user: str, password: str) -> Iterator[Self]:
        """Open an address and log in there. No address but this machine's is reached."""
        program = chromium()
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=program, args=[*FLAGS]) as started,
        ):
            page = started.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.set_default_timeout(PATIENCE)
            page.route("**/*", _ours)
            settings = json.dumps(json.dumps(SETTINGS))
            page.add_init_script(f"localStorage.setItem('neo4j.settings', {settings})")
            page.goto(url)
            page.get_by_test_id("username").fill(user)
            page.get_by_test_id("password").fill(password)
            page.get_by_test_id("connect").click()
            page.get_by_text("neo4j$").first.wait_for()  # the database, once it is known
            yield cls(page)

    def run(self, text: str) -> Locator:
        """Put a text into the editor, run it, and return the frame that it opens."""
        self.page.locator('[data-testid="activeEditor"] .monaco-editor').first.click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(text)
        return self._go()

    def follow(self, box: Locator) -> Locator:
        """Click on a box of the guide, run what it puts into the editor, return the frame."""
        box.click()
        return self._go()

    def _go(self) -> Locator:
        frames = self.page.get_by_test_id("frame")
        before = frames.count()
        self.page.get_by_test_id("editor-Run").click()
        expect(frames).to_have_count(before + 1)
        return frames.first

    def drawn(self, frame: Locator) -> list[str]:
        """Wait until a graph is drawn and stands still; return the captions of its nodes."""
        nodes = frame.locator("svg g.node")
        nodes.first.wait_for()
        _settle(frame)
        captions: list[str] = nodes.evaluate_all("nodes => nodes.map(n => n.textContent.trim())")
        return captions

    def labels(self, frame: Locator) -> set[str]:
        """Return the labels of the nodes that are drawn."""
        found: list[str] = frame.locator("svg g.node").evaluate_all(
            "nodes => nodes.flatMap(n => n.__data__.labels)"
        )
        return set(found)

    def colours(self, frame: Locator) -> dict[str, str]:
        """Return the colour of the edges that are drawn, by type."""
        pairs = frame.locator("svg g.relationship").evaluate_all(
            "ties => ties.map(t => [t.__data__.type, t.querySelector('path').getAttribute('fill')])"
        )
        return dict(pairs)

    def choose(self, frame: Locator, relation: str) -> Locator:
        """Click on the first edge of a type; return the panel that shows its properties."""
        edge = frame.locator("svg g.relationship").filter(has_text=relation).first
        edge.locator("text").click(force=True)  # what lies over it takes the click
        return frame.get_by_test_id("viz-details-pane-properties-table")

    def picture(self, path: Path) -> None:
        """Keep what the window shows."""
        self.page.mouse.move(MIDDLE[0], HEIGHT - 5)
        self.page.screenshot(path=path)

    def spread(self, frame: Locator) -> None:
        """Draw a graph over the whole window, the node with the most ties in its middle."""
        frame.locator('[title="Fullscreen"]').click()
        _settle(frame)
        nodes = frame.locator("svg g.node")
        names: list[str] = nodes.evaluate_all(
            "nodes => nodes.map(n => n.__data__.propertyMap.name)"
        )
        ends = frame.locator("svg g.relationship").evaluate_all(
            "ties => ties.map(t => [t.__data__.source, t.__data__.target]"
            ".map(n => n.propertyMap.name))"
        )
        centre, *ring = _order(names, ends)
        self._drag(nodes.nth(names.index(centre)), *MIDDLE)
        for place, name in enumerate(ring):
            turn = 2 * math.pi * place / len(ring)
            near = 0.62 if len(ring) > 12 and place % 2 else 1
            x = MIDDLE[0] - near * RADIUS[0] * math.cos(turn)
            y = MIDDLE[1] - near * RADIUS[1] * math.sin(turn)
            self._drag(nodes.nth(names.index(name)), x, y)
        _settle(frame)

    def _drag(self, node: Locator, x: float, y: float) -> None:
        box = node.bounding_box()
        assert box is not None
        mouse = self.page.mouse
        mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        mouse.down()
        mouse.move(x, y, steps=8)
        mouse.up()


def _ours(route: Route) -> None:
    host = route.request.url.split("//", 1)[-1].split("/", 1)[0].rsplit(":", 1)[0]
    if host in OURS or not route.request.url.startswith("http"):
        route.continue_()
    else:
        route.abort()


def _settle(frame: Locator) -> None:
    """Wait until no node moves any more."""
    places = "nodes => nodes.map(n => n.getAttribute('transform')).join()"
    before = None
    while (now := frame.locator("svg g.node").evaluate_all(places)) != before:
        before = now
        frame.page.wait_for_timeout(700)


def _order(names: list[str], ends: list[Any]) -> list[str]:
    """Return the best tied name, then the others, each near those that it is tied to."""

    def degree(name: str) -> int:
        return sum(name in pair for pair in ends)

    centre, *rest = sorted(names, key=lambda name: (-degree(name), name))
    order: list[str] = []
    for name in rest:
        if name in order:
            continue
        near = {one for pair in ends if name in pair for one in pair} - {name, centre, *order}
        beside = sorted(near)
        order += [*beside[1::2], name, *beside[::2]]
    return [centre, *order]
