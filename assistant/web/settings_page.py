"""Settings and help: adding postings, looks, what is kept, and how to ask."""

from __future__ import annotations

from typing import Any

from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.markup import Html, element
from assistant.web.wording import Wording


def show(backend: Backend, asked: Asked) -> dict[str, Any]:
    """The page; it tells where postings cannot be added now."""
    words = asked.words
    said = words.settings
    parts = [_adding(words) if backend.may_remove() else element("p", said["add_closed"], class_="notice")]
    return {
        "html": element(
            "section",
            element("h2", said["title"], tabindex="-1"),
            element("h3", said["add"]),
            *parts,
            element("h3", said["look"]),
            _looks(words),
            element("h3", said["kept"]),
            element("p", said["kept_text"]),
            element(
                "div",
                element("button", said["forget"], type="button", data_forget_all=said["forget_done"]),
                class_="actions",
            ),
            element("h3", said["help"]),
            *_help(words),
        )
    }


def _adding(words: Wording) -> Html:
    said = words.settings
    files = element(
        "div",
        element("p", said["add_intro"]),
        element(
            "div",
            element("button", said["add_files"], type="button", class_="button", data_pick="files"),
            element("button", said["add_folder"], type="button", data_pick="folder"),
            class_="actions",
        ),
        element("input", type="file", multiple=True, hidden=True, id="add-files", tabindex="-1"),
        element("input", type="file", multiple=True, hidden=True, webkitdirectory=True, id="add-folder", tabindex="-1"),
        class_="drop",
        id="drop",
    )
    paste = element(
        "details",
        element("summary", said["add_paste"]),
        element("textarea", rows=8, id="add-text", aria_label=said["add_paste_label"], dir="auto"),
        element("div", element("button", said["add_paste_send"], type="button", data_paste="1"), class_="actions"),
    )
    report = element("div", id="add-report", aria_live="polite", aria_label=said["add_progress"], role="region")
    return element("div", files, paste, report, data_undo=said["add_undo"], id="adding")


def _looks(words: Wording) -> Html:
    said = words.settings
    buttons = (
        element("button", said[f"look_{look}"], type="button", data_look=look, aria_pressed="false")
        for look in ("auto", "light", "dark")
    )
    return element("div", *buttons, class_="choices", role="group", aria_label=said["look"])


def _help(words: Wording) -> list[Html]:
    return [element("details", element("summary", row.question), element("p", row.answer)) for row in words.help]
