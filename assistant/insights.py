"""The numbers behind the charts: each bar names the postings that it counts. Versions of one posting count once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Bar:
    """A value and the postings (names shown) that have it.

    `key` is the value itself: an ISO 639 code, a contract, a place as written, or "" for "not stated".
    """

    key: str
    postings: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many postings these are."""
        return len(self.postings)


@dataclass(frozen=True)
class LanguageBar:
    """A language and the postings (names shown) that require it, and those where it is a plus and not required."""

    key: str
    required: tuple[str, ...]
    plus: tuple[str, ...]


@dataclass(frozen=True)
class DayBar:
    """A day and the postings (names shown) whose last day to apply it is; `closed` where it has passed."""

    day: date
    closed: bool
    postings: tuple[str, ...]


@dataclass(frozen=True)
class PayRange:
    """What one posting pays, as stated: `low` and `high` are equal for one amount."""

    posting: str
    low: float
    high: float


@dataclass(frozen=True)
class PayGroup:
    """The ranges that may be compared: of one currency (ISO 4217, "" where none is stated) and one period.

    `per` is "hour", "day", "week", "month", "year" or "" where none is stated. Highest first.
    """

    currency: str
    per: str
    ranges: tuple[PayRange, ...]


@dataclass(frozen=True)
class Insights:
    """All charts over `checked` postings. Bars with the most postings come first, "not stated" last; days by date."""

    checked: int
    deadlines: tuple[DayBar, ...]
    undated: Bar  # those whose last day is not stated, or cannot be read surely
    languages: tuple[LanguageBar, ...]
    places: tuple[Bar, ...]
    contracts: tuple[Bar, ...]
    pay: tuple[PayGroup, ...]
    without_pay: Bar
