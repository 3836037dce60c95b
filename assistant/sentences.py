"""Where list items and sentences begin and end: the smallest pieces that are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from assistant.domain import Span
from assistant.lines import Line, lines_of
from assistant.resources import table
from assistant.text import fold

_STOP = re.compile(r"(?:\.{2,}|…|[.!?؟])(?:[»”\"')\]*_]|[ \u00a0\u202f]»)*(?=\s)")  # French quotes stand off
_LAST_WORD = re.compile(r"([^\W\d_](?:[\w.]*\w)?)\.?$")
_OPENING = " \t\n«“\"'([*_-–—•▪¿¡"
_WRAPPED = 65  # characters of a line that was broken because it was full
_UNWRAPPED = 130  # a text with lines longer than this was not broken at a width


def sentences_of(text: str, span: Span) -> list[Span]:
    """The list items and sentences of `text` within `span`, in order, without surrounding space.

    A list mark stays with its item. Each piece is a slice of the text, so any of them can be quoted.
    """
    pieces: list[Span] = []
    for piece in (piece for block in _blocks(text, span) for piece in _split(text, block)):
        if pieces and not any(c.isalnum() for c in piece.of(text)):
            pieces[-1] = Span(pieces[-1].start, piece.end)  # a stray colon or bracket says nothing by itself
        else:
            pieces.append(piece)
    return pieces


def _blocks(text: str, span: Span) -> Iterator[Span]:
    """Runs of lines that belong together: an item with its following lines, a paragraph, a line of a title."""
    lines = lines_of(span.of(text))
    wrapped = _is_wrapped(lines)
    start = None
    for line, following in zip_longest(lines, lines[1:]):
        start = line.start if start is None else start
        if following is None or not _goes_on(line, following, wrapped):
            yield Span(span.start + start, span.start + line.end)
            start = None


def _is_wrapped(lines: Sequence[Line]) -> bool:
    long = sum(len(line.text) > _UNWRAPPED for line in lines)
    return sum(len(line.text) >= _WRAPPED for line in lines) >= 2 and long <= len(lines) // 10


def _goes_on(line: Line, following: Line, wrapped: bool) -> bool:
    if wrapped and len(line.text) >= _WRAPPED and _is_half_of_compound(line, following):
        return True
    if following.bullet or line.text[-1] in ".!?؟:;…»" or line.text.endswith("**"):
        return False
    if following.text[0].islower() or line.text[-1] in ",(/’'":
        return True
    return wrapped and len(line.text) >= _WRAPPED


def _is_half_of_compound(line: Line, following: Line) -> bool:
    """Whether a line begins with the hyphen of a word that the line before broke off: « savoir / -faire »."""
    return line.text[-1].isalpha() and following.bullet == "-" and following.text[1].islower()


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.end() < block.end and _ends(text, start, stop, block.end):
            yield Span(start, stop.end())
            start = after_space(text, stop.end())
    if start < block.end:
        yield Span(start, block.end)


def after_space(text: str, start: int) -> int:
    """The first place from `start` on that is no space, or the end of the text."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the stop ends a sentence: what follows begins like one, and the word before is no abbreviation."""
    rest = text[stop.end() : end].lstrip(_OPENING)
    if not rest or rest[0].islower() or _is_number(text[start : stop.start()]):
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    word = _LAST_WORD.search(fold(text[max(start, stop.start() - 20) : stop.start()]))
    before = word.group(1) if word else ""
    always, sometimes = _abbreviations()
    if before in sometimes:
        return rest[0].isupper()
    is_initial = len(before) == 1 and before.isalpha()
    return not (before in always or is_initial)


def _is_number(words: str) -> bool:
    """Whether nothing but a list number stands there: « 1. » begins an item."""
    return words.strip().isdigit()


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    words = table("abbreviations.toml")
    return frozenset(words["always"]), frozenset(words["sometimes"])
