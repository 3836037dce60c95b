"""The lines of a text with their places, and the page headers and footers among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.domain import Span
from assistant.text import fold

_BULLET = re.compile(
    r"(?:[-~•▪◦●■□◼➢➤✓✔·*–—→o?¿¦\ue000-\uf8ff]|\.{1,3}|\d{1,2}[.)]|[a-z]\))(?=\s)\s*"
    r"|[-•▪◦●■□➢➤✓✔·–—](?=[^\W\d_])"
    r"|\*(?=[^\W\d_][^*\n]*(?:\n|$))"  # emphasis closes, a list mark does not
)
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,3}(?:\s*(?:/|sur|of)\s*\d{1,3})?", re.IGNORECASE)
_REPEATS = 3  # a line that stands so often is a page header
_SHORTEST_HEADER = 12


@dataclass(frozen=True)
class Line:
    """One line: its words without surrounding space stand at `start:end` of the text."""

    start: int
    end: int
    text: str

    @cached_property
    def bullet(self) -> str:
        """The list mark that the line begins with, spaces included, or nothing."""
        found = _BULLET.match(self.text)
        return found.group() if found else ""

    @property
    def bare(self) -> Line:
        """The line without a dash or dot before it."""
        mark = len(self.bullet) if self.bullet[:1] in ("-", "–", "—", "•") else 0
        return Line(self.start + mark, self.end, self.text[mark:])

    @property
    def span(self) -> Span:
        """The place of its words."""
        return Span(self.start, self.end)


def strip_bullet(text: str) -> str:
    """`text` without the space and the list mark at its beginning."""
    bare = text.lstrip()
    found = _BULLET.match(bare)
    return bare[found.end() :] if found and not found.group()[0].isdigit() else bare


def lines_of(text: str) -> list[Line]:
    """Every line that is not blank, in order."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            found.append(Line(start, start + len(words), words))
    return found


def furniture(lines: Sequence[Line]) -> list[Line]:
    """The page headers and footers of a converted document: lines that return word for word, and page numbers.

    A heading such as « Missions » may return too, so a header has at least a dozen characters, no list mark, and
    no sentence or heading punctuation at its end.
    """
    counts = Counter(fold(line.text) for line in lines)
    numbers = [line for line in lines if _PAGE_NUMBER.fullmatch(line.text)]
    paged = {id(line) for line in numbers} if len(numbers) >= _REPEATS else set()
    return [line for line in lines if id(line) in paged or _is_header(line, counts)]


def _is_header(line: Line, counts: Counter[str]) -> bool:
    return (
        counts[fold(line.text)] >= _REPEATS
        and len(line.text) >= _SHORTEST_HEADER
        and not line.bullet
        and line.text[-1] not in ".;:,!?"
    )
