"""The runs of a page in reading order: columns one after the other, tables row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Generic, Protocol, TypeVar

_LEAST_ROWS = 3  # on either side of a gutter
_GUTTER = 0.5  # points, at least: the cells of a table may stand that near
_SAME_ROW = 0.35  # of the size
_FULL = 0.75  # of a column's width: how long most lines of running text are
_WORDY = 20  # characters of a line of running text
_MOST_CANDIDATES = 40
_SAME_CELL = 1.5  # times the size: how far the lines of one cell are apart
_NEAR = 3.0  # times the size: how far below its beginning a text goes on
_NEXT_LINE = 1.6  # times the size: how far the next line of a paragraph is
_BEFORE = 3.0  # points before a column's left edge that still belong to it


class Placed(Protocol):
    """Letters at a place: `base` is the height of their line and grows downwards."""

    @property
    def text(self) -> str:
        """Its letters."""

    @property
    def left(self) -> float:
        """Where it begins."""

    @property
    def right(self) -> float:
        """Where it ends."""

    @property
    def base(self) -> float:
        """The line that it stands on."""

    @property
    def size(self) -> float:
        """The size of its letters."""


R = TypeVar("R", bound=Placed)


@dataclass(frozen=True)
class Region(Generic[R]):
    """A column, or the rows of a table: each row is a list of cells, each cell the runs in it."""

    rows: list[list[list[R]]]
    table: bool = False


@dataclass(frozen=True)
class _Band(Generic[R]):
    """Some lines of a page. `parted` tells that they have two columns, `flows` that the left one goes on below."""

    rows: list[list[R]]
    parted: bool
    flows: bool = False


def regions_of(runs: Sequence[R]) -> list[Region[R]]:
    """The parts of a page in reading order; `runs` come in the order of the file."""
    edge = _gutter(runs)
    if edge is None:
        return [Region([[row] for row in _rows(runs)])] if runs else []
    found: list[Region[R]] = []
    order = {id(run): place for place, run in enumerate(runs)}
    for band in _bands(_rows(runs), edge):
        inside = sorted((run for row in band.rows for run in row), key=lambda run: order[id(run)])
        left, right = _sides(inside, edge)
        if not band.parted:
            found += regions_of(inside)
        elif band.flows:  # the box first, so that the text round it stays whole
            found += [*regions_of(right), *regions_of(left)]
        elif _are_columns(inside, left, right, edge):
            found += [*regions_of(left), *regions_of(right)]
        else:
            end = _table_end(band.rows, edge)
            below = [run for row in band.rows[end:] for run in row]
            apart = {id(run) for run in below}
            cells = [run for run in inside if id(run) not in apart]
            found += [Region(_table(cells, _column_edges(cells, edge)), table=True), *regions_of(below)]
    return found


def _rows(runs: Sequence[R]) -> list[list[R]]:
    """Runs on the same line together, from above to below, each line from left to right."""
    rows: list[list[R]] = []
    for run in sorted(runs, key=lambda run: run.base):
        if rows and run.base - rows[-1][0].base <= _SAME_ROW * max(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _gutter(runs: Sequence[R]) -> float | None:
    """The left edge of a column that has another on its left for some lines, or None.

    Of several, the one with the most lines about it.
    """
    rows = _rows(runs)
    alike = Counter(round(run.left / 2) for run in runs)
    edges = [
        min(run.left for run in runs if round(run.left / 2) == place)
        for place, _ in alike.most_common(_MOST_CANDIDATES)
    ]
    scored = [
        (sum(len(row) for band in _bands(rows, edge) if band.parted for row in band.rows), -edge) for edge in edges
    ]
    best, edge = max(scored, default=(0, 0.0))
    return -edge if best else None


def _bands(rows: Sequence[list[R]], edge: float) -> list[_Band[R]]:
    """The page cut at the lines that run across `edge`, and where the text on its left goes on below a box."""
    parts: list[tuple[bool, list[list[R]]]] = []
    for row in rows:
        free = not any(_crosses(run, edge) for run in row)
        if not parts or parts[-1][0] != free:
            parts.append((free, []))
        parts[-1][1].append(row)
    bands: list[_Band[R]] = []
    for number, (free, part) in enumerate(parts):
        parted = free and _has_both(part, edge)
        below = parts[number + 1][1][0] if number + 1 < len(parts) else None
        cut = len(part) - (_tail(part, below, edge) if parted else 0)
        first = next(n for n, row in enumerate(part) if row[-1].left >= edge - _BEFORE) if parted else 0
        for both, lines in ((False, part[:first]), (parted, part[first:cut]), (False, part[cut:])):
            if bands and not both and not bands[-1].parted:
                bands[-1].rows.extend(lines)
            elif lines:
                bands.append(_Band(lines, both, both and (cut < len(part) or _runs_on(part[-1], below))))
    return bands


def _runs_on(last: Sequence[R], below: Sequence[R] | None) -> bool:
    """Whether the text on the left goes on with the line right below, which is as wide as the page."""
    if below is None:
        return False
    size = below[0].size
    return below[0].base - last[0].base <= _NEXT_LINE * size and abs(below[0].left - last[0].left) <= size


def _tail(band: Sequence[list[R]], below: list[R] | None, edge: float) -> int:
    """How many lines at the end of a band go on below it: text that flows round a box on its right."""
    if below is None or below[0].base - band[-1][0].base > _NEAR * below[0].size:
        return 0
    return next((number for number, row in enumerate(reversed(band)) if row[-1].right >= edge), 0)


def _crosses(run: Placed, edge: float) -> bool:
    return run.left < edge - _BEFORE and run.right > edge - _GUTTER


def _sides(band: Sequence[R], edge: float) -> tuple[list[R], list[R]]:
    left = [run for run in band if run.left < edge - _BEFORE]
    return left, [run for run in band if run.left >= edge - _BEFORE]


def _has_both(band: Sequence[list[R]], edge: float) -> bool:
    left = [row[0].base for row in band if row[0].left < edge - _BEFORE]
    right = [row[-1].base for row in band if row[-1].left >= edge - _BEFORE]
    if len(left) < _LEAST_ROWS or len(right) < _LEAST_ROWS:
        return False
    return left[0] < right[-1] and right[0] < left[-1]


def _are_columns(band: Sequence[R], left: Sequence[R], right: Sequence[R], edge: float) -> bool:
    """Whether two sides are columns of text, not of a table.

    Columns are read one after the other where their lines do not stand side by side, where both are running text, or
    where the file holds one as a whole and then the other (unless short cells stand side by side).
    """
    aligned = _aligned(left, right)
    running = _is_running(left) and _is_running(right)
    switches = sum((one.left < edge - _BEFORE) != (other.left < edge - _BEFORE) for one, other in pairwise(band))
    if switches <= 1:
        return aligned < 0.8 or _is_running(left) or _is_running(right)
    if switches < 0.5 * min(len(_rows(left)), len(_rows(right))):
        return aligned < 0.6
    return running or aligned < 0.5


def _aligned(left: Sequence[R], right: Sequence[R]) -> float:
    """The share of the lines of the shorter side that have a line of the other beside them."""
    fewer, more = sorted((_rows(left), _rows(right)), key=len)
    bases = [row[0].base for row in more]
    beside = sum(any(abs(row[0].base - base) <= 0.2 * row[0].size for base in bases) for row in fewer)
    return beside / len(fewer)


def _is_running(side: Sequence[R]) -> bool:
    """Whether most lines of a column are long and nearly as long as the column is wide."""
    rows = _rows(side)
    width = max(run.right for run in side) - min(run.left for run in side)
    full = sum(row[-1].right - row[0].left >= _FULL * width for row in rows)
    return 2 * full >= len(rows) and median(sum(len(run.text) for run in row) for row in rows) >= _WORDY


def _table_end(rows: Sequence[list[R]], edge: float) -> int:
    """The number of lines of a table that more lines follow: it ends with its last cell on the right."""
    end = max(number for number, row in enumerate(rows) if row[-1].left >= edge - _BEFORE) + 1
    while end < len(rows) and rows[end][0].base - rows[end - 1][0].base <= _SAME_CELL * rows[end][0].size:
        end += 1
    return end


def _table(band: Sequence[R], edges: Sequence[float]) -> list[list[list[R]]]:
    """The rows of a table: one ends where the order of the runs goes back to an earlier column.

    A file holds a table cell by cell, so that a cell of several lines stays one; where it holds it column by column,
    rows are lines, and a line without its first cell goes on with the row above.
    """
    columns = {id(run): sum(run.left >= edge - _BEFORE for edge in edges) for run in band}
    backs = sum(columns[id(other)] < columns[id(one)] for one, other in pairwise(band))
    cell_by_cell = backs >= _LEAST_ROWS - 1
    rows: list[list[list[R]]] = []
    last = len(edges)
    for run in band if cell_by_cell else [run for row in _rows(band) for run in row]:
        column = columns[id(run)]
        if not rows or column < last or (column == 0 == last and not _is_same_cell(rows[-1][0], run)):
            rows.append([[] for _ in range(len(edges) + 1)])
        rows[-1][column].append(run)
        last = column
    return rows


def _is_same_cell(cell: Sequence[R], run: Placed) -> bool:
    """Whether a run goes on with a cell of the first column: right below it."""
    return bool(cell) and run.base - cell[-1].base <= _SAME_CELL * run.size


def _column_edges(runs: Sequence[R], edge: float | None) -> list[float]:
    """The left edges of all columns of a table but the first."""
    if edge is None:
        return []
    left, right = _sides(runs, edge)
    return [*_column_edges(left, _gutter(left)), edge, *_column_edges(right, _gutter(right))]
