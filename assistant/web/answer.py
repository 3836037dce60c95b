"""The HTML of a conversation: questions, answers with their numbered quotes, and the state before any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain import Answer, Citation, Statement
from assistant.web.conversation import MAX_TURN_CHARACTERS, Conversation, Exchange
from assistant.web.markup import Html, element, join, text
from assistant.web.source import one_line, quote_check
from assistant.web.wording import Wording, examples, wording

_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_ITEM = re.compile(r"[-*•] +")
_HELD = re.compile("\x00([0-9]+)\x00")
_MAX_TOOLTIP = 400


def conversation_html(conversation: Conversation, words: Wording, waiting: str, stored: bool) -> list[Html]:
    """One piece of HTML an exchange, or the welcome before the first; `waiting` stands where an answer will."""
    if not conversation.exchanges:
        return [welcome(words) if stored else empty_store(words)]
    return [exchange_html(exchange, words, waiting) for exchange in conversation.exchanges]


def welcome(words: Wording) -> Html:
    """What the assistant does, and questions to start from in every language."""
    buttons = (
        element("li", element("button", e.question, type="button", data_ask=e.question, lang=e.language))
        for e in examples()
    )
    return element(
        "section",
        element("h2", words.welcome),
        element("p", words.welcome_text),
        element("h3", words.try_one),
        element("ul", *buttons, class_="examples"),
        class_="welcome",
    )


def empty_store(words: Wording) -> Html:
    """What to do when the store holds no posting."""
    command = element("pre", element("code", words.empty_command), tabindex="0")
    return element(
        "section", element("h2", words.empty), element("p", words.empty_text), command, class_="welcome empty"
    )


def exchange_html(exchange: Exchange, words: Wording, waiting: str) -> Html:
    """A question and what came of it so far."""
    question = exchange.question
    shown = question if len(question) <= MAX_TURN_CHARACTERS else question[:MAX_TURN_CHARACTERS] + "…"
    you = element("span", words.you, class_="visually-hidden")
    asked = element("div", you, element("span", shown, dir="auto"), class_="asked")
    speaker = element("span", words.assistant, class_="visually-hidden")
    said = [speaker, *_said(exchange, words, waiting)]
    return element(
        "article", asked, element("div", *said, class_="answered"), aria_busy="true" if exchange.running else None
    )


def answer_html(answer: Answer) -> Html:
    """The statements of `answer`, each with buttons that open the quotes it stands on, and what to know of it."""
    cited = {citation.number: citation for citation in answer.citations}
    statements = (_statement(statement, answer, cited) for statement in answer.statements)
    notices = (element("p", notice, class_="notice", dir="auto") for notice in answer.notices)
    return element("div", *statements, *notices, class_="statements", lang=answer.language)


def sources_html(answer: Answer) -> Html:
    """The quotes of `answer` in order: number, title, section and the words themselves."""
    if not answer.citations:
        return Html("")
    words = wording(answer.language)
    rows = (element("li", _source(citation, answer, words)) for citation in answer.citations)
    return element("div", element("h2", words.sources), element("ol", *rows), class_="sources", lang=words.language)


def prose(words: str, literals: frozenset[str]) -> list[tuple[str, Html]]:
    """`words` as blocks, `("p", …)` or `("li", …)`: a `- ` makes an item and `**` bold, nothing else is markup.

    Whatever is among `literals` (quotes, titles, names of files) is shown character for character.
    """
    held: list[str] = []
    plain = words.replace("\0", "\ufffd")
    known = sorted((literal for literal in literals if literal.strip()), key=len, reverse=True)
    if known:
        plain = re.sub("|".join(map(re.escape, known)), lambda found: _hold(found.group(), held), plain)
    return [(kind, _line(line, held)) for kind, line in _lines(plain)]


def _said(exchange: Exchange, words: Wording, waiting: str) -> Iterator[Html]:
    if exchange.answer:
        yield answer_html(exchange.answer)
        yield sources_html(exchange.answer)
    elif exchange.running:
        yield element("p", waiting, class_="waiting", role="status")
    if exchange.failure:
        yield element("p", exchange.failure, class_="failure", dir="auto")
    if exchange.answer and not exchange.running:
        yield element("button", words.copy, type="button", class_="copy", data_copy=words.copied)


def _statement(statement: Statement, answer: Answer, cited: dict[int, Citation]) -> Html:
    literals = frozenset({*answer.names, *answer.names.values(), *(c.quote for c in answer.citations)})
    blocks = prose(statement.text, literals)
    marks = [_marker(cited[n], answer) for n in statement.citations if n in cited]
    if not blocks:
        return element("p", *marks)
    last = len(blocks) - 1
    parts: list[Html] = []
    for position, (kind, content) in enumerate(blocks):
        tail = [" ", *marks] if position == last and marks else []
        inner = element(kind, content, *tail, dir="auto")
        parts.append(element("ul", inner) if kind == "li" else inner)
    return Html(join(parts).replace("</ul><ul>", ""))


def _marker(citation: Citation, answer: Answer) -> Html:
    words = wording(answer.language)
    title = answer.names.get(citation.posting, citation.posting)
    label = words.source_number.format(number=citation.number, title=one_line(title))
    return element(
        "button",
        f"[{citation.number}]",
        type="button",
        class_="cite",
        title=_shortened(one_line(citation.quote)),
        aria_label=label,
        **_target(citation),
    )


def _source(citation: Citation, answer: Answer, words: Wording) -> Html:
    title = answer.names.get(citation.posting, citation.posting)
    where = join(
        [
            element("bdi", one_line(title), class_="source-title"),
            element(
                "span", " — ", element("bdi", one_line(citation.section) or words.opening), class_="source-section"
            ),
        ]
    )
    number = element("span", f"[{citation.number}]", class_="number")
    opener = element("button", number, " ", where, type="button", class_="source", **_target(citation))
    return join([opener, element("blockquote", citation.quote, dir="auto")])


def _target(citation: Citation) -> dict[str, str | int]:
    return {
        "data_posting": citation.posting,
        "data_start": citation.start,
        "data_end": citation.end,
        "data_check": quote_check(citation.quote),
    }


def _shortened(words: str) -> str:
    return words if len(words) <= _MAX_TOOLTIP else words[:_MAX_TOOLTIP] + "…"


def _hold(words: str, held: list[str]) -> str:
    held.append(words)
    return f"\0{len(held) - 1}\0"


def _lines(words: str) -> Iterator[tuple[str, str]]:
    """Items of lists and paragraphs, which end at a blank line or where an item begins."""
    paragraph: list[str] = []
    for line in [*words.split("\n"), ""]:
        item = _ITEM.match(line.lstrip())
        if (item or not line.strip()) and paragraph:
            yield "p", "\n".join(paragraph)
            paragraph = []
        if item:
            yield "li", line.lstrip()[item.end() :]
        elif line.strip():
            paragraph.append(line.strip())


def _line(line: str, held: list[str]) -> Html:
    parts: list[Html] = []
    reached = 0
    for bold in _BOLD.finditer(line):
        parts += [_released(line[reached : bold.start()], held), element("strong", _released(bold.group(1), held))]
        reached = bold.end()
    return join([*parts, _released(line[reached:], held)])


def _released(words: str, held: list[str]) -> Html:
    pieces = _HELD.split(words)
    return join(
        element("span", held[int(piece)], class_="literal") if position % 2 else text(piece)
        for position, piece in enumerate(pieces)
    )
