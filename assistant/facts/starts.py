"""What the words of a start mean in the calendar, so that starts can be compared: pure functions over facts."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant.domain import Fact
from assistant.facts.dates import dates_in
from assistant.facts.folded import folded, pattern
from assistant.resources import table

_TO = re.compile(
    r"\s(?:a|au|jusqu'au?|to|until|-)\s"
    r"|(?<=\w\w\w)\s(?:et|and)\s(?=(?:le\s|the\s)?\d)"  # « entre le 2 mars et le 5 mai »
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True)
class When:
    """The first and the last day that words such as « juin 2025 » may mean; the same for a day."""

    first: date
    last: date


def date_or_month(fact: Fact) -> When | None:
    """The days that a start may fall on; None for one without a year and for « dès que possible ».

    Of a range, « mars à septembre 2026 », the beginning counts; of « mai ou juin 2026 » both months do.
    """
    if not isinstance(fact.value, str):
        return None
    words = folded(fact.value)
    years = _YEAR.findall(words)
    begin = _TO.split(words)[0]
    found = [days for one in dates_in(begin, "fr") if (days := _days(begin[one.start : one.end], one.iso, years))]
    found = found or [days for days in [_season(begin, years)] if days]
    return When(min(days.first for days in found), max(days.last for days in found)) if found else None


def month_without_year(fact: Fact) -> int:
    """The number of the month of a start whose year is not said: « février », "mid-February"; 0 for any other."""
    words = _TO.split(folded(str(fact.value)))[0]
    return 0 if _YEAR.search(folded(str(fact.value))) else _named(words)


def is_now(fact: Fact) -> bool:
    """Whether a start is « dès que possible », "immediately" and the like."""
    words = folded(str(fact.value))
    return pattern(table("facts_schedule.toml")["start"]["now"]).search(words) is not None


def _days(words: str, iso: str | None, years: list[str]) -> When | None:
    if iso:
        day = date.fromisoformat(iso)
        return When(day, day)
    month = _named(words)
    year = next(iter(_YEAR.findall(words)), years[-1] if years else "")
    if not month or not year:
        return None
    if day_of := re.match(r"(\d{1,2})(?:er)?\s", words):
        return _one_day(int(year), month, int(day_of[1]))
    return _month(int(year), month)


def _named(words: str) -> int:
    """The number of the month that folded words name, 0 where they name none."""
    return next((number for name, number in _months().items() if re.search(rf"(?<!\w){name}(?!\w)", words)), 0)


def _one_day(year: int, month: int, day: int) -> When | None:
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return When(date(year, month, day), date(year, month, day))


def _month(year: int, month: int) -> When:
    return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _season(words: str, years: list[str]) -> When | None:
    """« Rentrée 2025 », "autumn 2026"."""
    for name, (first, last) in table("facts_schedule.toml")["season_months"].items():
        if years and re.search(rf"(?<!\w){name}(?!\w)", words):
            year = int(years[0])
            return When(_month(year, first).first, _month(year + (last < first), last).last)
    return None


@cache
def _months() -> dict[str, int]:
    months = table("facts_dates.toml")["months"]["names"]
    return {name: number for number, names in enumerate(months, 1) for name in names}
