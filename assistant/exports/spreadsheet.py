"""Tables as Excel files."""

from __future__ import annotations

import io
from collections.abc import Sequence

from assistant.exports.table import Table, guarded

_WIDEST = 60  # characters
_NARROWEST = 8


def xlsx_of(tables: Sequence[Table]) -> bytes:
    """Tables as the sheets of one file. Every text is stored as text, whatever it begins with."""
    # openpyxl takes a third of a second to load.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.active)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "B2"
        for number, row in enumerate((table.header, *table.rows), start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                cell.value = guarded(value) if isinstance(value, str) else value
                if isinstance(value, str):
                    cell.data_type = "s"
                cell.alignment = Alignment(vertical="top", wrap_text=True)
        for column, name in enumerate(table.header, start=1):
            sheet.cell(1, column).font = Font(bold=True)
            longest = max((len(str(row[column - 1])) for row in table.rows), default=0)
            width = min(_WIDEST, max(_NARROWEST, len(name), longest)) + 2
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.auto_filter.ref = sheet.dimensions
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
