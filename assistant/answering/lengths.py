"""How long the words of a duration last, so that durations can be compared: pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.asking.lexicon import words_of
from assistant.resources import table

_DAYS: Mapping[str, float] = {"day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}
_TEN = 10
_SLACK = 0.02  # share by which two lengths may differ and be the same: 12 months are a year


def in_days(number: float, period: str) -> float:
    """A number of days, weeks, months or years in days."""
    return number * _DAYS[period]


def days_of(words: str) -> tuple[float, float] | None:
    """The shortest and the longest that a duration as written may last, in days; None where it counts nothing.

    « de 6 à 12 mois » is both; « huit (08) mois » is one number said twice.
    """
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
