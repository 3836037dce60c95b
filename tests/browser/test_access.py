"""Who cannot see, or has no mouse: axe-core finds no serious fault on any page, and the keyboard reaches everything."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from visiting import Visitor, ask, go

pytestmark = [pytest.mark.browser, pytest.mark.server]

_SERIOUS = ("serious", "critical")


def faults(page: Page) -> list[str]:
    """What axe-core calls serious or critical, with the element it found it on."""
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary'][:200]}"
        for fault in found
        if fault["impact"] in _SERIOUS
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize(("dark", "width", "locale"), [(False, 1280, "en-GB"), (True, 390, "fr-FR")])
def test_axe_finds_nothing_serious_on_any_page(visitor: Visitor, dark: bool, width: int, locale: str) -> None:
    page = visitor.open(locale=locale, width=width, dark=dark, touch=width == 390).page
    assert faults(page) == []
    ask(page, "Which jobs require Tamazight?")
    page.locator(".cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    page.locator(".edit").first.click()
    expect(page.locator("form.correcting")).to_be_visible()
    assert faults(page) == []
    page.locator("#source .close").click()
    for name in ("postings", "letter", "insights", "settings"):
        go(page, name)
        if name == "letter":
            page.locator("#cv").fill("I speak Tamazight. I have worked for years in the field.")
            page.locator("#picker-letter").fill("officer")
            page.get_by_role("option").first.click()
            page.locator("[data-draft]").click()
            expect(page.locator(".letter-part")).to_be_visible()
        if name == "insights":
            page.locator("[data-bar]").first.focus()
            page.keyboard.press("Enter")
            expect(page.locator("#behind")).to_be_visible()
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate("location.hash = 'page=compare&with=agadir.txt&with=oujda.txt'")
    expect(page.locator(".side-by-side")).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_what_is_touched_on_a_phone_is_large_enough(visitor: Visitor) -> None:
    page = visitor.open(width=390, touch=True).page
    ask(page, "Which jobs require Tamazight?")
    small = """() => [...document.querySelectorAll(
        ':is(button:not(.cite), select, summary, #pages a, input[type=search])')]
        .filter(one => one.offsetParent && one.getBoundingClientRect().height > 0)
        .filter(one => one.getBoundingClientRect().height < 43.5).map(one => one.outerHTML.slice(0, 120))"""
    assert page.evaluate(small) == []
    # A number stands within a line: its reach goes beyond what is seen of it.
    # One look, in the middle of the screen: the page may still scroll to what was answered last.
    reached = """one => {
        one.scrollIntoView({block: 'center', behavior: 'instant'});
        const {x, y, width, height} = one.getBoundingClientRect();
        return [-20, 20].map(down => document.elementFromPoint(x + width / 2, y + height / 2 + down).className);
    }"""
    assert page.locator(".cite").first.evaluate(reached) == ["cite", "cite"]
    page.locator("#show-postings").tap()
    page.locator("#postings .posting").first.tap()
    expect(page.locator(".card")).to_be_visible()
    assert page.evaluate(small) == []
    page.locator("#source .close").tap()
    for name in ("postings", "letter", "insights", "settings"):
        go(page, name)
        assert page.evaluate(small) == [], name
    page.evaluate("location.hash = 'page=compare&with=agadir.txt&with=oujda.txt'")
    expect(page.locator("[data-of]")).to_have_count(6)
    assert page.evaluate(small) == []


@pytest.mark.parametrize("dark", [False, True])
def test_what_a_box_is_for_can_be_read(visitor: Visitor, dark: bool) -> None:
    page = visitor.open(dark=dark).page
    expect(page.locator("#question textarea, #postings input[type=search]")).to_have_count(2)
    colours = """() => [...document.querySelectorAll('#question textarea, #postings input[type=search]')]
        .map(one => getComputedStyle(one, '::placeholder').color)"""
    assert page.evaluate(colours) == ["rgb(169, 179, 184)" if dark else "rgb(84, 93, 99)"] * 2


def test_the_pages_by_keyboard(visitor: Visitor) -> None:
    page = visitor.open().page
    page.locator("#pages a[data-page=postings]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.textContent === 'All postings'")
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.matches('#question textarea')")
    assert page.evaluate("location.hash") == "#page=chat"
    page.go_back()
    expect(page.locator(".all")).to_be_visible()
    assert page.title() == "Postings – Job postings"
    page.locator("#table-filters input[type=search]").focus()
    page.keyboard.type("tamazight officer")
    expect(page.locator(".all tbody tr")).to_have_count(0)
    page.locator("#table-filters input[type=search]").fill("OFFICER care")
    expect(page.locator(".all tbody tr")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#table-filters .facet-grid")).to_be_visible()


def test_a_posting_is_chosen_by_keyboard(visitor: Visitor) -> None:
    page = visitor.open().page
    go(page, "compare")
    box = page.get_by_role("combobox", name="Add a posting")
    for words in ("officer", "chargé"):
        box.focus()
        page.keyboard.type(words)
        page.keyboard.press("ArrowDown")
        expect(box).to_have_attribute("aria-activedescendant", "picker-compare-0")
        page.keyboard.press("Enter")
        expect(page.locator(".chosen")).to_contain_text("Field officer")
    expect(page.locator(".side-by-side")).to_be_visible()
    assert page.evaluate("location.hash") == "#page=compare&with=agadir.txt&with=oujda.txt"
