"""Days whose month was not said: "before the 15th", « entre le 5 et le 15 », "by Friday". The coming one is meant."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from assistant.asking.ranges import NO_YEAR
from assistant.asking.reading import Condition, Reading
from assistant.resources import table

NO_MONTH = 1  # the year of a day whose month was not said
NO_WEEK = 2  # the year of a day of the week: its first is a Monday
_UNSAID = (NO_MONTH, NO_WEEK)
_ENGLISH = r"(?:the\s+)?(?P<{}>\d{{1,2}})(?:st|nd|rd|th)"
_FRENCH = r"(?P<{}>\d{{1,2}}|1er)"
_GOING_ON = (
    r"of\s+th(?:e|is)\s+month|(?:du|de ce)\s+mois|inclus|compris|included|inclusive|but|and|or|mais|et|ou|encore|still"
)
_END = rf"(?=\s*(?:$|[?!;:,)…]|\.(?!\d))|\s+(?:{_GOING_ON})\b)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _END, re.IGNORECASE)


_ALONE = {"en": _compiled(rf"\s*{_ENGLISH.format('day')}"), "fr": _compiled(rf"\s*{_FRENCH.format('day')}")}
_BETWEEN = (
    _compiled(rf"\b(?:between|from)\s+{_ENGLISH.format('day')}\s+(?:and|to|until)\s+{_ENGLISH.format('end')}"),
    _compiled(rf"\b(?:entre\s+le|du)\s+{_FRENCH.format('day')}\s+(?:et\s+le|au)\s+{_FRENCH.format('end')}"),
)
_NAMES = ("french", "english")
_WEEK = 7
_LONGEST = 40  # characters of a day of the week with the words beside it
_LEADS_IN_FRENCH = ("le", "au", "du")  # « avant le 15 », but « avant 15 » is an hour


def day_alone(lead: str, rest: str) -> tuple[date, int] | None:
    """The day that `rest` begins with behind the word `lead`, in `NO_MONTH` or `NO_WEEK`, and where it ends there."""
    if weekday := _weekday().match(rest[:_LONGEST].lower()):
        names = table("asking.toml")["weekdays"]
        number = next(names[key].index(weekday["name"]) for key in _NAMES if weekday["name"] in names[key])
        return date(NO_WEEK, 1, 1 + number), weekday.end()
    for language, pattern in _ALONE.items():
        found = pattern.match(rest)
        if found and (language == "en" or lead in _LEADS_IN_FRENCH):
            day = _day(found["day"])
            return (day, found.end()) if day else None
    return None


def weekday_ahead(rest: str) -> int:
    """Where a date begins behind the day of its week that `rest` begins with; 0 where there is none."""
    found = _weekday_of_date().match(rest[:_LONGEST].lower())
    return found.end() if found else 0


@cache
def _weekday_of_date() -> re.Pattern[str]:
    """The Friday of "Friday 4 December", "Friday, December 4"."""
    dated = r"(?=\s+(?:the\s+|le\s+)?(?:\d|[^\W\d_]{3,9}\s\d))"
    return re.compile(rf"\s*(?:the\s+|le\s+)?(?:{_weekdays()}),?{dated}")


@cache
def _weekday() -> re.Pattern[str]:
    """« Vendredi », "next Friday", « dimanche soir »; not a Friday whose date follows."""
    before, behind = ("|".join(table("asking.toml")["weekdays"][key]) for key in ("before", "behind"))
    dated = r"(?!\w|,?\s+(?:the\s+|le\s+)?\d)"
    return re.compile(rf"\s*(?:(?:{before})\s+)?(?P<name>{_weekdays()})(?:\s+(?:{behind})){{0,2}}{dated}")


def _weekdays() -> str:
    return "|".join(name for key in _NAMES for name in table("asking.toml")["weekdays"][key])


def days_alone(text: str) -> tuple[date, date, int, int] | None:
    """The two days of "between the 5th and the 15th", in `NO_MONTH`, and where they begin and end in `text`."""
    for pattern in _BETWEEN:
        found = pattern.search(text)
        days = (_day(found["day"]), _day(found["end"])) if found else (None, None)
        if found and days[0] and days[1]:
            return days[0], days[1], found.start(), found.end()
    return None


def _day(written: str) -> date | None:
    number = int(written.removesuffix("er"))
    return date(NO_MONTH, 1, number) if 1 <= number <= 31 else None


def in_their_months(reading: Reading, today: date) -> Reading:
    """The reading with each such day in the month that is meant: the first that comes, or that of the other day."""
    return replace(
        reading,
        conditions=tuple(_in_month(condition, today) for condition in reading.conditions),
        stated=tuple(_in_month(condition, today) for condition in reading.stated),
    )


def _in_month(condition: Condition, today: date) -> Condition:
    condition = replace(condition, or_else=tuple(_in_month(other, today) for other in condition.or_else))
    window = condition.window
    if window is None or not any(day.year in _UNSAID for day in (window.day, window.end) if day):
        return condition
    start, end = (_in_week(day, window.kind, today) if day else None for day in (window.day, window.end))
    if start and start.year == NO_MONTH:
        start = _coming(start.day, today) if end is None or end.year == NO_MONTH else _going(start.day, end)
    if end and end.year == NO_MONTH:
        end = _coming(end.day, start or today)
    told = all(day.year != NO_YEAR for day in (start, end) if day)
    return replace(condition, window=replace(window, day=start, end=end, year=told))


def _in_week(day: date, kind: str, today: date) -> date:
    """The coming day of that name; what is to be before or after a Monday is so of the next, on a Monday."""
    if day.year != NO_WEEK:
        return day
    ahead = (day.day - 1 - today.weekday()) % _WEEK
    return today + timedelta(days=ahead or (_WEEK if kind == "before" else 0))


def _coming(number: int, since: date) -> date:
    """The first day of that number in its month, on the day `since` or behind it."""
    year, month = since.year, since.month
    while number > calendar.monthrange(year, month)[1] or date(year, month, number) < since:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return date(year, month, number)


def _going(number: int, until: date) -> date:
    """The last day of that number in its month, on the day `until` or before it, which may have no year."""
    year, month = until.year, until.month
    while number > calendar.monthrange(year, month)[1] or date(year, month, number) > until:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return date(NO_YEAR if until.year == NO_YEAR else year, month, number)


def moved(day: date, by: int) -> date:
    """So many days later; one whose month was not said stays in it."""
    if day.year == NO_WEEK:
        return day.replace(day=(day.day - 1 + by) % _WEEK + 1)
    if day.year != NO_MONTH:
        return day + timedelta(days=by)
    return day.replace(day=min(max(day.day + by, 1), 31))
