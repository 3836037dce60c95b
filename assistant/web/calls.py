"""What the page's own script may call: one function, which looks up what is asked and never raises."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from assistant.errors import AssistantError, UserError
from assistant.shortlist import mark_of
from assistant.web import adding, comparing, correcting, downloads, insight_page, letter_page, settings_page, source
from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.batches import Batches
from assistant.web.errors import log_place
from assistant.web.keeping import answers_of
from assistant.web.listing import listing
from assistant.web.turnstile import Turnstile

Reply = dict[str, Any]
Call = Callable[[Asked], Reply]

# Each holds a thread for as long as it takes, and answers in the chat need threads too.
_SLOW = frozenset({"read_cv", "letter", "letter_file", "fit", "download"})
_SLOW_AT_ONCE = 2
_SLOW_WAITING = 48

logger = logging.getLogger(__name__)


def server_function(backend: Backend) -> Callable[[object], Reply]:
    """The function that Gradio gives to the script as `server.call`."""
    known = calls(backend)

    def call(target: object) -> Reply:
        return answer(known, target)

    return call


def answer(known: Mapping[str, Call], target: object) -> Reply:
    """The reply to a call: an object for JSON, with an `error` in words where it could not be done."""
    asked = Asked.of(target)
    called = known.get(asked.text("what"))
    if called is None:
        return {"error": asked.words.unexpected}
    try:
        return called(asked)
    except AssistantError as error:
        return {"error": error.said(asked.words.language)}
    except Exception as error:  # the outermost edge: the person gets one sentence, the terminal the place
        log_place(logger, f"The call {asked.text('what')!r} failed", error)
        return {"error": asked.words.unexpected}


def calls(backend: Backend) -> dict[str, Call]:
    """All that may be called, by name."""
    adder = adding.Adder(backend, Batches(backend))
    over_backend = {name: partial(call, backend) for name, call in _OVER_BACKEND.items()}
    slow = Turnstile(_SLOW_AT_ONCE, _SLOW_WAITING)
    over_backend |= {name: partial(_in_turn, slow, call) for name, call in over_backend.items() if name in _SLOW}
    return {
        **over_backend,
        "add": adder.add,
        "add_end": adder.end,
        "add_text": adder.add_text,
        "undo": adder.undo,
    }


def _in_turn(slow: Turnstile, call: Call, asked: Asked) -> Reply:
    with slow.passed(asked.words.busy):
        return call(asked)


def _postings(backend: Backend, asked: Asked) -> Reply:
    return listing(backend.cards(), asked.words)


def _source(backend: Backend, asked: Asked) -> Reply:
    return {"html": source.open_source(backend, asked)}


def _remove(backend: Backend, asked: Asked) -> Reply:
    return {"html": source.remove(backend, asked)}


def _mark(backend: Backend, asked: Asked) -> Reply:
    note = asked.text("note") if "note" in asked.values else None
    backend.mark(asked.text("posting"), mark_of(asked.text("mark")), note)
    return {"html": source.open_source(backend, asked)}


def _fact_form(backend: Backend, asked: Asked) -> Reply:
    facts, number = backend.facts(asked.text("posting")), asked.number("fact")
    if number is None or not 0 <= number < len(facts):
        raise UserError(asked.words.facts["gone"])
    return {"html": correcting.form(facts[number], number, asked.words)}


def _fact(backend: Backend, asked: Asked) -> Reply:
    correcting.put_right(backend, asked)
    return {"html": source.open_source(backend, asked)}


def _feedback(backend: Backend, asked: Asked) -> Reply:
    for given in answers_of([asked.values.get("exchange")]):
        backend.keep_feedback(given.question, given, asked.flag("up"))
    return {}


_OVER_BACKEND: Mapping[str, Callable[[Backend, Asked], Reply]] = {
    "postings": _postings,
    "source": _source,
    "remove": _remove,
    "mark": _mark,
    "fact_form": _fact_form,
    "fact": _fact,
    "feedback": _feedback,
    "download": downloads.download,
    "compare": comparing.show,
    "insights": insight_page.show,
    "settings": settings_page.show,
    "letter_page": letter_page.show,
    "read_cv": letter_page.read_cv,
    "letter": letter_page.draft,
    "letter_file": letter_page.download,
    "fit": letter_page.fit,
}
