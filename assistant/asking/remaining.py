"""The time that is left to apply: "a deadline still ahead of us", « encore au moins deux semaines pour postuler »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, Word, holds
from assistant.asking.ranges import DAY_FIRST, MONTH_FIRST, Window, day_of
from assistant.asking.windows import in_days
from assistant.domain import Language
from assistant.resources import table

# « entre aujourd'hui et le 10 décembre », "between now and 10 December"
_FROM_TODAY = re.compile(
    r"\b(?:between|entre|from|d['’])\s*(?:today|now|aujourd['’]hui|maintenant)(?:\s*\([^()]{2,40}\))?\s+"
    r"(?:and|et|to|until|au|jusqu['’]au)\s+(?:the\s+|le\s+)?",
    re.IGNORECASE,
)
_BEFORE = 4  # words before "at least two weeks" among which "still" or « reste » stands
_NEAR = 8  # words from a deadline to what is said of it: « une date limite qui n'est pas encore passée »


def remaining(text: str, language: Language, words: Sequence[Word], tags: Sequence[Tag]) -> Window | None:
    """The window in which a deadline that is still to come falls, None where the question names none of this kind.

    A deadline is asked for: a posting that stays open until the post is filled has none.
    """
    return _at_least(text, words) or _ahead(words, tags) or _from_today(words, text, language)


def _at_least(text: str, words: Sequence[Word]) -> Window | None:
    """ "At least two weeks left", « il reste plus de dix jours »: no deadline falls before."""
    phrases = table("asking.toml")["left"]
    for first, last in holds(words, phrases["least"]):
        found = in_days(first, last, words, text[words[last - 1].end :])
        still = holds(words[max(0, first - _BEFORE) : first], phrases["before"])
        if found and (still or any(start == found.last for start, _ in holds(words, phrases["behind"]))):
            return replace(found, kind="left")
    return None


def _ahead(words: Sequence[Word], tags: Sequence[Tag]) -> Window | None:
    """What is said right behind the deadline that the question names."""
    ends = [tag.last for tag in tags if tag.table == "fields" and tag.key == "deadline"]
    for first, last in holds(words, table("asking.toml")["left"]["ahead"]):
        if any(end <= first <= end + _NEAR and not any(w.apart for w in words[end:first]) for end in ends):
            return Window("ahead", first, last)
    return None


def _from_today(words: Sequence[Word], text: str, language: Language) -> Window | None:
    """From today to a day."""
    led = _FROM_TODAY.search(text)
    rest = text[led.end() :] if led else ""
    if not led or not (found := DAY_FIRST.match(rest) or MONTH_FIRST.match(rest)):
        return None
    year = re.match(r",?\s+(20\d\d)\b", rest[found.end() :])
    end = day_of(found["day"], found["month"], year[1] if year else None, language)
    last = led.end() + found.end() + (year.end() if year else 0)
    within = [n for n, word in enumerate(words) if led.start() <= word.start < last]
    return Window("between", within[0], within[-1] + 1, year=bool(year), end=end) if end else None
