"""The last question of another month: "Which jobs start in January? And in February?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.resources import table
from assistant.text import fold

_LEADS = (
    r"(?:(?:ok|okay|et|and|ou|or|mais|but|alors|then)[\s,]+)?(?:(?:what|how) about\s+)?"
    r"(?:(?:ceux|celles|those|the ones|the one|celle|celui)\s+)?"
    r"(?:(?:en|in|for|pour|de|of|d['’]|au mois de|au mois d['’]|in the month of|courant|during)\s*)?"
)
_WORD = re.compile(r"(?<!\w)(?P<month>[^\W\d_]{3,9})(?:\s+(?P<year>20\d\d))?(?!\w)")
_VERBS_TOO = ("may", "march")  # months only with a capital: "which may start at once?"


def month_by_month(texts: Sequence[str]) -> list[str]:
    """Questions as they are asked, each that is nothing but another month being the one before it of that month."""
    whole: list[str] = []
    for text in texts:
        whole.append((_of_that_month(text, whole[-1]) if whole else "") or text)
    return whole


def _of_that_month(text: str, before: str) -> str:
    """The question before with the month that is all that `text` says; nothing where it is of no month, or of two."""
    for months in table("asking.toml")["month_again"].values():
        found = _alone(tuple(months)).fullmatch(fold(text))
        named = [one for one in _WORD.finditer(before) if fold(one["month"]) in months and not _is_verb(one["month"])]
        if found and len(named) == 1:
            one, month = named[0], found["month"].capitalize() if "may" in months else found["month"]
            year = found["year"] or one["year"]
            return before[: one.start()] + month + (f" {year}" if year else "") + before[one.end() :]
    return ""


def _is_verb(word: str) -> bool:
    return word in _VERBS_TOO


@cache
def _alone(months: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_LEADS})(?P<month>{'|'.join(months)})(?:\s+(?P<year>20\d\d))?(?:\s+(?:then|alors|now))?\s*[?.!]*"
    )
