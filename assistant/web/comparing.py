"""Two to five postings side by side; each value opens the words that state it."""

from __future__ import annotations

from typing import Any

from assistant.comparison import Cell, Comparison, Row
from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.citing import marker
from assistant.web.markup import Html, element, join
from assistant.web.wording import Wording

MOST = 5
_SHORT = 40  # characters


def show(backend: Backend, asked: Asked) -> dict[str, Any]:
    """The page of a comparison of the postings asked for, as far as they are still there."""
    words = asked.words
    known = {card.name: card.title or card.name for card in backend.cards()}
    names = [name for name in dict.fromkeys(asked.texts("postings")) if name in known][:MOST]
    head = [element("h2", words.compare["title"], tabindex="-1"), element("p", words.compare["intro"], class_="intro")]
    chosen = _chosen({name: known[name] for name in names}, words)
    if len(names) < 2:
        to_list = element("a", words.compare["tick"], href="#page=postings", class_="button")
        hint = element("p", words.compare["one" if names else "empty"], " ", to_list, class_="hint")
        return {"html": element("section", *head, chosen, hint), "postings": names}
    comparison = backend.compare(names, words.language)
    return {"html": element("section", *head, chosen, _table(comparison, words), _files(words)), "postings": names}


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


def _table(comparison: Comparison, words: Wording) -> Html:
    titles = [" ".join(title.split()) for title in comparison.titles]
    cells = [element("th", words.compare["field"], scope="col")]
    for name, title in zip(comparison.postings, titles, strict=True):
        opener = element("button", element("bdi", title), type="button", data_posting=name, class_="link")
        cells.append(element("th", opener, scope="col"))
    rows = [_row(row, comparison, titles, words) for row in comparison.rows]
    table = element("table", element("thead", element("tr", *cells)), element("tbody", *rows), class_="side-by-side")
    toggle = element(
        "label", element("input", type="checkbox", data_differences="1"), " ", words.compare["differences"]
    )
    return join([element("p", toggle, class_="toggle"), element("div", table, class_="scroller")])


def _row(row: Row, comparison: Comparison, titles: list[str], words: Wording) -> Html:
    same = len({cell.text for cell in row.cells}) == 1
    cells = [_cell(cell, comparison, title, words) for cell, title in zip(row.cells, titles, strict=True)]
    return element("tr", element("th", row.label, scope="row"), *cells, class_="same" if same else None)


def _cell(cell: Cell, comparison: Comparison, title: str, words: Wording) -> Html:
    if not cell.text:
        return element("td", element("span", words.compare["not_stated"], class_="unstated"), data_label=_short(title))
    cited = {citation.number: citation for citation in comparison.citations}
    marks = [marker(cited[number], title, words) for number in cell.numbers if number in cited]
    own = element("span", cell.own, class_="chip own") if cell.own else ""
    return element("td", element("span", cell.text, dir="auto"), " ", *marks, own, data_label=_short(title))


def _short(title: str) -> str:
    """As much of a title as tells it from others; on a phone it stands before every value."""
    return title if len(title) <= _SHORT else f"{title[:_SHORT].rsplit(' ', 1)[0].rstrip(' ,;:–-(')}…"


def _files(words: Wording) -> Html:
    buttons = [
        element("button", words.table[form], type="button", data_download=f"comparison_{form}")
        for form in ("csv", "xlsx")
    ]
    return element("div", *buttons, class_="actions")
