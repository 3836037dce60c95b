"""What closes soon, the nearest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.answering.verdicts import deadline_fact
from assistant.cards import Card
from assistant.library import Library
from assistant.shortlist import Marked
from assistant.wording import call


@dataclass(frozen=True)
class Deadline:
    """The last day to apply to a posting, `days` from today; `time` is the hour as HH:MM where one is stated.

    `quote` is what states it, empty where the person put it right themselves.
    """

    posting: str  # the name shown
    title: str  # as people call it
    day: date
    time: str
    days: int
    quote: str
    apply_to: tuple[str, ...] = ()  # addresses to apply at, as stated
    marked: Marked | None = None


def deadlines_of(cards: Iterable[Card], library: Library, every: bool = False) -> list[Deadline]:
    """The deadlines to come of these postings, the nearest first; versions of one posting count once.

    Those that are dropped or applied to are left out, unless `every` is set.
    """
    found = [
        _deadline(card, library)
        for card in cards
        if card.closing.state == "open" and not card.repost_of
        if every or card.marked is None or card.marked.mark == "to_apply"
    ]
    return sorted(found, key=lambda each: (each.day, each.time or "24:00", each.posting))


def _deadline(card: Card, library: Library) -> Deadline:
    posting = library.named(card.name)
    fact = deadline_fact(posting.id, library)
    assert fact is not None, "an open posting has a deadline"
    assert card.closing.day is not None
    assert card.closing.days is not None
    addresses = dict.fromkeys(str(each.value) for each in library.facts_of(posting.id, "apply_to"))
    return Deadline(
        posting=card.name,
        title=call(posting),
        day=card.closing.day,
        time=card.closing.time,
        days=card.closing.days,
        quote=" ".join(fact.quote.split()),
        apply_to=tuple(addresses),
        marked=card.marked,
    )
