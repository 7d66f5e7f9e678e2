"""A browser, and a server with a few claims, for the journeys of a newcomer.

The browser is the Chromium that is installed, never one that is downloaded. Whatever
a page asks of another host, and whatever it complains of, fails its test.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from api.app import create_app
from api.pages.scripts import script
from api.settings import Settings
from graph.store import Store
from tests.api.conftest import fill

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)

QUICKLY = ("--no-sandbox", "--disable-gpu", "--disable-renderer-backgrounding")
"""Without a graphics card, which would be imitated, and at full priority."""

PATIENCE = 60_000
"""Milliseconds until something must have happened: machines may be busy."""


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; tests are skipped, but not in CI, where it could not.

    It keeps an event loop running, which tests elsewhere must not meet: a module's.
    """
    if CHROMIUM is None or script("graph") is None:
        lacking = "Chromium" if CHROMIUM is None else "the built scripts"
        if os.environ.get("CI") == "true":
            pytest.fail(f"no {lacking}")
        pytest.skip(f"no {lacking}")
    with sync_playwright() as playwright:
        yield playwright


@contextmanager
def launched(playwright: Playwright, *arguments: str) -> Iterator[Browser]:
    """A browser of its own."""
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=[*QUICKLY, *arguments]
    )
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with launched(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the pages are served."""
    with Store.open(None) as store:
        fill(store)
        config = uvicorn.Config(
            create_app(store, Settings()), port=0, log_level="error"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            thread.join(0.05)
            assert thread.is_alive()
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(20)


expect.set_options(timeout=PATIENCE)

Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of its own, of a size; what it must not do fails the test."""
    wrong: list[str] = []
    contexts = []

    def open_page(path: str, *, width: int = 1280, height: int = 800) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        watch(page, address, wrong)
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrong


def watch(page: Page, address: str, wrong: list[str]) -> None:
    """Note requests to other hosts, errors, and dialogs that a script opened."""

    def request(url: str) -> None:
        if not url.startswith((address, "blob:", "data:")):
            wrong.append(f"asked of another host: {url}")

    page.on("request", lambda asked: request(asked.url))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    page.on(
        "console",
        lambda told: wrong.append(told.text) if told.type == "error" else None,
    )
