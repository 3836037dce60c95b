"""A real browser, and the page over a stand-in for the assistant."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from visiting import Visitor

from assistant.web.serve import running
from tests.fake_backend import FakeBackend
from tests.started import free_port

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


expect.set_options(timeout=60_000)  # a busy machine is no fault of the page


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
