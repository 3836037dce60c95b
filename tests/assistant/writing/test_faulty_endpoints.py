"""Endpoints that fail in every way: the true answer is there in time, with one sentence about it, and no key in it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.doctor import Finding
from assistant.domain import Answer
from assistant.settings import ModelSettings
from assistant.store import Store
from assistant.wiring import writer_of
from assistant.writing.chat_model import Message
from assistant.writing.failures import WHYS
from assistant.writing.limits import Limits
from assistant.writing.said import saying
from tests.assistant.writing.conftest import TODAY
from tests.assistant.writing.endpoint_server import (
    KEY,
    LONG,
    Handler,
    at_once,
    bodied,
    chunk,
    cut,
    dripping,
    endless,
    endpoint,
    failing,
    keeping_alive,
    silent,
    stalling,
    streaming,
)
from tests.assistant.writing.scripted import good

pytestmark = pytest.mark.server

QUICK = Limits(connect=1.0, silence=0.6, total=2.5, characters=2000, rest=0.5)
PATIENT = Limits(connect=2.0, silence=LONG, total=30.0)
QUESTION = "Which postings ask for English?"
Play = Callable[[Handler, Sequence[Message]], None]


@pytest.fixture(scope="module", autouse=True)
def _client_is_loaded() -> None:
    """Loading the client takes seconds, which are no part of any limit."""
    import langchain_openai  # noqa: F401


@pytest.fixture(scope="module")
def plain(hashed_seeds: Store) -> Answer:
    return Assistant(hashed_seeds, lambda: TODAY).ask(QUESTION)


def assistant_over(store: Store, settings: ModelSettings, limits: Limits = QUICK) -> Assistant:
    return Assistant(store, lambda: TODAY, writer_of(settings, limits))


def says_all_of(plain: Answer, answer: Answer) -> bool:
    """Whether an answer has the same matches, and every quote of the answer without a model."""
    quotes = {(c.posting, c.start, c.end) for c in plain.citations}
    return answer.matches == plain.matches and quotes <= {(c.posting, c.start, c.end) for c in answer.citations}


@pytest.mark.parametrize("play", [streaming(good), at_once(good)], ids=["streaming", "not streaming"])
def test_a_good_endpoint_words_the_answer(play: Play, hashed_seeds: Store, plain: Answer) -> None:
    with endpoint(play) as fake:
        assistant = assistant_over(hashed_seeds, fake.settings, PATIENT)
        grown = list(assistant.stream(QUESTION))
        again = assistant.ask(QUESTION)
    assert grown[-1].writer == again.writer == "generative"
    assert "In short" in grown[-1].text
    assert says_all_of(plain, grown[-1])
    counts = [len(answer.statements) for answer in grown]
    assert counts == sorted(counts)
    assert len(set(counts)) >= 3
    assert any(fake.settings.host in notice for notice in grown[-1].notices)
    path, headers, body = fake.requests[0]
    assert (path, headers["authorization"], body["model"]) == ("/v1/chat/completions", f"Bearer {KEY}", "fake-model")
    assert {"tools", "response_format", "functions"} & body.keys() == set()


FAILURES: list[tuple[str, Play, str]] = [
    ("silent", silent, "gone silent"),
    ("keep-alive only", keeping_alive, "gone silent"),
    ("401", failing(401), "refuses the key"),
    ("403", failing(403), "refuses the key"),
    ("404", failing(404), "no such model"),
    ("400 context too long", failing(400, "maximum context length is 10 tokens"), "refused the request"),
    ("413", failing(413), "refused the request"),
    ("429", failing(429), "busy"),
    ("429 with Retry-After", failing(429, Retry_After="5"), "asked again in 5 s"),
    ("429 with a date", failing(429, Retry_After="Wed, 21 Oct 2030 07:28:00 GMT"), "busy"),
    ("500", failing(500), "has an error"),
    ("503", failing(503), "has an error"),
    ("redirected elsewhere", failing(302, Location="http://127.0.0.1:9/"), "refused the request"),
    ("HTML", bodied("<html><body>Log in to the network</body></html>", "text/html"), "no readable language model"),
    ("broken JSON", bodied("data: {\"choices\": [{\"delta\n\n"), "no readable language model"),
    ("an error in the stream", bodied('data: {"error": {"message": "overloaded"}}\n\n'), "no readable language model"),
    ("nothing at all", bodied(""), "no readable language model"),
    ("nothing but the end", bodied("data: [DONE]\n\n"), "no readable language model"),
    ("bytes that are no text", bodied(b"\xff\xfe\x00data: \x80\n\n"), "no readable language model"),
    ("empty", streaming(lambda _: "\n"), "nothing that can be used"),
    ("spaces", streaming(lambda _: "  \n \t \n"), "nothing that can be used"),
    ("never done", dripping("a"), "too slow"),
    ("endless line", endless("word " * 20), "would not stop"),
    ("empty reply, not streaming", at_once(lambda _: ""), "nothing that can be used"),
    ("JSON of something else", bodied('{"hello": "world"}', "application/json"), "no readable language model"),
]  # fmt: skip


@pytest.mark.parametrize(("play", "says"), [(p, s) for _, p, s in FAILURES], ids=[name for name, _, _ in FAILURES])
def test_every_failure_gives_the_extractive_answer_in_time(
    play: Play, says: str, hashed_seeds: Store, plain: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with endpoint(play) as fake:
        begun = time.monotonic()
        answer = assistant_over(hashed_seeds, fake.settings).ask(QUESTION)
        took = time.monotonic() - begun
    assert (answer.statements, answer.citations, answer.writer) == (plain.statements, plain.citations, "extractive")
    assert len(answer.notices) == len(plain.notices) + 1
    assert says in answer.notices[-1]
    assert took < LONG - 0.5, "it waited for the server, not for the limits"
    assert len(fake.requests) <= 2
    assert KEY not in f"{answer!r} {caplog.text}"
    assert KEY[:12] not in f"{answer!r} {caplog.text}"


@pytest.mark.parametrize(
    "play", [stalling(good), cut(good), endless("In short, 3 of 5 postings require English. [1]\n")],
    ids=["stalled", "cut", "endless"],
)  # fmt: skip
def test_what_was_said_before_the_failure_is_kept(play: Play, hashed_seeds: Store, plain: Answer) -> None:
    with endpoint(play) as fake:
        begun = time.monotonic()
        answer = assistant_over(hashed_seeds, fake.settings).ask(QUESTION)
        assert time.monotonic() - begun < LONG - 0.5
    assert answer.writer == "generative"
    assert answer.text.startswith("In short")
    assert says_all_of(plain, answer)
    assert any("The rest of the answer is written without it" in notice for notice in answer.notices)


def test_refused_connections_are_left_alone_for_a_while(hashed_seeds: Store, plain: Answer) -> None:
    with endpoint(silent) as fake:
        gone = fake.settings
    assistant = assistant_over(hashed_seeds, gone)
    notices = []
    for _ in range(2):
        answer = assistant.ask(QUESTION)
        assert answer.statements == plain.statements
        notices.append(answer.notices[-1])
    assert "could not be reached" in notices[0]
    assert "a moment ago" in notices[1]
    time.sleep(QUICK.rest)
    assert "could not be reached" in assistant.ask(QUESTION).notices[-1]


def test_a_busy_endpoint_is_not_asked_again_at_once(hashed_seeds: Store) -> None:
    with endpoint(failing(429, Retry_After="5")) as fake:
        assistant = assistant_over(hashed_seeds, fake.settings)
        for _ in range(3):
            assistant.ask(QUESTION)
        assert len(fake.requests) == 1


def test_one_retry_mends_a_passing_failure(hashed_seeds: Store) -> None:
    tries: list[int] = []

    def play(handler: Handler, messages: Sequence[Message]) -> None:
        tries.append(1)
        (failing(500) if len(tries) == 1 else streaming(good))(handler, messages)

    with endpoint(play) as fake:
        assert assistant_over(hashed_seeds, fake.settings, PATIENT).ask(QUESTION).writer == "generative"
    assert len(tries) == 2


def one_statement_then_silence(handler: Handler, messages: Sequence[Message]) -> None:
    handler.begin()
    handler.piece("In short, 3 of 5 postings require English. [1]\nMore of it\n")
    silent(handler, messages)


def test_stop_works_at_once_and_closes_the_connection(hashed_seeds: Store) -> None:
    stop = threading.Event()
    with endpoint(silent) as fake:
        threading.Timer(0.3, stop.set).start()
        begun = time.monotonic()
        *_, answer = assistant_over(hashed_seeds, fake.settings, PATIENT).stream(QUESTION, (), stop)
        assert time.monotonic() - begun < 2.0
        assert fake.left.wait(2.0)
    assert "stopped" in answer.notices[-1]


def test_closing_the_answer_closes_the_connection_and_leaves_no_thread(hashed_seeds: Store) -> None:
    with endpoint(one_statement_then_silence) as fake:
        growing = assistant_over(hashed_seeds, fake.settings, PATIENT).stream(QUESTION)
        first = next(growing)
        assert first.writer == "generative", first.notices
        growing.close()  # type: ignore[attr-defined]
        assert fake.left.wait(2.0)
        assert _ends(lambda: not [t for t in threading.enumerate() if t.name == "chat-model"])


def _ends(is_over: Callable[[], bool]) -> bool:
    until = time.monotonic() + 1.5
    while time.monotonic() < until:
        if is_over():
            return True
        time.sleep(0.02)
    return False


def test_many_failures_leave_no_thread_behind(hashed_seeds: Store) -> None:
    with endpoint(keeping_alive) as fake:
        assistant = assistant_over(hashed_seeds, fake.settings)
        threads = [threading.Thread(target=assistant.ask, args=(QUESTION,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(LONG)
        assert not any(thread.is_alive() for thread in threads)
        assert _ends(lambda: not [t for t in threading.enumerate() if t.name == "chat-model"])


@pytest.mark.parametrize(
    ("play", "state", "says"),
    [
        (streaming(lambda _: "OK"), "well", "answers"),
        (failing(401), "act", "OPENAI_API_KEY"),
        (failing(404), "act", "LLM_MODEL"),
    ],
)
def test_the_doctor_tries_the_endpoint(play: Play, state: str, says: str) -> None:
    from assistant.doctor import _writer

    with endpoint(play) as fake:
        found: Finding = _writer(writer_of(fake.settings, QUICK))
    assert (found.check, found.state) == ("writer", state)
    assert says in found.text
    assert KEY not in found.text


def test_every_failure_has_its_words_in_both_languages() -> None:
    from assistant.resources import table

    for language in ("fr", "en"):
        assert set(table("writing.toml")[language]["why"]) == {*WHYS, "busy_for"}
        for key in ("worded", "mended", "mended_one", "completed", "understood", "failed", "interrupted"):
            assert saying(language, key, model="m", host="h", count=2, question="q", why="w")


def test_a_reply_of_any_shape_is_no_error(hashed_seeds: Store, plain: Answer) -> None:
    shapes: Iterator[Any] = iter([chunk("x", choices=[]), chunk("x", choices=None), {"a": 1}, [], "text", None, 7])
    for shape in shapes:
        import json

        with endpoint(bodied(f"data: {json.dumps(shape)}\n\ndata: [DONE]\n\n")) as fake:
            answer = assistant_over(hashed_seeds, fake.settings).ask(QUESTION)
        assert answer.statements == plain.statements
