"""What an answer draws from a CV is shown to the person, and kept nowhere: not for the browser, not for later turns."""

from __future__ import annotations

import json
import logging
import threading
import time
from dataclasses import replace

import gradio as gr
import pytest

from assistant.domain import Answer, Statement
from assistant.web import answer
from assistant.web.chat import Chat, Frame
from assistant.web.conversation import Conversation, Exchange
from assistant.web.keeping import answers_of, conversation_of, kept
from assistant.web.wording import wording
from tests.fake_backend import CV_QUESTIONS, FakeBackend

CV = "Canary speaks Tamazight, and has worked for years."
TAMAZIGHT = "Which jobs require Tamazight?"
REQUEST = gr.Request(session_hash="s")


def asked(chat: Chat, question: str, conversation: Conversation, cv: str = "") -> Frame:
    """The last frame."""
    *_, last = chat.ask(question, conversation, "en", REQUEST, cv)
    return last


@pytest.mark.parametrize("question", CV_QUESTIONS)
def test_an_answer_of_a_cv_is_shown_and_not_kept(question: str, caplog: pytest.LogCaptureFixture) -> None:
    chat = Chat(FakeBackend())
    with caplog.at_level(logging.DEBUG):
        frame = asked(chat, question, asked(chat, TAMAZIGHT, Conversation())[1], CV)
    first, private = frame[0]
    assert "data-kept" in first
    assert "Canary" in private
    assert "Fluent Tamazight is required." in private
    assert "data-kept" not in private
    assert "data-thumb" not in private
    assert wording("en").private in private
    assert "data-forget-cv" in private
    assert frame[-1] == "", "Gradio is left no CV to remember"
    assert [turn.role for turn in frame[1].turns()] == ["user", "assistant", "user"]
    assert "Canary" not in str(frame[1].turns()) + caplog.text
    (left,) = frame[1].without_private().exchanges
    assert left.question == TAMAZIGHT


@pytest.mark.parametrize("question", CV_QUESTIONS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_without_a_cv_it_is_said_where_to_give_it(question: str, language: str) -> None:
    *_, frame = Chat(FakeBackend()).ask(question, Conversation(), language, REQUEST)
    assert 'href="#page=letter"' in frame[0][-1]
    assert wording(language).give_cv in frame[0][-1]
    again = conversation_of([kept(frame[1].exchanges[-1])])
    assert again.wants_cv, "it is said again when the conversation is taken up again"


def test_a_cv_that_cannot_be_read_is_said_only_where_it_is_wanted() -> None:
    chat = Chat(FakeBackend())
    assert not asked(chat, TAMAZIGHT, Conversation(), "x")[1].exchanges[-1].failure
    failure = asked(chat, "which postings fit my CV?", Conversation(), "x")[1].exchanges[-1].failure
    assert "CV is empty" in failure


def test_what_came_back_from_a_browser_is_never_private() -> None:
    made = Answer("", "en", "fit", (Statement("x"),), cv="used")
    written = json.loads(json.dumps(kept(Exchange("q", made, running=False))))
    assert [one.cv for one in answers_of([written])] == [""]


def test_forgetting_takes_private_exchanges_out_and_leaves_the_others() -> None:
    chat = Chat(FakeBackend())
    conversation = asked(chat, TAMAZIGHT, Conversation())[1]
    conversation = asked(chat, "which postings fit my CV?", conversation, CV)[1]
    conversation = asked(chat, TAMAZIGHT, conversation, CV)[1]
    frame = chat.forget(conversation, "en", REQUEST)
    assert len(frame[0]) == 2
    assert "Canary" not in str(frame[0]) + repr(frame[1])
    only = asked(chat, "which postings fit my CV?", Conversation(), CV)[1]
    assert "welcome" in chat.forget(only, "en", REQUEST)[0][0]
    assert chat.forget(Conversation(), "fr", REQUEST)[1] == Conversation()


@pytest.mark.parametrize(("question", "left"), [("which postings fit my CV?", 1), (TAMAZIGHT, 2)])
def test_forgetting_while_an_answer_grows_ends_what_draws_on_the_cv(question: str, left: int) -> None:
    backend = FakeBackend()
    backend.slowly = 0.4
    chat = Chat(backend)
    before = asked(chat, TAMAZIGHT, Conversation())[1]
    before = asked(chat, "which postings fit my CV?", before, CV)[1]
    frames: list[Frame] = []

    def run() -> None:
        frames.extend(chat.ask(question, before, "en", REQUEST, CV))

    thread = threading.Thread(target=run)
    thread.start()
    deadline = time.monotonic() + 20
    while len(frames) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    chat.forget(before, "en", REQUEST)
    thread.join(30)
    assert not thread.is_alive()
    last = frames[-1]
    assert len(last[1].exchanges) == left
    assert not last[1].running
    assert "Canary" not in str(last[0]) + repr(last[1])
    assert chat.running == {}


def test_an_exchange_without_a_cv_is_as_before() -> None:
    exchange = Exchange("q", Answer("q", "en", "letter", (Statement("x"),)), running=False)
    assert not exchange.is_private
    words = wording("en")
    assert "data-kept" in answer.exchange_html(exchange, words, "")
    private = replace(exchange, answer=Answer("q", "en", "letter", (Statement("x"),), cv="used"))
    assert 'class="private"' in answer.exchange_html(private, words, "")
