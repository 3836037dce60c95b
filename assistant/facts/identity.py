"""Whose a posting is, what it looks for and where, as facts: what reading found, quoted in its line."""

from __future__ import annotations

from assistant.domain import Fact, FactField, Posting, Span
from assistant.facts.pieces import pieces
from assistant.further_titles import further_titles
from assistant.headline import headline
from assistant.identity import locations_of
from assistant.organisations import other_name
from assistant.text import one_line

_LONGEST = 300  # characters of a line that is quoted whole


def facts(posting: Posting) -> list[Fact]:
    """Organisation, title and locations, each where the posting states it, with modality "stated".

    The first location is `Posting.location`. Beside a location (`detail`) stands the number of its French
    département, beside the organisation its abbreviation or full name; either may be empty.
    """
    name = one_line(posting.organisation.of(posting.text))
    locations = locations_of(posting.text, posting.sections, posting.furniture)
    found: list[tuple[FactField, Span, str]] = [
        ("organisation", posting.organisation, other_name(posting.text, name) if name else ""),
        ("title", posting.title, ""),
        *(("title", further, "") for further in further_titles(posting.text, posting.title) if posting.title.end),
        *(("location", location.span, location.departement) for location in locations),
    ]
    return [_fact(posting, field, span, detail) for field, span, detail in found if span.of(posting.text).strip()]


def _fact(posting: Posting, field: FactField, span: Span, detail: str) -> Fact:
    place = _line(posting, span)
    value = headline(span.of(posting.text))
    return Fact(posting.id, field, value, "stated", place.of(posting.text), place.start, place.end, detail)


def _line(posting: Posting, span: Span) -> Span:
    """The line that holds `span`, or its clause where the line is long."""
    text = posting.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    words = line.strip()
    if not words or len(words) > _LONGEST:
        return _clause(posting, span)
    start += line.index(words[0])
    return Span(start, start + len(words))


def _clause(posting: Posting, span: Span) -> Span:
    """The clause of a sentence that holds `span`, or `span` alone where no sentence does."""
    for piece in pieces(posting):
        if piece.start <= span.start and span.end <= piece.end:
            return piece.clause(Span(span.start - piece.start, span.end - piece.start))
    return span
