"""A title or a name on one line, with the words whole that the ends of its lines cut in two."""

from __future__ import annotations

import re

from assistant.resources import table
from assistant.text import fold, one_line

_CUT = re.compile(r"(?<![\w-])([^\W\d_]{2,30})-[ \t]*\n[ \t>|│┃]*([^\W\d_]{2,30})")


def headline(words: str) -> str:
    """ "FINANCE AND ADMINIS- / TRATION ASSISTANT" as "FINANCE AND ADMINISTRATION ASSISTANT"."""
    return one_line(_CUT.sub(_whole, words) if "-" in words and "\n" in words else words)


def _whole(found: re.Match[str]) -> str:
    """The two halves as one word; what is a word by itself keeps its hyphen: "home- / based", « Savoir- / Faire »."""
    first, rest = found.groups()
    apart = fold(first) in table("facts_dates.toml")["broken"]["hyphened"] or (
        rest[0].isupper() and not first.isupper()
    )
    return f"{first}-{rest}" if apart else f"{first}{rest}"
