"""Conversations that the browser keeps, and what may be done with an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from visiting import Visitor, ask, nothing_wrong

from tests.fake_backend import FakeBackend

pytestmark = [pytest.mark.browser, pytest.mark.server]

TAMAZIGHT = "Which jobs require Tamazight?"
OUJDA_QUESTION = "Où envoyer ma candidature pour le poste d'Oujda ?"


def test_a_conversation_is_found_again_renamed_saved_and_deleted(visitor: Visitor, backend: FakeBackend) -> None:
    visit = visitor.open()
    page = visit.page
    ask(page, TAMAZIGHT)
    page.reload()
    expect(page.locator("article")).to_have_count(1)
    expect(page.locator(".cite")).to_have_count(2)
    page.locator(".cite").first.click()
    expect(page.locator("#source mark")).to_have_text("Fluent Tamazight is required.")
    ask(page, OUJDA_QUESTION)
    assert backend.histories[-1][0].content == TAMAZIGHT
    page.locator("#again").click()
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, OUJDA_QUESTION)
    page.locator("#menu-history summary").click()
    expect(page.locator("#menu-history li")).to_have_count(2)
    page.locator("#menu-history li button", has_text=TAMAZIGHT).click()
    expect(page.locator("article")).to_have_count(2)

    page.locator("#menu-deeds summary").click()
    page.locator("#rename").click()
    page.get_by_label("Name of the conversation").fill("Languages")
    page.keyboard.press("Enter")
    expect(page.locator(".conversation-name")).to_have_text("Languages")
    for kind in ("md", "docx"):
        page.locator("#menu-deeds summary").click()
        with page.expect_download() as waiting:
            page.locator(f"[data-save={kind}]").click()
        assert waiting.value.suggested_filename == f"conversation.{kind}"
        text = Path(waiting.value.path()).read_text(encoding="utf8")
        assert "1 of 3 postings requires Tamazight" in text
        assert "recrutement@exemple.org" in text
    page.locator("#menu-deeds summary").click()
    page.locator("#delete").click()
    page.locator("#delete-yes").click()
    expect(page.locator(".welcome")).to_be_visible()
    page.reload()
    expect(page.locator(".welcome")).to_be_visible()
    page.locator("#menu-history summary").click()
    expect(page.locator("#menu-history li")).to_have_count(1)
    nothing_wrong(visit)


def test_answers_are_rated_asked_again_and_followed(visitor: Visitor, backend: FakeBackend) -> None:
    visit = visitor.open()
    page = visit.page
    ask(page, TAMAZIGHT)
    page.get_by_role("button", name="Good answer").click()
    expect(page.get_by_role("button", name="Good answer")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Bad answer").click()
    expect(page.get_by_role("button", name="Bad answer")).to_have_attribute("aria-pressed", "true")
    assert backend.thumbs == [(TAMAZIGHT, True), (TAMAZIGHT, False)]
    expect(page.locator(".suggested button")).to_have_text(["What contract does “Field officer” offer?"])
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator("article:not([aria-busy])")).to_have_count(2)
    expect(page.locator(".asked").last).to_contain_text(TAMAZIGHT)
    nothing_wrong(visit)


def test_all_conversations_are_forgotten_on_request(visitor: Visitor) -> None:
    page = visitor.open().page
    ask(page, TAMAZIGHT)
    page.evaluate("location.hash = 'page=settings'")
    page.get_by_role("button", name="Delete all conversations").click()
    expect(page.locator("#said")).to_have_text("The conversations are deleted.")
    assert "Tamazight" not in page.evaluate("JSON.stringify(localStorage)")
    page.evaluate("location.hash = 'page=chat'")
    expect(page.locator(".welcome")).to_be_visible()
