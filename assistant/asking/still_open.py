"""What is open to apply in several ways of saying so: "the deadline is not over, or open until the post is filled"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Word
from assistant.asking.reading import Condition

_JOINTS = ("ou", "or")
_SEVERAL = 2  # ways of saying it
_OPENING = 3  # words among which « où » asks for the postings


def as_still_open(conditions: Sequence[Condition], words: Sequence[Word]) -> list[Condition]:
    """The conditions, several that each say that one can still apply as that one."""
    if any(condition.field == "deadline" and condition.negated and not condition.window for condition in conditions):
        # « sans date limite, jusqu'à pourvoi »: what is open till then is not denied with the day
        kept = (replace(c, negated=False) if c.value == "until_filled" else c for c in conditions)
        return list(kept)
    alike = [condition for condition in conditions if _tells_open(condition)]
    ways = {condition.field for condition in alike}
    joined = any(word.form in _JOINTS for word in words[_OPENING:])
    # Without "or" what is open *and* taken as it comes is asked for.
    if len(ways) < _SEVERAL or ("mention" in ways and not joined):
        return list(conditions)
    return [Condition("status", "open"), *(condition for condition in conditions if condition not in alike)]


def _tells_open(condition: Condition) -> bool:
    """Whether a condition is one on being open; « n'est pas passée ou … jusqu'à ce que » denies the first of two."""
    if condition.field == "mention":
        return condition.value == "until_filled"
    if condition.negated:
        return False
    ahead = condition.field == "deadline" and condition.window is not None and condition.window.kind == "ahead"
    return ahead or (condition.field == "status" and condition.value == "open")
