"""The years of experience that a CV's dates add up to, and a posting's years held against them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from assistant.facts.folded import folded
from assistant.letters.clauses import lines, quote_of, words_of
from assistant.letters.domain import CV, Quote, Requirement, State
from assistant.letters.periods import Entry, entries_of, months

_YEAR = 12  # months; so much too little is still close
_STATED = re.compile(r"(?<!\w)\d{1,2}\s?\+?\s?(?:ans|annees|years|yrs)(?!\w)")  # « 8 ans en tout »
_SHOWN = 4  # entries that are quoted

Speaks = Callable[[str], bool | None]


def judge(asked: Requirement, cv: CV, today: date, speaks: Speaks) -> tuple[State, tuple[Quote, ...], str]:
    """How a CV stands to the years asked for, the entries that were counted, and the key of the note.

    `speaks` tells of the words of an entry whether they are of what the experience is asked in, None where anything is.
    Internships and voluntary work count only to be confirmed, and so do years in something else.
    """
    need = round(float(asked.value or 1) * _YEAR)
    entries = entries_of(cv, today)
    if not entries:
        stated = [quote_of(cv, line) for line in lines(cv) if _STATED.search(folded(words_of(cv, line)))]
        told = bool(stated) or any(True for _ in lines(cv, "experience"))
        return ("to_confirm", tuple(stated[:1]), "years_undated") if told else ("not_shown", (), "years_missing")
    of_it = [entry for entry in entries if speaks(entry.text) is not False]
    sure = [entry for entry in of_it if not entry.apart]
    if months(sure) >= need:
        return "shown", _quotes(sure), "years_shown"
    if months(entries) >= need:
        return "to_confirm", _quotes(of_it or entries), "years_elsewhere"
    close = months(entries) >= need - _YEAR and months(entries) * 2 >= need
    return ("close" if close else "not_shown"), _quotes(entries), "years_below"


def _quotes(entries: list[Entry]) -> tuple[Quote, ...]:
    """The longest entries, in the order of the CV."""
    longest = sorted(entries, key=lambda entry: entry.start - entry.end)[:_SHOWN]
    return tuple(dict.fromkeys(entry.quote for entry in sorted(longest, key=lambda entry: entry.quote.start)))
