"""Tables that fell to pieces, a cell a line: « Exigé / Souhaité / Langues / français / arabe »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from assistant.domain import Modality, Posting
from assistant.facts.governing import weight_alone, weight_of_heading
from assistant.lines import Line, lines_of

_EMPTY = re.compile(r"[-–—/.✗]|[nN]/?[aA]|néant")
_LONGEST = 70  # characters of a cell
_FIRST_CELL = re.compile(r"(?P<cell>[^\W\d_][^\t\n|]{2,40}?)\s?(?:\t|\||[ ]{3})")
_LAST_CELL = re.compile(
    r"\w[^\n]*?(?:\t|[ ]{3,}|[ \t]*[|;][ \t]*|\.{4,}\s?|…{2,}\s?|\s[–—-]\s|\s?:\s)"
    r"(?P<cell>\w(?:(?![ ]{3})[^|\t;:]){1,30})[|\s]*$"
)
_ROW = 160  # characters of a row
_FEWEST = 2  # rows of a table
_WEIGHT = 3  # words that weigh, at the end of a line


@lru_cache(maxsize=8)
def weights_of_cells(posting: Posting) -> Mapping[int, Modality]:
    """The weight of each cell that stands alone on its line, by where the line begins."""
    lines = lines_of(posting.text)
    heads = [weight_of_heading(line.text) if len(line.text) <= _LONGEST else None for line in lines]
    stacked: list[tuple[int, Modality]] = []
    if {"required", "asset"} <= {*heads, *(_at_end(line) for line in lines)}:
        stacked = [*_of_columns(posting.text, lines, heads), *_of_values(posting.text, lines, heads)]
    rows = {line.start: weight for line in lines if (weight := _of_last_cell(line))}
    first = dict(_of_first_cells(posting.text, lines))
    sides = [found for found in (rows, first) if {*found.values()} == {"required", "asset"}]
    return {start: weight for found in (dict(stacked), *sides) for start, weight in found.items()}


def _of_first_cells(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, Modality]]:
    """The rows whose first cell weighs them, and those below it that have none: « Requis :  permis / (tab) arabe »."""
    weight: Modality | None = None
    for line in lines:
        indented = "\t" in text[text.rfind("\n", 0, line.start) + 1 : line.start]
        found = _FIRST_CELL.match(line.text)
        if not indented:
            weight = weight_of_heading(found["cell"]) or weight_alone(found["cell"]) if found else None
        if weight:
            yield line.start, weight


def _of_last_cell(line: Line) -> Modality | None:
    """The weight that is the last cell of a row: "Dutch      must", « Permis B | exigé »."""
    found = _LAST_CELL.search(line.text) if len(line.text) <= _ROW else None
    return weight_of_heading(found["cell"]) or weight_alone(found["cell"]) if found else None


def _of_columns(text: str, lines: Sequence[Line], heads: Sequence[Modality | None]) -> Iterator[tuple[int, Modality]]:
    """The cells below two heads on two lines, row for row, the name of the row before them; some are empty."""
    for index, (one, other) in enumerate(pairwise(heads)):
        below = _block(text, lines[index + 1 :])
        columns = (None, one, other)
        while below and len(below) % len(columns) and below[-1].text.endswith("."):
            below.pop()  # a sentence behind the table
        rows = [below[at : at + len(columns)] for at in range(0, len(below), len(columns))]
        if None in (one, other) or one == other or len(below) % len(columns) or len(rows) < _FEWEST:
            continue
        empty = {at for row in rows for at, cell in enumerate(row) if _EMPTY.fullmatch(cell.text)}
        if empty and 0 not in empty:
            for row in rows:
                yield from ((cell.start, weight) for cell, weight in zip(row, columns, strict=True) if weight)


def _block(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines below the first one, to the next empty line."""
    joined = takewhile(lambda pair: "\n\n" not in text[pair[0].end : pair[1].start], pairwise(lines))
    return [line for _, line in joined]


def _of_values(text: str, lines: Sequence[Line], heads: Sequence[Modality | None]) -> Iterator[tuple[int, Modality]]:
    """The cells above their weights: every second line is one, and the last of the block is, which so heads nothing."""
    for index in range(len(heads)):
        last = index + 1 == len(lines) or "\n\n" in text[lines[index].end : lines[index + 1].start]
        if not last or _at_end(lines[index]) is None:
            continue
        rows = []
        for at in range(index, 0, -2):
            value = heads[at] or _at_end(lines[at])
            own = heads[at - 1] or _of_last_cell(lines[at - 1]) or len(lines[at - 1].text) > _LONGEST
            if value is None or own:
                break
            rows.append((lines[at - 1].start, value))
        if len(rows) > _FEWEST:
            yield from rows


def _at_end(line: Line) -> Modality | None:
    """The weight that a short line ends with: « lu et écrit : exigé », "Working knowledge required"."""
    words = line.text.split()
    ends = (weight_of_heading(" ".join(words[-count:])) for count in range(min(len(words), _WEIGHT), 0, -1))
    return next((weight for weight in ends if weight), None) if len(line.text) <= _LONGEST else None
