"""Lines with their place on a page, however they were read, made into the text of a posting.

Lines that a page was too narrow for are joined to paragraphs. Joined is only what is sure: where the next line's first
word had no room any more in a column whose edge several lines reach, or where a long line that ends no sentence is
followed by a small letter. Everything else keeps its line.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from assistant.readers.hyphens import is_parted, together, words_of

_SIGNS = "•‣⁃∙▪▫●○◦■□◆◇❖➢➤►▶▸➔→✓✔✗★☆·\uf000-\uf0ff§Øü"
_BULLET = re.compile(rf"(?:[{_SIGNS}]+\s*|[-–—*]\s+|o\s+(?=\S))")
_DASH = ("- ", "– ", "— ")
_ONLY_BULLET = re.compile(rf"[{_SIGNS}–—-]")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})\s?[.)°]|[IVX]{1,4}\s?[-–/])\s")
_LABELLED = re.compile(r"[A-ZÀ-ÖØ-Þ][^.:!?]{1,45}\s?:(?:\s|$)")
_ENDED = (".", "!", "?", "؟", ":", ";", "…")
_NEVER_FIRST = (":", ";", ",", ")", "»", "!", "?", ".")
_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_LONG_LINE = 0.7  # of the column's width
_LONGEST_HEADING = 110  # characters
_LARGER = 1.12  # than the running text: what makes a heading
_ALL_BOLD = 0.95  # share of a line's letters
_LONGEST_TITLE = 200  # characters of a heading in larger letters
_MOST_BOLD = 0.6  # share of bold letters above which bold marks no heading
_WIDE = 12  # times the size of its letters: a line that can be stretched
_ALIKE = 3  # lines that end exactly alike
_LEADING = 1.4  # times the size: the distance of lines where there are too few to tell
_FEW_STEPS = 4
_BLANK = 1.3  # of the usual distance of lines: what parts paragraphs


@dataclass(frozen=True)
class Line:
    """A line of a page. `left`, `right`, `base` and `size` are in one unit; `base` grows downwards.

    `height` is where it stands on the page, from 0 (top) to 1. Lines of one column have the same `region`, which is
    negative for what stands aside. `is_row` marks the row of a table, which is whole.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    height: float
    region: int
    bold: float = 0.0  # share of its letters
    is_row: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return self.bold >= _ALL_BOLD

    @property
    def is_item(self) -> bool:
        """Whether a list item begins here."""
        return self.text.startswith("- ")


@dataclass(frozen=True)
class _Column:
    """What the lines of a column have in common.

    `edge` is where they end; it is that of the page where too few lines reach their own, and None where too few reach
    that.
    """

    left: float
    right: float
    edge: float | None
    leading: float
    ends: Counter[int] = field(default_factory=Counter)  # of the page: how many lines end at each half unit


def text_of(lines: Sequence[Line]) -> str:
    """The text of a document's lines, in reading order: paragraphs, `- ` items, `# ` and `**` headings."""
    lines = [line for line in _with_bullets(lines) if line.text]
    if not lines:
        return ""
    columns = _columns(lines)
    known = words_of(line.text for line in lines)
    paragraphs = list(_paragraphs(lines, columns, known))
    mark = _Headings(lines, [line for line, _ in paragraphs])
    parts: list[str] = []
    for number, (line, gap) in enumerate(paragraphs):
        heading = mark.mark(line)
        apart = (
            gap
            or heading != line.text
            or (number > 0 and mark.mark(paragraphs[number - 1][0]) != paragraphs[number - 1][0].text)
        )
        parts.append(("" if not number else "\n\n" if apart else "\n") + heading)
    return "".join(parts)


def _with_bullets(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines with `- ` for the signs of list items; a sign on a line of its own belongs to the next line."""
    waiting: Line | None = None
    before: Line | None = None
    for line in lines:
        text = line.text.strip()
        if _ONLY_BULLET.fullmatch(text):
            waiting = line
            continue
        if waiting is not None:
            text, line = f"• {text}", replace(line, left=min(line.left, waiting.left))
            waiting = None
        sign = None if _is_dash_within(before, line) else _BULLET.match(text)
        text = f"- {text[sign.end() :]}" if sign and text[sign.end() :].strip() else text
        before = replace(line, text=" ".join(_PRIVATE.sub(" ", text).split()))
        yield before


def _is_dash_within(before: Line | None, line: Line) -> bool:
    """Whether a line that begins with a dash goes on with a title that was too long for the line before it."""
    return (
        before is not None
        and line.text.startswith(_DASH)
        and before.is_bold
        and line.is_bold
        and not before.is_item
        and _place(before) == _place(line)
        and abs(line.left - before.left) < line.size
        and before.right - before.left > 2 * (line.right - line.left)
    )


def _columns(lines: Sequence[Line]) -> dict[tuple[int, int], _Column]:
    groups: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        groups[_place(line)].append(line)
    columns = {place: _column(group) for place, group in groups.items()}
    pages = {page: [line for line in lines if line.page == page] for page, _ in columns}
    edges = {page: _column(group).edge for page, group in pages.items()}
    ends = {page: Counter(round(2 * line.right) for line in group if _is_wide(line)) for page, group in pages.items()}
    return {
        (page, region): replace(column, edge=column.edge or edges[page], ends=ends[page])
        for (page, region), column in columns.items()
    }


def _place(line: Line) -> tuple[int, int]:
    return line.page, line.region


def _column(lines: Sequence[Line]) -> _Column:
    right = max(line.right for line in lines)
    reaching = sum(right - line.right <= 1.5 * line.size for line in lines)
    steps = sorted(
        step
        for one, other in pairwise(lines)
        if (step := other.base - one.base) > 0.5 * one.size and abs(one.size - other.size) < 0.1 * one.size
    )
    usual = steps[len(steps) // 5] if steps else _LEADING * lines[0].size
    if len(steps) < _FEW_STEPS:
        usual = min(usual, _LEADING * lines[0].size)
    return _Column(min(line.left for line in lines), right, right if reaching >= 3 else None, usual)


def _paragraphs(
    lines: Sequence[Line], columns: Mapping[tuple[int, int], _Column], known: frozenset[str]
) -> Iterator[tuple[Line, bool]]:
    """Each paragraph as one line, and whether a blank line stands before it."""
    whole, gap = lines[0], False
    for last, line in pairwise(lines):
        if _goes_on(whole, last, line, columns[_place(last)]):
            joined = (
                together(whole.text, line.text, known)
                if is_parted(whole.text, line.text)
                else f"{whole.text} {line.text}"
            )
            whole = replace(whole, text=joined, bold=min(whole.bold, line.bold))
        else:
            yield whole, gap
            whole, gap = line, _is_apart(last, line, columns[_place(last)])
    yield whole, gap


def _goes_on(whole: Line, last: Line, line: Line, column: _Column) -> bool:
    """Whether a line goes on with the paragraph `whole`, whose last line is `last`."""
    if last.is_row or line.is_row or line.is_item or (last.region < 0) != (line.region < 0):
        return False
    if abs(last.size - line.size) > 0.1 * last.size or (last.is_bold and not line.is_bold and _is_short(last, column)):
        return False
    elsewhere = _place(last) != _place(line)
    if not elsewhere and (line.base - last.base > _BLANK * max(column.leading, last.size) or line.base <= last.base):
        return False
    if is_parted(last.text, line.text) or line.text.startswith(_NEVER_FIRST):
        return True
    if line.text[0].islower() and not last.text.endswith(_ENDED):
        return not _is_short(last, column) or _is_justified(last, column)
    if elsewhere or _NUMBERED.match(line.text) or last.text.endswith((":", ";")):
        return False
    indented = line.left - last.left > 0.8 * line.size and not (
        whole is last and (whole.is_item or _NUMBERED.match(whole.text))
    )
    return (
        not indented
        and not _LABELLED.match(line.text)
        and (_is_justified(last, column) or _had_no_room(last, line, column))
    )


def _is_wide(line: Line) -> bool:
    return line.right - line.left >= _WIDE * line.size


def _is_justified(line: Line, column: _Column) -> bool:
    """Whether a line ends exactly where others of the page do: it was stretched, so its paragraph goes on."""
    end = round(2 * line.right)
    return _is_wide(line) and sum(column.ends[place] for place in (end - 1, end, end + 1)) >= _ALIKE


def _is_short(line: Line, column: _Column) -> bool:
    return line.right - column.left < _LONG_LINE * (column.right - column.left)


def _had_no_room(last: Line, line: Line, column: _Column) -> bool:
    """Whether the first word of a line would not have fitted behind the line before."""
    if column.edge is None:
        return False
    word = len(line.text.split(maxsplit=1)[0]) + 1
    needed = word * (line.right - line.left) / len(line.text)
    return last.right + needed > column.edge - 1 or last.right - last.left + needed > column.edge - column.left


def _is_apart(last: Line, line: Line, column: _Column) -> bool:
    """Whether a blank line stands between two lines."""
    if _place(last) != _place(line):
        return not ((last.is_item and line.is_item) or (last.is_row and line.is_row))
    step = line.base - last.base
    return not (last.is_row and line.is_row) and (step > _BLANK * max(column.leading, last.size) or step <= 0)


class _Headings:
    """Which paragraphs are headings, by the size and weight of their letters beside the document's."""

    def __init__(self, lines: Sequence[Line], paragraphs: Sequence[Line]) -> None:
        letters: Counter[float] = Counter()
        for line in lines:
            letters[round(line.size, 1)] += len(line.text)
        self._body = letters.most_common(1)[0][0]
        bold = sum(len(line.text) * line.bold for line in lines)
        self._bold_tells = bold < _MOST_BOLD * sum(letters.values())
        large = {round(line.size, 1) for line in paragraphs if self._is_large(line)}
        self._levels = {size: min(3, level) for level, size in enumerate(sorted(large, reverse=True), start=1)}

    def mark(self, line: Line) -> str:
        """The text of a paragraph, marked as a heading where it is one."""
        if self._is_large(line):
            return f"{'#' * self._levels[round(line.size, 1)]} {line.text}"
        if not line.is_bold or not self._bold_tells or not _can_head(line, _LONGEST_HEADING):
            return line.text
        return f"- **{line.text[2:]}**" if line.is_item else f"**{line.text}**"

    def _is_large(self, line: Line) -> bool:
        return line.size >= _LARGER * self._body and _can_head(line, _LONGEST_TITLE) and not line.is_item


def _can_head(line: Line, longest: int) -> bool:
    text = line.text
    return (
        len(text) <= longest and not line.is_row and not text.endswith((".", ",", ";")) and any(map(str.isalpha, text))
    )
