"""The parts of a CV's line that speak of one thing, and what is said against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from assistant.domain import Span
from assistant.facts.folded import alternatives, folded
from assistant.letters.domain import CV, CVLine, CVPart, Quote
from assistant.lines import strip_bullet
from assistant.resources import table

_NEAR = 28  # characters before a thing in which a word can deny it
_CUT = re.compile(r"[;.:!?]\s|[;|•\n]")


def lines(cv: CV, *parts: CVPart) -> Iterator[CVLine]:
    """The lines that may be evidence, of these parts alone where some are given."""
    return (line for line in cv.lines if not line.aside and (not parts or line.part in parts))


def words_of(cv: CV, line: CVLine) -> str:
    """A line as written."""
    return cv.text[line.start : line.end]


def quote_of(cv: CV, line: CVLine) -> Quote:
    """A line as a quote."""
    return cv.quote(line.start, line.end)


def denied(words: str, start: int) -> bool:
    """Whether what stands at `start` of the folded `words` is said not to be there: « pas de permis »."""
    before = words[max(0, start - _NEAR) : start]
    cuts = [found.end() for found in _CUT.finditer(before)]
    return _words("not").search(before, cuts[-1] if cuts else 0) is not None


def begins_with_no(text: str) -> bool:
    """Whether a line says that what it names is not there: « Aucune expérience de plaidoyer »."""
    return _words("not").match(folded(strip_bullet(text)).lstrip(" *_")) is not None


def under_way(text: str) -> bool:
    """Whether a line tells of something that has begun and is not there yet."""
    return _words("under_way").search(_words("valid").sub(" ", folded(text))) is not None


def clauses(words: str) -> list[Span]:
    """The parts of folded `words` between semicolons, bars and full stops; what stands in brackets is never cut."""
    masked = re.sub(r"\([^()]{0,80}\)", lambda found: "(" + "x" * (len(found.group()) - 2) + ")", words)
    ends = [0, *(found.end() for found in re.finditer(r"[;|•\n]|[.!?]\s", masked)), len(words)]
    return [Span(a, b) for a, b in pairwise(ends) if words[a:b].strip()]


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(alternatives(table("letters_cv.toml")["words"][key]))


def available_lines(cv: CV) -> list[Quote]:
    """What the CV says of when and where its owner can begin."""
    return [quote_of(cv, line) for line in lines(cv) if _words("available").search(folded(words_of(cv, line)))]
