"""What the page does: the handlers of its events over one backend."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import gradio as gr

from assistant.domain import Posting, Span
from assistant.errors import AssistantError
from assistant.web import answer, source
from assistant.web.backend import Backend
from assistant.web.conversation import Conversation
from assistant.web.markup import Html, element
from assistant.web.pacing import paced
from assistant.web.wording import Wording, wording

_PACE = 0.5  # seconds between two signs of life: how soon Stop is heard and the state of the program shown

logger = logging.getLogger(__name__)

Frame = tuple[list[Html], Conversation, Any, Any, Any, Any]


@dataclass(frozen=True)
class Chat:
    """The handlers. A `Frame` is what they show: log, conversation, question, and the buttons send, stop, again."""

    backend: Backend
    stops: dict[str, threading.Event] = field(default_factory=dict)  # of the sessions whose question is answered now

    def ask(self, question: str, conversation: Conversation, language: str, request: gr.Request) -> Iterator[Frame]:
        """Answer `question` as it grows; whatever goes wrong is said in the conversation."""
        words = wording(language)
        turns = conversation.turns()
        conversation = conversation.asked(question)
        stop = self.stops.setdefault(_session(request), threading.Event())
        failure = ""
        try:
            yield self._frame(conversation, words, empty_box=True)
            with closing(paced(self.backend.stream(question, turns), _PACE)) as growing:
                for grown in growing:
                    conversation = conversation.answered(grown) if grown else conversation
                    yield self._frame(conversation, words)
                    if stop.is_set():
                        failure = words.stopped
                        break
        except AssistantError as error:
            failure = str(error)
        except Exception as error:  # the outermost edge: the person gets one sentence, the terminal the place
            _log("A question could not be answered", error)
            failure = words.unexpected
        finally:
            self.stops.pop(_session(request), None)
        yield self._frame(conversation.ended(failure), words)

    def ask_example(
        self, conversation: Conversation, language: str, event: gr.EventData, request: gr.Request
    ) -> Iterator[Frame]:
        """Ask the question of the button that was pressed."""
        question = getattr(event, "question", "")
        yield from self.ask(question if isinstance(question, str) else "", conversation, language, request)

    def stop(self, request: gr.Request) -> None:
        """Let `ask` of the same session leave its answer as far as it has come.

        Gradio's own way, to cancel the event, would leave two writers of one conversation.
        """
        stop = self.stops.get(_session(request))
        if stop:
            stop.set()

    def again(self, language: str) -> Frame:
        """Begin a new conversation."""
        return self._frame(Conversation(), wording(language))

    def show(self, conversation: Conversation, language: str) -> tuple[Html, Html, Frame]:
        """Header, list of postings as they are now, and the conversation, in `language`."""
        words = wording(language)
        button = element("button", words.postings, type="button", id="show-postings")
        header = element("header", element("h1", words.title), element("p", words.tagline), button, lang=language)
        try:
            listed = source.posting_list(self.backend.postings(), words, self.backend.reposts())
        except AssistantError as error:
            listed = element("p", str(error), class_="failure", role="alert")
        return header, listed, self._frame(conversation, words)

    def open_source(self, target: object) -> str:
        """The HTML of a posting, with a quote marked where `target` names one that is still there.

        `target` comes from the browser: `posting`, `language`, and perhaps `start`, `end` and `check`. Without a
        posting the panel is as before anything was opened.
        """
        asked = target if isinstance(target, dict) else {}
        words = wording(str(asked.get("language")))
        name = asked.get("posting")
        if not isinstance(name, str) or not name:
            return source.no_source(words)
        try:
            posting = self.backend.posting(name)
        except AssistantError as error:
            return source.unreadable_source(words, str(error))
        quote, notice = _quote(posting, asked, words)
        return source.posting_source(posting, words, quote, notice, removable=self.backend.may_remove())

    def remove(self, conversation: Conversation, language: str, event: gr.EventData) -> tuple[Html, Html, Html, Frame]:
        """Take out the posting of the button that was pressed: source panel, and what `show` gives."""
        words = wording(language)
        name = getattr(event, "posting", "")
        try:
            title = source.posting_title(self.backend.posting(name if isinstance(name, str) else ""))
            self.backend.remove(name)
            panel = source.removed_source(words, title)
        except AssistantError as error:
            panel = source.unreadable_source(words, str(error))
        return (panel, *self.show(conversation, language))

    def _frame(self, conversation: Conversation, words: Wording, empty_box: bool = False) -> Frame:
        status = words.status_sentence(self.backend.status())
        running = conversation.running
        emptied: dict[str, Any] = {"value": ""} if empty_box else {}
        return (
            answer.conversation_html(conversation, words, status or words.searching, self._stored(conversation)),
            conversation,
            gr.update(label=words.question, placeholder=words.placeholder, **emptied),
            gr.update(value=words.send, visible=not running),
            gr.update(value=words.stop, visible=running),
            gr.update(value=words.again, visible=bool(conversation.exchanges) and not running),
        )

    def _stored(self, conversation: Conversation) -> bool:
        """Whether there is any posting; asked only where it shows, before the first question."""
        try:
            return bool(conversation.exchanges) or bool(self.backend.postings())
        except AssistantError:
            return True  # the list of postings says what is wrong


def _quote(posting: Posting, asked: dict[str, object], words: Wording) -> tuple[Span | None, str]:
    start, end = asked.get("start"), asked.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return None, ""
    quote = Span(start, end)
    held = 0 <= start < end <= len(posting.text) and source.quote_check(quote.of(posting.text)) == asked.get("check")
    return (quote, "") if held else (None, words.source_changed)


def _session(request: gr.Request) -> str:
    return request.session_hash or ""


def _log(what: str, error: Exception) -> None:
    # Only where it happened: the message of an error may hold the question.
    places = "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s: %s\n%s", what, type(error).__name__, places)
