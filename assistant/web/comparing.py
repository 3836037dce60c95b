"""Two to five postings side by side; each value opens the words that state it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.cards import Card
from assistant.comparison import Cell, Comparison, Row
from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.card import mark_buttons
from assistant.web.citing import marker
from assistant.web.listing import badge
from assistant.web.markup import Html, element, join
from assistant.web.wording import Wording

MOST = 5
_SHORT = 40  # characters
_END = 20  # characters of either end, where the beginning does not tell titles apart


@dataclass(frozen=True)
class _Column:
    """A posting that is compared: its whole title, and the part of it that tells it from the others."""

    card: Card
    title: str
    label: str


def show(backend: Backend, asked: Asked) -> dict[str, Any]:
    """The page of a comparison of the postings asked for, as far as they are still there."""
    words = asked.words
    known = {card.name: card for card in backend.cards()}
    names = [name for name in dict.fromkeys(asked.texts("postings")) if name in known][:MOST]
    head = [element("h2", words.compare["title"], tabindex="-1"), element("p", words.compare["intro"], class_="intro")]
    if len(names) < 2:
        chosen = _chosen({name: known[name].title or name for name in names}, words)
        to_list = element("a", words.compare["tick"], href="#page=postings", class_="button")
        hint = element("p", words.compare["one" if names else "empty"], class_="hint")
        return {"html": element("section", *head, chosen, hint, element("div", to_list, class_="actions")),
                "postings": names}  # fmt: skip
    comparison = backend.compare(names, words.language)
    titles = [" ".join(title.split()) for title in comparison.titles]
    columns = [
        _Column(known[name], title, label)
        for name, title, label in zip(comparison.postings, titles, labels(titles), strict=True)
    ]
    chosen = _chosen({column.card.name: column.title for column in columns}, words)
    table = _table(comparison, columns, words, backend.may_remove())
    return {"html": element("section", *head, chosen, table, _files(words)), "postings": names}


def _chosen(titles: dict[str, str], words: Wording) -> Html:
    """The postings that are compared, each with a way out, and a box to add one."""
    said = words.compare
    rows = [
        element(
            "li",
            element("button", element("bdi", title), type="button", data_posting=name, class_="named"),
            element(
                "button", "×", type="button", data_uncompare=name, aria_label=f"{said['remove']}: {title}", class_="out"
            ),
        )
        for name, title in titles.items()
    ]
    picker = element("div", class_="picker", data_picker="compare", data_label=said["add"])
    return element("div", element("ul", *rows, class_="chosen"), picker if len(titles) < MOST else "")


def _table(comparison: Comparison, columns: Sequence[_Column], words: Wording, may_change: bool) -> Html:
    cells = [element("th", words.compare["field"], scope="col")]
    for one in columns:
        opener = element("button", element("bdi", one.title), type="button", data_posting=one.card.name, class_="link")
        cells.append(element("th", opener, scope="col"))
    marks = [_marks(columns, words)] if may_change else []
    rows = [*marks, *(_row(row, comparison, columns, words) for row in comparison.rows)]
    table = element("table", element("thead", element("tr", *cells)), element("tbody", *rows), class_="side-by-side")
    toggle = element(
        "label", element("input", type="checkbox", data_differences="1"), " ", words.compare["differences"]
    )
    return join([element("p", toggle, class_="toggle"), element("div", table, class_="scroller")])


def _marks(columns: Sequence[_Column], words: Wording) -> Html:
    """Whether the person means to apply, to say it here of each."""
    said = words.card["mark"]
    cells = []
    for one in columns:
        marked = one.card.marked
        buttons = mark_buttons(marked, words, of=one.card.name)
        group = element("div", *buttons, role="group", aria_label=f"{said}: {one.title}", class_="marks")
        note = element("bdi", marked.note, class_="posting-note") if marked and marked.note else ""
        cells.append(element("td", group, note, data_label=one.label))
    return element("tr", element("th", said, scope="row"), *cells)


def _row(row: Row, comparison: Comparison, columns: Sequence[_Column], words: Wording) -> Html:
    same = len({cell.text for cell in row.cells}) == 1
    cells = []
    for cell, column in zip(row.cells, columns, strict=True):
        closing = column.card.closing
        dated = row.field == "deadline" and cell.text and closing.state != "undated"
        state = element("span", badge(closing, words), class_=f"badge {closing.state}") if dated else ""
        cells.append(_cell(cell, state, comparison, column, words))
    return element("tr", element("th", row.label, scope="row"), *cells, class_="same" if same else None)


def _cell(cell: Cell, state: str, comparison: Comparison, column: _Column, words: Wording) -> Html:
    if not cell.text:
        unstated = element("span", words.compare["not_stated"], class_="unstated")
        return element("td", unstated, data_label=column.label)
    cited = {citation.number: citation for citation in comparison.citations}
    marks = [marker(cited[number], column.title, words) for number in cell.numbers if number in cited]
    own = element("span", cell.own, class_="chip own") if cell.own else ""
    value = element("span", cell.text, dir="auto")
    return element("td", value, " ", *marks, state, own, data_label=column.label)


def labels(titles: Sequence[str]) -> list[str]:
    """As much of each title as tells it from the others; on a phone it stands before every value."""
    begun = [_short(title) for title in titles]
    ended = [_both_ends(title) if begun.count(short) > 1 else short for title, short in zip(titles, begun, strict=True)]
    return [f"{n}. {label}" if ended.count(label) > 1 else label for n, label in enumerate(ended, start=1)]


def _both_ends(title: str) -> str:
    if len(title) <= _SHORT:
        return title
    begin, end = title[:_END].rsplit(" ", 1)[0].rstrip(" ,;:–-("), title[-_END:]
    return f"{begin}… {end.split(' ', 1)[-1]}"


def _short(title: str) -> str:
    return title if len(title) <= _SHORT else f"{title[:_SHORT].rsplit(' ', 1)[0].rstrip(' ,;:–-(')}…"


def _files(words: Wording) -> Html:
    buttons = [
        element("button", words.table[form], type="button", data_download=f"comparison_{form}")
        for form in ("csv", "xlsx")
    ]
    return element("div", *buttons, class_="actions")
