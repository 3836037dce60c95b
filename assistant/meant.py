"""Which posting someone means who names it in words: "Agadir", "CARE", « le poste à Safi »."""

from __future__ import annotations

from datetime import date

from assistant.answering.router import applied_to
from assistant.asking.reading import Reading
from assistant.domain import Answer
from assistant.errors import UserError
from assistant.speaking import speaking_of
from assistant.store import Store
from assistant.understanding import understand


def posting_meant(words: str, store: Store, today: date) -> str:
    """The name that a posting is shown by, from that name or the words that people use.

    UserError where they name no posting, or several.
    """
    library = store.library
    if words in library.by_display_name:
        return words
    reading = understand(words, (), store, today, _no_answer)
    about = speaking_of(reading.topic, reading.language, store) if reading.topic else None
    named = reading.postings is not None or about
    names = [library.display_names[posting] for posting in applied_to(reading, about, library)] if named else []
    if len(names) > 1:
        raise UserError(f"{words!r} names {len(names)} postings: {', '.join(names)}. Give one of these names.")
    return names[0] if names else library.display_names[library.named(words).id]


def _no_answer(reading: Reading, today: date) -> Answer:
    """Stands in for earlier turns, which words that name a posting do not have."""
    raise UserError(f"{reading.question!r} names no posting on {today}.")
