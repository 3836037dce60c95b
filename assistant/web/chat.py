"""What the page does: the handlers of its events over one backend."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import gradio as gr

from assistant.errors import AssistantError
from assistant.suggestions import suggestions
from assistant.web import answer
from assistant.web.backend import Asking
from assistant.web.conversation import Conversation
from assistant.web.errors import log_place
from assistant.web.frame import header
from assistant.web.keeping import conversation_of
from assistant.web.markup import Html
from assistant.web.pacing import paced
from assistant.web.wording import Wording, wording

_PACE = 0.5  # seconds between two signs of life: how soon Stop is heard and the state of the program shown

logger = logging.getLogger(__name__)

Frame = tuple[list[Html], Conversation, Any, Any, Any, Any]


@dataclass(frozen=True)
class Chat:
    """The handlers. A `Frame` is what they show: log, conversation, question, and the buttons send, stop, again."""

    backend: Asking
    stops: dict[str, threading.Event] = field(default_factory=dict)  # of the sessions whose question is answered now

    def ask(self, question: str, conversation: Conversation, language: str, request: gr.Request) -> Iterator[Frame]:
        """Answer `question` as it grows; whatever goes wrong is said in the conversation."""
        words = wording(language)
        turns = conversation.turns()
        conversation = conversation.asked(question)
        before = answer.earlier_html(conversation, words)
        stop = self.stops[_session(request)] = threading.Event()
        failure = ""
        try:
            yield self._frame(conversation, words, before, empty_box=True)
            with closing(paced(self.backend.stream(question, turns, stop), _PACE)) as growing:
                for grown in growing:
                    conversation = conversation.answered(grown) if grown else conversation
                    yield self._frame(conversation, words, before)
                    if stop.is_set():
                        failure = words.stopped
                        break
        except AssistantError as error:
            failure = str(error)
        except Exception as error:  # the outermost edge: the person gets one sentence, the terminal the place
            log_place(logger, "A question could not be answered", error)
            failure = words.unexpected
        finally:
            stop.set()  # also where the tab was closed: nobody waits for the language model any more
            if self.stops.get(_session(request)) is stop:
                del self.stops[_session(request)]
        yield self._frame(conversation.ended(failure), words, before)

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

    def restore(self, conversation: Conversation, language: str, event: gr.EventData) -> Frame:
        """Take up the conversation that the browser kept, unless another was begun meanwhile."""
        if not conversation.exchanges:
            conversation = conversation_of(getattr(event, "exchanges", None))
        return self._frame(conversation, wording(language))

    def show(self, conversation: Conversation, language: str) -> tuple[Html, Frame]:
        """Header and conversation, in `language`."""
        words = wording(language)
        return header(words, self.backend.writer), self._frame(conversation, words)

    def _frame(
        self, conversation: Conversation, words: Wording, before: list[Html] | None = None, empty_box: bool = False
    ) -> Frame:
        """What is shown; `before` are the exchanges before the last, where they have been made already."""
        status = words.status_sentence(self.backend.status())
        running = conversation.running
        suggested = [] if running else self._suggested(conversation)
        emptied: dict[str, Any] = {"value": ""} if empty_box else {}
        before = answer.earlier_html(conversation, words) if before is None else before
        last = answer.last_html(conversation, words, status or words.searching, self._stored(conversation), suggested)
        return (
            [*before, last],
            conversation,
            gr.update(label=words.question, placeholder=words.placeholder, **emptied),
            gr.update(value=words.send, visible=not running),
            gr.update(value=words.stop, visible=running),
            gr.update(value=words.again, visible=bool(conversation.exchanges) and not running),
        )

    def _suggested(self, conversation: Conversation) -> list[str]:
        last = conversation.exchanges[-1].answer if conversation.exchanges else None
        try:
            return suggestions(last, self.backend.facts) if last else []
        except AssistantError:
            return []  # a posting was taken out meanwhile; suggestions are no reason to say so

    def _stored(self, conversation: Conversation) -> bool:
        """Whether there is any posting; asked only where it shows, before the first question."""
        try:
            return bool(conversation.exchanges) or bool(self.backend.postings())
        except AssistantError:
            return True  # the list of postings says what is wrong


def _session(request: gr.Request) -> str:
    return request.session_hash or ""
