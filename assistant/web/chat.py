"""What the page does: the handlers of its events over one backend."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import gradio as gr

from assistant.domain import Language
from assistant.errors import AssistantError
from assistant.letters.cv import cv_of
from assistant.letters.domain import CV
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

Frame = tuple[list[Html], Conversation, str]
Labels = tuple[Any, Any, Any, Any]


@dataclass(frozen=True)
class _Running:
    """A question that is being answered, and what the person wants of it meanwhile."""

    stop: threading.Event = field(default_factory=threading.Event)
    forget: threading.Event = field(default_factory=threading.Event)  # the CV, and all that draws on it


@dataclass(frozen=True)
class Chat:
    """The handlers. A `Frame` is what they show: the log, the conversation, and what empties the place that a CV is
    handed in by, which Gradio would remember.

    `Labels` are those of question, send, stop and again; which of them is seen is the script's to say, since Gradio
    makes a component anew for each that is changed, which takes longer than most answers.
    """

    backend: Asking
    running: dict[str, _Running] = field(default_factory=dict)  # by session
    turn: threading.Lock = field(default_factory=threading.Lock)  # of who ends an answer, or has it forgotten

    def ask(
        self, question: str, conversation: Conversation, language: str, request: gr.Request, cv: str = ""
    ) -> Iterator[Frame]:
        """Answer `question` as it grows; whatever goes wrong is said in the conversation.

        The text of a `cv` lives as long as this call, but for what an answer says of it, which is shown and not kept.
        """
        words = wording(language)
        turns = conversation.turns()
        conversation = conversation.asked(question)
        before = answer.earlier_html(conversation, words)
        running = self.running[_session(request)] = _Running()
        failure = ""
        try:
            yield self._frame(conversation, words, before)
            given, refused = _read(cv, words.language)
            with closing(paced(self.backend.stream(question, turns, running.stop, given), _PACE)) as growing:
                for grown in growing:
                    conversation = conversation.answered(grown) if grown else conversation
                    failure = refused if conversation.wants_cv else ""
                    if running.forget.is_set():
                        conversation = conversation.without_private()
                        before = answer.earlier_html(conversation, words)
                        if not conversation.running:  # it was this one
                            break
                    yield self._frame(conversation, words, before)
                    if running.stop.is_set():
                        failure = words.stopped
                        break
        except AssistantError as error:
            failure = error.said(words.language)
        except Exception as error:  # the outermost edge: the person gets one sentence, the terminal the place
            log_place(logger, "A question could not be answered", error)
            failure = words.unexpected
        finally:
            running.stop.set()  # also where the tab was closed: nobody waits for the language model any more
            with self.turn:
                if self.running.get(_session(request)) is running:
                    del self.running[_session(request)]
        if running.forget.is_set():
            conversation = conversation.without_private()
            before = answer.earlier_html(conversation, words)
        yield self._frame(conversation.ended(failure), words, before)

    def ask_example(
        self, conversation: Conversation, language: str, event: gr.EventData, request: gr.Request, cv: str = ""
    ) -> Iterator[Frame]:
        """Ask the question of the button that was pressed."""
        question = getattr(event, "question", "")
        yield from self.ask(question if isinstance(question, str) else "", conversation, language, request, cv)

    def stop(self, request: gr.Request) -> None:
        """Let `ask` of the same session leave its answer as far as it has come.

        Gradio's own way, to cancel the event, would leave two writers of one conversation.
        """
        running = self.running.get(_session(request))
        if running:
            running.stop.set()

    def forget(self, conversation: Conversation, language: str, request: gr.Request) -> Frame:
        """Take out all that draws on the CV; while a question is answered, `ask` does so: one writer is enough."""
        with self.turn:
            running = self.running.get(_session(request))
            if running:
                running.forget.set()
                kept = gr.skip()
                return kept, kept, ""
        return self._frame(conversation.without_private(), wording(language))

    def again(self, language: str) -> Frame:
        """Begin a new conversation."""
        return self._frame(Conversation(), wording(language))

    def restore(self, conversation: Conversation, language: str, event: gr.EventData) -> Frame:
        """Take up the conversation that the browser kept, unless another was begun meanwhile."""
        if not conversation.exchanges:
            conversation = conversation_of(getattr(event, "exchanges", None))
        return self._frame(conversation, wording(language))

    def show(self, conversation: Conversation, language: str) -> tuple[Html, Frame, Labels]:
        """Header, conversation and labels, in `language`."""
        words = wording(language)
        labels = (
            gr.update(label=words.question, placeholder=words.placeholder),
            gr.update(value=words.send),
            gr.update(value=words.stop),
            gr.update(value=words.again),
        )
        return header(words, self.backend.writer), self._frame(conversation, words), labels

    def _frame(self, conversation: Conversation, words: Wording, before: list[Html] | None = None) -> Frame:
        """What is shown; `before` are the exchanges before the last, where they have been made already."""
        status = words.status_sentence(self.backend.status())
        suggested = [] if conversation.running else self._suggested(conversation)
        before = answer.earlier_html(conversation, words) if before is None else before
        last = answer.last_html(conversation, words, status or words.searching, self._stored(conversation), suggested)
        return [*before, last], conversation, ""

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


def _read(text: str, language: Language) -> tuple[CV | None, str]:
    """The CV that is handed in, if any, or the sentence that says why it cannot be read."""
    try:
        return (cv_of(text) if text.strip() else None), ""
    except AssistantError as error:
        return None, error.said(language)


def _session(request: gr.Request) -> str:
    return request.session_hash or ""
