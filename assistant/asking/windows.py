"""Stretches of time in which deadlines fall: « cette semaine », "in the next 10 days", « avant le 1er décembre »."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from assistant.asking.lexicon import Word, holds
from assistant.asking.month_days import day_alone, days_alone, moved, weekday_ahead
from assistant.asking.ranges import DAY_FIRST, MONTH_FIRST, NO_YEAR, Window, between, from_today, of_field, of_months
from assistant.asking.spelling import is_slip
from assistant.domain import Language
from assistant.facts.dates import dates_in
from assistant.resources import table
from assistant.text import fold

_SOON = 14  # days
_ONE = ("", "a", "an", "the", "un", "une", "la", "le", "next", "coming", "this")
_SINGULAR = ("semaine", "week", "quinzaine", "fortnight", "month", "mois")
_DATED = ("before", "by", "after", "since", "in_days", "in_month", "on")  # kinds that something has to stand behind
_MID_MONTH = 15
_MOST_DAYS = 366
_IN = re.compile(
    r"\s*(?P<number>\w{1,12}\s)?\s*(?:(?:prochaine?s?|coming|next|full)\s)?\s*"
    r"(?P<unit>jours?|days?|semaines?|weeks?|quinzaine|fortnight|mois|months?)\b(?!\s+(?:of|du|de|d['’])\b)",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:the\s+|la\s+)?(?:very\s+)?(?:end|fin)\s+(?:of\s+|du\s+mois\s+d[e'’]\s*|d[e'’]\s*)?(?P<month>[^\W\d_]+)(?:\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s*(?:(?:the\s+)?year\s+|l['’]ann[ée]e\s+)?(20\d\d)\b")
_DAYS_OF = {"j": 1, "d": 1, "s": 7, "w": 7, "q": 15, "f": 14, "m": 30}  # by the first letter of a unit
_MIDDLE = re.compile(r"\s*(?:la\s+)?(?:mi|mid|the middle of)[\s-]+(?P<month>[^\W\d_]+)", re.I)


_RANGES = (between, from_today, of_months)


def window_of(words: Sequence[Word], text: str, language: Language) -> Window | None:
    """The stretch of time that a question names, None where it names none."""
    if ranged := next(filter(None, (way(words, text, language) for way in _RANGES)), None):
        return ranged
    if days := _of_days(words, text):
        return days
    found = list(_named(words, text, language))
    if not found:
        return of_field(words, text, language)
    if both := _from_both_sides(found):
        return both
    # "Which can I still apply for today that close before 10 December?", "not passed yet, but before the end of May"
    dated = [window for window in found if window.day or window.days]
    first = next(iter((*dated, *(window for window in found if window.kind != "today"), *found)), None)
    kinds = {window.kind for window in found}
    together = next((kind for kind, each in _BOTH.items() if each <= kinds), None)
    if first is None or together is None:
        return first
    named = [window for window in found if window.kind in _BOTH[together]]
    return replace(first, kind=together, first=min(w.first for w in named), last=max(w.last for w in named))


# "This week or next week": both of them.
_BOTH = {"these_weeks": {"this_week", "next_week"}, "these_months": {"this_month", "next_month"}}


def _of_days(words: Sequence[Word], text: str) -> Window | None:
    """ "Between the 5th and the 15th", « du 5 au 15 »."""
    found = days_alone(text)
    if not found:
        return None
    within = [n for n, word in enumerate(words) if found[2] <= word.start < found[3]]
    return Window("between", within[0], within[-1] + 1, found[0], end=found[1])


def _from_both_sides(found: Sequence[Window]) -> Window | None:
    """ "Before 15 December but after the 5th", « après le 5 mais avant le 15 »: what lies between the two."""
    lower = next((w for w in found if w.kind in ("after", "since") and w.day), None)
    upper = next((w for w in found if w.kind in ("before", "by") and w.day), None)
    if lower is None or upper is None or lower.day is None or upper.day is None:
        return None
    gap = max(lower.first, upper.first) - min(lower.last, upper.last)
    if not 0 <= gap <= 1:  # "starting after 1 January and closing before the 15th" are two things
        return None
    start, end = moved(lower.day, lower.kind == "after"), moved(upper.day, -(upper.kind == "before"))
    span = min(lower.first, upper.first), max(lower.last, upper.last)
    return Window("between", *span, start, year=lower.year and upper.year, end=end)


def _named(words: Sequence[Word], text: str, language: Language) -> Iterator[Window]:
    for kind, phrases in table("asking.toml")["window"].items():
        for first, last in holds(words, phrases):
            if kind not in _DATED:
                yield Window(kind, first, last)
            elif found := _with_date(kind, first, last, words, text, language):
                yield _or_later(found, words)


def _or_later(window: Window, words: Sequence[Word]) -> Window:
    """ "In February or later", « en février ou après »: from then on; « au plus tard en février » is in that month."""
    for first, last in holds(words, table("asking.toml")["number"]["at_latest"]):
        if window.kind == "in_month" and (window.first == last or window.last == first):
            return replace(window, first=min(first, window.first), last=max(last, window.last))
    behind = [last for first, last in holds(words, table("asking.toml")["number"]["or_later"]) if first == window.last]
    dated = window.day is not None and window.kind in ("in_month", "on", "since")
    return replace(window, kind="since", last=behind[0]) if behind and dated else window


def still_open(window: Window, led: str) -> Window | None:
    """ "Still open in June", « ouvertes jusqu'au 5 » (`led` by its first word): what closes on that day or later."""
    if window.day is None or (window.kind == "before" and led not in table("asking.toml")["ending"]["until"]):
        return window if window.day else None
    if window.kind == "after":
        return window
    return replace(window, kind="since")


def span_of(window: Window, today: date) -> tuple[date, date]:
    """The first and the last day of a window, seen from today."""
    monday = today - timedelta(days=today.weekday())
    if window.kind == "on":
        day = _dated(window.day or today, today)
        return day, day
    if window.kind == "between":
        first, last = (_dated(day, today) if day else today for day in (window.day, window.end))
        return first, last if first <= last else last.replace(year=first.year + 1)
    if window.kind == "since":
        return (_dated(window.day or today, today), date.max)
    if window.kind in ("ahead", "left"):
        return today + timedelta(days=window.days), date.max
    if window.kind in ("before", "by", "after"):
        day = _dated(window.day or today, today)
        if window.kind == "after":
            return day + timedelta(days=1), date.max
        return date.min, day - timedelta(days=window.kind == "before")
    if window.kind == "in_month":
        first = _coming(window, today)
        return first, _last_of_month(first)
    next_month = _last_of_month(today) + timedelta(days=1)
    last_month = today.replace(day=1) - timedelta(days=1)
    return {
        "today": (today, today),
        "tomorrow": (today + timedelta(days=1), today + timedelta(days=1)),
        "yesterday": (today - timedelta(days=1), today - timedelta(days=1)),
        "this_week": (today, monday + timedelta(days=6)),
        "past_week": (monday, today),
        "last_week": (monday - timedelta(days=7), monday - timedelta(days=1)),
        "these_weeks": (today, monday + timedelta(days=13)),
        "next_week": (monday + timedelta(days=7), monday + timedelta(days=13)),
        "this_month": (today, _last_of_month(today)),
        "past_month": (today.replace(day=1), today),
        "last_month": (last_month.replace(day=1), last_month),
        "these_months": (today, _last_of_month(next_month)),
        "next_month": (next_month, _last_of_month(next_month)),
        "this_year": (today, date(today.year, 12, 31)),
        "next_year": (date(today.year + 1, 1, 1), date(today.year + 1, 12, 31)),
        "soon": (today, today + timedelta(days=_SOON)),
        "past_days": (today - timedelta(days=window.days), today),
        "in_days": (today, today + timedelta(days=window.days)),
    }[window.kind]


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _dated(day: date, today: date) -> date:
    """A day whose year was not said in the year that is meant: the next one."""
    if day.year != NO_YEAR:
        return day
    year = today.year if day.month >= today.month else today.year + 1
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _coming(window: Window, today: date) -> date:
    """The month that is meant: the one said, or the next of that name."""
    day = window.day or today
    if window.past and not window.year:
        return day.replace(year=today.year - (day.month > today.month), day=1)
    if window.year or day.month >= today.month:
        return day.replace(day=1) if window.year else day.replace(year=today.year, day=1)
    return day.replace(year=today.year + 1, day=1)


def _with_date(kind: str, first: int, last: int, words: Sequence[Word], text: str, language: Language) -> Window | None:
    """A window whose date, month or number of days stands right behind its first words."""
    rest = text[words[last - 1].end :]
    if kind == "in_days":
        return in_days(first, last, words, rest)
    if kind in ("before", "by", "since") and (found := _end_of_month(first, last, words, rest)):
        return found
    if kind == "in_month":
        return _month(kind, first, last, words, rest)
    for one in dates_in(rest, language)[:1]:
        if one.start <= len(rest) - len(rest.lstrip()) + 4 and one.iso:
            return Window(kind, first, behind(words, last, one.end), date.fromisoformat(one.iso))
    at = weekday_ahead(rest)  # "Friday 4 December"
    dated = _of_month(kind, first, last, words, rest, at) or _beyond_month(kind, first, last, words, rest)
    alone = None if dated else day_alone(words[last - 1].form, rest)
    return Window(kind, first, behind(words, last, alone[1]), alone[0]) if alone else dated


def in_days(first: int, last: int, words: Sequence[Word], rest: str) -> Window | None:
    """ "In the next two weeks", « dans les quinze jours », "within a month": a number of days from today."""
    found = _IN.match(rest)
    if not found:
        return None
    unit = fold(found["unit"])
    led = fold(found["number"] or "").strip()
    number = _days(led)
    if not number and unit in _SINGULAR and led in _ONE:
        number = 1
    days = number * _DAYS_OF[unit[0]]
    return Window("in_days", first, behind(words, last, found.end()), days=days) if days else None


def _end_of_month(first: int, last: int, words: Sequence[Word], rest: str) -> Window | None:
    """ "Before the end of May", « d'ici fin mai 2027 »: up to its last day."""
    found = _END.match(rest)
    month = _number_of(found["month"]) if found else 0
    if not found or not month:
        return None
    day = _last_of_month(date(int(found["year"] or NO_YEAR), month, 1))
    return Window("by", first, behind(words, last, found.end()), day)


def _days(written: str) -> int:
    """The number that is written in figures or in words: « les dix prochains jours »; 0 where it is none."""
    if written.isdigit():
        return int(written) if int(written) <= _MOST_DAYS else 0
    return int(table("asking.toml")["number"]["words"].get(fold(written), 0))


def _of_month(kind: str, first: int, last: int, words: Sequence[Word], rest: str, at: int = 0) -> Window | None:
    """A day whose year was not said: « le 5 décembre », "the 5th of December", "December 5", « mi-décembre »."""
    found = DAY_FIRST.match(rest, at) or MONTH_FIRST.match(rest, at) or _MIDDLE.match(rest)
    month = _number_of(found["month"]) if found else 0
    number = int(found.groupdict().get("day") or _MID_MONTH) if found else 0
    if not found or not month or not 1 <= number <= calendar.monthrange(NO_YEAR, month)[1]:
        return None
    return Window(kind, first, behind(words, last, found.end()), date(NO_YEAR, month, number))


def is_month(word: str) -> bool:
    """Whether a folded word is the name of a month, in either language."""
    return _number_of(word) > 0


def _number_of(name: str) -> int:
    """The number of the month of a name, maybe of a long one with a letter wrong; 0 where it is none."""
    names = [fold(each) for spoken in ("fr", "en") for each in table("wording.toml")[spoken]["months"]["names"]]
    short: dict[str, int] = table("asking.toml")["months"]["short"]
    form = fold(name)
    near = [form] if form in names else [n for n in names if is_slip(form, n)]
    return names.index(near[0]) % 12 + 1 if near else short.get(form, 0)


def _beyond_month(kind: str, first: int, last: int, words: Sequence[Word], rest: str) -> Window | None:
    """ "before April 2027": before its first day; "after April": behind its last."""
    found = _month(kind, first, last, words, rest)
    if found is None or found.day is None or kind in ("before", "by", "since"):
        return replace(found, kind="before") if found and kind == "by" else found
    return replace(found, day=_last_of_month(found.day))


def _month(kind: str, first: int, last: int, words: Sequence[Word], rest: str) -> Window | None:
    if year := _YEAR.match(rest):  # "in 2027"
        first_day, last_day = date(int(year[1]), 1, 1), date(int(year[1]), 12, 31)
        return Window("between", first, behind(words, last, year.end()), first_day, year=True, end=last_day)
    found = re.match(r"\s*([^\W\d_]+)\s*(\d{4})?", rest)
    month = _number_of(found[1]) if found else 0
    if not found or not month:
        return None
    day = date(int(found[2]) if found[2] else NO_YEAR, month, 1)
    return Window(kind, first, behind(words, last, found.end()), day, year=bool(found[2]))


def behind(words: Sequence[Word], last: int, end: int) -> int:
    """The number of the first word that stands `end` characters or more behind word `last - 1`."""
    limit = words[last - 1].end + end
    return next((n for n, word in enumerate(words) if word.start >= limit), len(words))
