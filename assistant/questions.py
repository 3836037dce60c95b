"""A question before it is read: what cannot be read is refused; and the query that goes to the passages."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Language
from assistant.errors import WordedError
from assistant.text import clean

LONGEST = 2000  # characters of a question


@dataclass(frozen=True)
class Query:
    """A question as it is searched: `text` carries what a follow-up leaves unsaid; None of `postings` means all."""

    question: str
    text: str
    language: Language
    postings: frozenset[str] | None = None  # ids of the postings that the question names


def checked(question: str) -> str:
    """The question without what cannot be read; UserError where nothing is left, or too much."""
    text = " ".join(clean(question).split())
    if len(text) > LONGEST:
        raise WordedError("question_long", count=len(text), most=LONGEST)
    if not any(c.isalnum() for c in text):
        raise WordedError("question_empty")
    return text
