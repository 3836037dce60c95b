"""The driving licence of a CV."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.facts.folded import folded, one_of
from assistant.letters.clauses import denied, lines, under_way, words_of
from assistant.letters.domain import CV, Quote, Requirement, State
from assistant.resources import table

_ANY = "yes"
_CATEGORY = r"(?<!\w)[A-D][1E]?(?!\w)"
_ORDER: tuple[State, ...] = ("shown", "close", "to_confirm", "not_shown")


def judge(asked: Requirement, cv: CV) -> tuple[State, tuple[Quote, ...], str]:
    """How a CV stands to a licence asked for, its words, and the key of the note."""
    found = list(_verdicts(asked, cv))
    return min(found, key=lambda each: _ORDER.index(each[0])) if found else ("not_shown", (), "licence_missing")


def _verdicts(asked: Requirement, cv: CV) -> Iterator[tuple[State, tuple[Quote, ...], str]]:
    """What each mention of a licence says of the one asked for."""
    for line in lines(cv):
        raw = words_of(cv, line)
        words = folded(raw)
        for found in _licence().finditer(words):
            quotes = (cv.quote(line.start, line.end),)
            held = re.findall(_CATEGORY, f"{found['before'] or ''} {found['behind'] or ''}".upper())
            if denied(words, found.start()):
                yield "not_shown", quotes, "licence_missing"
            elif under_way(raw):
                yield "close", quotes, "under_way"
            elif asked.value == _ANY or asked.value in held:
                yield "shown", quotes, "licence_shown"
            else:
                yield "to_confirm", quotes, "licence_category"


@cache
def _licence() -> re.Pattern[str]:
    data = table("letters_cv.toml")["licence"]
    return re.compile(
        rf"(?<!\w)(?:(?:category\s|class\s)?(?P<before>[a-d]e?)\s)?(?:{one_of(data['words'])})(?!\w)"
        rf"(?!\s(?:{one_of(data['other'])})(?!\w))"
        r"(?:\s?(?:moto\s?)?[(:,-]{0,2}\s?(?:(?:de\s)?(?:cat(?:egories|egorie|egory)?\.?|type|class)\s?:?\s?)?"
        r"(?P<behind>[a-d][1e]?(?!['’\w])(?:\s?(?:,|/|&|\+|-|et|and)\s?[a-d][1e]?(?!['’\w])){0,6}))?"
    )
