"""What a denial does to numbers and to times: "don't pay less than 2,000", « ne ferment pas en décembre »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, Word, holds
from assistant.asking.negated import JOINTS
from assistant.asking.number import Number
from assistant.asking.ranges import Window
from assistant.asking.reading import Condition
from assistant.resources import table

_REACH = 4  # words between what denies and a number, with that
_WIDE_REACH = 6  # … and a length or a pay: "I don't want to work more than …"
_TIMED_REACH = 5  # … and a stretch of time
_INVERTED = 2  # words between a verb and its « pas »: « ne demande-t-on pas »
_MEASURED = ("duration", "pay", "working_time")


def is_not_demanded(number: Number, words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """ "Don't require five years", « n'exigent pas 5 ans », but not « … pas plus de 5 ans », which is the most."""
    marks = [tag for tag in tags if (tag.table, tag.key) == ("modality", "required")]
    for denial in _denials(number, words, tags):
        near = (m for m in marks if 0 <= m.first - denial.last <= 1 or 0 <= denial.first - m.last <= _INVERTED)
        led = max((mark.last for mark in near), default=None)
        if led is not None and _is_one_clause(words[max(led, denial.last) : number.at + 1], _REACH):
            return True
    return False


def on_its_side(condition: Condition, number: Number, words: Sequence[Word], tags: Sequence[Tag]) -> Condition:
    """A length, a pay or hours on the side that a denial leaves: "don't pay less than 2,000" is that at least."""
    if condition.field not in _MEASURED or condition.bound == "is" or not number.is_limit(words) or number.end:
        return condition
    denied = any(_is_one_clause(words[no.last : number.at + 1], _WIDE_REACH) for no in _denials(number, words, tags))
    if not denied or number.is_refused(words):
        return condition
    return replace(condition, bound="min" if condition.bound == "max" else "max", strict=not condition.strict)


def is_other_time(window: Window, words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether what falls in a stretch of time is not asked for: "don't close in December", « … pas cette semaine »."""
    verbs = [at for at, _ in holds(words, table("asking.toml")["timed_verbs"]["words"])]
    for denial in (tag for tag in tags if tag.table == "negation" and tag.last <= window.first):
        between = words[denial.last : window.first + 1]
        led = any(denial.first - _INVERTED <= at < window.first for at in verbs)
        if led and _is_one_clause(between, _TIMED_REACH):
            return True
    return False


def _denials(number: Number, words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """What denies before a number, but for what is part of its limit: "no more than", « pas moins de »."""
    tables = table("asking.toml")["number"]
    limits = [*tables["at_most"], *tables["no_less"], *tables["only"]]
    denials = [tag for tag in tags if tag.table == "negation" and tag.last <= number.at]
    return [
        denial
        for denial in denials
        if not any(first < denial.last - denial.first for first, _ in holds(words[denial.first : number.at], limits))
    ]


def _is_one_clause(words: Sequence[Word], most: int) -> bool:
    """Whether the words up to a number or a time are few, and begin nothing new."""
    return 0 < len(words) <= most and not any(word.apart or word.form in JOINTS for word in words)
