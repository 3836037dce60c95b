"""A table as it goes into a file, and its cells so that no program takes one for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.text import clean

Value = str | date | int
_ACTING = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONGEST = 32_000  # characters that a cell of a spreadsheet holds, and a few to spare


@dataclass(frozen=True)
class Table:
    """A table with its name; all rows are as long as `header`. Dates and numbers stay what they are."""

    name: str
    header: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]


def guarded(text: str) -> str:
    """A text as a cell: with an apostrophe before what would begin a formula, and cut where no cell holds it."""
    text = clean(text)
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    return f"'{text}" if text.lstrip(" \n").startswith(_ACTING) else text


def csv_of(table: Table) -> bytes:
    """A table as CSV in UTF-8, with the mark at its beginning by which spreadsheets know it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    for row in (table.header, *table.rows):
        writer.writerow([guarded(value) if isinstance(value, str) else value for value in row])
    return written.getvalue().encode("utf-8-sig", "replace")
