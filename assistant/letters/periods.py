"""The times that a CV gives for what was done, and how long they are together; no month is counted twice.

A year without its months stands for the middle of it, so « 2018 – 2021 » is three years. A leave or a break is no work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant.facts.folded import alternatives, folded, one_of
from assistant.letters.clauses import lines, words_of
from assistant.letters.degrees_held import names_in
from assistant.letters.domain import CV, CVLine, Quote
from assistant.resources import table

_MIDDLE = 6  # the month that a year alone stands for, counted from 0
_FIRST = 1950  # a year before it is none of a working life
_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?!\d)")
_SCHOOL_YEARS = re.compile(r"(?<![\d/])((?:19|20)\d\d)/((?:19|20)\d\d)(?![\d/])")


@dataclass(frozen=True)
class Entry:
    """Something done from month `start` to before month `end` (months since year 0), with its lines of the CV.

    `text` are the words of those lines. `apart` says that it was an internship or voluntary work.
    """

    start: int
    end: int
    quote: Quote
    text: str
    apart: bool


def entries_of(cv: CV, today: date) -> list[Entry]:
    """What the CV tells of work with its time, in order; studies are left out."""
    elsewhere = (line for line in lines(cv, "other") if not _of_studies(words_of(cv, line)))
    parts = list(lines(cv, "experience")) or list(elsewhere)
    month_first = _has_month_first(cv.text)
    dated = [
        (n, times) for n, line in enumerate(parts) if (times := list(_times(words_of(cv, line), today, month_first)))
    ]
    found = []
    for at, (n, times) in enumerate(dated):
        if _is_pause(words_of(cv, parts[n])):
            continue
        end = dated[at + 1][0] if at + 1 < len(dated) else len(parts)
        about = _about(cv, parts, n, end, last=at + 1 == len(dated))
        words = " ".join(words_of(cv, line) for line in about)
        apart = _words("apart").search(folded(words)) is not None
        quote = cv.quote(min(about[0].start, parts[n].start), parts[n].end)  # its title, too, where that stands above
        found += [Entry(start, stop, quote, words, apart) for start, stop in times]
    return found


def months(entries: Iterable[Entry]) -> int:
    """How many months the entries cover together."""
    total, covered = 0, 0
    for entry in sorted(entries, key=lambda entry: (entry.start, entry.end)):
        total += max(0, entry.end - max(entry.start, covered))
        covered = max(covered, entry.end)
    return total


def _about(cv: CV, parts: list[CVLine], n: int, end: int, *, last: bool) -> list[CVLine]:
    """The lines of an entry: a date that stands alone belongs to the title above it or below it."""
    bare = not _has_words(words_of(cv, parts[n]))
    start = n - 1 if bare and n and not parts[n - 1].listed else n
    if not last and not _has_words(words_of(cv, parts[end])):  # its title stands above it
        end = max(n + 1, end - 1)
    return parts[start:end]


def _has_words(text: str) -> bool:
    """Whether anything but a time is said."""
    return re.search(r"[^\W\d_]{4,}", _without_times(text)) is not None


def _without_times(text: str) -> str:
    words = folded(text)
    for pattern in (_range(), _since()):
        words = pattern.sub(" ", words)
    return words


def _is_pause(text: str) -> bool:
    """Whether a line begins with a leave or a break, its time apart: « 2021 – 2023 : congé »."""
    words = re.sub(r"^[\W\d]+", "", _without_times(text))
    return _words("pause").match(words) is not None


def _of_studies(text: str) -> bool:
    return bool(names_in(text)) or _words("school").search(folded(text)) is not None


def _has_month_first(text: str) -> bool:
    """Whether the days of a CV are written as in the United States, 09/15/2021: some can be read in no other way."""
    days = [(int(a), int(b)) for a, b in _DAY.findall(text)]
    return any(12 < b <= 31 for _, b in days) and not any(a > 12 for a, _ in days)


def _times(text: str, today: date, month_first: bool) -> Iterator[tuple[int, int]]:
    words = _with_plain_years(folded(text))
    now = today.year * 12 + today.month
    taken = 0
    for found in _range().finditer(words):
        taken = found.end()
        start = _month(found, "a", first=True, month_first=month_first)
        end = _month(found, "b", first=False, month_first=month_first) if found["yb"] else now
        yield from _sound(start, end, now)
    for found in _since().finditer(words, taken):
        yield from _sound(_month(found, "a", first=True, month_first=month_first), now, now)


def _with_plain_years(words: str) -> str:
    """School years as years: « 2012/2013 - 2014/2015 » begins in the first of them and ends in the last."""
    years = list(_SCHOOL_YEARS.finditer(words))
    if len(years) == 2:
        return f"{words[: years[0].start()]}{years[0][1]} - {years[1][2]}{words[years[1].end() :]}"
    return _SCHOOL_YEARS.sub(r"\1 - \2", words)


def _sound(start: int | None, end: int | None, now: int) -> Iterator[tuple[int, int]]:
    if start is not None and end is not None and _FIRST * 12 <= start < min(end, now):
        yield start, min(end, now)


def _month(found: re.Match[str], which: str, *, first: bool, month_first: bool) -> int | None:
    """The month of one end of a time; the last one is counted whole."""
    groups = found.groupdict()
    year = groups[f"y{which}"] or groups.get("yb")  # « janvier – mars 2021 »
    if year is None:
        return None
    name, number = groups[f"m{which}"] or groups.get(f"m{which}{which}"), groups[f"n{which}"]
    if name is None and number is None:
        return int(year) * 12 + _MIDDLE
    day = groups[f"d{which}"]
    month = _months()[name] if name else int(day if day and month_first else number)
    return int(year) * 12 + month - (1 if first else 0) if 1 <= month <= 12 else None


@cache
def _months() -> dict[str, int]:
    rows = table("facts_dates.toml")["months"]["names"]
    return {folded(name): number for number, names in enumerate(rows, start=1) for name in names}


def _point(which: str, year: str = "") -> str:
    """A day, a month and a year, of which the year must stand there; with `year` "?" a month may stand alone."""
    month = rf"(?:(?:1er|\d{{1,2}})\s)?(?P<m{which}>{one_of(_months())})(?!\w)\.?"
    number = rf"(?:(?P<d{which}>\d{{1,2}})[/.])?(?P<n{which}>\d{{1,2}})\s?[/.-]\s?"
    alone = rf"|(?P<m{which}{which}>{one_of(_months())})(?!\w)\.?" if year else ""
    return rf"(?:(?:{month}\s{{0,2}}|{number})?(?P<y{which}>(?:19|20)\d\d)(?!\d){alone})"


@cache
def _range() -> re.Pattern[str]:
    now = one_of(table("letters_cv.toml")["words"]["now"])
    to = r"\s{0,2}(?:-{1,2}|>|→|a|au|to|until|till|jusqu'a|jusqu'en|et|and|الى)\s{0,2}"
    return re.compile(rf"(?<![\w/]){_point('a', '?')}{to}(?:{_point('b')}|(?:{now})(?!\w))")


@cache
def _since() -> re.Pattern[str]:
    since = one_of(table("letters_cv.toml")["words"]["since"])
    return re.compile(rf"(?<!\w)(?:{since})\s(?:le\s|l'annee\s)?{_point('a')}")


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(alternatives(table("letters_cv.toml")["words"][key]))
