"""Tables of postings, one a row: CSV, Excel (.xlsx), JSON and JSON Lines."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from assistant.domain import Notice
from assistant.readers.cells import MOST_COLUMNS, flat, row_of, shown
from assistant.readers.columns import TEXT, Columns, check_text, columns_of, is_header
from assistant.readers.content import Content, FailedPart, Unreadable
from assistant.readers.encodings import Decoded, decode
from assistant.readers.kinds import Kind
from assistant.resources import table
from assistant.text import clean, fold

_DELIMITERS = ",;\t|"
_HEAD = 65_536  # characters in which the delimiter and the header are looked for
_SAMPLE = 50  # rows that show which column has the text
_LONGEST_CELL = 5_000_000  # characters
_LONGEST_FIELDS = 100_000  # characters of all values of a row beside its text
_LONG = 200  # characters of a value that is text, whatever its column is called
_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++")
_NOT_JSON = "this row is not JSON ({}): mend or remove it"
_NOT_OBJECT = 'this row is not an object like {"title": "…", "description": "…"}: mend or remove it'

_Row = tuple[str, Mapping[str, Any] | str]
"""The part that a row is, and its values by column; or why it cannot be read."""


def read(
    data: bytes, name: str, kind: Kind, mapping: Mapping[str, str] | None = None
) -> Iterator[Content | FailedPart]:
    """The posting of each row, and the rows that cannot be read; `mapping` (our name → column) goes before names.

    `Content.part` is the number of the row from 1, that of the line for JSON Lines; an object by itself has none.
    Unreadable where the table as a whole cannot be read, with the columns and the --map to type where none of them is
    known for the text.
    """
    del name
    if kind == "xlsx":
        # openpyxl takes a third of a second to load, and other tables need nothing of it
        from assistant.readers.excel import rows_of

        return _postings(rows_of(data, mapping or {}), mapping or {}, ())
    decoded = decode(data)
    if decoded is None:
        raise Unreadable("not a text file (binary data): save the table as .csv (UTF-8) or .xlsx")
    notices = (Notice("guessed_encoding", decoded.encoding),) if decoded.guessed else ()
    rows = {"csv": _csv_rows, "json": _json_rows, "jsonl": _line_rows}[kind](decoded)
    return _postings(rows, mapping or {}, notices)


def _postings(
    rows: Iterator[_Row], mapping: Mapping[str, str], notices: tuple[Notice, ...]
) -> Iterator[Content | FailedPart]:
    sample = list(islice(rows, _SAMPLE))
    values = [row for _, row in sample if not isinstance(row, str)]
    if not sample:
        raise Unreadable("no row in it")
    if values:
        header = list(dict.fromkeys(column for row in values for column in row))
        check_text(columns_of(header, mapping), header, _wordiest(header, values))
    known: dict[tuple[str, ...], Columns] = {}
    for part, row in chain(sample, rows):
        if isinstance(row, str):
            yield FailedPart(part, row)
            continue
        key = tuple(row)
        if key not in known:
            known[key] = columns_of(key, {name: c for name, c in mapping.items() if c in row} if known else mapping)
        yield _posting(part, row, known[key], notices)


def _wordiest(header: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """The column with the longest values."""
    return max(header, key=lambda column: sum(len(str(row.get(column) or "")) for row in rows), default="")


def _posting(part: str, row: Mapping[str, Any], columns: Columns, notices: tuple[Notice, ...]) -> Content | FailedPart:
    """One row: its text with a section for each further column of text, and its fields in the order of the columns."""
    texts: list[str] = []
    fields: list[tuple[str, str]] = []
    for column, cell in row.items():
        name = columns.field(column)
        values = [value for each in shown(cell) if not _is_empty(value := clean(each).strip())]
        whole = "\n".join(values)
        if name == TEXT:
            texts.insert(0, whole)
        elif column in columns.sections or (column not in columns.fields and len(whole) > _LONG):
            texts.append(f"# {_label(column)}\n\n{whole}" if whole else "")
        elif column in columns.fields:
            fields += [(name, value) for value in values]
        elif values:
            fields.append((_label(column), ", ".join(values)))
    text = "\n\n".join(text for text in texts if text)
    if not any(map(str.isalnum, text)):
        named = [_label(column) for column in row if columns.field(column) == TEXT or column in columns.sections]
        return FailedPart(part, f"no text in its {', '.join(named) or TEXT}: fill it, or remove the row")
    if sum(len(value) for _, value in fields) > _LONGEST_FIELDS:
        return FailedPart(part, f"more than {_LONGEST_FIELDS:,} characters beside its text: leave columns out")
    return Content(text, part, tuple(fields), notices)


def _label(column: str) -> str:
    """The name of a column as it is shown: JSON and sheets may write anything there."""
    return " ".join(clean(column).split())


def _is_empty(value: str) -> bool:
    return len(value) < 12 and fold(value) in table("columns.toml")["empty"]["values"]


def _csv_rows(decoded: Decoded) -> Iterator[_Row]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(_lines(decoded.text), delimiter=_delimiter(decoded.text[:_HEAD]))
    header = _unlike(next((cells for cells in _cells(reader) if cells), []))
    if not header:
        raise Unreadable("no header in its first line: give the names of its columns there")
    number = 0
    for cells in _cells(reader):
        if not isinstance(cells, str) and not any(cell.strip() for cell in cells):
            continue
        number += 1
        yield str(number), cells if isinstance(cells, str) else row_of(header, cells)


def _cells(reader: Iterator[list[str]]) -> Iterator[list[str] | str]:
    """The rows of a CSV file; for one that is none the reason."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"this row is not CSV ({error}): check its quotation marks"


def _unlike(header: list[str] | str) -> list[str]:
    """The names of columns, each once: a second « Date » is « Date 2 »."""
    names: list[str] = []
    for column in header[:MOST_COLUMNS] if isinstance(header, list) else []:
        name = clean(column).strip()
        same = sum(1 for other in names if name and (other == name or other.startswith(f"{name} ")))
        names.append(f"{name} {same + 1}" if same and name in names else name)
    return names


def _delimiter(head: str) -> str:
    """The sign that parts the header into columns that are known, or at least into most."""

    def worth(delimiter: str) -> tuple[bool, int]:
        cells = next((cells for cells in _cells(csv.reader(_lines(head), delimiter=delimiter)) if cells), [])
        return (is_header(cells), len(cells)) if isinstance(cells, list) else (False, 0)

    return max(_DELIMITERS, key=worth)


def _json_rows(decoded: Decoded) -> Iterator[_Row]:
    """A list of objects, an object that holds one, or an object that is a posting by itself."""
    try:
        value = json.loads(decoded.text)
    except RecursionError as error:
        raise Unreadable("its JSON is nested too deep: save one object a posting") from error
    except ValueError as error:
        raise Unreadable(f"not JSON ({error}): mend it, or save the table as .csv") from error
    lists = [each for each in value.values() if _is_list(each)] if isinstance(value, dict) else []
    if isinstance(value, dict) and not (lists and not is_header(value)):
        return iter([("", flat(value))])
    rows = max(lists, key=len) if lists else value
    return ((str(number), _object(row)) for number, row in enumerate(rows if isinstance(rows, list) else [], start=1))


def _is_list(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _line_rows(decoded: Decoded) -> Iterator[_Row]:
    """The objects of JSON Lines. A text may hold a line separator of Unicode, which ends no line here."""
    for number, line in enumerate(_lines(decoded.text), start=1):
        if line.strip():
            try:
                yield str(number), _object(json.loads(line))
            except (ValueError, RecursionError) as error:
                yield str(number), _NOT_JSON.format(str(error)[:80])


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, one at a time; no copy of the whole is made."""
    return (found.group() for found in _LINE.finditer(text))


def _object(value: object) -> Mapping[str, Any] | str:
    return flat(value) if isinstance(value, dict) else _NOT_OBJECT
