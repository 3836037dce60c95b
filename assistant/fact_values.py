"""Values of facts as a person gives them: checked, and out of what they typed."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

from assistant.domain import Amount, FactField, Years
from assistant.errors import UserError
from assistant.facts.dates import dates_in
from assistant.facts.folded import folded
from assistant.facts.language_words import forms
from assistant.names import is_plain
from assistant.resources import table
from assistant.text import one_line

Value = str | Years | Amount
FIELDS: tuple[FactField, ...] = tuple(field for field in get_args(FactField) if field != "mention")
# Fields of which a posting has one value: another one takes its place.
OF_ONE_VALUE: frozenset[FactField] = frozenset(
    {
        "organisation", "title", "reference", "working_time", "duration", "start", "pay", "deadline", "subject_line",
        "experience_years", "contract",
    }
)  # fmt: skip
WEIGHED: frozenset[FactField] = frozenset({"language", "degree", "experience_years", "driving_licence"})
CHOICES: dict[FactField, tuple[str, ...]] = {
    "contract": (
        "CDI", "CDD", "internship", "apprenticeship", "freelance", "volunteer", "temporary", "mission", "convention",
    ),
    "working_time": ("full_time", "part_time"),
}  # fmt: skip
PERIODS = ("hour", "day", "week", "month", "year")
_LONGEST = 300  # characters
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00")
_NUMBER = r"\d{1,9}(?:[.,]\d{1,2})?"
_YEARS = re.compile(rf"({_NUMBER})\s?(?:(-)\s?({_NUMBER})|(\+))?")
_AMOUNT = re.compile(rf"({_NUMBER})\s?(?:-\s?({_NUMBER}))?\s?([A-Z]{{3}})?\s?(?:/\s?)?(hour|day|week|month|year)?")
_LICENCE = re.compile(r"[A-E][1E]?|yes")


def checked_field(word: str) -> FactField:
    """The field of this name; UserError where facts have no such field."""
    found = next((field for field in FIELDS if field == word), None)
    if found is None:
        raise UserError(f"There is no field {word!r}: give one of {', '.join(FIELDS)}.")
    return found


def checked(field: FactField, value: Value, detail: str = "") -> tuple[Value, str]:
    """A value and what stands beside it in the form that facts have; UserError where they do not fit the field."""
    checked_field(field)
    detail = one_line(detail)
    if len(detail) > _LONGEST or not is_plain(detail):
        raise UserError(f"What stands beside the value must be at most {_LONGEST} plain characters.")
    if field == "experience_years":
        return _years(value), detail
    if field in ("pay", "expenses"):
        return _amount(value), detail
    if not isinstance(value, str):
        raise UserError(f"The value of {field} is a text.")
    if field == "deadline":
        return _day(value), _hour(detail)
    if field == "language":
        return _code(value), detail
    return _word(field, one_line(value)), detail


def value_of_text(field: FactField, text: str) -> tuple[Value, str]:
    """A value and its detail out of what a person typed.

    `experience_years` as "3", "3+" or "3-5"; an amount as "1200 EUR month" or "1200-1500 EUR/month"; a deadline as
    "2027-05-31", "31 May 2027" or with an hour behind it, "2027-05-31 17:00". UserError where it cannot be read.
    """
    text = one_line(text)
    if field == "experience_years":
        return checked(field, _typed_years(text))
    if field in ("pay", "expenses"):
        return checked(field, _typed_amount(text))
    if field == "deadline":
        hour = _TIME.search(text)
        return checked(field, _typed_day(text.replace(hour[0], "") if hour else text), hour[0] if hour else "")
    return checked(field, text)


def _typed_years(text: str) -> Years:
    found = _YEARS.fullmatch(text)
    if not found:
        raise UserError("Give the years of experience as 3, 3+ or 3-5.")
    low = _number(found[1])
    return Years(low, _number(found[3]) if found[2] else None if found[4] else low)


def _typed_amount(text: str) -> Amount:
    found = _AMOUNT.fullmatch(text)
    if not found:
        raise UserError("Give an amount as 1200 EUR month or 1200-1500 EUR/month; currency and period may be left out.")
    low = _number(found[1])
    return Amount(low, _number(found[2]) if found[2] else low, found[3], found[4])


def _typed_day(text: str) -> str:
    found = next((d.iso for language in ("fr", "en") for d in dates_in(text, language) if d.iso), None)
    return found or text.strip()


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _years(value: Value) -> Years:
    if not isinstance(value, Years) or not _is_range(value.min, value.max):
        raise UserError("Years of experience are a number, or two of which the first is the lower.")
    return value


def _amount(value: Value) -> Amount:
    if not isinstance(value, Amount) or not _is_range(value.min, value.max):
        raise UserError("An amount is a number, or two of which the first is the lower.")
    if value.per not in (None, *PERIODS) or not re.fullmatch("[A-Z]{3}", value.currency or "EUR"):
        raise UserError(f"A currency is its three letters, such as EUR, and a period one of {', '.join(PERIODS)}.")
    return value


def _is_range(low: float | None, high: float | None) -> bool:
    numbers = [number for number in (low, high) if number is not None]
    return bool(numbers) and numbers == sorted(numbers) and all(0 <= number < 10**9 for number in numbers)


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError as error:
        raise UserError(f"{value!r} is no date: give it as 2027-05-31.") from error


def _hour(detail: str) -> str:
    if detail and not _TIME.fullmatch(detail):
        raise UserError(f"{detail!r} is no hour: give it as 17:00.")
    return detail


def _code(value: str) -> str:
    named = forms().get(folded(value.strip()), {})
    code = next(iter(named.values()), value.strip().lower())
    if code not in table("language_names.toml")["english"]:
        raise UserError(f"No language is called {value!r}: give its name in French or English, or its ISO 639 code.")
    return code


def _word(field: FactField, value: str) -> str:
    if not value or len(value) > _LONGEST or not is_plain(value):
        raise UserError(f"The value of {field} must be 1 to {_LONGEST} plain characters.")
    if field in CHOICES and value not in CHOICES[field]:
        raise UserError(f"The value of {field} is one of {', '.join(CHOICES[field])}.")
    if field == "driving_licence" and not _LICENCE.fullmatch(value):
        raise UserError('The value of driving_licence is a category such as B, or "yes".')
    return value
