"""The driving licence of a CV."""

from __future__ import annotations

import re
from functools import cache

from assistant.facts.folded import folded, one_of
from assistant.letters.clauses import denied, lines, under_way, words_of
from assistant.letters.domain import CV, Quote, Requirement, State
from assistant.resources import table

_ANY = "yes"


def judge(asked: Requirement, cv: CV) -> tuple[State, tuple[Quote, ...], str]:
    """How a CV stands to a licence asked for, its words, and the key of the note."""
    for line in lines(cv):
        raw = words_of(cv, line)
        words = folded(raw)
        for found in _licence().finditer(words):
            quotes = (cv.quote(line.start, line.end),)
            if denied(words, found.start()):
                return "not_shown", quotes, "licence_missing"
            if under_way(raw):
                return "close", quotes, "under_way"
            kind = (found["behind"] or found["before"] or "").upper()
            if asked.value in (_ANY, kind):
                return "shown", quotes, "licence_shown"
            return "to_confirm", quotes, "licence_category"
    return "not_shown", (), "licence_missing"


@cache
def _licence() -> re.Pattern[str]:
    data = table("letters_cv.toml")["licence"]
    return re.compile(
        rf"(?<!\w)(?:(?:category\s|class\s)?(?P<before>[a-d]e?)\s)?(?:{one_of(data['words'])})(?!\w)"
        rf"(?!\s(?:{one_of(data['other'])})(?!\w))"
        r"(?:\s?[(:,-]{0,2}\s?(?:(?:de\s)?(?:cat(?:egorie|egory)?\.?|type|class)\s)?(?P<behind>[a-d][1e]?)(?!['’\w]))?"
    )
