"""Mails handed on as text: what marks their quoted lines, « > », « > > », « | », and how the text reads without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.lines import Line
from assistant.resources import table
from assistant.text import fold

_BAR = "|│┃"
_MARK = re.compile(
    rf"(?>(?:>[ \t]*)+(?:[{_BAR}](?![^\n{_BAR}]*[{_BAR}])[ \t]*)?|[{_BAR}](?![^\n{_BAR}]*[{_BAR}])[ \t]*)"
)
_MARKS = re.compile(rf"^[ \t]*{_MARK.pattern}", re.MULTILINE)
# A blank line with a mark too, which no list has; a row of a table has a bar at its end.
_BARE = re.compile(rf"^[ \t]*>[>{_BAR} \t]*$", re.MULTILINE)
_BARE_BAR = re.compile(rf"^[ \t]*[{_BAR}][ \t]*$", re.MULTILINE)
_INNER = re.compile(rf"[ \t]*(?:>[ \t]?|[{_BAR}][ \t]?)(?:>|[-•▪*·–] )")  # a list, or another quoted mail, within it
_LABEL = re.compile(r"\s*([^\W\d_][^:\n]{0,20}?)\s?:\s")
_LONGEST = 200  # characters of a line above a quoted mail
_FEWEST = 8  # quoted lines, one below the other, of a mail that left no mark on its blank lines
_FEWEST_BARS = 4


@lru_cache(maxsize=8)  # asked for every section and sentence of one text after another
def is_quoted_mail(text: str) -> bool:
    """Whether lines of `text` are those of a quoted mail, and no items of a list or rows of a table."""
    if not (">" in text or any(bar in text for bar in _BAR)):
        return False
    if _BARE.search(text):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    marked = [_MARKS.match(line) is not None for line in lines]
    if _BARE_BAR.search(text):
        return sum(marked) >= _FEWEST_BARS and not _has_table(lines)
    return _longest_run(marked) >= _FEWEST and not _has_table(lines) and _is_handed_on(lines, marked)


@lru_cache(maxsize=8)
def without_marks(text: str) -> str:
    """`text` with spaces for the marks of a quoted mail, character for character."""
    if not is_quoted_mail(text):
        return text
    return _MARKS.sub(lambda marks: " " * len(marks.group()), text)


def without_quote_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines of a quoted mail without the marks before them; those that hold nothing else are left out."""
    bare = [(line, found.end() if (found := _MARK.match(line.text)) else 0) for line in lines]
    return [Line(line.start + mark, line.end, line.text[mark:]) for line, mark in bare if line.text[mark:]]


def forget() -> None:
    """Let go of the last texts that were asked about."""
    is_quoted_mail.cache_clear()
    without_marks.cache_clear()


def _has_table(lines: Sequence[str]) -> bool:
    return any(sum(map(line.count, _BAR)) > 1 for line in lines if line.lstrip()[:1] in _BAR)


def _longest_run(marked: Sequence[bool]) -> int:
    longest = run = 0
    for mark in marked:
        run = run + 1 if mark else 0
        longest = max(longest, run)
    return longest


def _is_handed_on(lines: Sequence[str], marked: Sequence[bool]) -> bool:
    """Whether a quoted line has a mark of its own behind the first, or a line of a mail's head stands above them."""
    if any(_INNER.match(line) for line, mark in zip(lines, marked, strict=True) if mark):
        return True
    return any(_is_of_head(line) for line in lines[: marked.index(True)])


def _is_of_head(line: str) -> bool:
    words, folded = table("mail.toml"), fold(line[:_LONGEST]).strip(" -_*=>")
    if any(folded.startswith(banner.strip(" *:")) for banner in words["banners"]):
        return True
    spaced = re.sub(r"\s?:$", " :", folded)
    if any(spaced.startswith(first) and spaced.endswith(last) for first, last in words["answers"]):
        return True
    label = _LABEL.match(line)
    return label is not None and fold(label[1]) in words["headers"]
