"""Makes postings of short texts for the tables of facts."""

from __future__ import annotations

from collections.abc import Callable

from assistant.domain import Fact, Posting
from assistant.readers.content import Content
from assistant.reading import posting_of


def facts_in(text: str, rules: Callable[[Posting], list[Fact]], field: str) -> list[Fact]:
    """The facts of one field that the rules find in a text; each quote is a slice of the text."""
    found = [fact for fact in rules(posting_of("cases", "case", Content(text))) if fact.field == field]
    for fact in found:
        assert text[fact.start : fact.end] == fact.quote
    return found


def values(text: str, rules: Callable[[Posting], list[Fact]], field: str) -> list[object]:
    """Their values."""
    return [fact.value for fact in facts_in(text, rules, field)]


HOSTILE = ["1", " ", "(", "a", "1 000 - ", "salaire 12 € ", "cv, ", "du 1 au ", "1/1/", "contrat de ", "a@", 'objet "']
