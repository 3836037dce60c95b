"""The HTML of a conversation: questions, answers with their numbered quotes, and the state before any."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from assistant.domain import Answer, Citation, Statement
from assistant.web.citing import marker, target
from assistant.web.conversation import MAX_TURN_CHARACTERS, Conversation, Exchange
from assistant.web.keeping import kept
from assistant.web.markup import Html, element, join, text, without_emphasis
from assistant.web.plain import one_line
from assistant.web.wording import Wording, examples, wording

_MOST_SOURCES = 8  # listed whole; of more
_FIRST_SOURCES = 5  # are, so that what follows them is not screens away
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_ITEM = re.compile(r"[-*•] +")
_HELD = re.compile("\x00([0-9]+)\x00")
_UNBROKEN = re.compile(r"(?<=«) | (?=[»:;?!])")  # no line begins with what closes, or ends with what opens


def earlier_html(conversation: Conversation, words: Wording) -> list[Html]:
    """The exchanges before the last, which do not change any more."""
    return [_made_once(one, words) for one in conversation.exchanges[:-1]]


def last_html(
    conversation: Conversation, words: Wording, waiting: str, stored: bool, suggested: Sequence[str] = ()
) -> Html:
    """The last exchange, or the welcome before the first; `waiting` stands where an answer will.

    `suggested` are questions that may follow it.
    """
    if not conversation.exchanges:
        return welcome(words) if stored else empty_store(words)
    return exchange_html(conversation.exchanges[-1], words, waiting, suggested)


def welcome(words: Wording) -> Html:
    """What the assistant does, and questions to start from: those in the language of the page first."""
    buttons = (
        element("li", element("button", e.question, type="button", data_ask=e.question, lang=e.language))
        for e in sorted(examples(), key=lambda example: example.language != words.language)
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
    add = element("a", words.empty_add, href="#page=settings", class_="button")
    return element("section", element("h2", words.empty), element("p", words.empty_text), add, class_="welcome empty")


def exchange_html(exchange: Exchange, words: Wording, waiting: str, suggested: Sequence[str] = ()) -> Html:
    """A question and what came of it so far; at rest it carries what the browser keeps of it, unless it is private."""
    question = exchange.question
    shown = question if len(question) <= MAX_TURN_CHARACTERS else question[:MAX_TURN_CHARACTERS] + "…"
    you = element("span", words.you, class_="visually-hidden")
    asked = element("div", you, element("span", shown, dir="auto"), class_="asked")
    speaker = element("span", words.assistant, class_="visually-hidden")
    said = [speaker, *_said(exchange, words, waiting), _suggestions(suggested, exchange, words)]
    return element(
        "article",
        asked,
        element("div", *said, class_="answered"),
        aria_busy="true" if exchange.running else None,
        class_="private" if exchange.is_private else None,
        data_kept=None if exchange.running or exchange.is_private else json.dumps(kept(exchange), ensure_ascii=False),
    )


def answer_html(answer: Answer) -> Html:
    """The statements of `answer`, each with buttons that open the quotes it stands on, and what to know of it."""
    cited = {citation.number: citation for citation in answer.citations}
    literals = frozenset({*answer.names, *answer.names.values(), *(c.quote for c in answer.citations)})
    statements = (_statement(statement, answer, cited, literals) for statement in answer.statements)
    notices = (element("p", notice, class_="notice", dir="auto") for notice in answer.notices)
    return element("div", *statements, *notices, class_="statements", lang=answer.language)


def sources_html(answer: Answer) -> Html:
    """The quotes of `answer` in order: number, title, section and the words themselves; of many the last are folded."""
    if not answer.citations:
        return Html("")
    words = wording(answer.language)
    rows = [element("li", _source(citation, answer, words)) for citation in answer.citations]
    shown = len(rows) if len(rows) <= _MOST_SOURCES else _FIRST_SOURCES
    parts = [element("h2", words.sources), element("ol", *rows[:shown])]
    if rows[shown:]:
        summary = element("summary", words.sources_more.format(count=len(rows) - shown))
        parts.append(element("details", summary, element("ol", *rows[shown:])))
    return element("div", *parts, class_="sources", lang=words.language)


def prose(words: str, literals: frozenset[str]) -> list[tuple[str, Html]]:
    """`words` as blocks, `("p", …)` or `("li", …)`: a `- ` makes an item and `**` bold, nothing else is markup.

    Whatever is among `literals` (quotes, titles, names of files) is shown character for character.
    """
    held: list[str] = []
    plain = words.replace("\0", "\ufffd")
    known = sorted((literal for literal in literals if literal in plain and literal.strip()), key=len, reverse=True)
    if known:
        plain = re.sub("|".join(map(re.escape, known)), lambda found: _hold(found.group(), held), plain)
    return [(kind, _line(line, held)) for kind, line in _lines(plain)]


def _made_once(exchange: Exchange, words: Wording) -> Html:
    if words.language not in exchange.shown:
        exchange.shown[words.language] = exchange_html(exchange, words, "")
    return Html(exchange.shown[words.language])


def _said(exchange: Exchange, words: Wording, waiting: str) -> Iterator[Html]:
    if exchange.is_private:
        forget = element("button", words.letter["forget"], type="button", class_="forget", data_forget_cv="1")
        note = element("span", element("strong", words.private), " ", words.private_text)
        yield element("p", note, " ", forget, class_="private-note")
    if exchange.answer:
        yield answer_html(exchange.answer)
        yield sources_html(exchange.answer)
        if exchange.answer.cv == "wanted" and not exchange.running:
            give = element("a", words.give_cv, href="#page=letter", class_="button", data_give_cv="1")
            yield element("p", give, " ", element("span", words.give_cv_text), class_="give-cv")
    elif exchange.running:
        yield element("p", waiting, class_="waiting", role="status")
    if exchange.failure:
        yield element("p", exchange.failure, class_="failure", dir="auto")
    if not exchange.running:
        yield _deeds(exchange, words)


def _deeds(exchange: Exchange, words: Wording) -> Html:
    """What may be done with an answer."""
    copy = element("button", words.copy, type="button", class_="copy", data_copy=words.copied)
    again = element("button", words.ask_again, type="button", class_="ask-again", data_ask=exchange.question)
    thumbs = [
        element("button", sign, type="button", class_="thumb", data_thumb=value, aria_label=name, aria_pressed="false")
        for sign, value, name in (("👍", "up", words.up), ("👎", "down", words.down))
    ]
    deeds = [copy, again] if exchange.is_private else [copy, again, *thumbs] if exchange.answer else [again]
    return element("div", *deeds, class_="deeds")


def _suggestions(questions: Sequence[str], exchange: Exchange, words: Wording) -> Html:
    if exchange.running or not questions:
        return Html("")
    rows = (
        element("li", element("button", _UNBROKEN.sub("\u00a0", one), type="button", data_ask=one, dir="auto"))
        for one in questions
    )
    return element("div", element("h2", words.next), element("ul", *rows), class_="suggested")


def _statement(statement: Statement, answer: Answer, cited: dict[int, Citation], literals: frozenset[str]) -> Html:
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
    title = one_line(answer.names.get(citation.posting, citation.posting))
    return marker(citation, title, wording(answer.language))


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
    place = target(citation.posting, citation.start, citation.end, citation.quote)
    opener = element("button", number, " ", where, type="button", class_="source", **place)
    return join([opener, element("blockquote", without_emphasis(citation.quote), dir="auto")])


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
        element("span", held[int(piece)], class_="literal") if position % 2 else text(_UNBROKEN.sub("\u00a0", piece))
        for position, piece in enumerate(pieces)
    )
