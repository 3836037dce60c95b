"""Visits to a page in a browser, and what each must not do."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, expect


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
        context.set_default_timeout(60_000)
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


def ask(page: Page, question: str) -> None:
    """Ask when no answer is under way (else its end is taken for this one's), and wait until the answer is whole."""
    expect(page.locator("article[aria-busy]")).to_have_count(0)
    answered = page.locator("article:not([aria-busy])")
    before = answered.count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    expect(answered).to_have_count(before + 1)


def open_with(page: Page, means: str, selector: str) -> None:
    """Press the first button of `selector` by mouse, finger or keyboard."""
    button = page.locator(selector).first
    if means == "mouse":
        button.click()
    elif means == "finger":
        button.tap()
    else:
        button.focus()
        page.keyboard.press("Enter")


def go(page: Page, name: str) -> None:
    """Open one of the pages by its link, and wait until it is there."""
    page.locator(f"#pages a[data-page={name}]").click()
    expect(page.locator(f"#pages a[data-page={name}]")).to_have_attribute("aria-current", "page")
    if name != "chat":
        expect(page.locator("#view h2").first).to_be_visible()


def nothing_wrong(visit: Visit) -> None:
    """No request to elsewhere, no error, and nothing that a hostile text would have done."""
    assert visit.foreign == []
    assert visit.errors == []
    assert visit.page.evaluate("window.broken") is None
