"""Names of jobs told by being written for both genders: « Psychomotricien(ne) », « un poseur / une poseuse »."""

from __future__ import annotations

import re

from assistant.resources import table
from assistant.text import fold

# « collaborateur·rice », « Associé(e) », « assistant-e »
_JOINED = re.compile(
    r"(?P<word>[^\W\d_]{4,})(?:\((?:e|ne|le|te|se|re|[a-zèé]{0,4}(?:rice|euse|[èe]re|esse|ienne))\)"
    r"|·(?:e|ne|le|se)|[·.-](?:e|ne|[a-zèé]{0,3}(?:rice|euse|[èe]re|ienne)))s?(?!\w)"
)
_PAIR = re.compile(
    r"(?P<word>[^\W\d_]{4,})\s?(?:/|\sou\s|\set\s)\s?(?:une?\s)?(?P<other>[^\W\d_]{4,}(?:e|es))(?!\w)", re.IGNORECASE
)
_STEM = 3  # letters that both forms of a pair begin with


def is_for_both(words: str) -> bool:
    """Whether words begin with a noun in both genders that is no word for whoever applies: « Motivé(e) »."""
    found = _JOINED.match(words)
    if not found and (pair := _PAIR.match(words)):
        first, other = fold(pair["word"]), fold(pair["other"])
        alike = first[:_STEM] == other[:_STEM] and first != other and abs(len(first) - len(other)) <= _STEM
        found = pair if alike else None
    return found is not None and fold(found["word"]) not in table("identity.toml")["jobs"]["anybody"]
