"""The program as it is started by a person: postings indexed, the page opened, a question asked in each language."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from visiting import Visitor, free_port

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.model]

ROOT = Path(__file__).parents[2]


def _wait_until_served(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"The page was not served: {log.read_text(encoding='utf8')}")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:  # noqa: ARG001
    folder = tmp_path_factory.mktemp("real")
    store, log = str(folder / "store"), folder / "page.log"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "assistant", "index", str(ROOT / "seeds"), "--store", store],
        cwd=folder,
        env=environment,
        check=True,
        timeout=300,
    )
    port = free_port()
    command = [sys.executable, str(ROOT / "app.py"), "--store", store, "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
    try:
        served = f"http://127.0.0.1:{port}/"
        _wait_until_served(served, process, log)
        yield served
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.mark.parametrize(
    ("locale", "question", "answered_in", "place"),
    [
        ("en-GB", "Which jobs require Tamazight?", "en", "004_d881c9e54f060db4.txt"),
        ("fr-FR", "Où envoyer ma candidature pour le poste d'Oujda ?", "fr", None),
    ],
)
def test_a_question_is_answered_with_a_quote_on_the_screen(
    browser: Browser, address: str, locale: str, question: str, answered_in: str, place: str | None
) -> None:
    visitor = Visitor(browser, address)
    visit = visitor.open(locale=locale)
    page = visit.page
    try:
        page.get_by_role("button", name=question).click()
        expect(page.locator("article:not([aria-busy])")).to_have_count(1, timeout=90_000)
        expect(page.locator(".failure")).to_have_count(0)
        expect(page.locator(".statements")).to_have_attribute("lang", answered_in)
        citation = page.locator(".cite").first
        citation.click()
        marks = page.locator("#source mark")
        expect(marks.first).to_be_in_viewport()
        marked = " ".join(" ".join(marks.all_text_contents()).split())
        assert marked == " ".join((page.locator(".sources blockquote").first.text_content() or "").split())
        name = citation.get_attribute("data-posting")
        assert name is not None
        assert place in (None, name)
        seed = (ROOT / "seeds" / name).read_text(encoding="utf8")
        assert marked in " ".join(seed.split())
        assert visit.foreign == []
        assert visit.errors == []
    finally:
        for context in visitor.contexts:
            context.close()


def test_a_port_in_use_is_one_sentence(address: str, tmp_path: Path) -> None:
    port = address.rsplit(":", 1)[1].strip("/")
    command = [sys.executable, str(ROOT / "app.py"), "--store", str(tmp_path), "--port", port]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert f"Port {port} is in use" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
