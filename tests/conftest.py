"""Fixtures every test folder shares: a real browser, and the built site on a loopback server."""

from __future__ import annotations

import functools
import http.server
import os
import threading
import time
from pathlib import Path

import pytest

from vecinos.commands.chromium import HELP, find_chromium

ROOT = Path(__file__).resolve().parents[1]
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser():
    """A real Chromium. Its absence fails the test: a check that did not run must not look green."""
    from playwright.sync_api import sync_playwright

    program = find_chromium()
    if program is None:
        pytest.fail(HELP)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=BROWSER_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The built site's folder: the one VECINOS_SITE names, else built now, once for all workers of a parallel run."""
    named = os.environ.get("VECINOS_SITE")
    if named:
        assert (Path(named) / "index.html").is_file(), f"No site at {named}. Run: vecinos book --no-serve"
        return Path(named)
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    told = shared / "site.txt"
    try:
        (shared / "site-building").mkdir()
    except FileExistsError:  # another worker builds: two builds in one folder would spoil each other
        _wait_for(told)
    else:
        _build_and_tell(told)
    named = told.read_text(encoding="utf-8")
    assert named, "the book did not build: see the log above"
    return Path(named)


def _build_and_tell(told: Path) -> None:
    from vecinos.commands.book import build

    built = None
    try:
        built = build(ROOT)
    finally:  # also a failure is told, or the other workers would wait for nothing
        part = told.with_suffix(".part")
        part.write_text(str(built or ""), encoding="utf-8")
        part.replace(told)


def _wait_for(told: Path, seconds: float = 200) -> None:
    end = time.monotonic() + seconds
    while not told.exists():
        if time.monotonic() > end:
            pytest.fail(f"another worker began to build the book and was not done after {seconds:.0f} seconds")
        time.sleep(0.2)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def serve():
    """serve(folder) -> address of a loopback server of that folder, for the length of the session."""
    servers = []

    def start(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def new_page(browser):
    """new_page(**context options) -> a page in a browser context of its own.

    What goes wrong in it is kept in ``page.complaints``, the addresses it asks for in ``page.asked``.
    """
    contexts = []

    def start(**options):
        context = browser.new_context(**({"viewport": {"width": 1350, "height": 900}} | options))
        contexts.append(context)
        page = context.new_page()
        page.complaints, page.asked = [], []
        page.on("console", lambda m: page.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.complaints.append(f"uncaught: {error}"))
        page.on("request", lambda request: page.asked.append(request.url))
        return page

    yield start
    for context in contexts:
        context.close()


@pytest.fixture
def visit(new_page):
    """visit(address, **context options) -> that page, loaded."""

    def start(url: str, **options):
        page = new_page(**options)
        page.goto(url, wait_until="load")
        return page

    return start
