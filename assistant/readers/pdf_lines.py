"""The letters of a PDF page as lines in reading order.

Letters become runs (letters that follow each other on one line), runs become columns and rows (`pdf_columns`), and rows
become lines of text. Places are turned so that the page's main direction of writing goes to the right; `base`, the
line that the letters stand on, grows downwards.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from assistant.readers.arabic import has_arabic, is_mostly_arabic, logical
from assistant.readers.layout import Line
from assistant.readers.pdf_columns import regions_of
from assistant.readers.pdf_page import Box, Glyph, Page, Style

_SPACE = 0.2  # of the size of the letters: the gap that is a space where no space is drawn
_ARABIC_SPACE = 0.15
_APART = 1.0  # the gap that parts two runs
_STRETCHED = 8.0  # … unless a space is drawn between them, which a narrow justified line makes wide
_BEHIND_BULLET = 4.0  # … unless the first is only the sign or the number of a list item
_BACK = -0.9  # how far a letter may stand back, as those do that a PDF draws under their accent
_CELL = 3.0  # the gap that parts two cells of a row
_LIST_SIGN = re.compile(r"[^\w\s(«\"'“]|o|(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})\s?[.)°/–-]")
_LEFT_OF_TEXT = 2.5  # of the size: how far from its text the drawn dot of a list item stands at most


class Run(NamedTuple):
    """Letters on one line with no wide gap between them; `signs` are they, each with its left and right edge."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: int  # how many of its letters are bold
    spaced: bool  # whether a space is drawn before it
    signs: tuple[tuple[str, float, float], ...]


class _Sign(NamedTuple):
    """A letter in the turned page; `spaces` are those drawn before it, `spaced` tells of one drawn or found."""

    text: str
    left: float
    right: float
    base: float
    style: Style
    spaced: bool
    spaces: int
    piece: int


def lines_of(page: Page, number: int, hidden: frozenset[int]) -> list[Line]:
    """The lines of a page in reading order; text in another direction (a stamp, a margin) comes behind."""
    signs: dict[int, list[Glyph]] = {}
    for glyph in page.glyphs:
        if glyph.piece not in hidden:
            angle = page.styles[glyph.piece].angle if glyph.piece >= 0 else None
            for found in [signs.setdefault(angle, [])] if angle is not None else signs.values():
                found.append(glyph)
    by_letters = sorted(signs, key=lambda angle: (-len(signs[angle]), angle))
    lines: list[Line] = []
    for angle in by_letters:
        runs = _with_arabic_whole(list(_runs(_turned(page, signs[angle], angle))))
        top, bottom = _edges(page.box, angle)
        dots = [_turn(mark, angle) for mark in page.marks]
        lines += _page_lines(runs, dots, number, (top, bottom), aside=angle != by_letters[0])
    return lines


def _page_lines(
    runs: Sequence[Run], dots: Sequence[Box], page: int, edges: tuple[float, float], *, aside: bool
) -> Iterator[Line]:
    top, bottom = edges
    for number, region in enumerate(regions_of(runs)):
        for cells in region.rows:
            row = [run for cell in cells for run in cell]
            letters = sum(len(run.text) for run in row)
            text = _cells_text(cells) if region.table else _row_text(row)
            if any(_is_dot_of(dot, run) for dot in dots for run in (row[0], row[-1])):
                text = f"• {text}"
            left, right = min(run.left for run in row), max(run.right for run in row)
            if is_mostly_arabic(text):  # its lines begin on the right
                left, right = -right, -left
            yield Line(
                text=text,
                left=left,
                right=right,
                base=min(run.base for run in row),
                size=max(row, key=lambda run: len(run.text)).size,
                bold=sum(run.bold for run in row) / max(1, letters),
                page=page,
                height=(min(run.base for run in row) - top) / max(1.0, bottom - top),
                region=-1 - number if aside else number,
                is_row=region.table,
            )


def _turned(page: Page, glyphs: Iterable[Glyph], angle: int) -> Iterator[_Sign]:
    cosine, sine = _turning(angle)
    styles = page.styles
    spaced, spaces = False, 0
    for text, box, (x, y), piece in glyphs:
        if text.isspace():
            spaced = True
            spaces += piece >= 0
            continue
        if angle:
            box = _turn(box, angle)  # its heights are not asked for
        yield _Sign(text, box[0], box[2], x * sine - y * cosine, styles[piece], spaced, spaces, piece)
        spaced, spaces = False, 0


def _turn(box: Box, angle: int) -> Box:
    """A box in the page turned by `angle`, where heights grow downwards."""
    if not angle:
        return Box(box.left, -box.bottom, box.right, -box.top)
    cosine, sine = _turning(angle)
    corners = [(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    across = [x * cosine + y * sine for x, y in corners]
    down = [x * sine - y * cosine for x, y in corners]
    return Box(min(across), max(down), max(across), min(down))


@cache
def _turning(angle: int) -> tuple[float, float]:
    return math.cos(math.radians(angle)), math.sin(math.radians(angle))


def _edges(box: Box, angle: int) -> tuple[float, float]:
    turned = _turn(box, angle)
    return turned.top, turned.bottom


def _runs(signs: Iterable[_Sign]) -> Iterator[Run]:
    found: list[_Sign] = []
    for sign in signs:
        if found and not _follows(found, sign):
            yield _run(found)
            found = []
        found.append(sign)
    if found:
        yield _run(found)


def _follows(found: Sequence[_Sign], sign: _Sign) -> bool:
    """Whether a letter goes on with a run: it stands on its line, or a little off it as a small one, and near it."""
    last, first = found[-1], found[0]
    one, other = first.style.size, sign.style.size
    size = max(one, other, 0.1)
    small = one != other and min(one, other) < 0.85 * size
    if abs(sign.base - first.base) > (0.6 if small else 0.25) * size:
        return False
    gap = sign.left - last.right
    if not (sign.text.isascii() and last.text.isascii()) and has_arabic(sign.text + last.text):
        gap = min(gap, last.left - sign.right, key=abs)
    if _BACK * size <= gap <= _APART * size:  # as nearly all do
        return True
    is_list_sign = len(found) <= 4 and _LIST_SIGN.fullmatch("".join(other.text for other in found))
    widest = _BEHIND_BULLET if is_list_sign else _APART
    if 1 <= sign.spaces <= 2:
        widest = _STRETCHED if sign.piece == last.piece else _CELL
    return _BACK * size <= gap <= widest * size


def _run(signs: Sequence[_Sign]) -> Run:
    words = [signs[0].text]
    for before, sign in itertools.pairwise(signs):
        words.append(" " if sign.spaced or sign.left - before.right > _SPACE * sign.style.size else "")
        words.append(sign.text)
    text = "".join(words)
    letters, lefts, rights, bases, styles, *_ = zip(*signs, strict=True)
    return Run(
        text=text,
        left=min(lefts),
        right=max(rights),
        base=bases[0],
        size=Counter([style.size for style in styles]).most_common(1)[0][0],
        spaced=signs[0].spaces > 0,
        bold=round(len(text) * sum([style.bold for style in styles]) / len(signs)),
        signs=tuple(zip(letters, lefts, rights, strict=True)),
    )


def _with_arabic_whole(runs: Sequence[Run]) -> list[Run]:
    """Runs with those of a line of Arabic in one, where no wide gap is between them: their order tells nothing."""
    found: list[Run] = []
    for run in runs:
        near = next(
            (n for n, other in enumerate(found[-8:], start=max(0, len(found) - 8)) if _is_beside(other, run)), None
        )
        if near is None:
            found.append(run)
        else:
            found[near] = _joined(found[near], run)
    return found


def _is_beside(one: Run, other: Run) -> bool:
    size = max(one.size, other.size)
    gap = max(one.left, other.left) - min(one.right, other.right)
    return has_arabic(one.text + other.text) and abs(one.base - other.base) <= 0.25 * size and gap <= _APART * size


def _joined(one: Run, other: Run) -> Run:
    return one._replace(
        text=f"{one.text} {other.text}",
        left=min(one.left, other.left),
        right=max(one.right, other.right),
        bold=one.bold + other.bold,
        signs=one.signs + other.signs,
    )


def _row_text(row: Sequence[Run]) -> str:
    """The text of runs on one line; a wide gap parts two cells."""
    if any(has_arabic(run.text) for run in row):
        return _arabic_row(row)
    parts: list[str] = []
    ordered = sorted(row, key=lambda run: run.left)
    for before, run in zip([None, *ordered], ordered, strict=False):
        if before is not None:
            gap = run.left - before.right
            wide = gap > _CELL * run.size and not run.spaced and not before.text.rstrip().endswith(":")
            parts.append(" | " if wide else " " if gap > _SPACE * run.size else "")
        parts.append(run.text)
    return "".join(parts)


def _cells_text(cells: Sequence[Sequence[Run]]) -> str:
    """A row of a table: « label : value » where it has two cells, the first a short one, else its cells with bars."""
    texts = [" ".join(_row_text(line) for line in _by_line(cell)) for cell in cells if cell]
    if len(texts) == 2 and len(texts[0]) <= 40 and len(cells) == 2:
        label = texts[0].rstrip()
        return f"{label} {texts[1]}" if label.endswith((":", "•", "?")) else f"{label} : {texts[1]}"
    return " | ".join(texts)


def _by_line(cell: Sequence[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = []
    for run in cell:
        if lines and abs(run.base - lines[-1][0].base) <= 0.35 * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _arabic_row(row: Sequence[Run]) -> str:
    """Letters by their place, left to right, and then as they are read: a PDF may store Arabic in either order."""
    size = max(run.size for run in row)
    signs = sorted((sign for run in row for sign in run.signs), key=lambda sign: sign[1] + sign[2])
    parts = [signs[0][0]]
    for before, sign in itertools.pairwise(signs):
        gap = sign[1] - before[2]
        parts.append((" " if gap > _ARABIC_SPACE * size else "") + sign[0])
    visual = "".join(parts)
    return logical(visual, right_to_left=is_mostly_arabic(visual))


def _is_dot_of(dot: Box, run: Run) -> bool:
    """Whether a drawn dot is the bullet of the line that begins with `run`."""
    distance = dot.left - run.right if has_arabic(run.text) else run.left - dot.right
    middle = (dot.top + dot.bottom) / 2
    return (
        -0.2 * run.size <= distance <= _LEFT_OF_TEXT * run.size
        and run.base - run.size <= middle <= run.base
        and 0.15 * run.size <= dot.right - dot.left <= 0.8 * run.size
    )
