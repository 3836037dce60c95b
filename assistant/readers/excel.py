"""The rows of an Excel workbook (.xlsx)."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import openpyxl
from openpyxl import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet as Sheet

from assistant.readers.archive import open_archive
from assistant.readers.cells import MOST_COLUMNS, in_format, row_of
from assistant.readers.columns import folded, is_header
from assistant.readers.content import Unreadable

_HEADER_WITHIN = 10  # rows of a sheet among which its header is
_MOST_ROWS = 1_048_576  # that a sheet has
_DAMAGED = "a damaged Excel file: open it and save it again, or as .csv"


def rows_of(data: bytes, mapping: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, Any] | str]]:
    """The rows of the first sheet whose header is one of postings, each with its number below the header.

    Where no header is known, the widest of the first rows stands for it.
    """
    open_archive(data)
    try:
        with warnings.catch_warnings():  # of styles and extensions that openpyxl does not keep
            warnings.simplefilter("ignore")
            yield from _rows(data, mapping)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # openpyxl and the XML below it raise what they like on a damaged workbook
        raise Unreadable(_DAMAGED) from error


def _rows(data: bytes, mapping: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, Any] | str]]:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheet, start, header = _header(book, mapping)
    number = 0
    for cells in islice(_cells(sheet), start + 1, _MOST_ROWS):
        if any(cell not in (None, "") for cell in cells):
            number += 1
            yield str(number), row_of(header, cells)


def _header(book: Workbook, mapping: Mapping[str, str]) -> tuple[Sheet, int, list[str]]:
    """The sheet, the place of its header among its rows, and the names of its columns."""
    named = {folded(column) for column in mapping.values()}
    widest: tuple[Sheet, int, list[str]] | None = None
    for sheet in book.worksheets:
        for place, cells in enumerate(islice(_cells(sheet), _HEADER_WITHIN)):
            header = [" ".join(str(cell).split()) if cell is not None else "" for cell in cells]
            if not any(header):
                continue
            if named <= {folded(column) for column in header} if named else is_header(header):
                return sheet, place, header
            if widest is None or len(header) > len(widest[2]):
                widest = (sheet, place, header)
    if widest is None:
        raise Unreadable("no row in it")
    return widest


def _cells(sheet: Sheet) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # what a sheet says of its own size is not to be relied on
    for row in sheet.iter_rows():
        cells = [in_format(cell.value, getattr(cell, "number_format", "") or "") for cell in row[:MOST_COLUMNS]]
        while cells and cells[-1] is None:
            cells.pop()
        yield cells
