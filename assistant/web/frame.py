"""What stands around every page: the title, and the way from page to page."""

from __future__ import annotations

from assistant.settings import ModelSettings
from assistant.web.markup import Html, element
from assistant.web.wording import Wording

PAGES = ("chat", "postings", "compare", "letter", "insights", "settings")
# One stroke each, on a grid of 24: a speech bubble, lines, two columns, an envelope, bars, sliders.
_ICONS = {
    "chat": "M4 5h16v11H9l-5 4z",
    "postings": "M4 6h16M4 12h16M4 18h16",
    "compare": "M5 5h5v14H5zM14 5h5v14h-5z",
    "letter": "M4 6h16v12H4zM4 7l8 6 8-6",
    "insights": "M5 20V11M12 20V4M19 20v-6",
    "settings": "M4 8h9M17 8h3M15 5v6M4 16h3M11 16h9M9 13v6",
}


def header(words: Wording, model: ModelSettings | None = None) -> Html:
    """The title, a link to each page, and which language model gets the questions, where there is one."""
    links = (element("li", _link(page, words)) for page in PAGES)
    pages = element("nav", element("ul", *links), id="pages", aria_label=words.title)
    title = element("h1", words.title)
    show = element("button", words.postings_list, type="button", id="show-postings")
    worded = words.worded.format(model=model.name, host=model.host) if model else ""
    told = [element("p", worded, class_="worded")] if worded else []
    return element("header", element("div", title, show, class_="brand"), pages, *told, lang=words.language)


def _link(page: str, words: Wording) -> Html:
    path = element("path", d=_ICONS[page])
    icon = element("svg", path, viewBox="0 0 24 24", aria_hidden="true", class_="icon")
    return element("a", icon, element("span", words.pages[page]), href=f"#page={page}", data_page=page)
