"""Brackets about the things that a cue may govern, and between them and the cue."""

from __future__ import annotations

import re

from assistant.domain import Span
from assistant.facts.cues import Cue

_NEAR = 80  # characters before a thing in which its bracket opens


def is_aside(text: str, one: Span, other: Span, cue: Cue) -> bool:
    """Whether a thing stands in brackets behind another, before the cue of both: « l'arabe (hassaniya) est utile »."""
    if other.end <= one.end:
        return True
    opened = re.fullmatch(r"\s?\([^().;:]{0,40}", text[one.end : other.start])
    return opened is not None and ")" in text[other.end : cue.start]


def share_brackets(text: str, one: Span, other: Span, cue: Cue) -> bool:
    """Whether two things stand in brackets together before a cue: « une langue locale (mooré, dioula) est un plus »."""
    opened = text.rfind("(", max(0, one.start - _NEAR), one.start)
    closed = text.find(")", other.end, cue.start)
    return opened >= 0 and closed >= 0 and ")" not in text[opened:closed]


def follows_brackets(text: str, one: Span) -> bool:
    """Whether a thing begins the next group behind one that has brackets: "French (essential), English and …"."""
    return re.search(r"\)\s?[,;]\s?(?:l'|(?:le|la|the)\s)?$", text[max(0, one.start - 8) : one.start]) is not None


def enters(gap: str) -> bool:
    """Whether the gap opens a bracket that it does not close."""
    return gap.rfind("(") > gap.rfind(")")


def leaves(gap: str) -> bool:
    """Whether the gap closes a bracket that it has not opened."""
    return ")" in gap.split("(")[0]


def outside(gap: str) -> str:
    """What stands between a thing and a cue, without the rest of the bracket that the thing stands in."""
    return gap.partition(")")[2] if leaves(gap) else gap
