"""The chat page without a browser: what it renders, what it keeps, whom it lets in."""

from __future__ import annotations

import logging
import os
import re
import socket
import stat
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import gradio as gr
import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.assistant import Assistant
from assistant.domain import Answer, Citation, Posting, Section, Span, Statement, Turn
from assistant.errors import UserError
from assistant.letters.domain import CV
from assistant.settings import ModelSettings
from assistant.store import Store
from assistant.web import answer, markup, source
from assistant.web.asked import Asked
from assistant.web.chat import Chat
from assistant.web.citing import quote_check
from assistant.web.conversation import MAX_EXCHANGES, Conversation, Exchange
from assistant.web.environment import settle_environment
from assistant.web.markup import Html, element, join, text
from assistant.web.pacing import paced
from assistant.web.page import STYLES
from assistant.web.posting_text import posting_text
from assistant.web.security import HEADERS, MAX_BODY_BYTES, MAX_CALL_BYTES, Guard
from assistant.web.serve import check_address, running
from assistant.web.source import posting_source
from assistant.web.wording import Wording, all_words, asset, examples, wording
from tests.fake_backend import FakeBackend
from tests.growth import assert_linear

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "![x](http://evil.test/x.png)",
    "[x](javascript:alert(1))",
    "<http://evil.test> www.evil.test",
    "**bold** __bold__ `code` # title",
    "- not an item",
    "1. not an item",
    "$$x$$ \\(x\\) ${alert(1)} {{constructor}}",
    "&lt;b&gt; &amp; &#60;",
    "</mark></p></div>",
    "' onmouseover='alert(1)",
    "العربية ⵜⴰⵎⴰⵣⵉⵖⵜ é",
    "two\n\nparagraphs\n- and a line",
]


class _Reader(HTMLParser):
    """The elements, attributes and text that a browser would make of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.marked = ""
        self._marks = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._marks += tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._marks -= tag == "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        self.marked += data if self._marks else ""


def make_posting(body: str, title: str = "Title", furniture: Sequence[str] = (), name: str = "a.txt") -> Posting:
    words = f"{title}\n\n\n{body}"
    starts = [match.start() for match in re.finditer(r"^[IVX]+- ", words, re.MULTILINE)]
    sections = tuple(
        Section("other", (words[start : words.index("\n", start)],), start, words.index("\n", start) + 1, end)
        for start, end in zip(starts, [*starts[1:], len(words)][: len(starts)], strict=True)
    )
    edges = tuple(Span(words.index(part), words.index(part) + len(part)) for part in furniture)
    place = Span(0, len(title))
    return Posting(name, "tests", name, words, place, place, place, "fr", sections, edges)


def make_answer(statement: str, quote: str = "", numbers: tuple[int, ...] = (1,), title: str = "A title") -> Answer:
    cited = (Citation(1, "a.txt", "II- Profil", quote, 4, 4 + len(quote)),) if quote else ()
    statements = (Statement(statement, numbers if quote else ()),)
    return Answer("?", "en", "open", statements, cited, names={"a.txt": title})


class Scripted(FakeBackend):
    """A backend that says what it is told to, and notes what it was asked."""

    def __init__(self, *answers: Answer | Exception, postings: Sequence[Posting] = (), state: str = "ready") -> None:
        super().__init__(postings)
        self.answers = answers
        self.state = state
        self.asked: list[tuple[str, tuple[Turn, ...]]] = []

    writer: ModelSettings | None = None

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        stop: threading.Event | None = None,
        cv: CV | None = None,
    ) -> Iterator[Answer]:
        assert cv is None
        self.stop = stop
        self.asked.append((question, tuple(history)))
        for grown in self.answers:
            if isinstance(grown, Exception):
                raise grown
            yield grown


# Rendering


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_and_attributes_show_exactly_their_characters(hostile: str) -> None:
    read = _Reader(element("p", hostile, title=hostile))
    assert (read.tags, read.attributes, read.text) == (["p"], [("title", hostile)], hostile)


@pytest.mark.parametrize(
    ("made", "html"),
    [
        (element("p", Html("<b>x</b>"), "<"), "<p><b>x</b>&lt;</p>"),
        (element("br"), "<br>"),
        (element("input", value="<", hidden=True), '<input value="&lt;" hidden>'),
        (
            element("a", class_="b", data_start=3, hidden=True, lang=None, dir=False),
            '<a class="b" data-start="3" hidden></a>',
        ),
        (element("a", title=Html('"<')), '<a title="&quot;&lt;"></a>'),
        (join(["<", Html("<i>")]), "&lt;<i>"),
        (text("a\x00b\ud83dc\td\n"), "a\ufffdb\ufffdc\td\n"),
    ],
)
def test_markup(made: Html, html: str) -> None:
    assert made == html


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("statement", ["Says « {} » here.", "- **{}** (x)", "{}", "**{}**"])
def test_a_quote_or_title_within_an_answer_is_literal(hostile: str, statement: str) -> None:
    for made in (
        make_answer(statement.format(hostile), quote=hostile),
        make_answer(statement.format(hostile), quote="other", title=hostile),
    ):
        read = _Reader(answer.answer_html(made))
        assert set(read.tags) <= {"div", "p", "ul", "li", "strong", "span", "button"}
        assert hostile.strip() in read.text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_sources_list_the_quote_literally(hostile: str) -> None:
    read = _Reader(answer.sources_html(make_answer("x", quote=hostile, title=hostile)))
    assert set(read.tags) <= {"div", "h2", "ol", "li", "button", "span", "bdi", "blockquote"}
    assert read.text.endswith(hostile)


def test_no_line_of_a_suggestion_begins_with_what_closes() -> None:
    question = "Combien paie « Cook » ?"
    exchange = Exchange("x", make_answer("x"), running=False)
    html = answer.exchange_html(exchange, wording("fr"), "", [question])
    assert f'data-ask="{question}" dir="auto">Combien paie «\u00a0Cook\u00a0»\u00a0?</button>' in html


@pytest.mark.parametrize(
    ("count", "first", "more"), [(1, 1, ""), (8, 8, ""), (9, 5, "4 more sources"), (40, 5, "35 more sources")]
)
def test_of_many_sources_the_last_are_folded(count: int, first: int, more: str) -> None:
    one = make_answer("x", quote="q", title="t")
    html = answer.sources_html(replace(one, citations=one.citations * count))
    assert html.split("<details>")[0].count("<li>") == first
    assert html.count("<li>") == count
    assert (f"<summary>{more}</summary>" in html) == bool(more)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_questions_and_failures_are_literal(hostile: str) -> None:
    conversation = Conversation().asked(hostile).ended(hostile)
    html = answer.last_html(conversation, wording("en"), "", stored=True)
    read = _Reader(html)
    assert set(read.tags) <= {"article", "div", "span", "p", "button"}
    assert read.text.count(hostile) == 2


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("One.\n\nTwo.", "p:One.|p:Two."),
        ("One\nline.", "p:One\nline."),
        ("Two:\n- a\n- **b**\nEnd", "p:Two:|li:a|li:<strong>b</strong>|p:End"),
        ("a **b** c ** d", "p:a <strong>b</strong> c ** d"),
        ("2 * 3 * 4 _x_ # y", "p:2 * 3 * 4 _x_ # y"),
        ("Elle dit : « a b »", "p:Elle dit\u00a0: «\u00a0a b\u00a0»"),
        ("It says: « a » ; no more", "p:It says: «\u00a0a\u00a0»\u00a0; no more"),
        ("", ""),
    ],
)
def test_prose(words: str, html: str) -> None:
    assert "|".join(f"{kind}:{content}" for kind, content in answer.prose(words, frozenset())) == html


def test_a_quote_keeps_its_own_spaces() -> None:
    quote = "dit « a » : b"
    assert quote in answer.prose(f"Elle dit « {quote} ».", frozenset({quote}))[0][1]


def test_markers_stand_where_the_statement_ends_and_name_their_quote() -> None:
    html = answer.answer_html(make_answer("Two:\n- a\n- b", quote="Le **français**\n\nest exigé"))
    assert re.search(r"b <button[^>]*>\[1\]</button></li></ul>", html)
    attributes = dict(_Reader(html).attributes)
    assert attributes["data-quote"] == "Le **français** est exigé"
    assert attributes["aria-label"] == "Source 1: A title"
    assert (attributes["data-posting"], attributes["data-start"], attributes["data-end"]) == ("a.txt", "4", "30")


def test_a_number_without_a_citation_is_left_out() -> None:
    assert "button" not in answer.answer_html(make_answer("x", quote="q", numbers=(2,)))


BODIES = [
    "",
    "   \n\n ",
    "no heading at all\n\n\nsecond  paragraph ",
    "I- One\nbody\n\n\nII- Two\n\n  indented\n\tand a tab\r\nIII- Empty\n",
    "\n\n".join(HOSTILE),
    "I- " + HOSTILE[0] + "\n" + "\n".join(HOSTILE),
    "I- One\n" + " " * 50 + "\n \n" + "x" * 50,
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("hostile", [HOSTILE[0], "Plain"])
def test_every_character_of_a_posting_is_shown_once(body: str, hostile: str) -> None:
    posting = make_posting(body, title=hostile)
    html = posting_text(posting)
    read = _Reader(html)
    assert read.text.replace("\r\n", "\n") == posting.text.replace("\r\n", "\n")
    assert set(read.tags) <= {"div", "p", "h3", "h4", "h5", "h6", "span"}


@pytest.mark.parametrize(
    "quote",
    ["body of one", "I- One", "One\nbody", "of one\n\nsecond paragraph", "Page 1", "one Page 1 two", "Title", "é two"],
)
def test_exactly_the_quote_is_marked(quote: str) -> None:
    body = "I- One\nbody of one\n\nsecond paragraph\n\nII- Two\none Page 1 two é two"
    posting = make_posting(body, furniture=["Page 1"])
    start = posting.text.index(quote)
    read = _Reader(posting_text(posting, Span(start, start + len(quote))))
    assert "".join(read.marked.split()) == "".join(quote.split())


def test_sections_that_overlap_or_leave_gaps_lose_nothing() -> None:
    posting = make_posting("I- One\nbody\nII- Two\nmore\nrest of it")
    first, second = posting.sections
    outer = Section("other", first.path, first.start, first.body_start, len(posting.text))
    inner = Section("other", (*first.path, *second.path), second.start, second.body_start, second.end - 12)
    nested = Posting(**{**vars(posting), "sections": (inner, outer)})
    html = posting_text(nested)
    assert _Reader(html).text == posting.text
    assert "<h3" in html
    assert "<h4" in html


def test_a_long_posting_of_blanks_takes_no_time() -> None:
    for blanks in (" " * 200_000, "x" + "\n \t" * 50_000, "*" * 100_000):
        assert_linear(lambda part: posting_text(make_posting(f"x{part}")), blanks)
    for blanks in ("**" * 50_000, " " * 50_000, "- " * 20_000):
        assert_linear(lambda part: answer.prose(part, frozenset({"x" * 2_000})), blanks)


def test_removing_asks_first_and_only_where_it_may() -> None:
    posting = make_posting("", title="Cook", name='a".txt')
    shown = posting_source(posting, wording("en"), [], may_change=True)
    assert re.search(r'<div id="removal"[^>]* hidden>', shown)
    assert 'data-name="a&quot;.txt"' in shown
    assert "removal" not in posting_source(posting, wording("en"), [])


# Words


def _flat(said: Mapping[str, object]) -> dict[str, str]:
    """Each word or sentence by its place in the table."""
    flat: dict[str, str] = {}
    for key, value in said.items():
        inner = value if isinstance(value, dict) else dict(enumerate(value)) if isinstance(value, list) else None
        if inner is None:
            flat[key] = str(value)
        else:
            flat |= {f"{key}.{name}": text for name, text in _flat({str(k): v for k, v in inner.items()}).items()}
    return flat


def test_both_languages_say_everything_with_the_same_names() -> None:
    table = all_words()
    french, english = _flat(table["fr"]), _flat(table["en"])
    assert french.keys() == english.keys()
    assert {field.name for field in fields(Wording)} - {"language"} == set(table["fr"])
    for key, said in french.items():
        names = [{part[1] for part in Formatter().parse(value) if part[1]} for value in (said, english[key])]
        assert names[0] == names[1], key
        assert said, key
        assert english[key], key
    assert set(table) == {"fr", "en", "examples"}
    assert set(wording("fr").status) == {"loading", "rebuilding", "unreachable"}


@pytest.mark.parametrize("sheet", [*STYLES, "root"])
def test_every_style_sheet_is_whole(sheet: str) -> None:
    written = asset(f"{sheet}.css")
    assert written.count("{") == written.count("}") > 0
    assert "http" not in written


@pytest.mark.parametrize(("asked", "given"), [("fr", "fr"), ("en", "en"), ("de", "en"), ("None", "en"), ("", "en")])
def test_an_unknown_language_is_answered_in_english(asked: str, given: str) -> None:
    assert wording(asked).language == given
    assert wording(asked).status_sentence("ready") == wording(asked).status_sentence("") == ""


def test_examples_are_in_both_languages() -> None:
    assert {example.language for example in examples()} == {"fr", "en"}


# Conversation


def test_history_is_bounded_and_leaves_failures_out() -> None:
    conversation = Conversation()
    for number in range(30):
        conversation = conversation.asked(f"{number} " + "x" * 5_000).answered(make_answer("y" * 5_000)).ended()
        conversation = conversation.asked("fails").ended("sentence")
    turns = conversation.turns()
    assert len(conversation.exchanges) == MAX_EXCHANGES
    assert len(turns) == 20
    assert {len(turn.content) for turn in turns} == {2_000}
    assert [turn.role for turn in turns[:2]] == ["user", "assistant"]
    assert turns[-2].content.startswith("29 ")


def _frames(
    chat: Chat, question: str, conversation: Conversation | None = None, language: str = "en"
) -> list[list[Html]]:
    request = gr.Request(session_hash="s")
    return [frame[0] for frame in chat.ask(question, conversation or Conversation(), language, request)]


@pytest.mark.parametrize("question", ["Which postings ask for English?", "Quels postes exigent le tamazight ?"])
def test_the_program_itself_is_shown_to_the_end(hashed_seeds: Store, question: str) -> None:
    assistant = Assistant(hashed_seeds)
    *_, last = Chat(assistant).ask(question, Conversation(), "en", gr.Request(session_hash="s"))
    [exchange] = last[1].exchanges
    assert (exchange.failure, exchange.running) == ("", False)
    assert exchange.answer == assistant.ask(question)


def test_an_answer_grows_in_place() -> None:
    chat = Chat(Scripted(make_answer("One."), make_answer("One. Two.")))
    frames = _frames(chat, "q")
    assert {len(frame) for frame in frames} == {1}
    assert wording("en").searching in frames[0][0]
    assert "One. Two." in frames[-2][0]
    assert ["aria-busy" in frame[0] for frame in frames] == [*[True] * (len(frames) - 1), False]
    assert chat.running == {}


def test_waiting_for_the_encoder_is_said_in_the_language_of_the_page() -> None:
    frames = _frames(Chat(Scripted(make_answer("One."), state="loading")), "q", language="fr")
    assert "Chargement du modèle de langue" in frames[0][0]


def test_an_error_of_ours_is_its_own_sentence() -> None:
    frames = _frames(Chat(Scripted(UserError("Write <a> question."))), " ")
    assert "Write &lt;a&gt; question." in frames[-1][0]


def test_an_unexpected_error_is_one_sentence_and_its_words_stay_out_of_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    question = "about the " + "canary"
    with caplog.at_level(logging.ERROR):
        frames = _frames(Chat(Scripted(make_answer("One."), ValueError(question))), question)
    assert wording("en").unexpected in _Reader(frames[-1][0]).text
    assert "One." in frames[-1][0]
    assert "ValueError" in caplog.text
    assert "in stream" in caplog.text
    assert question not in caplog.text


def test_the_backend_is_told_the_earlier_turns() -> None:
    backend = Scripted(make_answer("Two."))
    _frames(Chat(backend), "second", Conversation().asked("first").answered(make_answer("One.")).ended())
    assert backend.asked == [("second", (Turn("user", "first"), Turn("assistant", "One.")))]


@pytest.mark.parametrize(
    ("target", "marked", "said"),
    [
        ({"posting": "a.txt", "language": "en"}, "", "body"),
        ({"posting": "a.txt", "start": 8, "end": 12, "check": quote_check("body")}, "body", "body"),
        ({"posting": "a.txt", "start": 8, "end": 12, "check": "00000000"}, "", "has changed since"),
        ({"posting": "a.txt", "start": 8, "end": 9_999, "check": "x"}, "", "has changed since"),
        ({"posting": "a.txt", "start": -3, "end": 2, "check": "x", "language": "fr"}, "", "a changé depuis"),
        ({"posting": "a.txt", "start": "8", "end": None}, "", "body"),
        ({"posting": "a.txt", "start": 8, "end": 12}, "body", "body"),
        ({"posting": "a.txt", "start": True, "end": 12}, "", "body"),
        ({"posting": "../../etc/passwd", "language": "en"}, "", "There is no posting ../../etc/passwd."),
        ({"posting": ["a.txt"], "language": []}, "", "Choose a posting"),
        ({}, "", "Choose a posting"),
        (None, "", "Choose a posting"),
        ("a.txt", "", "Choose a posting"),
    ],
)
def test_the_source_is_whatever_the_browser_asks(target: object, marked: str, said: str) -> None:
    read = _Reader(source.open_source(Scripted(postings=[make_posting("body of it")]), Asked.of(target)))
    assert read.marked == marked
    assert said in read.text


# Pacing


def test_a_slow_iterator_gives_signs_of_life() -> None:
    def slow() -> Iterator[int]:
        time.sleep(0.3)
        yield 1
        yield 2

    items = list(paced(slow(), 0.1))
    assert items[0] is None
    assert [item for item in items if item][-1] == 2


def test_what_was_overtaken_is_not_shown() -> None:
    growing = paced(iter(range(1, 1_000)), 1)
    shown = []
    for item in growing:
        shown.append(item)
        time.sleep(0.02)
    assert shown[-1] == 999
    assert len(shown) < 100


def test_an_error_is_raised_where_the_items_are_read() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise KeyError("x")

    reading = paced(failing(), 1)
    assert next(reading) == 1
    with pytest.raises(KeyError):
        next(reading)


def test_closing_ends_the_iterator() -> None:
    ended: list[bool] = []

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            ended.append(True)

    reading = paced(endless(), 1)
    assert next(reading) == 1
    reading.close()
    deadline = time.monotonic() + 3
    while not ended and time.monotonic() < deadline:
        time.sleep(0.02)
    assert ended == [True]


# The environment and the address


def test_no_gradio_variable_survives() -> None:
    environment = {
        "GRADIO_SHARE": "True",
        "GRADIO_VIBE_MODE": "1",
        "GRADIO_ALLOWED_PATHS": "/",
        "GRADIO_SERVER_NAME": "0.0.0.0",
        "NO_PROXY": "example.org",
        "HOME": "/home/me",
    }
    settle_environment("/private", environment)
    gradio = {name: value for name, value in environment.items() if name.startswith("GRADIO_")}
    assert gradio == {
        "GRADIO_ANALYTICS_ENABLED": "False",
        "GRADIO_TEMP_DIR": "/private",
        "GRADIO_ANALYTICS_MAX_EVENTS": "1",
        "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
    }
    assert environment["NO_PROXY"] == "example.org,127.0.0.1,localhost"
    assert environment["HOME"] == "/home/me"


@pytest.mark.parametrize(
    ("host", "port", "sentence"),
    [
        ("0.0.0.0", 7860, "this machine only.*--host.*0.0.0.0"),
        ("192.168.1.5", 7860, "this machine only"),
        ("::1", 7860, "this machine only"),
        ("example.org", 7860, "this machine only"),
        ("", 7860, "this machine only"),
        ("127.0.0.1", 0, "no port 0.*--port"),
        ("127.0.0.1", 65_536, "no port 65536"),
        ("127.0.0.1", -1, "no port -1"),
    ],
)
def test_an_address_that_cannot_be(host: str, port: int, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        check_address(host, port)


def test_a_port_in_use_is_named() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        with pytest.raises(UserError, match=rf"Port {port} is in use.*--port"):
            check_address("localhost", port)
    assert check_address("localhost", port) == "127.0.0.1"


# The guard


async def _read(request: Request) -> PlainTextResponse:
    try:
        size = len(await request.body())
    except Exception as error:  # as FastAPI does: whatever goes wrong while a body is read becomes its own answer
        return PlainTextResponse(type(error).__name__, status_code=400)
    return PlainTextResponse(str(size), headers={"X-Frame-Options": "ALLOWALL"})


@pytest.fixture
def client() -> TestClient:
    routes = [Route("/{path:path}", _read, methods=["GET", "POST"])]
    app = Starlette(routes=routes, middleware=[Middleware(Guard, hosts=("127.0.0.1", "localhost"))])
    return TestClient(app, base_url="http://127.0.0.1:7860")


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", {}, 200),
        ("GET", "/", {"Host": "localhost:9"}, 200),
        ("GET", "/", {"Host": "LOCALHOST"}, 200),
        ("GET", "/", {"Host": "jobs.lan:7860"}, 400),
        ("GET", "/", {"Host": "evil.test@127.0.0.1.evil.test"}, 400),
        ("GET", "/", {"Host": "[::1"}, 400),
        ("POST", "/", {}, 200),
        ("POST", "/", {"Origin": "http://127.0.0.1:7860"}, 200),
        ("POST", "/", {"Origin": "http://127.0.0.1:7861"}, 403),
        ("POST", "/", {"Origin": "https://127.0.0.1:7860"}, 403),
        ("POST", "/", {"Origin": "http://evil.test"}, 403),
        ("POST", "/", {"Origin": "null"}, 403),
        ("POST", "/", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("GET", "/", {"Origin": "http://evil.test"}, 200),
        ("GET", "/gradio_api/file=http://127.0.0.1:1/", {}, 403),
        ("GET", "/gradio_api/file=HTTPS://evil.test/", {}, 403),
        ("GET", "/gradio_api/file%3Dhttp%3A%2F%2F169.254.169.254/", {}, 403),
        ("GET", "/gradio_api/proxy=http://evil.test/", {}, 403),
        ("GET", "/file=http://evil.test/", {}, 403),
        ("GET", "/gradio_api/file=/tmp/x", {}, 403),
        ("GET", "/gradio_api/file%3D/etc/passwd", {}, 403),
        ("POST", "/gradio_api/upload", {}, 403),
        ("POST", "/upload?upload_id=x", {}, 403),
        ("GET", "/gradio_api/upload_progress?upload_id=x", {}, 403),
        ("POST", "/", {"Content-Length": "-1"}, 413),
    ],
)
def test_the_guard(client: TestClient, method: str, path: str, headers: dict[str, str], status: int) -> None:
    response = client.request(method, path, headers=headers, follow_redirects=False)
    assert response.status_code == status
    for name, value in HEADERS.items():
        assert response.headers.get_list(name) == [value]


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/gradio_api/queue/join", MAX_BODY_BYTES, 200),
        ("/gradio_api/queue/join", MAX_BODY_BYTES + 1, 413),
        ("/gradio_api/component_server", MAX_BODY_BYTES + 1, 200),
        ("/gradio_api/component_server", MAX_CALL_BYTES + 1, 413),
    ],
)
@pytest.mark.parametrize("declared", [True, False])
def test_a_body_over_its_limit_is_refused(
    client: TestClient, path: str, size: int, status: int, declared: bool
) -> None:
    def pieces() -> Iterator[bytes]:
        for start in range(0, size, 65_536):
            yield b"x" * min(65_536, size - start)

    response = client.post(path, content=b"x" * size if declared else pieces())
    assert response.status_code == status
    assert response.text == str(size) if status == 200 else "larger than" in response.text


# The page itself, served


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    before = dict(os.environ)
    os.environ["GRADIO_SHARE"] = "True"
    os.environ["GRADIO_ALLOWED_PATHS"] = "/"
    try:
        with running(Scripted(postings=[make_posting("body")]), "127.0.0.1", port) as address:
            yield address.rstrip("/")
    finally:
        os.environ.clear()
        os.environ.update(before)


@pytest.mark.server
@pytest.mark.parametrize(
    ("path", "statuses"),
    [
        ("/", {200}),
        ("/config", {200}),
        ("/openapi.json", {404}),
        ("/docs", {404}),
        ("/redoc", {404}),
        ("/monitoring", {403, 404}),
        ("/monitoring/summary", {403, 404}),
        ("/gradio_api/runs", {404}),
        ("/gradio_api/file=/etc/passwd", {403}),
        ("/gradio_api/file=../../etc/passwd", {403, 404}),
        ("/gradio_api/file=pyproject.toml", {403}),
        ("/gradio_api/file=http://127.0.0.1/", {403}),
        ("/gradio_api/proxy=http://evil.test/", {403}),
    ],
)
def test_what_is_closed_is_closed(served: str, path: str, statuses: set[int]) -> None:
    response = httpx.get(served + path, trust_env=False)
    assert response.status_code in statuses
    assert response.headers["content-security-policy"] == HEADERS["content-security-policy"]


@pytest.mark.server
def test_only_what_is_meant_for_programs_has_a_name(served: str) -> None:
    config = httpx.get(f"{served}/config", trust_env=False).json()
    public = {event["api_name"] for event in config["dependencies"] if event["api_visibility"] != "private"}
    assert public == {"ask", "facts", "letter", "postings"}
    assert config["footer_links"] == []
    info = httpx.get(f"{served}/gradio_api/info", trust_env=False).json()
    assert set(info["named_endpoints"]) == {f"/{name}" for name in public}
    assert info["unnamed_endpoints"] == {}
    assert "fonts.googleapis" not in httpx.get(f"{served}/theme.css", trust_env=False).text


@pytest.mark.server
def test_a_field_of_many_megabytes_is_refused(served: str) -> None:
    def body() -> Iterator[bytes]:
        for _ in range(40):
            yield b"x" * 1_048_576

    try:
        status = httpx.post(f"{served}/gradio_api/queue/join", content=body(), trust_env=False).status_code
    except httpx.WriteError:  # the connection is closed while the body is still on its way
        return
    assert status == 413


@pytest.mark.server
def test_the_temporary_folder_is_private(served: str) -> None:
    assert served
    folder = Path(os.environ["GRADIO_TEMP_DIR"])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_asterisks_of_emphasis_are_there_but_not_seen() -> None:
    shown = markup.without_emphasis("**17/07/2022** <b>")
    assert shown == '<span class="sign">**</span>17/07/2022<span class="sign">**</span> &lt;b&gt;'
