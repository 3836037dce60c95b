"""The pages beside the chat: what a person does on each, from one end to the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect
from visiting import Visitor, ask, go, nothing_wrong

from assistant.shortlist import Marked
from tests.fake_backend import FakeBackend

pytestmark = [pytest.mark.browser, pytest.mark.server]


def saved(page: Page, selector: str) -> tuple[str, str]:
    """The name and text of the file that a button saves."""
    with page.expect_download() as waiting:
        page.locator(selector).first.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_text(encoding="utf8")


def test_the_list_is_searched_and_filtered_as_one_types(visitor: Visitor, backend: FakeBackend) -> None:
    backend.marks = {"oujda.txt": Marked("to_apply", "Amina's tip")}
    page = visitor.open().page
    rows = page.locator("#postings .postings li")
    expect(rows).to_have_count(3)
    expect(rows.filter(has_text="Oujda").locator(".badges")).to_have_text("closes in 3 daysTo apply")
    expect(rows.filter(has_text="Agadir").locator(".badge")).to_have_text("no date")
    page.locator("#postings input[type=search]").fill("charge OUJDA")
    expect(rows).to_have_count(1)
    expect(page.locator("#postings .count")).to_have_text("1 of 3")
    page.locator("#postings input[type=search]").fill("amina")
    expect(rows).to_have_count(1)
    page.locator("#postings input[type=search]").fill("")
    page.locator("#postings summary").click()
    for label, value, count in [
        ("Language", "zgh", 2), ("Required or a plus", "asset", 1), ("Required or a plus", "required", 1),
        ("Required or a plus", "", 2), ("Language", "", 3), ("Contract", "CDD", 1), ("Contract", "", 3),
        ("Deadline", "open", 1), ("Deadline", "closed", 1), ("Deadline", "undated", 1), ("Deadline", "", 3),
        ("My shortlist", "to_apply", 1),
    ]:  # fmt: skip
        page.locator("#postings").get_by_label(label, exact=True).select_option(value)
        expect(rows).to_have_count(count)
    page.locator("#postings").get_by_role("button", name="Clear all").click()
    expect(rows).to_have_count(3)
    page.locator("#postings").get_by_label("Place", exact=True).fill("agad")
    expect(rows).to_have_count(1)


def test_the_table_sorts_saves_and_goes_on_to_a_comparison(visitor: Visitor, backend: FakeBackend) -> None:
    visit = visitor.open()
    page = visit.page
    go(page, "postings")
    titles = page.locator(".all tbody th button")
    page.get_by_role("button", name="Deadline").click()
    expect(page.locator("[data-column=deadline]")).to_have_attribute("aria-sort", "ascending")
    assert titles.nth(1).inner_text() == "Chargé·e de projet"
    assert titles.nth(2).inner_text() == "Field officer"
    page.get_by_role("button", name="Deadline").click()
    assert titles.nth(0).inner_text() == "Chargé·e de projet"
    assert titles.nth(2).inner_text() == "Field officer"
    assert saved(page, "#view .actions button:has-text('CSV')") == (
        "postings.csv", "csv en ['oujda.txt', 'evil <b>.txt', 'agadir.txt']",
    )  # fmt: skip
    assert saved(page, "#view .actions button:has-text('Excel')")[0] == "postings.xlsx"
    assert saved(page, "#view .actions button:has-text('.ics')") == ("deadlines.ics", "calendar en None")
    expect(page.locator("#compare-chosen")).to_be_disabled()
    for name in ("agadir.txt", "oujda.txt"):
        page.locator(f"[data-tick='{name}']").check()
    page.locator("#compare-chosen").click()
    expect(page.locator(".side-by-side thead button")).to_have_count(2)
    place = page.locator(".side-by-side tr", has_text="Place").first
    expect(place.locator("td")).to_have_text(["Agadir [2]", "Oujda [3]"])
    place.locator(".cite").nth(1).click()
    expect(page.locator("#source mark")).to_have_text("Oujda")
    page.locator("#source .close").click()
    page.get_by_label("Only what differs").check()
    assert saved(page, "[data-download=comparison_csv]")[1] == "csv en ['agadir.txt', 'oujda.txt']"
    page.locator("[data-uncompare='agadir.txt']").click()
    expect(page.locator("#view .hint")).to_contain_text("add at least one more")
    nothing_wrong(visit)
    assert backend.stored


def test_on_a_phone_the_ticked_ones_are_compared_from_wherever_one_is(visitor: Visitor) -> None:
    visit = visitor.open(width=390, touch=True)
    page = visit.page
    go(page, "postings")
    compare = page.locator("#compare-chosen")
    expect(compare).to_be_hidden()
    page.locator("[data-tick='agadir.txt']").check()
    page.locator("[data-tick='oujda.txt']").check()
    page.evaluate("document.querySelector('#view').scrollTop = 1e6")
    expect(compare).to_be_in_viewport(ratio=1)
    box, last = compare.bounding_box(), page.locator(".all tbody tr").last.bounding_box()
    assert box
    assert last
    assert last["y"] + last["height"] <= box["y"], "it covers no posting at the end"
    compare.tap()
    expect(page.locator(".side-by-side")).to_be_visible()
    page.evaluate("document.querySelector('#view').scrollTop = 1e6")
    go(page, "postings")
    assert page.evaluate("document.querySelector('#view').scrollTop") == 0
    nothing_wrong(visit)


def test_a_posting_is_marked_where_it_is_compared(visitor: Visitor, backend: FakeBackend) -> None:
    visit = visitor.open(width=390, touch=True)
    page = visit.page
    page.goto(f"{visitor.address}#page=compare&with=agadir.txt&with=oujda.txt")
    page.get_by_label("Only what differs").check()
    of_agadir = page.get_by_role("group", name="My shortlist: Field officer")
    to_apply, dropped = (of_agadir.get_by_role("button", name=name, exact=True) for name in ("To apply", "Dropped"))
    dropped.scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#view').scrollTop += 40")
    scrolled = page.evaluate("document.querySelector('#view').scrollTop")
    dropped.tap()
    expect(dropped).to_have_attribute("aria-pressed", "true")
    expect(dropped).to_be_focused()
    assert backend.marks["agadir.txt"].mark == "dropped"
    assert "oujda.txt" not in backend.marks
    assert page.evaluate("document.querySelector('#view').scrollTop") == scrolled
    expect(page.get_by_label("Only what differs")).to_be_checked()
    expect(page.locator("table.differences")).to_have_count(1)
    page.locator(".side-by-side .cite").first.tap()
    page.locator("#source").get_by_role("button", name="To apply", exact=True).tap()
    expect(page.locator("#source [data-mark=to_apply]")).to_have_attribute("aria-pressed", "true")
    page.locator("#source .close").tap()
    expect(to_apply).to_have_attribute("aria-pressed", "true")
    to_apply.tap()
    expect(to_apply).to_have_attribute("aria-pressed", "false")
    expect(to_apply).to_be_focused()
    assert backend.marks == {}
    nothing_wrong(visit)


def test_a_fact_is_put_right_and_a_posting_marked(visitor: Visitor, backend: FakeBackend) -> None:
    visit = visitor.open()
    page = visit.page
    page.locator("[data-posting='agadir.txt']").click()
    page.locator(".fact", has_text="Tamazight").click()
    expect(page.locator("#source mark")).to_have_text("Fluent Tamazight is required.")
    row = page.locator(".fact-row", has_text="at least 3 years")
    row.locator(".edit").click()
    page.get_by_label("At least", exact=True).fill("2")
    page.get_by_role("button", name="Correct", exact=True).click()
    expect(page.locator(".fact-row", has_text="at least 2 years").locator(".own")).to_have_text("corrected by you")
    page.locator(".fact-row", has_text="Agadir").locator(".edit").click()
    page.get_by_role("button", name="This is right").click()
    expect(page.locator(".fact-row", has_text="Agadir").locator(".own")).to_have_text("confirmed by you")
    page.locator(".fact-row", has_text="Tamazight").locator(".edit").click()
    page.get_by_role("button", name="It does not say so").click()
    expect(page.locator(".fact-row", has_text="Tamazight")).to_have_count(0)
    expect(page.locator(".card dd", has_text="not stated")).to_have_count(4)
    page.get_by_role("button", name="To apply", exact=True).click()
    expect(page.get_by_role("button", name="To apply", exact=True)).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Note", exact=True).fill("Ask Nadia")
    page.get_by_label("Note", exact=True).blur()
    expect(page.locator("#postings .badge.mark")).to_have_text("To apply")
    page.wait_for_function("document.querySelector('[data-note]').textContent === 'Ask Nadia'")
    assert backend.marks["agadir.txt"].note == "Ask Nadia"
    page.get_by_role("button", name="To apply", exact=True).click()
    expect(page.locator("#postings .badge.mark")).to_have_count(0)
    nothing_wrong(visit)


def test_a_shared_link_opens_its_quote(visitor: Visitor) -> None:
    page = visitor.open().page
    ask(page, "Which jobs require Tamazight?")
    page.locator(".cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    page.locator("[data-share]").click()
    expect(page.locator("[data-share]")).to_have_text("Link copied")
    link = str(page.evaluate("navigator.clipboard.readText()"))
    assert "#posting=agadir.txt&start=" in link
    other = visitor.open(width=390).page
    other.goto(link)
    expect(other.locator("#source mark")).to_have_text("Fluent Tamazight is required.")


def test_a_letter_is_drafted_saved_and_the_cv_forgotten(visitor: Visitor, backend: FakeBackend) -> None:
    visit = visitor.open()
    page = visit.page
    page.locator("[data-posting='agadir.txt']").click()
    page.locator("[data-letter]").click()
    expect(page.get_by_role("combobox", name="Posting")).to_have_value("Field officer")
    file = FilePayload(
        name="cv.txt", mimeType="text/plain", buffer=b"Canary speaks Tamazight. And has worked for years."
    )
    page.locator("#cv-file").set_input_files([file])
    expect(page.locator("#cv")).to_have_value("Canary speaks Tamazight. And has worked for years.")
    page.get_by_label("Français").check()
    page.get_by_role("button", name="Make the outline", exact=True).click()
    expect(page.locator(".letter-part")).to_contain_text("Canary speaks Tamazight.")
    page.locator("[data-cv-start]").first.click()
    expect(page.locator("#cv-text mark")).to_have_text("Canary speaks Tamazight.")
    expect(page.locator("#letter-result")).to_contain_text("Not in your CV")
    for state in ("is-shown", "is-close", "is-not_shown"):
        box = page.locator(f".point.{state}").last.bounding_box()
        assert box
        assert box["width"] > 200, f"{state} has room for its words"
    page.locator(".letter-part .proof").first.click()
    expect(page.locator("#source mark")).to_have_text("I- Profile")
    page.locator("#source .close").click()

    name, text = saved(page, "[data-letter-file=md]")
    assert name == "letter.md"
    assert "Canary" in text
    expect(page.locator("#said")).to_have_text("Saved in your downloads: letter.md")
    expect(page.locator("[data-letter-file=docx]")).to_have_count(2)
    page.get_by_role("button", name="Rank postings for my CV").click()
    expect(page.locator(".ranking article")).to_have_count(3)
    go(page, "settings")
    go(page, "letter")
    expect(page.locator("#cv")).to_have_value("Canary speaks Tamazight. And has worked for years.")
    stored = "JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie + location.href"
    assert "Canary" not in page.evaluate(stored)
    page.get_by_role("button", name="Forget my CV").click()
    expect(page.locator("#cv")).to_have_value("")
    assert "Canary" not in page.content()
    page.locator("#cv-file").set_input_files(
        [FilePayload(name="cv.pdf", mimeType="application/pdf", buffer=b"%PDF-1.4")]
    )
    expect(page.locator("#said.shown")).to_contain_text("The CV is empty")
    page.get_by_role("button", name="Rank postings for my CV").click()
    expect(page.locator("#said.shown")).to_have_count(0)
    page.reload()
    expect(page.locator("#cv")).to_have_value("")
    assert backend.cvs
    nothing_wrong(visit)


def test_on_a_phone_there_is_a_way_back_from_the_cv_to_the_outline(visitor: Visitor) -> None:
    page = visitor.open(width=390, touch=True).page
    page.evaluate("location.hash = 'page=letter&for=agadir.txt'")
    page.locator("#cv").fill("Canary speaks Tamazight. And has worked for years.\n" + "More of it.\n" * 80)
    page.locator("[data-draft]").tap()
    proof = page.locator(".letter-part [data-cv-start]")
    proof.tap()
    expect(page.locator("#cv-text mark")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Back to the outline")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Back to the outline").tap()
    expect(proof).to_be_in_viewport()
    expect(proof).to_be_focused()
    expect(page.locator("#cv-back")).to_be_hidden()


def test_a_letter_is_for_the_posting_that_its_box_names(visitor: Visitor) -> None:
    visit = visitor.open()
    page = visit.page
    go(page, "letter")
    box = page.get_by_role("combobox", name="Posting")
    options = page.get_by_role("option")
    draft = page.get_by_role("button", name="Make the outline", exact=True)
    box.fill("agadir")
    options.first.click()
    box.click()
    expect(options).to_have_count(3)
    box.fill("nowhere")
    expect(options).to_have_text(["No posting fits these words."])
    box.press("ArrowDown")
    box.press("Enter")
    page.locator("#cv").click()
    draft.click()
    expect(page.locator("#said")).to_have_text("Choose a posting first.")
    expect(page.locator("#letter-result")).to_be_empty()
    box.fill("oujda")
    options.first.click()
    expect(page.locator("#said")).not_to_have_class(re.compile("shown"))
    draft.click()
    expect(page.locator(".letter-part .proof").first).to_contain_text("I- Contexte")
    expect(page.locator("#source h2")).to_have_text("Chargé·e de projet")
    page.locator("#source").get_by_role("button", name="To apply", exact=True).click()
    expect(page.locator("#source [data-mark=to_apply]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".letter-part .proof").first).to_contain_text("I- Contexte")
    expect(box).to_have_value("Chargé·e de projet")
    nothing_wrong(visit)


def test_a_bar_opens_the_postings_behind_it(visitor: Visitor) -> None:
    visit = visitor.open()
    page = visit.page
    go(page, "insights")
    expect(page.locator(".soon li")).to_have_count(1)
    assert saved(page, ".soon [data-download=ics]")[0] == "deadlines.ics"
    page.get_by_role("link", name="Tamazight, required: 1 posting").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#behind h3")).to_have_text("Postings: Tamazight, required")
    expect(page.locator("#behind li")).to_have_count(1)
    page.locator("#behind [data-posting]").click()
    expect(page.locator("#source h2")).to_have_text("Field officer")
    page.locator("#source .close").click()
    page.get_by_role("link", name="Tamazight, a plus: 1 posting").click()
    expect(page.locator("#behind")).to_contain_text("Chargé·e de projet")
    page.locator("#behind .close").click()
    expect(page.locator("#behind")).to_be_hidden()
    nothing_wrong(visit)


def test_files_are_added_reported_and_taken_back(visitor: Visitor, backend: FakeBackend) -> None:
    backend.stored = []
    visit = visitor.open()
    page = visit.page
    page.get_by_role("link", name="Add postings").click()
    expect(page.locator("#drop")).to_be_visible()
    files = [
        FilePayload(name="a.txt", mimeType="text/plain", buffer=b"Cook\nUNICEF"),
        FilePayload(name="b.pdf", mimeType="application/pdf", buffer=b"broken"),
        FilePayload(name="c.txt", mimeType="text/plain", buffer=b"Driver\nUNICEF"),
    ]
    page.locator("#add-files").set_input_files(files)
    expect(page.locator("#undo")).to_be_visible()
    expect(page.locator("#add-report .failure")).to_have_text("b.pdf: not read: the file is damaged")
    expect(page.locator("#add-report .done")).to_have_text(["a.txt: added", "c.txt: added"])
    page.locator("#add-report [data-posting='c.txt']").click()
    expect(page.locator("#source h2")).to_have_text("Driver")
    page.locator("#source .close").click()
    go(page, "chat")
    expect(page.locator("#postings .postings li")).to_have_count(2)
    expect(page.locator(".examples")).to_be_visible()
    go(page, "settings")
    page.locator("summary", has_text="Paste a text").click()
    page.locator("#add-text").fill("Nurse wanted")
    page.get_by_role("button", name="Add this text").click()
    expect(page.locator("#add-report .done")).to_have_text(["pasted.txt: added"])
    page.locator("#undo").click()
    expect(page.locator("#add-report")).to_have_text("This was undone.")
    assert backend.undone == [7]
    nothing_wrong(visit)


def test_nothing_is_added_while_another_program_writes(visitor: Visitor, backend: FakeBackend) -> None:
    backend.writable = False
    page = visitor.open().page
    go(page, "settings")
    expect(page.locator("#view")).to_contain_text("Another program has the postings open")
    expect(page.locator("#drop")).to_have_count(0)
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate("document.body.classList.contains('dark')")
    page.reload()
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
