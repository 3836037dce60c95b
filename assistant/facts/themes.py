"""Whether a word that may name a contract is what a project is about: « projet PACE (Protection, Apprentissage …) »."""

from __future__ import annotations

import re

from assistant.domain import Span
from assistant.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_NAMED = r"(?:programme|program|project|initiative)"
_SHORT_FORM = re.compile(
    rf"([A-ZÀ-Þ]{{3,9}})[»”\"']?(?:\s{_NAMED})?\s{{0,2}}$"
)  # before the brackets that write it out
_PROJECT = re.compile(  # « du projet Racines (…) »
    r"(?<!\w)(?:projets?|programmes?|programs?|projects?|initiatives?)\s"
    r"(?:[«“\"']\s?)?(?:[A-ZÀ-Þ][\w'’-]*\s?){1,4}[»”\"']?\s{0,2}$"
)
_JOINED = re.compile(r",|\s(?:et|and|&)\s")
_BEHIND = re.compile(r"\s{0,2}\(([A-ZÀ-Þ]{3,9})\)")
_BEFORE = 80  # characters before brackets


def is_theme(text: str, at: Span) -> bool:
    """Whether the word at `at` stands in the long form of a name, or among the things that a project is about."""
    opened = text.rfind("(", 0, at.start)
    closed = text.find(")", at.end)
    if opened >= 0 and closed >= 0 and ")" not in text[opened : at.start]:
        before, inside = text[max(0, opened - _BEFORE) : opened], text[opened + 1 : closed]
        short = _SHORT_FORM.search(before)
        return bool(
            (short and _writes_out(short.group(1), inside)) or (_PROJECT.search(before) and _JOINED.search(inside))
        )
    behind = _BEHIND.search(text, at.end)
    return (
        behind is not None and "\n" not in text[at.end : behind.start()] and _ends_with(behind.group(1), text, behind)
    )


def _writes_out(short: str, words: str) -> bool:
    """Whether the letters of a short form begin the words, one after the other: PACE of « Protection, … Équitable »."""
    begins = iter(fold(word)[0] for word in _WORD.findall(words))
    return all(any(letter == begun for begun in begins) for letter in fold(short))


def _ends_with(short: str, text: str, behind: re.Match[str]) -> bool:
    """Whether the capitals before a short form in brackets are what it stands for, as many as it has letters."""
    words = _WORD.findall(text[max(0, behind.start() - _BEFORE) : behind.start()])
    capitals = [word for word in words if word[0].isupper()][-len(short) :]
    return len(capitals) == len(short) and _writes_out(short, " ".join(capitals))
