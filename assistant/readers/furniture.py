"""What returns on each page of a printed document and belongs to none of its sentences: headers, footers, numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from assistant.readers.layout import Line
from assistant.resources import table
from assistant.text import fold

_HEADER, _FOOTER = 0.12, 0.88  # of a page's height: where headers end and footers begin
_EDGE = 0.1  # of a page's height: where the number of a page stands
_MOST_PAGES = 0.45  # share of the pages that a line returns on (odd and even pages may have their own)
_SAME_HEIGHT = 0.012  # of a page's height
_NUMBER = re.compile(r"\d+")
# What browsers print about a page: the time above it, its address and number below.
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:h.]\d{2}(?:[:.]\d{2})?(?: [AP]M)?\b.*"
    r"|(?:https?|file)://.*\d ?/ ?\d{1,3}"
)


def without_furniture(lines: Sequence[Line], pages: int) -> list[Line]:
    """The lines of a document of so many pages, but for headers, footers and page numbers.

    One that holds an address that stands nowhere else is kept once, behind everything.
    """
    returning = _returning(lines, pages)
    kept: list[Line] = []
    gone: list[Line] = []
    for number, line in enumerate(lines):
        (gone if number in returning or _is_number(line) or _is_printed(line) else kept).append(line)
    if not kept:
        return list(lines)
    said = " ".join(line.text for line in kept)
    for line in gone:
        if "@" in line.text and not any(word in said for word in line.text.split() if "@" in word):
            kept.append(line)
            said += line.text
    return kept


def _returning(lines: Sequence[Line], pages: int) -> set[int]:
    """The numbers of lines whose like stands at the same height on most pages, their numbers apart."""
    pages_at: dict[tuple[str, int], set[int]] = defaultdict(set)
    places: dict[int, tuple[str, int]] = {}
    for number, line in enumerate(lines):
        if not _HEADER < line.height < _FOOTER:
            places[number] = _NUMBER.sub("#", fold(line.text)), round(line.height / _SAME_HEIGHT)
            pages_at[places[number]].add(line.page)
    found: set[int] = set()
    for number, (words, height) in places.items():
        near = (pages_at.get((words, place), set()) for place in (height - 1, height, height + 1))
        if len(set[int]().union(*near)) >= max(2, _MOST_PAGES * pages):
            found.add(number)
    return found


def _is_number(line: Line) -> bool:
    return not _EDGE < line.height < 1 - _EDGE and _page_number().fullmatch(fold(line.text)) is not None


def _is_printed(line: Line) -> bool:
    return not _EDGE / 2 < line.height < 1 - _EDGE / 2 and _PRINTED.fullmatch(line.text) is not None


@cache
def _page_number() -> re.Pattern[str]:
    words = table("reading.toml")["page"]
    before, between = ("|".join(map(re.escape, words[name])) for name in ("before", "between"))
    return re.compile(rf"[-–—| ]{{0,4}}(?:(?:{before}) ?)?\d{{1,3}}(?: ?(?:{between}) ?\d{{1,3}})?[-–—| ]{{0,4}}")
