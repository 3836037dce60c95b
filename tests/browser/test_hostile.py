"""Texts that would run or fetch something, in every place that shows a posting, an answer, a name or a CV."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect
from visiting import Visitor, ask, go, nothing_wrong

from tests.fake_backend import AGADIR, EVIL, HOSTILE, OUJDA, PAYLOADS, FakeBackend

pytestmark = [pytest.mark.browser, pytest.mark.server]

_MADE = (
    "#columns :is(script, img, iframe, object, embed, video, base, link, meta, style, animate, form:not(.correcting))"
)


def made_of(page: Page) -> None:
    """No element stands in the page that only a hostile text could have made."""
    assert page.locator(_MADE).count() == 0
    assert page.locator("#columns a:not([href^='#'])").count() == 0


def test_nothing_of_a_posting_is_taken_for_anything_but_text(visitor: Visitor, backend: FakeBackend) -> None:
    visit = visitor.open()
    page = visit.page
    ask(page, HOSTILE)
    for selector in [".asked", ".statements", ".sources blockquote"]:
        said = page.locator(selector).first.text_content() or ""
        assert all(payload in said for payload in PAYLOADS if "\u202e" not in payload), selector
    page.locator(".cite").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#source mark").first).to_be_visible()
    assert page.locator(".posting-text").evaluate("element => element.textContent") == EVIL.text
    expect(page.locator("#source .card")).to_contain_text("window.broken")
    page.locator(".edit").first.click()
    expect(page.locator("form.correcting")).to_be_visible()
    made_of(page)
    page.locator("#source .close").click()

    go(page, "postings")
    expect(page.locator(".all")).to_contain_text(PAYLOADS[0])
    made_of(page)
    page.goto(visitor.address + "#" + "&".join(["page=compare", "with=agadir.txt", "with=evil%20%3Cb%3E.txt"]))
    expect(page.locator(".side-by-side")).to_contain_text(PAYLOADS[0])
    made_of(page)
    go(page, "insights")
    expect(page.locator(".chart").first).to_be_visible()
    page.locator("[data-bar]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#behind")).to_be_visible()
    made_of(page)
    page.goto(visitor.address + "#page=letter&for=evil%20%3Cb%3E.txt")
    page.locator("#cv").fill(f"{HOSTILE}. I have worked.")
    page.locator("[data-draft]").click()
    expect(page.locator("#letter-result")).to_contain_text(PAYLOADS[0])
    made_of(page)
    assert backend.cvs[-1].startswith(PAYLOADS[0])
    nothing_wrong(visit)


def test_hostile_names_of_files_and_kept_conversations(visitor: Visitor) -> None:
    visit = visitor.open()
    page = visit.page
    ask(page, HOSTILE)
    page.reload()
    expect(page.locator(".statements")).to_contain_text(PAYLOADS[0])
    expect(page.locator("#chat-bar")).to_contain_text(HOSTILE[:30])
    made_of(page)
    go(page, "settings")
    name = "<img src=x onerror=window.broken=1>.txt"
    page.locator("#add-files").set_input_files([FilePayload(name=name, mimeType="text/plain", buffer=HOSTILE.encode())])
    expect(page.locator("#undo")).to_be_visible()
    expect(page.locator("#add-report")).to_contain_text(name)
    made_of(page)
    nothing_wrong(visit)


def test_a_kept_conversation_that_someone_wrote_is_shown_as_text(visitor: Visitor) -> None:
    visit = visitor.open()
    page = visit.page
    page.evaluate(
        """text => { localStorage.setItem('chat-current', '"1"');
        localStorage.setItem('chat-conversations', JSON.stringify([{id: '1', name: text, at: '', exchanges: [
        {question: text, failure: text, answer: {language: text, kind: text, statements: [[text, [1]], 7], citations:
        [[1, text, text, text, 0, 5], [text]], names: {[text]: text}, notices: [text, 3]}}, 5]}])) }""",
        HOSTILE,
    )
    page.reload()
    expect(page.locator(".statements")).to_contain_text(PAYLOADS[0])
    page.locator(".cite").first.click()
    expect(page.locator("#source .notice")).to_contain_text("There is no posting")
    made_of(page)
    nothing_wrong(visit)


def test_arabic_stands_right_to_left(visitor: Visitor) -> None:
    page = visitor.open().page
    page.locator(f"[data-posting='{EVIL.name}']").first.click()
    line = page.locator(".posting-text p", has_text="العربية").last
    assert line.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert {AGADIR.language, OUJDA.language} == {"en", "fr"}
