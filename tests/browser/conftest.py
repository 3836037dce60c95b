"""A real browser, and the page over a stand-in for the assistant."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from fake_backend import FakeBackend
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from assistant.web.serve import running

_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Visit:
    """A page opened in a browser, and whatever it did that it should not."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass
class Visitor:
    """Opens the page of one server with settings of one's own, and takes it away again."""

    browser: Browser
    address: str
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, locale: str = "en-GB", width: int = 1280, dark: bool = False, touch: bool = False) -> Visit:
        context = self.browser.new_context(
            locale=locale,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.on("request", lambda request: self._note(visit, request.url))
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.goto(self.address)
        visit.page.locator(".welcome").wait_for()
        return visit

    def _note(self, visit: Visit, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            visit.foreign.append(url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        if os.environ.get("CI"):
            pytest.fail("No Chromium is installed, and CI needs one: install Debian's package chromium.")
        pytest.skip("No Chromium is installed, so the page is not tried in a browser.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def _server() -> Iterator[tuple[FakeBackend, str]]:
    before = dict(os.environ)
    backend = FakeBackend()
    try:
        with running(backend, "127.0.0.1", free_port()) as address:
            yield backend, address
    finally:
        os.environ.clear()
        os.environ.update(before)


@pytest.fixture
def backend(_server: tuple[FakeBackend, str]) -> Iterator[FakeBackend]:
    fake = _server[0]
    fake.reset()
    yield fake
    fake.reset()


@pytest.fixture
def visitor(browser: Browser, backend: FakeBackend, _server: tuple[FakeBackend, str]) -> Iterator[Visitor]:  # noqa: ARG001
    opened = Visitor(browser, _server[1])
    yield opened
    for context in opened.contexts:
        context.close()
