"""Codes of grades that a question names: "classified CS-04", « CS4 ou CS-05 »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.reading import Condition

_HYPHENED = re.compile(r"(?<!\w)[A-Z]{1,3}-\d{1,2}(?!\w)")
_ANY = re.compile(r"(?<!\w)([A-Z]{1,3})[- ]?0?(\d{1,2})(?!\w)")
_GRADE = "grade"


def with_codes(conditions: Sequence[Condition], text: str) -> list[Condition]:
    """The conditions, those on topics with the codes of the question: what is said of a topic has to name one.

    A code without a hyphen is taken for one of a grade alone: "B2" is a level of a language as well.
    """
    return [replace(c, others=_codes(c, text) or c.others) if c.field == "mention" else c for c in conditions]


def is_of_code(word: str, text: str) -> bool:
    """Whether a word of a question is the letters of a code in it."""
    return any(code[1] == word for code in _ANY.finditer(text))


def _codes(condition: Condition, text: str) -> tuple[str, ...]:
    return tuple(code[0] for code in (_ANY if condition.value == _GRADE else _HYPHENED).finditer(text))


def spellings(phrase: str) -> tuple[str, ...]:
    """How postings may write what a question names: of a code CS-04, CS-4, CS04 and CS4, else the phrase alone."""
    code = _ANY.fullmatch(phrase)
    if code is None:
        return (phrase,)
    number = int(code[2])
    return tuple(f"{code[1]}{sign}{digits}" for sign in ("-", "") for digits in (f"{number:02}", f"{number}"))
