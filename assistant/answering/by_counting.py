"""Questions that are answered by counting: which employer has most, how many there are of each, how many of a thing."""

from __future__ import annotations

from datetime import date

from assistant.answering.breakdown import breakdown
from assistant.answering.busiest import busiest
from assistant.answering.counted_things import counted_things
from assistant.answering.largest import largest
from assistant.asking.reading import Reading
from assistant.domain import Answer
from assistant.library import Library


def by_counting(reading: Reading, library: Library, today: date) -> Answer | None:
    """The answer to a question about numbers of postings or things; None to any other."""
    return (
        busiest(reading, library, today)
        or largest(reading, library, today)
        or breakdown(reading, library, today)
        or counted_things(reading, library, today)
    )
