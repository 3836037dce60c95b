"""How long the words of a duration last, so that durations can be compared: pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assistant.asking.lexicon import words_of
from assistant.facts.dates import dates_in
from assistant.resources import table

_DAYS: Mapping[str, float] = {"day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}
_TEN, _TWO = 10, 2
_SLACK = 0.02  # share by which two lengths may differ and be the same: 12 months are a year


def in_days(number: float, period: str) -> float:
    """A number of days, weeks, months or years in days."""
    return number * _DAYS[period]


def days_of(words: str) -> tuple[float, float] | None:
    """The shortest and the longest that a duration as written may last, in days; None where it counts nothing.

    « de 6 à 12 mois » is both; « huit (08) mois » is one number said twice.
    """
    if (between := _between_days(words)) is not None:
        return between, between
    numbers: list[float] = []
    before = ""
    for word in words_of(words):
        if (number := _number(word.form)) is not None:
            if numbers and _goes_on(before, word.form):
                number += numbers.pop()
            numbers.append(number)
            before = word.form
        elif (period := period_of_unit(word.form)) and numbers:
            return in_days(min(numbers), period), in_days(max(numbers), period)
        else:
            before = ""
    return None


def _between_days(words: str) -> float | None:
    """The days from one date to another, both counted: « du 15 janvier au 31 décembre 2027 »."""
    found = dates_in(words, "fr")
    if len(found) != _TWO or not found[1].iso:
        return None
    last = date.fromisoformat(found[1].iso)
    first = date.fromisoformat(found[0].iso) if found[0].iso else _in_year(words[found[0].start : found[0].end], last)
    return float((last - first).days + 1) if first and first < last else None


def _in_year(words: str, last: date) -> date | None:
    """A day without a year, in that of the last day or the one before."""
    for year in (last.year, last.year - 1):
        found = next((one.iso for one in dates_in(f"{words.strip()} {year}", "fr")), None)
        if found and date.fromisoformat(found) < last:
            return date.fromisoformat(found)
    return None


def _goes_on(before: str, form: str) -> bool:
    """Whether two words in a row are one number: « dix-huit », "twenty-four"."""
    ten, one = _number(before) or 0.0, _number(form) or 0.0
    return not (before.isdigit() or form.isdigit()) and ten >= _TEN and ten % _TEN == 0 and 0 < one < _TEN


def is_same(first: float, second: float) -> bool:
    """Whether two numbers of days are one length."""
    return abs(first - second) <= _SLACK * max(first, second)


def period_of_unit(form: str) -> str:
    """The period that a folded word counts in, or nothing."""
    units: Mapping[str, Sequence[str]] = table("asking.toml")["lasting"]
    return next((period for period in _DAYS if form in units[period]), "")


def _number(form: str) -> float | None:
    if form.isdigit():
        return float(form)
    known: Mapping[str, float] = table("asking.toml")["number"]["words"]
    return known.get(form)
