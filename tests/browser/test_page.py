"""The chat page in a real browser, over a stand-in for the assistant."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from visiting import Visitor, ask, nothing_wrong, open_with

from tests.fake_backend import AGADIR, EVIL, OUJDA, FakeBackend

pytestmark = [pytest.mark.browser, pytest.mark.server]

TAMAZIGHT = "Which jobs require Tamazight?"
OUJDA_QUESTION = "Où envoyer ma candidature pour le poste d'Oujda ?"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.className || document.activeElement.tagName"))


def in_view(page: Page, selector: str) -> bool:
    return bool(
        page.evaluate(
            """selector => { const box = document.querySelector(selector).getBoundingClientRect();
            const panel = document.querySelector('#source').getBoundingClientRect();
            return box.top >= panel.top && box.bottom <= panel.bottom && box.width > 0; }""",
            selector,
        )
    )


@pytest.mark.parametrize("means", ["mouse", "finger", "keyboard"])
def test_a_posting_is_removed_once_that_is_confirmed(visitor: Visitor, backend: FakeBackend, means: str) -> None:
    phone = means == "finger"
    page = visitor.open(touch=phone, width=390 if phone else 1280).page
    if phone:
        page.locator("#show-postings").tap()
    open_with(page, means, "[data-posting='oujda.txt']")
    open_with(page, means, ".remove")
    expect(page.locator("#removal")).to_contain_text("Your file is left alone")
    assert focused(page) == "remove-no"
    open_with(page, means, ".remove-no")
    expect(page.locator("#removal")).to_be_hidden()
    assert focused(page) == "remove"
    assert OUJDA in backend.stored
    open_with(page, means, ".remove")
    open_with(page, means, ".remove-yes")
    expect(page.locator("#source .notice")).to_have_text("Removed: Chargé·e de projet")
    page.wait_for_function("document.activeElement.id === 'source-title'")
    assert OUJDA not in backend.stored
    expect(page.locator(".posting")).to_have_count(2)


def test_a_posting_that_cannot_be_removed_says_why(visitor: Visitor, backend: FakeBackend) -> None:
    page = visitor.open().page
    page.locator("[data-posting='evil <b>.txt']").click()
    page.locator(".remove").click()
    page.locator(".remove-yes").click()
    expect(page.locator("#source .notice")).to_contain_text("The disk is full")
    assert EVIL in backend.stored


def test_nothing_is_removed_while_another_program_writes(visitor: Visitor, backend: FakeBackend) -> None:
    backend.writable = False
    page = visitor.open().page
    page.locator("[data-posting='oujda.txt']").click()
    expect(page.locator("#source .posting-text")).to_be_visible()
    expect(page.locator(".remove")).to_have_count(0)


def test_a_posting_that_is_there_again_says_so_in_the_list(visitor: Visitor, backend: FakeBackend) -> None:
    backend.again = {"oujda.txt": "agadir.txt"}
    page = visitor.open().page
    expect(page.locator("[data-posting='oujda.txt'] .posting-same")).to_have_text("Same posting as agadir.txt")
    expect(page.locator(".posting-same")).to_have_count(1)


@pytest.mark.parametrize("means", ["mouse", "finger", "keyboard"])
def test_a_number_opens_its_quote_marked_and_in_view(visitor: Visitor, means: str) -> None:
    page = visitor.open(touch=means == "finger").page
    ask(page, OUJDA_QUESTION)
    open_with(page, means, ".cite")
    expect(page.locator("#source mark")).to_have_text(
        "Les dossiers sont envoyés à recrutement@exemple.org avant le 15 mai."
    )
    page.wait_for_function("document.querySelector('#source').scrollTop > 0")
    assert in_view(page, "#source mark")


def test_each_number_opens_the_quote_of_its_own_answer(visitor: Visitor) -> None:
    page = visitor.open().page
    ask(page, TAMAZIGHT)
    ask(page, OUJDA_QUESTION)
    expect(page.locator(".asked").last).to_be_in_viewport()
    for article, number, quote in [
        (0, 0, "Fluent Tamazight is required."),
        (0, 1, "Minimum three years of experience."),
        (1, 0, "Les dossiers sont envoyés"),
        (0, 0, "Fluent Tamazight is required."),
    ]:
        page.locator("article").nth(article).locator(".cite").nth(number).click()
        expect(page.locator("#source mark")).to_contain_text(quote)


def test_hovering_shows_the_quote_and_sources_are_listed(visitor: Visitor) -> None:
    page = visitor.open().page
    ask(page, TAMAZIGHT)
    page.locator(".cite").first.hover()
    expect(page.get_by_role("tooltip")).to_have_text("Fluent Tamazight is required.")
    expect(page.locator(".cite").first).to_have_accessible_description("Fluent Tamazight is required.")
    page.locator(".asked").hover()
    expect(page.locator("#quote-tip")).to_be_hidden()
    expect(page.locator(".sources li").first).to_contain_text("[1] Field officer — I- Profile")
    expect(page.locator(".sources blockquote").nth(1)).to_have_text("Minimum three years of experience.")
    page.locator(".sources .source").nth(1).click()
    expect(page.locator("#source mark")).to_have_text("Minimum three years of experience.")


def test_a_quote_that_is_no_longer_there_is_not_marked(visitor: Visitor, backend: FakeBackend) -> None:
    page = visitor.open().page
    ask(page, TAMAZIGHT)
    edited = AGADIR.text.replace("Fluent Tamazight is required.", "Tamazight is of no use here.")
    backend.stored = [type(AGADIR)(**{**vars(AGADIR), "text": edited})]
    page.locator(".cite").first.click()
    expect(page.locator("#source .notice")).to_contain_text("has changed since the answer")
    expect(page.locator("#source mark")).to_have_count(0)


def test_a_posting_opens_from_the_list_which_is_read_at_each_visit(visitor: Visitor, backend: FakeBackend) -> None:
    page = visitor.open().page
    expect(page.locator(".postings li")).to_have_count(3)
    page.get_by_role("button", name="Field officer").click()
    expect(page.locator("#source h2")).to_have_text("Field officer")
    expect(page.locator("#source .posting-text h3")).to_have_text(["I- Profile", "II- Notes"])
    backend.stored = [OUJDA]
    page.reload()
    expect(page.locator(".postings li")).to_have_count(1)


def test_an_empty_store_says_how_to_add_postings(visitor: Visitor, backend: FakeBackend) -> None:
    backend.stored = []
    page = visitor.open(locale="fr-FR").page
    expect(page.locator(".welcome")).to_contain_text("python -m assistant index DOSSIER")
    expect(page.locator("[data-ask]")).to_have_count(0)


@pytest.mark.parametrize(("locale", "language", "send"), [("fr-MA", "fr", "Envoyer"), ("de-DE", "en", "Send")])
def test_the_language_is_that_of_the_browser(visitor: Visitor, locale: str, language: str, send: str) -> None:
    page = visitor.open(locale=locale).page
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#send")).to_have_text(send)


def test_the_language_can_be_switched_and_is_remembered(visitor: Visitor) -> None:
    page = visitor.open().page
    ask(page, TAMAZIGHT)
    page.locator(".cite").first.click()
    page.locator("#language").get_by_text("FR").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("#header h1")).to_have_text("Offres d'emploi")
    expect(page.locator("#question textarea")).to_have_attribute("placeholder", "Posez votre question")
    expect(page.get_by_role("button", name="Fermer la source")).to_be_visible()
    expect(page.locator("#source mark")).to_have_text("Fluent Tamazight is required.")
    expect(page.locator("article")).to_have_count(1)
    page.reload()
    expect(page.locator("#send")).to_have_text("Envoyer")
    assert page.title() == "Offres d'emploi"


def test_examples_of_both_languages_ask_themselves(visitor: Visitor) -> None:
    page = visitor.open().page
    assert page.locator("[data-ask]").evaluate_all("all => all.map(one => one.lang)") == ["en", "en", "fr", "fr"]
    page.get_by_role("button", name=OUJDA_QUESTION).click()
    expect(page.locator(".asked")).to_contain_text(OUJDA_QUESTION)
    expect(page.locator(".statements")).to_contain_text("recrutement@exemple.org")


def test_the_keyboard_alone_is_enough(visitor: Visitor) -> None:
    page = visitor.open().page
    box = page.locator("#question textarea")
    box.focus()
    page.keyboard.type(TAMAZIGHT[:5])
    page.keyboard.press("Shift+Enter")
    expect(box).to_have_value(TAMAZIGHT[:5] + "\n")
    ask(page, TAMAZIGHT)
    for _ in range(40):
        if focused(page) == "cite":
            break
        page.keyboard.press("Shift+Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert (focused(page), outline) == ("cite", "solid")
    expect(page.get_by_role("tooltip")).to_be_visible()
    chosen = page.evaluate("document.activeElement.dataset.quote")
    page.keyboard.press("Space")
    expect(page.locator("#source mark")).to_have_text(chosen)
    page.wait_for_function("() => document.activeElement.tagName === 'H2'")
    page.keyboard.press("Escape")
    expect(page.locator("#source mark")).to_have_count(0)
    page.wait_for_function("title => document.activeElement.dataset.quote === title", arg=chosen)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_a_phone_shows_one_column_and_sheets(visitor: Visitor, locale: str, dark: bool) -> None:
    page = visitor.open(locale=locale, width=390, dark=dark, touch=True).page
    expect(page.locator("#postings")).to_be_hidden()
    expect(page.locator("#source")).to_be_hidden()
    ask(page, OUJDA_QUESTION)
    ask(page, "Long word")
    page.locator(".cite").first.tap()
    expect(page.locator("#source mark")).to_be_in_viewport()
    assert page.locator("#source-column").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 800}
    page.locator("#source .close").tap()
    expect(page.locator("#source")).to_be_hidden()
    assert focused(page) == "cite"
    page.locator("#show-postings").tap()
    expect(page.locator(".postings li")).to_have_count(3)
    page.locator("#postings .close").tap()
    expect(page.locator("#postings")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate("document.querySelector('#log').scrollWidth <= document.querySelector('#log').clientWidth")


def test_what_lies_under_a_sheet_is_out_of_reach(visitor: Visitor) -> None:
    page = visitor.open(width=390).page
    ask(page, TAMAZIGHT)
    page.locator(".cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    for _ in range(6):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('#chat-column, #top')")


def test_the_way_back_closes_a_sheet_and_stays_on_the_page(visitor: Visitor) -> None:
    visit = visitor.open(width=390, touch=True)
    page = visit.page
    opened = page.locator("#columns.source-open, #columns.postings-open")
    ask(page, "Which jobs require Tamazight?")
    steps = page.evaluate("history.length")
    page.locator(".cite").first.tap()
    expect(page.locator("#source mark")).to_be_visible()
    page.wait_for_function("history.state?.sheet")
    page.evaluate("history.back()")
    expect(opened).to_have_count(0)
    expect(page.locator("#log article")).to_have_count(1)
    expect(page.locator(".cite").first).to_be_focused()

    page.locator("#show-postings").tap()
    page.wait_for_function("history.state?.sheet")
    page.locator("#postings [data-posting='agadir.txt']").tap()  # a sheet in the place of a sheet is one step
    expect(page.locator("#source h2")).to_have_text("Field officer")
    page.locator("#source .close").tap()
    page.wait_for_function("!history.state?.sheet")
    assert page.evaluate("history.length") == steps + 1

    page.locator(".cite").first.tap()
    page.wait_for_function("history.state?.sheet")
    page.locator("[data-letter]").tap()
    expect(page.locator("#view h2")).to_be_visible()
    page.evaluate("history.back()")
    expect(page.locator("#log article")).to_be_visible()
    expect(opened).to_have_count(0)
    page.locator(".cite").first.tap()
    page.wait_for_function("history.state?.sheet")
    page.locator("[data-about]").tap()
    expect(page.locator("#question textarea")).to_have_value(re.compile("Field officer"))
    page.wait_for_function("!history.state?.sheet")
    expect(opened).to_have_count(0)
    nothing_wrong(visit)


def test_no_request_leaves_the_page(visitor: Visitor) -> None:
    visit = visitor.open(dark=True)
    ask(visit.page, TAMAZIGHT)
    visit.page.wait_for_timeout(500)
    nothing_wrong(visit)


def test_stop_ends_an_answer_and_keeps_what_came(visitor: Visitor, backend: FakeBackend) -> None:
    page = visitor.open().page
    page.locator("#question textarea").fill("Wait")
    page.keyboard.press("Enter")
    expect(page.locator(".statements")).to_contain_text("word word")
    page.locator("#stop").click()
    expect(page.locator(".failure")).to_have_text("Answer stopped.")
    expect(page.locator(".statements")).to_contain_text("word")
    assert backend.closed.wait(3)
    length = len(page.locator(".statements").inner_text())
    page.wait_for_timeout(700)
    assert len(page.locator(".statements").inner_text()) == length
    ask(page, TAMAZIGHT)
    expect(page.locator("#stop")).to_be_hidden()


def test_a_question_leaves_its_box_and_what_is_typed_meanwhile_stays(visitor: Visitor) -> None:
    page = visitor.open().page
    box = page.locator("#question textarea")
    expect(page.locator("#stop, #again").filter(visible=True)).to_have_count(0)
    box.fill("Wait")
    page.keyboard.press("Enter")
    expect(page.locator(".statements")).to_contain_text("word word")
    expect(box).to_have_value("")
    expect(page.locator("#send, #again").filter(visible=True)).to_have_count(0)
    box.fill("And then?")
    page.locator("#stop").click()
    expect(page.locator("#again")).to_be_visible()
    page.locator(".ask-again").click()
    expect(page.locator("#stop")).to_be_visible()
    page.locator("#stop").click()
    expect(page.locator("#send")).to_be_visible()
    expect(box).to_have_value("And then?")
    ask(page, TAMAZIGHT)
    expect(box).to_have_value("")


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [("fr-FR", "Chargement du modèle de langue"), ("en-GB", "Loading the language model")],
)
def test_waiting_for_the_model_is_said(visitor: Visitor, backend: FakeBackend, locale: str, sentence: str) -> None:
    backend.state = "loading"
    page = visitor.open(locale=locale).page
    page.locator("#question textarea").fill("Load")
    page.keyboard.press("Enter")
    expect(page.locator(".waiting")).to_contain_text(sentence)
    backend.state = "ready"
    expect(page.locator(".waiting")).not_to_contain_text(sentence)
    expect(page.locator(".statements")).to_have_text("Ready.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("   ", "The question is empty: write one."),
        ("x" * 20_000, "The question is longer than 2,000 characters"),
        ("Fail", "An unexpected error kept the answer from being made."),
    ],
)
def test_what_goes_wrong_is_a_sentence_in_the_conversation(visitor: Visitor, question: str, sentence: str) -> None:
    visit = visitor.open()
    ask(visit.page, question)
    expect(visit.page.locator(".failure")).to_contain_text(sentence)
    expect(visit.page.locator(".toast-body")).to_have_count(0)
    assert "secret" not in visit.page.content()
    nothing_wrong(visit)


def test_earlier_turns_are_told_and_forgotten_on_a_new_conversation(visitor: Visitor, backend: FakeBackend) -> None:
    page = visitor.open().page
    ask(page, TAMAZIGHT)
    ask(page, "Fail")
    ask(page, OUJDA_QUESTION)
    assert [turn.role for turn in backend.histories[-1]] == ["user", "assistant"]
    assert backend.histories[-1][0].content == TAMAZIGHT
    page.locator("#again").click()
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, TAMAZIGHT)
    assert backend.histories[-1] == ()


def test_two_visitors_do_not_share_a_conversation(visitor: Visitor, backend: FakeBackend) -> None:
    first, second = visitor.open().page, visitor.open().page
    ask(first, TAMAZIGHT)
    ask(second, OUJDA_QUESTION)
    assert backend.histories == [(), ()]
    expect(second.locator("article")).to_have_count(1)


def test_an_answer_is_copied_as_plain_text_with_its_sources(visitor: Visitor) -> None:
    page = visitor.open().page
    ask(page, TAMAZIGHT)
    page.locator(".copy").click()
    expect(page.locator(".copy")).to_have_text("Copied")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert "Field officer (CARE): Fluent Tamazight is required. [1]" in copied
    assert "[2] Field officer — II- Notes" in copied


def test_many_sources_are_folded_and_copied_all_the_same(visitor: Visitor) -> None:
    visit = visitor.open(width=390, touch=True)
    page = visit.page
    ask(page, "Many")
    expect(page.locator(".source:visible")).to_have_count(5)
    page.locator(".copy").tap()
    expect(page.locator(".copy")).to_have_text("Copied")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied.count("[40]") == 2  # beside the statement, and in the list
    assert "more sources" not in copied
    expect(page.locator(".source:visible")).to_have_count(5)
    page.locator(".sources summary", has_text="35 more sources").tap()
    expect(page.locator(".source:visible")).to_have_count(40)
    named = page.locator(".source-title").last.bounding_box()
    assert named
    assert 0 <= named["x"] < named["x"] + named["width"] <= 390
    page.locator(".source").last.tap()
    expect(page.locator("#source mark")).to_have_text("39. L'équipe suit")
    nothing_wrong(visit)


def test_the_conversation_is_a_log_that_is_read_aloud(visitor: Visitor) -> None:
    page = visitor.open().page
    ask(page, TAMAZIGHT)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_have_accessible_name("Conversation")
    expect(page.locator("#question textarea")).to_have_accessible_name("Your question")
    expect(page.locator(".cite").first).to_have_accessible_name("Source 1: Field officer")
    expect(page.locator(".statements")).to_have_attribute("lang", "en")
