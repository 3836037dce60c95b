"""Whether what a posting counts is on the side of a number that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.lengths import is_same
from assistant.asking.reading import Condition
from assistant.domain import Amount, Fact, Years
from assistant.text import fold

_OF_WHICH = re.compile(r"(?<!\w)(?:dont|parmi lesquel\w+|y compris|of which|of them|including|inclusive of)(?!\w)")
_WEEK = 80  # hours, above which a number is none of a week


def whole_years(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of years but for those that are a part of others: « trois ans d'expérience, dont un an en ONG »."""
    return [fact for fact in facts if not any(_is_part_of(fact, other) for other in facts)]


def _is_part_of(fact: Fact, other: Fact) -> bool:
    part, whole = fact.value, other.value
    if (
        not isinstance(part, Years)
        or not isinstance(whole, Years)
        or (fact.start, fact.end) != (other.start, other.end)
    ):
        return False
    return (part.min or 0) < (whole.min or 0) and _OF_WHICH.search(fold(fact.quote)) is not None


def is_so_long(condition: Condition, low: float, high: float, wanted: float) -> bool:
    """Whether a length between `low` and `high` is as long as `wanted`; all in days."""
    if is_same(low, wanted) or is_same(high, wanted):
        return not condition.strict
    if condition.bound == "is":
        return low <= wanted <= high
    return high > wanted if condition.bound == "min" else low < wanted


def stated_hours(fact: Fact) -> list[float]:
    """The hours a week that a fact of working time states."""
    return [float(hours) for hours in re.findall(r"\d+(?:\.\d+)?", fact.detail.replace(",", "."))]


def is_hours(condition: Condition, hours: float) -> bool:
    """Whether hours a week are those asked for, or on their right side."""
    if condition.bound == "is":
        return hours == condition.number
    return hours <= _WEEK and beyond(condition, hours)


def within(condition: Condition, pay: Amount) -> bool:
    """Whether a pay reaches, or stays under, what is asked for."""
    if condition.number is None:
        return True
    reached = pay.max if pay.max is not None else pay.min
    least = pay.min if pay.min is not None else pay.max
    value = reached if condition.bound == "min" else least
    return value is not None and beyond(condition, value)


def beyond(condition: Condition, value: float) -> bool:
    """Whether a number is on the side of the condition's that was asked for."""
    number = condition.number or 0.0
    if value == number:
        return not condition.strict
    if condition.bound == "is":
        return False
    return value > number if condition.bound == "min" else value < number
