"""Whose a posting is, what it looks for and where, as facts: what reading found, quoted in its line."""

from __future__ import annotations

from assistant.domain import Fact, FactField, Posting, Span
from assistant.text import one_line

_LONGEST = 300  # characters of a line that is quoted whole


def facts(posting: Posting) -> list[Fact]:
    """Organisation, title and location, each where the posting states it, with modality "stated"."""
    found: tuple[tuple[FactField, Span], ...] = (
        ("organisation", posting.organisation), ("title", posting.title), ("location", posting.location)
    )  # fmt: skip
    return [_fact(posting, field, span) for field, span in found if span.of(posting.text).strip()]


def _fact(posting: Posting, field: FactField, span: Span) -> Fact:
    place = _line(posting.text, span)
    value = one_line(span.of(posting.text))
    return Fact(posting.id, field, value, "stated", place.of(posting.text), place.start, place.end)


def _line(text: str, span: Span) -> Span:
    """The line that holds `span`, or `span` alone where the line is long."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    words = line.strip()
    if not words or len(words) > _LONGEST:
        return span
    start += line.index(words[0])
    return Span(start, start + len(words))
