"""The day on which a posting was published, and the year of a deadline that states none from such days.

The year is that of the first such day from the publication on, or else of the last before the work or the interviews.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from assistant.domain import Posting, Span
from assistant.facts.cells import label_at
from assistant.facts.dates import Date, dates_in
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.resources import table

_DAY = re.compile(r"\d{1,2}(?!\d)")
_WEEKDAY_ALONE = re.compile(r"[^\W\d]{3,9}\.?,? (?:the )?(\d{1,2})(?:st|nd|rd|th)?")  # « vendredi 12 »
_DATELINE = re.compile(r"(?:[^\W\d_][^\W\d]{1,20}(?:[ -][^\W\d]{1,20}){0,2}, {1,2})(?:le|the) {1,2}")  # « Rabat, le … »
_MONTHS = 12
_BEFORE = 40  # characters before a day in which the words stand that make it that of the publication


def in_year(posting: Posting, value: str) -> str:
    """A deadline without its year as an ISO date, or as it is where no other day tells the year."""
    if not _DAY.search(value) or re.search(r"\d{4}", value):
        return value
    since = next((one for piece in pieces(posting) for one in _published(piece)), None)
    if since:
        return min((iso for iso in _such_days(posting, value, since) if iso >= since.isoformat()), default=value)
    if _WEEKDAY_ALONE.fullmatch(value.lower()):
        return value
    then = next((one for piece in pieces(posting) for one in _later(piece)), None)
    if not then:
        return value
    return max((iso for iso in _such_days(posting, value, then) if iso <= then.isoformat()), default=value)


def published_on(posting: Posting) -> tuple[date, Span] | None:
    """The first day with a year that a posting says it was published on, and the words that say so."""
    start = 0
    for line in posting.text.splitlines(keepends=True):
        words = folded(line)
        for one in dates_in(words, posting.language) if _published_line().search(words) else ():
            cue = _cue().search(words[max(0, one.start - _BEFORE) : one.start])
            if one.iso and cue:
                first = max(0, one.start - _BEFORE) + cue.start()
                return date.fromisoformat(one.iso), Span(start + first, start + one.end)
        start += len(line)
    return None


def _such_days(posting: Posting, value: str, about: date) -> Iterator[str]:
    """The days that the words may mean in the year of a date and those beside it."""
    if found := _WEEKDAY_ALONE.fullmatch(value.lower()):
        months = [about.year * _MONTHS + about.month - 1 + ahead for ahead in range(2)]
        written = [f"{month // _MONTHS}-{month % _MONTHS + 1:02}-{int(found[1]):02}" for month in months]
    else:
        written = [f"{value} {year}" for year in range(about.year - 1, about.year + 2)]
    for words in written:
        dates = dates_in(words, posting.language)
        if dates and dates[0].iso:
            yield dates[0].iso


def _published(piece: Piece) -> Iterator[date]:
    """The days with a year that a piece says the posting was published on."""
    for one in dates_in(piece.folded, piece.posting.language):
        labelled = _label().fullmatch(label_at(piece, one.start)) is not None
        cued = _cue().search(piece.folded[max(0, one.start - _BEFORE) : one.start]) is not None
        led = labelled or cued or _is_dateline(piece, one)
        if one.iso and led:
            yield date.fromisoformat(one.iso)


def _later(piece: Piece) -> Iterator[date]:
    """The days with a year on which a piece says that the work or the choice of a person begins."""
    for one in dates_in(piece.folded, piece.posting.language):
        before = f"{label_at(piece, one.start)} {piece.folded[max(0, one.start - 50) : one.start]}"
        period = _period().fullmatch(label_at(piece, one.start)) is not None
        if one.iso and (period or _followed().search(before)) and not _of_project().search(before):
            yield date.fromisoformat(one.iso)


def _is_dateline(piece: Piece, one: Date) -> bool:
    start = piece.raw.rfind("\n", 0, one.start) + 1
    end = piece.raw.find("\n", one.end)
    behind = piece.raw[one.end : end if end >= 0 else len(piece.raw)]
    return not behind.strip(" .") and _DATELINE.fullmatch(piece.folded[start : one.start].lstrip()) is not None


@cache
def _label() -> re.Pattern[str]:
    words = table("facts_deadline.toml")["published"]
    return pattern([*words["words"], *words["labels"]])


@cache
def _published_line() -> re.Pattern[str]:
    return re.compile(alternatives(table("facts_deadline.toml")["published"]["words"]))


@cache
def _followed() -> re.Pattern[str]:
    return pattern(table("facts_deadline.toml")["published"]["followed"])


@cache
def _period() -> re.Pattern[str]:
    return pattern(table("facts_schedule.toml")["start"]["range_labels"])


@cache
def _of_project() -> re.Pattern[str]:
    return pattern(table("facts_deadline.toml")["published"]["of_project"])


@cache
def _cue() -> re.Pattern[str]:
    words = alternatives(table("facts_deadline.toml")["published"]["words"])
    return re.compile(rf"{words}[ :=-]{{0,4}}(?:(?:le|on|the|du) )?(?:[a-z]{{3,9}},? )?$")
