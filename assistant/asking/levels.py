"""A degree as the least that is asked for: « au minimum un bac+4 » is any higher one as well; hours in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, Word, holds
from assistant.asking.reading import Condition
from assistant.resources import table

_NEAR = 3  # words between a degree and what makes it the least


def at_least(conditions: Sequence[Condition], words: Sequence[Word], tags: Sequence[Tag]) -> list[Condition]:
    """The conditions, a degree that is the least one with those above it."""
    return [_with_higher(condition, words, tags) for condition in conditions]


def in_hours(conditions: Sequence[Condition], words: Sequence[Word]) -> list[Condition]:
    """The conditions, working time that is to be stated as what is counted by the week: "which state weekly hours?"."""
    counted = bool(holds(words, table("asking.toml")["weekly_hours"]["words"]))
    bare = [c.field == "working_time" and not c.value and c.number is None for c in conditions]
    return [replace(c, period="week") if counted and each else c for c, each in zip(conditions, bare, strict=True)]


def _with_higher(condition: Condition, words: Sequence[Word], tags: Sequence[Tag]) -> Condition:
    data = table("asking.toml")["degree_levels"]
    if condition.field != "degree" or condition.value not in data["order"] or condition.mine:
        return condition
    named = next((tag for tag in tags if (tag.table, tag.key) == ("degree", condition.value)), None)
    whole = named is not None and bool(holds(words[named.first : named.last], data["whole"]))
    if named is None or (condition.negated and not whole):
        return condition
    before, behind = words[max(0, named.first - _NEAR) : named.first], words[named.last : named.last + _NEAR]
    if not (whole or holds(before, data["before"]) or holds(behind, data["behind"])):
        return condition
    higher = data["order"][data["order"].index(condition.value) + 1 :]
    return replace(condition, others=tuple(dict.fromkeys((*condition.others, *higher))))
