"""A CV in the chat: its answers are shown in this page, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visiting import Visit, Visitor, ask, go, nothing_wrong

from assistant.web.wording import wording
from tests.fake_backend import FakeBackend

pytestmark = [pytest.mark.browser, pytest.mark.server]

CV = "Canary speaks Tamazight. And has worked for years."
TAMAZIGHT = "Which jobs require Tamazight?"
FIT = {"en-GB": "which postings fit my CV?", "fr-FR": "quelles offres correspondent à mon CV ?"}
LETTER = "fais-moi un plan de lettre pour le poste d'Agadir"


def stored(page: Page) -> str:
    """All that the browser keeps of the page."""
    return str(
        page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")
    )


def with_a_cv(visitor: Visitor, locale: str) -> Visit:
    """A visitor in the chat who has given a CV on the page of letters, by the way that the chat shows."""
    visit = visitor.open(locale)
    ask(visit.page, FIT[locale])
    visit.page.locator("[data-give-cv]").click()
    visit.page.locator("#cv").fill(CV)
    go(visit.page, "chat")
    return visit


@pytest.mark.parametrize("locale", FIT)
def test_an_answer_of_a_cv_is_gone_with_the_page_and_the_others_are_not(
    visitor: Visitor, backend: FakeBackend, locale: str
) -> None:
    words = wording(locale[:2])
    visit = with_a_cv(visitor, locale)
    page = visit.page
    page.locator(".ask-again").click()
    private = page.locator("article.private")
    expect(private).to_contain_text(CV)
    expect(private.locator(".private-note")).to_contain_text(words.private)
    expect(private.locator(".thumb")).to_have_count(0)
    private.locator(".cite").first.click()
    expect(page.locator("#source mark")).to_have_text("Fluent Tamazight is required.")
    page.locator("#source .close").click()
    ask(page, LETTER)
    ask(page, TAMAZIGHT)
    assert [turn.role for turn in backend.histories[-1]] == ["user", "assistant", "user", "user"]
    assert "Canary" not in str(backend.histories[-1])
    assert backend.cvs == ["", CV, CV]
    assert "Canary" not in stored(page)
    assert FIT[locale] in stored(page), "the question that had no CV yet is one of the others"
    page.locator("#menu-deeds summary").click()
    with page.expect_download() as waiting:
        page.locator("[data-save=md]").click()
    assert "Canary" not in Path(waiting.value.path()).read_text(encoding="utf8")
    page.reload()
    expect(page.locator("article")).to_have_count(2)
    expect(page.locator("article.private")).to_have_count(0)
    assert "Canary" not in page.content()
    nothing_wrong(visit)


@pytest.mark.parametrize("locale", FIT)
def test_a_cv_that_is_forgotten_takes_its_answers_along(visitor: Visitor, backend: FakeBackend, locale: str) -> None:
    visit = with_a_cv(visitor, locale)
    page = visit.page
    ask(page, TAMAZIGHT)
    ask(page, LETTER)
    expect(page.locator("article.private")).to_contain_text(CV)
    page.locator("article.private [data-forget-cv]").click()
    expect(page.locator("article.private")).to_have_count(0)
    expect(page.locator("article")).to_have_count(2)
    expect(page.locator("#said")).to_have_text(wording(locale[:2]).script["cv_forgotten"])
    assert "Canary" not in stored(page) + page.content()
    ask(page, FIT[locale])
    expect(page.locator("[data-give-cv]").last).to_be_visible()
    assert backend.cvs[-1] == ""
    go(page, "letter")
    expect(page.locator("#cv")).to_have_value("")
    nothing_wrong(visit)


def test_a_cv_is_forgotten_while_it_is_answered_from(visitor: Visitor, backend: FakeBackend) -> None:
    backend.slowly = 2.0
    page = with_a_cv(visitor, "en-GB").page
    page.locator("#question textarea").fill(FIT["en-GB"])
    page.keyboard.press("Enter")
    page.locator("article.private [data-forget-cv]").click()
    expect(page.locator("article.private")).to_have_count(0)
    expect(page.locator("#send")).to_be_visible()
    expect(page.locator("article:not([aria-busy])")).to_have_count(1)
    assert "Canary" not in stored(page) + page.content()
