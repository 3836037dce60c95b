"""What closes soon, the nearest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.shortlist import Marked


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
