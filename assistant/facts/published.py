"""The year of a deadline that states none, from the day on which the posting says that it was published."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from assistant.domain import Posting
from assistant.facts.dates import dates_in
from assistant.facts.folded import alternatives
from assistant.facts.pieces import pieces
from assistant.resources import table

_DAY = re.compile(r"\d{1,2}(?!\d)")
_DATELINE = re.compile(r"[^\W\d_][^\W\d]{1,20}(?:[ -][^\W\d]{1,20}){0,2}, {1,2}(?:le|the) {1,2}")  # « Rabat, le … »


def in_year(posting: Posting, value: str) -> str:
    """A deadline without its year as an ISO date: the first such day from the publication on; else as it is."""
    if not _DAY.search(value) or re.search(r"\d{4}", value) or not (since := _published(posting)):
        return value
    for year in (since.year, since.year + 1):
        dates = dates_in(f"{value} {year}", posting.language)
        iso = dates[0].iso if dates else None
        if iso and iso >= since.isoformat():
            return iso
    return value


def _published(posting: Posting) -> date | None:
    """The day on which the posting was published, where it states one with its year."""
    for piece in pieces(posting):
        text = piece.folded
        label = _cue().search(f"{piece.lead.rsplit('|', 1)[-1].rstrip()} ")
        for one in dates_in(text, posting.language):
            before = text[max(0, one.start - 40) : one.start]
            led = _cue().search(before) or (label and one.start < 6) or _is_dateline(text, one.start, one.end)
            if one.iso and led:
                return date.fromisoformat(one.iso)
    return None


def _is_dateline(text: str, start: int, end: int) -> bool:
    return not text[end:].strip(" .") and _DATELINE.fullmatch(text[:start]) is not None


@cache
def _cue() -> re.Pattern[str]:
    words = alternatives(table("facts_deadline.toml")["published"]["words"])
    return re.compile(rf"{words}[ :=-]{{0,4}}(?:(?:le|on|the|du) )?(?:[a-z]{{3,9}},? )?$")
