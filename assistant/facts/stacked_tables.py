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
_LAST_CELL = re.compile(r"\w[^|\t\n]*?(?:\t|[ ]{3,}|[ \t]*\|[ \t]*)(?P<cell>[^\W\d_](?:(?![ ]{3})[^|\t]){1,30})[|\s]*$")
_FEWEST = 2  # rows of a table
_WEIGHT = 3  # words that weigh, at the end of a line


@lru_cache(maxsize=8)
def weights_of_cells(posting: Posting) -> Mapping[int, Modality]:
    """The weight of each cell that stands alone on its line, by where the line begins."""
    lines = lines_of(posting.text)
    heads = [weight_of_heading(line.text) if len(line.text) <= _LONGEST else None for line in lines]
    if {"required", "asset"} - {*heads, *(_at_end(line) for line in lines)}:
        return {}
    stacked = [*_of_columns(posting.text, lines, heads), *_of_values(posting.text, lines, heads)]
    rows = {line.start: weight for line in lines if (weight := _of_last_cell(line))}
    return {**(rows if {*rows.values()} == {"required", "asset"} else {}), **dict(stacked)}


def _of_last_cell(line: Line) -> Modality | None:
    """The weight that is the last cell of a row: "Dutch      must", « Permis B | exigé »."""
    found = _LAST_CELL.search(line.text)
    return weight_of_heading(found["cell"]) or weight_alone(found["cell"]) if found else None


def _of_columns(text: str, lines: Sequence[Line], heads: Sequence[Modality | None]) -> Iterator[tuple[int, Modality]]:
    """The cells below two heads on two lines, row for row, the name of the row before them; some are empty."""
    for index, (one, other) in enumerate(pairwise(heads)):
        below = _block(text, lines[index + 1 :])
        columns = (None, one, other)
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
            if value is None or heads[at - 1] is not None or len(lines[at - 1].text) > _LONGEST:
                break
            rows.append((lines[at - 1].start, value))
        if len(rows) > _FEWEST:
            yield from rows


def _at_end(line: Line) -> Modality | None:
    """The weight that a short line ends with: « lu et écrit : exigé », "Working knowledge required"."""
    words = line.text.split()
    ends = (weight_of_heading(" ".join(words[-count:])) for count in range(min(len(words), _WEIGHT), 0, -1))
    return next((weight for weight in ends if weight), None) if len(line.text) <= _LONGEST else None
