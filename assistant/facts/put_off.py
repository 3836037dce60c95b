"""Deadlines that were changed: of « initialement fixée au 3 mai, reportée au 17 mai » only the new date counts.

The words are in `data/facts_deadline.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.facts.dates import Date
from assistant.facts.folded import alternatives, last_start, pattern
from assistant.facts.pieces import Piece
from assistant.resources import table

_FARTHEST = 60  # characters between the word of the change and the new date
_HEADLINE = 20  # characters before such a word that can stand alone: « NOTE : prolongé jusqu'au … »


def new_date(piece: Piece, before: Piece | None, dates: Sequence[Date]) -> Date | None:
    """The date that a deadline was changed to in a piece; None where nothing is said of a change."""
    text = piece.prose
    changes = [found for found in _changed().finditer(text) if not _is_paper(piece, found)]
    for found in reversed(changes):
        one = next((d for d in dates if d.start >= found.end() and not is_old(text, d)), None)
        if one and one.start - found.end() <= _FARTHEST and _is_of_applying(text, found.start(), one.start, before):
            return one
    return None


def _is_paper(piece: Piece, found: re.Match[str]) -> bool:
    """« report » is a delay in French, and a paper in English and behind "draft", whatever language stands about it."""
    if found.group() != "report":
        return False
    return piece.posting.language == "en" or _paper().search(piece.prose[: found.start()]) is not None


def is_old(text: str, one: Date) -> bool:
    """Whether a date no longer counts: « (au lieu du 15 mars) », « initialement fixée au 15 mars », « … est caduc »."""
    void = _void().match(text, one.end) is not None
    return void or _instead().search(text[max(0, one.start - 50) : one.start]) is not None


def _is_of_applying(text: str, at: int, end: int, before: Piece | None) -> bool:
    """Whether the deadline was changed, and no contract or interview: by the nearest noun before the date."""
    what, other = last_start(_what(), text, 0, end), last_start(_other(), text, 0, end)
    if max(what, other) >= 0:
        return what > other
    alone = at <= _HEADLINE
    return alone or (before is not None and _what().search(before.prose) is not None)


@cache
def _changed() -> re.Pattern[str]:
    return pattern(table("facts_deadline.toml")["change"]["words"])


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(table('facts_deadline.toml')['change']['papers'])}\s{{1,2}}$")


@cache
def _instead() -> re.Pattern[str]:
    words = table("facts_deadline.toml")["change"]
    link = alternatives(words["links"])
    return re.compile(rf"{alternatives(words['old'])}(?: {{1,2}}{link}){{0,4}} {{0,2}}$")


@cache
def _void() -> re.Pattern[str]:
    return re.compile(rf"\)?,? {{1,2}}{alternatives(table('facts_deadline.toml')['change']['void'])}")


@cache
def _what() -> re.Pattern[str]:
    data = table("facts_deadline.toml")
    return pattern([*data["strong"], *data["change"]["what"]])


@cache
def _other() -> re.Pattern[str]:
    return pattern(table("facts_deadline.toml")["change"]["other"])
