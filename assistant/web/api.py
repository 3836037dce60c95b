"""What programs call: the same answers as the page's, under names that stay, through Gradio's API and as MCP tools."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import gradio as gr
from gradio.events import api

from assistant.cards import Card
from assistant.domain import Language
from assistant.errors import AssistantError
from assistant.fact_form import fact_object
from assistant.json_form import answer_object, history_of
from assistant.letters.cv import cv_of
from assistant.letters.json_form import outline_object
from assistant.web.backend import Backend
from assistant.web.turnstile import Turnstile

_AT_ONCE = 4  # calls that are answered at a time; the page's own have a queue of theirs
_WAITING = 12  # calls that may wait for those
_LONGEST_QUESTION = 50_000  # characters


def register(backend: Backend) -> None:
    """Give the page that is being built these endpoints; call it first, before an event takes one of their names.

    They pass by the page's queue, so that programs need no second connection and are held to a number of their own.
    """
    for name, function in endpoints(backend).items():
        api(function, api_name=name, queue=False)


def endpoints(backend: Backend) -> dict[str, Callable[..., Any]]:
    """The functions that programs call, by name. Their docstrings and types are what a caller is shown."""
    turnstile = Turnstile(_AT_ONCE, _WAITING)

    def ask(question: str, history: list[dict[str, str]] | None = None) -> dict[str, Any]:
        """
        Answer a question about the job postings in French or English, with verbatim quotes as proof.

        Args:
            question: the question, in French or in English
            history: earlier turns, oldest first, each {"role": "user" or "assistant", "content": text}
        """
        with _told(turnstile):
            if not isinstance(question, str) or len(question) > _LONGEST_QUESTION:
                raise gr.Error(f"A question is a text of at most {_LONGEST_QUESTION:,} characters.")
            *_, whole = backend.stream(question, history_of(history or []))
            return answer_object(whole)

    def facts(posting: str) -> dict[str, Any]:
        """
        List what one job posting states: languages, contract, pay, deadline and more, each with its quote.

        Args:
            posting: the name of the posting, as /postings gives it
        """
        with _told(turnstile):
            return {"posting": posting, "facts": [fact_object(fact) for fact in backend.facts(posting)]}

    def postings() -> list[dict[str, Any]]:
        """List all job postings with their place, contract, languages, pay and deadline."""
        with _told(turnstile):
            return [card_object(card) for card in backend.cards()]

    def letter(posting: str, cv: str = "", language: str = "", advice: str = "") -> dict[str, Any]:
        """
        Draft an outline of a cover letter for a job posting; every claim carries its quote in the CV or the posting.

        Args:
            posting: the name of the posting, as /postings gives it
            cv: the text of the CV, which is kept nowhere; without it the outline is all placeholders
            language: fr or en; by default the one that the posting wants
            advice: fr or en, the language of what is said about the letter; by default the letter's
        """
        with _told(turnstile):
            given = cv_of(cv) if cv.strip() else None
            return outline_object(backend.outline(posting, given, _language(language), _language(advice)))

    return {"ask": ask, "facts": facts, "letter": letter, "postings": postings}


def _language(given: str) -> Language | None:
    if given not in ("", "fr", "en"):
        raise gr.Error("The language is fr or en.", print_exception=False)
    return "fr" if given == "fr" else "en" if given == "en" else None


@contextmanager
def _told(turnstile: Turnstile) -> Iterator[None]:
    """Within, a call may run; gr.Error where it cannot even wait, or where the person must mend something."""
    try:
        with turnstile.passed("Too many calls at once: try again in a moment."):
            yield
    except AssistantError as error:
        raise gr.Error(str(error), print_exception=False) from error


def card_object(card: Card) -> dict[str, Any]:
    """A card as `/postings` gives it."""
    closing = card.closing
    return {
        "posting": card.name,
        "source": card.source,
        "title": card.title,
        "organisation": card.organisation,
        "location": card.place,
        "language": card.language,
        "contract": list(card.contracts),
        "languages_required": list(card.languages_required),
        "languages_plus": list(card.languages_plus),
        "pay": [asdict(amount) for amount in card.pay],
        "state": closing.state,
        "deadline": closing.day.isoformat() if closing.day else None,
        "time": closing.time,
        "days": closing.days,
        "mark": card.marked.mark if card.marked else None,
        "note": card.marked.note if card.marked else "",
        "same_as": card.repost_of or None,
    }
