"""What a question is about: its language, and which postings it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Language, Turn
from assistant.errors import UserError
from assistant.language import detect
from assistant.library import Library
from assistant.naming import named_postings
from assistant.resources import table
from assistant.text import clean, fold

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
        raise UserError(f"This question has {len(text)} characters; ask in at most {LONGEST}.")
    if not any(c.isalnum() for c in text):
        raise UserError('The question is empty. Ask, for example, "Which jobs require English?"')
    return text


def understand(question: str, history: Sequence[Turn], library: Library) -> Query:
    """The query of a question; a follow-up that names no posting keeps those of the last question that did."""
    text = checked(question)
    language = detect(text, _earlier_language(history))
    named = named_postings(text, library)
    if named or not _follows_up(text, language):
        return Query(text, text, language, named or None)
    for turn in reversed(history):
        if turn.role == "user":
            earlier = named_postings(turn.content[:LONGEST], library)
            return Query(text, f"{turn.content[:LONGEST]} {text}", language, earlier or None)
    return Query(text, text, language)


def _earlier_language(history: Sequence[Turn]) -> Language:
    last = next((turn.content for turn in reversed(history) if turn.role == "user"), "")
    return detect(last) if last else "fr"


def _follows_up(text: str, language: Language) -> bool:
    """Whether the question leans on the one before: « et le salaire ? », "how much does it pay?"."""
    words = re.findall(r"[^\W_]+", fold(text))
    leaning = table("questions.toml")["follow_up"][language]
    return bool(words) and (words[0] in leaning["first"] or bool(set(words) & set(leaning["anywhere"])))


def asks_for_field(query: Query) -> bool:
    """Whether the question asks for something that postings usually state: pay, deadline, contract, and the like."""
    return bool(set(re.findall(r"[^\W_]+", fold(query.text))) & set(table("questions.toml")["field"]["words"]))
