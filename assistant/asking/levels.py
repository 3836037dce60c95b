"""A degree as the least or the most that is asked for: « au minimum un bac+4 », "a bachelor's or less"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, Word, holds
from assistant.asking.reading import Condition
from assistant.resources import table

_NEAR = 3  # words between a degree and what makes it the least
_CLOSING = 4  # words behind it: "bachelor's degree or less"
_ARTICLE = 1  # words between a degree and what makes it more or less


def as_levels(conditions: Sequence[Condition], words: Sequence[Word], tags: Sequence[Tag]) -> list[Condition]:
    """The conditions, a degree that is the least one with those above it, and the most with those below."""
    return [_with_levels(condition, words, tags) for condition in conditions]


def in_hours(conditions: Sequence[Condition], words: Sequence[Word]) -> list[Condition]:
    """The conditions, working time that is to be stated as what is counted by the week: "which state weekly hours?"."""
    counted = bool(holds(words, table("asking.toml")["weekly_hours"]["words"]))
    bare = [c.field == "working_time" and not c.value and c.number is None for c in conditions]
    return [replace(c, period="week") if counted and each else c for c, each in zip(conditions, bare, strict=True)]


def _with_levels(condition: Condition, words: Sequence[Word], tags: Sequence[Tag]) -> Condition:
    data = table("asking.toml")["degree_levels"]
    if condition.field != "degree" or condition.value not in data["order"] or condition.mine:
        return condition
    named = next((tag for tag in tags if (tag.table, tag.key) == ("degree", condition.value)), None)
    whole = named is not None and bool(holds(words[named.first : named.last], data["whole"]))
    if named is None or (condition.negated and not whole and not _leads(words, named, data["beyond"])):
        return condition
    before, behind = words[max(0, named.first - _NEAR) : named.first], words[named.last : named.last + _NEAR]
    at = data["order"].index(condition.value)
    below, above = tuple(reversed(data["order"][:at])), tuple(data["order"][at + 1 :])
    if whole or holds(before, data["before"]) or holds(behind, data["behind"]) or _goes_up(condition, words, tags):
        return replace(condition, others=tuple(dict.fromkeys((*condition.others, *above))))
    closing = holds(words[named.last : named.last + _CLOSING], data["most_behind"])
    at_most = _leads(words, named, data["most"]) or bool(closing)
    if _leads(words, named, data["beyond"]) and above and (condition.negated or not at_most):
        return replace(condition, value=above[0], others=above[1:])
    if _leads(words, named, data["under"]) and below:
        return replace(condition, value=below[0], others=below[1:])
    if at_most:
        return replace(condition, others=below)
    return condition


def _goes_up(condition: Condition, words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether "or higher" stands right behind one of the names of a degree: "a master's degree (bac+5) or higher"."""
    data = table("asking.toml")["degree_levels"]
    ends = [tag.last for tag in tags if (tag.table, tag.key) == ("degree", condition.value)]
    for end in ends:
        at = next((n for n in range(end, len(words)) if words[n].form not in data["nouns"]), len(words))
        if any(first == 0 for first, _ in holds(words[at : at + _NEAR], data["behind"])):
            return True
    return False


def _leads(words: Sequence[Word], named: Tag, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases stands before a degree with no more than an article between."""
    ends = [last for _, last in holds(words[: named.first], phrases)]
    return any(named.first - last <= _ARTICLE for last in ends)
