"""What is said of the last of several things: « allemand, arabe et turc ; les deux derniers sont un plus »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Span
from assistant.facts.cues import Cue

_LAST = re.compile(
    r"(?<!\w)(?:(?:the |these )?(?:last|latter) (?P<en>two|three)|(?:les|ces) (?P<fr>deux|trois) derni(?:er|ere)s"
    r"|the latter(?: one)?|the last one|ce dernier|cette derniere|la derniere|le dernier)"
    r"(?: languages?| langues?)?"
    r"(?= (?:is|are|being|as|would|will|est|sont|serait|seraient|etant|constitu|n'|ne|only|open))"
)
_NUMBERS = {"two": 2, "deux": 2, "three": 3, "trois": 3}
_REACH = 60  # characters behind such words in which their weight stands
_ENDED = re.compile(r"[.;!?]\s")


@dataclass(frozen=True)
class Latter:
    """The indices of the things meant, what is made of them, and where it is said."""

    indices: range
    kind: str
    start: int


def latter_of(text: str, targets: Sequence[Span], cues: Sequence[Cue]) -> Latter | None:
    """What a piece says of the last of the things that it has named before; None where it says nothing."""
    found = _LAST.search(text)
    if found is None:
        return None
    before = sum(target.end <= found.start() for target in targets)
    number = _NUMBERS.get(found["en"] or found["fr"] or "", 1)
    ended = _ENDED.search(text, found.end())
    end = min(found.end() + _REACH, ended.start() if ended else len(text))
    said = [cue.kind for cue in cues if found.end() <= cue.start < end]
    if number >= before or not said:
        return None
    kind = "weak" if said == ["not", "strong"] or "weak" in said else said[0]
    return Latter(range(before - number, before), kind, found.start())
