"""Columns of a table in a text: « REQUIRED » over the left one, « DESIRABLE » over the right one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain import Modality, Posting, Span
from assistant.facts import marked_lines
from assistant.facts.folded import folded
from assistant.facts.governing import weight_alone, weight_of_heading
from assistant.facts.pieces import Piece
from assistant.resources import table

_ROW = re.compile(r"^[^\n]*(?:\S(?:\t|[ ]{3,})[^\S\n]*\S|\|| / [^/\n]{3,40} / )[^\n]*$", re.MULTILINE)
_CELL = re.compile(r"[^\s|/](?:[^\t|]*?[^\s|])?(?=\t|[ ]{3,}| / |[ \t]*(?:\||$))")
_MARKS = ("|", "\t", " / ")
_LONGEST = 40  # characters of a head
_END = re.compile(r"\n[ \t]*(?:\n|$)")
_TICK = re.compile(r"(?<=[|\s])(?:[xX✓✔☒☑✗]|oui|yes|Oui|Yes)(?=\s|\||$)")
_EMPTY = re.compile(r"[-–—/.]+|néant|n/?a", re.IGNORECASE)
_SLACK = 2  # characters that a column may stand left of its head


@dataclass(frozen=True)
class _Column:
    start: int  # where on its lines it begins
    number: int  # of the bars or tabs before it on its lines
    weight: Modality | None


@dataclass(frozen=True)
class _Table:
    within: Span
    mark: str  # what parts its columns, nothing where it is space
    columns: tuple[_Column, ...]


def weight_of_line(piece: Piece, target: Span) -> Modality | None:
    """What its sign, or that of its line, or its table gives a place in a piece."""
    start, end = piece.start + target.start, piece.start + target.end
    return marked_lines.weight_of_sign(piece.posting, start, end) or marked_lines.weight_of_line(piece.posting, start)


def weight_of_column(piece: Piece, target: Span) -> Modality | None:
    """What the head of its column makes of a place in a piece; None where it stands in none.

    A place in a column without a weight has that of the one column which its row ticks: « Anglais |   | X ».
    """
    start = piece.start + target.start
    text = piece.posting.text
    for found in _tables(piece.posting):
        if not found.within.start <= start < found.within.end:
            continue
        begin = text.rfind("\n", 0, start) + 1
        column = _column_at(found, text[begin:start])
        weight = column.weight if column else None
        return weight or _ticked(found, text[begin : (text + "\n").index("\n", start)])
    return None


def _column_at(found: _Table, before: str) -> _Column | None:
    """The column of a place on a line, with the words before it there."""
    if found.mark:
        return next((column for column in found.columns if column.number == before.count(found.mark)), None)
    reached = [column for column in found.columns if len(before) >= column.start - _SLACK]
    return reached[-1] if reached else None


def _ticked(found: _Table, line: str) -> Modality | None:
    """The weight of the only column in which a line has a tick, or anything where it has none."""
    ticks = [column for tick in _TICK.finditer(line) if (column := _column_at(found, line[: tick.start()]))]
    if not ticks:  # « Permis | – | B »
        cells = [cell for cell in _CELL.finditer(line) if not _EMPTY.fullmatch(cell.group())]
        ticks = [column for cell in cells if (column := _column_at(found, line[: cell.start()])) and column.weight]
    return ticks[0].weight if len(ticks) == 1 else None


def _weight_of_head(words: str) -> Modality | None:
    said = folded(words).strip(" *:")
    columns = table("facts_modality.toml")["columns"]
    told: Modality | None = "required" if said in columns["strong"] else "asset" if said in columns["weak"] else None
    return told or weight_of_heading(words) or weight_alone(words)


@lru_cache(maxsize=64)
def _tables(posting: Posting) -> Sequence[_Table]:
    """The tables of which one head demands and another wishes, each to the next empty line."""
    found = []
    for row in _ROW.finditer(posting.text):
        line = row.group()
        mark = next((mark for mark in _MARKS if mark in line), "")
        cells = [cell for cell in _CELL.finditer(line) if len(cell.group()) <= _LONGEST]
        heads = tuple(
            _Column(cell.start(), line[: cell.start()].count(mark or "|"), _weight_of_head(cell.group()))
            for cell in cells
        )
        told = {"required", "asset"} <= {head.weight for head in heads}
        if told and not marked_lines.explains(posting, row.start()):
            end = _END.search(posting.text, row.end())
            within = Span(row.end(), end.start() if end else len(posting.text))
            found.append(_Table(within, mark, heads))
    return tuple(found)
