"""The source panel: a posting with its facts on a card, what may be done with it, and its text with a quote marked."""

from __future__ import annotations

from assistant.domain import Fact, Posting, Span
from assistant.errors import AssistantError
from assistant.headline import headline
from assistant.shortlist import Marked
from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.card import facts_card, reading_notices, shortlist_form
from assistant.web.citing import quote_check
from assistant.web.markup import Html, element, join
from assistant.web.plain import one_line
from assistant.web.posting_text import posting_text
from assistant.web.wording import Wording


def open_source(backend: Backend, asked: Asked) -> Html:
    """The panel of a posting, with a quote marked where what is asked names one that is still there.

    What is asked comes from the browser or from a shared link: `posting`, and perhaps `start`, `end` and `check`.
    Without a posting the panel is as before anything was opened.
    """
    words = asked.words
    name = asked.text("posting")
    if not name:
        return no_source(words)
    try:
        posting = backend.posting(name)
        facts = backend.facts(name)
        marked = next((card.marked for card in backend.cards() if card.name == name), None)
    except AssistantError as error:
        return _panel(words, words.source, _notice(error.said(words.language)))
    quote, notice = _quote(posting, asked)
    return posting_source(posting, words, facts, marked, quote, notice, may_change=backend.may_remove())


def posting_source(
    posting: Posting,
    words: Wording,
    facts: list[Fact],
    marked: Marked | None = None,
    quote: Span | None = None,
    notice: str = "",
    may_change: bool = False,
) -> Html:
    """A posting: what it is, what may be done with it, its facts, and its text; `notice` stands above all that."""
    text_head = element("h3", words.card["section"], class_="text-head")
    return _panel(
        words,
        posting_title(posting),
        _details(posting, words),
        _notice(notice),
        _actions(posting, words),
        shortlist_form(posting, marked, words, may_change),
        reading_notices(posting, words),
        facts_card(posting, facts, words, may_change),
        text_head,
        posting_text(posting, quote),
        _removal(posting, words) if may_change else Html(""),
    )


def no_source(words: Wording) -> Html:
    """The source panel before anything is opened."""
    heading = element("h2", words.source, id="source-title")
    hint = element("p", words.source_hint, class_="hint")
    return element("section", element("div", heading, class_="panel-head"), hint, aria_labelledby="source-title")


def remove(backend: Backend, asked: Asked) -> Html:
    """Take out a posting, and say so."""
    words, name = asked.words, asked.text("posting")
    try:
        title = posting_title(backend.posting(name))
        backend.remove(name)
    except AssistantError as error:
        return _panel(words, words.source, _notice(error.said(words.language)))
    return _panel(words, words.source, _notice(words.removed.format(title=title)))


def posting_title(posting: Posting) -> str:
    """The title as written, on one line, or the posting's name where it has none."""
    return headline(posting.title.of(posting.text)) or one_line(posting.name)


def _quote(posting: Posting, asked: Asked) -> tuple[Span | None, str]:
    start, end = asked.number("start"), asked.number("end")
    if start is None or end is None:
        return None, ""
    quote, check = Span(start, end), asked.text("check")
    held = 0 <= start < end <= len(posting.text) and check in ("", quote_check(quote.of(posting.text)))
    return (quote, "") if held else (None, asked.words.source_changed)


def _details(posting: Posting, words: Wording) -> Html:
    shown = [one_line(span.of(posting.text)) for span in (posting.organisation, posting.location)]
    parts: list[str] = []
    for said in filter(None, shown):
        parts += [" · ", element("bdi", said)] if parts else [element("bdi", said)]
    before, after = words.posting_file.format(name="\0").split("\0")
    name = join([before, element("bdi", one_line(posting.name)), after])
    return join([element("p", *parts, class_="posting-place"), element("p", name, class_="posting-file")])


def _actions(posting: Posting, words: Wording) -> Html:
    said = words.card
    about = said["ask_text"].format(title=posting_title(posting))
    return element(
        "div",
        element("button", said["ask"], type="button", data_about=about),
        element("button", said["compare"], type="button", data_compare=posting.name, aria_pressed="false"),
        element("button", said["letter"], type="button", data_letter=posting.name),
        element("button", said["share"], type="button", data_share=posting.name, data_done=said["shared"]),
        class_="actions",
    )


def _removal(posting: Posting, wording: Wording) -> Html:
    """The button to take a posting out, and the question that it opens."""
    ask = element(
        "button", wording.remove, type="button", class_="remove", data_removal="ask", aria_expanded="false",
        aria_controls="removal",
    )  # fmt: skip
    yes = element(
        "button", wording.remove_yes, type="button", class_="remove-yes", data_removal="yes", data_name=posting.name
    )
    no = element("button", wording.remove_no, type="button", class_="remove-no", data_removal="no")
    question = element("p", wording.remove_ask, id="removal-ask")
    asked = element("div", question, yes, no, id="removal", role="group", aria_labelledby="removal-ask", hidden=True)
    return element("div", ask, asked, class_="removal")


def _notice(sentence: str) -> Html:
    return element("p", sentence, class_="notice", role="status") if sentence else Html("")


def _panel(words: Wording, title: str, *content: str) -> Html:
    heading = element("h2", element("bdi", title), id="source-title", tabindex="-1")
    close = element("button", "×", type="button", class_="close", data_close="source", aria_label=words.source_close)
    return element(
        "section", element("div", heading, close, class_="panel-head"), *content, aria_labelledby="source-title"
    )
