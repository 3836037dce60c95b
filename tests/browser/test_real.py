"""The program as it is started by a person: postings indexed, the page opened, a question asked in each language."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect
from visiting import Visit, Visitor, ask, go, nothing_wrong

from assistant.writing.chat_model import Message
from tests.assistant.writing.endpoint_server import KEY, FakeEndpoint, Handler, endpoint
from tests.makers.pdf import flowing
from tests.started import ROOT, Started, started

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.model]

SLOW = "Parle-moi de la participation citoyenne."
NURSE = """Sage-femme de village

Association Tifaouine, Zagora

Profil

- Le tamazight est exigé ; l'anglais serait un atout.
- Permis B exigé.

Candidature

Envoyez votre dossier à emploi@tifaouine.example avant le 31 mars 2031.
"""
CV = """Zineb Quatrebarbes
zineb@example.org

Expérience
2019 - 2024 : coordinatrice de projets, Fondation Canaribleu, Agadir
Suivi du budget et animation d'ateliers avec les coopératives féminines du Canaribleu

Langues
Arabe : courant. Français : courant.

Permis B
"""
TELLING = ("Quatrebarbes", "Canaribleu")  # words of the CV that stand nowhere else


def _play(handler: Handler, messages: Sequence[Message]) -> None:
    """A model that begins one answer and never ends it, and is not there for the others."""
    if SLOW not in messages[-1].content:
        return handler.whole("{}", 404)
    handler.begin()
    while not handler.server.fake.left.wait(0.2):
        handler.piece("La participation citoyenne ")
    return None


@pytest.fixture(scope="module")
def model() -> Iterator[FakeEndpoint]:
    with endpoint(_play) as fake:
        yield fake


@pytest.fixture(scope="module")
def page_served(
    tmp_path_factory: pytest.TempPathFactory,
    browser: Browser,  # noqa: ARG001
    model: FakeEndpoint,
) -> Iterator[Started]:
    settings = {"LLM_MODEL": "fake-model", "OPENAI_BASE_URL": model.url, "OPENAI_API_KEY": KEY}
    with started(tmp_path_factory.mktemp("real"), ROOT / "seeds", settings) as one:
        yield one


@pytest.fixture
def address(page_served: Started) -> str:
    return page_served.address


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    opened = Visitor(browser, address)
    yield opened
    for context in opened.contexts:
        context.close()


@pytest.mark.parametrize(
    ("locale", "question", "answered_in", "place"),
    [
        ("en-GB", "Which jobs require Tamazight?", "en", "004_d881c9e54f060db4.txt"),
        ("fr-FR", "Où envoyer ma candidature pour le poste d'Oujda ?", "fr", None),
    ],
)
def test_a_question_is_answered_with_a_quote_on_the_screen(
    visitor: Visitor, locale: str, question: str, answered_in: str, place: str | None
) -> None:
    visit = visitor.open(locale=locale)
    page = visit.page
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


def test_a_port_in_use_is_one_sentence(address: str, tmp_path: Path) -> None:
    port = address.rsplit(":", 1)[1].strip("/")
    command = [sys.executable, str(ROOT / "app.py"), "--store", str(tmp_path), "--port", port]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert f"Port {port} is in use" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_pdf_is_added_asked_about_compared_and_taken_back(visitor: Visitor) -> None:
    visit = visitor.open(locale="fr-FR")
    page = visit.page
    go(page, "settings")
    file = FilePayload(name="sage-femme.pdf", mimeType="application/pdf", buffer=flowing(NURSE))
    page.locator("#add-files").set_input_files([file])
    expect(page.locator("#undo")).to_be_visible(timeout=60_000)
    expect(page.locator("#add-report .done")).to_have_text(["sage-femme.pdf : ajoutée"])
    go(page, "chat")
    ask(page, "Quand ferme l'offre de sage-femme ?")
    expect(page.locator(".statements").last).to_contain_text("31 mars 2031")
    page.locator(".cite").last.click()
    expect(page.locator("#source mark").first).to_contain_text("31 mars 2031")
    page.locator("#source [data-compare]").click()
    page.locator("#source .close").click()
    page.locator("#postings [data-posting='004_d881c9e54f060db4.txt']").click()
    page.locator("#source [data-compare]").click()
    go(page, "compare")
    expect(page.locator(".side-by-side thead button")).to_have_count(2)
    languages = page.locator(".side-by-side tr", has_text="Langues").first
    expect(languages.locator("td").first).to_contain_text("tamazight")
    with page.expect_download() as waiting:
        page.locator("[data-download=comparison_csv]").click()
    assert "emploi@tifaouine.example" in Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    go(page, "postings")
    page.locator("#view [data-posting='sage-femme.pdf']").click()
    page.locator("#source [data-removal=ask]").click()
    page.locator("#source [data-removal=yes]").click()
    expect(page.locator("#view [data-posting='sage-femme.pdf']")).to_have_count(0)
    nothing_wrong(visit)


def test_a_stream_is_stopped_and_the_conversation_found_again(visitor: Visitor, model: FakeEndpoint) -> None:
    visit = visitor.open(locale="fr-FR")
    page = visit.page
    page.locator("#question textarea").fill(SLOW)
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#stop")).to_be_visible()
    page.wait_for_timeout(1_000)
    page.locator("#stop").click()
    expect(page.locator(".failure")).to_have_text("Réponse interrompue.")
    assert model.left.wait(10), "the model is not listened to any more"
    page.reload()
    expect(page.locator("article .asked")).to_contain_text(SLOW)
    expect(page.locator(".failure")).to_have_text("Réponse interrompue.")
    nothing_wrong(visit)


def _left_behind(visit: Visit, one: Started, model: FakeEndpoint) -> list[str]:
    """Where words of the CV are found: files, log, page, storage of the browser, what a model was sent."""
    page = visit.page
    stored = "JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie + location.href"
    shown = "[...document.querySelectorAll('input, textarea')].map((box) => box.value).join()"
    places = {
        "page": page.content() + str(page.evaluate(shown)),
        "storage": str(page.evaluate(stored)),
        "model": str(model.requests),
    }
    files = [path for folder in (one.store, one.temporary, one.log.parent) for path in folder.rglob("*")]
    held = {str(path): path.read_bytes().decode("utf8", "ignore") for path in files if path.is_file()}
    return [place for place, text in {**places, **held}.items() if any(word in text for word in TELLING)]


def test_a_letter_is_drafted_and_nothing_of_the_cv_is_left(
    visitor: Visitor, page_served: Started, model: FakeEndpoint
) -> None:
    visit = visitor.open(locale="fr-FR")
    page = visit.page
    page.locator("#postings [data-posting='004_d881c9e54f060db4.txt']").click()
    page.locator("[data-letter]").click()
    file = FilePayload(name="cv.pdf", mimeType="application/pdf", buffer=flowing(CV))
    page.locator("#cv-file").set_input_files([file])
    expect(page.locator("#cv")).to_have_value(re.compile("Quatrebarbes"))
    page.locator("[data-draft]").click()
    expect(page.locator(".letter-part").first).to_be_visible(timeout=60_000)
    expect(page.locator("#letter-result")).to_contain_text("Quatrebarbes")
    with page.expect_download() as waiting:
        page.locator("[data-letter-file=md]").first.click()
    assert "Quatrebarbes" in Path(waiting.value.path()).read_text(encoding="utf8")
    page.locator("[data-fit]").click()
    expect(page.locator(".ranking article").first).to_be_visible(timeout=60_000)
    assert _left_behind(visit, page_served, model) == ["page"]
    page.locator("[data-forget-cv]").click()
    expect(page.locator("#cv")).to_have_value("")
    go(page, "chat")
    assert _left_behind(visit, page_served, model) == []
    nothing_wrong(visit)
